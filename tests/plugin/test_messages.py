"""Every message has a code of its own page, names what it is about, and says what to do."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, get_type_hints

import pytest
from mypy.errorcodes import ErrorCode

from orm_typing import messages
from orm_typing.messages.codes import CATEGORY, ERROR_CODES, Message
from orm_typing.messages.models import unresolved_target
from orm_typing.messages.names import closest, unknown_path

HINT = re.compile(
    r"; (?:did you mean|call|give|leave|pass|import|write|assign|it can follow|it has)"
    r"|; (?:if its file|please report)"
    r"|; remed(?:y|ies)$"  # the ORM's description says them
    r"|; run"
)


def message_functions() -> dict[str, Callable[..., Message]]:
    """All functions of the vocabulary that make a message."""
    return {
        name: function
        for module in pkgutil.iter_modules(messages.__path__, f"{messages.__name__}.")
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction)
        if get_type_hints(function).get("return") is Message
    }


def samples(function: Callable[..., Message]) -> Iterator[dict[str, Any]]:
    """Arguments for it: a text is its own parameter's name, and a flag has both values."""
    hints = get_type_hints(function)
    hints.pop("return")
    flags = [name for name, hint in hints.items() if hint is bool]
    for value in (True, False) if flags else (True,):
        yield {name: value if hint is bool else _value(name, hint) for name, hint in hints.items()}


def _value(name: str, hint: object) -> object:
    if hint is str:
        return name
    if hint == Iterable[str]:
        return ["first", "second"]
    assert hint is BaseException, f"no sample for {hint}"
    return ValueError("surprise")


CASES = [
    pytest.param(function(**arguments), arguments, id=name)
    for name, function in message_functions().items()
    for arguments in samples(function)
]


@pytest.mark.parametrize(("message", "arguments"), CASES)
def test_it_has_a_listed_code_and_a_hint(message: Message, arguments: dict[str, Any]) -> None:
    assert message.code in ERROR_CODES
    assert HINT.search(message.text), message.text


@pytest.mark.parametrize(("message", "arguments"), CASES)
def test_it_is_one_line_and_names_its_subjects(message: Message, arguments: dict[str, Any]) -> None:
    assert "\n" not in message.text
    assert not message.text.endswith(".")
    for value in arguments.values():
        if isinstance(value, str):
            assert value in message.text


def test_every_code_is_listed_once_and_has_a_message() -> None:
    used = {case.values[0].code.code for case in CASES if isinstance(case.values[0], Message)}
    assert used == {code.code for code in ERROR_CODES}
    assert len(ERROR_CODES) == len({code.code for code in ERROR_CODES})


@pytest.mark.parametrize("code", ERROR_CODES, ids=lambda code: str(code.code))
def test_codes_are_described_and_recognisable(code: ErrorCode) -> None:
    assert code.code.startswith("orm-")
    assert code.description
    assert code.category == CATEGORY


@pytest.mark.parametrize(
    ("name", "candidates", "expected"),
    [
        ("boks", ["books", "tags"], "books"),
        ("books", ["tags", "editor"], None),
        ("authro", ["editor", "author"], "author"),
        ("large", ["LARGE", "SMALL", "lager"], "LARGE"),
        ("x", [], None),
    ],
)
def test_suggestions(name: str, candidates: list[str], expected: str | None) -> None:
    assert closest(name, candidates) == expected


WRITTEN = ("name", "step", "lookup", "operator", "text", "target")
"""The parameters that hold what a user wrote and that is wrong; the first that a message has."""

CHOOSING = {
    name: function
    for name, function in message_functions().items()
    if Iterable[str] in get_type_hints(function).values()
}
"""The messages that are given what there is to choose from."""


def written_parameter(function: Callable[..., Message]) -> str | None:
    """The parameter with what was written."""
    parameters = inspect.signature(function).parameters
    return next((name for name in WRITTEN if name in parameters), None)


@pytest.mark.parametrize(
    ("function", "written"),
    [
        pytest.param(function, written, id=name)
        for name, function in CHOOSING.items()
        if (written := written_parameter(function)) is not None
    ],
)
def test_no_hint_proposes_what_was_written(function: Callable[..., Message], written: str) -> None:
    hints = get_type_hints(function)
    for arguments in samples(function):
        for known in (["Tags"], ["Tags", "Tagz"], ["Tags", "quite another"]):
            lists = {name: known for name, hint in hints.items() if hint == Iterable[str]}
            text = function(**{**arguments, written: "Tags", **lists}).text
            said, _, hint = text.partition("; ")
            assert "Tags" in said
            assert '"Tags"' not in hint, text


def test_all_proposals_are_looked_at() -> None:
    """Of those that are given names, one only says nothing of what was written."""
    unseen = {name for name, function in CHOOSING.items() if written_parameter(function) is None}
    assert unseen == {"missing_columns"}


class TestHints:
    """The hint fits what is known."""

    def test_a_target_that_is_close(self) -> None:
        assert unresolved_target("Tagg", ["Tag", "Author"]).text == (
            'No model named "Tagg" was found; did you mean "Tag"?'
        )

    def test_a_target_that_is_not(self) -> None:
        assert unresolved_target("Tagg", ["Author"]).text == (
            'No model named "Tagg" was found; import the class and pass it instead'
        )

    def test_a_path_that_is_close(self) -> None:
        assert unknown_path("Book", "autor", "select_related", ["author"]).text == (
            'select_related: "Book" has no relation "autor" to follow; did you mean "author"?'
        )

    def test_a_path_where_nothing_can_be_followed(self) -> None:
        assert unknown_path("Tag", "author", "select_related", []).text == (
            'select_related: "Tag" has no relation "author" to follow'
        )
