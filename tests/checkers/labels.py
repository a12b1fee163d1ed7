"""The questions: labelled lines in the case files."""

import re
import sys
from pathlib import Path
from typing import Literal, NamedTuple

CASES = Path(__file__).parent / "cases"
LABEL = re.compile(r"\s*#\s(?P<kind>[RE]): (?P<name>[a-z0-9-]+)$")

# The same source twice: as users write it, and with what `orm-typing declare` puts into it.
UNDECLARED = "_accessors"
DECLARED = "_declared"


def library(package: str) -> str:
    """Name the library that a package of cases is about."""
    return package.removesuffix(UNDECLARED).removesuffix(DECLARED)


# djanorm needs Python 3.11: without it, checkers miss the modules that its stubs leave out.
_ABSENT = {"dorm"} if sys.version_info < (3, 11) else set[str]()
# Each table is about one package of the project that checkers see; `ruff.toml` is none.
PACKAGES = sorted(
    table.stem for table in CASES.glob("*.toml") if library(table.stem) not in {"ruff", *_ABSENT}
)


class Question(NamedTuple):
    """A labelled line: `package` and `case` say which file, `kind` what is asked."""

    package: str
    case: str
    name: str
    kind: Literal["R", "E"]
    code: str
    """The statement, or the expression whose type is asked for."""


class Line(NamedTuple):
    """A place in the checked project: a path relative to its root, and a line from 1."""

    path: str
    number: int


def project_package(package: str) -> str:
    """Name the folder of a package's cases so that it can't shadow the library itself."""
    return f"{package}_cases"


def source(package: str) -> Path:
    """Find the folder of a package's cases as they are written."""
    return CASES / package.replace(DECLARED, UNDECLARED)


def read_questions() -> dict[Line, Question]:
    """Find the labels of all case files."""
    questions: dict[Line, Question] = {}
    keys: set[Key] = set()
    for package in PACKAGES:
        for file in sorted(source(package).glob("*.py")):
            path = f"{project_package(package)}/{file.name}"
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                if match := LABEL.search(text):
                    question = make_question(package, file.stem, text[: match.start()], match)
                    assert key(question) not in keys, f"label used twice: {question}"
                    keys.add(key(question))
                    questions[Line(path, number)] = question
    return questions


def make_question(package: str, case: str, text: str, label: re.Match[str]) -> Question:
    """Read a line: a revealed expression stands alone, anything else as it is written.

    What is about a whole file is asked in its first line, the docstring.
    """
    code = "the whole file" if text.startswith('"""') else text.strip()
    if label["kind"] == "E":
        return Question(package, case, label["name"], "E", code)
    return Question(package, case, label["name"], "R", code[len("reveal_type(") : -1])


Key = tuple[str, str, str]
"""Package, case and label."""


def key(question: Question) -> Key:
    """Name a question."""
    return question.package, question.case, question.name
