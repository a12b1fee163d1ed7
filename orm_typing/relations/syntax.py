"""Source to a tree, also where it is newer than the Python that runs mypy.

``ast`` comes first, and reads nearly all. After an error it is asked once more, about the text in
older words (``newer_syntax``), and then about what is left without the statements that nobody can
read (``recovery``).
"""

from __future__ import annotations

import ast
import warnings
from typing import NamedTuple

from orm_typing.relations.source_text import strict_text

PARSE_ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What ``ast.parse`` raises for bad text (PEP 263 cookies and null bytes included), and what it or
a walk over its tree raises for text that is too deeply nested."""


class Parsed(NamedTuple):
    """What a file says."""

    tree: ast.Module
    replaced: tuple[str, ...] = ()
    """The pieces of text in whose place the tree has something older."""
    lost: tuple[int, ...] = ()
    """The first lines of statements that could not be read; the tree lacks them."""
    error: Exception | None = None
    """What Python says about the first of them."""


def parse(source: bytes | str) -> Parsed:
    """The tree of a source; raises what ``ast.parse`` does, if nothing can be read of it."""
    try:
        return Parsed(_tree(source))
    except PARSE_ERRORS:
        return _parse_newer(source)


def parse_whole(source: bytes | str) -> Parsed:
    """The same, for those who need every statement: raises the error of one that is lost."""
    parsed = parse(source)
    if parsed.error is not None:
        raise parsed.error
    return parsed


def _parse_newer(source: bytes | str) -> Parsed:
    # For few files, so imported for those.
    from orm_typing.relations.newer_syntax import in_older_words
    from orm_typing.relations.recovery import without_unreadable

    older = in_older_words(strict_text(source))
    try:
        return Parsed(_tree(older.text), older.replaced)
    except PARSE_ERRORS as error:
        text, lost = without_unreadable(older.text)
        if not lost:  # the indentation, say
            raise
        try:
            return Parsed(_tree(text), older.replaced, lost, error)
        except PARSE_ERRORS:
            raise error from None


def _tree(text: str | bytes) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an invalid escape is not ours to report
        return ast.parse(text)
