"""A file's text, for searches in it.

Decoded as Python does it, with the line ends of all systems made one.
"""

from __future__ import annotations

import io
import re

LETTER = r"[\w\u0080-\U0010ffff]"
"""A letter, digit or underscore; of the characters that a name may have, ``\\w`` lacks accents and
vowel signs that stand for themselves."""

NAME = rf"(?!\d){LETTER}+"

GAP = r"(?:[ \t\f]|\\\n)*"
"""What may stand between two words of a statement."""

_COOKIE = rb"\A(?:[^\n]*\n)?[^\n]*coding[:=]"


def source_text(data: bytes) -> str:
    """The text of a source file; bytes that don't fit its encoding are replaced."""
    if re.match(_COOKIE, data):
        # Imported for the few files that name their encoding: `tokenize` takes its time.
        from orm_typing.relations.fallback import decode

        text = decode(data)
    else:
        text = data.decode("utf-8-sig", errors="replace")
    return _with_line_feeds(text)


def strict_text(source: bytes | str) -> str:
    """The same; raises ``SyntaxError`` or ``ValueError`` for bytes that don't fit."""
    if isinstance(source, bytes):
        import tokenize  # as above

        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        source = source.decode(encoding)
    return _with_line_feeds(source)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def identifier(name: str) -> str:
    """A name as Python reads it: letters may be written in several ways (PEP 3131)."""
    if name.isascii():
        return name
    import unicodedata  # for the few that need it

    return unicodedata.normalize("NFKC", name)
