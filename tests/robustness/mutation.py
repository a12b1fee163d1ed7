"""Odd modules that nobody thought of: sane ones, with parts of them exchanged at random.

The same seed makes the same modules, with any version of Python.
"""

from __future__ import annotations

import ast
import copy
import random
import warnings
from collections.abc import Iterator

SANE = """
class Tag(BaseDBModel):
    label: str
    if TYPE_CHECKING:
        hidden: int = 0

class Base(BaseDBModel):
    owner: ForeignKey[Author | None] = ForeignKey(Author, null=True, related_name="owned")

class Book(Base):
    title: str = "x"
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books", on_delete="CASCADE")
    tags: ManyToMany[Tag] = ManyToMany("Tag", symmetrical=False, related_name="tagged")

    def __init__(self, title: str, **kwargs: Any) -> None:
        super().__init__(title=title, **kwargs)

class Song(AsyncBaseDBModel):
    singer: AsyncForeignKey[AsyncAuthor] = AsyncForeignKey(AsyncAuthor)
    covers: AsyncManyToMany["Song"] = AsyncManyToMany("Song", symmetrical=True)

def use(book: Book, author: Author, tag: Tag) -> None:
    reveal_type(author.books.filter(title="x").fetch_all()[0].author.name)
    rows = db.select(Book).select_related("author", "owner").prefetch_related("tags").fetch_all()
    for row in rows:
        reveal_type(row.author)
        reveal_type(row.tags.fetch_all())
    Book("y", author=author, owner=None, owner_id=book.author_id)
    Tag(label="x").tagged.add(book)

async def wait(song: Song) -> None:
    loaded = await async_db.select(Song).select_related("singer").fetch_one()
    reveal_type(loaded.singer.name if loaded else song.singer.name)
    reveal_type(song.covers)
"""


def mutants(count: int, seed: int) -> Iterator[str]:
    """Give modules that Python can compile."""
    chance = random.Random(seed)
    while count:
        tree = ast.parse(SANE)
        for _ in range(chance.randint(1, 4)):
            _mutate(tree, chance)
        text = ast.unparse(ast.fix_missing_locations(tree))
        if _compiles(text):
            count -= 1
            yield text


def _mutate(tree: ast.Module, chance: random.Random) -> None:
    """Exchange an expression, or move, repeat or drop a statement."""
    if chance.random() < 0.6:
        expressions = [node for node in ast.walk(tree) if isinstance(node, ast.expr)]
        _Exchange(chance.choice(expressions), chance.choice(expressions)).visit(tree)
        return
    blocks = [body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", 0), list)]
    taken = chance.choice(blocks)
    statement = chance.choice(taken)
    if chance.random() < 0.5 and len(taken) > 1:
        taken.remove(statement)
    # A copy, since a block can't contain itself.
    chance.choice(blocks).insert(0, copy.deepcopy(statement))


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.expr, new: ast.expr) -> None:
        # A copy, since an expression can't contain itself.
        self.old, self.new = old, ast.parse(ast.unparse(new), mode="eval").body

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if node is self.old:
            return self.new
        return super().generic_visit(node)


def _compiles(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "mutant", "exec")
        except (SyntaxError, ValueError):
            return False
    return True
