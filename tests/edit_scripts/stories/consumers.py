"""Stories about those who use accessors: from afar, through protocols, after loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reports, reveals, reverse_query, says
from ..scenario import Scenario, Step
from .relations import delete_the_source, rename_to_volumes
from .texts import BOOK_QUERY, BOOKS, library

if TYPE_CHECKING:
    from ..project import Project

CHAIN = library(
    "author.name",
    helpers="""\
from myapp.services import get_author


def books_of_somebody():  # type: ignore[no-untyped-def]
    return get_author().books


class Shelf:
    def __init__(self) -> None:
        self.author = get_author()
        self.books = self.author.books
""",
    far="""\
from myapp.helpers import Shelf


def from_afar(shelf: Shelf) -> None:
    reveal_type(shelf.author.books)
    reveal_type(shelf.books)
    reveal_type([book.title for book in shelf.books.fetch_all()])
""",
    app="import myapp.far as far\n",
)


def return_somebody_else(project: Project) -> Project:
    """Let the function in the third module return another model."""
    text = project["myapp/services.py"].replace("authors", "publishers")
    return project.write("myapp/services.py", text.replace("Author", "Publisher"))


FROM_AFAR = Scenario(
    "consumer-behind-two-modules",
    CHAIN,
    (
        reveals("shelf.books", BOOK_QUERY),
        reveals("[book.title for book in shelf.books.fetch_all()]", "list[str]"),
    ),
    (
        Step(rename_to_volumes, (absent("shelf.author.books"), absent("get_author().books"))),
        Step(back_to(CHAIN), (reveals("shelf.books", BOOK_QUERY),)),
        Step(return_somebody_else, (absent("shelf.author.books"),)),
        Step(back_to(CHAIN), (reveals("shelf.books", BOOK_QUERY),)),
        Step(delete_the_source, (absent("shelf.author.books"), absent("get_author().books"))),
    ),
)

PROTOCOL_APP = """\
from typing import Any, Protocol

from sqliter.orm.query import ReverseQuery

from myapp.authors import Author


class HasBooks(Protocol):
    @property
    def books(self) -> "ReverseQuery[Any]": ...


class Special(Author):
    prize: str


def use(owner: HasBooks) -> None: ...


def consume(author: Author, special: Special, kind: type[Author]) -> None:
    use(author)
    reveal_type(special.books)
    reveal_type(kind.books)
"""
BY_PROTOCOL = library(app=PROTOCOL_APP)

PROTOCOLS = Scenario(
    "protocol-and-subclass",
    BY_PROTOCOL,
    (reveals("special.books", BOOK_QUERY),),
    (
        Step(
            rename_to_volumes,
            (reports("use(author)", "Argument 1 to"), absent("special.books")),
        ),
        Step(back_to(BY_PROTOCOL), (reveals("special.books", BOOK_QUERY),)),
        Step(delete_the_source, (reports("use(author)", "Argument 1 to"),)),
        Step(back_to(BY_PROTOCOL), (reveals("special.books", BOOK_QUERY),)),
    ),
)


def add_a_local_variable(project: Project) -> Project:
    """Add code to the consumer that doesn't touch the accessor."""
    return project.append("myapp/indirect.py", "\ncount = 1\n")


def add_another_accessor_beside(project: Project) -> Project:
    """Add a second relation to the same target, in the same source."""
    return project.substitute(
        "myapp/books.py",
        "\n    def pages",
        '    editor: ForeignKey[Author] = ForeignKey(Author, related_name="edited")\n'
        "\n    def pages",
    )


def swap_the_accessors(project: Project) -> Project:
    """Swap the names of the two accessors."""
    return (
        project.substitute("myapp/books.py", '"books"', '"swapped"')
        .substitute("myapp/books.py", '"edited"', '"books"')
        .substitute("myapp/books.py", '"swapped"', '"edited"')
    )


TWO_PROBES = library("author.books", "author.edited")
TWO_ACCESSORS = Scenario(
    "second-accessor-from-the-same-source",
    TWO_PROBES,
    (reveals("author.books", BOOK_QUERY), absent("author.edited")),
    (
        Step(add_a_local_variable, (absent("author.edited"),)),
        Step(add_another_accessor_beside, (reveals("author.edited", BOOK_QUERY),)),
        Step(swap_the_accessors, (reveals("author.edited", BOOK_QUERY),)),
        Step(back_to(TWO_PROBES), (absent("author.edited"),)),
    ),
)

ASYNC_IMPORTS = "from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey\n"
ASYNC_AUTHORS = f"{ASYNC_IMPORTS}\n\nclass Author(AsyncBaseDBModel):\n    name: str\n"
ASYNC_BOOKS = f"""\
{ASYNC_IMPORTS}from myapp.authors import Author
from myapp.publishers import Publisher


class Book(AsyncBaseDBModel):
    title: str
    author: AsyncForeignKey[Author] = AsyncForeignKey(Author, related_name="books")
    publisher: AsyncForeignKey[Publisher] = AsyncForeignKey(Publisher, related_name="books")
"""
LOADING_APP = """\
from sqliter.asyncio import AsyncSqliterDB

from myapp.books import Book


async def consume(db: AsyncSqliterDB) -> None:
    unloaded = await db.select(Book).fetch_all()
    loaded = await db.select(Book).select_related("author").fetch_all()
    reveal_type(unloaded[0].author)
    reveal_type(loaded[0].author)
    reveal_type(loaded[0].publisher)
    reveal_type(loaded[0].author.name)
"""
LOADING = library(
    authors=ASYNC_AUTHORS,
    publishers=ASYNC_AUTHORS.replace("Author", "Publisher"),
    books=ASYNC_BOOKS,
    services=None,
    indirect=None,
    app=LOADING_APP,
)


