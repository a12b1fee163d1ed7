"""djanorm's fields give what the stubs say: a row is saved and read again for each of them."""

import copy
import datetime
import decimal
import importlib
import inspect
import itertools
import pkgutil
import uuid
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from .dorm_cases import Revealed, load_case, matches, revealed_fields

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

import dorm
from dorm.contrib.extra_fields import Money
from dorm.contrib.gis import Geom
from dorm.db.connection import get_connection
from dorm.fields import Field
from dorm.migrations.schema import SchemaEditor
from dorm.models import ModelBase

CASES = ["fields", "contrib_fields"]
READS = [read for case in CASES for read in revealed_fields(case)]

NAMES: dict[str, object] = {
    kind.__name__: kind
    for kind in (
        *(int, float, str, bool, bytes, list, dict),
        *(decimal.Decimal, datetime.date, datetime.time, datetime.datetime, datetime.timedelta),
        *(uuid.UUID, dorm.FieldFile, dorm.Range, Money, Geom),
        *(load_case("fields").Status,),
    )
}

DAY = datetime.date(2026, 1, 31)
MOMENT = datetime.datetime(2026, 1, 31, 8, 30)
POINT = Geom.point(1, 2)
NUMBERS: list[Any] = [5, "5", 5.0, decimal.Decimal(5)]

# What is given to the constructor: all that the stubs let users assign.
GIVEN: dict[str, list[Any]] = {
    "auto": [5, "5", None],
    "big_auto": [5, "5"],
    "small_auto": [5, "5"],
    "integer": NUMBERS,
    "small_integer": NUMBERS,
    "big_integer": NUMBERS,
    "positive_integer": NUMBERS,
    "positive_small_integer": NUMBERS,
    "positive_big_integer": NUMBERS,
    "floating": NUMBERS,
    "decimal": NUMBERS,
    "char": ["a"],
    "text": ["a"],
    "citext": ["a"],
    "boolean": [True, 1, "yes"],
    "null_boolean": [True, 1, "yes", None],
    "date": [DAY, MOMENT, "2026-01-31"],
    "time": [MOMENT.time(), "08:30"],
    "date_time": [MOMENT, "2026-01-31T08:30"],
    "duration": [datetime.timedelta(1), 1_000_000, 1.5, "01:00:00"],
    "email": ["a@example.org"],
    "url": ["https://example.org"],
    "slug": ["a-b"],
    "uuid": [uuid.UUID(int=1), str(uuid.UUID(int=1))],
    "ip_address": ["127.0.0.1", 2130706433],
    "generic_ip_address": ["::1", 2130706433],
    "json": [{"a": [1]}, [1], "[1]"],
    "binary": [b"a", bytearray(b"a"), memoryview(b"a")],
    "status": [load_case("fields").Status.DRAFT, "draft"],
    "file": [dorm.ContentFile(b"a", name="a.txt"), "a.txt"],
    "file_path": ["/srv/a.txt"],
    "image": ["a.png"],
    "encrypted_char": ["a"],
    "encrypted_text": ["a"],
    "vector": [[1.0, 2, 3], (1.0, 2.0, 3.0), "[1,2,3]"],
    "geometry": [POINT, "POINT(1 2)", POINT.to_geojson()],
    "point": [POINT, "POINT(1 2)", POINT.to_geojson()],
    "polygon": [Geom.polygon([[[0, 0], [0, 1], [1, 1], [0, 0]]])],
    "line_string": [Geom.linestring([[0, 0], [0, 1]])],
    "semver": ["1.0.0"],
    "phone": ["+4712345678"],
    "color": ["#aabbcc"],
    "ip_range": ["10.0.0.0/8"],
    "timezone": ["Europe/Oslo"],
    "path": ["a/b"],
    "percentage": NUMBERS,
    "country": ["no"],
}

