"""The models by name, for relations between modules that can't import each other."""

from crm.models.partners import Partner
from crm.models.stock import Move, Place, Stock, Unit, Warehouse
from crm.models.users import User


class Models:
    partner = Partner
    user = User
    warehouse = Warehouse
    place = Place
    unit = Unit
    stock = Stock
    move = Move
