"""People; nullable keys in every spelling that is evaluated when the class is made."""

from typing import Optional, Union

from sqliter.orm import BaseDBModel, ForeignKey

from .places import City, Country


class Person(BaseDBModel):
    name: str
    age: int = 0
    home: ForeignKey[City | None] = ForeignKey(City, related_name="inhabitants")
    work: ForeignKey[Optional[City]] = ForeignKey(City, related_name="workers")
    birth: ForeignKey[Union[City, None]] = ForeignKey(City, related_name="natives")
    grave: ForeignKey[City] = ForeignKey(City, null=True, related_name="graves")
    quoted: "ForeignKey[City | None]" = ForeignKey(City, related_name="quoted_by")
    forced: ForeignKey[City | None] = ForeignKey(City, null=False, related_name="forced_by")
    nation: ForeignKey[Country] = ForeignKey(
        Country,
        on_delete="CASCADE",
        related_name="nationals",
        null=False,
    )


class Child(BaseDBModel):
    name: str
    guardian: ForeignKey[Person] = ForeignKey(Person)


class Mouse(BaseDBModel):
    keeper: ForeignKey[Person] = ForeignKey(to_model=Person)


class Passport(BaseDBModel):
    number: str
    holder: ForeignKey[Person] = ForeignKey(Person, unique=True, related_name="passport")
    issuer: ForeignKey[Country | None] = ForeignKey(Country, db_column="issued_by")
