from typing import Any

from ..components.dialect import Dialect
from ..components.filter_parser import FilterParser
from ..fields import Field
from .mixins import CRUDMixin, Many2ManyMixin, RelationsMixin

class Builder(CRUDMixin, Many2ManyMixin, RelationsMixin):
    __slots__ = ("dialect", "fields", "filter_parser", "table")
    table: str
    fields: dict[str, Field[Any]]
    dialect: Dialect
    filter_parser: FilterParser
    def __init__(self, table: str, fields: dict[str, Field[Any]], dialect: Dialect) -> None: ...
    def get_store_fields(self) -> list[str]: ...
