from collections.abc import Iterable, Sequence
from typing import Any, Literal, overload

from dorm.fields import Field, _AllOptions
from typing_extensions import Self, TypeVar, Unpack

def _pack_float32(seq: Sequence[float]) -> bytes: ...
def _unpack_float32(data: bytes) -> list[float]: ...

_Vector = TypeVar("_Vector", default=list[float])

class VectorField(Field[_Vector]):
    dimensions: int
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> VectorField[list[float] | None]: ...
    @overload
    def __init__(
        self: VectorField[list[float]],
        dimensions: int,
        *,
        null: Literal[False] = False,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: VectorField[list[float] | None],
        dimensions: int,
        *,
        null: bool,
        **kwargs: Unpack[_AllOptions],
    ) -> None: ...
    @overload
    def __init__(
        self, dimensions: int, *, null: bool = False, **kwargs: Unpack[_AllOptions]
    ) -> None: ...
    @staticmethod
    def _coerce_sequence(value: Any) -> Sequence[Any]: ...
    def __set__(
        self,
        instance: object,
        value: _Vector | Iterable[float] | bytes | bytearray | memoryview | str,
    ) -> None: ...
