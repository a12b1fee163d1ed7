"""Mermaid: an entity relationship diagram, as GitHub and other places draw it from text.

::

    erDiagram
        m0["Author"] {
            str name
        }
        m1["Book"] {
            ForeignKey author FK "to Author"
        }
        m0 ||--o{ m1 : "author / books"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orm_typing.cli.graph.picture import Arrow, Box, Line, Picture
from orm_typing.relations.vocabulary import RelationKind

_OPTIONAL = re.compile(r"^(?:Optional\[(?P<inner>.*)\]|(?P<union>.*?)\s*\|\s*None)$")
_OTHER = re.compile(r"[^A-Za-z0-9_\[\]()-]+")
_KEY = re.compile(r"^[pfu]k\b", re.IGNORECASE)


def render(picture: Picture) -> str:
    """The diagram as text."""
    ids = {box.full_name: f"m{number}" for number, box in enumerate(picture.boxes)}
    lines = ["erDiagram"]
    for box in picture.boxes:
        lines += _entity(box, ids[box.full_name])
    for arrow in picture.arrows:
        if arrow.target is not None:
            lines.append(_relation(arrow, ids[arrow.source], ids[arrow.target]))
    return "\n".join(lines) + "\n"


def _entity(box: Box, name: str) -> Iterator[str]:
    title = f'    {name}["{_text(box.name)}"]'
    if not box.lines:
        yield title
        return
    yield f"{title} {{"
    for line in box.lines:
        yield f"        {_attribute(line)}"
    yield "    }"


def _attribute(line: Line) -> str:
    arrow = line.arrow
    optional = _OPTIONAL.match(line.type)
    inner = (optional["inner"] or optional["union"]) if optional else line.type
    if arrow is None:
        return f"{_word(inner)} {_name(line.name)}" + (' "nullable"' if optional else "")
    type_name = _word(inner.partition("[")[0].rpartition(".")[2])
    key = "" if arrow.kind is RelationKind.MANY_TO_MANY else " FK"
    comment = f"to {_text(arrow.target_name)}{', nullable' if arrow.nullable else ''}"
    return f'{type_name} {_name(line.name)}{key} "{comment}"'


def _relation(arrow: Arrow, source: str, target: str) -> str:
    one = "|o" if arrow.nullable else "||"
    shape = {
        RelationKind.FOREIGN_KEY: f"{one}--o{{",
        RelationKind.ONE_TO_ONE: f"{one}--o|",
        RelationKind.MANY_TO_MANY: "}o--o{",
    }[arrow.kind]
    label = f"{arrow.field} / {arrow.accessor}" if arrow.accessor else arrow.field
    mark = " (async)" if arrow.is_async else ""
    return f'    {target} {shape} {source} : "{_text(label)}{mark}"'


def _word(text: str) -> str:
    """A type as Mermaid takes it."""
    return _name(_OTHER.sub("_", text).strip("_"))


def _name(text: str) -> str:
    """An attribute as Mermaid takes it, which reads ``pk`` as a mark of its own."""
    name = _KEY.sub(r"\g<0>_", _OTHER.sub("_", text))
    return name if re.match(r"[A-Za-z_]", name) else f"_{name}"


def _text(text: str) -> str:
    """Text within quotes."""
    return text.replace('"', "'").replace("\n", " ")
