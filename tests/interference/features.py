"""Modules of varied typing features, with reveals and with errors on purpose.

``{0}`` is the number of the copy: several copies make a project in which modules import each other.
"""

from __future__ import annotations

FEATURES: dict[str, str] = {
    "dataclass": """
from __future__ import annotations
from dataclasses import InitVar, dataclass, field, replace
@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)
    scale: InitVar[float] = 1.0
    def __post_init__(self, scale: float) -> None: ...
@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    point: Point
    parent: Frozen | None = None
reveal_type(Point)
reveal_type(replace(Point(1), x=2))
Point("1"); Frozen(Point(1)); Frozen(point=Point(1)).parent.point
Frozen(point=Point(1)).point = Point(2)
""",
    "protocols": """
from typing import Any, Protocol, runtime_checkable
from p{0}_dataclass import Point
class HasBooks(Protocol):
    books: list[str]
@runtime_checkable
class Named(Protocol):
    @property
    def name(self) -> str: ...
class Good: name = "x"; books = ["x"]
class Bad: name = 3
def named(x: Named) -> str: return x.name
named(Good()); named(Bad()); named(Point(1))
books: HasBooks = Good()
reveal_type(books.books)
books.boks
""",
    "generics": """
from collections.abc import Callable, Iterator
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload
T = TypeVar("T"); B = TypeVar("B", bound="Base"); P = ParamSpec("P")
class Base: ...
class Query(Generic[T]):
    def __init__(self, model: type[T]) -> None: ...
    def select_related(self: "Query[T]", *paths: str) -> "Query[T]": return self
    def prefetch_related(self, *paths: str) -> "Query[T]": return self
    def fetch_all(self) -> list[T]: return []
class Book(Base):
    author: str = ""
    author_id: int = 0
def logged(f: Callable[Concatenate[int, P], T]) -> Callable[P, T]: ...
@logged
def function(a: int, b: str, *, c: bytes = b"") -> float: return 1.0
@overload
def pick(x: int) -> str: ...
@overload
def pick(x: str) -> int: ...
def pick(x: Any) -> Any: ...
reveal_type(Query(Book).select_related("author", "nothing").fetch_all()[0].author)
reveal_type(function("x", c=b"")); reveal_type(pick(1)); pick(b"")
def bound(x: B) -> B: return x.missing
""",
    "dicts": """
from typing import Literal, NamedTuple, NewType, NotRequired, Required, TypedDict
Id = NewType("Id", int)
class Movie(TypedDict, total=False):
    title: Required[str]
    year: int
class Row(NamedTuple):
    id: Id
    author_id: int = 0
movie: Movie = {{"title": "x", "yer": 3}}
reveal_type(movie["title"]); movie["nothing"]
reveal_type(Row(Id(3))); Row("x").author
mode: Literal["r", "w"] = "x"
""",
    "enums": """
import enum
from typing import assert_never
class Colour(enum.Enum):
    RED = 1
    BLUE = "b"
    @property
    def pretty(self) -> str: return self.name.title()
class Flag(enum.IntFlag):
    A = enum.auto()
    B = enum.auto()
def match(c: Colour) -> int:
    match c:
        case Colour.RED: return 1
        case _: assert_never(c)
reveal_type(Colour.RED.value); reveal_type(Flag.A | Flag.B); Colour.GREEN
""",
    "pydantic_models": """
from typing import Any, ClassVar, Generic, Optional, TypeVar
from pydantic import BaseModel, ConfigDict, Field, field_validator
T = TypeVar("T")
class Author(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    books: ClassVar[list[str]] = []
    def __getattr__(self, name: str) -> Any: ...
class Book(BaseModel):
    pk: int = 0
    author: Author = Field(alias="writer")
    author_id: Optional[int] = None
    tags: list[str] = Field(default_factory=list)
    @field_validator("tags")
    @classmethod
    def check(cls, value: list[str]) -> list[str]: return value
class Page(BaseModel, Generic[T]):
    items: list[T]
Book(author=Author(name="x")); Book(writer=Author(name=3), pk="1"); Author("x"); Author(nam="x")
reveal_type(Page[Book](items=[]).items); Author(name="x").name = "y"
reveal_type(Book.model_fields); Book.pk; Book().nothing
""",
    "descriptors": """
from typing import Any, Generic, Self, TypeVar, overload
from p{0}_generics import Base
T = TypeVar("T")
class ForeignKey(Generic[T]):
    def __init__(self, to: type[T] | str, *, related_name: str = "", null: bool = False): ...
    @overload
    def __get__(self, instance: None, owner: Any) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: Any) -> T: ...
    def __get__(self, instance: Any, owner: Any) -> Any: ...
    def __set__(self, instance: object, value: T) -> None: ...
class ManyToMany(ForeignKey[T]): ...
class BaseDBModel(Base):
    pk: int = 0
class Author(BaseDBModel):
    name: str = ""
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor = ForeignKey[Author]("Author", null=True)
    tags: ManyToMany[Author] = ManyToMany("Author")
reveal_type(Book().author); reveal_type(Book.author); reveal_type(Book().editor.name)
Author().books; Book().author_id; Book(author=Author()); Book().author = 3
""",
    "django_like": """
from p{0}_descriptors import ForeignKey, ManyToMany
import p{0}_descriptors as models
class Model: ...
class Meta(type):
    def __getattr__(cls, name: str) -> int: ...
class Country(Model, metaclass=Meta): ...
class City(Model):
    country = models.ForeignKey(Country, related_name="cities", null=True)
    twins: models.ManyToMany["City"] = ManyToMany("City", related_name="twins_of")
    def country_name(self) -> str: return self.country.name
reveal_type(City().country); reveal_type(Country.cities); Country().cities; City().country_id
""",
    "metaclasses": """
from abc import ABC, ABCMeta, abstractmethod
from typing import Any, final
class Registry(ABCMeta):
    known: dict[str, type] = {{}}
    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, Any], **kw: Any) -> Any:
        return super().__new__(mcs, name, bases, space)
    def __call__(cls, *args: int) -> "Registry": ...
class Plugin(metaclass=Registry, flag=1):
    @abstractmethod
    def run(self) -> None: ...
@final
class Last(Plugin): ...
class After(Last): ...
class Abstract(ABC):
    @abstractmethod
    def go(self) -> int: ...
reveal_type(Plugin()); reveal_type(Last(1, 2)); Abstract(); Last("x")
""",
    "asynchronous": """
import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, contextmanager
@asynccontextmanager
async def opened(path: str) -> AsyncIterator[int]:
    yield 1
async def numbers() -> AsyncIterator[str]:
    yield "x"
class Loader:
    async def fetch(self) -> "Loader | None": return self
    def __await__(self): yield
async def main() -> None:
    async with opened("x") as f: reveal_type(f)
    async for n in numbers(): reveal_type(n)
    (await Loader().fetch()).fetch
    reveal_type(await asyncio.gather(Loader().fetch(), asyncio.sleep(1)))
    Loader().fetch()
""",
    "modules": """
from p{0}_pydantic_models import *
from p{0}_cycle import Cycle as Other, missing
import p{0}_nowhere, p{0}_dataclass as d
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from p{0}_django_like import City
def __getattr__(name: str) -> int: ...
reveal_type(d.Point); reveal_type(Other().other); d.anything; x: "City" = 3
try:
    import ujson
except ImportError:
    ujson = None  # type: ignore
y: int = "x"  # type: ignore[assignment]
z: int = 3  # type: ignore[assignment]
""",
    "cycle": """
from __future__ import annotations
import p{0}_modules
class Cycle:
    other: p{0}_modules.Other
    def back(self) -> p{0}_modules.Nothing: return p{0}_modules.whatever
    @property
    def prop(self) -> int: return "x"
    @prop.setter
    def prop(self, value: str) -> None: ...
    def __getattr__(self, name: str) -> bytes: ...
reveal_type(Cycle().anything); Cycle().prop = 3
del Cycle
""",
}
