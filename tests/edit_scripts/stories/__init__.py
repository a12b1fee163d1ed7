"""All stories, by subject."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from . import (
    at_the_top,
    classes,
    consumers,
    djanorm,
    dotorm,
    imports,
    layouts,
    many_to_many,
    relations,
    tables,
)

if TYPE_CHECKING:
    from ..scenario import Scenario

ALL: tuple[Scenario, ...] = (
    *relations.STORIES,
    *classes.STORIES,
    *imports.STORIES,
    *many_to_many.STORIES,
    *layouts.STORIES,
    *consumers.STORIES,
    *at_the_top.STORIES,
    *dotorm.STORIES,
    *tables.STORIES,
    # djanorm does not install on Python 3.10.
    *(djanorm.STORIES if sys.version_info >= (3, 11) else ()),
)
BY_NAME = {story.name: story for story in ALL}


def named(names: str) -> tuple[Scenario, ...]:
    """Give the stories of a comma separated list of names; a name may be a prefix."""
    chosen: dict[str, Scenario] = {}
    for name in names.split(","):
        matching = {known: BY_NAME[known] for known in BY_NAME if known.startswith(name)}
        if not matching:
            raise ValueError(f"no story {name!r} among {', '.join(BY_NAME)}")
        chosen |= matching
    return tuple(chosen.values())
