"""Bodies of all kinds."""
from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

class Dots(BaseDBModel):  # nothing to say
    if TYPE_CHECKING:
        all: ClassVar[ReverseRelationship["Everything"]]

class Passes(BaseDBModel):
    if TYPE_CHECKING:
        all: ClassVar[ReverseRelationship["Everything"]]

class Documented(BaseDBModel):
    """Only words."""

    if TYPE_CHECKING:
        all: ClassVar[ReverseRelationship["Everything"]]

class OnOneLine(BaseDBModel):
    name: str
    age: int

    if TYPE_CHECKING:
        all: ClassVar[ReverseRelationship["Everything"]]

class Commented(BaseDBModel):
    name: str
    # The end of the body.

    # Another remark.

    if TYPE_CHECKING:
        all: ClassVar[ReverseRelationship["Everything"]]


# About the next class.
class TwoSpaces(BaseDBModel):
  name: str

  def hello(self) -> str:
    return "hello"

  if TYPE_CHECKING:
    all: ClassVar[ReverseRelationship["Everything"]]

class Group:
    label = "group"

    class Inner(BaseDBModel):
        name: str

        if TYPE_CHECKING:
            all: ClassVar[ReverseRelationship["Everything"]]
    class Other(BaseDBModel):
        if TYPE_CHECKING:
            all: ClassVar[ReverseRelationship["Everything"]]

class Everything(BaseDBModel):
    dots: ForeignKey[Dots] = ForeignKey(Dots, related_name="all")
    passes: ForeignKey[Passes] = ForeignKey(Passes, related_name="all")
    documented: ForeignKey[Documented] = ForeignKey(Documented, related_name="all")
    on_one_line: ForeignKey[OnOneLine] = ForeignKey(OnOneLine, related_name="all")
    commented: ForeignKey[Commented] = ForeignKey(Commented, related_name="all")
    two_spaces: ForeignKey[TwoSpaces] = ForeignKey(TwoSpaces, related_name="all")
    inner: ForeignKey[Group.Inner] = ForeignKey(Group.Inner, related_name="all")
    other: ForeignKey[Group.Other] = ForeignKey(Group.Other, related_name="all")

    if TYPE_CHECKING:
        dots_id: int = 0
        passes_id: int = 0
        documented_id: int = 0
        on_one_line_id: int = 0
        commented_id: int = 0
        two_spaces_id: int = 0
        inner_id: int = 0
        other_id: int = 0
