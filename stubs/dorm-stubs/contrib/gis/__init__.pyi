from dorm.contrib.gis.fields import (
    Geom,
    GeometryField,
    LineStringField,
    PointField,
    PolygonField,
)
from dorm.contrib.gis.lookups import GISLookupMixin

__all__ = [
    "GISLookupMixin",
    "Geom",
    "GeometryField",
    "LineStringField",
    "PointField",
    "PolygonField",
]
