"""Tables with every kind of attribute and column."""

import datetime
import enum
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Column, DateTime, String, func
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, column_property, declared_attr, mapped_column, registry, synonym
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel_crud_utils import AuditMixin, SoftDeleteMixin, TimestampMixin


class Size(enum.Enum):
    """Stored by name."""

    SMALL = "s"
    LARGE = "l"


class Status(str, enum.Enum):
    """Stored by name, and understood by value too."""

    OPEN = "open"
    SHUT = "shut"


class Grade(enum.IntEnum):
    """Numbers."""

    LOW = 1
    HIGH = 2


class Base(SQLModel, registry=registry()):
    """Tables of this module alone."""


class Owned:
    """A column that only SQLAlchemy knows."""

    @declared_attr
    def owned_since(cls) -> Mapped[datetime.datetime | None]:  # noqa: N805
        return mapped_column(DateTime)


class Named(Base):
    """A base that is no table."""

    name: str = Field(unique=True)


class Shelf(Base, SoftDeleteMixin, table=True):
    """The one side; its key is no number."""

    code: str = Field(primary_key=True)
    things: list["Thing"] = Relationship(back_populates="shelf")


class Thing(Named, AuditMixin, Owned, table=True):
    """The many side."""

    model_config = {"ignored_types": (hybrid_property,)}

    id: int | None = Field(default=None, primary_key=True)
    age: int | None = None
    alias: str = Field(default="", sa_column=Column("nickname", String))
    shelf_code: str | None = Field(default=None, foreign_key="shelf.code")
    shelf: Shelf | None = Relationship(back_populates="things")

    @property
    def label(self) -> str:
        return self.name.upper()

    @property
    def nick(self) -> str:
        return self.alias

    @nick.setter
    def nick(self, value: str) -> None:
        self.alias = value

    @hybrid_property
    def double(self) -> int:
        return 2 * (self.age or 0)

    def grow(self) -> None:
        self.age = (self.age or 0) + 1


Thing.shouted = column_property(func.upper(Thing.name))
Thing.title = synonym("name")


class Visit(Base, TimestampMixin, table=True):
    """The database sets the times."""

    id: int | None = Field(default=None, primary_key=True)


class Sample(Base, AuditMixin, table=True):
    """A column of each class."""

    id: int | None = Field(default=None, primary_key=True)
    a_str: str | None = None
    an_int: int | None = None
    a_float: float | None = None
    a_bool: bool | None = None
    a_decimal: Decimal | None = None
    some_bytes: bytes | None = None
    a_date: datetime.date | None = None
    a_time: datetime.time | None = None
    a_span: datetime.timedelta | None = None
    a_uuid: UUID | None = None
    a_moment: datetime.datetime | None = None
    a_size: Size | None = None
    a_status: Status | None = None
    a_grade: Grade | None = None
