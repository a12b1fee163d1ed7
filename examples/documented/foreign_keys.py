"""Foreign keys of ORM models.

Follows docs/guide/foreign-keys/orm.md, docs/guide/foreign-keys.md and the sections on
`BaseDBModel`, `ForeignKey` and `LazyLoader` in docs/api-reference/orm.md.
"""

from typing import Optional

from checking import refused, selects
from sqliter import SqliterDB
from sqliter.exceptions import ForeignKeyConstraintError
from sqliter.orm import BaseDBModel, ForeignKey


class Composer(BaseDBModel):
    """Somebody who writes music."""

    name: str
    born: int


class Piece(BaseDBModel):
    """A piece goes when its composer goes."""

    title: str
    composer: ForeignKey[Composer] = ForeignKey(Composer, on_delete="CASCADE", on_update="CASCADE")


class Manuscript(BaseDBModel):
    """A manuscript stays. Three spellings make a key nullable; each works by itself."""

    shelf_mark: str
    scribe: ForeignKey[Composer | None] = ForeignKey(
        Composer, on_delete="SET NULL", related_name="copied"
    )
    owner: ForeignKey[Optional[Composer]] = ForeignKey(  # noqa: UP045
        Composer, on_delete="SET NULL", related_name="owned"
    )
    finder: ForeignKey[Composer] = ForeignKey(
        Composer, on_delete="SET NULL", null=True, related_name="found"
    )


class Contract(BaseDBModel):
    """Without an action, a composer with a contract can't be deleted."""

    composer: ForeignKey[Composer] = ForeignKey(Composer, unique=True)


class Recording(BaseDBModel):
    """Its column in the table isn't called `piece_id`; its attribute is."""

    piece: ForeignKey[Piece] = ForeignKey(Piece, db_column="piece_ref", on_delete="CASCADE")


def new_database() -> SqliterDB:
    """Create the tables, targets first."""
    db = SqliterDB(memory=True)
    for model in (Composer, Piece, Manuscript, Contract, Recording):
        db.create_table(model)
    return db


def construct_in_three_ways(db: SqliterDB) -> None:
    """Pass the object, its id, or the id by the field that is stored."""
    clara = db.insert(Composer(name="Clara", born=1819))
    for piece in (
        Piece(title="Romance", composer=clara),
        Piece(title="Romance", composer=clara.pk),
        Piece(title="Romance", composer_id=clara.pk),
    ):
        assert piece.composer_id == clara.pk
        assert "composer" not in piece.model_dump()
        assert piece.model_dump()["composer_id"] == clara.pk


def load_lazily(db: SqliterDB) -> None:
    """The key is followed when an attribute is asked for, and once only."""
    fanny = db.insert(Composer(name="Fanny", born=1805))
    inserted = db.insert(Piece(title="The Year", composer=fanny))

    piece = db.get(Piece, inserted.pk)
    assert piece is not None
    with selects(db) as statements:
        assert piece.composer_id == fanny.pk
        assert repr(piece.composer) == f"<LazyLoader unloaded for Composer id={fanny.pk}>"
        assert statements == []
        assert piece.composer.name == "Fanny"
        assert piece.composer.born == 1805
        assert len(statements) == 1
    assert piece.composer is piece.composer
    assert piece.composer == fanny
    assert repr(piece.composer).startswith("<LazyLoader loaded")


def need_a_database(db: SqliterDB) -> None:
    """An object that no database has returned can't load anything until it gets one."""
    lili = db.insert(Composer(name="Lili", born=1893))
    piece = Piece(title="Psalm 24", composer=lili)
    with refused(AttributeError, "name"):
        piece.composer.name.upper()
    piece.db_context = db
    assert piece.composer.name == "Lili"
    assert piece.composer.db_context is db


