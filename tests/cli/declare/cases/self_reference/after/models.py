from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.m2m import ReverseManyToMany


class Person(BaseDBModel):
    name: str
    friends: ManyToMany[Person] = ManyToMany("Person", related_name="friend_of")

    if TYPE_CHECKING:
        friend_of: ClassVar[ReverseManyToMany[Person]]