# What SQLite cannot store: the field converts what is given, and what PostgreSQL's driver gives.
CONVERTED: dict[str, tuple[list[Any], list[Any]]] = {
    "array": ([["a"], ("a",), iter("ab")], [["a"]]),
    "matrix": ([[[1], ["2"]]], [[[1], [2]]]),
    "array_of_nulls": ([["a", None]], [["a", None]]),
    "hstore": ([{"a": "b"}, {"a": 1}, '{"a": null}'], [{"a": "b", "c": None}]),
    "range": ([dorm.Range(1, 5), (1, 5), [1, 5, "[]"]], ["[1,5)"]),
    "integer_range": ([dorm.Range(1, 5), (1, None), ("1", "5", "[]")], ["[1,5)"]),
    "big_integer_range": ([dorm.Range(1, 5), (1, None)], ["[1,5)"]),
    "decimal_range": ([dorm.Range(1, 5), ("1.5", None)], ["[1.5,5)"]),
    "date_range": ([dorm.Range(DAY, None), (MOMENT, "2026-01-31")], ["[2026-01-31,)"]),
    "date_time_range": ([dorm.Range(MOMENT, None)], ["[2026-01-31 08:30:00,)"]),
    "money": ([Money(decimal.Decimal(1), "EUR"), decimal.Decimal(1), 1, 1.5, "1.50"], [1, "1.5"]),
}

# Computed columns: the library cannot insert such a row into SQLite, so SQL does.
COMPUTED = {"generated", "generated_of_null"}

# Field classes without a value, or without a case of their own, and why.
WITHOUT_A_CASE = {
    "Field": "the base",
    "RelatedField": "the base of relations",
    "ForeignKey": "in relations.py",
    "OneToOneField": "in relations.py",
    "ManyToManyField": "in relations.py",
    "GenericForeignKey": "in contrib_models.py",
    "GenericRelation": "in contrib_models.py",
    "JSONSchemaField": "a model with one needs another package; its value is that of a JSONField",
}


