import re
from typing import Literal

from dorm.expressions import Q

# In lower or in upper case.
_Method = Literal[
    "btree",
    "hash",
    "gin",
    "gist",
    "brin",
    "spgist",
    "bloom",
    "hnsw",
    "ivfflat",
    "BTREE",
    "HASH",
    "GIN",
    "GIST",
    "BRIN",
    "SPGIST",
    "BLOOM",
    "HNSW",
    "IVFFLAT",
]

_VALID_METHODS: frozenset[str]

_EXPRESSION_RE: re.Pattern[str]

def _validate_index_expression(expr: str) -> str: ...

class Index:
    fields: list[str]
    method: str
    condition: Q | None
    opclasses: list[str]
    include: list[str]
    unique: bool
    _name: str | None
    def __init__(
        self,
        fields: list[str],
        name: str | None = None,
        unique: bool = False,
        *,
        method: _Method = "btree",
        condition: Q | None = None,
        opclasses: list[str] | None = None,
        include: list[str] | None = None,
    ) -> None: ...
    def get_name(self, model_name: str) -> str: ...
    @property
    def name(self) -> str: ...
    def _column_sql(self) -> str: ...
    def create_sql(self, table: str, *, vendor: str = "sqlite") -> tuple[str, str]: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
