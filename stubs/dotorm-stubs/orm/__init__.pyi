from .mixins import (
    DDLMixin,
    OrmMany2manyMixin,
    OrmPrimaryMixin,
    OrmRelationsMixin,
)

__all__ = ["DDLMixin", "OrmMany2manyMixin", "OrmPrimaryMixin", "OrmRelationsMixin"]
