"""Boxes and arrows, and the choice of a part."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_typing.cli.found import find_all
from orm_typing.cli.graph.picture import Box, NoSuchNameError, Picture, chosen, draw
from orm_typing.cli.project import open_project
from orm_typing.relations.vocabulary import RelationKind
from tests.cli.graph.conftest import write


@pytest.fixture
def picture(shop: Path) -> Picture:
    return draw(find_all(open_project(), shop))


def box(picture: Picture, name: str) -> Box:
    (found,) = (one for one in picture.boxes if one.full_name == name)
    return found


def test_every_model_has_a_box(picture: Picture) -> None:
    assert [one.full_name for one in picture.boxes] == [
        "shop.books.Book",
        "shop.books.Tag",
        "shop.events.Event",
        "shop.events.Venue",
        "shop.people.Author",
        "shop.people.Person",
    ]


def test_a_box_has_fields_and_accessors(picture: Picture) -> None:
    book = box(picture, "shop.books.Book")
    assert [(line.name, line.type, line.arrow is not None) for line in book.lines] == [
        ("title", "str", False),
        ("author", "ForeignKey[Author]", True),
        ("editor", "ForeignKey[Author | None]", True),
        ("tags", "ManyToMany[Tag]", True),
        ("sequel", "ForeignKey[Book]", True),
        ("similar", "ManyToMany[Book]", True),
    ]
    author = box(picture, "shop.people.Author")
    assert [arrow.accessor for arrow in author.accessors] == ["books", "edited"]
    assert author.bases == ("shop.people.Person",)
    assert author.place == "shop/people.py:8"


def test_an_arrow_says_what_the_relation_is(picture: Picture) -> None:
    arrows = {f"{one.source.rpartition('.')[2]}.{one.field}": one for one in picture.arrows}
    editor = arrows["Book.editor"]
    assert (editor.target, editor.accessor, editor.nullable) == (
        "shop.people.Author",
        "edited",
        True,
    )
    assert editor.place == "shop/books.py:13"
    assert arrows["Book.tags"].kind is RelationKind.MANY_TO_MANY
    assert arrows["Event.venue"].is_async
    assert arrows["Book.similar"].accessor is None
    assert (arrows["Book.sequel"].target, arrows["Book.sequel"].target_name) == (None, "Bok?")


def test_classes_in_functions_are_left_out(picture: Picture) -> None:
    assert not any("Draft" in arrow.source for arrow in picture.arrows)


def test_a_package_is_shown_with_the_targets_of_its_relations(picture: Picture) -> None:
    part = chosen(picture, ["shop.books"], [])
    assert [(one.name, one.is_outside) for one in part.boxes] == [
        ("Book", False),
        ("Tag", False),
        ("Author", True),
    ]
    assert all(arrow.source == "shop.books.Book" for arrow in part.arrows)
    people = chosen(picture, ["shop.people"], [])
    assert [one.name for one in people.boxes] == ["Author", "Person"]
    assert [one.accessor for one in box(people, "shop.people.Author").accessors] == [
        "books",
        "edited",
    ]


@pytest.mark.parametrize("name", ["Author", "people.Author", "shop.people.Author"])
def test_a_model_is_shown_with_its_neighbours(picture: Picture, name: str) -> None:
    part = chosen(picture, [], [name])
    assert [(one.name, one.is_outside) for one in part.boxes] == [("Book", True), ("Author", False)]
    assert [arrow.field for arrow in part.arrows] == ["author", "editor"]


@pytest.mark.parametrize(
    ("packages", "models"), [(["sho"], []), (["shop.books.Book"], []), ([], ["Boo"])]
)
def test_names_that_are_not_there(picture: Picture, packages: list[str], models: list[str]) -> None:
    with pytest.raises(NoSuchNameError):
        chosen(picture, packages, models)


def test_fields_of_abstract_bases_and_models_of_the_library(folder: Path) -> None:
    pytest.importorskip("dorm")
    write(
        folder,
        {
            "shop.py": """
                import dorm

                class Owned(dorm.Model):
                    owner = dorm.ForeignKey("auth.User", on_delete=dorm.CASCADE)

                    class Meta:
                        abstract = True

                class Order(Owned):
                    number = dorm.IntegerField()
                    objects = dorm.Manager()

                class Slip(dorm.Model):
                    order = dorm.OneToOneField(Order, on_delete=dorm.CASCADE)
                """
        },
    )
    picture = draw(find_all(open_project(), folder))
    order = box(picture, "shop.Order")
    assert [(line.name, line.type) for line in order.lines] == [
        ("number", "IntegerField"),
        ("owner", "User"),
    ]
    assert box(picture, "shop.Owned").is_abstract
    assert box(picture, "dorm.contrib.auth.models.User").is_outside
    assert [arrow.kind for arrow in order.accessors] == [RelationKind.ONE_TO_ONE]
