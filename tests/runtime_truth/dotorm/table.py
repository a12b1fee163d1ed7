"""What the library and mypy answer: an expression, a type or ``raises ...`` / ``error``.

Both answers are written where they differ, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

IGNORED = "the library ignores the name, so that a mistake stays hidden"
NOT_READ = "the attribute is the field, or `None` since 2.3, where nothing was read"
DRIVERS = "drivers differ in what they convert, so that mypy reports other families of values alone"
DATABASE = "only the database knows"


@dataclass(frozen=True)
class Row:
    """An expression about the models, and the two answers."""

    code: str
    library: str
    mypy: str = ""
    """Where it is another; a union may hold the library's answer."""
    why: str = ""
    version: Literal["", "2.1", "2.3"] = ""
    """The one of which it is true, if it is not true of both."""

    @property
    def expected(self) -> str:
        """What mypy answers."""
        return self.mypy or ("error" if self.library.startswith("raises ") else self.library)


def _reading(fields: dict[str, str]) -> tuple[Row, ...]:
    return tuple(Row(f"(await Lead.get(1)).{field}", said) for field, said in fields.items())


FIELDS = (
    *_reading(
        {
            "id": "int",
            "name": "str",
            "count": "int",
            "visits": "int",
            "level": "int",
            "amount": "Decimal",
            "rate": "float",
            "active": "bool",
            "born": "date",
            "wakes": "time",
            "created": "datetime",
            "photo": "bytes",
            "kind": "str",
        }
    ),
    Row("(await Lead.get(1)).notes", "str", "str | None"),
    Row("(await Lead.get(2)).notes", "None", "str | None"),
    Row("(await Lead.get(1)).settings", "dict", "Any", "a JSON value may be anything"),
    Row("(await Lead.get(2)).settings", "list[str]", "Any", "a JSON value may be anything"),
    Row("(await Lead.get(2)).count", "None", "int", "columns are nullable unless they say else"),
    Row("Lead.name", "Char", "Char[str]"),
    Row("Lead.amount", "Decimal", "Decimal[Decimal]"),
    Row("Lead.stage_id", "Many2one", "Many2one[Stage]"),
    Row("Lead.tags", "Many2many", "Many2many[Tag]"),
    Row("Lead.name.max_length", "int", "int | None"),
)

LOADING = (
    Row("(await Lead.get(1)).stage_id", "int"),
    Row("(await Lead.get(1)).last_id", "int"),
    Row("(await Lead.get(2)).next_id", "None", "int | None"),
    Row("(await Lead.get(1)).stage_id.name", "raises AttributeError"),
    Row("(await Lead.get_or_none(1, ['id', 'stage_id'])).stage_id", "int", "error", "may be None"),
    Row("(await Lead.get(1, ['stage_id'], {'stage_id': ['name']})).stage_id", "Stage"),
    Row("(await Lead.get(1, ['stage_id'], {'stage_id': ['name']})).stage_id.name", "str"),
    Row("(await Lead.get(1, ['stage_id'], {})).stage_id", "Stage"),
    Row("(await Lead.get(1, ['tags'], {})).tags", "list[Tag]"),
    Row("(await Lead.get(1, ['tags'], {'tags': ['id', 'name']})).tags", "list[Tag]"),
    Row(
        "(await Lead.get(1, ['tags'], {'tags': ['name']})).tags",
        "raises AmbiguousColumnError",
        "list[Tag]",
        "the library sorts by a key that it does not select",
    ),
    Row("(await Stage.get(1, ['leads'], {'leads': ['name']})).leads", "list[Lead]"),
    Row("(await Lead.get(1, ['card'], {'card': ['number']})).card", "Card", "Card | None"),
    Row("(await Lead.search(filter=[('id', '=', 1)]))[0].stage_id", "Stage"),
    Row("(await Lead.search(filter=[('id', '=', 1)]))[0].stage_id.name", "str"),
    Row("(await Lead.search(fields=['last_id']))[0].last_id", "Stage"),
    Row("(await Lead.search(fields=['id', 'tags']))[0].tags", "list[Tag]"),
    Row(
        "(await Stage.search(fields=['id', 'leads']))[0].leads",
        "raises TypeError",
        "list[Lead]",
        "2.1 selects the key twice",
        "2.1",
    ),
    Row("(await Stage.search(fields=['id', 'leads']))[0].leads", "list[Lead]", version="2.3"),
    Row("(await Lead.search(fields=['id'], raw=True))[0]", "dict", "dict[str, Any]"),
    Row("(await Lead.search(fields=['id'], raw=True))[0].id", "raises AttributeError"),
    Row("(await Lead.search(fields=['id']))[0].name", "Char", "str", NOT_READ, "2.1"),
    Row("(await Lead.search(fields=['id']))[0].name", "None", "str", NOT_READ, "2.3"),
    Row(
        "(await Lead.search(fields=['id', 'card']))[0].card",
        "One2one",
        "Card | None",
        NOT_READ,
        "2.1",
    ),
    Row("(await Lead.search(fields=['id', 'card']))[0].card", "None", "Card | None", version="2.3"),
)

