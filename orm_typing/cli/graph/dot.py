"""Graphviz: ``orm-typing graph --format dot | dot -Tsvg -o relations.svg``."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from orm_typing.cli.graph.picture import Arrow, Box, Picture
from orm_typing.relations.declaration import class_name
from orm_typing.relations.vocabulary import RelationKind

_SHAPES = {
    RelationKind.FOREIGN_KEY: 'color="#2f6fb2", arrowhead=normal, arrowtail=crow',
    RelationKind.ONE_TO_ONE: 'color="#1f8a70", arrowhead=normal, arrowtail=tee',
    RelationKind.MANY_TO_MANY: 'color="#8a4fae", arrowhead=crow, arrowtail=crow',
}
_HEAD = """\
digraph relations {
    graph [rankdir=RL, fontname="Helvetica", nodesep=0.4, ranksep=1.2, compound=true]
    node [shape=plain, fontname="Helvetica", fontsize=11]
    edge [dir=both, arrowhead=normal, arrowtail=none, color="#000000", style=solid]
"""


def render(picture: Picture) -> str:
    """The graph as text."""
    parts = [_HEAD]
    for number, module in enumerate(picture.modules):
        boxes = [box for box in picture.boxes if box.module == module]
        parts.append(f"    subgraph cluster_{number} {{\n")
        parts.append(f'        label={_quoted(module)}; style=rounded; color="#b8b8b8"\n')
        parts += [f"        {_quoted(box.full_name)} [label=<{_table(box)}>]\n" for box in boxes]
        parts.append("    }\n")
    parts += [f"    {_edge(arrow)}\n" for arrow in picture.arrows if arrow.target is not None]
    parts.append("}\n")
    return "".join(parts)


def _table(box: Box) -> str:
    color = "#f4f4f4" if box.is_outside else "#e4edf7"
    name = f"<i>{escape(box.name)}</i>" if box.is_abstract else f"<b>{escape(box.name)}</b>"
    head = f'<tr><td colspan="2" bgcolor="{color}">{name}</td></tr>'
    return (
        '<table border="0" cellborder="1" cellspacing="0" cellpadding="4">'
        f"{head}{''.join(_rows(box))}</table>"
    )


def _rows(box: Box) -> Iterator[str]:
    for line in box.lines:
        mark = "?" if line.arrow is not None and line.arrow.nullable else ""
        yield (
            f'<tr><td align="left" port={_quoted("f_" + line.name)}>{escape(line.name)}{mark}</td>'
            f'<td align="left" port={_quoted("t_" + line.name)}>{escape(line.type)}</td></tr>'
        )
    for arrow in box.accessors:
        yield (
            f'<tr><td align="left"><i>{escape(arrow.accessor or "")}</i></td>'
            f'<td align="left" port={_quoted("a_" + _accessor_id(arrow))}>'
            f"<i>{escape(class_name(arrow.source))}.{escape(arrow.field)}</i></td></tr>"
        )


def _edge(arrow: Arrow) -> str:
    tail = f":{_quoted('f_' + arrow.field)}"
    head = f":{_quoted('a_' + _accessor_id(arrow))}" if arrow.accessor else ""
    if arrow.source == arrow.target:  # around the right side, and not across the box
        tail, head = f":{_quoted('t_' + arrow.field)}:e", f"{head}:e"
    style = "dashed" if arrow.is_async else "solid"
    tooltip = f"{arrow.source}.{arrow.field} ({arrow.kind.value})"
    return (
        f"{_quoted(arrow.source)}{tail} -> "
        f"{_quoted(arrow.target or '')}{head} "
        f"[{_SHAPES[arrow.kind]}, style={style}, tooltip={_quoted(tooltip)}]"
    )


def _accessor_id(arrow: Arrow) -> str:
    return f"{arrow.source}_{arrow.field}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
