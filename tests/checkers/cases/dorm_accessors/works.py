"""The other side of the relations, in a module that `people` does not import."""

import dorm

from .people import Author, Country


class Book(dorm.Model):
    title = dorm.CharField(max_length=50)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey(
        "Author", on_delete=dorm.SET_NULL, related_name="edited", null=True, blank=True
    )
    printed_in = dorm.ForeignKey(Country, on_delete=dorm.CASCADE)
    sequel_of = dorm.ForeignKey("Book", null=True, related_name="sequels")
    shelves = dorm.ManyToManyField("Shelf")


class Shelf(dorm.Model):
    place = dorm.CharField(max_length=50)


class Portrait(dorm.Model):
    author = dorm.OneToOneField(Author, on_delete=dorm.CASCADE, related_name="portrait")
