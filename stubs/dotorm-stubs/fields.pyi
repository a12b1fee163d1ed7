import datetime
from collections.abc import Callable
from decimal import Decimal as PythonDecimal
from logging import Logger
from typing import Any, Generic, Literal, TypeAlias, overload

from typing_extensions import Self, TypeVar

from .model import DotModel

log: Logger

OnDeleteAction: TypeAlias = Literal["restrict", "no action", "cascade", "set null"]
VALID_ONDELETE_ACTIONS: tuple[OnDeleteAction, ...]

# Fields lower it.
_OnDelete: TypeAlias = OnDeleteAction | Literal["RESTRICT", "NO ACTION", "CASCADE", "SET NULL"]
# Called with the record when it is made, or, since 2.3, the name of a method under `@depends`.
_Compute: TypeAlias = Callable[[Any], Any] | str

_ValueT = TypeVar("_ValueT", default=Any)

# Models say `name: str = Char()` and `role_id: Role = Many2one(lambda: Role)`, so that what `Char()`
# gives has to fit any annotation, and has to be the field where there is none. A class that derives
# from `Any` is both. The runtime says it with `__new__`, which mypy does not believe.
class Field(Any, Generic[_ValueT]):  # type: ignore[misc]
    index: bool
    primary_key: bool
    null: bool
    unique: bool
    description: str | None
    ondelete: str
    required: bool | None
    schema_required: bool | None
    # Not in the schemas of an API.
    private: bool
    sql_type: str
    indexable: bool
    store: bool
    # A value, or what makes one; and whether the library, or the database, fills it in.
    default: Any
    default_orm: bool
    default_db: bool
    string: str
    options: list[Any] | None
    compute: _Compute | None
    name: str
    relation: bool
    relation_table_field: str | None
    _relation_table: type[Any] | None
    _role_acl: dict[str, list[str]]
    _ROLE_OPS: tuple[str, ...]
    # Any other keyword becomes an attribute of the field.
    def __init__(self, **kwargs: Any) -> None: ...
    def _parse_role_acl(self, kwargs: dict[str, Any]) -> dict[str, list[str]]: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def validation(self) -> None: ...
    def required_roles(self, operation: str) -> list[str] | None: ...
    def to_sql_update(self, field_name: str, value: Any) -> tuple[str, Any]: ...
    def to_sql_filter(self, value: Any) -> Any: ...
    @staticmethod
    def _can_apply_to_db(default: Any) -> bool: ...
    @property
    def has_backend_default(self) -> bool: ...
    def __set_name__(self, owner: type[Any], name: str) -> None: ...
    # The model, which is `None` for other fields than relations; `field.relation` says so, but narrows
    # nothing.
    @property
    def relation_table(self) -> Any: ...
    @relation_table.setter
    def relation_table(self, table: Any) -> None: ...
    # Fields are no descriptors at runtime: a record keeps its values under the same names.
    @overload
    def __get__(self, instance: None, owner: Any) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: Any) -> _ValueT: ...
    # Columns are nullable unless the field says otherwise.
    def __set__(self, instance: object, value: _ValueT | None) -> None: ...

_IntegerT = TypeVar("_IntegerT", default=int)

