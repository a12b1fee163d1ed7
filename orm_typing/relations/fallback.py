"""What a file that does not parse still tells: which modules and classes it mentions.

A checker stops at a syntax error in ``books.py``, but only if ``books.py`` is part of the build. A
run over ``authors.py`` alone reaches it through the relations that point at ``authors.py``, which
can't be read now. So every import of a broken file that has a constructor's name counts as if
it carried a relation.

All comes from the text at hand, nothing from what the file said while it was whole: a cold run
doesn't know that, and a warm run must answer as a cold one does.
"""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING

from orm_typing.relations.written import BrokenText

if TYPE_CHECKING:
    from collections.abc import Iterator

_FROM = re.compile(
    r"^[ \t]*from[ \t]+(\.*[ \t]*[\w.]*)[ \t]+import[ \t]*(\((?:[^()\"']{0,4000})\)?|[^\n;#]*)",
    re.MULTILINE,
)
_IMPORT = re.compile(r"^[ \t]*import[ \t]+([\w., \t]+)", re.MULTILINE)
_QUOTED_TARGET = re.compile(r"(\w+)\s*(?:\[[^\]\n]*\])?\s*\(\s*(?:\w+\s*=\s*)?[\"'](\w+)[\"']")
_WORD = re.compile(r"[^\W\d]\w*")
_COMMENT = re.compile(r"#[^\n]*")


def read_broken(data: bytes) -> BrokenText:
    """What the text ``data`` mentions.

    For example ``from .authors import Author`` gives the imports ``.authors`` and
    ``.authors.Author``; ``ManyToMany("Tag")`` the quoted name ``("ManyToMany", "Tag")``.
    """
    text = decode(data)
    return BrokenText(
        imports=tuple(sorted({*_from_imports(text), *_plain_imports(text)})),
        quoted=tuple(sorted(set(_QUOTED_TARGET.findall(text)))),
        words=tuple(sorted(set(_WORD.findall(text)))),
    )


def _from_imports(text: str) -> Iterator[str]:
    for spaced_module, names in _FROM.findall(text):
        module = "".join(spaced_module.split())
        yield module
        for name in _COMMENT.sub("", names).strip("()").split(","):
            words = name.split()
            if words and words[0].isidentifier():
                yield f"{module}{'' if module.endswith('.') else '.'}{words[0]}"


def _plain_imports(text: str) -> Iterator[str]:
    for modules in _IMPORT.findall(text):
        for module in modules.split(","):
            words = module.split()
            if words:
                yield words[0]


def decode(data: bytes) -> str:
    """Text by the file's own cookie (PEP 263); bytes that don't fit are replaced."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding, errors="replace")
    except (SyntaxError, LookupError, ValueError):
        return data.decode("utf-8", errors="replace")
