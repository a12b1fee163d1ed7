"""Which accessors does a file mention?

A file that reads ``author.books`` needs the class that declares the relation; one that does not
mention the name can't reach it. The search is one of text: it may find more than is meant, for
example the attribute of another class, and must never find less. Found are

* attributes, unless they are called: ``author.books`` and ``self.books``, not ``menu.books()``,
  except that ``author.level()`` may call a method of an extension,
* strings and the parts of a path: ``prefetch_related("books__tags")``, ``order_by("-books__id")``,
  ``getattr(a, "books")``, but not the value of ``related_name=``, which names an accessor without
  reading it,
* keywords and the parts of a path in them, of the whole file if it has a class pattern,
  ``case Author(books=found):``, or asks a query: ``filter(books__title="Emma")``.

The imports of the file are found on the way.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import NamedTuple

from orm_typing.relations.files import Stamp, read_bytes, replace_file
from orm_typing.relations.imports import imported_names
from orm_typing.relations.source_text import GAP, LETTER, NAME, identifier, source_text
from orm_typing.relations.store import DAMAGED

FORMAT = 6

_SAVE_AFTER = 200
"""Files: mypy tells nobody when it has asked for the last one."""

# Compiled where they are used, and looking ahead, for the reasons given in `imports`.
_ATTRIBUTE = rf"\.(?=(?:[\s\\]|#.*\n)*({NAME})(?!{LETTER}|{GAP}\())"
_CALLED = rf"\.(?=(?:[\s\\]|#.*\n)*({NAME}){GAP}\()"
_STRING = rf"[\"']-?(?<!\brelated_name=.)(?<!\brelated_name = .)({NAME})(?=[\"'])"
_CASE = r"^[ \t\f]*case\b"
_QUERY = r"\b(?:filter|exclude|a?get|a?get_or_none|a?get_or_create|a?update_or_create|Q)\("
_KEYWORD = rf"\b({NAME})(?:[\s\\]|#.*\n)*=(?!=)"


class Sought(NamedTuple):
    """What to look for in files."""

    names: frozenset[str]
    """All names of accessors."""
    extended: frozenset[str] = frozenset()
    """Those that are attributes of extensions: keywords of constructors, too."""
    methods: frozenset[str] = frozenset()
    """Those that may be methods."""


def mentioned_names(data: bytes, sought: Sought) -> frozenset[str]:
    """Those of the names sought that the text of a file mentions."""
    names = sought.names
    text = source_text(data)
    words = set(re.findall(_ATTRIBUTE, text))
    if sought.methods:
        words |= sought.methods.intersection(re.findall(_CALLED, text))
    if sought.extended:
        words |= sought.extended.intersection(re.findall(_KEYWORD, text))
    strings = set(re.findall(_STRING, text))
    for string in strings:
        words.update(string.split("__"))
    if re.search(_QUERY, text) or re.search(_CASE, text, re.MULTILINE):
        for keyword in re.findall(_KEYWORD, text):
            words.update(keyword.split("__"))
            strings.add(keyword)
    if not text.isascii():
        words = {identifier(word) for word in words}
        strings = {identifier(string) for string in strings}
    return frozenset(
        name
        for name in names
        if name in words or ("__" in name and any(name in string for string in strings))
    )


class Text(NamedTuple):
    """What the text of one file says, of all that matters here."""

    mentions: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()


class Mentions:
    """The mentions and imports of all files that were asked for, kept between runs.

    ``stamp_of`` tells a file's time and size, or ``None`` for a file of which nothing is known.
    """

    def __init__(
        self,
        sought: Sought,
        stamp_of: Callable[[str], Stamp | None],
        store: str | None,
    ) -> None:
        self._sought = sought
        self._stamp_of = stamp_of
        self._store = store
        self._key = hashlib.sha256(
            repr((FORMAT, *(sorted(names) for names in sought))).encode()
        ).hexdigest()
        self._known: dict[str, tuple[Stamp, Text]] = self._load()
        self._unsaved = 0

    def of(self, path: str) -> Text:
        """What the file mentions and imports."""
        stamp = self._stamp_of(path)
        known = self._known.get(path)
        if known is not None and stamp is not None and known[0] == stamp:
            return known[1]
        data = read_bytes(path)
        if data is None:  # not kept: no stamp tells when it can be read again
            return Text()
        found = Text(mentioned_names(data, self._sought), imported_names(data))
        if stamp is not None:
            self._known[path] = (stamp, found)
            self._unsaved += 1
            # Everything is written each time, so the more there is the less often.
            if self._unsaved >= max(_SAVE_AFTER, len(self._known) // 4):
                self.save()
        return found

    def save(self) -> None:
        """Keep what was found for the next run; a disk that refuses is no error."""
        if self._store is None or not self._unsaved:
            return
        data = [
            self._key,
            {
                path: [*stamp, sorted(text.mentions), sorted(text.imports)]
                for path, (stamp, text) in sorted(self._known.items())
                if self._stamp_of(path) is not None
            },
        ]
        if replace_file(self._store, [json.dumps(data).encode()]):
            self._unsaved = 0

    def _load(self) -> dict[str, tuple[Stamp, Text]]:
        data = read_bytes(self._store) if self._store is not None else None
        if data is None:
            return {}
        try:
            key, files = json.loads(data)
            if key != self._key:
                return {}
            return {path: _decode(*row) for path, row in files.items()}
        except DAMAGED:
            return {}


def _decode(
    modified: int, size: int, inode: int, mentions: list[str], imports: list[str]
) -> tuple[Stamp, Text]:
    return Stamp(modified, size, inode), Text(frozenset(mentions), frozenset(imports))
