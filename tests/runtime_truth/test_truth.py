"""mypy with the plugin, and the index alone, say of real models what the real library does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from orm_typing.orms.sqliter import VOCABULARY
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.edit_scripts.checker import ThirdPartyCaches
from tests.runtime_truth.checker import MODELS, PLUGINS, ask_mypy
from tests.runtime_truth.compare import module_below, report, unexplained
from tests.runtime_truth.conftest import Truth
from tests.runtime_truth.differences import DIFFERENCES, REPORTED
from tests.runtime_truth.question import ABSENT, NO_ROWS

PYDANTIC = "pydantic.mypy"

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
    pairs = [(one.question, one.answer) for one in answered]
    report(unexplained(truth.package, pairs, said.verdicts, DIFFERENCES))


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
        report(
            f"{question.text}: {one.answer(question)}, with {plugins} {other.answer(question)}"
            for question, one, other in zip(questions, alone.verdicts, both.verdicts, strict=True)
            if one.answer(question) != other.answer(question)
        )


def test_the_index_has_the_librarys_accessors(truth: Truth) -> None:
    index = ProjectIndex(
        [str(MODELS)], VOCABULARY, Pluraliser("inflect"), module_of=partial(module_below, MODELS)
    )
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
