"""Does a model have the primary key that the library adds, ``id`` of djanorm?

Reading source can't tell of every field: ``code = code_field()`` may be the primary key.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from orm_typing.cli.declare.found import assignments
from orm_typing.cli.declare.sources import Sources
from orm_typing.relations.names import AT_THE_END, FoundClass, Place
from orm_typing.relations.scan import dotted_name

_OPTION = "primary_key"


def is_automatic(model: FoundClass, sources: Sources) -> bool | None:
    """Whether the library adds the key; ``None`` if a field of the model may be one."""
    if not sources.primary_keys.is_automatic(model):
        return False
    answers = [
        _is_key(call, owner, sources)
        for owner in (model, *sources.ancestors(model))
        if owner is model or sources.models.is_abstract(owner)
        for call in _assigned_calls(owner, sources)
    ]
    if True in answers:
        return False
    is_certain = None not in answers and sources.models.ancestry(model).is_complete
    return True if is_certain else None


def _is_key(call: ast.Call, owner: FoundClass, sources: Sources) -> bool | None:
    """Whether the call makes a field that is the primary key; ``None`` if it may."""
    for keyword in call.keywords:
        if keyword.arg is None:
            return None
        if keyword.arg == _OPTION and not isinstance(keyword.value, ast.Constant):
            return None
    dotted = dotted_name(call.func.value if isinstance(call.func, ast.Subscript) else call.func)
    if not dotted:  # `Manager.from_queryset(BookQuerySet)()`
        return False
    found = sources.names.resolve(dotted, Place(owner.module, AT_THE_END, owner.written))
    if not found:
        return None  # a function, or nothing that is known
    answers = [_is_key_class(one, sources) for one in found if isinstance(one, FoundClass)]
    return True if True in answers else None if None in answers else False


def _is_key_class(found: FoundClass, sources: Sources) -> bool | None:
    if sources.primary_keys.is_key_class(found):
        return True
    bodies = [sources.body(one) for one in (found, *sources.ancestors(found))]
    is_named = any(_OPTION in ast.dump(body) for body in bodies if body is not None)
    return None if is_named else False


def _assigned_calls(owner: FoundClass, sources: Sources) -> Iterator[ast.Call]:
    body = sources.body(owner)
    for _name, _annotation, value in assignments(body.body) if body is not None else ():
        if isinstance(value, ast.Call):
            yield value
