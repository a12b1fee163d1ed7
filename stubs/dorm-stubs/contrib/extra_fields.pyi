import decimal
import re
from dataclasses import dataclass
from typing import Any, Literal, overload

from dorm.fields import CharField, DecimalField, JSONField, _AllOptions
from typing_extensions import Self, TypeVar, Unpack

_Money = TypeVar("_Money", default=Money)
_Str = TypeVar("_Str", default=str)
_Decimal = TypeVar("_Decimal", default=decimal.Decimal)
_JSON = TypeVar("_JSON", default=Any)

@dataclass(frozen=True)
class Money:
    amount: decimal.Decimal
    currency: str
    def __post_init__(self) -> None: ...

class MoneyField(DecimalField[_Money]):
    currency: str
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> MoneyField[Money | None]: ...
    @overload
    def __init__(
        self: MoneyField[Money],
        *,
        currency: str = "USD",
        max_digits: int = 20,
        decimal_places: int = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: MoneyField[Money | None],
        *,
        currency: str = "USD",
        max_digits: int = 20,
        decimal_places: int = 2,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        currency: str = "USD",
        max_digits: int = 20,
        decimal_places: int = 2,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    def from_db_value(self, value: Any, *_args: Any) -> Any: ...

_SEMVER_RE: re.Pattern[str]

class SemverField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> SemverField[str | None]: ...
    @overload
    def __init__(
        self: SemverField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: SemverField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

_PHONE_RE: re.Pattern[str]

class PhoneField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> PhoneField[str | None]: ...
    @overload
    def __init__(
        self: PhoneField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: PhoneField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

_COLOR_RE: re.Pattern[str]

class ColorField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> ColorField[str | None]: ...
    @overload
    def __init__(
        self: ColorField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: ColorField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

class JSONSchemaField(JSONField[_JSON]):
    schema: dict[str, Any]
    _validator_cls: Any
    _validator: Any
    def __init__(
        self: JSONSchemaField[Any],
        *,
        schema: dict[str, Any],
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...

_IP_RANGE_RE: re.Pattern[str]

class IPRangeField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> IPRangeField[str | None]: ...
    @overload
    def __init__(
        self: IPRangeField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: IPRangeField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

_TZ_RE: re.Pattern[str]

class TimezoneField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> TimezoneField[str | None]: ...
    @overload
    def __init__(
        self: TimezoneField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: TimezoneField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

class PathField(CharField[_Str]):
    allow_traversal: bool
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> PathField[str | None]: ...
    @overload
    def __init__(
        self: PathField[str],
        *,
        allow_traversal: bool = False,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: PathField[str | None],
        *,
        allow_traversal: bool = False,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self, *, allow_traversal: bool = False, null: bool = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...

class PercentageField(DecimalField[_Decimal]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(
        cls, *args: Any, null: bool, **kwargs: Any
    ) -> PercentageField[decimal.Decimal | None]: ...
    @overload
    def __init__(
        self: PercentageField[decimal.Decimal],
        *,
        max_digits: int = 5,
        decimal_places: int = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: PercentageField[decimal.Decimal | None],
        *,
        max_digits: int = 5,
        decimal_places: int = 2,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        max_digits: int = 5,
        decimal_places: int = 2,
        null: bool = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...

_ISO_3166: frozenset[str]

class CountryField(CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> CountryField[str | None]: ...
    @overload
    def __init__(
        self: CountryField[str], *, null: Literal[False] = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(
        self: CountryField[str | None], *, null: bool, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @overload
    def __init__(self, *, null: bool = False, **kwargs: Unpack[_AllOptions]) -> None: ...

def autoslug(source_field: str) -> Any: ...

__all__ = [
    "ColorField",
    "CountryField",
    "IPRangeField",
    "JSONSchemaField",
    "Money",
    "MoneyField",
    "PathField",
    "PercentageField",
    "PhoneField",
    "SemverField",
    "TimezoneField",
    "autoslug",
]
