"""What the functions of sqlmodel_crud_utils return on SQLite is what their stubs declare.

Both ways: each result is one of the alternatives of its declared type, and each alternative is
some call's result. So a stub that is too narrow fails, and one that is too wide.
"""

from __future__ import annotations

import ast
import asyncio
import itertools
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import pytest
from sqlalchemy import ScalarResult, StaticPool
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import registry
from sqlmodel import Field, Session, SQLModel, create_engine, select
from sqlmodel.ext.asyncio.session import AsyncSession

# The library reads it when it is imported.
os.environ.setdefault("SQL_DIALECT", "sqlite")

from sqlmodel_crud_utils import a_sync, mixins, sync
from sqlmodel_crud_utils.tracking import HISTORY_METADATA

STUBS = Path(__file__).parents[2] / "stubs" / "sqlmodel_crud_utils-stubs"


class Base(SQLModel, registry=registry()):
    """Tables of this module alone."""


class Hero(Base, mixins.AuditMixin, mixins.SoftDeleteMixin, table=True):
    """A row with a unique name, so that a second one of that name can't be written."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class Place(Base, mixins.TimestampMixin, table=True):
    """A row whose times are the database's."""

    id: int | None = Field(default=None, primary_key=True)


class Call(NamedTuple):
    """A call on a database that holds the heroes 1, "Rusty", and 2, "Spider"."""

    run: Callable[[Any, Any], Any]
    """Takes the library's module, `sync` or `a_sync`, and a session."""
    has_history: bool = True


def builder(module: Any, session: Any, *arguments: Any) -> Any:
    """Make the query builder of a module."""
    make = module.QueryBuilder if module is sync else module.AsyncQueryBuilder
    return make(session, Hero, *arguments)


