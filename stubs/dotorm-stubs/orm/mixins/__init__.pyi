from .ddl import DDLMixin
from .many2many import OrmMany2manyMixin
from .primary import OrmPrimaryMixin
from .relations import OrmRelationsMixin

__all__ = ["DDLMixin", "OrmMany2manyMixin", "OrmPrimaryMixin", "OrmRelationsMixin"]
