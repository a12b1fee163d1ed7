"""Async models and their relations.

Follows docs/guide/asyncio.md, docs/api-reference/async-orm.md and the section on relationship
loading in docs/api-reference/async-query-builder.md. Where the guide's section on static type
checking inserts casts, this module has none.
"""

from __future__ import annotations

import asyncio

from checking import refused
from sqliter.asyncio import AsyncSqliterDB
from sqliter.asyncio.orm import (
    AsyncBaseDBModel,
    AsyncForeignKey,
    AsyncLazyLoader,
    AsyncManyToMany,
    AsyncManyToManyManager,
    AsyncPrefetchedM2MResult,
    AsyncPrefetchedResult,
    AsyncReverseQuery,
)


class Farm(AsyncBaseDBModel):
    """A farm."""

    name: str


class Vet(AsyncBaseDBModel):
    """Somebody who looks after animals, and knows other vets."""

    name: str
    colleagues: AsyncManyToMany[Vet] = AsyncManyToMany("Vet", symmetrical=True)


class Food(AsyncBaseDBModel):
    """What animals eat."""

    name: str


class Animal(AsyncBaseDBModel):
    """An animal lives on a farm; not every one needs a vet."""

    name: str
    farm: AsyncForeignKey[Farm] = AsyncForeignKey(Farm, on_delete="CASCADE")
    vet: AsyncForeignKey[Vet | None] = AsyncForeignKey(
        Vet, related_name="patients", on_delete="SET NULL"
    )
    eats: AsyncManyToMany[Food] = AsyncManyToMany(Food, related_name="eaters")


class Award(AsyncBaseDBModel):
    """A prize that an animal won."""

    title: str
    animal: AsyncForeignKey[Animal] = AsyncForeignKey(Animal, on_delete="CASCADE")


async def fill_database(db: AsyncSqliterDB) -> None:
    """Put three animals on a farm."""
    for model in (Farm, Vet, Food, Animal, Award):
        await db.create_table(model)
    farm = await db.insert(Farm(name="Hillside"))
    ida, ole = await db.bulk_insert([Vet(name="Ida"), Vet(name="Ole")])
    hay, oats = await db.bulk_insert([Food(name="Hay"), Food(name="Oats")])
    await ida.colleagues.add(ole)
    for animal, foods in (
        (Animal(name="Cow", farm=farm, vet=ida), (hay,)),
        (Animal(name="Goat", farm=farm.pk), (hay, oats)),
        (Animal(name="Pony", farm_id=farm.pk, vet_id=ida.pk), (oats,)),
    ):
        saved = await db.insert(animal)
        await saved.eats.add(*foods)
        await db.insert(Award(title=f"Best {saved.name}", animal=saved))


async def animal_called(db: AsyncSqliterDB, name: str) -> Animal:
    """Find an animal."""
    animal = await db.select(Animal).filter(name=name).fetch_one()
    assert animal is not None
    return animal


async def load_lazily(db: AsyncSqliterDB) -> None:
    """A key that isn't loaded is a loader, which must be awaited."""
    cow = await animal_called(db, "Cow")
    loader = cow.farm
    assert isinstance(loader, AsyncLazyLoader)
    assert loader.db_context is db
    assert cow.farm is loader
    farm = await loader.fetch()
    assert farm is not None
    assert farm.name == "Hillside"
    assert await cow.farm.fetch() is farm

    for attribute in ("name", "pk"):
        with refused(AttributeError, "fetch()"):
            getattr(cow.farm, attribute)


async def leave_empty(db: AsyncSqliterDB) -> None:
    """A nullable key that is empty is None, without a loader."""
    goat = await animal_called(db, "Goat")
    assert goat.vet is None
    assert goat.vet_id is None

    cow = await animal_called(db, "Cow")
    assert cow.vet is not None
    vet = await cow.vet.fetch()
    assert vet is not None
    assert vet.name == "Ida"


async def select_related(db: AsyncSqliterDB) -> None:
    """A loaded key is the object itself."""
    query = db.select(Animal).select_related("farm", "vet").order("name")
    animals = await query.fetch_all()
    assert [animal.farm.name for animal in animals] == ["Hillside"] * 3
    vets = [animal.vet for animal in animals]
    assert [vet.name if vet is not None else None for vet in vets] == ["Ida", None, "Ida"]

    award = await db.select(Award).select_related("animal__farm").fetch_first()
    assert award is not None
    assert (award.animal.name, award.animal.farm.name) == ("Cow", "Hillside")
    latest = await db.select(Award).select_related("animal").fetch_last()
    assert latest is not None
    assert latest.animal.name == "Pony"
    # Only what was asked for is loaded.
    farm = await latest.animal.farm.fetch()
    assert farm is not None


