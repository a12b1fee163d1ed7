from sqliter.orm import BaseDBModel, ForeignKey


class Person(BaseDBModel):
    name: str


class Author(Person):
    pass


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    owner: ForeignKey[Person] = ForeignKey(Person, related_name="owned")


class AudioBook(Book):
    narrator: ForeignKey[Person] = ForeignKey(Person, related_name="narrated")
