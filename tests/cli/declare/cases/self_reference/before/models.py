from __future__ import annotations

from sqliter.orm import BaseDBModel, ManyToMany


class Person(BaseDBModel):
    name: str
    friends: ManyToMany[Person] = ManyToMany("Person", related_name="friend_of")
