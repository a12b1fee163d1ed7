import uuid

import dorm

from library.base import Record


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)


class Author(dorm.Model):
    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=80)


class Book(Record):
    title = dorm.CharField(max_length=80)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey("Author", on_delete=dorm.SET_NULL, null=True)
    printed_in = dorm.ForeignKey("library.Country", on_delete=dorm.CASCADE)
    sequel_of = dorm.ForeignKey(
        "Book",  # the one before
        null=True,
    )
    tags = dorm.ManyToManyField("Tag")

    class Meta:
        app_label = "library"


class Cover(dorm.Model):
    book = dorm.OneToOneField(Book, on_delete=dorm.CASCADE)


class Tag(dorm.Model): label = dorm.CharField(max_length=20)
