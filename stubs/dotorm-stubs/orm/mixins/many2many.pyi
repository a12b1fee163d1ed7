from typing import Any, Literal, TypeVar

from ...databases.abstract.session import SessionAbstract
from ...decorators import hybridmethod
from ...fields import Field, Many2many
from ...model import DotModel

_ModelT = TypeVar("_ModelT", bound=DotModel)

class OrmMany2manyMixin:
    @classmethod
    async def get_many2many(
        cls,
        id: int,
        comodel: type[_ModelT],
        relation: str,
        column1: str,
        column2: str,
        fields: list[str] | None = None,
        order: Literal["desc", "asc"] = "desc",
        start: int | None = None,
        end: int | None = None,
        sort: str = "id",
        limit: int | None = 10,
        session: SessionAbstract | None = None,
    ) -> list[_ModelT]: ...
    # `Article.tags` is the field. Where the model declares `tags: list[Tag]`, checkers take that for
    # the type of the class's attribute as well.
    @hybridmethod
    async def link_many2many(
        self,
        field: Many2many[Any] | list[Any],
        values: list[Any],
        session: SessionAbstract | None = None,
    ) -> None: ...
    @classmethod
    async def unlink_many2many(
        cls,
        field: Many2many[Any] | list[Any],
        ids: list[int],
        session: SessionAbstract | None = None,
    ) -> Any: ...
    @classmethod
    async def _records_list_get_relation(
        cls,
        session: SessionAbstract,
        fields_relation: list[tuple[str, Field[Any]]],
        records: list[Any],
        fields_nested: dict[str, list[str]] | None = None,
    ) -> None: ...
