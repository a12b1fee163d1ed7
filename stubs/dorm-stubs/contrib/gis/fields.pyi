from dataclasses import dataclass
from typing import Any, Literal, overload

from dorm.fields import Field, _OptionsWithLength
from typing_extensions import Self, TypeVar, Unpack

_Geom = TypeVar("_Geom", default=Geom)

@dataclass(frozen=True)
class Geom:
    kind: str
    coordinates: Any
    srid: int = 4326
    def to_wkt(self) -> str: ...
    def to_ewkt(self) -> str: ...
    def to_geojson(self) -> dict[str, Any]: ...
    @classmethod
    def from_geojson(cls, blob: str | dict[str, Any]) -> Geom: ...
    @classmethod
    def point(cls, x: float, y: float, *, srid: int = 4326) -> Geom: ...
    @classmethod
    def polygon(cls, rings: list[list[list[float]]], *, srid: int = 4326) -> Geom: ...
    @classmethod
    def linestring(cls, points: list[list[float]], *, srid: int = 4326) -> Geom: ...
    @staticmethod
    def bootstrap_sqlite(connection: Any) -> None: ...

def _wkt(kind: str, coords: Any) -> str: ...

class GeometryField(Field[_Geom]):
    srid: int
    dim: int
    _gis_kind: str
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> GeometryField[Geom | None]: ...
    @overload
    def __init__(
        self: GeometryField[Geom],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: GeometryField[Geom | None],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    def __set__(self, instance: object, value: _Geom | dict[str, Any] | str) -> None: ...

class PointField(GeometryField[_Geom]):
    _gis_kind: str
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> PointField[Geom | None]: ...
    @overload
    def __init__(
        self: PointField[Geom],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: PointField[Geom | None],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class PolygonField(GeometryField[_Geom]):
    _gis_kind: str
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> PolygonField[Geom | None]: ...
    @overload
    def __init__(
        self: PolygonField[Geom],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: PolygonField[Geom | None],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

class LineStringField(GeometryField[_Geom]):
    _gis_kind: str
    @overload
    def __new__(cls, *args: Any, null: Literal[False] = False, **kwargs: Any) -> Self: ...
    @overload
    def __new__(cls, *args: Any, null: bool, **kwargs: Any) -> LineStringField[Geom | None]: ...
    @overload
    def __init__(
        self: LineStringField[Geom],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: Literal[False] = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self: LineStringField[Geom | None],
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...
    @overload
    def __init__(
        self,
        verbose_name: str | None = None,
        *,
        srid: int = 4326,
        dim: Literal[2, 3] = 2,
        null: bool = False,
        **kwargs: Unpack[_OptionsWithLength],
    ) -> None: ...

def _parse_wkt(s: str) -> Geom: ...

__all__ = ["Geom", "GeometryField", "LineStringField", "PointField", "PolygonField"]
