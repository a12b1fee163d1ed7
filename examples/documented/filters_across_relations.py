"""Filtering by fields of related objects.

Follows "Relationship Filter Traversal" and "Foreign Keys in Filters" in
docs/guide/foreign-keys/orm.md, and the note on bulk changes in
docs/api-reference/async-query-builder.md.
"""

from checking import refused
from sqliter import SqliterDB
from sqliter.exceptions import InvalidFilterError, InvalidRelationshipError
from sqliter.orm import BaseDBModel, ForeignKey
from sqliter.query import QueryBuilder


class Range(BaseDBModel):
    """A range of mountains."""

    name: str


class Mountain(BaseDBModel):
    """A mountain of a range."""

    name: str
    metres: int
    range: ForeignKey[Range] = ForeignKey(Range)


class Hut(BaseDBModel):
    """A hut on a mountain, perhaps kept by somebody on another one."""

    name: str
    beds: int
    mountain: ForeignKey[Mountain] = ForeignKey(Mountain)
    annex_of: ForeignKey[Mountain | None] = ForeignKey(Mountain, related_name="annexes")


def fill_database() -> SqliterDB:
    """Build three huts."""
    db = SqliterDB(memory=True)
    for model in (Range, Mountain, Hut):
        db.create_table(model)
    north, south = db.insert(Range(name="Northern")), db.insert(Range(name="Southern"))
    tooth = db.insert(Mountain(name="Tooth", metres=3100, range=north))
    ridge = db.insert(Mountain(name="Ridge", metres=1900, range=north))
    dome = db.insert(Mountain(name="Dome", metres=2400, range=south))
    db.insert(Hut(name="Top", beds=12, mountain=tooth))
    db.insert(Hut(name="Side", beds=40, mountain=ridge, annex_of=tooth))
    db.insert(Hut(name="Far", beds=25, mountain=dome))
    return db


def names(huts: QueryBuilder[Hut]) -> list[str]:
    """Run a query."""
    return [hut.name for hut in huts.order("name").fetch_all()]


def by_id(db: SqliterDB) -> None:
    """The id is a field as any other."""
    tooth = db.select(Mountain).filter(name="Tooth").fetch_one()
    assert tooth is not None
    assert names(db.select(Hut).filter(mountain_id=tooth.pk)) == ["Top"]
    assert names(db.select(Hut).filter(annex_of_id=tooth.pk)) == ["Side"]
    assert names(db.select(Hut).filter(annex_of_id=None)) == ["Far", "Top"]
    assert names(db.select(Hut).filter(annex_of_id__notnull=True)) == ["Side"]


def by_related_fields(db: SqliterDB) -> None:
    """Two underscores follow a key; operators come last."""
    huts = db.select
    assert names(huts(Hut).filter(mountain__name="Dome")) == ["Far"]
    assert names(huts(Hut).filter(mountain__metres__gt=2000)) == ["Far", "Top"]
    assert names(huts(Hut).filter(mountain__metres__lte=2400, beds__gte=30)) == ["Side"]
    assert names(huts(Hut).filter(mountain__name__in=["Tooth", "Ridge"])) == ["Side", "Top"]
    assert names(huts(Hut).filter(mountain__name__not_in=["Tooth", "Ridge"])) == ["Far"]
    assert names(huts(Hut).filter(mountain__name__like="%o%")) == ["Far", "Top"]
    assert names(huts(Hut).filter(mountain__name__startswith="R")) == ["Side"]
    assert names(huts(Hut).filter(mountain__name__icontains="ME")) == ["Far"]


def along_a_path(db: SqliterDB) -> None:
    """Keys of related objects can be followed in turn."""
    assert names(db.select(Hut).filter(mountain__range__name="Northern")) == ["Side", "Top"]
    query = db.select(Hut).filter(mountain__range__name__ne="Northern", beds__lt=30)
    assert query.count() == 1
    assert query.exists()
    assert names(db.select(Hut).filter(annex_of__range__name="Northern")) == ["Side"]


def together_with_loading(db: SqliterDB) -> None:
    """The filter's path and the loaded path may be the same or not."""
    top = (
        db.select(Hut)
        .select_related("mountain__range")
        .filter(mountain__metres__gte=3000)
        .fetch_one()
    )
    assert top is not None
    assert (top.mountain.name, top.mountain.range.name) == ("Tooth", "Northern")


def change_many(db: SqliterDB) -> None:
    """Bulk changes filter by own fields and set ids."""
    dome = db.select(Mountain).filter(name="Dome").fetch_one()
    assert dome is not None
    assert db.select(Hut).filter(annex_of_id=None).update({"annex_of_id": dome.pk}) == 2
    assert names(db.select(Hut).filter(annex_of__name="Dome")) == ["Far", "Top"]
    with refused(InvalidFilterError):
        db.select(Hut).filter(mountain__name="Dome").update({"beds": 1})


def refuse_wrong_names(db: SqliterDB) -> None:
    """A key itself is no field to filter by, and paths must exist."""
    for error, name in (
        (InvalidFilterError, "mountain"),
        (InvalidFilterError, "height"),
        (InvalidRelationshipError, "valley__name"),
    ):
        with refused(error, name.partition("__")[0]):
            db.select(Hut).filter(**{name: 1})


def main() -> None:
    """Go through the sections."""
    db = fill_database()
    by_id(db)
    by_related_fields(db)
    along_a_path(db)
    together_with_loading(db)
    change_many(db)
    refuse_wrong_names(db)
    db.close()


if __name__ == "__main__":
    main()
