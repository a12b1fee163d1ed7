"""From which classes of an ORM does a class of the project derive?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mypy.nodes import TypeInfo

from orm_typing.orms import ORMS
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import has_base

MODEL_BASES: Mapping[str, Orm] = {base: orm for orm in ORMS for base in orm.registered_bases}
"""The classes from which models derive."""


def orm_of_model(project: Project, full_name: str) -> Orm | None:
    """The ORM of a model; ``None`` for other classes, and what is no class."""
    if not project.has_models():
        return None
    info = project.lookup(full_name)
    for base in info.mro if info is not None else ():
        orm = MODEL_BASES.get(base.fullname)
        if orm is not None:
            return orm
    return None


def derived_class(
    project: Project, full_name: str, bases: Iterable[tuple[Orm, tuple[str, ...]]]
) -> tuple[Orm, TypeInfo] | None:
    """A class of the project that derives from one of an ORM's; ``bases`` says from which."""
    for orm, names in bases:
        if full_name.startswith(orm.package) or not project.has_fields_of(orm):
            continue
        info = project.lookup(full_name)
        if info is not None and has_base(info, names):
            return orm, info
    return None
