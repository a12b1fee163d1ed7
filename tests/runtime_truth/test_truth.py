"""mypy with the plugin, and the index alone, say of real models what the real library does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from orm_typing.orms.sqliter import VOCABULARY
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.edit_scripts.checker import ThirdPartyCaches
from tests.runtime_truth.checker import MODELS, PLUGINS, Verdict, ask_mypy
from tests.runtime_truth.conftest import Truth
from tests.runtime_truth.differences import DIFFERENCES, REPORTED
from tests.runtime_truth.question import ABSENT, NO_ROWS, Answered

PYDANTIC = "pydantic.mypy"
SHOWN = 40

# The library waits for this target to be registered, and it never is. The index knows the name.
NEVER_INSTALLED = {
    (
        "mixture.bases.Plain",
        "never",
        "sqliter.orm.query.ReverseRelationship[mixture.plain.ToPlain]",
    )
}

# Models of which no row can be stored; every other model must have had rows to look at.
WITHOUT_ROWS = {"family.sources.Box", "mixture.plain.FromPlain"}


def test_mypy_says_what_the_library_does(
    truth: Truth, caches: ThirdPartyCaches, tmp_path: Path
) -> None:
    answered = [one for one in truth.answers if one.answer != NO_ROWS]
    said = ask_mypy([one.question for one in answered], truth.modules, tmp_path, caches)
    assert said.of_models == REPORTED.get(truth.package, set())
    _report(_differences(truth.package, answered, said.verdicts))


# The other packages have nothing more in their constructors.
@pytest.mark.parametrize("truth", ["family", "festival"], indirect=True)
def test_pydantics_plugin_changes_no_answer(
    truth: Truth, caches: ThirdPartyCaches, tmp_path: Path
) -> None:
    # Loading has nothing to do with pydantic; without it the run takes half the time.
    questions = [
        one.question
        for one in truth.answers
        if one.answer not in (NO_ROWS, ABSENT) and one.question.topic not in ("loading", "path")
    ]
    alone = ask_mypy(questions, truth.modules, tmp_path / "alone", caches)
    for plugins in ((*PLUGINS, PYDANTIC), (PYDANTIC, *PLUGINS)):
        both = ask_mypy(questions, truth.modules, tmp_path / plugins[0], caches, plugins)
        assert both.of_models == alone.of_models
        _report(
            f"{question.text}: {one.answer(question)}, with {plugins} {other.answer(question)}"
            for question, one, other in zip(questions, alone.verdicts, both.verdicts, strict=True)
            if one.answer(question) != other.answer(question)
        )


def test_the_index_has_the_librarys_accessors(truth: Truth) -> None:
    index = ProjectIndex([str(MODELS)], VOCABULARY, Pluraliser("inflect"), module_of=_module_of)
    index.refresh()
    claimed = {
        (one.target, one.accessor, f"{one.reverse_descriptor}[{one.source}]")
        for one in index.relations
        if one.target and one.accessor and one.source_module.partition(".")[0] == truth.package
    }
    assert claimed - NEVER_INSTALLED == truth.accessors


def test_the_library_had_rows_to_answer_with(truth: Truth) -> None:
    unanswered = {
        one.question.model
        for one in truth.answers
        if one.answer == NO_ROWS and one.question.topic == "instance attribute"
    }
    assert unanswered == {name for name in WITHOUT_ROWS if name.startswith(truth.package)}


def _differences(
    package: str, answered: Sequence[Answered], found: Sequence[Verdict]
) -> Iterator[str]:
    """Give the differences without a row in the table, and the rows without a difference."""
    used: Counter[int] = Counter()
    for one, verdict in zip(answered, found, strict=True):
        said = verdict.answer(one.question)
        if said == one.answer:
            continue
        rows = [
            number
            for number, row in enumerate(DIFFERENCES)
            if package in row.packages and row.matches(one.question, one.answer, said)
        ]
        used.update(rows)
        if not rows:
            yield (
                f"{one.question.topic} ({one.question.label}): {one.question.text}\n"
                f"    the library: {one.answer}\n    mypy: {said}"
                + "".join(f"\n        {error}" for error in verdict.errors)
            )
    for number, row in enumerate(DIFFERENCES):
        if package in row.packages and not used[number]:
            yield f"stale row for {package}: {row.reason}"


def _report(problems: Iterable[str]) -> None:
    """Fail with all of them, or as many as can be read."""
    found = list(problems)
    if found:
        pytest.fail("\n".join([f"{len(found)} differences", *found[:SHOWN]]), pytrace=False)


def _module_of(path: str) -> tuple[str, bool] | None:
    parts = Path(path).relative_to(MODELS).with_suffix("").parts
    if parts[-1] == "__init__":
        return ".".join(parts[:-1]), True
    return ".".join(parts), False
