from typing import Any, ClassVar

from pydantic import Field
from sqliter.model.model import BaseDBModel as _BaseDBModel
from sqliter.orm.fields import ForeignKey
from sqliter.orm.m2m import ManyToMany

__all__ = ["BaseDBModel"]

# Left out on purpose: the runtime's `__getattribute__` and `__setattr__` would hide every
# misspelt attribute, its `__init__(**kwargs)` and `model_dump(**kwargs)` every misspelt keyword.
class BaseDBModel(_BaseDBModel):
    fk_descriptors: ClassVar[dict[str, ForeignKey[Any]]]
    m2m_descriptors: ClassVar[dict[str, ManyToMany[Any]]]
    db_context: Any | None = Field(default=None, exclude=True)
    # In a row's `__dict__`, from when a foreign key was read, or relations were prefetched.
    @property
    def _fk_cache(self) -> dict[str, Any]: ...
    @property
    def _prefetch_cache(self) -> dict[str, list[Any]]: ...
    def _handle_reverse_m2m_set(self, name: str, value: object) -> bool: ...
    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None: ...
    @classmethod
    def _setup_orm_fields(cls) -> None: ...
