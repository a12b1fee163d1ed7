"""The facts behind DotORM's stubs, against a checkout of the library.

DotORM is on no package index. These tests run where the environment variable DOTORM_CHECKOUT
names the folder that holds the package `dotorm`, with an interpreter of 3.12 or later that has what
the library imports (pydantic-settings, and no driver):

    DOTORM_CHECKOUT=~/dotorm python -m pytest tests/stubs/test_dotorm.py

The stubs serve 2.1, which is in the library's own repository, and 2.3, which is in applications:
for one, `backend/base/system/dotorm` of shurshilov/faracrm.
"""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.copying import copied
from tests.stubs.names.comparing import NO_MODULE, STUB_ONLY, differences
from tests.stubs.names.reading import read_package
from tests.stubs.names.test_names import allowed

HERE = Path(__file__).parent
STUBS = HERE.parents[1] / "stubs"
CASES = HERE.parent / "checkers" / "cases" / "dotorm"
CHECKOUT = os.environ.get("DOTORM_CHECKOUT", "")

pytestmark = pytest.mark.skipif(
    not CHECKOUT, reason="DOTORM_CHECKOUT names no checkout of the library"
)


def version() -> str:
    """That of the checkout: "2.1" or "2.3"."""
    source = Path(CHECKOUT, "dotorm", "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+)', source, re.MULTILINE)
    assert found is not None
    return found[1]


def test_names_are_those_of_the_source() -> None:
    """Private ones too. The stubs serve two versions: what only they have may be of the other."""
    source = read_package(Path(CHECKOUT, "dotorm"), ".py")
    found = {
        name: problem
        for name, problem in differences(
            source, read_package(STUBS / "dotorm-stubs", ".pyi")
        ).items()
        if problem not in (STUB_ONLY, NO_MODULE)
    }
    reasons = {**allowed("dotorm"), **allowed(f"dotorm-{version()}")}
    assert {name: found[name] for name in found.keys() - reasons.keys()} == {}
    assert reasons.keys() - found.keys() == set(), "not needed"


MODELS = """
import asyncio
from typing import Any

from dotorm import *
from dotorm import MYSQL
from dotorm.builder.builder import Builder
from dotorm.decorators import depends, hybridmethod, onchange

ROWS: list[dict[str, Any]] = [{"id": 1, "name": "Jane", "role_id": 7}]


class Recorder:
    # A session that gives the same rows to each query.
    async def execute(self, stmt, values=None, *, prepare=None, cursor="fetchall"):
        if cursor in ("void", "executemany"):
            return None
        if cursor == "lastrowid":
            return 5
        rows = [{"id": 7, "name": "Boss"}] if "FROM role" in stmt else [dict(row) for row in ROWS]
        return prepare(rows) if prepare else rows


class Base(DotModel):
    _dialect = MYSQL

    @classmethod
    def _get_db_session(cls, session=None):
        return session or Recorder()


class Role(Base):
    __table__ = "role"
    id: int = Integer(primary_key=True)
    name: str = Char()
    users: "list[User]" = One2many(lambda: User, "role_id")


class User(Base):
    __table__ = "user"
    id: int = Integer(primary_key=True)
    name: str = Char()
    role_id: Role = Many2one(lambda: Role)
    tags = Many2many(Role, "user_role", "role_id", "user_id")

    @hybridmethod
    async def who(self):
        return self

    @onchange("name")
    async def changed(self):
        return None

    @depends("name")
    def title(self):
        return "title"


for model in (Role, User):
    model._builder = Builder(model.__table__, model.get_fields(), MYSQL)

run = asyncio.run
"""


TRUTH = [
    # The class has the field, a record the value.
    ("type(User.name).__name__", "Char"),
    ("type(User(name='Jane').name).__name__", "str"),
    (
        "(Char().null, Char(required=True).null, Char(required=False).null)",
        "(True, False, True)",
    ),
    ("Char(widget='color').widget", "color"),
    ("Many2one(Role, ondelete='CASCADE').ondelete", "cascade"),
    ("Char(ondelete='explode')", "OrmConfigurationFieldException"),
    ("Char('5')", "OrmConfigurationFieldException"),
    ("Many2many(Role, 'user_role')", "TypeError"),
    ("Many2one('role').relation_table", "role"),
    # Methods.
    ("run(User.create(User(name='Jane')))", "5"),
    ("type(run(User.create_bulk([User(name='Jane')]))).__name__", "list"),
    ("type(run(User.get(1))).__name__", "User"),
    ("type(run(User().get(1))).__name__", "User"),
    ("run(User.get(1)).role_id", "7"),
    ("type(run(User.search())[0].role_id).__name__", "Role"),
    ("type(run(User.search(fields=['id']))[0]).__name__", "User"),
    ("type(run(User.search(fields=['id'], raw=True))[0]).__name__", "dict"),
    ("run(run(User.get(1)).update(User(name='Emma')))", "None"),
    ("run(run(User.get(1)).update())", "TypeError"),
    ("run(User.link_many2many(field=User.tags, values=[(1, 2)]))", "None"),
    ("run(User.link_many2many('tags', [(1, 2)]))", "AttributeError"),
    ("hasattr(User, 'get_with_relations')", "False"),
    # Decorators.
    ("type(run(User.who())).__name__", "User"),
    ("run(User().changed())", "{}"),
    ("User().title()", "title"),
    # Filters.
    ("FilterParser(MYSQL).parse([('not', ('id', '=', 1))])", "('(NOT (`id` = %s))', (1,))"),
    ("FilterParser(MYSQL).parse([('id', '==', 1)])", "ValueError"),
    ("FilterParser(MYSQL).parse([('id', 'in', {1})])", "ValueError"),
    ("FilterParser(MYSQL).parse([('id', 'is null')])", "ValueError"),
    ("FilterParser(MYSQL).parse([('id', '=', 1), 'xor', ('id', '=', 2)])", "ValueError"),
]
# The field itself stands where nothing was read, until 2.3.
TRUTH_2_1 = [
    ("type(User().name).__name__", "Char"),
    ("User.title.compute_deps", "{'name'}"),
    ("run(User.create(User(name='Jane'), depends_jobs={}))", "TypeError"),
]
TRUTH_2_3 = [
    ("User().name", "None"),
    ("run(User.create(User(name='Jane'), depends_jobs={}))", "5"),
    ("run(run(User.get(1)).delete(None, {}))", "None"),
    ("User(name='Jane').assigned_fields()", "['name']"),
    ("(User(name=None).is_assigned('name'), User().is_assigned('name'))", "(True, False)"),
    ("User(name='Jane').json(include={'name'})", "{'name': 'Jane'}"),
    (
        "Char(private=True, role_update='admin, manager').required_roles('update')",
        "['admin', 'manager']",
    ),
    ('Country(name=\'{"en": "Greece"}\').name', "Greece"),
    ("Country(name={'en': 'Greece', 'el': 'Hellas'}).name", "Greece"),
    ("run(Line(price=2, count=3).execute_onchange('count'))", "{'total': 6}"),
    ("str(fields.Decimal.to_decimal('none'))", "0"),
    ("FilterParser(MYSQL).parse([SqlFragment('a = %s', [1])])", "('(a = %s)', (1,))"),
    ("FilterParser(MYSQL, {'day': Date()}).parse(('day', '>', '2025-01-02'))[1][0].day", "2"),
]
MODELS_2_3 = """
from dotorm import fields
from dotorm.components.filter_parser import SqlFragment


class Country(Base):
    __table__ = "country"
    name = fields.TranslatedChar()


class Line(Base):
    __table__ = "line"
    price: int = Integer()
    count: int = Integer()
    total: int = Integer(compute="_compute_total")

    @depends(triggers=[price, count])
    async def _compute_total(self):
        self.total = self.price * self.count
"""


def truth() -> list[tuple[str, str]]:
    if not CHECKOUT:
        return TRUTH
    return TRUTH + (TRUTH_2_1 if version() == "2.1" else TRUTH_2_3)


@cache
def answers() -> list[str]:
    """Evaluate the expressions beside the models: what each is, or the error that it raises."""
    code = f"""{MODELS}
{MODELS_2_3 if version() != "2.1" else ""}
for expression in {[expression for expression, _ in truth()]!r}:
    try:
        print(eval(expression))
    except Exception as error:
        print(type(error).__name__)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": CHECKOUT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    "number", range(len(truth())), ids=[expression for expression, _ in truth()]
)
def test_the_library_does_what_the_stubs_say(number: int) -> None:
    assert answers()[number] == truth()[number][1]


def test_the_declarations_of_the_checkers_cases_work(tmp_path: Path) -> None:
    """`tests/checkers` can't import them, since the library is not installed there."""
    package = tmp_path / "cases"
    copied(CASES, package)
    (package / "__init__.py").touch()
    modules = sorted(
        f"cases.{case.stem}"
        for case in CASES.glob("*.py")
        if case.stem != "since_2_3" or version() != "2.1"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import {', '.join(modules)}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": CHECKOUT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_stubs_match_the_checkout(tmp_path: Path) -> None:
    """Stubtest itself fails for an unused allowlist entry."""
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    (stubs / "dotorm").symlink_to(STUBS / "dotorm-stubs", target_is_directory=True)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy.stubtest",
            "dotorm",
            "--concise",
            "--allowlist",
            str(HERE / "dotorm.allowlist"),
            "--allowlist",
            str(HERE / f"dotorm-{version()}.allowlist"),
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": CHECKOUT, "MYPYPATH": str(stubs)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
