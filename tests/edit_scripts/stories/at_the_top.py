"""Stories about code that reads accessors outside of functions, while a module is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reveals
from ..scenario import Scenario, Step
from .relations import delete_the_source, rename_to_volumes
from .texts import BOOK_QUERY, library

if TYPE_CHECKING:
    from ..project import Project

APP = """\
from myapp.authors import Author
from myapp.services import get_author

of_the_class = Author.books
reveal_type(of_the_class)
reveal_type(Author.volumes)
reveal_type(get_author().volumes)
titles = [book.title for book in get_author().books.fetch_all()]
reveal_type(titles)


class Shelf:
    books = get_author().books
    reveal_type(books)

    def show(self, first: object = get_author().books) -> None:
        reveal_type(self.books)
"""
AT_THE_TOP = library(app=APP)
BOOK_DESCRIPTOR = "sqliter.orm.query.ReverseRelationship[myapp.books.Book]"


def add_a_module_level_name(project: Project) -> Project:
    """Edit the consumer alone."""
    return project.append("myapp/app.py", "\nlast = get_author().books\nreveal_type(last)\n")


CONSUMER = Scenario(
    "consumer-at-the-top-of-a-module",
    AT_THE_TOP,
    (
        reveals("of_the_class", BOOK_DESCRIPTOR),
        reveals("titles", "list[str]"),
        reveals("self.books", BOOK_QUERY),
        absent("Author.volumes"),
    ),
    (
        Step(add_a_module_level_name, (reveals("last", BOOK_QUERY),)),
        Step(
            rename_to_volumes,
            (reveals("of_the_class", "Any"), reveals("get_author().volumes", BOOK_QUERY)),
        ),
        Step(back_to(AT_THE_TOP), (reveals("titles", "list[str]"),)),
        Step(delete_the_source, (absent("get_author().books"),)),
        Step(back_to(AT_THE_TOP), (reveals("self.books", BOOK_QUERY),)),
    ),
)

STORIES = (CONSUMER,)
