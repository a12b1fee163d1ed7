"""The texts of a small library, from which most stories start.

``authors.py`` and ``publishers.py`` hold what relations point at, ``books.py`` the relation. The
consumers ``app.py`` and ``indirect.py`` never import ``books``.
"""

from __future__ import annotations

from ..expectations import reverse_query
from ..project import Project

IMPORTS = "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n"

AUTHORS = f"""\
{IMPORTS}

class Author(BaseDBModel):
    name: str
"""

PUBLISHERS = f"""\
{IMPORTS}

class Publisher(BaseDBModel):
    name: str
"""

BOOKS = f"""\
{IMPORTS}from myapp.authors import Author


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

    def pages(self) -> int:
        return 1
"""

REVIEWS = f"""\
{IMPORTS}from myapp.authors import Author


class Review(BaseDBModel):
    stars: int
    author: ForeignKey[Author] = ForeignKey(Author, related_name="reviews")
"""

SERVICES = """\
from myapp.authors import Author


def get_author() -> Author:
    return Author(name="x")
"""

INDIRECT = """\
from myapp.services import get_author


def from_another_module() -> None:
    reveal_type(get_author().books)


at_the_top = get_author().books
reveal_type(at_the_top)
"""

BOOK_QUERY = reverse_query("myapp.books.Book")


def consumer(*expressions: str, imports: str = "") -> str:
    """Write a consumer that reveals expressions over an ``author`` and a ``publisher``."""
    reveals = "\n".join(f"    reveal_type({expression})" for expression in expressions)
    return f"""\
from myapp.authors import Author
from myapp.publishers import Publisher
{imports}

def consume(author: Author, publisher: Publisher) -> None:
{reveals}
"""


def library(*expressions: str, imports: str = "", **files: str | None) -> Project:
    """Make the library, with a consumer of some expressions.

    Keywords replace or add modules, ``None`` leaves one out: ``library("author.books",
    reviews=REVIEWS, indirect=None)``.
    """
    modules: dict[str, str | None] = {
        "__init__": "",
        "authors": AUTHORS,
        "publishers": PUBLISHERS,
        "books": BOOKS,
        "services": SERVICES,
        "indirect": INDIRECT,
        "app": consumer(*expressions, imports=imports),
        **files,
    }
    texts = {f"myapp/{name}.py": text for name, text in modules.items() if text is not None}
    return Project.of(texts)
