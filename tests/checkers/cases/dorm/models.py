"""Models: managers, keys, exceptions, saving, and what an instance has no attribute for."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar, TypeVar

import dorm
from dorm import Manager, Model, QuerySet
from typing_extensions import Self, reveal_type

M = TypeVar("M", bound=Model)


class Author(dorm.Model):
    name = dorm.CharField(max_length=50)

    class Meta:
        ordering = ["name"]
        indexes = [dorm.Index(fields=["name"], name="author_name")]
        constraints = [dorm.UniqueConstraint(fields=["name"], name="unique_name")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not self.name:
            raise dorm.ValidationError({"name": "is empty"}, code="empty")

    def save(
        self,
        using: str = "default",
        force_insert: bool = False,
        force_update: bool = False,
        update_fields: list[str] | None = None,
    ) -> None:
        self.full_clean()
        super().save(using, force_insert, force_update, update_fields)

    def copy(self) -> Self:
        return type(self)(name=self.name)


class Novelist(Author):
    pass


class BookManager(Manager["Book"]):
    def published(self) -> QuerySet[Book]:
        return self.filter(published=True)


class LooseManager(dorm.Manager):
    def total(self) -> int:
        return self.count()


class Book(dorm.Model):
    published = dorm.BooleanField()
    objects = BookManager()
    every: ClassVar[Manager[Book]] = Manager()

    class Meta(Author.Meta):
        default_manager_name = "objects"


class DeclaredManager(Manager["Declared"]):
    def drafts(self) -> QuerySet[Declared]:
        return self.filter(draft=True)


class Declared(dorm.Model):
    objects: ClassVar[DeclaredManager] = DeclaredManager()


class Loose(dorm.Model):
    objects = LooseManager()


class DraftsQuerySet(QuerySet["Drafts"]):
    def drafts(self) -> Self:
        return self.filter(draft=True)


class Drafts(dorm.Model):
    draft = dorm.BooleanField()
    objects = Manager.from_queryset(DraftsQuerySet)()


class Line(dorm.Model):
    order = dorm.IntegerField()
    number = dorm.IntegerField()
    pk = dorm.CompositePrimaryKey("order", "number")


class Timestamped(dorm.Model):
    created = dorm.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Event(Timestamped):
    code = dorm.CharField(max_length=5, primary_key=True)


class Token(dorm.Model):
    id = dorm.UUIDField(primary_key=True, default=uuid.uuid4)


class Declaring(dorm.Model):
    if TYPE_CHECKING:
        id: int = 0
        pk: int = 0


def managers() -> None:
    reveal_type(Author.objects)  # R: manager
    reveal_type(Author.objects.get(pk=1))  # R: manager-row
    reveal_type(Novelist.objects.get(pk=1))  # R: inherited
    reveal_type(Event.objects.first())  # R: from-abstract
    reveal_type(Book.objects)  # R: own-manager
    reveal_type(Book.objects.published().first())  # R: own-method
    reveal_type(Book.every.first())  # R: second-manager
    reveal_type(Declared.objects)  # R: declared-manager
    reveal_type(Declared.objects.drafts().first())  # R: declared-method
    reveal_type(Loose.objects)  # R: loose-manager
    reveal_type(Loose.objects.total())  # R: loose-method
    reveal_type(Drafts.objects.drafts().first())  # R: from-queryset
    Author().objects.first()  # E: on-instance
    Book().objects.first()  # E: own-on-instance
    Author.objets  # E: misspelt-manager


def generic(model: type[Author], any_model: type[Model], bound: type[M]) -> None:
    reveal_type(bound.objects.first())  # R: generic
    reveal_type(model.objects.get(pk=1))  # R: class-value
    reveal_type(any_model.objects)  # R: any-model


def keys(author: Author, line: Line, token: Token, declaring: Declaring) -> None:
    reveal_type(token.id)  # R: own-id
    reveal_type(declaring.id)  # R: declared-id
    reveal_type(declaring.pk)  # R: declared-pk
    reveal_type(author.pk)  # R: pk
    reveal_type(line.pk)  # R: composite
    author.pk = None
    author.id  # E: id


def exceptions() -> None:
    try:
        Author.objects.get(pk=1)
    except Author.DoesNotExist as error:
        reveal_type(error)  # R: does-not-exist
    except (Author.MultipleObjectsReturned, Book.DoesNotExist):
        raise
    try:
        Author().full_clean()
    except dorm.ValidationError as error:
        reveal_type(error.message)  # R: message


async def save(author: Author) -> None:
    reveal_type(author.save())  # R: save
    reveal_type(author.delete())  # R: delete
    reveal_type(await author.asave(update_fields=["name"]))  # R: asave
    reveal_type(await author.adelete())  # R: adelete
    reveal_type(author.refresh_from_db(fields=["name"]))  # R: refresh
    reveal_type(await author.arefresh_from_db())  # R: arefresh
    reveal_type(author.copy())  # R: self
    reveal_type(Novelist.from_db("default", ["name"], ["Knut"]))  # R: from-db
    author.save(update_field=["name"])  # E: misspelt-parameter
    author.full_clean(exclude="name")  # E: text-for-list
    author.nmae  # E: misspelt
    author.nickname = "Knut"  # E: unknown-attribute


def metadata() -> None:
    reveal_type(Author._meta.db_table)  # R: table
    reveal_type(Author._meta.get_field("name"))  # R: field
    reveal_type(Author._meta.fields)  # R: fields
    reveal_type(Author(name="Knut"))  # R: constructor
    Author("Knut")  # E: positional
