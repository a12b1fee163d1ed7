"""The commands say that there is nothing to be done in a library's own checkout."""

from __future__ import annotations

import json

import pytest

from orm_typing.cli.exit_codes import ExitCode
from tests.cli.calling import call
from tests.own_source.conftest import Checkout


@pytest.fixture(autouse=True)
def here(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout.folder)


@pytest.mark.parametrize(
    "command", [("declare",), ("declare", "--write"), ("declare", "--check"), ("uncast", "--write")]
)
def test_what_changes_source_refuses(command: tuple[str, ...], checkout: Checkout) -> None:
    before = (checkout.folder / "tests" / "test_library.py").read_text()
    called = call(*command)
    assert called.exit_code == ExitCode.REFUSED
    assert checkout.said in called.stderr
    assert (checkout.folder / "tests" / "test_library.py").read_text() == before


def test_doctor_has_no_complaint(checkout: Checkout) -> None:
    called = call("doctor", "--json")
    found = json.loads(called.stdout)["findings"]
    assert [one["level"] for one in found if checkout.said in one["text"]] == ["note"]
    assert not [one for one in found if "rename" in f"{one['remedy']}"]
    assert called.exit_code == ExitCode.DONE


def test_init_writes_nothing(checkout: Checkout) -> None:
    (checkout.folder / "mypy.ini").unlink()
    called = call("init")
    assert called.exit_code == ExitCode.DONE
    assert checkout.said in called.stdout
    assert not (checkout.folder / "mypy.ini").exists()
