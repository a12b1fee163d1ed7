"""Imports a project with the real sqliter and prints what appeared at runtime.

Run as a script in a process of its own: ``python library_truth.py RULE ROOT MODULE...``, where the
rule ``simple`` hides ``inflect`` from the library (importing it takes seconds). It prints one
JSON array per accessor, ``["accessor", target, name, source, field, descriptor]``, and one per
foreign key, ``["null", source, field, nullable]``.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
from typing import Any

from sqliter.orm.fields import ForeignKey
from sqliter.orm.m2m import ManyToMany, ReverseManyToMany
from sqliter.orm.query import ReverseRelationship


def full_name(class_: type[Any]) -> str:
    return f"{class_.__module__}.{class_.__qualname__}"


def field_of(source: type[Any], target: type[Any], accessor: str) -> str:
    """The many-to-many field of ``source`` that gave ``target`` the accessor."""
    names = [
        name
        for name, value in source.__dict__.items()
        if isinstance(value, ManyToMany)
        and value.to_model is target
        and value.related_name == accessor
    ]
    return names[0]


def describe(class_: type[Any], roots: set[str]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for name, value in list(class_.__dict__.items()):
        descriptor = full_name(type(value))
        if isinstance(value, ReverseRelationship):
            source, field = value.from_model, value.fk_field
            rows.append(["accessor", full_name(class_), name, full_name(source), field, descriptor])
        elif isinstance(value, ReverseManyToMany):
            source = vars(value)["_from_model"]
            field = field_of(source, class_, name)
            rows.append(["accessor", full_name(class_), name, full_name(source), field, descriptor])
        elif isinstance(value, ForeignKey) and value.owner is class_:
            rows.append(["null", full_name(class_), name, value.fk_info.null])
    return [row for row in rows if row[1].partition(".")[0] in roots]


def main(rule: str, root: str, modules: list[str]) -> None:
    if rule == "simple":
        sys.modules["inflect"] = None  # type: ignore[assignment]
    sys.path.insert(0, root)
    for module in modules:
        importlib.import_module(module)
    roots = {module.partition(".")[0] for module in modules}
    classes = [value for value in gc.get_objects() if isinstance(value, type)]
    rows = [row for class_ in classes for row in describe(class_, roots)]
    for row in sorted(rows):
        print(json.dumps(row))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
