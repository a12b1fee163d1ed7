"""Stories about DotORM: what `@extend` adds to a model, names in strings, models in a registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to, break_syntax_of, change_nothing, mend_syntax_of, touching
from ..expectations import Expectation, absent, reports, reveals
from ..project import Project
from ..scenario import Layout, Scenario, Step

if TYPE_CHECKING:
    from ..project import Edit

REGISTRY = """\
from collections.abc import Callable
from typing import TypeVar

from dotorm import DotModel

_T = TypeVar("_T")


def extend(model: type[DotModel]) -> Callable[[type[_T]], type[_T]]:
    raise NotImplementedError


def patch(model: type[DotModel]) -> Callable[[type[_T]], type[_T]]:
    raise NotImplementedError
"""
PARTNERS = """\
from dotorm import Char, DotModel, Integer


class Partner(DotModel):
    __table__ = "partner"

    id: int = Integer(primary_key=True)
    name: str = Char()
"""
VENDORS = PARTNERS.replace("Partner", "Vendor").replace("partner", "vendor")
LOYALTY = """\
from dotorm import Integer

from myapp.partners import Partner
from myapp.registry import extend, patch


@extend(Partner)
class LoyalPartner:
    points: int = Integer(default=0)

    def level(self) -> str:
        return ""
"""
TELEGRAM = """\
from dotorm import Char

from myapp.partners import Partner
from myapp.registry import extend


@extend(Partner)
class TelegramPartner:
    telegram = Char()
"""
SERVICES = """\
from myapp.partners import Partner


def get_partner() -> Partner:
    return Partner()
"""
INDIRECT = """\
from myapp.services import get_partner


def from_another_module() -> None:
    reveal_type(get_partner().points)
"""
APP = """\
from myapp.partners import Partner
from myapp.vendors import Vendor


async def consume(partner: Partner, vendor: Vendor) -> None:
    reveal_type(partner.points)
    reveal_type(partner.score)
    reveal_type(partner.level())
    reveal_type(partner.telegram)
    reveal_type(vendor.points)
    await Partner.search(fields=["points"])
    await Partner.search(filter=[("points", "=", "many")])
    await Vendor.search(fields=["name", "points"])
