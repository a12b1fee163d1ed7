"""Odd classes: their bases, decorators, metaclasses and redefinitions."""

from __future__ import annotations

SHAPES = {
    "cyclic": """
class A(B):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="as_")
class B(A):
    a: ForeignKey[A] = ForeignKey(A, related_name="bs")
class C(C):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="cs")
class D(BaseDBModel, D):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="ds", null=True)
reveal_type(A().author); reveal_type(B().a_id); reveal_type(C().author_id); reveal_type(D().author)
""",
    "broken_mro": """
class X(BaseDBModel): ...
class Y(BaseDBModel, X):
    author: ForeignKey[Author] = ForeignKey(Author, null=True)
class Z(X, X):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="zs", null=True)
    target: ForeignKey[Y] = ForeignKey(Y, related_name="zs")
reveal_type(Y().author_id); reveal_type(Z().target); reveal_type(Y().zs)
""",
    "redefined_class": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
class Book(BaseDBModel):
    editor: ForeignKey[Author] = ForeignKey(Author, null=True)
class Author(BaseDBModel):
    pass
if db:
    class Review(BaseDBModel):
        book: ForeignKey[Book] = ForeignKey(Book)
else:
    class Review(BaseDBModel):
        book: ForeignKey[Author] = ForeignKey(Author, null=True)
Book = 3
reveal_type(Author().books)
reveal_type(Review().book_id)
""",
    "bases": """
def base(): return BaseDBModel
class A(base()):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="as_", null=True)
class B(Any):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="bs", null=True)
class C(Missing, BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="cs", null=True)
class D(BaseDBModel if db else AsyncBaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="ds", null=True)
class E(*[BaseDBModel]):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="es", null=True)
class F(BaseDBModel, AsyncBaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="fs", null=True)
class G(int, BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="gs", null=True)
class H(NewType("X", BaseDBModel)):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="hs", null=True)
class I:
    author: ForeignKey[Author] = ForeignKey(Author, related_name="is_", null=True)
class J(I, BaseDBModel): ...
def use(a: Author) -> None:
    reveal_type(a.as_); reveal_type(a.bs); reveal_type(a.cs); reveal_type(a.ds); reveal_type(a.es)
    reveal_type(a.fs); reveal_type(a.gs); reveal_type(a.hs); reveal_type(a.is_)
    reveal_type(A().author_id); reveal_type(B().author_id); reveal_type(C().author_id)
    reveal_type(F().author); reveal_type(J().author); reveal_type(J(author=1).author_id)
""",
    "metaclasses": """
class Meta(type(BaseDBModel)):
    books: int = 1
    def __getattr__(cls, name: str) -> str: ...
class Target(BaseDBModel, metaclass=Meta): ...
class Book(BaseDBModel, metaclass=Meta, frozen=True):
    target: ForeignKey[Target] = ForeignKey(Target)
class Odd(BaseDBModel, metaclass=3, metaclass2=ForeignKey(Author)):
    target: ForeignKey[Target] = ForeignKey(Target, related_name="odds")
class Plain(metaclass=type(ForeignKey)):
    target: ForeignKey[Target] = ForeignKey(Target, related_name="plains")
reveal_type(Target.books); reveal_type(Target().books); reveal_type(Target.odds)
""",
    "decorated": """
def plain(cls): return cls
def typed(cls: type[Author]) -> int: ...
@plain
class A(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="as_", null=True)
@typed
@dataclass
class B(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="bs", null=True)
@dataclass(kw_only=True, slots=True, frozen=True)
class C:
    author: ForeignKey[Author] = ForeignKey(Author, related_name="cs", null=True)
@final
@runtime_checkable
class D(BaseDBModel, Protocol):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="ds", null=True)
@ForeignKey(Author)
class E(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="es", null=True)
reveal_type(A().author_id); B(); C(); E()
""",
    "generic": """
T = TypeVar("T", bound=BaseDBModel)
class Row(BaseDBModel, Generic[T]):
    target: ForeignKey[T] = ForeignKey(Author)
    more: ManyToMany[T] = ManyToMany("Author")
    other: ForeignKey[T | None] = ForeignKey(Author, related_name="row_others")
class Bound(Row[Author]): ...
class Both(Row[T], Generic[T]):
    again: ForeignKey[Row[T]] = ForeignKey(Row, related_name="boths")
def use(r: Row[Author], b: Bound, x: Both[Author], v: T) -> T:
    reveal_type(r.target); reveal_type(r.more); reveal_type(b.other); reveal_type(x.again)
    reveal_type(r.boths); reveal_type(v.target); reveal_type(Row[Author](target=1))
    reveal_type(db.select(Row[Author]).select_related("target").fetch_all())
    return v
""",
    "generic_of_itself": """
T = TypeVar("T", bound=BaseDBModel)
class Row(BaseDBModel, Generic[T]):
    target: ForeignKey[T] = ForeignKey(Author)
class Curious(Row["Curious"]):
    again: ForeignKey[Row["Curious"]] = ForeignKey(Row, related_name="curious")
reveal_type(Curious(again=1).target)
""",
    "nested": """
class Book(BaseDBModel):
    class Meta:
        author: ForeignKey[Author] = ForeignKey(Author, related_name="metas", null=True)
    class Inner(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="inners", null=True)
        book: ForeignKey["Book"] = ForeignKey("Book")
        class Deeper(BaseDBModel):
            inner: ForeignKey["Book.Inner"] = ForeignKey(Inner, related_name="deepers")
    inner: ForeignKey[Inner] = ForeignKey(Inner, related_name="outers")
reveal_type(Book.Inner().outers); reveal_type(Book.Inner.Deeper(inner=1).inner)
reveal_type(Book(inner=Book.Inner()).inner_id)
""",
    "subclassed_constructor": """
class Key(ForeignKey[Author]): ...
T = TypeVar("T")
class Typed(ForeignKey[T]):
    def __get__(self, instance: Any, owner: Any) -> int: ...
    def __set__(self, instance: Any) -> None: ...
class Many(ManyToMany): ...
class Book(BaseDBModel):
    a: Key = Key(Author, related_name="as_")
    b: Typed[Author] = Typed(Author, related_name="bs", null=True)
    c: Many = Many("Author", related_name="cs")
Book(a=1, b=2)
reveal_type(Book().a); reveal_type(Book().b); reveal_type(Book().a_id)
""",
    "own_base": """
class BaseDBModel(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
class Book(BaseDBModel):
    title: str
reveal_type(Book(title="x").author)
reveal_type(Author(name="x").basedbmodels)
""",
    "declared_by_hand": """
from sqliter.orm.query import ReverseRelationship
class Target(BaseDBModel):
    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
        songs: ClassVar[ReverseRelationship["Missing"]]
        films: ClassVar["ReverseRelationship"]
        plays: ClassVar[ReverseRelationship["Book", "Film"]]
        odd: int
        book_id: int = 0
class Book(BaseDBModel):
    target: ForeignKey[Target] = ForeignKey(Target)
    b: ForeignKey[Target] = ForeignKey(Target, related_name="songs")
    c: ForeignKey[Target] = ForeignKey(Target, related_name="films")
    d: ForeignKey[Target] = ForeignKey(Target, related_name="plays")
    e: ForeignKey[Target] = ForeignKey(Target, related_name="odd")
    if TYPE_CHECKING:
        target_id: int = 0
        b_id: str
def use(t: Target) -> None:
    reveal_type(t.books); reveal_type(t.songs); reveal_type(t.films); reveal_type(t.plays)
    reveal_type(t.odd)
""",
}
