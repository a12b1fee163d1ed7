"""What is asked: calls, by the names and values in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Question(NamedTuple):
    """One call, as text that names ``session``."""

    topic: str
    text: str
    without: str | None = None
    """The same call without an argument, if the question is whether that has an effect."""
    finds: bool = False
    """Whether the call works only if it finds a row."""
    writes: str | None = None
    """The column that is written, and read back."""


NAMES = {
    "id": "1",
    "name": '"Lamp"',
    "age": "3",
    "alias": '"L"',
    "nickname": '"L"',
    "shelf_code": '"A"',
    "shelf": "1",
    "label": '"LAMP"',
    "nick": '"N"',
    "double": "6",
    "grow": "3",
    "shouted": '"LAMP"',
    "title": '"Lamp"',
    "created_by": '"me"',
    "owned_since": "datetime(2024, 1, 1)",
    "nmae": '"Lamp"',
}
"""Names that a thing has, or nearly so, with the value that its row has."""

VALUES = {
    "str": ('"x"', '"10"', '"1.5"', '"2024-01-02"', '"03:04:05"', '"SMALL"', '"s"'),
    "more texts": ('"OPEN"', '"open"', '"LOW"', '"1970-01-01 00:01:00.000000"'),
    "int": ("1", "10"),
    "float": ("1.5", "10.0"),
    "bool": ("True",),
    "Decimal": ('Decimal("1.5")', "Decimal(10)"),
    "bytes": ('b"x"',),
    "date": ("date(2024, 1, 2)",),
    "time": ("time(3, 4, 5)",),
    "timedelta": ("timedelta(seconds=60)",),
    "UUID": ('UUID("12345678123456781234567812345678")',),
    "datetime": ("datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)",),
    "enumerations": ("Size.SMALL", "Status.OPEN", "Grade.LOW"),
    "containers": ("[1]", "(1,)", "{1}", '{"a": 1}'),
    "None": ("None",),
}
COLUMNS = {
    "a_str": ('"x"', '"10"', '"1.5"', '"1"', '"2024-01-02"', '"open"', '"10.0"'),
    "an_int": ("1", "10"),
    "a_float": ("1.0", "1.5", "10.0"),
    "a_bool": ("True",),
    "a_decimal": ("Decimal(1)", 'Decimal("1.5")', "Decimal(10)"),
    "some_bytes": ('b"x"',),
    "a_date": ("date(2024, 1, 2)",),
    "a_time": ("time(3, 4, 5)",),
    "a_span": ("timedelta(seconds=60)",),
    "a_uuid": ('UUID("12345678123456781234567812345678")',),
    "a_moment": ("datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)",),
    "a_size": ("Size.SMALL",),
    "a_status": ("Status.OPEN",),
    "a_grade": ("Grade.LOW",),
}
"""Columns of the samples, with the values of their rows."""


def questions() -> list[Question]:
    """All of them."""
    return [*of_names(), *of_relations(), *of_arguments(), *of_values()]


def of_names() -> Iterator[Question]:
    """Each name, for each thing that functions do with names."""
    for name, value in NAMES.items():
        yield Question(
            "get_row", f'get_row({value}, session, Thing, pk_field="{name}")', finds=True
        )
        yield Question(
            "delete_row", f'delete_row({value}, session, Thing, pk_field="{name}")', finds=True
        )
        yield Question(
            "update_row by",
            f'update_row({value}, {{"age": 4}}, session, Thing, "{name}")',
            finds=True,
        )
        yield Question(
            "get_rows_within_id_list",
            f'get_rows_within_id_list([{value}], session, Thing, pk_field="{name}")',
            finds=True,
        )
        yield Question(
            "delete_rows_within_id_list",
            f'delete_rows_within_id_list([{value}], session, Thing, pk_field="{name}")',
        )
        yield Question(
            "bulk_update_rows by",
            f'bulk_update_rows([{value}], {{"age": 4}}, session, Thing, pk_field="{name}")',
        )
        yield Question("get_rows", f"get_rows(session, Thing, {name}={value})", finds=True)
        yield Question("gte", f"get_rows(session, Thing, {name}__gte={value})", finds=True)
        yield Question("in", f"get_rows(session, Thing, {name}__in=[{value}])", finds=True)
        yield Question("like", f"get_rows(session, Thing, {name}__like={value})", finds=True)
        yield Question("ilike", f"get_rows(session, Thing, {name}__ilike={value})", finds=True)
        yield Question("sort", f'get_rows(session, Thing, sort_field="{name}")')
        yield Question("get_one_or_create", f"get_one_or_create(session, Thing, {name}={value})")
        yield Question(
            "create",
            f'get_one_or_create(session, Thing, {{"{name}": {value}}}, age=77)',
        )
        yield Question(
            "where", f"QueryBuilder(session, Thing).where({name}={value}).all()", finds=True
        )
        yield Question(
            "where in", f"QueryBuilder(session, Thing).where({name}__in=({value},)).all()"
        )
        yield Question("where ne", f"QueryBuilder(session, Thing).where({name}__ne={value}).all()")
        yield Question("order_by", f'QueryBuilder(session, Thing).order_by("{name}").all()')
        yield Question("descending", f'QueryBuilder(session, Thing).order_by("-{name}").all()')
        yield Question(
            "update_row", f'update_row(2, {{"{name}": {value}}}, session, Thing)', finds=True
        )
        yield Question(
            "bulk_update_rows", f'bulk_update_rows([2], {{"{name}": {value}}}, session, Thing)'
        )
        yield Question(
            "upsert",
            f'bulk_upsert_mappings([{{"id": 1, "name": "x", "{name}": {value}}}], session, Thing)',
        )
        yield Question(
            "upsert by",
            f'bulk_upsert_mappings([{{"id": 1, "name": "x"}}], session, Thing, ["{name}"])',
        )
        yield Question(
            "upsert some",
            f'bulk_upsert_mappings([{{"id": 1, "name": "x", "{name}": {value}}}], session, Thing,'
            f' ["id"], update_columns=["{name}"])',
        )


def of_relations() -> Iterator[Question]:
    """Each name as that of a relation to load."""
    for name in NAMES:
        for how, flag in (("select_in_keys", "selectin"), ("lazy_load_keys", "lazy")):
            yield Question(how, f'get_row(1, session, Thing, {flag}=True, {how}=["{name}"])')
            yield Question(how, f'get_rows(session, Thing, {flag}=True, {how}=["{name}"])')
        yield Question(
            "select_in_key",
            f'get_one_or_create(session, Thing, None, True, select_in_key="{name}", name="Lamp")',
        )
        yield Question("selectin", f'QueryBuilder(session, Thing).selectin("{name}").all()')
        yield Question("lazy", f'QueryBuilder(session, Thing).lazy("{name}").all()')


def of_arguments() -> Iterator[Question]:
    """Arguments that have an effect in company only, defaults, and other tables."""
    plain = "get_rows(session, Thing)"
    for argument in (
        'select_in_keys=["shelf"]',
        'selectin=False, select_in_keys=["shelf"]',
        "selectin=True",
        'lazy_load_keys=["shelf"]',
        "sort_desc=True",
        'text_field="name"',
        "age__in=(3,)",
        "age__in={3}",
        'name__in="Lamp"',
        "age__in=[3]",
        'selectin=True, select_in_keys=["shelf"]',
        'sort_field="age", sort_desc=True',
    ):
        yield Question("argument", f"get_rows(session, Thing, {argument})", without=plain)
    beside = "get_rows(session, Thing, stmnt=select(Thing))"
    for argument in (
        "age=3",
        "page=2",
        'sort_field="age"',
        'selectin=True, select_in_keys=["shelf"]',
    ):
        yield Question(
            "beside stmnt", beside.replace("stmnt", f"{argument}, stmnt"), without=beside
        )
    for text in (
        'get_row("A", session, Shelf)',
        'get_row("A", session, Shelf, pk_field="code")',
        'delete_rows_within_id_list(["A"], session, Shelf)',
        'delete_rows_within_id_list(["A"], session, Shelf, pk_field="code")',
        'delete_rows_within_id_list(["A"], session, Shelf, "code", soft=True)',
        "delete_rows_within_id_list([1], session, Thing, soft=True)",
        'bulk_upsert_mappings([{"code": "B"}], session, Shelf)',
        'bulk_upsert_mappings([{"code": "B", "deleted_by": ""}], session, Shelf, ["code"])',
        'get_rows(session, Visit, sort_field="created_at")',
        'QueryBuilder(session, Visit).order_by("updated_at").all()',
        'QueryBuilder(session, Shelf).where(is_deleted=False).order_by("deleted_at").all()',
        'QueryBuilder(session, Shelf).selectin("things").all()',
        "QueryBuilder(session, Thing, select(Shelf).join(Thing)).where(age=3).all()",
        "get_rows(session, Thing, shelf=None)",
        'get_rows(session, Sample, created_at__gte="2024-01-01")',
        'get_rows(session, Sample, updated_at__gte="2024-01-01")',
        "get_rows(session, Sample, an_int__gte=None)",
        "get_rows(session, Sample, an_int__gte=True)",
        'QueryBuilder(session, Sample).where(an_int__in="1").all()',
        "QueryBuilder(session, Sample).where(an_int__in={1}).all()",
    ):
        yield Question("call", text)


def of_values() -> Iterator[Question]:
    """Each value, for each column."""
    for column in COLUMNS:
        for values in VALUES.values():
            for value in values:
                yield Question("equal", f"get_rows(session, Sample, {column}={value})", finds=True)
                yield Question(
                    "one of", f"get_rows(session, Sample, {column}__in=[{value}])", finds=True
                )
                yield Question(
                    "equal",
                    f"QueryBuilder(session, Sample).where({column}={value}).all()",
                    finds=True,
                )
                yield Question("order", f"get_rows(session, Sample, {column}__gte={value})")
                yield Question(
                    "order", f"QueryBuilder(session, Sample).where({column}__lt={value}).all()"
                )
                yield Question(
                    "written",
                    f'update_row(9, {{"{column}": {value}}}, session, Sample)',
                    writes=column,
                )
                yield Question(
                    "written",
                    f'bulk_update_rows([9], {{"{column}": {value}}}, session, Sample)',
                    writes=column,
                )
        yield Question("like", f'get_rows(session, Sample, {column}__like="1")')
