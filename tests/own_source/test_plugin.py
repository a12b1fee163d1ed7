"""What mypy says in a library's own checkout is what it says without the plugin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY, Answer, run
from tests.edit_scripts.daemon import Daemon
from tests.own_source.conftest import Checkout


def answer(checkout: Checkout, cache: str, *options: str) -> Answer:
    """A run of mypy on the whole checkout."""
    command = (*MYPY, f"--cache-dir={checkout.folder.parent / cache}", *options)
    return run((*command, *checkout.arguments), checkout.folder)


def without_the_line(said: Answer, checkout: Checkout) -> list[str]:
    """The messages, after a look at the one that says why there are no others."""
    lines = [one for one in said.messages if checkout.said in one]
    assert len(lines) == 1, said.messages
    assert f"{checkout.package}/" in lines[0]
    return sorted(one for one in said.messages if one not in lines)


def test_the_answers_are_those_of_mypy_alone(checkout: Checkout) -> None:
    """Cold, and from the cache; the line is no error."""
    alone = answer(checkout, "alone", "--config-file=")
    assert any("Revealed type" in one for one in alone.messages)
    for _ in range(2):
        said = answer(checkout, "with")
        assert said.crash is None
        assert without_the_line(said, checkout) == sorted(alone.messages)


@pytest.mark.parametrize("checkout", [("sqliter", "")], indirect=True)
def test_the_daemon_says_the_same(checkout: Checkout, tmp_path: Path) -> None:
    """Compared with a daemon without the plugin, which words some of mypy's hints otherwise."""

    def says(name: str) -> list[Answer]:
        daemon = Daemon(checkout.folder, tmp_path / f"{name}.json", tmp_path / name)
        more = checkout.folder / "tests" / "more.py"
        try:
            first = daemon.run(checkout.arguments)
            more.write_text("x: int = ''\n", encoding="utf-8")
            return [first, daemon.run(checkout.arguments)]
        finally:
            daemon.stop()
            more.unlink()

    answers = says("with")
    (checkout.folder / "mypy.ini").unlink()
    for said, alone in zip(answers, says("alone"), strict=True):
        assert without_the_line(said, checkout) == sorted(alone.messages)


def test_another_package_of_that_name_is_no_library(tmp_path: Path) -> None:
    """A program for dormitories keeps what the plugin does for its other models."""
    (tmp_path / "dorm").mkdir()
    (tmp_path / "dorm" / "__init__.py").write_text("")
    (tmp_path / "dorm" / "models.py").write_text("class Room: ...\n")
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    (tmp_path / "shop.py").write_text(
        "from sqliter.orm import BaseDBModel, ForeignKey\n"
        "class Author(BaseDBModel): ...\n"
        "class Book(BaseDBModel):\n"
        "    author: ForeignKey[Author] = ForeignKey(Author, related_name='books')\n"
        "reveal_type(Author().books)\n"
    )
    said = run((*MYPY, "shop.py"), tmp_path).messages
    assert any("ReverseQuery[shop.Book]" in one for one in said), said
