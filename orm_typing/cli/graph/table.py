"""The relations as a table in the terminal, a part for each module."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from orm_typing.cli.console import number
from orm_typing.cli.graph.picture import Arrow, Picture
from orm_typing.relations.declaration import class_name

_HEADINGS = ("Field", "Kind", "Leads to", "Appears as")


def print_table(console: Console, picture: Picture) -> None:
    """All relations, by the module that declares them."""
    modules = {box.full_name: box.module for box in picture.boxes}
    rows = [_cells(arrow) for arrow in picture.arrows]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    if rows:
        console.print(_line(_HEADINGS, widths, "bold dim"))
    for module, arrows in groupby(picture.arrows, lambda arrow: modules.get(arrow.source, "")):
        console.print(Text(module, style="bold"))
        for arrow in arrows:
            console.print(_line(_cells(arrow), widths, "" if arrow.target else "yellow"))
    models = number(len(picture.boxes), "model")
    console.print(f"{models}, {number(len(picture.arrows), 'relation')}")


def _line(cells: tuple[str, ...], widths: list[int], style: str) -> Text:
    padded = [f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)]
    return Text(f"  {'  '.join(padded)}".rstrip(), style=style)


def _cells(arrow: Arrow) -> tuple[str, str, str, str]:
    kind = f"{'async ' if arrow.is_async else ''}{arrow.kind.value}"
    return (
        f"{class_name(arrow.source)}.{arrow.field}",
        f"{kind}, nullable" if arrow.nullable else kind,
        arrow.target_name,
        f"{arrow.target_name}.{arrow.accessor}" if arrow.accessor else "-",
    )
