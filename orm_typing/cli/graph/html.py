"""A page to look around in: one file, without a network.

The parts are in ``page/``. The data go into the page as JSON, and the scripts draw from that; the
table is in the page itself, for readers without a script, or without eyes for a picture. A content
security policy allows this page's own style and scripts, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from importlib.resources import files
from pathlib import Path

from orm_typing.cli.console import number
from orm_typing.cli.graph.picture import Arrow, Picture
from orm_typing.cli.graph.records import records
from orm_typing.relations.declaration import class_name

_MARK = re.compile(r"<!--(?P<name>\w+)-->")
SCRIPTS = ("model.js", "layout.js", "drawing.js", "view.js", "controls.js")
"""In this order: each uses those before it."""


def render(picture: Picture) -> str:
    """The page."""
    style = _part("page.css")
    script = "".join(_part(name) for name in SCRIPTS)
    title = f"Relations of {Path.cwd().name}"
    values = {
        "title": escape(title),
        "summary": escape(_summary(picture)),
        "policy": escape(_policy(style, script)),
        "style": style,
        "data": _embedded(picture),
        "rows": "\n".join(_row(arrow) for arrow in picture.arrows),
        "script": script,
    }
    # In one go: what is put in is not searched.
    return _MARK.sub(lambda mark: values[mark["name"]], _part("page.html"))


def _part(name: str) -> str:
    return files("orm_typing.cli.graph").joinpath("page", name).read_text(encoding="utf-8")


def _summary(picture: Picture) -> str:
    return (
        f"{number(len(picture.boxes), 'model')}, {number(len(picture.arrows), 'relation')}, "
        f"{number(len(picture.modules), 'module')}"
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _embedded(picture: Picture) -> str:
    """JSON that can't end the element in which it stands."""
    text = json.dumps(records(picture), ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _row(arrow: Arrow) -> str:
    kind = f"{'async ' if arrow.is_async else ''}{arrow.kind.value}"
    accessor = f"{arrow.target_name}.{arrow.accessor}" if arrow.accessor else "none"
    cells = (
        f"{class_name(arrow.source)}.{arrow.field}",
        kind,
        arrow.target_name,
        accessor,
        "yes" if arrow.nullable else "no",
        arrow.place,
    )
    first, *others = (escape(cell) for cell in cells)
    rest = "".join(f"<td>{cell}</td>" for cell in others)
    names = f'data-source="{escape(arrow.source)}" data-target="{escape(arrow.target or "")}"'
    return f'<tr {names}><th scope="row">{first}</th>{rest}</tr>'
