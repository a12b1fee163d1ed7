from typing import Any, Literal, Protocol, runtime_checkable

from ..components.dialect import Dialect
from ..components.filter_parser import FilterExpression, FilterParser
from ..fields import Field
from ..model import DotModel

@runtime_checkable
class BuilderProtocol(Protocol):
    table: str
    fields: dict[str, Field[Any]]
    dialect: Dialect
    filter_parser: FilterParser
    def get_store_fields(self) -> list[str]: ...
    def build_search(
        self,
        fields: list[str] | None = None,
        start: int | None = None,
        end: int | None = None,
        limit: int = 80,
        order: Literal["DESC", "ASC", "desc", "asc"] = "DESC",
        sort: str = "id",
        filter: FilterExpression | None = None,
        raw: bool = False,
    ) -> tuple[str, tuple[Any, ...]]: ...
    def build_get_many2many_multiple(
        self,
        ids: list[int],
        relation_table: type[DotModel],
        many2many_table: str,
        column1: str,
        column2: str,
        fields: list[str] | None = None,
        limit: int = 80,
    ) -> tuple[str, tuple[Any, ...]]: ...
    def build_get_many2many(
        self,
        id: int,
        relation_table: type[DotModel],
        many2many_table: str,
        column1: str,
        column2: str,
        fields: list[str],
        order: Literal["desc", "asc"] = "desc",
        start: int | None = None,
        end: int | None = None,
        sort: str = "id",
        limit: int | None = 10,
    ) -> tuple[str, tuple[Any, ...]]: ...
