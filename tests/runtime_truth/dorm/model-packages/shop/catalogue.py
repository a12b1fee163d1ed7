"""What the shop sells."""

import dorm
from dorm.fields import ForeignKey as Reference

from shop.people import Author


class Tag(dorm.Model):
    label = dorm.CharField(max_length=20)


class Category(dorm.Model):
    name = dorm.CharField(max_length=50, unique=True)
    parent = Reference("shop.Category", null=True, on_delete=dorm.SET_NULL)


class Book(dorm.Model):
    title = dorm.CharField(max_length=100)
    pages = dorm.IntegerField(default=1)
    price = dorm.DecimalField(max_digits=6, decimal_places=2, null=True)
    in_print = dorm.BooleanField(default=True)
    published = dorm.DateTimeField(null=True)
    notes = dorm.JSONField(null=True)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    author_id: int
    editor = dorm.ForeignKey(Author, dorm.SET_NULL, "edited", null=True)
    publisher = dorm.ForeignKey(
        to="shop.Publisher", null=True, on_delete=dorm.SET_NULL, db_column="house"
    )
    category = Reference("Category", null=True, on_delete=dorm.SET_NULL, related_name="")
    tags = dorm.ManyToManyField("Tag", related_name="articles")
    friends = dorm.ManyToManyField(Author)

    class Meta:
        ordering = ["pages"]


class Cover(dorm.Model):
    book = dorm.OneToOneField(Book, on_delete=dorm.CASCADE)
    artist = dorm.ForeignKey("Author", related_name="covers")
    image = dorm.CharField(max_length=50, null=True)