@pytest.fixture(scope="module", autouse=True)
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the library a database, a place for files, and a key."""
    folder = tmp_path_factory.mktemp("dorm")
    storage = "dorm.storage.FileSystemStorage"
    dorm.configure(
        DATABASES={"default": {"ENGINE": "sqlite", "NAME": str(folder / "rows.sqlite3")}},
        STORAGES={"default": {"BACKEND": storage, "OPTIONS": {"location": str(folder)}}},
        FIELD_ENCRYPTION_KEY="a" * 43 + "=",
    )
    yield
    get_connection().close()


def declared_field(read: Revealed) -> Field[Any]:
    """Find the field that the case file declares."""
    field: Field[Any] = getattr(load_case(read.case), read.model)._meta.get_field(read.field)
    return field


def model_of(field: Field[Any], **others: Field[Any]) -> Any:
    """Make a model with a copy of a field, and its table."""
    name = f"Only{next(COUNTER)}"
    body = {"__module__": __name__, **others, field.name: copy.deepcopy(field)}
    model = ModelBase(name, (dorm.Model,), body)
    with SchemaEditor(get_connection()) as editor:
        editor.create_model(model)
    return model


# No two models of a database have one name.
COUNTER = itertools.count()


def name_of(read: Revealed) -> str:
    return f"{read.case}-{read.model}-{read.field}"


def reads_of(fields: Collection[str]) -> pytest.MarkDecorator:
    chosen = [read for read in READS if read.field in fields and read.model in {"Sample", "Empty"}]
    return pytest.mark.parametrize("read", chosen, ids=name_of)


def assert_revealed(value: object, read: Revealed) -> None:
    assert matches(value, read.type, NAMES), f"{value!r} is no {read.type}"


@reads_of(GIVEN)
def test_a_row_that_was_read_has_the_revealed_type(read: Revealed) -> None:
    if read.field.startswith("encrypted"):
        pytest.importorskip("cryptography", reason="the library encrypts with it")
    # The library can't insert a row of a key alone.
    model = model_of(declared_field(read), filler=dorm.TextField(default=""))
    for given in [*GIVEN[read.field], *([None] if read.model == "Empty" else [])]:
        row = model(**{read.field: given})
        row.save()
        assert_revealed(getattr(model.objects.get(pk=row.pk), read.field), read)
        model.objects.all().delete()


@reads_of(CONVERTED)
def test_a_field_converts_to_the_revealed_type(read: Revealed) -> None:
    field = declared_field(read)
    constructed, loaded = CONVERTED[read.field]
    nothing = [None] if read.model == "Empty" else []
    for given in [*constructed, *nothing]:
        # Iterators are used up.
        assert_revealed(field.to_python(copy.copy(given)), read)
    for given in [*loaded, *nothing]:
        assert_revealed(field.from_db_value(given), read)


@reads_of(COMPUTED)
def test_a_computed_value_has_the_revealed_type(read: Revealed) -> None:
    model = model_of(declared_field(read), price=dorm.IntegerField(null=True))
    table = model._meta.db_table
    for price in ["5", *(["NULL"] if "None" in read.type else [])]:
        get_connection().execute_write(f'INSERT INTO "{table}" ("price") VALUES ({price})', [])
        assert_revealed(getattr(model.objects.get(), read.field), read)
        model.objects.all().delete()


def test_none_is_revealed_where_it_can_be_read() -> None:
    """`null=True` changes each type but those that may be None anyway, or never are."""
    unchanged = {"Any", "FieldFile"}
    for read in READS:
        if read.model == "Empty" and read.type not in unchanged:
            assert read.type.endswith(" | None") or "None]" in read.type, read


def test_each_field_has_a_value() -> None:
    fields = {read.field for read in READS if read.model in {"Sample", "Empty"}}
    tables = [set(GIVEN), set(CONVERTED), COMPUTED]
    assert sorted(fields) == sorted(name for table in tables for name in table)


def field_classes() -> Iterator[type[Field[Any]]]:
    """All field classes that the library exports, those of `dorm.contrib` too."""
    contrib = importlib.import_module("dorm.contrib")
    modules = ["dorm", "dorm.fields"]
    for found in pkgutil.walk_packages(contrib.__path__, "dorm.contrib."):
        source = Path(found.module_finder.path, found.name.rpartition(".")[2])  # type: ignore[union-attr]
        file = source / "__init__.py" if found.ispkg else source.with_suffix(".py")
        if "Field" in file.read_text(encoding="utf-8"):
            modules.append(found.name)
    for name in modules:
        try:
            module = importlib.import_module(name)
        except ImportError:  # it needs a package that is no part of the library
            continue
        for value in vars(module).values():
            if inspect.isclass(value) and issubclass(value, Field):
                yield value


def test_each_field_class_has_a_case() -> None:
    models = [getattr(load_case(case), model) for case in CASES for model in ("Sample", "Empty")]
    shown = {(read.case, read.model, read.field) for read in READS}
    covered = {
        type(field).__name__
        for model in models
        for field in model._meta.fields
        for case in CASES
        if (case, model.__name__, field.name) in shown
    }
    exported = {kind.__name__ for kind in field_classes() if not kind.__name__.startswith("_")}
    assert sorted(exported - covered - WITHOUT_A_CASE.keys()) == []
    assert sorted(WITHOUT_A_CASE.keys() - exported) == []


class Author(dorm.Model):
    """The target of each kind of relation."""

    name = dorm.TextField()


class Book(dorm.Model):
    """A relation of each kind."""

    title = dorm.TextField()
    author = dorm.ForeignKey(Author, related_name="books")
    editor = dorm.ForeignKey("Author", related_name="edited", null=True)
    sponsor = dorm.OneToOneField(Author, related_name="sponsored", null=True)
    readers = dorm.ManyToManyField(Author, related_name="read")


def test_relations_give_rows_and_managers() -> None:
    with SchemaEditor(get_connection()) as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    author = Author.objects.create(name="Knut")
    Book.objects.create(title="Sult", author=author, sponsor=author)
    Book.objects.create(title="Pan", author=author.pk)
    book, other = Book.objects.order_by("title").reverse()
    assert [type(row.author) for row in (book, other)] == [Author, Author]
    assert [row.editor for row in (book, other)] == [None, None]
    assert [type(row.sponsor) for row in (book, other)] == [Author, type(None)]
    assert type(book.readers).__name__ == "ManyRelatedManager"
    with pytest.raises(AttributeError):
        book.readers = []  # type: ignore[arg-type]


def test_class_access_gives_a_field_only_of_relations_and_files() -> None:
    """The stubs follow the library's annotations and its documentation, which promise more."""
    assert isinstance(Book.author, dorm.ForeignKey)
    assert isinstance(Book.sponsor, dorm.OneToOneField)
    assert type(Book.readers).__name__ == "ManyToManyDescriptor"
    assert isinstance(load_case("fields").Sample.file, dorm.FileField)
    with pytest.raises(AttributeError):
        Author.name  # noqa: B018
