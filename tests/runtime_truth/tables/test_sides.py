"""What the plugin says of the two sides of a relation is what SQLAlchemy makes of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy.exc import SQLAlchemyError

from tests.runtime_truth.checker import run_mypy

MODULE = """\
from typing import List, Optional

from sqlalchemy.orm import Mapped, registry
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel_crud_utils import get_rows

class Base(SQLModel, registry=registry()):
    pass

class Link(Base, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)

class Other(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero_id: int | None = Field(default=None, foreign_key="hero.id")

class Team(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    {team}

class Hero(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    team_id: int | None = Field(default=None, foreign_key="team.id")
    boss_id: int | None = Field(default=None, foreign_key="hero.id")
    {hero}
"""
MANY = 'heroes: list["Hero"] = Relationship(back_populates="{}")'
ONE = 'team: Team | None = Relationship(back_populates="{}")'
BOSS = (
    'boss: Optional["Hero"] = Relationship(back_populates="{}", '
    'sa_relationship_kwargs={{"remote_side": "Hero.id"}})'
)
HELPERS = 'helpers: list["Hero"] = Relationship(back_populates="boss")'
CASES = {
    "both sides": (MANY.format("team"), ONE.format("heroes")),
    "a typing list": (MANY.format("team").replace("list[", "List["), ONE.format("heroes")),
    "mapped": (
        MANY.format("team"),
        ONE.format("heroes").replace("Team | None", "Mapped[Team | None]"),
    ),
    "no other side": (MANY.format("taem"), ONE.format("heroes")),
    "nothing there": (MANY.format("team"), "pass"),
    "a column": (MANY.format("name"), ONE.format("heroes")),
    "another class": (MANY.format("others"), "others: list[Other] = Relationship()"),
    "one side alone": (MANY.format("team"), ONE.replace('back_populates="{}"', "")),
    "itself": ("pass", f"{BOSS.format('helpers')}\n    {HELPERS}"),
    "itself, misspelt": ("pass", f"{BOSS.format('helper')}\n    {HELPERS}"),
    "many to many": (
        MANY.format("teams").replace("(b", "(link_model=Link, b"),
        'teams: list[Team] = Relationship(link_model=Link, back_populates="heroes")',
    ),
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The codes that mypy reports for each case, in one run."""
    project = tmp_path_factory.mktemp("sides")
    (project / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    files = {f"case{number}.py": name for number, name in enumerate(CASES)}
    for file, name in files.items():
        (project / file).write_text(source_of(name), encoding="utf-8")
    said = re.findall(r"^(\S+\.py):.*\[(.+)\]$", run_mypy(project, *files), re.MULTILINE)
    return {name: {code for where, code in said if where == file} for file, name in files.items()}


@pytest.mark.parametrize("name", CASES)
def test_a_message_where_the_mappers_fail(name: str, reported: dict[str, set[str]]) -> None:
    assert reported[name] <= {"orm-back-populates"}
    assert bool(reported[name]) == fails(source_of(name))


def test_two_relations_of_one_side() -> None:
    """The tables can be used, until a row is put into one of the relations."""
    twice = MANY.format("team") + "\n    " + MANY.format("team").replace("heroes", "veterans")
    names = execute(MODULE.format(team=twice, hero=ONE.format("heroes")))
    team, hero = names["Team"](), names["Hero"](name="Rusty")
    with pytest.raises(ValueError, match="Bidirectional attribute conflict"):
        team.veterans.append(hero)


def source_of(name: str) -> str:
    """The module of a case."""
    team, hero = CASES[name]
    return MODULE.format(team=team, hero=hero)


def fails(source: str) -> bool:
    """Whether the tables can't be used."""
    try:
        execute(source)["Base"]._sa_registry.configure()
    except SQLAlchemyError:
        return True
    return False


def execute(source: str) -> dict[str, Any]:
    """Run the source of a module."""
    names: dict[str, Any] = {"__name__": "sides"}
    # This module's `from __future__ import annotations` is not the case's.
    exec(compile(source, "sides.py", "exec", dont_inherit=True), names)
    return names
