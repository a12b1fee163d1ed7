"""The index on disk: one file per set of roots.

A header line, then three sections of JSON: what a run needs when no file changed (stamps, answer)
stands apart from what it needs when one did (the written files). JSON rather than ``pickle`` or
``marshal``: a cache directory may come from elsewhere, and loading it must not run or crash
anything. What does not fit the header, or isn't shaped as expected, counts as absent.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from orm_typing.relations.declaration import RelationField
from orm_typing.relations.files import Stamp, Stamps, read_bytes, replace_file
from orm_typing.relations.resolution import Resolution
from orm_typing.relations.search import Needles

if TYPE_CHECKING:
    from orm_typing.relations.vocabulary import Vocabulary

MAGIC = b"orm-typing relations 6\n"
_RELATION_FIELDS = RelationField._fields
_CONSTRUCTOR = _RELATION_FIELDS.index("constructor")
_UNKNOWN_OPTIONS = _RELATION_FIELDS.index("unknown_options")
DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


class Snapshot(NamedTuple):
    """All that an index keeps."""

    stamps: Stamps
    resolution: Resolution
    signs: dict[str, tuple[str, ...]]
    module_files: dict[str, str]
    searched: Needles
    plurals: dict[str, str]
    unread: bytes
    """The written files, still as text: for ``written_files``, which no run needs without edits."""


def save(path: str, key: str, snapshot: Snapshot, vocabulary: Vocabulary) -> bool:
    """Replace the file at ``path``, at once or not at all; whether that succeeded."""
    sections = [_encode_stamps(snapshot.stamps), _encode_answer(snapshot, vocabulary)]
    texts = [key.encode(), *(_dump(section) for section in sections), snapshot.unread]
    header = json.dumps([len(text) for text in texts] + [_checksum(texts)]).encode() + b"\n"
    return replace_file(path, [MAGIC, header, *texts])


def load(path: str, key: str, vocabulary: Vocabulary) -> Snapshot | None:
    """The index saved at ``path`` under the same ``key``; ``None`` if there is none to be used."""
    data = read_bytes(path)
    if data is None or not data.startswith(MAGIC):
        return None
    try:
        header_end = data.index(b"\n", len(MAGIC)) + 1
        lengths: list[int]
        *lengths, checksum = json.loads(data[len(MAGIC) : header_end])
        texts: list[bytes] = []
        start = header_end
        for length in lengths:
            texts.append(data[start : start + length])
            start += length
        saved_key, stamps, answer, written = texts
        if saved_key != key.encode() or start != len(data) or checksum != _checksum(texts):
            return None
        return _decode_answer(
            json.loads(answer), _decode_stamps(json.loads(stamps)), written, vocabulary
        )
    except DAMAGED:
        return None


def _dump(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True).encode()


def _checksum(texts: list[bytes]) -> int:
    checksum = 0
    for text in texts:
        checksum = zlib.crc32(text, checksum)
    return checksum


def _encode_stamps(stamps: Stamps) -> object:
    # Columns: a list of numbers is read in half the time of a list of triples.
    return [
        [directory, list(files), [number for stamp in files.values() for number in stamp]]
        for directory, files in stamps.items()
    ]


def _decode_stamps(rows: Any) -> Stamps:
    stamps: Stamps = {}
    for directory, names, numbers in rows:
        columns = iter(numbers)
        triples = map(Stamp._make, zip(columns, columns, columns, strict=True))
        stamps[directory] = dict(zip(names, triples, strict=True))
    return stamps


def _encode_answer(snapshot: Snapshot, vocabulary: Vocabulary) -> object:
    resolution = snapshot.resolution
    return {
        "relations": [_encode_relation(one, vocabulary) for one in resolution.relations],
        "bases": dict(resolution.bases),
        "class_modules": dict(resolution.class_modules),
        "broken_sources": dict(resolution.broken_sources),
        "named_models": dict(resolution.named_models),
        "model_names": resolution.model_names,
        "needles": [sorted(names) for names in resolution.needles],
        "searched": [sorted(names) for names in snapshot.searched],
        "signs": snapshot.signs,
        "module_files": snapshot.module_files,
        "plurals": snapshot.plurals,
    }


def _decode_answer(answer: Any, stamps: Stamps, written: bytes, vocabulary: Vocabulary) -> Snapshot:
    return Snapshot(
        stamps=stamps,
        resolution=Resolution(
            relations=tuple(_decode_relation(row, vocabulary) for row in answer["relations"]),
            bases=_decode_groups(answer["bases"]),
            class_modules=dict(answer["class_modules"]),
            broken_sources=_decode_groups(answer["broken_sources"]),
            named_models=_decode_groups(answer["named_models"]),
            model_names=tuple(answer["model_names"]),
            needles=_decode_needles(answer["needles"]),
        ),
        signs=_decode_groups(answer["signs"]),
        module_files=dict(answer["module_files"]),
        searched=_decode_needles(answer["searched"]),
        plurals={str(name): str(plural) for name, plural in answer["plurals"].items()},
        unread=written,
    )


def _decode_groups(groups: Any) -> dict[str, tuple[str, ...]]:
    return {name: tuple(group) for name, group in groups.items()}


def _decode_needles(row: Any) -> Needles:
    words, classes = row
    return Needles(frozenset(words), frozenset(classes))


def _encode_relation(relation: RelationField, vocabulary: Vocabulary) -> object:
    values = [getattr(relation, name) for name in _RELATION_FIELDS]
    values[_CONSTRUCTOR] = vocabulary.constructors.index(relation.constructor)
    return values


def _decode_relation(row: Any, vocabulary: Vocabulary) -> RelationField:
    row[_CONSTRUCTOR] = vocabulary.constructors[row[_CONSTRUCTOR]]
    row[_UNKNOWN_OPTIONS] = tuple(row[_UNKNOWN_OPTIONS])
    return RelationField(*row)
