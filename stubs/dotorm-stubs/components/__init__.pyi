from .dialect import MYSQL, POSTGRES, Dialect, get_dialect
from .filter_parser import FilterExpression, FilterParser, FilterTriplet

__all__ = [
    "MYSQL",
    "POSTGRES",
    "Dialect",
    "FilterExpression",
    "FilterParser",
    "FilterTriplet",
    "get_dialect",
]
