"""A function makes a global of its own."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from books import Loan as _Loan


class Reader(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        loans: ClassVar[ReverseRelationship["_Loan"]]


def set_up() -> None:
    global Loan
    Loan = "until Monday"


def remind() -> str:
    return Loan
