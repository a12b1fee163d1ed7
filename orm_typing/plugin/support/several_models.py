"""One call for several models, such as in a loop over their classes.

What a user writes, and what they should see::

    for model in (City, Street):
        rows = db.select(model).fetch_all()  # list[City | Street]

mypy knows that ``model`` is ``type[City] | type[Street]``, and infers one type for the parameter of
the function: the nearest common base.
"""

from __future__ import annotations

from mypy.type_visitor import TypeTranslator
from mypy.types import (
    CallableType,
    Instance,
    Type,
    TypeAliasType,
    TypeType,
    UnionType,
    get_proper_type,
)


def for_each_model(result: Type, given: Type) -> Type:
    """What a function gives that was given classes of this type, with rows of each of them."""
    classes = get_proper_type(given)
    if not isinstance(classes, UnionType):
        return result
    rows = [_row_of(one) for one in classes.items]
    known = [row for row in rows if row is not None]
    return result.accept(_RowsOfEach(known)) if len(known) == len(rows) else result


def _row_of(cls: Type) -> Instance | None:
    proper = get_proper_type(cls)
    row: Type | None = None
    if isinstance(proper, CallableType) and proper.is_type_obj():
        row = proper.ret_type
    elif isinstance(proper, TypeType):
        row = proper.item
    found = get_proper_type(row) if row is not None else None
    return found if isinstance(found, Instance) else None


class _RowsOfEach(TypeTranslator):
    def __init__(self, rows: list[Instance]) -> None:
        super().__init__()
        self._rows = rows

    def visit_instance(self, t: Instance, /) -> Type:
        """Put the models in the place of a base that all of them have."""
        if t.type.fullname != "builtins.object" and all(
            t.type in row.type.mro for row in self._rows
        ):
            return UnionType.make_union(list(self._rows))
        return super().visit_instance(t)

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name declared types, which hold no rows."""
        return t
