"""The tables."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Shelf(SQLModel, table=True):
    """Where things are."""

    id: Optional[int] = Field(default=None, primary_key=True)
    name: str
    items: List["Item"] = Relationship(back_populates="shelf")


class Item(SQLModel, table=True):
    """What is there."""

    id: Optional[int] = Field(default=None, primary_key=True)
    label: str
    count: int = 0
    shelf_id: int = Field(foreign_key="shelf.id")
    shelf: Shelf = Relationship(back_populates="items")
