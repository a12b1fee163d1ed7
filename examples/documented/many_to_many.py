"""Many-to-many relations.

Follows docs/guide/many-to-many.md and docs/api-reference/many-to-many.md. For what
`prefetch_related` does with them, see eager_loading.py.
"""

from __future__ import annotations

from checking import refused
from sqliter import SqliterDB
from sqliter.exceptions import ManyToManyIntegrityError
from sqliter.orm import BaseDBModel, ManyToMany
from sqliter.orm.m2m import ManyToManyManager


class Ingredient(BaseDBModel):
    """What goes into recipes."""

    name: str


class Recipe(BaseDBModel):
    """A model may have several relations; one of their targets is defined only later."""

    title: str
    ingredients: ManyToMany[Ingredient] = ManyToMany(Ingredient)
    diets: ManyToMany[Diet] = ManyToMany("Diet", related_name="suitable", through="diet_plan")


class Diet(BaseDBModel):
    """What some people insist on."""

    name: str


class Cook(BaseDBModel):
    """A cook's relations lead to other cooks."""

    name: str
    partners: ManyToMany[Cook] = ManyToMany("Cook", symmetrical=True, through="partnership")
    students: ManyToMany[Cook] = ManyToMany("Cook", related_name="teachers", through="lesson")


def new_database() -> SqliterDB:
    """Create the tables; the junction tables come with them."""
    db = SqliterDB(memory=True)
    for model in (Ingredient, Diet, Recipe, Cook):
        db.create_table(model)
    assert {"ingredients_recipes", "diet_plan", "partnership", "lesson"} <= set(db.table_names)
    return db


def change_and_read(db: SqliterDB) -> None:
    """Add, remove, set and clear; adding twice is adding once."""
    soup = db.insert(Recipe(title="Soup"))
    leek, salt, cream = (db.insert(Ingredient(name=name)) for name in ("Leek", "Salt", "Cream"))

    assert isinstance(soup.ingredients, ManyToManyManager)
    assert soup.ingredients.exists() is False
    assert soup.ingredients.fetch_one() is None
    soup.ingredients.add(leek)
    soup.ingredients.add(leek, salt)
    assert [ingredient.name for ingredient in soup.ingredients.fetch_all()] == ["Leek", "Salt"]
    assert soup.ingredients.count() == 2

    soup.ingredients.remove(leek)
    one = soup.ingredients.fetch_one()
    assert one is not None
    assert one.name == "Salt"
    soup.ingredients.set(cream, leek)
    assert {ingredient.name for ingredient in soup.ingredients.fetch_all()} == {"Cream", "Leek"}
    soup.ingredients.clear()
    assert soup.ingredients.count() == 0


def query_further(db: SqliterDB) -> None:
    """`filter` opens a whole query over the related objects."""
    salad = db.insert(Recipe(title="Salad"))
    salad.ingredients.add(*(db.insert(Ingredient(name=name)) for name in ("Oil", "Onion", "Okra")))
    found = salad.ingredients.filter(name__startswith="O").order("name", reverse=True).limit(2)
    assert [ingredient.name for ingredient in found.fetch_all()] == ["Onion", "Okra"]
    assert salad.ingredients.filter(name="Salt").exists() is False


def read_in_reverse(db: SqliterDB) -> None:
    """The target has an accessor too, and can use it to change the relation."""
    pie, cake = db.insert(Recipe(title="Pie")), db.insert(Recipe(title="Cake"))
    flour = db.insert(Ingredient(name="Flour"))
    pie.ingredients.add(flour)
    flour.recipes.add(cake)
    assert [recipe.title for recipe in flour.recipes.fetch_all()] == ["Pie", "Cake"]
    assert flour.recipes.filter(title="Pie").count() == 1
    assert cake.ingredients.exists()

    vegan = db.insert(Diet(name="vegan"))
    pie.diets.add(vegan)
    assert [recipe.title for recipe in vegan.suitable.fetch_all()] == ["Pie"]


def relate_to_oneself(db: SqliterDB) -> None:
    """A symmetrical relation holds in both directions, another one has two names."""
    ann, bob = db.insert(Cook(name="Ann")), db.insert(Cook(name="Bob"))
    ann.partners.add(bob)
    assert [cook.name for cook in bob.partners.fetch_all()] == ["Ann"]
    bob.partners.remove(ann)
    assert ann.partners.count() == 0

    ann.students.add(bob)
    assert [cook.name for cook in bob.teachers.fetch_all()] == ["Ann"]
    assert bob.students.exists() is False


def write_own_sql(db: SqliterDB) -> None:
    """The names of junction table and columns needn't be guessed."""
    metadata = Recipe.diets.sql_metadata
    assert metadata is not None
    (rows,) = db.connect().execute(
        f'SELECT COUNT(*) FROM "{metadata.junction_table}" WHERE "{metadata.to_column}" = 1'
    )
    assert rows == (1,)
    assert Diet.suitable.sql_metadata.junction_table == "diet_plan"
    assert Diet.suitable.sql_metadata.source_table == metadata.target_table
    assert Recipe.ingredients.junction_table == "ingredients_recipes"
    recipe = db.select(Recipe).fetch_one()
    assert recipe is not None
    assert recipe.diets.sql_metadata == metadata
    assert not metadata.symmetrical
    partners = Cook.partners.sql_metadata
    assert partners is not None
    assert partners.symmetrical


def know_the_limits(db: SqliterDB) -> None:
    """Both sides must be saved, and neither side is assigned to."""
    bread = Recipe(title="Bread")
    with refused(ManyToManyIntegrityError, "Insert the instance first"):
        bread.ingredients.add(Ingredient(name="Yeast"))
    saved = db.insert(bread)
    yeast = db.insert(Ingredient(name="Yeast"))
    for owner, accessor in ((saved, "ingredients"), (yeast, "recipes")):
        with refused(AttributeError, "Use .add(), .remove(), .clear(), or .set()"):
            setattr(owner, accessor, [])

    saved.ingredients.add(yeast)
    db.delete(Ingredient, yeast.pk)
    assert saved.ingredients.count() == 0


def main() -> None:
    """Go through the page."""
    db = new_database()
    change_and_read(db)
    query_further(db)
    read_in_reverse(db)
    relate_to_oneself(db)
    write_own_sql(db)
    know_the_limits(db)
    db.close()


if __name__ == "__main__":
    main()
