"""What the library remembers about relations, and the protocols it accepts.

Follows `ModelRegistry`, `HasPK` and `HasPKAndContext` in docs/api-reference/orm.md, and
"Setting Foreign Key Values" in docs/guide/foreign-keys/orm.md.
"""

from sqliter import SqliterDB
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany, ModelRegistry
from sqliter.orm.fields import ForeignKeyDescriptor, HasPK
from sqliter.orm.query import HasPKAndContext


class Planet(BaseDBModel):
    """A planet."""

    name: str


class Probe(BaseDBModel):
    """A probe that visits planets."""

    name: str
    visits: ManyToMany[Planet] = ManyToMany(Planet, related_name="visitors")


class Moon(BaseDBModel):
    """A moon of a planet, declared by the older name of `ForeignKey`."""

    name: str
    planet: ForeignKeyDescriptor[Planet] = ForeignKeyDescriptor(Planet, on_delete="CASCADE")
    landed: ForeignKey[Probe | None] = ForeignKey(Probe, related_name="landing_places")


class PlanetReference:
    """Anything with a `pk` can stand for a planet."""

    def __init__(self, pk: int | None) -> None:
        self.pk = pk


def look_up() -> None:
    """Classes register themselves, by table and by name."""
    assert ModelRegistry.get_model("planets") is Planet
    assert ModelRegistry.get_model("comets") is None
    assert ModelRegistry.get_model_by_name("Moon") is Moon
    first, second = ModelRegistry.get_foreign_keys("moons")
    assert (first["to_model"], first["fk_field"]) == (Planet, "planet")
    assert (first["on_delete"], first["related_name"]) == ("CASCADE", "moons")
    assert second["related_name"] == "landing_places"
    (visits,) = ModelRegistry.get_m2m_relationships("probes")
    assert (visits["m2m_field"], visits["junction_table"]) == ("visits", "planets_probes")
    assert set(Moon.fk_descriptors) == {"planet", "landed"}
    assert set(Probe.m2m_descriptors) == {"visits"}


def use_protocols(db: SqliterDB) -> None:
    """A saved object has a key and a database; a reference with a key is enough to assign."""
    earth, mars = db.insert(Planet(name="Earth")), db.insert(Planet(name="Mars"))
    assert all(isinstance(thing, HasPK) for thing in (earth, PlanetReference(earth.pk)))
    assert all(isinstance(thing, HasPKAndContext) for thing in (earth, mars))

    moon = db.insert(Moon(name="Phobos", planet=earth))
    # The library takes any object with a `pk`. The types ask for a planet or an id.
    for key in ("planet",):
        setattr(moon, key, PlanetReference(mars.pk))
    assert moon.planet.name == "Mars"
    assert moon.planet.moons.fetch_all() == []
    db.update(moon)
    assert mars.moons.count() == 1


def main() -> None:
    """Go through the sections."""
    look_up()
    db = SqliterDB(memory=True)
    for model in (Planet, Probe, Moon):
        db.create_table(model)
    use_protocols(db)
    db.close()


if __name__ == "__main__":
    main()
