"""The shape of an ORM's description: what the features of the plugin ask."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from orm_typing.orms.release import Release
from orm_typing.orms.subscripts import Subscripts
from orm_typing.orms.tables import TableLibrary
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.vocabulary import (
    KeyField,
    LibraryModel,
    ModelBase,
    RelationConstructor,
    Vocabulary,
)


class LoadKind(str, Enum):
    """What a query method does to the relations that it names."""

    SELECT = "select"
    """Joins foreign keys: reading one gives the object itself."""
    PREFETCH = "prefetch"
    """Fetches the many side at once: reading it gives a wrapper around the fetched objects."""


class ConstructorStyle(str, Enum):
    """What the keywords of a model's constructor are."""

    DATACLASS = "dataclass"
    """Annotated fields, required without a default (PEP 681), and foreign keys or their keys."""
    FIELDS = "fields"
    """All fields of the model, foreign keys and their keys, and ``pk``; none is required."""
    RECORD = "record"
    """Any fields, for a record or for what a record is to be given; a relation takes its key."""


class KeyAttribute(NamedTuple):
    """The attribute that holds the key of a foreign key's target, such as ``author_id``."""

    suffix: str
    type_name: str | None
    """Full name of its type; ``None`` where it is that of the target's primary key."""
    descriptor: str | None = None
    """Full name of the generic descriptor that the library puts on the class; ``None`` where the
    attribute is a field like any other."""

    def type_of(self, relation: RelationField) -> str | None:
        """Full name of the type of the relation's key, without ``None``; ``None`` if unknown."""
        return self.type_name or relation.key_type


class NameRule(str, Enum):
    """What a name given as a string to a query method may be."""

    FIELD = "field"
    """A field, or a path to one."""
    COLUMN = "column"
    """The same, with a column at its end: not a relation, but its key."""
    ORDERING = "ordering"
    """The same, with ``-`` before it for the opposite order."""
    JOINED = "joined"
    """A path of foreign keys."""
    PREFETCHED = "prefetched"
    """One relation, in either direction."""


class Argument(str, Enum):
    """What a parameter of a model's method takes, where it names fields or holds their values."""

    KEY = "key"
    """A primary key of the model."""
    KEY_OF_OWNER = "key of owner"
    """One of the class on which the method is called, if the method's model is another."""
    FIELDS = "fields"
    """A list of names of fields."""
    NESTED_FIELDS = "nested fields"
    """For names of relations, lists of names of the fields of the model to which each leads."""
    ORDERING = "ordering"
    """The name of a column."""
    CONDITIONS = "conditions"
    """A list of conditions, ``(field, operator, value)``."""
    RECORD = "record"
    """A record of the model."""
    RECORDS = "records"
    """A list of records of the model."""
    OWN_FIELD = "own field"
    """A field that is read from the model's class."""


class Operand(str, Enum):
    """What stands behind the operator of a condition."""

    VALUE = "value"
    """A value of the field, or ``None``."""
    ORDERED_VALUE = "ordered value"
    """A value of the field."""
    TEXT = "text"
    """A part of a text."""
    VALUES = "values"
    """A list or tuple of values of the field."""
    TWO_VALUES = "two values"
    """A list or tuple of two of them."""
    NOTHING = "nothing"
    """Anything: it is not looked at."""


class RecordMethod(NamedTuple):
    """A method of models whose arguments name fields.

    A method of a descriptor is one of a generic class, whose first argument is the model.
    """

    full_name: str
    arguments: Mapping[str, Argument]
    leaves_keys: frozenset[str] = frozenset()
    """The names by which it is called, if relations of the records that it gives hold keys, unless
    fields of the related records are asked for."""
    raw_parameter: str | None = None
    """The parameter that asks for dictionaries in place of records."""
    model_parameter: str | None = None
    """The parameter that takes the model that is meant; ``None`` where it is the owner's."""
    last_parameters: tuple[str, ...] = ()
    """The optional ones for which ``*args`` and ``**kwargs`` stand in the stub."""


class RelationShape(NamedTuple):
    """What a field that leads to another model holds."""

    is_many: bool
    """Whether it is a list."""
    has_column: bool
    """Whether the table has a column for it: the key of the related record."""
    reverse_parameter: str | None = None
    """The parameter that names the field of the other model which points back."""
    required: tuple[str, ...] = ()
    """The parameters without which the relation can't be found in the database."""


