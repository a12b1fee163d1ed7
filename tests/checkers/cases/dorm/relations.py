"""Foreign keys, one-to-one and many-to-many fields, from the side that declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import dorm
from dorm import ForeignKey, ManyToManyField, OneToOneField
from typing_extensions import reveal_type


class Author(dorm.Model):
    name = dorm.CharField(max_length=50)


class Tag(dorm.Model):
    label = dorm.CharField(max_length=50)


class Owned(ForeignKey):
    pass


class Book(dorm.Model):
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey(Author, dorm.SET_NULL, "edited", null=True)
    series = dorm.ForeignKey("Series")
    sequel = dorm.ForeignKey("Book", null=True, related_name="prequels")
    named: ForeignKey[Author] = ForeignKey("Author", related_name="named")
    named_null: ForeignKey[Author | None] = ForeignKey("Author", related_name="n", null=True)
    cover = dorm.OneToOneField("Cover", on_delete=dorm.SET_NULL, null=True)
    draft = dorm.OneToOneField(Author, related_name="draft")
    patron = OneToOneField(Author, related_name="patronised", null=True)
    tags = dorm.ManyToManyField(Tag, related_name="books")
    topics = ManyToManyField("Tag", blank=True)
    themes: ManyToManyField[Tag] = ManyToManyField("Tag")
    owner = Owned(Author, related_name="owned")
    owner_null = Owned(Author, related_name="owned_null", null=True)

    if TYPE_CHECKING:
        id: int = 0
        author_id: int = 0
        editor_id: int | None = None


class Series(dorm.Model):
    parent: ForeignKey[Series | None] = ForeignKey("Series", null=True)


class Cover(dorm.Model):
    pass


class Membership(dorm.Model):
    """A key may be the primary key."""

    author = OneToOneField(Author, primary_key=True)
    objects: ClassVar[dorm.Manager[Membership]] = dorm.Manager()


def read(book: Book, series: Series, membership: Membership) -> None:
    reveal_type(book.author)  # R: author
    reveal_type(book.author.name)  # R: through
    reveal_type(book.editor)  # R: nullable
    reveal_type(book.series)  # R: text
    reveal_type(book.sequel)  # R: text-null
    reveal_type(book.named)  # R: annotated
    reveal_type(book.named_null)  # R: annotated-null
    reveal_type(book.cover)  # R: one-to-one-text
    reveal_type(book.draft)  # R: one-to-one
    reveal_type(book.patron)  # R: one-to-one-null
    reveal_type(book.tags)  # R: many-to-many
    reveal_type(book.topics)  # R: many-to-many-text
    reveal_type(book.themes)  # R: many-to-many-annotated
    reveal_type(book.owner)  # R: own-class
    reveal_type(book.owner_null)  # R: own-class-null
    reveal_type(book.id)  # R: id
    reveal_type(book.author_id)  # R: declared-key
    reveal_type(book.editor_id)  # R: declared-null-key
    reveal_type(series.parent)  # R: self
    reveal_type(membership.author)  # R: primary-key
    reveal_type(book.tags.all().first())  # R: many-to-many-all
    book.editor.name  # E: unchecked-none
    book.autor  # E: misspelt
    book.patron_id  # E: undeclared-key


def read_from_class() -> None:
    reveal_type(Book.author)  # R: class
    reveal_type(Book.editor)  # R: class-null
    reveal_type(Book.draft)  # R: class-one-to-one
    reveal_type(Book.tags)  # R: class-many-to-many
    reveal_type(Book.author.on_delete)  # R: metadata


def assign(book: Book, author: Author, tag: Tag) -> None:
    book.author = author
    book.author = 3
    book.editor = None
    book.editor = author
    book.patron = None
    book.named = author
    book.author = None  # E: assign-none
    book.author = tag  # E: assign-other-model
    book.author = 1.5  # E: assign-float
    book.editor = tag  # E: assign-other-model-null
    book.tags = [tag]  # E: assign-many-to-many


def construct() -> None:
    ForeignKey(Author, to_field="name")  # E: unknown-option
    ForeignKey(Author, on_delete="cascade")  # E: unknown-rule
    ForeignKey()  # E: no-target
    ForeignKey(str)  # E: target-no-model
    ManyToManyField(Tag, symmetrical=False)  # E: unknown-many-to-many-option
