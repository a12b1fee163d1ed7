"""What the desk prints."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import dorm
from dorm.db.connection import get_connection
from dorm.migrations.schema import SchemaEditor

from clinic import desk
from clinic.models import Chip, Owner, Pet, Vaccine, Visit


def day() -> None:
    """Serve some animals."""
    with SchemaEditor(get_connection()) as editor:
        for table in (Owner, Vaccine, Pet, Chip, Visit):
            editor.create_model(table)
    ann = Owner.objects.create(name="Ann", phone="123")
    bo = Owner.objects.create(name="Bo")
    cat = desk.admit(ann, "Cat")
    kitten = desk.admit(ann, "Kitten", mother=cat)
    dog = desk.admit(bo, "Dog")
    Chip.objects.create(number="X1", pet=cat)
    first = Visit.objects.create(reason="cough", price=30, pet=cat)
    Visit.objects.create(reason="claw", price=10, pet=cat)
    rabies = Vaccine.objects.create(label="rabies")
    desk.vaccinate(dog, rabies)

    print(ann.pet_names(), ann.call(), bo.call(), kitten.owner_name(), cat.family())
    print(desk.bill(cat), desk.dear_visits(cat, 20), desk.chip_number(cat), desk.keys(first))
    print(desk.mother_of(kitten), desk.mother_of(dog), desk.protected(dog), desk.owners("123"))
    print(asyncio.run(desk.last_visit(cat)), asyncio.run(desk.last_visit(dog)))
    print(desk.opening_hours('{"mo": "9-17"}'))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        database = {"ENGINE": "sqlite", "NAME": str(Path(folder, "clinic.db"))}
        dorm.configure(DATABASES={"default": database})
        day()
        get_connection().close()
