"""Loading related objects before they are asked for.

Follows "Eager Loading" in docs/guide/foreign-keys/orm.md and in docs/guide/many-to-many.md,
`PrefetchedResult` and `PrefetchedM2MResult` in docs/api-reference/many-to-many.md, and the two
methods in docs/api-reference/query-builder.md.
"""

from __future__ import annotations

from checking import refused, selects
from sqliter import SqliterDB
from sqliter.exceptions import InvalidPrefetchError, InvalidRelationshipError
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
from sqliter.orm.m2m import PrefetchedM2MResult
from sqliter.orm.query import PrefetchedResult


class Label(BaseDBModel):
    """A record label."""

    name: str


class Band(BaseDBModel):
    """A band may do without a label, and plays with other bands."""

    name: str
    label: ForeignKey[Label | None] = ForeignKey(Label, on_delete="SET NULL")
    friends: ManyToMany[Band] = ManyToMany("Band", symmetrical=True)


class Producer(BaseDBModel):
    """Somebody at the mixing desk."""

    name: str


class Style(BaseDBModel):
    """A family of genres."""

    name: str


class MusicGenre(BaseDBModel):
    """A way to play, which may be of several styles."""

    name: str
    styles: ManyToMany[Style] = ManyToMany(Style, related_name="genres")


class Album(BaseDBModel):
    """An album with keys in two directions and a many-to-many relation."""

    title: str
    year: int
    band: ForeignKey[Band] = ForeignKey(Band, on_delete="CASCADE")
    producer: ForeignKey[Producer] = ForeignKey(Producer)
    genres: ManyToMany[MusicGenre] = ManyToMany(MusicGenre, related_name="albums")


class Song(BaseDBModel):
    """A song on an album."""

    title: str
    album: ForeignKey[Album] = ForeignKey(Album, on_delete="CASCADE")


class Concert(BaseDBModel):
    """Where a band played."""

    city: str
    band: ForeignKey[Band] = ForeignKey(Band, on_delete="CASCADE")


def fill_database() -> SqliterDB:
    """Record two albums."""
    db = SqliterDB(memory=True)
    for model in (Label, Band, Producer, Style, MusicGenre, Album, Song, Concert):
        db.create_table(model)
    moon = db.insert(Label(name="Moon"))
    owls = db.insert(Band(name="Owls", label=moon))
    foxes = db.insert(Band(name="Foxes"))
    owls.friends.add(foxes)
    kim = db.insert(Producer(name="Kim"))
    electric, folk = db.insert(MusicGenre(name="Electric")), db.insert(MusicGenre(name="Folk"))
    electric.styles.add(db.insert(Style(name="Loud")))
    for title, year, band in (("Night", 1999, owls), ("Dawn", 2004, owls), ("Den", 2010, foxes)):
        album = db.insert(Album(title=title, year=year, band=band, producer=kim))
        album.genres.add(electric, folk)
        db.insert(Song(title=f"{title} I", album=album))
        db.insert(Song(title=f"{title} II", album=album))
    db.insert(Concert(city="Oslo", band=owls))
    return db


def select_one_key(db: SqliterDB) -> None:
    """One JOIN replaces one query for each row."""
    with selects(db) as lazily:
        bands = [album.band.name for album in db.select(Album).order("year").fetch_all()]
    with selects(db) as eagerly:
        albums = db.select(Album).select_related("band").order("year").fetch_all()
        assert [album.band.name for album in albums] == bands == ["Owls", "Owls", "Foxes"]
    assert (len(lazily), len(eagerly)) == (4, 1)
    assert isinstance(albums[0].band, Band)


def select_along_a_path(db: SqliterDB) -> None:
    """A path loads every object on its way, several paths load them all."""
    with selects(db) as statements:
        song = db.select(Song).select_related("album__band__label", "album__producer").fetch_one()
        assert song is not None
        assert (song.album.title, song.album.band.name) == ("Night", "Owls")
        assert song.album.producer.name == "Kim"
        label = song.album.band.label
        assert label is not None
        assert label.name == "Moon"
    assert len(statements) == 1


def select_nullable_keys(db: SqliterDB) -> None:
    """An empty key is no reason to leave a row out."""
    bands = db.select(Band).select_related("label").order("name").fetch_all()
    labels = [band.label for band in bands]
    assert [label.name if label is not None else None for label in labels] == [None, "Moon"]


def select_and_filter(db: SqliterDB) -> None:
    """Loading and filtering by the same relation get along."""
    query = db.select(Album).select_related("band").filter(band__name__startswith="Fox")
    first, last = query.fetch_first(), query.fetch_last()
    assert first is not None
    assert last is not None
    assert first.band.name == last.band.name == "Foxes"


