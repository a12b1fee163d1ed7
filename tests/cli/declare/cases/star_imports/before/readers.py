"""A function makes a global of its own."""

from sqliter.orm import BaseDBModel


class Reader(BaseDBModel):
    name: str


def set_up() -> None:
    global Loan
    Loan = "until Monday"


def remind() -> str:
    return Loan
