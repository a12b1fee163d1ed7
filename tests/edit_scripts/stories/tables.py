"""Stories about SQLModel CRUD Utilities: names given to functions, and relations' two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to, change_nothing, touching
from ..expectations import Expectation, reports
from ..project import Project
from ..scenario import Scenario, Step
from .djanorm import replacing

if TYPE_CHECKING:
    pass

MODELS = """\
from sqlmodel import Field, Relationship

from myapp.bases import Named
from myapp.kinds import Kind
from myapp.teams import Team


class Hero(Named, table=True):
    id: int | None = Field(default=None, primary_key=True)
    age: int | None = None
    kind: Kind = Kind.GOOD
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Team | None = Relationship(back_populates="heroes")
"""
BASES = """\
from sqlmodel import SQLModel


class Named(SQLModel):
    name: str
"""
KINDS = """\
from enum import Enum


class Kind(Enum):
    GOOD = 1
    EVIL = 2
"""
TEAMS = """\
from typing import TYPE_CHECKING

from sqlmodel import Field, Relationship, SQLModel

if TYPE_CHECKING:
    from myapp.models import Hero


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")
"""
APP = """\
from sqlmodel import Session
from sqlmodel_crud_utils import QueryBuilder, delete_rows_within_id_list, get_row, get_rows

from myapp.models import Hero


def consume(session: Session) -> None:
    get_rows(session, Hero, name__like="R")
    get_rows(session, Hero, title__like="R")
    get_row("R", session, Hero, pk_field="name")
    get_rows(session, Hero, age=[3])
    get_rows(session, Hero, kind="EVIL")
    get_rows(session, Hero, selectin=True, select_in_keys=["team"])
    QueryBuilder(session, Hero).order_by("age")
    delete_rows_within_id_list([1], session, Hero)
"""
SERVICES = """\
from sqlmodel import Session
from sqlmodel_crud_utils import QueryBuilder

from myapp.models import Hero


def model() -> type[Hero]:
    return Hero


def heroes(session: Session) -> "QueryBuilder[Hero]":
    return QueryBuilder(session, Hero)
"""
INDIRECT = """\
from sqlmodel import Session
from sqlmodel_crud_utils import get_rows

from myapp.services import heroes, model


def from_afar(session: Session) -> None:
    heroes(session).where(name="Rusty").order_by("id")
    get_rows(session, model(), name__in=["Rusty"])
"""


def lacks(snippet: str, name: str) -> Expectation:
    """Expect the report of a name that the model does not have."""
    return reports(snippet, f'has no field "{name}"')


def heroes(**files: str) -> Project:
    """Make the project; keywords replace or add modules."""
    modules = {
        "__init__": "",
        "models": MODELS,
        "bases": BASES,
        "kinds": KINDS,
        "teams": TEAMS,
        "app": APP,
        "services": SERVICES,
        "indirect": INDIRECT,
        **files,
    }
    return Project.of({f"myapp/{name}.py": text for name, text in modules.items()})


START = heroes()
AT_FIRST = (lacks("title__like=", "title"), reports("age=[3]", "orm-wrong-value"))
WITHOUT_NAME = (
    lacks('get_rows(session, Hero, name__like="R")', "name"),
    lacks('pk_field="name"', "name"),
    lacks('where(name="Rusty")', "name"),
    lacks("name__in=", "name"),
)

rename_in_the_base = replacing("myapp/bases.py", "    name: str", "    title: str", "rename_it")
make_it_a_property = replacing(
    "myapp/bases.py",
    "    name: str",
    "    @property\n    def name(self) -> str:\n        return ''",
    "make_it_a_property",
)
make_another_key = replacing(
    "myapp/models.py", "    id: int | None = Field(default=None, primary_key=True)\n", "", "no_id"
)
give_the_name_as_key = replacing(
    "myapp/bases.py",
    "from sqlmodel import SQLModel\n\n\nclass Named(SQLModel):\n    name: str",
    "from sqlmodel import Field, SQLModel\n\n\nclass Named(SQLModel):\n"
    "    name: str = Field(primary_key=True)",
    "make_the_name_the_key",
)
drop_a_member = replacing("myapp/kinds.py", "    EVIL = 2", "    BAD = 2", "rename_the_member")
take_a_list = replacing(
    "myapp/models.py", "    age: int | None = None", "    age: object", "age_is_open"
)
unmap = replacing("myapp/models.py", "(Named, table=True)", "(Named)", "make_it_no_table")
drop_the_relation = replacing(
    "myapp/models.py",
    '    team: Team | None = Relationship(back_populates="heroes")\n',
    "",
    "drop_the_relation",
)

NAMES = Scenario(
    "tables-names",
    START,
    AT_FIRST,
    (
        Step(change_nothing, AT_FIRST),
        Step(rename_in_the_base, WITHOUT_NAME),
        Step(touching("myapp/bases.py"), WITHOUT_NAME),
        Step(back_to(START), AT_FIRST),
        Step(
            make_it_a_property,
            (
                reports('name__like="R"', "is an attribute of rows"),
                reports('where(name="Rusty")', "is an attribute of rows"),
            ),
        ),
        Step(back_to(START), AT_FIRST),
        Step(make_another_key, (lacks("delete_rows_within_id_list([1]", "id"),)),
        Step(
            give_the_name_as_key,
            (reports("delete_rows_within_id_list([1]", 'pass pk_field, such as pk_field="name"'),),
        ),
        Step(back_to(START), AT_FIRST),
        Step(unmap),
        Step(back_to(START), AT_FIRST),
    ),
)
VALUES = Scenario(
    "tables-values",
    START,
    AT_FIRST,
    (
        Step(drop_a_member, (reports('kind="EVIL"', 'no member "EVIL"'),)),
        Step(back_to(START), AT_FIRST),
        Step(take_a_list, (lacks("title__like=", "title"),)),
        Step(back_to(START), AT_FIRST),
    ),
)

rename_the_other_side = replacing(
    "myapp/teams.py", "    heroes: list", "    members: list", "rename_the_other_side"
)
follow_it = replacing("myapp/models.py", '"heroes"', '"members"', "follow_it")
point_elsewhere = replacing(
    "myapp/teams.py", 'back_populates="team"', 'back_populates="former"', "point_elsewhere"
)
lead_elsewhere = replacing(
    "myapp/teams.py", 'list["Hero"]', 'list["Team"]', "lead_to_another_class"
)


def add_a_backref(project: Project) -> Project:
    """Give the team an attribute from a new class of another module."""
    return project.write(
        "myapp/fans.py",
        """\
