"""A change of configuration, like one of source: a warm run says what a cold one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .checker import MYPY, Answer, Checker, ThirdPartyCaches, run
from .scenario import Layout
from .stories.texts import library

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = library("author.books", "author.name")

CHANGES = {
    "follow_imports of the source": "[mypy-myapp.books]\nfollow_imports = error\n",
    "errors of the target": "[mypy-myapp.authors]\nignore_errors = True\n",
    "plurals": '[orm_typing]\nplurals = "simple"\n',
    "an excluded source": "exclude = books\n",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_warm_run_after_a_change_of_configuration(
    change: str, tmp_path: Path, caches: ThirdPartyCaches, checker: Checker
) -> None:
    for path in PROJECT:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(PROJECT[path])
    before = checker.configuration(Layout())
    after = before + change
    answers: dict[str, list[Answer]] = {}
    for state in ("warm", "cold"):
        cache = tmp_path / f".cache-{state}"
        answers[state] = []
        for configuration in (before, after, before):
            (tmp_path / "mypy.ini").write_text(configuration)
            if state == "cold":
                caches.copy(configuration, cache)
            answers[state].append(run((*MYPY, f"--cache-dir={cache}", "myapp/app.py"), tmp_path))
    assert answers["warm"] == answers["cold"]
    assert any("ReverseQuery[myapp.books.Book]" in line for line in answers["cold"][0].messages)


def test_a_cache_for_the_daemon_has_the_same_answer_about_a_skipped_source(
    tmp_path: Path, caches: ThirdPartyCaches, checker: Checker
) -> None:
    for path in PROJECT:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(PROJECT[path])
    skipping = Layout(sections=("[mypy-myapp.books]", "follow_imports = skip"))
    configuration = checker.configuration(skipping)
    (tmp_path / "mypy.ini").write_text(configuration)
    answers: list[Answer] = []
    for name, options in (("batch", ()), ("daemon", ("--cache-fine-grained",))):
        cache = tmp_path / f".cache-{name}"
        caches.copy(configuration, cache)
        command = (*MYPY, f"--cache-dir={cache}", *options, "myapp/app.py")
        answers += [run(command, tmp_path), run(command, tmp_path)]
    assert all(answer == answers[0] for answer in answers)
    assert any("ReverseQuery[Any]" in line for line in answers[0].messages)