def assign(db: SqliterDB) -> None:
    """Assign an object or an id; a new id means a new object."""
    first = db.insert(Composer(name="Louise", born=1804))
    second = db.insert(Composer(name="Pauline", born=1821))
    piece = db.insert(Piece(title="Nonet", composer=first))
    assert piece.composer.name == "Louise"

    piece.composer = second
    assert (piece.composer_id, piece.composer.name) == (second.pk, "Pauline")
    piece.composer = first.pk
    assert piece.composer.name == "Louise"
    piece.composer_id = second.pk
    assert piece.composer.name == "Pauline"

    db.update(piece)
    again = db.get(Piece, piece.pk)
    assert again is not None
    assert again.composer == second


def leave_empty(db: SqliterDB) -> None:
    """A nullable key can be left out, be None, and reads None."""
    ethel = db.insert(Composer(name="Ethel", born=1858))
    bare = db.insert(Manuscript(shelf_mark="A1"))
    assert [bare.scribe, bare.owner, bare.finder] == [None, None, None]
    assert [bare.scribe_id, bare.owner_id, bare.finder_id] == [None, None, None]

    full = db.insert(Manuscript(shelf_mark="A2", scribe=ethel, owner=ethel, finder=ethel))
    people = [full.scribe, full.owner, full.finder]
    assert [person.name for person in people if person is not None] == ["Ethel"] * 3

    full.owner = None
    full.finder = None
    db.update(full)
    again = db.get(Manuscript, full.pk)
    assert again is not None
    assert (again.owner_id, again.finder_id, again.scribe_id) == (None, None, ethel.pk)


def delete_targets(db: SqliterDB) -> None:
    """CASCADE takes along, SET NULL lets go, RESTRICT (the default) refuses."""
    amy = db.insert(Composer(name="Amy", born=1867))
    piece = db.insert(Piece(title="Gaelic", composer=amy))
    manuscript = db.insert(Manuscript(shelf_mark="B1", scribe=amy))
    contract = db.insert(Contract(composer=amy))
    with refused(ForeignKeyConstraintError):
        db.delete(Composer, amy.pk)
    db.delete(Contract, contract.pk)

    db.delete(Composer, amy.pk)
    assert db.get(Piece, piece.pk) is None
    left = db.get(Manuscript, manuscript.pk)
    assert left is not None
    assert left.scribe is None


def name_the_column(db: SqliterDB) -> None:
    """`db_column` changes the table and nothing else."""
    nadia = db.insert(Composer(name="Nadia", born=1887))
    piece = db.insert(Piece(title="Vers la vie nouvelle", composer=nadia))
    recording = db.insert(Recording(piece=piece))
    columns = [row[1] for row in db.connect().execute('PRAGMA table_info("recordings")')]
    assert "piece_ref" in columns
    assert "piece_id" not in columns

    found = db.select(Recording).filter(piece_id=piece.pk).order("piece_id").fetch_one()
    assert found == recording
    assert found.piece.composer.name == "Nadia"
    db.select(Recording).filter(pk=recording.pk).update({"piece_id": piece.pk})


def group_by_target(db: SqliterDB) -> None:
    """A related object is no dictionary key; its id is."""
    maria = db.insert(Composer(name="Maria", born=1731))
    pieces = [db.insert(Piece(title=title, composer=maria)) for title in ("Aria", "Rondo")]
    with refused(TypeError, "unhashable"):
        {piece.composer for piece in pieces}
    assert {piece.composer_id for piece in pieces} == {piece.composer.pk for piece in pieces}


def main() -> None:
    """Go through the page."""
    # On the class, a key is its descriptor.
    assert Piece.composer.to_model is Composer
    assert Manuscript.scribe.fk_info.null
    assert Manuscript.owner.fk_info.null
    assert Manuscript.finder.fk_info.null
    db = new_database()
    construct_in_three_ways(db)
    load_lazily(db)
    need_a_database(db)
    assign(db)
    leave_empty(db)
    delete_targets(db)
    name_the_column(db)
    group_by_target(db)
    db.close()


if __name__ == "__main__":
    main()
