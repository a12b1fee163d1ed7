"""The questions: labelled lines in the case files."""

import re
import sys
from pathlib import Path
from typing import Literal, NamedTuple

CASES = Path(__file__).parent / "cases"
LABEL = re.compile(r"#\s(?P<kind>[RE]): (?P<name>[a-z0-9-]+)$")

# djanorm needs Python 3.11: without it, checkers miss the modules that its stubs leave out.
_ABSENT = {"dorm"} if sys.version_info < (3, 11) else set[str]()
# A folder with a table beside it is one package of the project that checkers see.
PACKAGES = sorted(
    folder.name
    for folder in CASES.iterdir()
    if folder.is_dir() and folder.with_suffix(".toml").exists() and folder.name not in _ABSENT
)


class Question(NamedTuple):
    """A labelled line: `package` and `case` say which file, `kind` what is asked."""

    package: str
    case: str
    name: str
    kind: Literal["R", "E"]


class Line(NamedTuple):
    """A place in the checked project: a path relative to its root, and a line from 1."""

    path: str
    number: int


def project_package(package: str) -> str:
    """Name the folder of a package's cases so that it can't shadow the library itself."""
    return f"{package}_cases"


def read_questions() -> dict[Line, Question]:
    """Find the labels of all case files."""
    questions: dict[Line, Question] = {}
    for package in PACKAGES:
        for file in sorted((CASES / package).glob("*.py")):
            path = f"{project_package(package)}/{file.name}"
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                if match := LABEL.search(text):
                    kind: Literal["R", "E"] = "R" if match["kind"] == "R" else "E"
                    question = Question(package, file.stem, match["name"], kind)
                    assert question not in questions.values(), f"label used twice: {question}"
                    questions[Line(path, number)] = question
    return questions
