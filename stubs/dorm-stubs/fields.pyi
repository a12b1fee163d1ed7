# A field is generic in what reading it gives: `CharField[str]`, `CharField[str | None]`. The type
# that may be assigned follows from it: each class's `__set__` adds what its `to_python` converts
# (the text of a number or a date, a member's value), and takes None only if reading can give None.
#
# Every class has a default for its parameter, so that `CharField` alone means `CharField[str]`:
# but for `Field` and `EnumField`, no class can be subscripted when the program runs.
#
# `null=True` is seen twice. mypy and zuban read it off `__init__`, whose `self` has the type of the
# result; the last overload is for `super().__init__()` in a subclass. The other checkers read it off
# `__new__`, which also answers for a subclass without parameters: `class Money(DecimalField)` with
# `Money(null=True)` gives a `DecimalField[Decimal | None]`.
#
# Class access gives the field, as the library's own annotations say, though at runtime only
# relations and files stay on the class.

import datetime
import decimal
import enum
import ipaddress
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    NoReturn,
    Protocol,
    TypeAlias,
    TypedDict,
    overload,
    type_check_only,
)

from dorm.models import Model
from dorm.related_managers import ManyRelatedManager, ManyToManyDescriptor
from dorm.storage import FieldFile, File, Storage
from typing_extensions import Self, TypeVar, Unpack

_T = TypeVar("_T")
_Int = TypeVar("_Int", default=int)
_Float = TypeVar("_Float", default=float)
_Decimal = TypeVar("_Decimal", default=decimal.Decimal)
_Str = TypeVar("_Str", default=str)
_Bool = TypeVar("_Bool", default=bool)
_Date = TypeVar("_Date", default=datetime.date)
_Time = TypeVar("_Time", default=datetime.time)
_DateTime = TypeVar("_DateTime", default=datetime.datetime)
_Duration = TypeVar("_Duration", default=datetime.timedelta)
_UUID = TypeVar("_UUID", default=uuid.UUID)
_Bytes = TypeVar("_Bytes", default=bytes)
_JSON = TypeVar("_JSON", default=Any)
_List = TypeVar("_List", default=list[Any])
_HStore = TypeVar("_HStore", default=dict[str, str | None])
_Generated = TypeVar("_Generated", default=Any)
_Bound = TypeVar("_Bound", default=Any)
_Range = TypeVar("_Range", default=Range[Any])
_IntRange = TypeVar("_IntRange", default=Range[int])
_DecimalRange = TypeVar("_DecimalRange", default=Range[decimal.Decimal])
_DateRange = TypeVar("_DateRange", default=Range[datetime.date])
_DateTimeRange = TypeVar("_DateTimeRange", default=Range[datetime.datetime])
_Member = TypeVar("_Member", bound=enum.Enum)
_TEnum = TypeVar("_TEnum", bound=enum.Enum | None)
_Item = TypeVar("_Item")
_Row = TypeVar("_Row", bound=Model)
_Related = TypeVar("_Related", default=Any)
_Target = TypeVar("_Target", bound=Model, default=Any)

# What every field takes besides `null`. A class that names an option among its own parameters
# takes the rest: its text's length, or its verbose name as the first argument.
@type_check_only
class _Options(TypedDict, total=False):
    name: str | None
    primary_key: bool
    unique: bool
    blank: bool
    db_index: bool
    default: Any
    db_default: Any
    editable: bool
    serialize: bool
    choices: Any
    help_text: str
    db_column: str | None
    db_tablespace: str | None
    db_comment: str | None
    validators: Iterable[Callable[[Any], object]] | None
    pii: bool

@type_check_only
class _OptionsWithLength(_Options, total=False):
    max_length: int | None

@type_check_only
class _OptionsWithName(_Options, total=False):
    verbose_name: str | None

@type_check_only
class _AllOptions(_OptionsWithLength, _OptionsWithName, total=False): ...

# The range that psycopg gives, which `to_python` converts.
@type_check_only
class _RangeLike(Protocol):
    @property
    def lower(self) -> Any: ...
    @property
    def upper(self) -> Any: ...
    @property
    def lower_inc(self) -> bool: ...
    @property
    def upper_inc(self) -> bool: ...

class _NotProvided:
    _instance: _NotProvided | None
    def __new__(cls) -> Self: ...
    def __deepcopy__(self, memo: dict[Any, Any]) -> Self: ...
    def __copy__(self) -> Self: ...

