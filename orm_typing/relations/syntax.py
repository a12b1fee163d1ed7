"""Source to a tree, also where it is newer than the Python that runs mypy.

mypy 2 has a parser of its own: on Python 3.11 it reads what a project for 3.12 says, and ``ast``
does not. For example::

    class Work[T](BaseDBModel): ...
    type Works = list[Work[str]]

is read as ::

    class Work   (BaseDBModel): ...
    Works      =-list[Work[str]]

Nothing that is asked of a file depends on the type parameters, and each line keeps its number. The
sign makes a value of the alias that stands for no class: at runtime it is none.
"""

from __future__ import annotations

import ast
import re
import warnings

from orm_typing.relations.source_text import GAP, NAME, source_text

# Compiled where they are used, which is seldom.
_GENERIC = rf"(?m)^[ \t]*(?:(?:async{GAP})?(?:class|def)|type)[ \t]{GAP}{NAME}{GAP}(?=\[)"
_ALIAS = rf"(?m)^([ \t]*)(type[ \t]{GAP})({NAME})({GAP}=)(?!=)"
_BRACKET = r"[\[\]]"


def parse(data: bytes) -> ast.Module:
    """The tree of ``data``; raises what ``ast.parse`` does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an invalid escape is not ours to report
        try:
            return ast.parse(data)
        except SyntaxError:
            text = source_text(data)
            older = _without_type_statements(_without_type_parameters(text))
            if older == text:
                raise
        return ast.parse(older)


def _without_type_parameters(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in re.finditer(_GENERIC, text):
        closed = _closing(text, found.end())
        if found.end() < end or closed is None:
            continue
        parts += [text[end : found.end()], _blank(text[found.end() : closed])]
        end = closed
    return "".join((*parts, text[end:]))


def _closing(text: str, start: int) -> int | None:
    """The position behind the bracket that closes the one at ``start``."""
    depth = 0
    for found in re.compile(_BRACKET).finditer(text, start):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return found.end()
    return None


def _blank(text: str) -> str:
    """Spaces, and lines that go on in the next one."""
    return "".join(" " if character != "\n" else "\\\n" for character in text)


def _without_type_statements(text: str) -> str:
    return re.sub(_ALIAS, lambda found: f"{found[1]}{found[3]}{_blank(found[2])}{found[4]}-", text)
