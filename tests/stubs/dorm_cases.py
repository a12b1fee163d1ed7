"""What the case files for djanorm's fields ask and answer, read from their source and table."""

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ..checkers.labels import CASES, LABEL
from ..checkers.table import load

PACKAGE = "dorm"


class Revealed(NamedTuple):
    """`reveal_type(row.<field>)` for a row of a model in a case file, and the common answer."""

    case: str
    model: str
    field: str
    type: str


def load_case(case: str) -> ModuleType:
    """Import a case file: its models are what the runtime is asked about."""
    name = f"{PACKAGE}_case_{case}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, CASES / PACKAGE / f"{case}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


def revealed_fields(case: str) -> Iterator[Revealed]:
    """Find the labelled reads of plain attributes of a function's first parameter.

    What an attribute is in a branch, where it has been compared with None, is left out.
    """
    path: Path = CASES / PACKAGE / f"{case}.py"
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    rows, _ = load(PACKAGE)
    for function in ast.parse(text).body:
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        row = function.args.args[0]
        if not isinstance(row.annotation, ast.Name):
            continue
        for statement in function.body:
            match statement:
                case ast.Expr(
                    ast.Call(
                        func=ast.Name("reveal_type"),
                        args=[ast.Attribute(value=ast.Name(name), attr=field)],
                    )
                ) if name == row.arg:
                    label = LABEL.search(lines[statement.lineno - 1])
                    assert label is not None
                    answer = rows[PACKAGE, case, label["name"]].common
                    yield Revealed(case, row.annotation.id, field, answer)


def matches(value: object, text: str, names: dict[str, object]) -> bool:
    """Say whether a value is of the type that a checker spelt out, items included.

    >>> matches(["a", None], "list[str | None]", {"list": list, "str": str})
    True
    """
    return _matches(value, ast.parse(text, mode="eval").body, names)


def _matches(value: object, spelt: ast.expr, names: dict[str, object]) -> bool:
    match spelt:
        case ast.BinOp(left, ast.BitOr(), right):
            return _matches(value, left, names) or _matches(value, right, names)
        case ast.Constant(None):
            return value is None
        case ast.Name("Any"):
            return True
        case ast.Name(name):
            return type(value) is names[name] or (name == "FieldFile" and _is(value, names[name]))
        case ast.Subscript(ast.Name(name), parameter):
            parameters = parameter.elts if isinstance(parameter, ast.Tuple) else [parameter]
            return _is(value, names[name]) and all(
                _matches(item, part, names)
                for part, items in zip(parameters, _items(value), strict=True)
                for item in items
            )
    raise NotImplementedError(ast.unparse(spelt))


def _is(value: object, wanted: object) -> bool:
    return isinstance(wanted, type) and isinstance(value, wanted)


def _items(value: object) -> list[list[object]]:
    """Give the parts of a container, a list for each of its parameters."""
    if isinstance(value, dict):
        return [list(value), list(value.values())]
    if isinstance(value, list):
        return [value]
    bounds = [getattr(value, "lower", None), getattr(value, "upper", None)]
    return [[bound for bound in bounds if bound is not None]]
