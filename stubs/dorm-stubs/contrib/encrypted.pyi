from collections.abc import Callable
from typing import Any, Literal, overload

from dorm.fields import CharField, TextField, _OptionsWithLength, _OptionsWithName
from dorm.models import Model
from typing_extensions import Self, TypeVar, Unpack

def _import_aesgcm() -> Any: ...
def _resolve_keys() -> list[bytes]: ...
def _decode_key(key: str | bytes) -> bytes: ...
def _deterministic_nonce(key: bytes, plaintext: bytes) -> bytes: ...
def _encrypt(value: str | None, *, deterministic: bool) -> str | None: ...
def _decrypt(stored: str | None) -> str | None: ...

_Str = TypeVar("_Str", default=str)

class EncryptedFieldMixin:
    deterministic: bool
    def __init__(self, *args: Any, deterministic: bool = True, **kwargs: Any) -> None: ...
    def get_prep_value(self, value: Any) -> Any: ...
    def get_db_prep_value(self, value: Any) -> Any: ...
    def from_db_value(self, value: Any, *_args: Any) -> Any: ...
    def to_python(self, value: Any) -> Any: ...

def rotate_encryption_keys(
    model_cls: type[Model],
    fields: list[str] | None = None,
    *,
    batch_size: int = 500,
    progress: Callable[[int, int], object] | None = None,
) -> int: ...
async def arotate_encryption_keys(
    model_cls: type[Model],
    fields: list[str] | None = None,
    *,
    batch_size: int = 500,
    progress: Callable[[int, int], object] | None = None,
) -> int: ...

class EncryptedCharField(EncryptedFieldMixin, CharField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> EncryptedCharField[str | None]: ...
    @overload
    def __init__(
        self: EncryptedCharField[str],
        max_length: int = 255,
        *,
        deterministic: bool = True,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self: EncryptedCharField[str | None],
        max_length: int = 255,
        *,
        deterministic: bool = True,
        null: bool,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...
    @overload
    def __init__(
        self,
        max_length: int = 255,
        *,
        deterministic: bool = True,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithName],
    ) -> None: ...

class EncryptedTextField(EncryptedFieldMixin, TextField[_Str]):
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> EncryptedTextField[str | None]: ...
    @overload
    def __init__(
        self: EncryptedTextField[str],
        verbose_name: str | None = None,
        *,
        deterministic: bool = True,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: EncryptedTextField[str | None],
        verbose_name: str | None = None,
        *,
        deterministic: bool = True,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        deterministic: bool = True,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

__all__ = [
    "EncryptedCharField",
    "EncryptedFieldMixin",
    "EncryptedTextField",
    "arotate_encryption_keys",
    "rotate_encryption_keys",
]
