"""The shape of the description of a library whose functions take classes of tables.

Nothing of the library is in the class: functions are given the class, and the names of its
attributes as strings and keywords.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from orm_typing.orms.release import Release
from orm_typing.orms.subscripts import Subscripts


class NameUse(str, Enum):
    """What a function does with a name that it is given as a string."""

    COMPARED = "compared"
    """Reads it from the class and compares: a column, or whatever else a query understands."""
    LISTED = "listed"
    """Reads it from the class and asks whether a value is among several: no relation can."""
    KEY = "key"
    """Takes columns of the primary key only."""
    COLUMN = "column"
    """Takes columns of the table only."""
    WRITTEN = "written"
    """Takes columns of the table, without the primary key."""


class DataUse(str, Enum):
    """What a function does with a dictionary of names and values."""

    ATTRIBUTES = "attributes"
    """Assigns them to a row."""
    COLUMNS = "columns"
    """Sends them to the database as columns of a new row."""
    UPDATES = "updates"
    """Sends them to the database as columns of a row that exists, which keeps its primary key."""


class FilterStyle(str, Enum):
    """How a function reads the keywords by which it filters."""

    EXACT = "exact"
    """Each is an attribute, and equal to its value."""
    MARKED = "marked"
    """A lookup's name may stand anywhere in the keyword; the first of the lookups counts."""
    SUFFIXED = "suffixed"
    """A lookup's name may stand at the end; the rest is a column."""


class Filters(NamedTuple):
    """The keywords of a function by which it filters."""

    style: FilterStyle
    lookups: tuple[str, ...] = ()
    """In the order in which they are looked for."""
    sort_keyword: str | None = None
    """A keyword that names the column to sort by."""
    options: frozenset[str] = frozenset()
    """Further keywords that are no filters."""
    text_parameter: str | None = None
    """The parameter that names a column to search; its text comes as the keyword of that name."""
    date_word: str | None = None
    """Text is read as a date or time where the keyword contains this."""
    drops_other_lists: bool = False
    """Whether ``x__in`` without a list is left out, instead of being an error."""


class TableFunction(NamedTuple):
    """A function, or a method of a query builder, that is given names of a table's attributes."""

    name: str
    """As in messages."""
    full_names: tuple[str, ...]
    names: Mapping[str, NameUse] = {}
    """Parameter to what its name, or each of its names, is used for."""
    default_names: Mapping[str, str] = {}
    """Parameter to the name that it has without being given."""
    relations: Mapping[str, str | None] = {}
    """Parameter for relations to load, to the flag without which it has no effect."""
    skips_unknown_relations: bool = False
    data: Mapping[str, DataUse] = {}
    filters: Filters | None = None
    statement: str | None = None
    """The parameter for a query of one's own, beside which filters are ignored."""
    ignored_beside_statement: tuple[str, ...] = ()
    """Parameters that are."""
    key_parameter: str = "id_str"
    """The parameter for the value with which a ``COMPARED`` name is compared."""
    marks: str | None = None
    """The flag that marks rows as deleted, in the columns of ``TableLibrary.mark_columns``."""


class ValueRule(NamedTuple):
    """Full names of the classes of values that do something sensible with a column."""

    equal: frozenset[str]
    """Those that a row's value can be equal to."""
    stored: frozenset[str]
    """Those that can be written, and read back as what the column holds."""
    text: str | None = None
    """A regular expression for texts among them; ``None`` for any text."""
    has_like: bool = True
    """Whether ``LIKE`` can be asked of it."""
    ordered: frozenset[str] | None = None
    """Those with which ``<`` and ``>`` do not fail; ``None`` for all but the ``unordered`` ones."""


class TableLibrary(NamedTuple):
    """A library of functions over table classes."""

    name: str
    package: str
    """Its package: a project that does not mention it has nothing to do with it."""
    release: Release
    model_base: str
    """Full name of the class from which tables derive."""
    framework: tuple[str, ...]
    """The packages whose classes may stand among a table's bases without being looked into."""
    table_keyword: str
    """The class keyword that makes a class a table."""
    field_functions: frozenset[str]
    """Full names of the functions that describe a column."""
    key_keyword: str
    """Their keyword that makes it part of the primary key."""
    column_keywords: frozenset[str]
    """Their keywords that make the column something else than the annotation says."""
    naming_keywords: frozenset[str]
    """Those of them that may give it another name in the database: a call, with the name as its
    first argument, or a dictionary."""
    name_keywords: frozenset[str]
    """The keywords of that call, or keys of that dictionary, that do so."""
    relation_functions: frozenset[str]
    """Full names of the functions that declare a relation."""
    back_keyword: str
    """Their keyword that names the relation's other side."""
    own_relation_keywords: frozenset[str]
    """Their keywords by which the relation may be something else than it seems, unless they are
    given a dictionary with nothing but ``plain_relation_options``."""
    plain_relation_options: frozenset[str]
    queried_decorators: frozenset[str]
    """Full names of decorators that make a method something that queries understand."""
    plain_decorators: frozenset[str]
    """Full names of decorators that make a method an attribute of the row, unknown to queries."""
    functions: tuple[TableFunction, ...]
    methods: tuple[TableFunction, ...]
    builders: frozenset[str]
    """Full names of the generic classes of those methods; their argument is what a row is."""
    builder_classes: frozenset[str]
    """Full names of those of them that users make."""
    model_parameter: str
    builder_statement: str
    """The parameter of a builder's constructor by which rows may be something else."""
    mark_columns: tuple[str, ...]
    values: Mapping[str, ValueRule]
    """Full name of a column's class to what is known of its values."""
    judged_values: frozenset[str]
    """Full names of the classes of values that are judged; all others may do anything."""
    container_values: frozenset[str]
    """Those of them that hold others."""
    unordered_values: frozenset[str]
    """Those with which ``<`` and ``>`` fail for most columns."""
    announcements: Mapping[str, str]
    """Words by which the source gives an attribute to a class elsewhere, each with the regular
    expression that finds the attribute's name."""
    subscripts: Subscripts = Subscripts()
