from sqliter.orm.fields import ForeignKey

__all__ = ["ForeignKey"]