"""


def application(**files: str) -> Project:
    """Make the application; keywords replace or add modules."""
    modules = {
        "__init__": "",
        "registry": REGISTRY,
        "partners": PARTNERS,
        "vendors": VENDORS,
        "loyalty": LOYALTY,
        "services": SERVICES,
        "indirect": INDIRECT,
        "app": APP,
        **files,
    }
    return Project.of({f"myapp/{name}.py": text for name, text in modules.items()})


def replacing(path: str, old: str, new: str, what: str) -> Edit:
    """Make the edit that exchanges a text in a file, under a name."""

    def replace_text(project: Project) -> Project:
        """Exchange a text in a file."""
        return project.substitute(path, old, new)

    replace_text.__name__ = what
    return replace_text


def add_telegram(project: Project) -> Project:
    """Add an extension in a new file, which nothing imports."""
    return project.write("myapp/telegram.py", TELEGRAM)


def delete_telegram(project: Project) -> Project:
    """Delete the new file."""
    return project.delete("myapp/telegram.py")


def move_the_model(project: Project) -> Project:
    """Move ``Partner`` to a new module, from which the old one imports it."""
    return project.move("myapp/partners.py", "myapp/people.py").write(
        "myapp/partners.py", "from myapp.people import Partner as Partner\n"
    )


def lacks(snippet: str, model: str, name: str) -> Expectation:
    """Expect the report of a name that is no field."""
    return reports(snippet, f'"{model}" has no field "{name}"')


SEARCH = 'Partner.search(fields=["points"])'
FILTER = 'Partner.search(filter=[("points", "=", "many")])'
SEARCH_VENDORS = 'Vendor.search(fields=["name", "points"])'
WHOLE = application()
EXTENDED = (
    reveals("partner.points", "int"),
    reveals("partner.level()", "str"),
    reveals("get_partner().points", "int"),
    absent("partner.score"),
    absent("partner.telegram"),
    absent("vendor.points"),
    reports(FILTER, '"Partner.points" has incompatible type "str"'),
    lacks(SEARCH_VENDORS, "Vendor", "points"),
)
NOT_EXTENDED = (
    absent("partner.points"),
    absent("get_partner().points"),
    lacks(SEARCH, "Partner", "points"),
)

EXTENSIONS = Scenario(
    "dotorm-extensions",
    WHOLE,
    EXTENDED,
    (
        Step(change_nothing, EXTENDED),
        Step(add_telegram, (*EXTENDED[:4], reveals("partner.telegram", "str"))),
        Step(
            replacing("myapp/loyalty.py", "points: int", "points: int | None", "widen_the_field"),
            (
                reveals("partner.points", "int | None"),
                reveals("get_partner().points", "int | None"),
                reveals("partner.telegram", "str"),
            ),
        ),
        Step(
            replacing("myapp/loyalty.py", "points: int | None", "score: int", "rename_the_field"),
            (reveals("partner.score", "int"), *NOT_EXTENDED),
        ),
        Step(
            replacing("myapp/loyalty.py", "@extend(Partner)", "@patch(Partner)", "other_decorator"),
            (absent("partner.score"), *NOT_EXTENDED),
        ),
        Step(delete_telegram, (absent("partner.telegram"),)),
        Step(back_to(WHOLE), EXTENDED),
    ),
)

READING = application(loyalty=LOYALTY.replace('return ""', "return self.name"))
MODEL_OF_SELF = Scenario(
    "dotorm-self-of-an-extension",
    READING,
    EXTENDED,
    (
        Step(
            replacing("myapp/partners.py", "name: str", "title: str", "rename_what_it_reads"),
            (reports("return self.name", 'has no attribute "name"'), *EXTENDED[:6]),
        ),
        Step(back_to(READING), EXTENDED),
    ),
)

MOVES = Scenario(
    "dotorm-extended-model-moves",
    WHOLE,
    EXTENDED,
    (
        Step(
            replacing(
                "myapp/loyalty.py",
                "from myapp.partners import Partner",
                "from myapp.vendors import Vendor as Partner",
                "extend_vendors",
            ),
            (reveals("vendor.points", "int"), *NOT_EXTENDED),
        ),
        Step(back_to(WHOLE), EXTENDED),
        Step(move_the_model, EXTENDED),
        Step(touching("myapp/loyalty.py"), EXTENDED),
        Step(back_to(WHOLE), EXTENDED),
    ),
)

BROKEN = Scenario(
    "dotorm-broken-extension",
    WHOLE,
    EXTENDED,
    (
        Step(break_syntax_of("myapp/loyalty.py"), ()),
        Step(mend_syntax_of("myapp/loyalty.py"), EXTENDED),
    ),
)

ADDON = """\
from dotorm import Integer

from myapp import Partner
from myapp.registry import extend


@extend(Partner)
class ScoredPartner:
    score: int = Integer(default=0)
"""


def move_the_addon(project: Project) -> Project:
    """Move the extension to another folder without ``__init__.py``."""
    return project.delete("addons/scoring.py").write("extras/scoring.py", ADDON)


def import_it_directly(project: Project) -> Project:
    """Import the model from its own module."""
    text = project["addons/scoring.py"]
    return project.write("addons/scoring.py", text.replace("myapp import", "myapp.partners import"))


ADDED = WHOLE.write("myapp/__init__.py", "from .partners import Partner as Partner\n").write(
    "addons/scoring.py", ADDON
)
SCORED = (reveals("partner.score", "int"), *EXTENDED[:1])
ADDONS = Scenario(
    "dotorm-addons-in-a-folder",
    ADDED,
    SCORED,
    (
        Step(import_it_directly, SCORED),
        Step(back_to(WHOLE), (absent("partner.score"),)),
        Step(back_to(ADDED), SCORED),
        Step(move_the_addon, SCORED),
    ),
    Layout(paths=(".",)),
)

AUDIT = """\
from dotorm import Char


class Audit:
    author: str = Char()
