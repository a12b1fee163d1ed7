"""Every class that an ORM's description names is in the stubs, where the plugin looks it up."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from orm_typing.orms import ORMS
from orm_typing.orms.description import Orm

STUBS = Path(__file__).resolve().parents[2] / "stubs"


def full_names(value: object, package: str) -> Iterator[str]:
    """All full names of the library in a description."""
    if isinstance(value, str):
        if value.startswith(package):
            yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from full_names(key, package)
            yield from full_names(item, package)
    elif isinstance(value, (tuple, frozenset)):
        for item in value:
            yield from full_names(item, package)


def described() -> Iterator[tuple[Orm, str]]:
    for orm in ORMS:
        names = {
            name
            for field, value in orm._asdict().items()
            if field not in ("package", "implicit_modules")
            for name in full_names(value, orm.package)
            if not name.endswith(".")  # a prefix of annotations
        }
        for name in sorted(names):
            yield orm, name


@pytest.mark.parametrize(
    ("orm", "name"), list(described()), ids=lambda value: getattr(value, "name", value)
)
def test_it_is_in_the_stubs_or_typed_by_the_library(orm: Orm, name: str) -> None:
    owner, _, member = name.rpartition(".")
    module = stub_of(owner)
    if module is None:  # a method: `package.module.Class.method`
        owner, _, member = owner.rpartition(".")
        module = stub_of(owner)
    if module is None:
        # The stub packages are partial, so checkers see the library's own module.
        assert installed(owner), f"{owner} is neither stubbed nor a module of {orm.name}"
    else:
        assert member in defined(module), f"{module} does not define {member}"


def stub_of(module: str) -> Path | None:
    package, *rest = module.split(".")
    folder = STUBS.joinpath(f"{package}-stubs", *rest)
    for candidate in (folder / "__init__.pyi", folder.with_name(folder.name + ".pyi")):
        if candidate.is_file():
            return candidate
    return None


def installed(module: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(module) is not None


def defined(stub: Path) -> set[str]:
    names: set[str] = set()
    for statement in ast.parse(stub.read_text(encoding="utf-8")).body:
        if isinstance(statement, (ast.ClassDef, ast.FunctionDef)):
            names.add(statement.name)
        elif isinstance(statement, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in statement.names)
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            names.add(statement.target.id)
        elif isinstance(statement, ast.Assign):
            names.update(target.id for target in statement.targets if isinstance(target, ast.Name))
    return names
