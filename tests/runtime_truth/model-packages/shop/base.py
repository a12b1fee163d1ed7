"""The application's own base model, and its own names for the library's constructors."""

from sqliter.orm import BaseDBModel
from sqliter.orm import ForeignKey as Link


class Entity(BaseDBModel):
    pass


__all__ = ["Entity", "Link"]