CALLS: dict[str, list[Call]] = {
    "get_result_from_query": [
        Call(lambda api, session: api.get_result_from_query(select(Hero), session)),
        Call(lambda api, session: api.get_result_from_query(select(Hero.name), session)),
        Call(lambda api, session: api.get_result_from_query(select(Hero.id, Hero.name), session)),
        Call(lambda api, session: api.get_result_from_query(select(Hero).limit(0), session)),
    ],
    "get_one_or_create": [
        Call(lambda api, session: api.get_one_or_create(session, Hero, name="Rusty")),
        Call(lambda api, session: api.get_one_or_create(session, Hero, {"id": 9}, name="Rhino")),
    ],
    "write_row": [
        Call(lambda api, session: api.write_row(Hero(name="Rhino"), session)),
        Call(lambda api, session: api.write_row(Hero(name="Rusty"), session)),
    ],
    "insert_data_rows": [
        Call(lambda api, session: api.insert_data_rows(heroes("Rhino"), session)),
        Call(lambda api, session: api.insert_data_rows(tuple(heroes("Rhino")), session)),
        Call(lambda api, session: api.insert_data_rows({1: Hero(name="Rhino")}.values(), session)),
        Call(lambda api, session: api.insert_data_rows(heroes("Rusty", "Rhino"), session)),
        Call(lambda api, session: api.insert_data_rows(heroes("Rusty"), session)),
    ],
    "get_row": [
        Call(lambda api, session: api.get_row(1, session, Hero)),
        Call(lambda api, session: api.get_row("Rusty", session, Hero, pk_field="name")),
        Call(lambda api, session: api.get_row(3, session, Hero)),
        Call(lambda api, session: api.get_row(None, session, Hero)),
    ],
    "get_rows": [
        Call(lambda api, session: api.get_rows(session, Hero, name__like="R")),
        Call(lambda api, session: api.get_rows(session, Hero, name="Rhino")),
        Call(lambda api, session: api.get_rows(session, Hero, stmnt=select(Hero.name))),
        Call(lambda api, session: api.get_rows(session, Hero, stmnt=select(Hero.id, Hero.name))),
    ],
    "get_rows_within_id_list": [
        Call(lambda api, session: api.get_rows_within_id_list([1, 2, 3], session, Hero)),
        Call(lambda api, session: api.get_rows_within_id_list({3}, session, Hero)),
        Call(lambda api, session: api.get_rows_within_id_list([], session, Hero)),
    ],
    "delete_rows_within_id_list": [
        Call(lambda api, session: api.delete_rows_within_id_list([1, 3], session, Hero)),
        Call(lambda api, session: api.delete_rows_within_id_list([1], session, Hero, soft=True)),
        Call(lambda api, session: api.delete_rows_within_id_list([], session, Hero)),
    ],
    "bulk_update_rows": [
        Call(lambda api, session: api.bulk_update_rows([1], {"created_by": "me"}, session, Hero)),
        Call(lambda api, session: api.bulk_update_rows([3], {"created_by": "me"}, session, Hero)),
    ],
    "delete_row": [
        Call(lambda api, session: api.delete_row(1, session, Hero)),
        Call(lambda api, session: api.delete_row(3, session, Hero)),
    ],
    "bulk_upsert_mappings": [
        Call(lambda api, session: api.bulk_upsert_mappings([place(1), place(2)], session, Place)),
    ],
    "update_row": [
        Call(lambda api, session: api.update_row(1, {"created_by": "me"}, session, Hero)),
        Call(lambda api, session: api.update_row(1, {"name": "Spider"}, session, Hero)),
        Call(lambda api, session: api.update_row(3, {"name": "Rhino"}, session, Hero)),
    ],
    "get_change_history": [
        Call(lambda api, session: api.get_change_history(session, Hero, 1)),
        Call(lambda api, session: api.get_change_history(session, Hero, 1), has_history=False),
    ],
    "QueryBuilder.all": [
        Call(lambda api, session: builder(api, session).where(name="Rusty").all()),
        Call(lambda api, session: builder(api, session).where(name="Rhino").all()),
        Call(lambda api, session: builder(api, session, select(Hero.name)).all()),
    ],
    "QueryBuilder.first": [
        Call(lambda api, session: builder(api, session).first()),
        Call(lambda api, session: builder(api, session).where(name="Rhino").first()),
        Call(lambda api, session: builder(api, session, select(Hero.name)).first()),
    ],
    "QueryBuilder.count": [
        Call(lambda api, session: builder(api, session).count()),
        Call(lambda api, session: builder(api, session).where(name="Rhino").count()),
    ],
}

MODULES = {"sync": sync, "a_sync": a_sync}

# The stubs' type variables stand for a model, and for what a statement selects.
NAMES = {
    "Any": Any,
    "Collection": Collection,
    "Literal": Literal,
    "ScalarResult": ScalarResult,
    "_M": Base,
    "_T": Hero | str,
    "_RowT": Hero | str,
}


def heroes(*names: str) -> list[Hero]:
    """Make rows that are not written yet."""
    return [Hero(name=name) for name in names]


def place(key: int) -> dict[str, Any]:
    """Make a mapping to upsert."""
    return {"id": key}


def run_sync(call: Call) -> Any:
    """Give a call's result on a new database."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    if call.has_history:
        HISTORY_METADATA.create_all(engine)
    with Session(engine) as session:
        session.add_all(heroes("Rusty", "Spider"))
        session.commit()
        return call.run(sync, session)


async def run_async(call: Call) -> Any:
    """Give the result of its asynchronous twin."""
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        if call.has_history:
            await connection.run_sync(HISTORY_METADATA.create_all)
    async with AsyncSession(engine) as session:
        session.add_all(heroes("Rusty", "Spider"))
        await session.commit()
        result = await call.run(a_sync, session)
    await engine.dispose()
    return result


def declared(module: str, name: str) -> Iterator[Any]:
    """Find the alternatives that a function's stub returns, those of all its overloads."""
    body: list[ast.stmt] = ast.parse((STUBS / f"{module}.pyi").read_text(encoding="utf-8")).body
    *owner, name = name.split(".")
    if owner:
        classes = [node for node in body if isinstance(node, ast.ClassDef)]
        body = [node for found in classes for node in found.body]
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            assert node.returns is not None
            # The text is the stubs' own.
            yield from alternatives(eval(ast.unparse(node.returns), NAMES))


