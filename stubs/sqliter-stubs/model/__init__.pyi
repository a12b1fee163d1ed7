from typing import Any

from typing_extensions import deprecated

from .foreign_key import ForeignKey, ForeignKeyInfo, get_foreign_key_info
from .model import BaseDBModel, SerializableField
from .unique import unique

@deprecated("Use 'unique' instead. Will be removed in a future version.")
def Unique(default: Any = ..., **kwargs: Any) -> Any: ...

__all__ = [
    "BaseDBModel",
    "ForeignKey",
    "ForeignKeyInfo",
    "SerializableField",
    "Unique",
    "get_foreign_key_info",
    "unique",
]
