"""mypy's side: the questions as a module, one on each line, and what mypy says of each line."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.copying import copied
from tests.edit_scripts.checker import MYPY, ThirdPartyCaches, environment
from tests.runtime_truth.question import ABSENT, ERROR, OK, Question, union

MODELS = Path(__file__).with_name("model-packages")

PRELUDE = """\
from typing import Any, TypeVar

from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB
from sqliter.model import BaseDBModel as AnyModel

Some = TypeVar("Some", bound=AnyModel)
def some(model: type[Some]) -> Some: raise NotImplementedError
def copied(row: Some) -> Some: raise NotImplementedError
def keywords(**values: object) -> dict[str, Any]: return values

db = SqliterDB(memory=True)
async_db = AsyncSqliterDB(memory=True)
PK = 1
"""

# Without `init_typed` pydantic's plugin gives constructors the types that pydantic can convert.
CONFIGURATION = """\
[mypy]
strict = True
plugins = {}
[pydantic-mypy]
init_typed = True
"""

PLUGINS = ("orm_typing.mypy",)

_LINE = re.compile(r"questions\.py:(\d+): (error|note): (.*)")
_REVEALED = re.compile(r'Revealed type is "(.*)"')
_CODE = re.compile(r"\[([\w-]+)\]$")
# The third is what mypy says of a manager that is read from a row.
_ABSENT_CODES = {"attr-defined", "orm-unknown-accessor", "call-overload", "orm-abstract-model"}


@dataclass(frozen=True)
class Said:
    """What mypy says of a package: of each question, and of the models themselves."""

    verdicts: list[Verdict]
    of_models: set[str]
    """``shop/people.py [code]``."""


@dataclass
class Verdict:
    """What mypy says about the line of one question."""

    revealed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def answer(self, question: Question) -> str:
        """Give the answer in the words of the library's side."""
        if question.is_act:
            return ERROR if self.errors else OK
        codes = {match[1] if (match := _CODE.search(text)) else "" for text in self.errors}
        if codes:
            return ABSENT if codes <= _ABSENT_CODES else "; ".join(self.errors)
        return union(self.revealed) if self.revealed else "not reached"


def ask_mypy(
    questions: Sequence[Question],
    modules: Sequence[str],
    project: Path,
    caches: ThirdPartyCaches,
    plugins: Sequence[str] = PLUGINS,
) -> Said:
    """Have mypy check a package of models and a module of questions about it.

    The package is copied out of the repository, whose own configuration must not count.
    """
    package = modules[0].partition(".")[0]
    project.mkdir(exist_ok=True)
    copied(MODELS / package, project / package)
    configuration = CONFIGURATION.format(", ".join(plugins))
    (project / "mypy.ini").write_text(configuration)
    caches.copy(configuration, project / ".mypy_cache")
    header = "".join(f"import {module}\n" for module in modules) + PRELUDE
    lines = [_function(number, question) for number, question in enumerate(questions)]
    (project / "questions.py").write_text(header + "\n".join(lines) + "\n")
    output = run_mypy(project, package, "questions.py")
    return _parse(output, len(questions), header.count("\n") + 1)


def _parse(output: str, count: int, first: int) -> Said:
    found = [Verdict() for _ in range(count)]
    of_models: set[str] = set()
    for raw in output.splitlines():
        match = _LINE.fullmatch(raw)
        if match is None or int(match[1]) < first:
            if raw and not raw.startswith("Found "):
                code = _CODE.search(raw)
                of_models.add(f"{raw.partition(':')[0]} {code[0] if code else raw}")
            continue
        verdict = found[int(match[1]) - first]
        revealed = _REVEALED.fullmatch(match[3])
        if match[2] == "error":
            verdict.errors.append(match[3])
        elif revealed:
            verdict.revealed.append(revealed[1])
    return Said(found, of_models)


def run_mypy(project: Path, *arguments: str) -> str:
    """Run mypy in a project; everything that it prints."""
    done = subprocess.run(
        [*MYPY, *arguments],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout + done.stderr


def _function(number: int, question: Question) -> str:
    """Write a question as a function on one line."""
    statements = []
    wait = "await " if question.is_async else ""
    if question.query:
        fetched = f"{wait}{question.query}.{question.fetch}()"
        if question.fetch == "fetch_all":
            statements.append(f"row = ({fetched})[0]")
        else:
            statements += [f"row = {fetched}", "assert row is not None"]
    for step in question.steps:
        statements += [f"it = {step}", "assert it is not None"]
    statements.append(question.code if question.is_act else f"reveal_type({question.code})")
    # In `x: Model = ...; row.author = None` the second would narrow nothing we ask about.
    keyword = "async def" if question.is_async or "await " in question.code else "def"
    return f"{keyword} q{number}() -> None: {'; '.join(statements)}"
