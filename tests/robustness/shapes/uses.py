"""Odd uses of sane models."""

from __future__ import annotations

_MODELS = """
T = TypeVar("T", bound=BaseDBModel)

class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    editor: ForeignKey[Author | None] = ForeignKey(Author, related_name="edited")
    tags: ManyToMany[Author] = ManyToMany(Author, related_name="tagged")

class Song(AsyncBaseDBModel):
    author: AsyncForeignKey[AsyncAuthor] = AsyncForeignKey(AsyncAuthor)
    editor: AsyncForeignKey[AsyncAuthor | None] = AsyncForeignKey(AsyncAuthor, related_name="sung")
"""

_USES = {
    "calls": """
args: list[Any] = []; kwargs: dict[str, Any] = {}; typed: dict[str, int] = {}
Book(*args); Book(**kwargs); Book(*args, **kwargs); Book(**typed, title="x"); Book(1, 2, 3)
Book(author=lambda: 1, title=..., editor=Book, tags=None, pk=NotImplemented)
Book[int](title="x"); Book.__call__(title="x"); type(Book(title="x", author=1))(title="x")
(Book or Author)(title="x", author=1); [Book][0](title="x"); (lambda: Book)()(title="x")
def make(cls: type[Book], either: type[Book] | type[Song], any_: Any) -> None:
    cls(title="x"); either(author=1); any_(title="x"); cls(**any_); cls(*any_)
super(Book, Book(title="x", author=1)).__init__(title="x")
class Novel(Book):
    def __init__(self, **kw: Any) -> None:
        super().__init__(author=1, **kw)
        Book.__init__(self, title="x")
""".replace('Book(title="x", author=1, author=2) if False else None\n', ""),
    "paths": """
name: str = "author"; names = ["author"]; LITERAL: Final = "author"
q = db.select(Book)
q.select_related(); q.select_related(name); q.select_related(*names); q.select_related(LITERAL)
q.select_related(3); q.select_related(None); q.select_related("author", 3, *names, name)
q.select_related("author__" * 50); q.select_related("__author"); q.select_related("\\0", "💥")
q.select_related(paths="author"); q.select_related(**{"paths": "author"})
q.prefetch_related("tags__tagged__tags__tagged__tags__tagged").fetch_all()
f = q.select_related; f("author"); (q.select_related if q else q.prefetch_related)("tags")
QueryBuilder = type(q); QueryBuilder.select_related(q, "author")
db.select(Book if q else Author).select_related("author").fetch_all()[0].author
db.select(3).select_related("author"); db.select(Any).select_related("author")
db.select(BaseDBModel).select_related("author").fetch_all()[0].author
q.only("x").select_related("author").fields(["pk"]).exclude(None).only(3).only()
db.select(Book, ["pk"], exclude=None).select_related("author"); db.select(*[Book])
def generic(query: Any, model: type[T]) -> T:
    query.select_related("author").fetch_all()[0].author
    row = db.select(model).select_related("author").fetch_all()[0]
    reveal_type(row.author)
    return row
""",
    "reading": """
def use(
    book: Book, either: Book | Song, maybe: Book | None, a: Any, author: Author, song: Song,
    inter: "Book", tup: tuple[Book, Song], cls: type[Book], both: type[Book] | type[Song],
) -> None:
    reveal_type(either.author); reveal_type(maybe.author); reveal_type(a.books.author)
    reveal_type(author.books.fetch_all()[0].author.books.nothing)
    reveal_type(cls.author); reveal_type(both.author); reveal_type(type(book).author)
    reveal_type(tup[0].author); reveal_type(author.boks); reveal_type(Author.boks)
    reveal_type(song.author.name); reveal_type(song.editor.name); reveal_type(song.author.nme)
    (song if a else song).author.name; (lambda: song)().author.name; [song][0].author.name
    reveal_type((yielded := book).author); reveal_type(getattr(book, "author"))
    del book.author, author.books; book.author += 1; author.books = author.books; book.tags = []
    for book.author in []: pass
    with song as book.author: pass
    match book:
        case Book(author=x, tags=y): reveal_type(x)
    if isinstance(a, Book) and isinstance(a, Author): reveal_type(a.books); reveal_type(a.author)
    if isinstance(book, Author): reveal_type(book.books); book.boks
    assert not isinstance(book, Book); reveal_type(book.author); reveal_type(book.autor)
def never(n: NoReturn) -> None:
    reveal_type(n.books)
class P(Protocol):
    books: Any
    boks: Any
p: P = Author(name="x")
def prot(x: P) -> None: ...
prot(Author(name="x"))
""",
    "states": """
def use(flag: bool) -> None:
    q = db.select(Book).select_related("author", "editor")
    r = q if flag else db.select(Book)
    for row in (r.fetch_all() or q.fetch_all()): reveal_type(row.author); row.author = row.editor
    rows = {b.title: b for b in q.fetch_all()}; reveal_type(rows["x"].editor)
    x = y = q.fetch_one(); reveal_type(x.author if x else y)
    items: list[Book] = q.fetch_all(); items += db.select(Book).fetch_all()
    reveal_type(sorted(q.fetch_all(), key=lambda b: b.author.name)[0].editor)
    first, *rest = q.fetch_all(); reveal_type(rest[0].author); first.author_id = 3
    def inner(b: Book = first) -> Book: return b
    reveal_type(inner(first).author); reveal_type([*q.fetch_all()][0].editor)
    class Sub(Book): ...
    s = db.select(Sub).select_related("author").prefetch_related("tags").fetch_one()
    reveal_type(s.tags if s else None)
async def aio() -> None:
    q = async_db.select(Song).select_related("author").prefetch_related("author")
    async for row in q: ...
    reveal_type([s.author.name for s in await q.fetch_all()]); await q; (await q.fetch_one()).author
    s = await q.fetch_one()
    while s: reveal_type(s.author); s.author = s.editor; reveal_type(s.author); s = None
""",
    "modules": """
import sqliter, sqliter.orm.query as query, sqliter.nowhere
from sqliter.orm.fields import ForeignKey as FK, Nothing
from uses_calls import *
from uses_states import Book as Other, Nothing2
class Review(BaseDBModel):
    other: FK[Other] = FK(Other)
    book: FK["Book"] = FK(sqliter.Book)
    song: FK[Song] = FK(globals()["Song"])
reveal_type(Review().book)
""",
}

SHAPES = {name: _MODELS + use for name, use in _USES.items()}
