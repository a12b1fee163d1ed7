from dorm.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from dorm.contrib.contenttypes.models import ContentType

__all__ = ["ContentType", "GenericForeignKey", "GenericRelation"]
