"""mypy's side: the questions of each package as a module, a function for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.copying import copied
from tests.runtime_truth.checker import Verdict, run_mypy
from tests.runtime_truth.dorm.observed import MODELS
from tests.runtime_truth.dorm.question import Asked

PRELUDE = """\
import datetime, decimal, uuid
from typing import Any, TypeVar

import dorm

Some = TypeVar("Some", bound=dorm.Model)
def some(model: type[Some]) -> Some: raise NotImplementedError
def rows_of(model: type[Some]) -> list[Some]: raise NotImplementedError
def keywords(**values: object) -> dict[str, Any]: return values

PK: Any = 1
"""

CONFIGURATION = """\
[mypy]
strict = True
plugins = orm_typing.mypy
"""

_LINE = re.compile(r"ask_(\w+)\.py:(\d+): (error|note): (.*)")
_REVEALED = re.compile(r'Revealed type is "(.*)"')
_CODE = re.compile(r"\[([\w-]+)\]$")


@dataclass(frozen=True)
class Said:
    """What mypy says of each question of a package, and of the models themselves."""

    verdicts: list[Verdict]
    of_models: list[str]
    """``shop/people.py:12 [code]``."""


def ask_mypy(
    questions: Mapping[str, Sequence[Asked]], modules: Mapping[str, Sequence[str]], project: Path
) -> dict[str, Said]:
    """Have mypy check all packages of models and a module of questions about each, in one run.

    They are copied out of the repository, whose own configuration must not count.
    """
    (project / "mypy.ini").write_text(CONFIGURATION)
    said: dict[str, Said] = {}
    owners: dict[str, dict[int, int]] = {}
    for package, asked in questions.items():
        copied(MODELS / package, project / package)
        header = "".join(f"import {module}\n" for module in modules[package]) + PRELUDE
        lines = header.splitlines()
        owners[package] = {}
        for number, one in enumerate(asked):
            for line in _function(number, one):
                lines.append(line)
                owners[package][len(lines)] = number
        (project / f"ask_{package}.py").write_text("\n".join(lines) + "\n")
        said[package] = Said([Verdict() for _ in asked], [])
    output = run_mypy(project, *questions, *(f"ask_{package}.py" for package in questions))
    for line in output.splitlines():
        match = _LINE.fullmatch(line)
        if match is not None:
            number = owners[match[1]][int(match[2])]
            _add(said[match[1]].verdicts[number], match[3], match[4])
        elif not line.startswith("Found "):
            said[line.partition("/")[0]].of_models.append(_short(line))
    return said


def _add(verdict: Verdict, severity: str, text: str) -> None:
    revealed = _REVEALED.fullmatch(text)
    if severity == "error":
        verdict.errors.append(text)
    elif revealed:
        verdict.revealed.append(revealed[1])


def _short(line: str) -> str:
    code = _CODE.search(line)
    place = ":".join(line.split(":")[:2])
    return f"{place} {code[0] if code else line}"


def _function(number: int, question: Asked) -> Iterator[str]:
    """Write a question as a function."""
    yield f"{'async def' if question.waits else 'def'} q{number}() -> None:"
    if question.query:
        yield f"    row = {question.query if question.is_act else f'({question.query})[0]'}"
    code = question.code if question.is_act else f"reveal_type({question.code})"
    yield from (f"    {line}" for line in code.splitlines())