def rename_the_loaded_field(project: Project) -> Project:
    """Rename a field of the related model, which the consumer reads."""
    return project.substitute("myapp/authors.py", "name: str", "label: str")


def retype_the_loaded_field(project: Project) -> Project:
    """Change the type of that field."""
    return project.substitute("myapp/authors.py", "label: str", "name: int")


def point_the_loaded_relation_elsewhere(project: Project) -> Project:
    """Point the loaded relation at another model."""
    return project.substitute(
        "myapp/books.py",
        "AsyncForeignKey[Author] = AsyncForeignKey(Author",
        "AsyncForeignKey[Publisher] = AsyncForeignKey(Publisher",
    ).substitute(
        "myapp/books.py",
        '(Publisher, related_name="books")\n    p',
        '(Publisher, related_name="made")\n    p',
    )


def rename_the_loaded_relation(project: Project) -> Project:
    """Rename the relation: the path that is loaded exists no more."""
    return project.substitute("myapp/books.py", "    author:", "    writer:")


def make_the_loaded_relation_nullable(project: Project) -> Project:
    """Make the loaded relation nullable."""
    return project.substitute(
        "myapp/books.py", "AsyncForeignKey[Author]", "AsyncForeignKey[Author | None]"
    )


LOADED_AUTHOR = (
    reveals("loaded[0].author", 'myapp.authors.Author"'),
    reveals(
        "unloaded[0].author", "sqliter.asyncio.orm.fields.AsyncLazyLoader[myapp.authors.Author]"
    ),
)
LOAD_STATES = Scenario(
    "loaded-relation",
    LOADING,
    (*LOADED_AUTHOR, reveals("loaded[0].author.name", "str")),
    (
        Step(rename_the_loaded_field, (absent("loaded[0].author.name"),)),
        Step(retype_the_loaded_field, (reveals("loaded[0].author.name", "int"),)),
        Step(
            point_the_loaded_relation_elsewhere,
            (reveals("loaded[0].author", 'myapp.publishers.Publisher"'),),
        ),
        Step(back_to(LOADING), LOADED_AUTHOR),
        Step(
            make_the_loaded_relation_nullable,
            (reveals("loaded[0].author", "myapp.authors.Author | None"),),
        ),
        Step(rename_the_loaded_relation, (absent("loaded[0].author"),)),
        Step(back_to(LOADING), LOADED_AUTHOR),
    ),
)

SYNC_LOADING_APP = """\
from sqliter import SqliterDB

from myapp.books import Book


def consume(db: SqliterDB) -> None:
    for book in db.select(Book).select_related("author").fetch_all():
        reveal_type(book.author.name)
        reveal_type(book.author.books.fetch_all()[0].title)
"""
SYNC_LOADING = library(app=SYNC_LOADING_APP, indirect=None)
SYNC_LOAD_STATES = Scenario(
    "loaded-relation-and-back",
    SYNC_LOADING,
    (
        reveals("book.author.name", "str"),
        reveals("book.author.books.fetch_all()[0].title", "str"),
    ),
    (
        Step(rename_to_volumes, (says('has no attribute "books"'),)),
        Step(back_to(SYNC_LOADING), (reveals("book.author.name", "str"),)),
    ),
)

SECOND_QUERY = reverse_query("myapp.comics.Comic")


def add_comics(project: Project) -> Project:
    """Add a model like the first in a new file, with an accessor of its own."""
    text = BOOKS.replace("Book(", "Comic(").replace('"books"', '"comics"')
    return project.write("myapp/comics.py", text)


def exchange_the_files(project: Project) -> Project:
    """Exchange the names of the accessors between two files of sources."""
    return project.substitute("myapp/comics.py", '"comics"', '"books"').substitute(
        "myapp/books.py", '"books"', '"comics"'
    )


BOTH = library("author.books", "author.comics")
EXCHANGE = Scenario(
    "accessors-exchanged-between-files",
    BOTH,
    (reveals("author.books", BOOK_QUERY), absent("author.comics")),
    (
        Step(add_comics, (reveals("author.comics", SECOND_QUERY),)),
        Step(
            exchange_the_files,
            (reveals("author.comics", BOOK_QUERY), reveals("author.books", SECOND_QUERY)),
        ),
        Step(back_to(BOTH), (reveals("author.books", BOOK_QUERY), absent("author.comics"))),
    ),
)

STORIES = (FROM_AFAR, PROTOCOLS, TWO_ACCESSORS, LOAD_STATES, SYNC_LOAD_STATES, EXCHANGE)