def prefetch_reverse_keys(db: SqliterDB) -> None:
    """Two queries replace one for each row; the accessor reads the same."""
    with selects(db) as statements:
        owls, foxes = (
            db.select(Band)
            .filter(name__in=["Owls", "Foxes"])
            .prefetch_related("albums", "concerts")
            .order("name", reverse=True)
            .limit(2)
            .fetch_all()
        )
        assert [album.title for album in owls.albums.fetch_all()] == ["Night", "Dawn"]
        one = foxes.albums.fetch_one()
        assert one is not None
        assert one.title == "Den"
        assert (owls.concerts.count(), foxes.concerts.count()) == (1, 0)
        assert foxes.concerts.exists() is False
    assert len(statements) == 3
    assert isinstance(owls.albums, PrefetchedResult)

    # Filtering asks the database again.
    with selects(db) as statements:
        assert [album.title for album in owls.albums.filter(year__gt=2000).fetch_all()] == ["Dawn"]
    assert len(statements) == 1


def prefetch_along_a_path(db: SqliterDB) -> None:
    """Each step may be a reverse key or a many-to-many relation."""
    with selects(db) as statements:
        bands = db.select(Band).prefetch_related("albums__songs", "albums__genres__styles")
        for band in bands.fetch_all():
            for album in band.albums.fetch_all():
                assert album.songs.count() == 2
                styles = [genre.styles.fetch_all() for genre in album.genres.fetch_all()]
                assert [style.name for loud in styles for style in loud] == ["Loud"]
    # Bands, albums and songs take one query each, a many-to-many step takes two.
    assert len(statements) == 7


def prefetch_many_to_many(db: SqliterDB) -> None:
    """Forward, in reverse, and with oneself."""
    albums = db.select(Album).prefetch_related("genres").order("year").fetch_all()
    genres = db.select(MusicGenre).prefetch_related("albums").order("name").fetch_all()
    bands = db.select(Band).prefetch_related("friends").order("name").fetch_all()
    with selects(db) as statements:
        assert [genre.name for genre in albums[0].genres.fetch_all()] == ["Electric", "Folk"]
        assert [genre.albums.count() for genre in genres] == [3, 3]
        friends = [[friend.name for friend in band.friends.fetch_all()] for band in bands]
        assert friends == [["Owls"], ["Foxes"]]
    assert statements == []
    assert isinstance(albums[0].genres, PrefetchedM2MResult)


def write_to_prefetched(db: SqliterDB) -> None:
    """What was prefetched can still be changed and queried."""
    album = db.select(Album).prefetch_related("genres").order("year").fetch_first()
    assert album is not None
    jazz = db.insert(MusicGenre(name="Jazz"))
    album.genres.add(jazz)
    assert album.genres.filter(name__startswith="J").order("name").fetch_all() == [jazz]
    album.genres.remove(jazz)
    assert album.genres.count() == 2
    others = album.genres.fetch_all()
    album.genres.clear()
    assert album.genres.exists() is False
    album.genres.set(*others)
    assert album.genres.sql_metadata.junction_table == "albums_music_genres"


def combine(db: SqliterDB) -> None:
    """Keys by JOIN, everything else by prefetching."""
    query = db.select(Band).select_related("label").prefetch_related("albums__songs")
    owls = query.filter(label__name="Moon").fetch_one()
    assert owls is not None
    with selects(db) as statements:
        assert owls.label is not None
        assert owls.label.name == "Moon"
        assert sum(album.songs.count() for album in owls.albums.fetch_all()) == 4
    assert statements == []


def refuse_wrong_paths(db: SqliterDB) -> None:
    """Each method follows its own kind of relation."""
    for path in ("albums", "label__bands", "nobody"):
        with refused(InvalidRelationshipError, path):
            db.select(Band).select_related(path)
    for path in ("label", "albums__band", "nobody"):
        with refused(InvalidPrefetchError, path):
            db.select(Band).prefetch_related(path)


def main() -> None:
    """Go through the pages."""
    db = fill_database()
    select_one_key(db)
    select_along_a_path(db)
    select_nullable_keys(db)
    select_and_filter(db)
    prefetch_reverse_keys(db)
    prefetch_along_a_path(db)
    prefetch_many_to_many(db)
    write_to_prefetched(db)
    combine(db)
    refuse_wrong_paths(db)
    db.close()


if __name__ == "__main__":
    main()
