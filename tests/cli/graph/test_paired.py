"""Libraries in which both models name each other: one arrow for two fields."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.graph.conftest import write
from tests.docs.pages import REPOSITORY

DOTORM = """\
from __future__ import annotations

from dotorm import Char, DotModel, Integer, Many2many, Many2one, One2many, One2one

def stage() -> type[Stage]:
    return Stage

class Stage(DotModel):
    id = Integer(primary_key=True)
    leads: list[Lead] = One2many(lambda: Lead, "stage_id")
    ghosts: list[Lead] = One2many(lambda: Lead, "no_such_field")

class Tag(DotModel):
    name: str = Char()
    leads: list[Lead] = Many2many(lambda: Lead, "lead_tag", "lead_id", "tag_id")

class Lead(DotModel):
    stage_id = Many2one(stage)
    parent_id: Lead | None = Many2one(lambda: Lead)
    tags = Many2many(relation_table=Tag, many2many_table="lead_tag", column1="t", column2="l")
    note: Note = One2one(lambda: Note, "lead_id")

class Note(DotModel):
    lead_id: Lead = Many2one(lambda: Lead)
"""
TABLES = """\
from typing import Optional
from sqlmodel import Field, Relationship, SQLModel

class HeroBase(SQLModel):
    name: str

class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")
    fans: list["Hero"] = Relationship(back_populates="likes", link_model=Link)
    lonely: list["Hero"] = Relationship()

class Hero(HeroBase, table=True):
    team: Optional["Team"] = Relationship(back_populates="heroes")
    likes: list["Team"] = Relationship(back_populates="fans", link_model=Link)
"""


def arrows() -> list[str]:
    """``Lead.stage_id -> Stage.leads (foreign key)``, with ``?`` where it may be ``None``."""
    found = json.loads(call("graph", "--json").stdout)
    names = {model["full_name"]: model["name"] for model in found["models"]}
    return [
        f"{names[one['source']]}.{one['field']}{'?' if one['nullable'] else ''} -> "
        f"{names.get(one['target'], '?')}.{one['accessor'] or '-'} ({one['kind']})"
        for one in found["relations"]
    ]


def test_fields_of_both_sides_are_one_arrow(folder: Path) -> None:
    write(folder, {"crm.py": DOTORM})
    assert arrows() == [
        "Lead.parent_id? -> Lead.- (foreign key)",
        "Lead.stage_id -> Stage.leads (foreign key)",
        "Lead.tags -> Tag.leads (many-to-many)",
        "Note.lead_id -> Lead.note (one-to-one)",
    ]


def test_a_copy_of_the_library_with_stub_files_that_lead_to_it(folder: Path) -> None:
    crm = DOTORM.replace("from dotorm import", "from backend.orm import")
    files = {"crm.py": crm, "backend/__init__.py": "", "backend/orm/__init__.py": ""}
    write(folder, {**files, "backend/orm/__init__.pyi": "from dotorm import *\n"})
    assert "Lead.stage_id -> Stage.leads (foreign key)" in arrows()


def test_a_field_that_points_back_at_nothing_is_a_line_alone(folder: Path) -> None:
    write(folder, {"crm.py": DOTORM})
    models = json.loads(call("graph", "--json").stdout)["models"]
    (stage,) = (one for one in models if one["name"] == "Stage")
    assert [field["name"] for field in stage["fields"]] == ["id", "ghosts"]


def test_tables(folder: Path) -> None:
    write(folder, {"heroes.py": TABLES})
    assert arrows() == [
        "Hero.likes -> Team.fans (many-to-many)",
        "Hero.team? -> Team.heroes (foreign key)",
    ]


def test_a_table_has_the_columns_of_its_schema(folder: Path) -> None:
    write(folder, {"heroes.py": TABLES})
    models = json.loads(call("graph", "--json").stdout)["models"]
    (hero,) = (one for one in models if one["name"] == "Hero")
    assert [field["name"] for field in hero["fields"]] == ["name", "team", "likes"]


def test_mermaid_names_the_class_that_may_be_missing(folder: Path) -> None:
    write(folder, {"heroes.py": TABLES})
    text = call("graph", "-f", "mermaid").stdout
    assert '        Team team FK "to Team, nullable"\n' in text
    assert '        list likes "to Team"\n' in text


def test_a_schema_is_no_table(folder: Path) -> None:
    write(folder, {"heroes.py": TABLES})
    models = json.loads(call("graph", "--json").stdout)["models"]
    assert [model["name"] for model in models] == ["Hero", "Link", "Team"]
    assert {model["orm"] for model in models} == {"SQLModel"}


@pytest.mark.parametrize(
    ("project", "some"),
    [
        ("test-data/dotorm_application", "Order.partner_id -> Partner.orders (foreign key)"),
        ("examples/crud_service", "Ticket.customer -> Customer.tickets (foreign key)"),
        ("examples/library_api", "Loan.copy -> Copy.loans (foreign key)"),
        ("examples/bookshop", "Book.publisher? -> Publisher.catalogue (foreign key)"),
    ],
)
def test_applications(project: str, some: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY / project)
    assert some in arrows()
