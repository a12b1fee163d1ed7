"""Places in an edited text: where things are afterwards, and where they were."""

from __future__ import annotations

import pytest

from orm_typing.cli.uncast.text import EditedText, Place, Replacement, Span, Text

BEFORE = Text("one = cast(\n    int,\n    two,\n)\nthree = 3\n")


def span(text: str, piece: str) -> Span:
    """Where a piece is."""
    start = text.index(piece)
    return Span(start, start + len(piece))


@pytest.fixture
def edited() -> EditedText:
    """``one = (two)`` and the rest."""
    return EditedText(
        BEFORE,
        [
            Replacement(span(BEFORE.text, "cast(\n    int,\n    "), "("),
            Replacement(span(BEFORE.text, ",\n)"), ")"),
        ],
    )


def test_the_text(edited: EditedText) -> None:
    assert edited.after.text == "one = (two)\nthree = 3\n"


@pytest.mark.parametrize("piece", ["one", "two", "three", "3"])
def test_what_is_left_has_moved(edited: EditedText, piece: str) -> None:
    moved = edited.moved(span(BEFORE.text, piece))
    assert moved == span(edited.after.text, piece)


def test_lines_as_they_were(edited: EditedText) -> None:
    assert [edited.old_line(line) for line in (1, 2)] == [1, 5]


def test_lines_after_lines_that_went() -> None:
    edited = EditedText(BEFORE, [Replacement(BEFORE.line_span(2)), Replacement(Span(0, 0), "a\n")])
    assert edited.after.text.splitlines() == ["a", "one = cast(", "    two,", ")", "three = 3"]
    assert [edited.old_line(line) for line in range(2, 6)] == [1, 3, 4, 5]


def test_statements_and_functions() -> None:
    text = Text("def f():\n    if x:\n        g(\n            1\n        )\n    return 2\ny = 1\n")
    assert text.statements == {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 6: 6, 7: 7}
    assert text.functions == dict.fromkeys(range(1, 7), 1)


@pytest.mark.parametrize(
    ("before", "columns"), [("abc", {3}), ("é€", {2, 5, -1}), ("😀", {1, 4, -2})]
)
def test_columns_of_both_parsers(before: str, columns: set[int]) -> None:
    """In characters, in bytes, and in what the parser of mypy 2 makes of them."""
    text = Text(f"{before}x")
    places = text.places(span(text.text, "x"))
    assert {place.column for place in places} == columns
    assert all(place == Place(1, place.column, 1, place.end_column) for place in places)


@pytest.mark.parametrize(("text", "end"), [("a\r\nb", "\r\n"), ("a\nb\r\n", "\n"), ("a", "\n")])
def test_line_ends(text: str, end: str) -> None:
    assert Text(text).line_end == end
    assert Text(text).line_count == len(text.splitlines())
