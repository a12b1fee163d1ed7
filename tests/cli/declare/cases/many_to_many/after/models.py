from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.m2m import ReverseManyToMany


class Tag(BaseDBModel):
    label: str

    if TYPE_CHECKING:
        articles: ClassVar[ReverseManyToMany["Article"]]


class Article(BaseDBModel):
    title: str
    tags: ManyToMany[Tag] = ManyToMany(Tag)
    shelves: ManyToMany["Shelf"] = ManyToMany("Shelf", related_name="contents")
    # True in both directions: there is no other side.
    similar: ManyToMany["Article"] = ManyToMany("Article", symmetrical=True)
    sources: ManyToMany["Article"] = ManyToMany("Article", related_name="cited_by")

    if TYPE_CHECKING:
        cited_by: ClassVar[ReverseManyToMany["Article"]]


class Shelf(BaseDBModel):
    place: str

    if TYPE_CHECKING:
        contents: ClassVar[ReverseManyToMany["Article"]]
