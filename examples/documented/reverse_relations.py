"""The other side of foreign keys.

Follows "Reverse Relationships" in docs/guide/foreign-keys/orm.md, and `ReverseQuery` and
`ReverseRelationship` in docs/api-reference/orm.md.
"""

from checking import refused
from sqliter import SqliterDB
from sqliter.orm import BaseDBModel, ForeignKey


class Museum(BaseDBModel):
    """A museum. The class doesn't mention what points at it."""

    name: str


class Painting(BaseDBModel):
    """Two keys lead to the same class: one accessor has the default name, one its own."""

    title: str
    year: int
    museum: ForeignKey[Museum] = ForeignKey(Museum, on_delete="CASCADE")
    lender: ForeignKey[Museum | None] = ForeignKey(Museum, related_name="on_loan")


class Gallery(BaseDBModel):
    """`inflect` knows that there are several galleries."""

    floor: int
    museum: ForeignKey[Museum] = ForeignKey(Museum, on_delete="CASCADE")


def open_museum(db: SqliterDB) -> Museum:
    """Hang three paintings."""
    for model in (Museum, Painting, Gallery):
        db.create_table(model)
    museum = db.insert(Museum(name="Harbour Museum"))
    lender = db.insert(Museum(name="Hill Museum"))
    db.insert(Painting(title="Fog", year=1871, museum=museum))
    db.insert(Painting(title="Storm", year=1902, museum=museum, lender=lender))
    db.insert(Painting(title="Calm", year=1911, museum=museum, lender=lender))
    db.insert(Gallery(floor=2, museum=museum))
    return museum


def read(museum: Museum) -> None:
    """Fetch all, one, or only the number."""
    assert [painting.title for painting in museum.paintings.fetch_all()] == ["Fog", "Storm", "Calm"]
    first = museum.paintings.fetch_one()
    assert first is not None
    assert first.title == "Fog"
    assert first.museum == museum
    assert museum.paintings.count() == 3
    assert museum.paintings.exists()
    assert [gallery.floor for gallery in museum.galleries.fetch_all()] == [2]


def refine(museum: Museum) -> None:
    """Filter by fields of the source, take a part."""
    modern = museum.paintings.filter(year__gte=1900, title__startswith="C")
    assert [painting.title for painting in modern.fetch_all()] == ["Calm"]
    assert museum.paintings.filter(year__lt=1800).exists() is False
    assert museum.paintings.filter(title="Nothing").fetch_one() is None
    second = museum.paintings.offset(1).limit(1).fetch_all()
    assert [painting.title for painting in second] == ["Storm"]


def use_the_other_name(db: SqliterDB) -> None:
    """`related_name` names the accessor of the second key."""
    lender = db.select(Museum).filter(name="Hill Museum").fetch_one()
    assert lender is not None
    assert lender.paintings.count() == 0
    assert {painting.title for painting in lender.on_loan.fetch_all()} == {"Storm", "Calm"}


def refuse_assignment(museum: Museum) -> None:
    """An accessor can't be replaced, neither of a key nor on an unsaved object."""
    for accessor in ("paintings", "galleries", "on_loan"):
        with refused(ValueError, accessor):
            setattr(museum, accessor, [])
    assert Museum(name="Not built yet").paintings.fetch_all() == []


def main() -> None:
    """Go through the page."""
    # On the class, an accessor is its descriptor.
    assert Museum.paintings.from_model is Painting
    assert Museum.on_loan.fk_field == "lender"
    db = SqliterDB(memory=True)
    museum = open_museum(db)
    read(museum)
    refine(museum)
    use_the_other_name(db)
    refuse_assignment(museum)

    db.delete(Museum, museum.pk)
    assert db.select(Painting).count() == 0
    db.close()


if __name__ == "__main__":
    main()
