"""The layers: imports run downwards only, and an ORM's name stands in its description alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import orm_typing
from orm_typing.plugin.load_states import hooks as load_states
from orm_typing.plugin.models import hooks as models
from orm_typing.plugin.queries import hooks as queries
from orm_typing.plugin.records import hooks as records
from orm_typing.plugin.tables import hooks as tables

PACKAGE = Path(orm_typing.__file__).parent
ORM_NAMES = ("sqliter", "dorm", "dotorm", "sqlmodel")


def files(*places: str) -> list[Path]:
    """The modules of the package below these folders, or these files."""
    return [
        file
        for place in places
        for file in (sorted((PACKAGE / place).rglob("*.py")) or [PACKAGE / place])
    ]


def name_of(file: Path) -> str:
    """A short name for a test's title."""
    return file.relative_to(PACKAGE).as_posix()


def parse(file: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports(tree: ast.Module) -> Iterator[str]:
    """Full names of all that is imported anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_below(name: str, package: str) -> bool:
    """Whether an imported name is the package, or something of it."""
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("file", files("relations"), ids=name_of)
def test_relations_import_the_standard_library_and_each_other(file: Path) -> None:
    for name in imports(parse(file)):
        assert not is_below(name, "mypy"), name
        if is_below(name, "orm_typing"):
            assert is_below(name, "orm_typing.relations"), name


@pytest.mark.parametrize("file", files("orms"), ids=name_of)
def test_descriptions_import_no_checker_and_no_feature(file: Path) -> None:
    for name in imports(parse(file)):
        assert not is_below(name, "mypy"), name
        if is_below(name, "orm_typing"):
            allowed = ("orm_typing.orms", "orm_typing.relations")
            assert any(is_below(name, package) for package in allowed), name


@pytest.mark.parametrize("file", files("plugin"), ids=name_of)
def test_features_do_not_import_the_dispatcher(file: Path) -> None:
    for name in imports(parse(file)):
        assert not is_below(name, "orm_typing.mypy"), name


PLUGIN_LAYERS = (
    {"support"},
    {"build"},
    {"models"},
    {"load_states"},
    {"queries", "records", "tables"},
    {"freshness"},
)
"""The folders of the plugin: each imports from those before it alone, and from itself."""


@pytest.mark.parametrize("file", files("plugin"), ids=name_of)
def test_folders_of_the_plugin_import_downwards(file: Path) -> None:
    folder = file.relative_to(PACKAGE / "plugin").parts[0]
    allowed = {folder}
    for layer in PLUGIN_LAYERS:
        if folder in layer:
            break
        allowed |= layer
    for name in imports(parse(file)):
        if is_below(name, "orm_typing.plugin"):
            assert name.split(".")[2] in allowed, name


@pytest.mark.parametrize("table", ["METHODS", "METHOD_SIGNATURES", "FUNCTIONS"])
def test_no_two_families_answer_for_one_name(table: str) -> None:
    found = [
        name
        for family in (models, load_states, queries, records, tables)
        for name in getattr(family, table, {})
    ]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("file", files("plugin", "relations", "mypy.py"), ids=name_of)
def test_no_orm_is_named_in_code(file: Path) -> None:
    """Comments and docstrings may give examples."""
    for line, text in words(parse(file)):
        for orm in ORM_NAMES:
            assert orm not in text.lower(), f"{name_of(file)}:{line}: {text!r}"


def words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """All identifiers and strings of a module with their lines, without docstrings."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant):
            if isinstance(node.value, (str, bytes)) and id(node) not in docstrings:
                yield line, str(node.value)
            continue
        for field in ("id", "attr", "arg", "name", "asname", "module"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield line, value


def test_the_search_for_names_finds_them() -> None:
    tree = ast.parse(
        '"""About dorm."""\nimport sqlmodel as m\nx = m.dotorm("sqliter.orm")  # dorm\n'
    )
    assert {text for _, text in words(tree)} == {"sqlmodel", "m", "x", "dotorm", "sqliter.orm"}