def alternatives(annotation: Any) -> Iterator[Any]:
    """Write a type without unions of its own, or in its tuples: one type for each choice."""
    if get_origin(annotation) in {Union, UnionType}:
        for member in get_args(annotation):
            yield from alternatives(member)
    elif get_origin(annotation) is tuple and Ellipsis not in get_args(annotation):
        for choice in itertools.product(*map(alternatives, get_args(annotation))):
            yield tuple[choice]  # type: ignore[valid-type]
    else:
        yield annotation


def admits(annotation: Any, value: Any) -> bool:
    """Say whether a value is of a type, of exactly that class where it is a container."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is Any:
        return True
    if annotation in {None, NoneType}:
        return value is None
    if origin is Literal:
        return any(value is argument for argument in arguments)
    if origin in {Union, UnionType}:
        return any(admits(argument, value) for argument in arguments)
    if origin is tuple and Ellipsis not in arguments:
        return (
            type(value) is tuple
            and len(value) == len(arguments)
            and all(map(admits, arguments, value))
        )
    if origin in {list, tuple}:
        return type(value) is origin and all(admits(arguments[0], item) for item in value)
    if origin is dict:
        return type(value) is dict and all(
            admits(arguments[0], key) and admits(arguments[1], item) for key, item in value.items()
        )
    return isinstance(value, origin or annotation)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("module", MODULES)
def test_results_are_as_declared(module: str, name: str) -> None:
    run = run_sync if module == "sync" else lambda call: asyncio.run(run_async(call))
    results = [run(call) for call in CALLS[name]]
    expected = list(declared(module, name))
    unexpected = [result for result in results if not any(admits(e, result) for e in expected)]
    assert unexpected == [], f"not {expected}"
    unseen = [e for e in expected if not any(admits(e, result) for result in results)]
    assert unseen == []


@pytest.mark.parametrize("module", MODULES)
def test_every_function_is_called(module: str) -> None:
    """A function that a new version brings is missing here."""
    namespace = vars(MODULES[module])
    own = {
        name: value
        for name, value in namespace.items()
        if getattr(value, "__module__", "") == MODULES[module].__name__
    }
    functions = {name for name, value in own.items() if not isinstance(value, type)}
    methods = {
        f"QueryBuilder.{name}"
        for value in own.values()
        if isinstance(value, type)
        for name in vars(value)
        if not name.startswith("_")
    }
    assert functions | methods == CALLS.keys()


@pytest.mark.parametrize("mixin", [mixins.AuditMixin, mixins.SoftDeleteMixin])
def test_mixins_give_fields_to_the_constructor(mixin: type[Any]) -> None:
    fields = set(mixin.__annotations__)
    tree = ast.parse((STUBS / "mixins.pyi").read_text(encoding="utf-8"))
    stubbed = {
        item.target.id
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == mixin.__name__
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    }
    assert stubbed == fields
    assert fields < Hero.model_fields.keys()
    values = dict.fromkeys(fields, "given")
    hero = Hero(name="Rusty", **values)  # type: ignore[arg-type]
    assert {name: getattr(hero, name) for name in fields} == values


def test_timestamps_are_no_fields() -> None:
    """The constructor ignores them, and assigning raises, so the stub allows neither."""
    fresh = Place(created_at="given")  # type: ignore[call-arg]
    assert not fresh.created_at
    for name in ("created_at", "updated_at"):
        with pytest.raises(ValueError, match="no field"):
            setattr(fresh, name, "given")
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        saved = Place()
        session.add(saved)
        session.commit()
        assert saved.created_at <= saved.updated_at