METHODS = (
    Row("await Lead.get(1)", "Lead"),
    Row("await Lead().get(1)", "Lead"),
    Row("await Lead.get(1000)", "raises RecordNotFound", "Lead", DATABASE),
    Row("await Lead.get_or_none(1)", "Lead", "Lead | None"),
    Row("await Lead.get_or_none(1000)", "None", "Lead | None"),
    Row("await Lead.search()", "list[Lead]"),
    Row("await Lead.search(limit=None)", "list[Lead]"),
    Row("await Lead.search_count()", "int"),
    Row("await Lead.search_count([('id', '=', 1)])", "int"),
    Row("await Lead.exists([('id', '=', 1)])", "bool"),
    Row("await Lead.table_len()", "int"),
    Row("await Lead.newest()", "list[Lead]"),
    Row("await Lead().newest(2)", "list[Lead]"),
    Row("await Tag.create(Tag(name='green'))", "int"),
    Row(
        "await Tag.create_bulk([Tag(name='white'), Tag(name='black')])",
        "list[dict]",
        "list[dict[str, Any]]",
    ),
    Row("await (await Tag.get(3)).update(Tag(name='grey'))", "None", "Any | None"),
    Row("await (await Tag.get(3)).update(Tag(name='grey'), fields=['name'])", "None", "Any | None"),
    Row("await Tag.update_bulk([3], Tag(name='pink'))", "None", "Any | None"),
    Row("await Tag(id=3).delete()", "None", "Any | None"),
    Row("await Tag.delete_bulk([4, 5])", "None", "Any | None"),
    Row("await Lead.link_many2many(field=Lead.tags, values=[[1, 2]])", "None"),
    Row("await Lead.link_many2many('tags', [[1, 2]])", "raises AttributeError"),
    Row("await Lead.get_many2many(1, Tag, 'lead_tag', 'tag_id', 'lead_id')", "list[Tag]"),
    Row(
        "await (await Lead.get(1)).update(Lead(amount=5, rate=1))",
        "None",
        "Any | None",
    ),
    Row("await (await Lead.get(1)).update(Lead(amount=4.5))", "None", "Any | None"),
    Row("await (await Lead.get(1)).update(Lead(active='yes'))", "raises DataError"),
    Row("await (await Lead.get(1)).update(Lead(count='five'))", "raises DataError"),
    Row("await (await Lead.get(1)).update(Lead(stage_id=2))", "None", "Any | None"),
    Row("await (await Lead.get(1)).update(Lead(stage_id=Stage(id=1)))", "None", "Any | None"),
    Row("await (await Lead.get(1)).update(Lead(tags={'selected': [2]}))", "None", "Any | None"),
    Row("await (await Lead.get(1)).update(Lead(tags={'unselected': [2]}))", "None", "Any | None"),
    Row("await (await Lead.get(1)).update()", "raises TypeError"),
    Row(
        "await Tag.create(Tag(name='x'), depends_jobs={})",
        "raises TypeError",
        "int",
        "2.3 takes it",
        "2.1",
    ),
    Row("await Tag.create(Tag(name='x'), depends_jobs={})", "int", version="2.3"),
    Row("await Tag.create(Tag(name='x'), job=1)", "raises TypeError"),
    Row("(await Lead.get(1)).json()", "dict", "dict[str, Any]"),
    Row("(await Lead.get(1)).json(include={'name'})", "dict", "dict[str, Any]"),
    Row("Lead.get_store_fields()", "list[str]"),
    Row("Lead.get_fields()", "dict", "dict[str, Field[Any]]"),
    Row("await Lead.search(sort='name', order='asc')", "list[Lead]"),
    Row("await Lead.search(sort='nmae')", "list[Lead]", "error", IGNORED),
    Row("await Lead.search(sort='nmae', order='asc')", "list[Lead]", "error", IGNORED),
    Row("await Lead.get(1, fields=['nmae'])", "Lead", "error", IGNORED),
    Row("await Lead.search(fields=['id', 'nmae'])", "list[Lead]", "error", IGNORED),
    Row("await Tag.create(Tag(name='x', colour='red'))", "int", "error", IGNORED),
)


