"""What goes over the wire: pydantic schemas made of the models."""

from __future__ import annotations

from typing import ClassVar

from dorm.contrib.pydantic import DormSchema, schema_for
from pydantic import BaseModel

from library_api.catalogue.models import Author, Language, Work
from library_api.lending.models import Reservation
from library_api.people.models import Member


class MemberIn(DormSchema):
    """A form to join the library."""

    name: str
    branch_id: int

    class Meta:
        model = Member
        exclude = ("id", "branch")


class MemberPatch(DormSchema):
    """A change of address."""

    class Meta:
        model = Member
        fields = ("email", "phone")
        optional = ("email",)


class MemberOut(DormSchema):
    """A member, as others may see them."""

    id: int
    name: str
    branch_id: int

    class Meta:
        model = Member
        fields = ("email",)


class AuthorOut(DormSchema):
    """An author, with all fields."""

    name: str

    class Meta:
        model = Author


class WorkOut(DormSchema):
    """A work with its authors."""

    title: str
    author: AuthorOut
    language_id: str

    class Meta:
        model = Work
        fields = ("year", "translator")
        nested: ClassVar[dict[str, type[DormSchema]]] = {"translator": AuthorOut}


class Page(BaseModel):
    """A part of the catalogue."""

    works: list[WorkOut]
    is_last: bool


LanguageOut = schema_for(Language)
ReservationOut = schema_for(Reservation, exclude=("member", "work"))
