"""Relations to models of other modules alone."""

import dorm

from shop import catalogue


class Review(dorm.Model):
    book = dorm.ForeignKey(catalogue.Book, dorm.CASCADE, "reviews")
    stars = dorm.IntegerField()


class Sequel(dorm.Model):
    first = dorm.OneToOneField("Book", related_name="sequel")
    second = dorm.OneToOneField(
        "shop.Book", null=True, on_delete=dorm.SET_NULL, related_name="prequel"
    )
    years = dorm.IntegerField(default=0)