from sqlmodel import Field, Relationship, SQLModel

from myapp.models import Hero


class Fan(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero: Hero | None = Relationship(sa_relationship_kwargs={"backref": "title"})
""",
    )


RELATIONS = Scenario(
    "tables-relations",
    START,
    AT_FIRST,
    (
        Step(
            rename_the_other_side,
            (reports('back_populates="heroes"', '"Team" has no relation "heroes"'),),
        ),
        Step(follow_it, AT_FIRST),
        Step(back_to(START), AT_FIRST),
        Step(
            point_elsewhere,
            (reports('back_populates="former"', '"Hero" has no relation "former"'),),
        ),
        Step(back_to(START), AT_FIRST),
        Step(
            lead_elsewhere,
            (reports('back_populates="heroes"', '"Team.heroes" leads to "Team"'),),
        ),
        Step(back_to(START), AT_FIRST),
        Step(
            drop_the_relation,
            (
                reports('back_populates="team"', '"Hero" has no relation "team"'),
                reports('select_in_keys=["team"]', 'skips "team"'),
            ),
        ),
        Step(back_to(START), AT_FIRST),
    ),
)

IMPORT_FANS = APP.replace("from myapp.models", "from myapp import fans as fans\nfrom myapp.models")


def import_the_fans(project: Project) -> Project:
    """Add a class whose relation gives the heroes an attribute, and import it."""
    return add_a_backref(project).write("myapp/app.py", IMPORT_FANS)


def rename_the_backref(project: Project) -> Project:
    """Let the attribute have another name."""
    return project.substitute("myapp/fans.py", '"title"', '"fans"')


ANNOUNCED = Scenario(
    "tables-backref",
    START,
    AT_FIRST,
    (
        Step(import_the_fans, (reports("age=[3]", "orm-wrong-value"),)),
        Step(rename_the_backref, AT_FIRST),
        Step(back_to(START), AT_FIRST),
    ),
)

WITHOUT_LIBRARY = heroes(
    app="from myapp.models import Hero as Hero\n",
    services="",
    indirect="",
    teams=TEAMS.replace('"team"', '"taem"'),
)


def begin_to_use_the_library(project: Project) -> Project:
    """Import the library for the first time."""
    return project.write("myapp/app.py", APP)


LIBRARY = Scenario(
    "tables-library",
    WITHOUT_LIBRARY,
    (),
    (
        Step(
            begin_to_use_the_library,
            (*AT_FIRST, reports('"taem"', '"Hero" has no relation "taem"')),
        ),
        Step(touching("myapp/app.py"), AT_FIRST),
    ),
)

STORIES = (NAMES, VALUES, RELATIONS, ANNOUNCED, LIBRARY)
