"""Two relations that want one name: the library lets the later one have it, without a word."""

import dorm

from registry.shelf import Shelf


class Move(dorm.Model):
    start = dorm.ForeignKey(Shelf, on_delete=dorm.CASCADE)
    end = dorm.ForeignKey(Shelf, null=True, on_delete=dorm.SET_NULL)
    days = dorm.IntegerField(default=1)