# `null=True` and `required=False` say that the value may be missing. Without either the column is
# nullable as well, but models are written, and annotated, as if it were not. The last signature of
# each field has all that it knows.
class Integer(Field[_IntegerT]):
    field_type: type[int]
    @overload
    def __init__(self: Integer[int | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(self: Integer[int | None], *, required: Literal[False], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: Integer[int],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: int | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_BigIntegerT = TypeVar("_BigIntegerT", default=int)

class BigInteger(Field[_BigIntegerT]):
    @overload
    def __init__(self: BigInteger[int | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: BigInteger[int | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: BigInteger[int],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: int | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_SmallIntegerT = TypeVar("_SmallIntegerT", default=int)

class SmallInteger(Field[_SmallIntegerT]):
    @overload
    def __init__(self: SmallInteger[int | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: SmallInteger[int | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: SmallInteger[int],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: int | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_CharT = TypeVar("_CharT", default=str)

class Char(Field[_CharT]):
    field_type: type[str]
    max_length: int | None
    @property
    def sql_type(self) -> str: ...  # type: ignore[override]
    @overload
    def __init__(
        self: Char[str | None], max_length: int | None = None, *, null: Literal[True], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Char[str | None],
        max_length: int | None = None,
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Char[str],
        max_length: int | None = None,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_SelectionT = TypeVar("_SelectionT", default=str)

class Selection(Char[_SelectionT]):
    _base_options: list[tuple[str, str]]
    _added_options: list[tuple[str, str]]
    # A list of pairs where `is_selection_add()` says so, which no checker connects, and else None.
    _selection_add: Any
    @overload
    def __init__(
        self: Selection[str | None],
        options: list[tuple[str, str]] | None = None,
        selection_add: list[tuple[str, str]] | None = None,
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Selection[str | None],
        options: list[tuple[str, str]] | None = None,
        selection_add: list[tuple[str, str]] | None = None,
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Selection[str],
        options: list[tuple[str, str]] | None = None,
        selection_add: list[tuple[str, str]] | None = None,
        *,
        null: bool = ...,
        required: bool | None = None,
        max_length: int | None = 64,
        default: str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @property
    def options(self) -> list[tuple[str, str]]: ...
    @options.setter
    def options(self, value: list[tuple[str, str]] | None) -> None: ...
    def add_options(self, new_options: list[tuple[str, str]]) -> None: ...
    def get_values(self) -> list[str]: ...
    def get_label(self, value: str) -> str | None: ...
    def is_selection_add(self) -> bool: ...

_TextT = TypeVar("_TextT", default=str)

class Text(Field[_TextT]):
    field_type: type[str]
    @overload
    def __init__(self: Text[str | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(self: Text[str | None], *, required: Literal[False], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: Text[str],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    class _db_mysql:
        sql_type: str

_BooleanT = TypeVar("_BooleanT", default=bool)

class Boolean(Field[_BooleanT]):
    field_type: type[bool]
    @overload
    def __init__(self: Boolean[bool | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: Boolean[bool | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Boolean[bool],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: bool | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_DecimalT = TypeVar("_DecimalT", default=PythonDecimal)

class Decimal(Field[_DecimalT]):
    max_digits: int
    decimal_places: int
    # What is no number is zero.
    @staticmethod
    def to_decimal(value: Any) -> PythonDecimal: ...
    @property
    def sql_type(self) -> str: ...  # type: ignore[override]
    @overload
    def __init__(
        self: Decimal[PythonDecimal | None],
        max_digits: int,
        decimal_places: int,
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Decimal[PythonDecimal | None],
        max_digits: int,
        decimal_places: int,
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Decimal[PythonDecimal],
        max_digits: int,
        decimal_places: int,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: PythonDecimal | float | str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    # Drivers take any number.
    def __set__(
        self, instance: object, value: _DecimalT | PythonDecimal | float | None
    ) -> None: ...

_DatetimeT = TypeVar("_DatetimeT", default=datetime.datetime)

class Datetime(Field[_DatetimeT]):
    class _db_mysql:
        sql_type: str

    class _db_postgres:
        sql_type: str

    @overload
    def __init__(
        self: Datetime[datetime.datetime | None], *, null: Literal[True], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Datetime[datetime.datetime | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Datetime[datetime.datetime],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: datetime.datetime | str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_DateT = TypeVar("_DateT", default=datetime.date)

class Date(Field[_DateT]):
    @overload
    def __init__(
        self: Date[datetime.date | None], *, null: Literal[True], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Date[datetime.date | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Date[datetime.date],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: datetime.date | str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_TimeT = TypeVar("_TimeT", default=datetime.time)

class Time(Field[_TimeT]):
    class _db_mysql:
        sql_type: str

    class _db_postgres:
        sql_type: str

    @overload
    def __init__(
        self: Time[datetime.time | None], *, null: Literal[True], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Time[datetime.time | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Time[datetime.time],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: datetime.time | str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_FloatT = TypeVar("_FloatT", default=float)

class Float(Field[_FloatT]):
    class _db_mysql:
        sql_type: str

    @overload
    def __init__(self: Float[float | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(self: Float[float | None], *, required: Literal[False], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: Float[float],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: float | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    def __set__(self, instance: object, value: _FloatT | PythonDecimal | None) -> None: ...

# A dictionary, a list, or whatever else was stored: code that reads it knows, or has an annotation.
_JsonT = TypeVar("_JsonT", default=Any)

class JSONField(Field[_JsonT]):
    class _db_mysql:
        sql_type: str

    def __init__(
        self,
        *,
        null: bool = True,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    def deserialization(self, value: Any) -> Any: ...
    def serialization(self, value: Any) -> str: ...

_TranslatedT = TypeVar("_TranslatedT", default=str)

# The text in the session's language. It may be set to a dictionary, with the texts of all languages.
class TranslatedChar(JSONField[_TranslatedT]):
    @staticmethod
    def _current_lang() -> str: ...
    @overload
    def __init__(
        self: TranslatedChar[str | None], *, null: Literal[True], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: TranslatedChar[str | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: TranslatedChar[str],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: str | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    def __set__(self, instance: object, value: _TranslatedT | dict[str, str] | None) -> None: ...

_BinaryT = TypeVar("_BinaryT", default=bytes)

class Binary(Field[_BinaryT]):
    class _db_mysql:
        sql_type: str

    @overload
    def __init__(self: Binary[bytes | None], *, null: Literal[True], **kwargs: Any) -> None: ...
    @overload
    def __init__(
        self: Binary[bytes | None], *, required: Literal[False], **kwargs: Any
    ) -> None: ...
    @overload
    def __init__(
        self: Binary[bytes],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: bytes | Callable[[], Any] | None = None,
        index: bool = False,
        primary_key: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...

_ModelT = TypeVar("_ModelT", bound=DotModel)
_RelatedT = TypeVar("_RelatedT", bound=DotModel | None, default=Any)
_RecordT = TypeVar("_RecordT", bound=DotModel, default=Any)

# The target is a class, or a function that gives it once all models exist. A text can't be resolved:
# the library keeps it, and fails where it needs the class.
class Many2one(Field[_RelatedT]):
    field_type: Any
    relation_table: type[DotModel]
    _relation_table: type[Any] | None
    @overload
    def __init__(
        self: Many2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Many2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Many2one[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(self, relation_table: str, **kwargs: Any) -> None: ...
    # An unloaded relation is its key.
    def __set__(self, instance: object, value: _RelatedT | int | None) -> None: ...

class PolymorphicMany2one(Field[_RelatedT]):
    field_type: Any
    relation_table: type[DotModel]
    _relation_table: type[Any] | None
    @overload
    def __init__(
        self: PolymorphicMany2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: PolymorphicMany2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: PolymorphicMany2one[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = True,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(self, relation_table: str, **kwargs: Any) -> None: ...
    # An unloaded relation is its key.
    def __set__(self, instance: object, value: _RelatedT | int | None) -> None: ...

class PolymorphicOne2many(Field[list[_RecordT]], Generic[_RecordT]):
    field_type: Any
    relation_table: type[DotModel]
    relation_table_field: str
    _relation_table: type[Any] | None
    @overload
    def __init__(
        self: PolymorphicOne2many[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        relation_table_field: str,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = False,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(self, relation_table: str, relation_table_field: str, **kwargs: Any) -> None: ...
    # A dictionary tells `update` what to create, delete, link and unlink.
    def __set__(self, instance: object, value: list[_RecordT] | dict[str, Any] | None) -> None: ...

class Many2many(Field[list[_RecordT]], Generic[_RecordT]):
    field_type: Any
    relation_table: type[DotModel]
    many2many_table: str
    column1: str
    column2: str
    @overload
    def __init__(
        self: Many2many[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        many2many_table: str,
        column1: str,
        column2: str,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = False,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self, relation_table: str, many2many_table: str, column1: str, column2: str, **kwargs: Any
    ) -> None: ...
    # A dictionary tells `update` what to create, delete, link and unlink.
    def __set__(self, instance: object, value: list[_RecordT] | dict[str, Any] | None) -> None: ...

class One2many(Field[list[_RecordT]], Generic[_RecordT]):
    field_type: Any
    relation_table: type[DotModel]
    relation_table_field: str
    _relation_table: type[Any] | None
    @overload
    def __init__(
        self: One2many[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        relation_table_field: str,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = False,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(self, relation_table: str, relation_table_field: str, **kwargs: Any) -> None: ...
    # A dictionary tells `update` what to create, delete, link and unlink.
    def __set__(self, instance: object, value: list[_RecordT] | dict[str, Any] | None) -> None: ...

class One2one(Field[_RelatedT]):
    field_type: Any
    relation_table: type[DotModel]
    _relation_table: type[Any] | None
    relation_table_field: str
    @overload
    def __init__(
        self: One2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        relation_table_field: str,
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: One2one[_ModelT | None],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        relation_table_field: str,
        *,
        required: Literal[False],
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: One2one[_ModelT],
        relation_table: type[_ModelT] | Callable[[], type[_ModelT]],
        relation_table_field: str,
        *,
        null: bool = ...,
        required: bool | None = None,
        default: Any = None,
        index: bool = False,
        unique: bool = False,
        description: str | None = None,
        string: str = "",
        ondelete: _OnDelete | None = None,
        schema_required: bool | None = None,
        indexable: bool = ...,
        store: bool = False,
        compute: _Compute | None = None,
        **kwargs: Any,
    ) -> None: ...
    @overload
    def __init__(self, relation_table: str, relation_table_field: str, **kwargs: Any) -> None: ...
    # A dictionary for `update`: the values of the related record.
    def __set__(self, instance: object, value: Any) -> None: ...
