"""The tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import dorm


class Owner(dorm.Model):
    """Whose animals they are."""

    name = dorm.CharField(max_length=50)
    phone = dorm.CharField(max_length=20, null=True)

    class Meta:
        app_label = "clinic"

    if TYPE_CHECKING:
        pets: Any

    def pet_names(self) -> list[str]:
        """All animals, by name."""
        return [cast("Pet", pet).name for pet in self.pets.all().order_by("name")]

    def call(self) -> str:
        """How to reach somebody."""
        phone = cast("str | None", self.phone)
        return phone.strip() if phone is not None else "no phone"


class Vaccine(dorm.Model):
    """What is given."""

    label = dorm.CharField(max_length=30)

    class Meta:
        app_label = "clinic"


class Pet(dorm.Model):
    """An animal."""

    name = dorm.CharField(max_length=50)
    age = dorm.IntegerField(default=0)
    owner = dorm.ForeignKey(Owner, on_delete=dorm.CASCADE, related_name="pets")
    mother = dorm.ForeignKey("Pet", on_delete=dorm.SET_NULL, null=True, related_name="young")
    vaccines = dorm.ManyToManyField(Vaccine)

    class Meta:
        app_label = "clinic"

    def owner_name(self) -> str:
        """Who pays."""
        owner = cast(Owner, self.owner)
        return cast(str, owner.name)

    def family(self) -> list[str]:
        """The young ones."""
        young = cast("list[Pet]", list(self.young.all()))  # type: ignore[attr-defined]
        return sorted(pet.name for pet in young)


class Chip(dorm.Model):
    """Tells who an animal is."""

    number = dorm.CharField(max_length=20)
    pet = dorm.OneToOneField(Pet, on_delete=dorm.CASCADE)

    class Meta:
        app_label = "clinic"


class Visit(dorm.Model):
    """What was done, and for how much."""

    reason = dorm.CharField(max_length=80)
    price = dorm.IntegerField()
    pet = dorm.ForeignKey(Pet, on_delete=dorm.CASCADE)

    class Meta:
        app_label = "clinic"
