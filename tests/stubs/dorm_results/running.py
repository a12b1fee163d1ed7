"""Run the calls of the table on SQLite, and print where the values do not have the type.

This is a program of its own: it configures djanorm, and its models go into the registry.
"""

import ast
import asyncio
import collections.abc
import inspect
import os
import sys
from pathlib import Path
from typing import Any

import dorm
from dorm.db.connection import get_connection
from dorm.expressions import Subquery
from dorm.migrations.schema import SchemaEditor
from dorm.queryset import CombinedQuerySet, CursorPage, RawQuerySet, ValuesListQuerySet

from tests.stubs.dorm_results import library
from tests.stubs.dorm_results.table import Row, load

MODELS = (library.Author, library.Tag, library.Book)
ROWS = (dorm.QuerySet, ValuesListQuerySet, CombinedQuerySet, RawQuerySet, CursorPage)
PLAIN = (*MODELS, library.TagManager, Subquery, bool, int, float, str, dict, list, tuple)
CLASSES: dict[str, type] = {
    cls.__name__: cls for cls in (*PLAIN, *ROWS, library.BookQuerySet, dorm.Manager)
}


async def main() -> None:
    """Print a line for each row of the table that is not true."""
    with SchemaEditor(get_connection()) as editor:
        for model in MODELS:
            editor.create_model(model)
    for row in load():
        problem = await check(row)
        if problem:
            print(f"{row.owner}.{row.title}: {problem}")


async def check(row: Row) -> str:
    """Call the method in each way; say what is wrong with what it gives."""
    expected = ast.parse(row.type, mode="eval").body
    seen: set[str] = set()
    for call in row.calls:
        for model in reversed(MODELS):
            model.objects.all().delete()
        names = {**vars(library), **vars(library.Shelf())}
        code = compile(call, call, "eval", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        try:
            value = eval(code, names)
            if code.co_flags & inspect.CO_COROUTINE:
                value = await value
            elif inspect.iscoroutine(value):
                value.close()
                return f"{call} gives a coroutine"
            fits = row.unseen or await fit(value, expected, seen)
        except Exception as error:
            if row.unseen and isinstance(error, dorm.OperationalError):
                continue
            return f"{call} raises {type(error).__name__}: {error}"
        if not fits:
            return f"{call} gives {value!r}, of {type(value)}; no {row.type}"
    unseen = {ast.unparse(leaf) for leaf in leaves(expected)} - seen
    if unseen and not row.unseen:
        return f"no call gives a part of {row.type}: {', '.join(sorted(unseen))}"
    return ""


async def fit(value: Any, expected: ast.expr, seen: set[str]) -> bool:
    """Compare a value with a type, rows and items included; note the classes that were met."""
    match expected:
        case ast.Name("Any"):
            found = True
        case ast.Constant(None):
            found = value is None
        case ast.Name(name):
            found = type(value) is CLASSES[name]
            if found and isinstance(value, dorm.QuerySet):
                found = all(type(item) is library.Book for item in value)
        case ast.BinOp(left, ast.BitOr(), right):
            return await fit(value, left, seen) or await fit(value, right, seen)
        case ast.Subscript(ast.Name(name), argument):
            arguments = argument.elts if isinstance(argument, ast.Tuple) else [argument]
            return await fit_generic(value, name, arguments, seen)
        case _:
            raise ValueError(ast.unparse(expected))
    if found:
        seen.add(ast.unparse(expected))
    return found


async def fit_generic(value: Any, name: str, arguments: list[ast.expr], seen: set[str]) -> bool:
    """Compare a value with `name[arguments]`."""
    match name:
        case "AsyncIterator":
            is_one = isinstance(value, collections.abc.AsyncIterator)
            items = [item async for item in value] if is_one else []
        case "Iterator":
            is_one = isinstance(value, collections.abc.Iterator)
            items = list(value) if is_one else []
        case "Manager":
            seen.add(ast.unparse(arguments[0]))
            return type(value) is dorm.Manager and value.model.__name__ in seen
        case "tuple" if not isinstance(arguments[-1], ast.Constant):
            return (
                type(value) is tuple
                and len(value) == len(arguments)
                and all([await fit(*pair, seen) for pair in zip(value, arguments, strict=True)])
            )
        case "dict":
            is_one = type(value) is dict
            items = list(value.values()) if is_one else []
            if not all([await fit(key, arguments[0], seen) for key in (value if is_one else ())]):
                return False
        case _:
            is_one = type(value) is CLASSES[name]
            items = list(value) if is_one else []
    if isinstance(value, dorm.QuerySet) and value.model.__name__ == ast.unparse(arguments[0]):
        seen.add(value.model.__name__)
    row = arguments[0] if name == "tuple" else arguments[-1]
    return is_one and all([await fit(item, row, seen) for item in items])


def leaves(expected: ast.expr) -> list[ast.expr]:
    """The classes in a type, without those that hold others, and without `...`."""
    match expected:
        case ast.BinOp(left, ast.BitOr(), right):
            return leaves(left) + leaves(right)
        case ast.Subscript(_, ast.Tuple(parts)):
            return [leaf for part in parts for leaf in leaves(part)]
        case ast.Subscript(_, argument):
            return leaves(argument)
        case ast.Constant(value) if value is ...:
            return []
    return [expected]


if __name__ == "__main__":
    database = Path(sys.argv[1]) / "library.sqlite"
    dorm.configure(DATABASES={"default": {"ENGINE": "sqlite", "NAME": os.fspath(database)}})
    asyncio.run(main())
