"""The other side of the relations, in a module that `people` does not import."""

import dorm

from .people import Author, Genre


class Book(dorm.Model):
    title = dorm.CharField(max_length=50)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey(Author, on_delete=dorm.SET_NULL, related_name="edited", null=True)
    genres = dorm.ManyToManyField(Genre)


class Essay(dorm.Model):
    """Its foreign key leaves the accessor's name to the library."""

    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE)


class Portrait(dorm.Model):
    author = dorm.OneToOneField(Author, on_delete=dorm.CASCADE, related_name="portrait")
