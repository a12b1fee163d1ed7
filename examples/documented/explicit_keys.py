"""Foreign keys without the ORM: an id that the database checks.

Follows docs/guide/foreign-keys/explicit.md and docs/api-reference/foreign-keys.md.
"""

from typing import Annotated

from checking import refused
from sqliter import SqliterDB
from sqliter.exceptions import (
    ForeignKeyConstraintError,
    InvalidForeignKeyError,
    RecordInsertionError,
)
from sqliter.model import BaseDBModel, ForeignKey
from sqliter.model.foreign_key import get_foreign_key_info


class Station(BaseDBModel):
    """Where trains stop."""

    name: str


class Train(BaseDBModel):
    """`ForeignKey()` is a default value here, as pydantic's `Field()` is."""

    number: int
    home_id: int = ForeignKey(Station, on_delete="CASCADE", on_update="CASCADE")
    depot_id: int | None = ForeignKey(Station, on_delete="SET NULL", null=True, default=None)


class Clock(BaseDBModel):
    """One for each station, under another name in the table."""

    station_id: int = ForeignKey(Station, unique=True, db_column="place_id")


class Timetable(BaseDBModel):
    """As `Annotated` metadata, the key leaves the default value free."""

    station_id: Annotated[int, ForeignKey(Station, on_delete="NO ACTION")]
    next_id: Annotated[int | None, ForeignKey(Station, null=True)] = None


def new_database() -> SqliterDB:
    """Create the tables, targets first."""
    db = SqliterDB(memory=True)
    for model in (Station, Train, Clock, Timetable):
        db.create_table(model)
    return db


def follow_by_hand(db: SqliterDB) -> None:
    """The id is all there is; `get` does the rest."""
    north = db.insert(Station(name="North"))
    train = db.insert(Train(number=7, home_id=north.pk))
    assert train.depot_id is None
    home = db.get(Station, train.home_id)
    assert home is not None
    assert home.name == "North"

    assert db.select(Train).filter(home_id=north.pk).count() == 1
    assert db.select(Train).filter(depot_id=None).fetch_all() == [train]
    db.delete(Station, north.pk)
    assert db.select(Train).count() == 0


def check_constraints(db: SqliterDB) -> None:
    """A key must lead somewhere, and a unique one must be the only one."""
    south = db.insert(Station(name="South"))
    db.insert(Clock(station_id=south.pk))
    with refused(RecordInsertionError):
        db.insert(Clock(station_id=south.pk))
    with refused(ForeignKeyConstraintError):
        db.insert(Train(number=9, home_id=404))
    with refused(ForeignKeyConstraintError):
        db.delete(Station, south.pk)
    assert db.select(Clock).filter(station_id=south.pk).order("station_id").count() == 1


def read_the_metadata() -> None:
    """A key's options can be read from its field."""
    home = get_foreign_key_info(Train.model_fields["home_id"])
    assert home is not None
    assert (home.to_model, home.on_delete, home.null) == (Station, "CASCADE", False)
    clock = get_foreign_key_info(Clock.model_fields["station_id"])
    assert clock is not None
    assert (clock.unique, clock.db_column) == (True, "place_id")
    assert get_foreign_key_info(Train.model_fields["number"]) is None
    with refused(InvalidForeignKeyError, "null=True"):
        ForeignKey(Station, on_delete="SET NULL")


def main() -> None:
    """Go through the page."""
    db = new_database()
    follow_by_hand(db)
    check_constraints(db)
    read_the_metadata()
    db.close()


if __name__ == "__main__":
    main()
