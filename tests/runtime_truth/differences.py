"""Where mypy's answer differs from the library's on purpose, and why.

Each row holds for the packages that it names, in each of which it is needed: a row that nothing
matches fails the test, as does a difference without a row.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from tests.runtime_truth.question import ERROR, OK, Question


@dataclass(frozen=True)
class Difference:
    """Differences allowed; all but the reason and the packages are regular expressions."""

    reason: str
    packages: tuple[str, ...]
    topic: str
    label: str
    library: str
    mypy: str
    text: str = ".*"

    def matches(self, question: Question, library: str, mypy: str) -> bool:
        """Whether this row is about that question and those answers."""
        pairs = (
            (self.topic, question.topic),
            (self.label, question.label),
            (self.library, library),
            (self.mypy, mypy),
            (self.text, question.text),
        )
        return all(re.fullmatch(pattern, text) for pattern, text in pairs)


REPORTED = {
    # The plugin says there why the library's answers differ.
    "mixture": {"mixture/forward.py [orm-lost-nullability]"},
}
"""What mypy has to say of the models of a package; of the others, nothing."""

_ALL = ("shop", "forum", "festival", "family", "mixture")
_NO_ROW = r"list\[\]|None"

DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        "Pydantic takes fields off the class; mypy has every field of a pydantic model there.",
        _ALL,
        topic="class attribute",
        label="(inherited )?key",
        library="absent",
        mypy=r"int( \| None)?",
    ),
    Difference(
        "Pydantic takes fields off the class; on a plain model, a relation is such a field.",
        ("mixture",),
        topic="class attribute",
        label="field",
        library="absent",
        mypy=r"sqliter\.orm\.fields\.ForeignKey\[.*",
    ),
    Difference(
        "The library silently drops keywords that it does not know; they are misspelt.",
        _ALL,
        topic="constructor",
        label="unknown keyword",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "Dropped like any unknown keyword: who gives objects expects that they are related.",
        _ALL,
        topic="constructor",
        label="(accessor|many-to-many) as keyword",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The name of the column is no keyword: it is dropped, and the nullable key stays None.",
        ("shop",),
        topic="constructor",
        label="nullable key: column",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The library takes whatever has a pk, and stores it as the key of another table's row.",
        _ALL,
        topic="constructor",
        label="(nullable )?key: object of another model",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "What the library can't use it drops, and a nullable key stays None.",
        _ALL,
        topic="constructor",
        label="nullable key: text",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The same for a key with a default of its own: the default stays.",
        ("shop",),
        topic="constructor",
        label="key: text",
        library=OK,
        mypy=ERROR,
        text=r"shop\.sales\.Gift\(.*receiver=.*",
    ),
    Difference(
        "An AsyncLazyLoader is nothing that the library can use: a nullable key stays None.",
        ("festival", "family", "mixture"),
        topic="constructor",
        label="nullable key: what reading gives",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "A subclass ignores an inherited foreign key in its constructor: the key's attribute "
        "counts alone, and a nullable one stays None.",
        ("family",),
        topic="constructor",
        label="inherited key: both(, object None)?|inherited nullable key: (both(, object None)?"
        "|None|id|object|object of another model|text|what reading gives)",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "On a subclass of the model that declares it, a null foreign key reads as a proxy of None, "
        "which is true and has no attributes. Nobody can want that: None is the useful answer.",
        ("family",),
        topic="instance attribute|loading",
        label=".*",
        library=r"family\.targets\.Person",
        mypy=r"family\.targets\.Person \| None",
        text=r".*(row|it)\.lender",
    ),
    Difference(
        "A relation in a mixin that is no model leads to rows that can't be stored: the accessor "
        "exists, and every use of it raises.",
        ("family",),
        topic="instance attribute|loading",
        label="accessor|not prefetched",
        library=r"sqliter\.orm\.query\.ReverseQuery\[family\.sources\.Labelled\]",
        mypy='Argument 1 to "__get__" of .*',
        text=r".*row\.labelled",
    ),
    Difference(
        "Nothing refers to a row of a subclass of the target: it has a table of its own.",
        ("family",),
        topic="method|loading",
        label="(prefetched, )?(fetch_all|fetch_one)",
        library=_NO_ROW,
        mypy=r"list\[.*\]|.* \| None",
        text=r"(async_)?db\.select\(family\.(targets\.(Author|Leader)|async_models\.Club)\).*",
    ),
    Difference(
        "A model whose relation is in a mixin, or which is plain, can't be stored: no rows.",
        ("family", "mixture"),
        topic="result",
        label=".*",
        library=_NO_ROW,
        mypy=r"list\[.*\]|.* \| None",
        text=r".*(family\.sources\.Box|mixture\.plain\.FromPlain).*",
    ),
    Difference(
        "A manager of one kind can't use a database of the other: nothing can be added to it.",
        ("mixture",),
        topic="method|loading",
        label="(prefetched, )?(fetch_all|fetch_one)",
        library=_NO_ROW,
        mypy=r"list\[.*\]|.* \| None",
        text=r".*select\(mixture\.crossed\.Later(Async|Sync)\).*earlier.*",
    ),
    Difference(
        "A required key after a nullable one joins strictly: the library loses the rows that have "
        "None. It should not, and a checker must not rely on it.",
        ("shop", "festival"),
        topic="loading",
        label="nested",
        library=r"[\w.]+",
        mypy=r"[\w.]+ \| None",
        text=r".*; row\.\w+",
    ),
    Difference(
        "A forward reference elsewhere in the class makes the library overlook `| None`; all "
        "checkers read what is written.",
        ("mixture",),
        topic="class attribute|instance attribute|loading",
        label=".*",
        library=r".*mixture\.bases\.Sync\]?",
        mypy=r".*mixture\.bases\.Sync \| None\]?",
        text=r".*\.overlooked",
    ),
    Difference(
        "So the library refuses None, which the annotation allows.",
        ("mixture",),
        topic="constructor|assignment",
        label="key: None|key: both, object None|foreign key: None",
        library=ERROR,
        mypy=OK,
        text=r".*overlooked ?= ?None.*",
    ),
    Difference(
        "The library can't load a plain model by a join: it has no db_context to set.",
        ("mixture",),
        topic="loading",
        label=".*",
        library="raises ValidationError",
        mypy=".*",
        text=r"db\.select\(mixture\.plain\.ToPlain\)\.select_related.*",
    ),
)

if sys.version_info >= (3, 12):
    # typing.runtime_checkable: "isinstance() checks against runtime-checkable protocols now use
    # inspect.getattr_static()" (Python 3.12, What's New).
    DIFFERENCES += (
        Difference(
            "A lazy loader stands for the object, but the library does not recognise its own: it "
            "asks isinstance(loader, HasPK), and the loader's pk is found by __getattr__ only.",
            ("shop", "forum", "family", "mixture"),
            topic="assignment|constructor",
            label=".*: what reading gives",
            library=ERROR,
            mypy=OK,
        ),
    )