async def read_in_reverse(db: AsyncSqliterDB) -> None:
    """A reverse accessor builds a query; asking it must be awaited."""
    farm = await db.get(Farm, 1)
    assert farm is not None
    assert isinstance(farm.animals, AsyncReverseQuery)
    assert [animal.name for animal in await farm.animals.fetch_all()] == ["Cow", "Goat", "Pony"]
    assert await farm.animals.count() == 3
    assert await farm.animals.exists()
    first = await farm.animals.fetch_one()
    assert first is not None
    assert first.name == "Cow"
    assert [a.name for a in await farm.animals.filter(name__startswith="G").fetch_all()] == ["Goat"]
    assert [a.name for a in await farm.animals.offset(1).limit(1).fetch_all()] == ["Goat"]

    ida = await db.select(Vet).filter(name="Ida").fetch_one()
    assert ida is not None
    assert [patient.name for patient in await ida.patients.fetch_all()] == ["Cow", "Pony"]


async def prefetch_related(db: AsyncSqliterDB) -> None:
    """What was prefetched is read in the same way."""
    farm = await db.select(Farm).prefetch_related("animals__eats", "animals__awards").fetch_one()
    assert farm is not None
    assert isinstance(farm.animals, AsyncPrefetchedResult)
    assert await farm.animals.count() == 3
    assert await farm.animals.exists()
    one = await farm.animals.fetch_one()
    assert one is not None
    assert isinstance(one.eats, AsyncPrefetchedM2MResult)
    for animal in await farm.animals.fetch_all():
        (award,) = await animal.awards.fetch_all()
        assert award.title == f"Best {animal.name}"
        assert await animal.eats.exists()
    assert [a.name for a in await farm.animals.filter(name="Pony").fetch_all()] == ["Pony"]

    hay = await db.select(Food).prefetch_related("eaters").filter(name="Hay").fetch_one()
    assert hay is not None
    assert {animal.name for animal in await hay.eaters.fetch_all()} == {"Cow", "Goat"}


async def relate_many_to_many(db: AsyncSqliterDB) -> None:
    """Everything about a manager is awaited, `filter` too."""
    goat = await animal_called(db, "Goat")
    assert isinstance(goat.eats, AsyncManyToManyManager)
    assert await goat.eats.count() == 2
    query = await goat.eats.filter(name__startswith="O")
    assert [food.name for food in await query.order("name").fetch_all()] == ["Oats"]

    socks = await db.insert(Food(name="Socks"))
    await goat.eats.add(socks)
    assert [eater.name for eater in await socks.eaters.fetch_all()] == ["Goat"]
    await goat.eats.remove(socks)
    assert await socks.eaters.exists() is False
    before = await goat.eats.fetch_all()
    await goat.eats.clear()
    assert await goat.eats.fetch_one() is None
    await goat.eats.set(*before)
    assert goat.eats.sql_metadata.junction_table == "animals_foods"

    prefetched = await db.select(Animal).prefetch_related("eats").filter(name="Goat").fetch_one()
    assert prefetched is not None
    await prefetched.eats.add(socks)
    assert await prefetched.eats.count() == 3
    assert await (await prefetched.eats.filter(name="Socks")).count() == 1

    ole = await db.select(Vet).filter(name="Ole").fetch_one()
    assert ole is not None
    assert [vet.name for vet in await ole.colleagues.fetch_all()] == ["Ida"]


async def query_across(db: AsyncSqliterDB) -> None:
    """Filters and counts follow relations as in sync queries."""
    assert await db.select(Award).filter(animal__vet__name="Ida").count() == 2
    rows = await db.select(Farm).with_count("animals", alias="size").fetch_dicts()
    assert [row["size"] for row in rows] == [3]


async def assign_and_delete(db: AsyncSqliterDB) -> None:
    """An assignment changes the id; a deleted vet leaves the animals alone."""
    ole = await db.select(Vet).filter(name="Ole").fetch_one()
    goat = await animal_called(db, "Goat")
    assert ole is not None
    goat.vet = ole
    assert goat.vet_id == ole.pk
    async with db:
        await db.update(goat)
        await db.delete(Vet, ole.pk)
    again = await animal_called(db, "Goat")
    assert again.vet is None

    await db.delete(Farm, 1)
    assert await db.select(Animal).exists() is False


async def follow_the_guide() -> None:
    """Go through the page."""
    # On the classes, keys, relations and accessors are their descriptors.
    assert Animal.farm.to_model is Farm
    assert Farm.animals.from_model is Animal
    assert Animal.eats.junction_table == Food.eaters.sql_metadata.junction_table
    db = AsyncSqliterDB(memory=True)
    try:
        await fill_database(db)
        await load_lazily(db)
        await leave_empty(db)
        await select_related(db)
        await read_in_reverse(db)
        await prefetch_related(db)
        await relate_many_to_many(db)
        await query_across(db)
        await assign_and_delete(db)
    finally:
        await db.close()


def main() -> None:
    """Run the event loop."""
    asyncio.run(follow_the_guide())


if __name__ == "__main__":
    main()
