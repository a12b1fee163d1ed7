from sqliter.orm.model import BaseDBModel as SyncBaseDBModel

__all__ = ["AsyncBaseDBModel"]

# Without the runtime's `__getattribute__`, as in `sqliter.orm.model`.
class AsyncBaseDBModel(SyncBaseDBModel): ...