def _accepted(*conditions: str) -> tuple[Row, ...]:
    return tuple(Row(f"await Lead.search(filter=[{one}])", "list[Lead]") for one in conditions)


def _refused(conditions: dict[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row(f"await Lead.search(filter=[{one}])", f"raises {error}")
        for one, error in conditions.items()
    )


CONDITIONS = (
    *_accepted(
        "('id', '=', 1)",
        "('id', '!=', 1)",
        "('amount', '>', 4)",
        "('amount', '<=', 5.5)",
        "('rate', '<', 1)",
        "('name', 'like', 'A%')",
        "('name', 'ilike', 'a')",
        "('name', 'not like', 'A%')",
        "('name', 'not ilike', 'a')",
        "('id', 'in', [1, 2])",
        "('id', 'not in', (3, 4))",
        "('count', 'between', [1, 2])",
        "('count', 'not between', (3, 4))",
        "('notes', 'is null', None)",
        "('notes', 'is not null', None)",
        "('notes', '=', None)",
        "('notes', '!=', None)",
        "('stage_id', '=', 1)",
        "('id', 'IN', [1])",
        "('id', '=', 1), 'or', ('id', '=', 2)",
        "('id', '=', 1), [('count', '>', 0), 'or', ('name', '=', 'x')]",
        "('not', ('id', '=', 1))",
        "('not', [('id', '=', 1), 'or', ('id', '=', 3)])",
        "['id', '=', 1]",
        "['not', ['id', '=', 1]]",
    ),
    *_refused(
        {
            "('id', '==', 1)": "ValueError",
            "('id', 'in', 5)": "ValueError",
            "('id', 'in', {1})": "ValueError",
            "('id', '=')": "ValueError",
            "('id', 'between', [1])": "ValueError",
            "('id', '=', 1), 'xor', ('id', '=', 2)": "ValueError",
            "('nmae', '=', 'x')": "UndefinedColumnError",
            "('tags', '=', 1)": "UndefinedColumnError",
            "('count', '=', 'five')": "DataError",
            "('name', '=', 5)": "DataError",
            "('created', '>', 5)": "DataError",
            "('active', '=', [])": "DataError",
        }
    ),
    Row(
        "await Lead.search(filter=[('created', '>', '2020-01-02')])",
        "raises DataError",
        "list[Lead]",
        DRIVERS,
        "2.1",
    ),
    Row("await Lead.search(filter=[('created', '>', '2020-01-02')])", "list[Lead]", version="2.3"),
    Row(
        "await Lead.search(filter=[('born', '>', '1999-01-02')])",
        "raises DataError",
        "list[Lead]",
        DRIVERS,
        "2.1",
    ),
    Row("await Lead.search(filter=[('born', '>', '1999-01-02')])", "list[Lead]", version="2.3"),
    Row("await Lead.search(filter=[('count', '<', 5.5)])", "list[Lead]"),
    Row(
        "await Lead.search(filter=[('name', '=like', 'A%')])",
        "raises PostgresSyntaxError",
        "list[Lead]",
        "an operator of the library's, which databases do not have",
    ),
    Row(
        "await Lead.search(filter=[('id', 'in', [])])",
        "raises PostgresSyntaxError",
        "list[Lead]",
        "a list in a filter is often made elsewhere",
    ),
    Row(
        "await Lead.search(filter=[('stage_id', '=', Stage(id=1))])",
        "raises DataError",
        "list[Lead]",
        "a loaded relation holds the record",
    ),
)

TABLE = (*FIELDS, *LOADING, *METHODS, *CONDITIONS)