NOT_PROVIDED: _NotProvided

def _inline_literal(sql: str, params: list[Any]) -> str: ...

class CompositePrimaryKey:
    primary_key: bool
    concrete: bool
    column: str | None
    attname: str
    auto_created: bool
    field_names: tuple[str, ...]
    creation_counter: int
    name: str | None
    model: Any
    unique: bool
    null: bool
    blank: bool
    editable: bool
    serialize: bool
    choices: None
    help_text: str
    verbose_name: str | None
    db_column: str | None
    db_tablespace: str | None
    validators: list[Any]
    default: Any
    db_index: bool
    many_to_many: bool
    many_to_one: bool
    one_to_many: bool
    one_to_one: bool
    related_model: None
    def __init__(self, field_name: str, /, *field_names: str) -> None: ...

    # No descriptor at runtime: the class takes the field out, and `Model.pk` answers in its place.
    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> tuple[Any, ...]: ...
    def __set__(self, instance: object, value: tuple[Any, ...] | list[Any] | None) -> None: ...
    def contribute_to_class(self, cls: Any, name: str) -> None: ...
    def get_default(self) -> None: ...
    def has_default(self) -> bool: ...
    def to_python(self, value: Any) -> Any: ...
    def get_db_prep_value(self, value: Any) -> Any: ...
    def from_db_value(self, value: Any) -> Any: ...
    def db_type(self, connection: Any) -> str | None: ...
    def validate(self, value: Any, model_instance: Any) -> None: ...
    def pre_save(self, model_instance: Any, add: bool) -> Any: ...

CASCADE: Literal["CASCADE"]
PROTECT: Literal["PROTECT"]
SET_NULL: Literal["SET NULL"]
SET_DEFAULT: Literal["SET DEFAULT"]
DO_NOTHING: Literal["NO ACTION"]
RESTRICT: Literal["RESTRICT"]

_OnDelete: TypeAlias = Literal[
    "CASCADE", "PROTECT", "SET NULL", "SET DEFAULT", "NO ACTION", "RESTRICT"
]

