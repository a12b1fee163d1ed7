"""Relations to odd targets."""

from __future__ import annotations

_TARGETS = {
    "any": "Any",
    "none": "None",
    "number": "42",
    "string": '"Author"',
    "string_dotted": '"prelude.Author"',
    "string_expression": '"list[Author]"',
    "string_broken": '"not a name ["',
    "string_empty": '""',
    "f_string": 'f"{Author.__name__}"',
    "bytes": 'b"Author"',
    "union": "Union[Author, AsyncAuthor]",
    "pipe_union": "Author | AsyncAuthor",
    "optional": "Optional[Author]",
    "type_variable": "TypeVar('X')",
    "named_type_variable": "Variable",
    "new_type": "Renamed",
    "alias": "Alias",
    "explicit_alias": "Explicit",
    "union_alias": "Either",
    "module": "o",
    "module_attribute": "o.BaseDBModel",
    "missing_attribute": "o.Missing",
    "missing_name": "Nowhere",
    "itself": "Book",
    "base": "BaseDBModel",
    "plain_class": "Plain",
    "dataclass": "Data",
    "enumeration": "Colour",
    "enumeration_member": "Colour.RED",
    "protocol": "Proto",
    "typed_dict": "Dict_",
    "named_tuple": "Tuple_",
    "generic": "Box",
    "generic_subscript": "Box[int]",
    "function": "function",
    "builtin": "int",
    "nested": "Outer.Inner",
    "pydantic": "Other",
    "instance": "db",
    "literal_type": "Literal['Author']",
    "ellipsis": "...",
    "not_implemented": "NotImplemented",
    "double_quotes": "\"'Author'\"",
}

_PRELUDE = """
Variable = TypeVar("Variable", bound=Author)
Renamed = NewType("Renamed", Author)
Alias = Author
Explicit: TypeAlias = "Author"
Either = Union[Author, AsyncAuthor]

class Plain: ...

@dataclass
class Data:
    author: ForeignKey[Author] = ForeignKey(Author, related_name="data")

class Colour(enum.Enum):
    RED = 1
    author = ForeignKey(Author, related_name="colours")

class Proto(Protocol):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="protos")

class Dict_(TypedDict):
    author: ForeignKey[Author]

class Tuple_(NamedTuple):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="tuples")

class Box(BaseDBModel, Generic[Variable]):
    item: Variable
    author: ForeignKey[Author] = ForeignKey(Author, related_name="boxes")

class Outer:
    class Inner(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="inners")

class Other(BaseModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="others")

def function(): ...
"""

_USES = """
def use(book: Book) -> None:
    reveal_type(book.target)
    reveal_type(book.targets)
    reveal_type(book.target_id)
    reveal_type(Book.target)
    Book(target=1, targets=[])
"""


def _shape(target: str) -> str:
    return (
        _PRELUDE
        + "class Book(BaseDBModel):\n"
        + f"    target: ForeignKey[{target}] = ForeignKey({target}, related_name='books')\n"
        + f"    bare: Any = ForeignKey({target})\n"
        + f"    targets: ManyToMany[{target}] = ManyToMany({target}, related_name='many_books')\n"
        + f"    aio: AsyncForeignKey[{target}] = AsyncForeignKey({target}, null=True)\n"
        + _USES
    )


SHAPES = {name: _shape(target) for name, target in _TARGETS.items()}
