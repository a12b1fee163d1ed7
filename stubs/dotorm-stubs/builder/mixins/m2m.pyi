from typing import Any, Literal

from ...model import DotModel

class Many2ManyMixin:
    __slots__ = ()
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
