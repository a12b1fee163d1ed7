"""Bodies of all kinds."""
from sqliter.orm import BaseDBModel, ForeignKey

class Dots(BaseDBModel): ...  # nothing to say

class Passes(BaseDBModel):
    pass

class Documented(BaseDBModel):
    """Only words."""

class OnOneLine(BaseDBModel): name: str; age: int

class Commented(BaseDBModel):
    name: str
    # The end of the body.

    # Another remark.


# About the next class.
class TwoSpaces(BaseDBModel):
  name: str

  def hello(self) -> str:
    return "hello"

class Group:
    label = "group"

    class Inner(BaseDBModel):
        name: str
    class Other(BaseDBModel): pass

class Everything(BaseDBModel):
    dots: ForeignKey[Dots] = ForeignKey(Dots, related_name="all")
    passes: ForeignKey[Passes] = ForeignKey(Passes, related_name="all")
    documented: ForeignKey[Documented] = ForeignKey(Documented, related_name="all")
    on_one_line: ForeignKey[OnOneLine] = ForeignKey(OnOneLine, related_name="all")
    commented: ForeignKey[Commented] = ForeignKey(Commented, related_name="all")
    two_spaces: ForeignKey[TwoSpaces] = ForeignKey(TwoSpaces, related_name="all")
    inner: ForeignKey[Group.Inner] = ForeignKey(Group.Inner, related_name="all")
    other: ForeignKey[Group.Other] = ForeignKey(Group.Other, related_name="all")
