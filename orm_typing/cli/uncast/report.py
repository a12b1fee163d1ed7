"""What went and what stays, for people and for machines."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from orm_typing.cli.uncast.edits import Kind
from orm_typing.cli.uncast.rounds import Item, Outcome

_NAMES = {
    Kind.CAST: "casts",
    Kind.GETATTR: "getattr calls",
    Kind.ANNOTATION: "annotations with Any",
    Kind.DECLARATION: "declarations with Any",
    Kind.IGNORE: "type: ignore comments",
    Kind.IMPORT: "imports",
}


def shown(path: str) -> str:
    """A path as it is shown."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def print_summary(console: Console, outcome: Outcome, *, is_written: bool) -> None:
    """Two tables, how much went and what stays, and how to have it written."""
    gone = Counter(item.kind for item in outcome.gone)
    stays = Counter(item.kind for item in outcome.stays)
    if not gone and not stays:
        console.print("Nothing to remove: no casts, and no comments that silence mypy.")
        return
    counts = Table("", "removed" if is_written else "can go", "stays", box=None, pad_edge=False)
    for kind in Kind:
        if gone[kind] or stays[kind]:
            counts.add_row(_NAMES[kind], str(gone[kind]), str(stays[kind]))
    console.print(counts)
    if outcome.stays:
        console.print("\nWhat stays, and why:", style="bold")
        for path, items in _by_path(outcome.stays).items():
            for item in items:
                console.print(f"{shown(path)}:{item.line}: ", style="cyan", end="", markup=False)
                console.print(f"{item.code}: {item.reason}", markup=False)
    if outcome.gone and not is_written:
        console.print("To change: orm-typing uncast --write")


def _by_path(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found


def as_json(outcome: Outcome, *, is_written: bool) -> dict[str, object]:
    """The same for machines."""
    return {
        "written": is_written,
        "files": sorted(map(shown, outcome.texts)),
        "gone": list(map(_item, outcome.gone)),
        "stays": list(map(_item, outcome.stays)),
        "skipped": {shown(path): reason for path, reason in sorted(outcome.skipped.items())},
    }


def _item(item: Item) -> dict[str, object]:
    described: dict[str, object] = {
        "path": shown(item.path),
        "line": item.line,
        "kind": item.kind.value,
        "code": item.code,
    }
    return {**described, "reason": item.reason} if item.reason else described
