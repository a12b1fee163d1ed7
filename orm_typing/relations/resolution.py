"""What all files declare together: the frozen answer that ``resolve`` gives and ``store`` keeps.

It stands apart from ``resolve`` because a run in which no file changed needs the answer alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from orm_typing.relations.declaration import RelationField
from orm_typing.relations.search import Needles


class Resolution(NamedTuple):
    """What a set of modules declares."""

    relations: tuple[RelationField, ...] = ()
    bases: Mapping[str, tuple[str, ...]] = {}
    """Direct bases of each class that takes part in a relation, and of their bases in turn."""
    class_modules: Mapping[str, str] = {}
    """The module of each class in ``bases``."""
    broken_sources: Mapping[str, tuple[str, ...]] = {}
    """For a module: the modules with errors that may have relations into it."""
    named_models: Mapping[str, tuple[str, ...]] = {}
    """For each string target that its own module does not explain: the models of that name."""
    model_names: tuple[str, ...] = ()
    """The class names that a string could have given: of the models in files that matter by what
    they say themselves. So it makes no difference which other files happen to be parsed."""
    needles: Needles = Needles()
    """What to look for in files, so that nothing that counts here is missed."""
