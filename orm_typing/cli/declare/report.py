"""What the command shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from orm_typing.cli.console import notices, output, print_diff, print_json
from orm_typing.cli.declare.comparison import ClassChange
from orm_typing.cli.declare.planning import ModulePlan
from orm_typing.cli.source_files import SourceFile
from orm_typing.relations.declaration import class_name


def show(
    plans: Mapping[SourceFile, ModulePlan],
    skipped: Mapping[Path, str],
    mode: str | None,
    *,
    as_json: bool,
) -> None:
    """The result on the standard output; what concerns the run on the standard error."""
    if as_json:
        print_json(_as_data(plans, skipped, mode))
        return
    console = output()
    for file, plan in plans.items():
        if plan.before == plan.after:
            continue
        path = file.path.as_posix()
        if mode is None:
            print_diff(console, path, plan.before, plan.after)
        else:
            _print_classes(console, path, plan)
    _print_notices(notices(), plans, skipped, mode)


def _print_classes(console: Console, path: str, plan: ModulePlan) -> None:
    for change in plan.classes:
        if change.is_stale:
            text = f"{path}: {_name(change)}: {_summary(change)}"
            console.print(text, markup=False)


def _name(change: ClassChange) -> str:
    return class_name(f".{change.name}") if "@" in change.name else change.name


def _summary(change: ClassChange) -> str:
    parts = (("add", change.added), ("correct", change.updated), ("remove", change.removed))
    return "; ".join(f"{verb} {', '.join(names)}" for verb, names in parts if names)


def _print_notices(
    console: Console,
    plans: Mapping[SourceFile, ModulePlan],
    skipped: Mapping[Path, str],
    mode: str | None,
) -> None:
    for file, plan in plans.items():
        for change in plan.classes:
            for left in change.left:
                text = f"{file.path}: {_name(change)}.{left.name} is not declared: {left.reason}"
                console.print(text, style="yellow", markup=False)
    for path, reason in skipped.items():
        console.print(f"{path}: skipped: {reason}", style="red", markup=False)
    changed = [plan for plan in plans.values() if plan.before != plan.after]
    if not changed:
        which = "All other" if skipped else "All"
        console.print(f"{which} declarations are as the relations say.")
        return
    classes = [change for plan in changed for change in plan.classes if change.is_stale]
    counts = (
        f"{_count(len(classes), 'class', 'classes')} in {_count(len(changed), 'file', 'files')}"
    )
    if mode == "write":
        console.print(f"{counts} changed.")
    elif mode == "check":
        console.print(f"{counts} stale. To mend: orm-typing declare --write")
    else:
        console.print(f"{counts} would change. To change: orm-typing declare --write")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _as_data(
    plans: Mapping[SourceFile, ModulePlan], skipped: Mapping[Path, str], mode: str | None
) -> dict[str, Any]:
    return {
        "written": mode == "write",
        "files": [
            {
                "path": file.path.as_posix(),
                "changed": plan.before != plan.after,
                "classes": [_class_data(change) for change in plan.classes if _says_more(change)],
            }
            for file, plan in plans.items()
            if any(_says_more(change) for change in plan.classes)
        ],
        "skipped": [
            {"path": path.as_posix(), "reason": reason} for path, reason in skipped.items()
        ],
    }


def _says_more(change: ClassChange) -> bool:
    return change.is_stale or bool(change.left)


def _class_data(change: ClassChange) -> dict[str, Any]:
    return {
        "class": _name(change),
        "added": change.added,
        "updated": change.updated,
        "removed": change.removed,
        "left": [{"name": left.name, "reason": left.reason} for left in change.left],
    }