class LazyLoader(NamedTuple):
    """A proxy that a foreign key gives until its target was loaded."""

    full_name: str
    remedies: str
    """What to write instead of reading an attribute from it; ``{field}`` is the expression, and
    ``{path}`` the relation that it came by."""


class AsyncOnly(NamedTuple):
    """A class of the library that takes methods away, for the sake of async code."""

    full_name: str
    remedies: Mapping[str, str]
    """What to write instead of each; ``{value}`` is the expression on which it is called."""
    passed_on_by: Mapping[str, str] = {}
    """Full names of methods of the library's other bases which call one of those, with the same."""


class History(NamedTuple):
    """A decorator that keeps what became of a model's rows as rows of another model."""

    decorator: str
    """Its full name."""
    model_attribute: str
    """The attribute that is the other model itself."""
    model_suffix: str
    """What its name has behind that of the decorated class."""
    fields: Mapping[str, tuple[str | None, ...]]
    """The fields that it has beside copies of the model's, the key first: each the full name of its
    class, and those of the types of its values, ``None`` for null."""
    attribute: str | None = None
    """The attribute of the decorated class that is the manager of the other model."""
    descriptor: str = ""
    """Full name of what it is to checkers; its argument is the other model."""
    is_called: bool = False
    """Whether the decorator is what a call of that name gives."""
    copies_fields: bool = True
    """Whether the other model has copies of the model's fields."""
    copies_many_to_many: bool = True
    """Whether its many-to-many relations are among them."""
    key_copy: str | None = None
    """The field that holds the key of the model's row, where that is the only copy."""


