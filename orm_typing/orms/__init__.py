"""What each supported ORM does, as data: facts with their sources, and no logic."""

from __future__ import annotations

from typing import TypeAlias

from orm_typing.orms.description import Orm
from orm_typing.orms.dorm import DORM
from orm_typing.orms.dotorm import DOTORM
from orm_typing.orms.sqliter import SQLITER
from orm_typing.orms.sqlmodel_crud import SQLMODEL_CRUD
from orm_typing.orms.subscripts import Subscripts
from orm_typing.orms.tables import TableLibrary

ORMS: tuple[Orm, ...] = (SQLITER, DORM, DOTORM)
TABLE_LIBRARIES: tuple[TableLibrary, ...] = (SQLMODEL_CRUD,)

Library: TypeAlias = Orm | TableLibrary
"""What they have in common: a name, a package and a release."""
LIBRARIES: tuple[Library, ...] = (*ORMS, *TABLE_LIBRARIES)

STUBBED_PACKAGES = tuple(library.package for library in LIBRARIES)
"""What the full names of things begin with for which this distribution has stubs."""

_SUBSCRIPTS = {library.package.partition(".")[0]: library.subscripts for library in LIBRARIES}


SUBSCRIPTED_PACKAGES = tuple(
    f"{package}." for package, subscripts in _SUBSCRIPTS.items() if subscripts != Subscripts()
)
"""What the full names of classes begin with that can't all be subscripted."""


def refuses_subscript(generic: str) -> bool:
    """Whether Python raises for ``[...]`` behind a generic class of this full name."""
    subscripts = _SUBSCRIPTS.get(generic.partition(".")[0])
    return subscripts is not None and subscripts.refuses(generic)


LOADED_WITH_MODELS = frozenset(
    {
        "dorm",
        "dorm.manager",
        "dorm.queryset",
        "sqliter.asyncio.orm",
        "sqliter.asyncio.orm.fields",
        "sqliter.asyncio.orm.m2m",
        "sqliter.asyncio.orm.query",
        "sqliter.asyncio.query",
        "sqliter.orm",
        "sqliter.orm.fields",
        "sqliter.orm.m2m",
        "sqliter.orm.query",
        "sqliter.query",
        "sqliter.query.query",
    }
)
"""Modules with types that users wrote into casts. A library imports them itself with its base of
models, so importing from them does nothing that is not done already."""
