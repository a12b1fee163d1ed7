"""Source in the words of an older Python, line by line.

mypy 2 has a parser of its own: on Python 3.11 it reads what a project for 3.14 says, and ``ast``
does not. For example::

    class Work[T](BaseDBModel): ...
    type Works = list[Work[str]]
    label = f"{names["work"]}"
    try: ...
    except KeyError, IndexError: ...

is read as ::

    class Work   (BaseDBModel): ...
    Works      =0, list[Work[str]]
    label = f""
    try: ...
    except (KeyError, IndexError): ...

Nothing that is asked of a file depends on type parameters or on what such a string holds, and each
line keeps its number. A tuple stands for no class, and at runtime the alias is none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from keyword import iskeyword
from typing import NamedTuple

from orm_typing.relations.source_text import NAME

_TOKEN = re.compile(
    rf"""(?P<gap>[ \t\f]+|\\\n|\#[^\n]*)
    |(?P<prefix>[A-Za-z]{{0,2}})(?P<quote>\"\"\"|'''|"|')
    |(?P<name>{NAME})
    |(?P<number>[0-9.]*[0-9][\w.]*)
    |(?P<line>\n)
    |(?P<sign>:=|[=!<>]=|\*\*|[\s\S])""",
    re.VERBOSE,
)
_ENDS = {
    "'": re.compile(r"(?:\\[\s\S]|[^\\\n])*?'"),
    '"': re.compile(r'(?:\\[\s\S]|[^\\\n])*?"'),
    "'''": re.compile(r"(?:\\[\s\S]|[^\\])*?'''"),
    '"""': re.compile(r'(?:\\[\s\S]|[^\\])*?"""'),
}
_OPEN, _CLOSED = "([{", ")]}"


class Token(NamedTuple):
    """A word, a sign, a string, or the end of a statement's line."""

    kind: str
    start: int
    end: int
    text: str
    depth: int
    """In how many brackets it stands; a bracket itself in one less."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a source text, without spaces and comments. Never raises."""
    position, depth = 0, 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:  # pragma: no cover - the last alternative matches any character
            return
        kind = found.lastgroup or ""
        start, position = position, found.end()
        if kind == "gap" or (kind == "line" and depth):
            continue
        if kind == "quote":
            is_template = not {"f", "F", "t", "T"}.isdisjoint(found["prefix"])
            kind = "template" if is_template else "string"
            position = _end_of_string(text, position, found["prefix"], found["quote"])
        word = text[start:position]
        if word in _CLOSED:
            depth = max(depth - 1, 0)
        yield Token(kind, start, position, word, depth)
        if word in _OPEN:
            depth += 1


def _end_of_string(text: str, position: int, prefix: str, quote: str) -> int:
    """Behind the closing quote; one that is not there is taken for that at the line's end."""
    if {"f", "F", "t", "T"}.isdisjoint(prefix):
        found = _ENDS[quote].match(text, position)
        return found.end() if found else _line_end(text, position)
    return _end_of_template(text, position, quote, is_raw=not {"r", "R"}.isdisjoint(prefix))


def _end_of_template(text: str, position: int, quote: str, *, is_raw: bool) -> int:
    """The same where braces hold expressions, with quotes of their own."""
    start = position
    while position < len(text):
        character = text[position]
        if text.startswith(quote, position):
            return position + len(quote)
        if character == "\n" and len(quote) == 1:
            break
        if character == "\\":
            follows = text[position + 1 : position + 3]
            if follows == "N{" and not is_raw:
                position = text.find("}", position)
                if position < 0:
                    break
            elif follows[:1] not in ("{", "}"):
                position += 1
        elif text.startswith(("{{", "}}"), position):
            position += 1
        elif character == "{":
            position = _end_of_field(text, position + 1) - 1
        position += 1
    return _line_end(text, start)


def _end_of_field(text: str, position: int) -> int:
    """Behind the brace that closes a replacement field."""
    depth = 0
    is_format = False
    while position < len(text):
        found = None if is_format else _TOKEN.match(text, position)
        sign = text[position] if found is None else found[0]
        if sign == "}" and not depth:
            return position + 1
        if is_format:
            position = _end_of_field(text, position + 1) if sign == "{" else position + 1
        elif found is not None and found.lastgroup == "quote":
            position = _end_of_string(text, found.end(), found["prefix"], found["quote"])
        else:
            # Outside of brackets there is no `:=`, and what stands behind a colon is its format.
            is_format = not depth and sign.startswith(":")
            depth += (sign in _OPEN) - (sign in _CLOSED)
            position += 1 if is_format else len(sign)
    return position


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


class Older(NamedTuple):
    """A text that says the same in older words."""

    text: str
    replaced: tuple[str, ...]
    """The pieces that say something else now, in the order of the text."""


def in_older_words(text: str) -> Older:
    """The text without what older Pythons can't read."""
    known = list(tokens(text))
    changes = sorted(_changes(text, known))
    parts: list[str] = []
    replaced: list[str] = []
    end = 0
    for start, stop, new in changes:
        if start >= end:
            parts += [text[end:start], new]
            replaced.append(text[start:stop])
            end = stop
    return Older("".join((*parts, text[end:])), tuple(replaced))


_Change = tuple[int, int, str]


def _changes(text: str, known: list[Token]) -> Iterator[_Change]:
    opened: list[int] = []
    """The positions of the brackets around the current token."""
    for position, token in enumerate(known):
        before = known[position - 1] if position else None
        if token.kind == "template":
            yield token.start, token.end, _as_string(token.text)
        elif token.text in _OPEN and token.kind == "sign":
            opened.append(position)
        elif token.text in _CLOSED and token.kind == "sign":
            if opened:
                opened.pop()
        elif token.kind == "name":
            if token.text in ("class", "def"):
                yield from _without_parameters(text, known, position + 2)
            elif token.text == "except":
                yield from _one_type(known, position)
            elif token.text == "for" and opened:
                yield from _without_stars(known, opened[-1] + 1)
            elif token.text in ("type", "lazy") and (before is None or _ends_statement(before)):
                yield from _statement(text, known, position)
        elif token.text == "*" and sys.version_info < (3, 11) and before is not None:
            yield from _unpacked(known, before, token, opened)


def _as_string(template: str) -> str:
    """One that is no literal either, from the same place to the same place."""
    if "\n" in template:
        return f'f""{_blank(template[3:-2])}""'
    return f'f""{_blank(template[3:])}'


def _ends_statement(token: Token) -> bool:
    return token.kind == "line" or (token.depth == 0 and token.text in (";", ":"))


def _statement(text: str, known: list[Token], position: int) -> Iterator[_Change]:
    """``type Works = list[Work]`` and ``lazy import books``."""
    token = known[position]
    name, follows = (*known[position + 1 : position + 3], token, token)[:2]
    if name.kind != "name":
        return
    moved = f"{name.text}{_blank(text[token.start : name.start])}"
    if token.text == "lazy":
        if name.text in ("import", "from"):
            yield token.start, name.end, moved
    elif not iskeyword(name.text) and follows.text in ("=", "["):
        yield from _without_parameters(text, known, position + 2)
        equals = next((one for one in known[position:] if one.text == "=" and not one.depth), None)
        if equals is not None:
            yield token.start, name.end, moved
            yield equals.start, equals.end, "=0,"


def _without_parameters(text: str, known: list[Token], position: int) -> Iterator[_Change]:
    """``class Work[T]`` and ``def work[T]``."""
    if position < len(known) and known[position].text == "[":
        bracket = known[position]
        for token in known[position + 1 :]:
            if token.depth == bracket.depth and token.text == "]":
                yield bracket.start, token.end, _blank(text[bracket.start : token.end])
                return


def _one_type(known: list[Token], position: int) -> Iterator[_Change]:
    """``except KeyError, IndexError:``."""
    token = known[position]
    is_several = False
    for other in known[position + 1 :]:
        if other.kind == "line":
            return
        if other.depth == token.depth and other.text == ",":
            is_several = True
        elif other.depth == token.depth and other.text == ":":
            if is_several:
                yield other.start, other.start, ")"
            break
    star = known[position + 1]
    if star.text == "*" and sys.version_info < (3, 11):
        yield star.start, star.end, " "
    if is_several:
        end = star.end if star.text == "*" else token.end
        yield end, end, "("


def _without_stars(known: list[Token], position: int) -> Iterator[_Change]:
    """``[*books for books in shelves]``."""
    star = known[position]
    if star.text in ("*", "**"):
        yield star.start, star.end, _blank(star.text)


def _unpacked(
    known: list[Token], before: Token, star: Token, opened: list[int]
) -> Iterator[_Change]:
    """``Row[*Types]`` and ``*values: *Types``."""
    is_subscript = False
    if opened and known[opened[-1]].text == "[" and opened[-1] and before.text in ("[", ","):
        owner = known[opened[-1] - 1]
        is_name = owner.kind == "name" and not iskeyword(owner.text)
        is_subscript = is_name or owner.text in _CLOSED
    if is_subscript or before.text == ":":
        yield star.start, star.end, " "


def _blank(text: str) -> str:
    """Spaces, and lines that go on in the next one."""
    return "".join(
        "\\\n" if character == "\n" else " " * len(character.encode(errors="replace"))
        for character in text
    )
