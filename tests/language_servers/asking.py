"""Put the questions to a server, in files that are being written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.checkers.runners.finding import shorten

from .client import Client
from .questions import DOCUMENT, LIBRARIES, Question, rows
from .servers import Server

# A name that no checker knows: once it is marked, the file has been checked.
SENTINEL = "this_name_is_unknown"
ERROR = 1  # DiagnosticSeverity.Error
CODE = re.compile(r"```\w*\n(?P<code>.*?)\n```", re.DOTALL)
# `(variable) books: `, which some put before the type.
SUBJECT = re.compile(r"^(?:\([\w ]+\) )?(?:\w+: )?")


def ask(server: Server, project: Path) -> dict[Question, str]:
    """Give all answers of a server."""
    for name, text in server.files.items():
        (project / name).write_text(text, encoding="utf-8")
    answers: dict[Question, str] = {}
    with Client(server.arguments, project, server.configuration) as client:
        client.initialise()
        for library in LIBRARIES:
            asked = [question for question in rows() if question.library == library]
            answers |= ask_about_lines(client, library, asked)
            for question in asked:
                if question.is_unfinished:
                    answers[question] = ask_for_names(client, question)
    for name in server.files:
        (project / name).unlink()
    return {question: answers[question] for question in rows()}


def ask_about_lines(client: Client, library: str, asked: Sequence[Question]) -> dict[Question, str]:
    """Ask about finished lines, which stand in one file, each in a function of its own."""
    finished = [question for question in asked if not question.is_unfinished]
    text = module(library, [*(question.code for question in finished), SENTINEL])
    address = client.open(f"editing_{library}.py", text)
    lines = text.splitlines()
    numbers = {code.strip(): number for number, code in enumerate(lines)}
    assert len(lines) - 1 == numbers[SENTINEL]
    client.wait_for_diagnostics(address, numbers[SENTINEL])
    answers: dict[Question, str] = {}
    for question in finished:
        number = numbers[question.code]
        place = position(address, number, len(lines[number]) - 1)
        if question.kind == "mark":
            found = client.published(address, number)
            marked = any(one["severity"] == ERROR for one in found)
            answers[question] = "marked" if marked else "nothing"
        elif question.kind == "hover":
            answers[question] = shown_type(client.request("textDocument/hover", place))
        else:
            answers[question] = target(
                client.request("textDocument/definition", place), client.folder
            )
    return answers


def ask_for_names(client: Client, question: Question) -> str:
    """Ask what may follow at the end of a line that is not finished."""
    text = module(question.library, [question.code])
    address = client.open(f"editing_{question.library}_{question.name}.py".replace("-", "_"), text)
    last = text.splitlines()[-1]
    place = position(address, len(text.splitlines()) - 1, len(last))
    offered = names(client.request("textDocument/completion", place))
    if question.kind == "offer":
        return "offered" if question.wanted in offered else "nothing"
    if question.kind == "first":
        return offered[0] if offered else "nothing"
    before = takewhile(lambda name: not name.startswith("__"), offered)
    return ", ".join(sorted(name for name in before if not name.startswith("_"))) or "nothing"


def module(library: str, statements: Sequence[str]) -> str:
    """Write a module with a function for each statement."""
    imports, parameters = DOCUMENT[library]["imports"], DOCUMENT[library]["parameters"]
    functions = [
        f"async def function_{number}({parameters}) -> None:\n    {statement}\n"
        for number, statement in enumerate(statements)
    ]
    return "\n\n".join([imports.lstrip(), *functions])


def position(address: str, line: int, character: int) -> dict[str, Any]:
    """Name a place in a file, counted from 0."""
    return {
        "textDocument": {"uri": address},
        "position": {"line": line, "character": character},
    }


def shown_type(hover: Any) -> str:
    r"""Read the type that is shown.

    >>> shown_type({"contents": {"value": "```python\n(variable) books: shop.Books\n```"}})
    'Books'
    """
    if not hover:
        return "nothing"
    contents = hover["contents"]
    text = contents["value"] if isinstance(contents, dict) else str(contents)
    block = CODE.search(text)
    return shorten(SUBJECT.sub("", (block["code"] if block else text).strip()))


def names(completion: Any) -> list[str]:
    """List what is offered, in the order in which an editor shows it."""
    items = completion["items"] if isinstance(completion, dict) else completion or []
    ordered = sorted(items, key=lambda item: (item.get("sortText", item["label"]), item["label"]))
    return [item["label"] for item in ordered]


def target(definition: Any, project: Path) -> str:
    """Say which line of the project a definition is."""
    found = definition[0] if isinstance(definition, list) and definition else definition
    if not found:
        return "nothing"
    path = Path(unquote(urlsplit(found["uri"]).path))
    line = path.read_text(encoding="utf-8").splitlines()[found["range"]["start"]["line"]]
    code = line.partition("  #")[0].strip()
    if not path.is_relative_to(project):
        return f"{path.name}: {code}"
    return f"{path.relative_to(project).as_posix()}: {code}"