class Orm(NamedTuple):
    """One supported ORM."""

    name: str
    package: str
    """The beginning of the names of the library's own modules."""
    release: Release
    model_bases: tuple[ModelBase, ...]
    constructors: tuple[RelationConstructor, ...]
    key_attribute: KeyAttribute
    path_separator: str
    constructor_style: ConstructorStyle = ConstructorStyle.DATACLASS
    field_base: str | None = None
    """Full name of the base of the descriptors that fields are, where they are."""
    collections: frozenset[str] = frozenset()
    """Full names of the generic managers and querysets; their first argument is the model."""
    managers: frozenset[str] = frozenset()
    """Full names of those that begin a query, and so carry nothing from an earlier one."""
    queryset_managers: Mapping[str, str] = {}
    """Full names of managers that are made from a queryset class, and read as that in the stubs, to
    the manager whose methods they have as well."""
    creating_methods: frozenset[str] = frozenset()
    """Full names of methods of those that pass their keywords to the model's constructor."""
    filtering_methods: frozenset[str] = frozenset()
    """Full names of methods of those whose keywords are lookups."""
    updating_methods: frozenset[str] = frozenset()
    """Full names of methods of those whose keywords are fields with their new values."""
    defaults_parameters: frozenset[str] = frozenset()
    """The parameters of the filtering methods that take a dictionary of fields."""
    prefetch_classes: frozenset[str] = frozenset()
    """Full names of classes that stand for a prefetched relation, with ``to_attr=``."""
    naming_methods: Mapping[str, NameRule] = {}
    """Full names of methods of those that take names as positional strings."""
    annotating_methods: frozenset[str] = frozenset()
    """Full names of methods of those whose keywords become attributes of the rows."""
    alias_methods: frozenset[str] = frozenset()
    """Full names of methods of those whose keywords are names for lookups alone."""
    condition_classes: frozenset[str] = frozenset()
    """Full names of classes whose keywords are lookups of the query that they are given to."""
    lookups: frozenset[str] = frozenset()
    """What may stand at the end of a lookup."""
    primary_key_alias: str | None = None
    """The name by which lookups and constructors take the primary key, whatever it is called."""
    document_fields: frozenset[str] = frozenset()
    """Full names of fields whose values have a structure of their own that lookups follow."""
    result_classes: frozenset[str] = frozenset()
    """Full names of generic expressions; their argument is what the database gives for them."""
    inherits_keys: bool = False
    """Whether a subclass of a model has its foreign keys, as Python's inheritance says."""
    histories: tuple[History, ...] = ()
    options_class: str | None = None
    """The class in a model's body that the library takes out of it."""
    options_attribute: str = ""
    """What a model has in its place, an object with the fields themselves."""
    field_getters: frozenset[str] = frozenset()
    """Full names of that object's methods that give the field of a name."""
    key_getters: frozenset[str] = frozenset()
    """Full names of its attributes that are the field of the primary key."""
    forward_slices: frozenset[str] = frozenset()
    """Full names of methods that take an index or a slice, neither from the end nor in steps."""
    abstract_models: frozenset[str] = frozenset()
    """Full names of the library's own models that exist for their fields to be inherited."""
    library_models: tuple[LibraryModel, ...] = ()
    key_fields: tuple[KeyField, ...] = ()
    default_manager: str = ""
    """The attribute by which a model with a table has a manager that nobody wrote."""
    automatic_key_name: str | None = None
    """The attribute that a model without a primary key of its own gets."""
    field_functions: frozenset[str] = frozenset()
    """Full names of functions that describe a constructor's field, and take its default first."""
    populates_by_name: bool = False
    """Whether a constructor takes a field by its name even if the field has an alias."""
    load_methods: Mapping[str, LoadKind] = {}
    """Full names of query methods that take relation paths as positional strings."""
    partial_methods: frozenset[str] = frozenset()
    """Full names of query methods that choose columns, after which no foreign key is joined."""
    column_parameters: frozenset[str] = frozenset()
    """The parameters of those methods by which columns are chosen."""
    row_methods: frozenset[str] = frozenset()
    """Full names of methods that take a model first, and give a row of it."""
    requery_methods: frozenset[str] = frozenset()
    """Full names of methods of prefetched results that ask the database again: the rows that they
    lead to have none of the states of the prefetched ones."""
    prefetched: Mapping[str, str] = {}
    """Descriptor full name to the generic wrapper that it gives once prefetched."""
    read_only: Mapping[str, str] = {}
    """Full names of descriptors that raise when they are assigned to, and what to do instead;
    ``{accessor}`` is the attribute."""
    lazy_loaders: tuple[LazyLoader, ...] = ()
    async_only: tuple[AsyncOnly, ...] = ()
    annotates_values: bool = False
    """Whether ``name: str = Char()`` declares a field, whose values the annotation describes."""
    record_key: str = ""
    """The field that methods take as a record's key."""
    table_attribute: str = ""
    """The attribute of a class that names its table; without one it stands for its subclasses."""
    record_methods: Mapping[str, RecordMethod] = {}
    """By full name the methods of models that name fields in their arguments."""
    hybrid_methods: frozenset[str] = frozenset()
    """Full names of the classes that decorate methods which are called on classes and records."""
    condition_operators: Mapping[str, Operand] = {}
    """The operators of conditions that are tuples."""
    relation_fields: Mapping[str, RelationShape] = {}
    """Full names of the classes of fields that lead to another model, where relations are declared
    on both sides."""
    assigned_types: Mapping[str, tuple[str, ...]] = {}
    """Full names of the classes of fields to a type that may be assigned whatever the annotation
    says, with its arguments."""
    implicit_modules: Mapping[str, tuple[str, ...]] = {}
    """Module to the modules that must be in a build with it, for the types we name."""
    subscripts: Subscripts = Subscripts()

    def is_settable(self, descriptor: str) -> bool:
        """Whether something may be assigned to an accessor with this descriptor."""
        return descriptor not in self.read_only

    @property
    def field_module(self) -> str:
        """The module that defines the base of fields."""
        return (self.field_base or "").rpartition(".")[0]

    @property
    def registered_bases(self) -> tuple[str, ...]:
        """Full names of the bases whose models the library knows and gives accessors."""
        return tuple(base.full_names[0] for base in self.model_bases if base.is_registered)


def with_extenders(orms: tuple[Orm, ...], names: tuple[str, ...]) -> tuple[Orm, ...]:
    """The same, if the project's decorators that extend models have these full names."""
    if not names:
        return orms
    return tuple(
        orm._replace(
            constructors=tuple(
                one._replace(full_names=names) if one.is_extension else one
                for one in orm.constructors
            ),
        )
        for orm in orms
    )


def vocabulary(orms: tuple[Orm, ...], libraries: tuple[TableLibrary, ...] = ()) -> Vocabulary:
    """The constructors of all ``orms``, and what to look for otherwise, for reading source."""
    return Vocabulary(
        tuple(constructor for orm in orms for constructor in orm.constructors),
        tuple(base for orm in orms for base in orm.model_bases),
        tuple(key_field for orm in orms for key_field in orm.key_fields),
        tuple(model for orm in orms for model in orm.library_models),
        tuple(library.package for library in libraries),
        tuple(pair for library in libraries for pair in library.announcements.items()),
    )
