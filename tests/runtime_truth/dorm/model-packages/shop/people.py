"""The people of the shop, whom other modules point at."""

import dorm
from dorm import fields


class Author(dorm.Model):
    name = dorm.CharField(max_length=100)
    born = dorm.IntegerField(null=True)
    mentor = dorm.ForeignKey("Author", null=True, on_delete=dorm.SET_NULL, related_name="pupils")


class Publisher(dorm.Model):
    name = fields.CharField(max_length=100, db_column="publisher_name")
    founder = dorm.OneToOneField(Author, on_delete=dorm.SET_NULL, null=True, related_name="company")