"""
AUDITED = PARTNERS.replace("class Partner(DotModel)", "class Partner(Audit, DotModel)").replace(
    "\n\n\nclass", "\n\nfrom myapp.audit import Audit\n\n\nclass"
)
NAMES_APP = """\
from myapp.partners import Partner


async def consume() -> None:
    await Partner.search(fields=["author"])
    await Partner.search(sort="editor", order="ASC")
    await Partner.search(filter=[("name", "=", 5)])
"""
NAMED = application(partners=AUDITED, audit=AUDIT, app=NAMES_APP)
AUTHOR = 'Partner.search(fields=["author"])'
EDITOR = 'Partner.search(sort="editor", order="ASC")'
NAME = 'Partner.search(filter=[("name", "=", 5)])'
NAMES = Scenario(
    "dotorm-names",
    NAMED,
    (
        lacks(EDITOR, "Partner", "editor"),
        reports(NAME, '"Partner.name" has incompatible type "int"'),
    ),
    (
        Step(
            replacing("myapp/audit.py", "author", "editor", "rename_an_inherited_field"),
            (lacks(AUTHOR, "Partner", "author"),),
        ),
        Step(
            replacing("myapp/partners.py", "name: str = Char()", "name: int = Integer()", "number"),
            (lacks(AUTHOR, "Partner", "author"),),
        ),
        Step(
            replacing("myapp/audit.py", "Char()", "str()", "no_field_any_more"),
            (lacks(AUTHOR, "Partner", "author"),),
        ),
        Step(
            back_to(NAMED),
            (
                lacks(EDITOR, "Partner", "editor"),
                reports(NAME, '"Partner.name" has incompatible type "int"'),
            ),
        ),
    ),
)

ENVIRONMENT = """\
from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from myapp.models import Models


class Environment:
    def __init__(self) -> None:
        self.models: Models


env = Environment()
"""
MODELS = """\
from myapp.partners import Partner
from myapp.vendors import Vendor


class Models:
    partner = Partner
    main = Vendor
"""
RELATED = """\
from dotorm import Char, DotModel, Integer, Many2one

from myapp.environment import env


class Partner(DotModel):
    __table__ = "partner"

    id: int = Integer(primary_key=True)
    name: str = Char()
    main_id = Many2one(lambda: env.models.main)
"""
RELATED_APP = """\
from myapp.partners import Partner


async def consume(partner: Partner) -> None:
    reveal_type(partner.main_id)
    reveal_type(Partner.main_id)
"""
REGISTERED = application(
    environment=ENVIRONMENT,
    models=MODELS,
    partners=RELATED,
    app=RELATED_APP,
    loyalty="",
    indirect="",
)
LEADS_TO_VENDORS = (
    reveals("partner.main_id", "myapp.vendors.Vendor"),
    reveals("Partner.main_id", "dotorm.fields.Many2one[myapp.vendors.Vendor]"),
)
READ = "lambda: env.models.main"
MODELS_IN_A_REGISTRY = Scenario(
    "dotorm-registry",
    REGISTERED,
    LEADS_TO_VENDORS,
    (
        Step(touching("myapp/partners.py"), LEADS_TO_VENDORS),
        Step(
            replacing("myapp/models.py", "main = Vendor", "main = Partner", "another_model"),
            (reveals("partner.main_id", "myapp.partners.Partner"),),
        ),
        Step(
            replacing("myapp/models.py", "main = Partner", "first = Vendor", "another_name"),
            (reports(READ, '"Models" has no attribute "main"'),),
        ),
        Step(
            replacing("myapp/partners.py", "models.main", "models.first", "read_the_new_name"),
            LEADS_TO_VENDORS,
        ),
        Step(
            replacing("myapp/models.py", "first = Vendor", "first: type[Vendor]", "declared"),
            LEADS_TO_VENDORS,
        ),
        Step(back_to(REGISTERED), LEADS_TO_VENDORS),
    ),
)

STORIES: tuple[Scenario, ...] = (
    EXTENSIONS,
    MODEL_OF_SELF,
    MOVES,
    BROKEN,
    ADDONS,
    NAMES,
    MODELS_IN_A_REGISTRY,
)
