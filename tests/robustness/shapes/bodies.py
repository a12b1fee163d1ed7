"""Odd class bodies around relations."""

from __future__ import annotations

import sys

SHAPES = {
    "deleted": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    del author
    other: ForeignKey[Author] = ForeignKey(Author, related_name="others")
    del other, missing
""",
    "redefined": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    author: ManyToMany[Author] = ManyToMany(Author)
    author: int = 3
    def author(self) -> int: return 1
    class author: ...
reveal_type(Book(author=1).author)
""",
    "annotation_only": """
class Book(BaseDBModel):
    author: ForeignKey[Author]
    other: Annotated[ForeignKey[Author], ForeignKey(Author)]
    third: ForeignKey
    fourth: "ForeignKey"
    fifth: ForeignKey[()]
    sixth: ForeignKey[Author, Author]
    seventh: ForeignKey[...]
reveal_type(Book().author)
""",
    "annotations": """
class Book(BaseDBModel):
    a: Author = ForeignKey(Author, related_name="a_")
    b: Any = ForeignKey(Author, related_name="b_")
    c: ClassVar[ForeignKey[Author]] = ForeignKey(Author, related_name="c_")
    d: Annotated[ForeignKey[Author], 1] = ForeignKey(Author, related_name="d_", null=True)
    e: Final[ForeignKey[Author]] = ForeignKey(Author, related_name="e_")
    f: Optional[ForeignKey[Author]] = ForeignKey(Author, related_name="f_", null=True)
    g: "ForeignKey['Author | None']" = ForeignKey(Author, related_name="g_")
    h: ForeignKey["Author"] | None = ForeignKey(Author, related_name="h_")
    i: ForeignKey[ForeignKey[Author]] = ForeignKey(Author, related_name="i_", null=True)
    j: "" = ForeignKey(Author, related_name="j_")
    k: "syntax error" = ForeignKey(Author, related_name="k_", null=True)
    l: 3 = ForeignKey(Author, related_name="l_", null=True)
    m: ForeignKey = ForeignKey(Author, related_name="m_", null=True)
    n: ForeignKey[Author, int] = ForeignKey(Author, related_name="n_", null=True)
    p: (ForeignKey[Author]) = ForeignKey(Author, related_name="p_", null=True)
    q: (lambda: 1) = ForeignKey(Author, related_name="q_", null=True)
    r: ForeignKey[tuple[Author]] = ForeignKey(Author, related_name="r_", null=True)
    s: Unpack[ForeignKey[Author]] = ForeignKey(Author, related_name="s_", null=True)
    u: Literal[1] = ForeignKey(Author, related_name="u_", null=True)
    v: Callable[[ForeignKey[Author]], None] = ForeignKey(Author, related_name="v_", null=True)
    w: t.ForeignKey[Author] = ForeignKey(Author, related_name="w_", null=True)
def use(b: Book) -> None:
    reveal_type(b.a); reveal_type(b.b); reveal_type(b.c); reveal_type(b.d); reveal_type(b.e)
    reveal_type(b.f); reveal_type(b.g); reveal_type(b.h); reveal_type(b.i); reveal_type(b.j)
    reveal_type(b.k); reveal_type(b.l); reveal_type(b.m); reveal_type(b.n); reveal_type(b.p)
    reveal_type(b.a_id); reveal_type(b.d_id); reveal_type(b.f_id); reveal_type(b.l_id)
    Book(a=1, b=None, c=3, d=4)
""",
    "unannotated": """
class Book(BaseDBModel):
    author = ForeignKey(Author)
    tags = ManyToMany(Author)
    other = ForeignKey(Author, related_name="x", null=True)  # type: ForeignKey[Author]
reveal_type(Book().author_id)
""",
    "conditional": """
import sys
class Book(BaseDBModel):
    if sys.version_info >= (3, 99):
        author: ForeignKey[Author] = ForeignKey(Author)
    elif sys.platform == "nowhere":
        author: ForeignKey[Author] = ForeignKey(Author, null=True)
    else:
        author: ForeignKey[Missing] = ForeignKey(Missing)
    if TYPE_CHECKING:
        checked: ForeignKey[Author] = ForeignKey(Author, related_name="checked")
    if not TYPE_CHECKING:
        unchecked: ForeignKey[Author] = ForeignKey(Author, related_name="unchecked")
    assert False
    unreachable: ForeignKey[Author] = ForeignKey(Author, related_name="unreachable")
reveal_type(Book().author_id)
""",
    "caught": """
class Book(BaseDBModel):
    try:
        a: ForeignKey[Author] = ForeignKey(Author, related_name="a_")
    except ValueError:
        b: ForeignKey[Author] = ForeignKey(Author, related_name="b_")
    try:
        c: ForeignKey[Author] = ForeignKey(Author, related_name="c_", null=True)
    except (KeyError, OSError) as error:
        d: ForeignKey[Author] = ForeignKey(Author, related_name="d_")
    else:
        e: ForeignKey[Author] = ForeignKey(Author, related_name="e_", null=True)
    finally:
        f: ForeignKey[Author] = ForeignKey(Author, related_name="f_", null=True)
def use(b: Book) -> None:
    reveal_type(b.a_id); reveal_type(b.b_id); reveal_type(b.c_id); reveal_type(b.d_id)
    reveal_type(b.e_id); reveal_type(b.f_id)
""",
    "raising": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    raise ValueError
    other: ForeignKey[Author] = ForeignKey(Author, related_name="others", null=True)
raise SystemExit
class Unreachable(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    other: ForeignKey[Author] = ForeignKey(Author, related_name="unreached", null=True)
reveal_type(Unreachable().author_id)
""",
    "empty": """
class Book(BaseDBModel): ...
class Book2(BaseDBModel): "Only a docstring."
class Book3(BaseDBModel): pass; author: ForeignKey[Author] = ForeignKey(Author)
class Book4(BaseDBModel): author: ForeignKey[Author] = ForeignKey(Author); x = 1
""",
    "slots": """
class Book(BaseDBModel):
    __slots__ = ("author", "author_id")
    author: ForeignKey[Author] = ForeignKey(Author)
class Book2(BaseDBModel, slots=True, weird=ForeignKey(Author)):
    author: ForeignKey[Author] = ForeignKey(Author)
""",
    "functions": """
def make(target):
    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(target)
        other: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="made_others")
        def method(self) -> None:
            class Inner(BaseDBModel):
                author: ForeignKey[Author] = ForeignKey(Author, related_name="made_inners")
            reveal_type(Inner(author=1).author_id)
            reveal_type(self.other_id)
    reveal_type(Book().other_id)
    return Book
reveal_type(make(Author)().author_id)
async def coroutine() -> None:
    class Song(AsyncBaseDBModel):
        author: AsyncForeignKey[AsyncAuthor] = AsyncForeignKey(AsyncAuthor)
    song = await async_db.select(Song).select_related("author").fetch_one()
    assert song
    reveal_type(song.author)
lambda: type("X", (BaseDBModel,), {"author": ForeignKey(Author)})
""",
    "own_methods": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    def __init__(self, /, *args: Any, author: Any = None, **kwargs: Any) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
    def __getattribute__(self, name: str) -> Any: ...
    def __setattr__(self, name: str, value: Any) -> None: ...
    def __new__(cls, *args: Any, **kwargs: Any) -> Book: ...
class Novel(Book):
    __init__ = None
class Reprint(Book):
    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, author: int) -> None: ...
    def __init__(self, author: int = 1) -> None: ...
class Lazy(Book):
    __init__ = lambda self: None
class Bare(Book):
    def __init__(this): ...
    @staticmethod
    def __new__(): ...
class NoSelf(Book):
    def __init__(): ...
Book(1, 2, author="x").whatever
Novel(); Reprint(author=1); Lazy(); Bare(); NoSelf(author=1)
""",
}

if sys.version_info >= (3, 11):
    SHAPES["caught_groups"] = SHAPES["caught"].replace("except ValueError", "except* ValueError")
    SHAPES["unpacked"] = """
class Book(BaseDBModel):
    author: ForeignKey[*tuple[Author]] = ForeignKey(Author, null=True)
reveal_type(Book().author)
"""
if sys.version_info >= (3, 12):
    SHAPES["new_generics"] = """
type Alias[T] = ForeignKey[T | None]
class Row[T: BaseDBModel](BaseDBModel):
    target: ForeignKey[T] = ForeignKey(Author)
    aliased: Alias[Author] = ForeignKey(Author, related_name="aliased")
class Bound(Row[Author]): ...
reveal_type(Row[Author]().target_id); reveal_type(Bound().aliased); reveal_type(Author().aliased)
"""
