from .crud import CRUDMixin
from .m2m import Many2ManyMixin
from .relations import RelationsMixin

__all__ = ["CRUDMixin", "Many2ManyMixin", "RelationsMixin"]
