"""Sources that inherit their relations."""

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from family.targets import Author, Person


class Tag(BaseDBModel):
    name: str


class Owned(BaseDBModel):
    owner: ForeignKey[Person] = ForeignKey(Person)
    lender: ForeignKey[Person | None] = ForeignKey(Person, related_name="lent")


class Book(Owned):
    title: str
    tags: ManyToMany[Tag] = ManyToMany(Tag)
    author: ForeignKey[Author] = ForeignKey(Author)


class Novel(Book):
    genre: str = "crime"


class Reprint(Book):
    author: ForeignKey[Author] = ForeignKey(Author)


class Labelled:
    """No model, so that the library sees its relation and its subclass does not."""

    label: ForeignKey[Tag] = ForeignKey(Tag, related_name="labelled")


class Box(Labelled, BaseDBModel):
    size: int
