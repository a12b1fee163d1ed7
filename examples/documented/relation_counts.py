"""Counting related objects in one query.

Follows "Counting Related Rows with with_count()" in docs/guide/aggregates.md.
"""

from checking import refused
from sqliter import SqliterDB
from sqliter.exceptions import InvalidProjectionError
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany


class League(BaseDBModel):
    """Teams play in it."""

    name: str


class Backer(BaseDBModel):
    """Somebody who pays."""

    name: str


class Team(BaseDBModel):
    """Paid for by several backers."""

    name: str
    league: ForeignKey[League] = ForeignKey(League)
    backers: ManyToMany[Backer] = ManyToMany(Backer)


def fill_database() -> SqliterDB:
    """Start a season."""
    db = SqliterDB(memory=True)
    for model in (League, Backer, Team):
        db.create_table(model)
    first, _ = db.insert(League(name="First")), db.insert(League(name="Empty"))
    bank, mill = db.insert(Backer(name="Bank")), db.insert(Backer(name="Mill"))
    db.insert(Team(name="Reds", league=first)).backers.add(bank, mill)
    db.insert(Team(name="Blues", league=first)).backers.add(bank)
    return db


def main() -> None:
    """Count along each kind of relation."""
    db = fill_database()

    leagues = db.select(League).with_count("teams", alias="size").order("name").fetch_dicts()
    assert [(row["name"], row["size"]) for row in leagues] == [("Empty", 0), ("First", 2)]

    teams = db.select(Team).with_count("backers").order("name").fetch_dicts()
    assert [(row["name"], row["count"]) for row in teams] == [("Blues", 1), ("Reds", 2)]

    backers = db.select(Backer).with_count("teams", alias="backed").having(backed__gt=1)
    assert [row["name"] for row in backers.fetch_dicts()] == ["Bank"]

    rivals = db.select(Team).with_count("league__teams", alias="rivals").fetch_dicts()
    assert [row["rivals"] for row in rivals] == [2, 2]

    paying = (
        db.select(League)
        .with_count("teams__backers", alias="contracts")
        .with_count("teams__backers", alias="payers", distinct=True)
        .order("name")
        .fetch_dicts()
    )
    assert [(row["contracts"], row["payers"]) for row in paying] == [(0, 0), (3, 2)]

    with refused(InvalidProjectionError, "fetch_dicts"):
        db.select(League).with_count("teams").fetch_all()
    db.close()


if __name__ == "__main__":
    main()
