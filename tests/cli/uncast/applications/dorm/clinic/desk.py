"""What the front desk asks."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, cast

from dorm.queryset import QuerySet

from clinic.models import Chip, Owner, Pet, Visit


def admit(owner: Owner, name: str, mother: Optional[Pet] = None) -> Pet:
    """Write down an animal."""
    pet = Pet.objects.create(name=name, owner_id=owner.id, mother=mother)  # type: ignore[attr-defined]
    return cast(Pet, pet)


def bill(pet: Pet) -> int:
    """What all visits cost."""
    visits: Any = pet.visit_set  # type: ignore[attr-defined]
    return sum(cast(Visit, visit).price for visit in visits.all())


def dear_visits(pet: Pet, limit: int) -> List[str]:
    """The reasons of those that cost more."""
    query = cast("QuerySet[Visit]", getattr(pet, "visit_set").filter(price__gt=limit))
    return [cast(str, cast(Visit, visit).reason) for visit in query.order_by("reason")]


def chip_number(pet: Pet) -> str:
    """What the reader shows."""
    chip = cast(Chip, pet.chip)  # type: ignore[attr-defined]
    return cast(str, chip.number)


def keys(visit: Visit) -> Dict[str, int]:
    """The keys of a visit and its animal."""
    return {
        "visit": cast(int, visit.id),  # type: ignore[attr-defined]
        "pet": cast(int, visit.pet_id),  # type: ignore[attr-defined]
        "owner": cast(int, cast(Pet, visit.pet).owner_id),  # type: ignore[attr-defined]
    }


def mother_of(pet: Pet) -> str:
    """The mother, if she is known."""
    mother = cast(Optional[Pet], pet.mother)
    if mother is None:
        return "unknown"
    return cast(str, mother.name)


def protected(pet: Pet) -> List[str]:
    """What was given."""
    vaccines = cast(Any, pet.vaccines).all().order_by("label")
    return [vaccine.label for vaccine in vaccines]


def vaccinate(pet: Pet, *vaccines: Any) -> None:
    """Give something."""
    cast(Any, pet).vaccines.add(*vaccines)


def owners(phone: str) -> List[str]:
    """Who has a number."""
    found = cast(List[Owner], list(Owner.objects.filter(phone=phone)))
    return [owner.name for owner in found]


async def last_visit(pet: Pet) -> str:
    """The newest, with await."""
    visits = cast("QuerySet[Visit]", pet.visit_set.all().order_by("-id"))  # type: ignore[attr-defined]
    visit = cast("Visit | None", await visits.afirst())
    if visit is None:
        return "never"
    return cast(str, visit.reason)


def opening_hours(text: str) -> Dict[str, str]:
    """This cast has nothing to do with the database."""
    return cast(Dict[str, str], json.loads(text))
