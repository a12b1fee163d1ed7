"""The files that were parsed, as the store has them: each is decoded when somebody asks for it.

Most edits concern a file or two, and what the others say stays text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from typing import Any

from orm_typing.relations.store import DAMAGED
from orm_typing.relations.written import Binding, BrokenText, Call, Star, WrittenClass, WrittenFile


class WrittenFiles(MutableMapping[str, WrittenFile]):
    """Path to what the file says.

    ``text`` is what ``encoded`` gave: a line with all paths, then one line for each file. Raises
    ``ValueError`` for another text.
    """

    def __init__(self, text: bytes = b"") -> None:
        paths, *lines = text.split(b"\n") if text else [b"[]"]
        self._texts: dict[str, bytes] = dict(zip(json.loads(paths), lines, strict=True))
        self._files: dict[str, WrittenFile] = {}

    def encoded(self) -> bytes:
        """All files as text; named tuples are JSON arrays as they are."""
        texts = {path: self._texts.get(path) or _dump(self._files[path]) for path in sorted(self)}
        return b"\n".join([_dump(list(texts)), *texts.values()])

    def __getitem__(self, path: str) -> WrittenFile:
        found = self._files.get(path)
        if found is None:
            text = self._texts[path]
            try:
                found = self._files[path] = _decode_file(json.loads(text))
            except DAMAGED:
                # Not damage, which the checksum finds: somebody else's file. It is read again.
                del self._texts[path]
                raise KeyError(path) from None
        return found

    def __setitem__(self, path: str, file: WrittenFile) -> None:
        self._texts.pop(path, None)
        self._files[path] = file

    def __delitem__(self, path: str) -> None:
        if path not in self:
            raise KeyError(path)
        self._texts.pop(path, None)
        self._files.pop(path, None)

    def __contains__(self, path: object) -> bool:
        return path in self._files or path in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.keys() | self._files.keys())

    def __len__(self) -> int:
        return len(self._texts.keys() | self._files.keys())


def _dump(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True).encode()


def _decode_file(row: Any) -> WrittenFile:
    bindings, stars, exports, classes, future, broken = row
    return WrittenFile(
        _decode_bindings(bindings),
        tuple(Star(*star) for star in stars),
        None if exports is None else tuple(exports),
        tuple(_decode_class(written) for written in classes),
        future,
        None if broken is None else _decode_broken(*broken),
    )


def _decode_broken(imports: list[str], quoted: list[list[str]], words: list[str]) -> BrokenText:
    pairs = tuple((callee, name) for callee, name in quoted)
    return BrokenText(tuple(imports), pairs, tuple(words))


def _decode_class(row: Any) -> WrittenClass:
    name, order, bases, bindings, calls, annotation_names, enclosing, decorators = row
    return WrittenClass(
        name,
        order,
        tuple(bases),
        _decode_bindings(bindings),
        tuple(_decode_call(*call) for call in calls),
        tuple((field, tuple(names)) for field, names in annotation_names),
        _decode_bindings(enclosing),
        tuple((callee, argument) for callee, argument in decorators),
    )


def _decode_call(
    order: int,
    name: str,
    callee: str,
    annotation: str,
    positional: list[str],
    keywords: list[list[str]],
    line: int,
    column: int,
) -> Call:
    pairs = tuple((keyword, text) for keyword, text in keywords)
    return Call(order, name, callee, annotation, tuple(positional), pairs, line, column)


def _decode_bindings(row: Any) -> dict[str, tuple[Binding, ...]]:
    return {name: tuple(Binding(*one) for one in bindings) for name, bindings in row.items()}
