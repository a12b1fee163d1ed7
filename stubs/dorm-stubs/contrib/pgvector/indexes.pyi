from typing import Any, Literal

from dorm.expressions import Q
from dorm.indexes import Index

_VECTOR_OPCLASSES: frozenset[str]

class _VectorIndexBase(Index):
    with_options: dict[str, Any]
    def __init__(
        self,
        *,
        fields: list[str],
        name: str | None = None,
        opclass: Literal["vector_l2_ops", "vector_cosine_ops", "vector_ip_ops"] = "vector_l2_ops",
        condition: Q | None = None,
        **storage: Any,
    ) -> None: ...

class HnswIndex(_VectorIndexBase): ...
class IvfflatIndex(_VectorIndexBase): ...
