from typing import Optional

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from shop.people import Author, Tag


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="edited")
    translator: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="translated")
    tags: ManyToMany[Tag] = ManyToMany(Tag)


class Series(BaseDBModel):
    books: ManyToMany[Book] = ManyToMany(Book, related_name="series")
    continued: ManyToMany["Series"] = ManyToMany("Series", related_name="continues")