class Field(Generic[_T]):
    creation_counter: int
    auto_created: bool
    verbose_name: str | None
    # None until the field has been given to its class.
    name: str
    attname: str
    column: str | None
    model: Any
    primary_key: bool
    max_length: int | None
    unique: bool
    blank: bool
    null: bool
    db_index: bool
    pii: bool
    default: Any
    db_default: Any
    editable: bool
    serialize: bool
    choices: Any
    help_text: str
    db_column: str | None
    db_tablespace: str | None
    db_comment: str | None
    validators: list[Callable[[Any], object]]
    concrete: bool
    many_to_many: bool
    many_to_one: bool
    one_to_many: bool
    one_to_one: bool
    related_model: Any
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> Field[_T | None]: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: Field[_T | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def contribute_to_class(self, cls: Any, name: str) -> None: ...
    def deconstruct(self) -> tuple[str | None, str, list[Any], dict[str, Any]]: ...
    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> _T: ...
    def __set__(self, instance: object, value: _T) -> None: ...
    def has_default(self) -> bool: ...
    def get_default(self) -> Any: ...
    def to_python(self, value: Any) -> Any: ...
    def get_db_prep_value(self, value: Any) -> Any: ...
    def from_db_value(self, value: Any) -> Any: ...
    def db_type(self, connection: Any) -> str | None: ...
    def validate(self, value: Any, model_instance: Any) -> None: ...
    def pre_save(self, model_instance: Any, add: bool) -> Any: ...
    def get_internal_type(self) -> str: ...

# A key is None before the row is saved, and may be set to None to save a copy.
class AutoField(Field[int]):
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...
    def __set__(self, instance: object, value: int | str | None) -> None: ...
    def db_type(self, connection: Any) -> str: ...
    def rel_db_type(self, connection: Any) -> str: ...

class BigAutoField(AutoField): ...
class SmallAutoField(AutoField): ...

class IntegerField(Field[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> IntegerField[int | None]: ...
    @overload
    def __init__(
        self: IntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: IntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Int | float | decimal.Decimal | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class SmallIntegerField(IntegerField[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> SmallIntegerField[int | None]: ...
    @overload
    def __init__(
        self: SmallIntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: SmallIntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class BigIntegerField(IntegerField[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> BigIntegerField[int | None]: ...
    @overload
    def __init__(
        self: BigIntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: BigIntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class PositiveIntegerField(IntegerField[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> PositiveIntegerField[int | None]: ...
    @overload
    def __init__(
        self: PositiveIntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: PositiveIntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class PositiveSmallIntegerField(PositiveIntegerField[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> PositiveSmallIntegerField[int | None]: ...
    @overload
    def __init__(
        self: PositiveSmallIntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: PositiveSmallIntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class PositiveBigIntegerField(PositiveIntegerField[_Int]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> PositiveBigIntegerField[int | None]: ...
    @overload
    def __init__(
        self: PositiveBigIntegerField[int],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: PositiveBigIntegerField[int | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class FloatField(Field[_Float]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> FloatField[float | None]: ...
    @overload
    def __init__(
        self: FloatField[float],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: FloatField[float | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Float | decimal.Decimal | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class DecimalField(Field[_Decimal]):
    max_digits: int
    decimal_places: int
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DecimalField[decimal.Decimal | None]: ...
    @overload
    def __init__(
        self: DecimalField[decimal.Decimal],
        max_digits: int = 10,
        decimal_places: int = 2,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: DecimalField[decimal.Decimal | None],
        max_digits: int = 10,
        decimal_places: int = 2,
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        max_digits: int = 10,
        decimal_places: int = 2,
        *,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    def __set__(
        self, instance: object, value: _Decimal | float | decimal.Decimal | str
    ) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class CharField(Field[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> CharField[str | None]: ...
    @overload
    def __init__(
        self: CharField[str],
        max_length: int = 255,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self: CharField[str | None],
        max_length: int = 255,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self, max_length: int = 255, *, null: bool = False, **kwargs: Unpack[_OptionsWithName]
    ) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class TextField(Field[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> TextField[str | None]: ...
    @overload
    def __init__(
        self: TextField[str],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: TextField[str | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class BooleanField(Field[_Bool]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> BooleanField[bool | None]: ...
    @overload
    def __init__(
        self: BooleanField[bool],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: BooleanField[bool | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Bool | int | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class NullBooleanField(BooleanField[bool | None]):
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(self, *, null: bool = True, **kwargs: Unpack[_AllOptions]) -> None: ...

class DateField(Field[_Date]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> DateField[datetime.date | None]: ...
    @overload
    def __init__(
        self: DateField[datetime.date],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: DateField[datetime.date | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Date | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class TimeField(Field[_Time]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> TimeField[datetime.time | None]: ...
    @overload
    def __init__(
        self: TimeField[datetime.time],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: TimeField[datetime.time | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Time | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

def _settings_use_tz() -> bool: ...
def _settings_default_tz() -> datetime.tzinfo: ...

class DateTimeField(Field[_DateTime]):
    auto_now: bool
    auto_now_add: bool
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DateTimeField[datetime.datetime | None]: ...
    @overload
    def __init__(
        self: DateTimeField[datetime.datetime],
        auto_now: bool = False,
        auto_now_add: bool = False,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: DateTimeField[datetime.datetime | None],
        auto_now: bool = False,
        auto_now_add: bool = False,
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        auto_now: bool = False,
        auto_now_add: bool = False,
        *,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    def _make_aware(self, value: datetime.datetime) -> datetime.datetime: ...
    def __set__(self, instance: object, value: _DateTime | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class EmailField(CharField[_Str]):
    EMAIL_RE: ClassVar[re.Pattern[str]]
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> EmailField[str | None]: ...
    @overload
    def __init__(
        self: EmailField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: EmailField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

class URLField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> URLField[str | None]: ...
    @overload
    def __init__(
        self: URLField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: URLField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

class SlugField(CharField[_Str]):
    SLUG_RE: ClassVar[re.Pattern[str]]
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> SlugField[str | None]: ...
    @overload
    def __init__(
        self: SlugField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: SlugField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

def uuid7() -> uuid.UUID: ...

class UUIDField(Field[_UUID]):
    version: int | None
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> UUIDField[uuid.UUID | None]: ...
    @overload
    def __init__(
        self: UUIDField[uuid.UUID],
        *,
        version: Literal[4, 7] | None = None,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: UUIDField[uuid.UUID | None],
        *,
        version: Literal[4, 7] | None = None,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        version: Literal[4, 7] | None = None,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    def __set__(self, instance: object, value: _UUID | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class IPAddressField(Field[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> IPAddressField[str | None]: ...
    @overload
    def __init__(
        self: IPAddressField[str],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: IPAddressField[str | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Str | int | ipaddress.IPv4Address) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class GenericIPAddressField(Field[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> GenericIPAddressField[str | None]: ...
    @overload
    def __init__(
        self: GenericIPAddressField[str],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: GenericIPAddressField[str | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(
        self, instance: object, value: _Str | int | ipaddress.IPv4Address | ipaddress.IPv6Address
    ) -> None: ...
    def db_type(self, connection: Any) -> str: ...

# A text is taken for JSON: `to_python` parses it.
class JSONField(Field[_JSON]):
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(
        self: JSONField[Any],
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _JSON | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class ArrayField(Field[_List]):
    base_field: Field[Any]
    @overload
    def __new__(
        cls, base_field: Field[_Item], *, null: Literal[False] = False, **kwargs: Any
    ) -> ArrayField[list[_Item]]: ...
    @overload
    def __new__(
        cls, base_field: Field[_Item], *, null: bool, **kwargs: Any
    ) -> ArrayField[list[_Item] | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> ArrayField[_List | None]: ...
    @overload
    def __init__(
        self: ArrayField[list[_Item]],
        base_field: Field[_Item],
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: ArrayField[list[_Item] | None],
        base_field: Field[_Item],
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self, base_field: Field[Any], *, null: bool = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    def __set__(self, instance: object, value: _List | tuple[Any, ...] | Iterator[Any]) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class HStoreField(Field[_HStore]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> HStoreField[dict[str, str | None] | None]: ...
    @overload
    def __init__(
        self: HStoreField[dict[str, str | None]],
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: HStoreField[dict[str, str | None] | None],
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...
    def __set__(self, instance: object, value: _HStore | dict[str, Any] | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

# `null` is true by default, but only so that nobody asks for a value: whether the expression can
# give NULL is what the output field, or an explicit `null=True`, says.
class GeneratedField(Field[_Generated]):
    GENERATED_EXPR_ALLOWED_RE: ClassVar[re.Pattern[str]]
    expression: str
    output_field: Field[Any]
    stored: bool
    @overload
    def __new__(
        cls,
        *,
        expression: str,
        output_field: Field[_Item],
        stored: bool = True,
        null: Literal[False] = False,
        **kwargs: Any,
    ) -> GeneratedField[_Item]: ...
    @overload
    def __new__(
        cls,
        *,
        expression: str,
        output_field: Field[_Item],
        stored: bool = True,
        null: bool,
        **kwargs: Any,
    ) -> GeneratedField[_Item | None]: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> GeneratedField[_Generated | None]: ...
    @overload
    def __init__(
        self: GeneratedField[_Item],
        *,
        expression: str,
        output_field: Field[_Item],
        stored: bool = True,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: GeneratedField[_Item | None],
        *,
        expression: str,
        output_field: Field[_Item],
        stored: bool = True,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        expression: str,
        output_field: Field[Any],
        stored: bool = True,
        null: bool = ...,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    # Only the database computes it.
    def __set__(self, instance: NoReturn, value: Any) -> None: ...  # type: ignore[override]
    def db_type(self, connection: Any) -> str: ...

class FilePathField(CharField[_Str]):
    path: str
    match: str | None
    recursive: bool
    allow_files: bool
    allow_folders: bool
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> FilePathField[str | None]: ...
    @overload
    def __init__(
        self: FilePathField[str],
        path: str = "",
        *,
        match: str | None = None,
        recursive: bool = False,
        allow_files: bool = True,
        allow_folders: bool = False,
        max_length: int = 100,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self: FilePathField[str | None],
        path: str = "",
        *,
        match: str | None = None,
        recursive: bool = False,
        allow_files: bool = True,
        allow_folders: bool = False,
        max_length: int = 100,
        null: bool,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self,
        path: str = "",
        *,
        match: str | None = None,
        recursive: bool = False,
        allow_files: bool = True,
        allow_folders: bool = False,
        max_length: int = 100,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...

class BinaryField(Field[_Bytes]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> BinaryField[bytes | None]: ...
    @overload
    def __init__(
        self: BinaryField[bytes],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: BinaryField[bytes | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Bytes | bytearray | memoryview) -> None: ...
    def db_type(self, connection: Any) -> str: ...

# Reading gives a `FieldFile` always, a false one where there is no file. None means no file, though
# only a column with `null=True` can store it.
class FileField(Field[FieldFile]):
    uses_class_descriptor: bool
    upload_to: str | Callable[[Any, str], str]
    max_length: int
    _storage_arg: str | Storage | None
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(
        self,
        upload_to: str | Callable[[Any, str], str] = "",
        *,
        storage: str | Storage | None = None,
        max_length: int = 255,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @property
    def storage(self) -> Storage: ...
    def _render_target_name(self, instance: Any, filename: str) -> str: ...
    def __set__(self, instance: object, value: File | str | None) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class ImageField(FileField):
    @staticmethod
    def _validate_is_image(file_obj: Any) -> None: ...

class DurationField(Field[_Duration]):
    _MICROS_PER_SECOND: ClassVar[int]
    @classmethod
    def _parse_iso8601(cls, value: str) -> datetime.timedelta: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DurationField[datetime.timedelta | None]: ...
    @overload
    def __init__(
        self: DurationField[datetime.timedelta],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: DurationField[datetime.timedelta | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Duration | float | str) -> None: ...
    def db_type(self, connection: Any) -> str: ...

# `EnumField[Status]` is a `Status`; a nullable one is an `EnumField[Status | None]`.
class EnumField(Field[_TEnum]):
    enum_cls: type[enum.Enum]
    native: bool
    type_name: str
    max_length: int | None
    _is_string: bool
    _STRING_DEFAULT_MAX: ClassVar[int]
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, enum_cls: type[_Member], *, null: bool, **kwargs: Any
    ) -> EnumField[_Member | None]: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> EnumField[_TEnum | None]: ...
    @overload
    def __init__(
        self: EnumField[_Member],
        enum_cls: type[_Member],
        *,
        max_length: int | None = None,
        native: bool = False,
        type_name: str | None = None,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self: EnumField[_Member | None],
        enum_cls: type[_Member],
        *,
        max_length: int | None = None,
        native: bool = False,
        type_name: str | None = None,
        null: bool,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self,
        enum_cls: type[enum.Enum],
        *,
        max_length: int | None = None,
        native: bool = False,
        type_name: str | None = None,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    def __set__(self, instance: object, value: _TEnum | str | int) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class CITextField(TextField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> CITextField[str | None]: ...
    @overload
    def __init__(
        self: CITextField[str],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: CITextField[str | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class Range(Generic[_Bound]):
    lower: _Bound | None
    upper: _Bound | None
    bounds: str
    def __init__(
        self,
        lower: _Bound | None = None,
        upper: _Bound | None = None,
        bounds: Literal["[)", "(]", "[]", "()"] = "[)",
    ) -> None: ...
    @property
    def lower_inc(self) -> bool: ...
    @property
    def upper_inc(self) -> bool: ...
    def is_empty(self) -> bool: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

def _format_range_endpoint(value: Any) -> str: ...

class RangeField(Field[_Range]):
    range_type: str
    @staticmethod
    def _parse_literal(text: str) -> Range[Any] | None: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> RangeField[Range[Any] | None]: ...
    @overload
    def __init__(
        self: RangeField[Range[Any]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: RangeField[Range[Any] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(
        self,
        instance: object,
        value: _Range | tuple[Any, Any] | tuple[Any, Any, str] | list[Any] | _RangeLike,
    ) -> None: ...
    def db_type(self, connection: Any) -> str: ...

class IntegerRangeField(RangeField[_IntRange]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> IntegerRangeField[Range[int] | None]: ...
    @overload
    def __init__(
        self: IntegerRangeField[Range[int]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: IntegerRangeField[Range[int] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class BigIntegerRangeField(IntegerRangeField[_IntRange]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> BigIntegerRangeField[Range[int] | None]: ...
    @overload
    def __init__(
        self: BigIntegerRangeField[Range[int]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: BigIntegerRangeField[Range[int] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class DecimalRangeField(RangeField[_DecimalRange]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DecimalRangeField[Range[decimal.Decimal] | None]: ...
    @overload
    def __init__(
        self: DecimalRangeField[Range[decimal.Decimal]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: DecimalRangeField[Range[decimal.Decimal] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class DateRangeField(RangeField[_DateRange]):
    @staticmethod
    def _coerce_date(v: Any) -> datetime.date | None: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DateRangeField[Range[datetime.date] | None]: ...
    @overload
    def __init__(
        self: DateRangeField[Range[datetime.date]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: DateRangeField[Range[datetime.date] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class DateTimeRangeField(RangeField[_DateTimeRange]):
    @staticmethod
    def _coerce_dt(v: Any) -> datetime.datetime | None: ...
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> DateTimeRangeField[Range[datetime.datetime] | None]: ...
    @overload
    def __init__(
        self: DateTimeRangeField[Range[datetime.datetime]],
        verbose_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: DateTimeRangeField[Range[datetime.datetime] | None],
        verbose_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

# A relation is generic in the row that reading gives: `ForeignKey[Author]`, or
# `ForeignKey[Author | None]` with `null=True`. A target that is a text gives Any, unless an
# annotation names it: `author: ForeignKey[Author] = ForeignKey("Author")`.
# The key of a foreign key, `author_id`: generic here, so that it can be declared.
class _ForeignKeyIdDescriptor(Generic[_T]):
    attname: str
    def __init__(self, attname: str) -> None: ...
    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> _T: ...
    def __set__(self, instance: object, value: _T) -> None: ...

class RelatedField(Field[_Related]):
    remote_field_to: type[Model] | str
    on_delete: str
    related_name: str | None
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(
        self,
        to: type[Model] | str,
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    # A row, or the key of one.
    def __set__(self, instance: object, value: _Related | int | str | uuid.UUID) -> None: ...
    def _resolve_related_model(self) -> Any: ...
    def db_type(self, connection: Any) -> str: ...

_pending_reverse_relations: list[tuple[Any, ...]]

class ForeignKey(RelatedField[_Related]):
    @overload
    def __new__(
        cls,
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Any,
    ) -> ForeignKey[_Row]: ...
    @overload
    def __new__(
        cls,
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: bool,
        **kwargs: Any,
    ) -> ForeignKey[_Row | None]: ...
    @overload
    def __new__(
        cls,
        to: str,
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: Literal[True],
        **kwargs: Any,
    ) -> ForeignKey[Any | None]: ...
    @overload
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    @overload
    def __init__(
        self: ForeignKey[_Row],
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: ForeignKey[_Row | None],
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: ForeignKey[Any],
        to: str,
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: ForeignKey[Any | None],
        to: str,
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        to: type[Model] | str,
        on_delete: _OnDelete = "CASCADE",
        related_name: str | None = None,
        *,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...

class OneToOneField(RelatedField[_Related]):
    @overload
    def __new__(
        cls,
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: Literal[False] = False,
        **kwargs: Any,
    ) -> OneToOneField[_Row]: ...
    @overload
    def __new__(
        cls,
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: bool,
        **kwargs: Any,
    ) -> OneToOneField[_Row | None]: ...
    @overload
    def __new__(
        cls,
        to: str,
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: Literal[True],
        **kwargs: Any,
    ) -> OneToOneField[Any | None]: ...
    @overload
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    @overload
    def __init__(
        self: OneToOneField[_Row],
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: OneToOneField[_Row | None],
        to: type[_Row],
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: OneToOneField[Any],
        to: str,
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: OneToOneField[Any | None],
        to: str,
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        to: type[Model] | str,
        on_delete: _OnDelete = "CASCADE",
        *,
        related_name: str | None = None,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...

class ManyToManyField(Field[ManyRelatedManager[_Target]]):
    remote_field_to: type[Model] | str
    through: str | None
    related_name: str | None
    @overload
    def __new__(cls, to: type[_Row], *args: Any, **kwargs: Any) -> ManyToManyField[_Row]: ...
    @overload
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    @overload
    def __init__(
        self: ManyToManyField[_Row],
        to: type[_Row],
        through: str | None = None,
        related_name: str | None = None,
        *,
        null: bool = True,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: ManyToManyField[Any],
        to: str,
        through: str | None = None,
        related_name: str | None = None,
        *,
        null: bool = True,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        to: type[Model] | str,
        through: str | None = None,
        related_name: str | None = None,
        *,
        null: bool = True,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    def _resolve_related_model(self) -> Any: ...
    def _get_through_table(self) -> str: ...
    def _get_through_columns(self) -> tuple[str, str]: ...
    # The class puts a descriptor in the field's place.
    @overload  # type: ignore[override]
    def __get__(self, instance: None, owner: type[Any]) -> ManyToManyDescriptor[_Target]: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> ManyRelatedManager[_Target]: ...
    # Its `set()` replaces the rows.
    def __set__(self, instance: NoReturn, value: Any) -> None: ...  # type: ignore[override]
