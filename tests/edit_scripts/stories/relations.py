"""Stories about relations that come, go, move and change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to, change_nothing, touching
from ..expectations import (
    absent,
    reports,
    reveals,
    reverse_query,
    reverse_relationship,
)
from ..scenario import Scenario, Step
from .texts import BOOK_QUERY, BOOKS, REVIEWS, consumer, library

if TYPE_CHECKING:
    from ..project import Project

FROM_INDIRECT = (reveals("get_author().books", BOOK_QUERY), reveals("at_the_top", BOOK_QUERY))

FIRST_LIBRARY = library(
    "author.books", "Author.books", "author.books.fetch_all()[0].title", "author.reviews"
)


def add_reviews(project: Project) -> Project:
    """Add a model in a new file, which nothing imports."""
    return project.write("myapp/reviews.py", REVIEWS)


def edit_the_consumer(project: Project) -> Project:
    """Add a mistake to the consumer alone."""
    return project.append("myapp/app.py", '\nwrong: int = ""\n')


def delete_reviews(project: Project) -> Project:
    """Delete the new file."""
    return project.delete("myapp/reviews.py")


NEW_FILE = Scenario(
    "relation-in-a-new-file",
    FIRST_LIBRARY,
    (
        reveals("author.books", BOOK_QUERY),
        reveals("Author.books", reverse_relationship("myapp.books.Book")),
        reveals("author.books.fetch_all()[0].title", "str"),
        absent("author.reviews"),
        *FROM_INDIRECT,
    ),
    (
        Step(change_nothing, (reveals("author.books", BOOK_QUERY),)),
        Step(
            add_reviews,
            (
                reveals("author.reviews", reverse_query("myapp.reviews.Review")),
                reveals("author.books", BOOK_QUERY),
            ),
        ),
        Step(
            edit_the_consumer,
            (
                reveals("author.reviews", reverse_query("myapp.reviews.Review")),
                reports("wrong: int", "Incompatible types in assignment"),
            ),
        ),
        Step(delete_reviews, (absent("author.reviews"), reveals("author.books", BOOK_QUERY))),
        Step(add_reviews, (reveals("author.reviews", reverse_query("myapp.reviews.Review")),)),
    ),
)


def write_the_first_relation(project: Project) -> Project:
    """Add the project's first relation, to a file that was there without one."""
    return project.write("myapp/books.py", BOOKS)


def remove_the_last_relation(project: Project) -> Project:
    """Remove the field again and keeps the model."""
    return project.substitute(
        "myapp/books.py",
        '    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")\n',
        "",
    )


FIRST_RELATION = Scenario(
    "first-relation-in-a-known-file",
    library("author.books", books="# to be written\n"),
    (absent("author.books"), absent("get_author().books")),
    (
        Step(write_the_first_relation, (reveals("author.books", BOOK_QUERY), *FROM_INDIRECT)),
        Step(remove_the_last_relation, (absent("author.books"),)),
        Step(write_the_first_relation, (reveals("author.books", BOOK_QUERY), *FROM_INDIRECT)),
    ),
)


def rename_to_volumes(project: Project) -> Project:
    """Give the accessor another name."""
    return project.substitute("myapp/books.py", '"books"', '"volumes"')


def rename_to_fiction(project: Project) -> Project:
    """Give the accessor a name of the same length: the file keeps its size."""
    return project.substitute("myapp/books.py", '"volumes"', '"fiction"')


RENAMED_ACCESSOR = Scenario(
    "renamed-accessor",
    library("author.books", "author.volumes", "author.fiction"),
    (reveals("author.books", BOOK_QUERY), absent("author.volumes"), *FROM_INDIRECT),
    (
        Step(
            rename_to_volumes,
            (
                absent("author.books"),
                reveals("author.volumes", BOOK_QUERY),
                absent("get_author().books"),
            ),
        ),
        Step(
            rename_to_fiction,
            (absent("author.volumes"), reveals("author.fiction", BOOK_QUERY)),
        ),
        Step(touching("myapp/books.py"), (reveals("author.fiction", BOOK_QUERY),)),
        Step(touching("myapp/authors.py"), (reveals("author.fiction", BOOK_QUERY),)),
    ),
)


def move_the_model(project: Project) -> Project:
    """Move ``Book`` to a new module and leaves a comment behind."""
    return project.move("myapp/books.py", "myapp/shelf.py").write("myapp/books.py", "# moved\n")


def delete_the_old_module(project: Project) -> Project:
    """Delete the module that holds nothing any more."""
    return project.delete("myapp/books.py")


def move_to_the_target(project: Project) -> Project:
    """Move the model into the target's own module, below the target."""
    model = project["myapp/shelf.py"].partition("import Author\n")[2]
    return project.append("myapp/authors.py", model).delete("myapp/shelf.py")


MOVED_MODEL = Scenario(
    "moved-model",
    library("author.books"),
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(move_the_model, (reveals("author.books", reverse_query("myapp.shelf.Book")),)),
        Step(delete_the_old_module, (reveals("author.books", reverse_query("myapp.shelf.Book")),)),
        Step(move_to_the_target, (reveals("author.books", reverse_query("myapp.authors.Book")),)),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def delete_the_source(project: Project) -> Project:
    """Delete the file with the relation."""
    return project.delete("myapp/books.py")


def delete_the_target(project: Project) -> Project:
    """Delete the file that the relation points at, which others still import."""
    return project.delete("myapp/authors.py")


DELETED_FILES = Scenario(
    "deleted-files",
    library("author.books"),
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(delete_the_source, (absent("author.books"), absent("get_author().books"))),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
        Step(
            delete_the_target,
            (reports("from myapp.authors import Author", "Cannot find implementation"),),
        ),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def point_at_publishers(project: Project) -> Project:
    """Point the relation at another model."""
    text = project["myapp/books.py"].replace("authors", "publishers").replace("Author", "Publisher")
    return project.write("myapp/books.py", text)


CHANGED_TARGET = Scenario(
    "changed-target",
    library("author.books", "publisher.books"),
    (reveals("author.books", BOOK_QUERY), absent("publisher.books")),
    (
        Step(point_at_publishers, (absent("author.books"), reveals("publisher.books", BOOK_QUERY))),
        Step(
            back_to(library("author.books", "publisher.books")),
            (reveals("author.books", BOOK_QUERY), absent("publisher.books")),
        ),
    ),
)


def leave_out_the_name(project: Project) -> Project:
    """Leave the name of the accessor to the library."""
    return project.substitute("myapp/books.py", ', related_name="volumes"', "")


def rename_the_class(project: Project) -> Project:
    """Rename the model, and with it the default accessor."""
    return project.substitute("myapp/books.py", "class Book(", "class Story(")


NAMED = library(
    "author.books",
    "author.volumes",
    "author.stories",
    books=BOOKS.replace('"books"', '"volumes"'),
)
DEFAULT_ACCESSOR = Scenario(
    "default-accessor-and-renamed-class",
    NAMED,
    (reveals("author.volumes", BOOK_QUERY), absent("author.books")),
    (
        Step(leave_out_the_name, (reveals("author.books", BOOK_QUERY), absent("author.volumes"))),
        Step(
            rename_the_class,
            (
                reveals("author.stories", reverse_query("myapp.books.Story")),
                absent("author.books"),
            ),
        ),
        Step(back_to(NAMED), (reveals("author.volumes", BOOK_QUERY),)),
        Step(rename_the_class, (reveals("author.volumes", reverse_query("myapp.books.Story")),)),
    ),
)


def edit_a_body(project: Project) -> Project:
    """Edit the body of a method, which keeps the size of the file."""
    return project.substitute("myapp/books.py", "return 1", "return 2")


def break_a_body(project: Project) -> Project:
    """Return the wrong type from the method."""
    return project.substitute("myapp/books.py", "return 2", 'return "2"')


def change_a_field(project: Project) -> Project:
    """Change the type of a field that consumers reach through the accessor."""
    return project.substitute("myapp/books.py", "title: str", "title: int")


BODIES_AND_FIELDS = Scenario(
    "bodies-and-fields-of-the-source",
    library("author.books", "author.books.fetch_all()[0].title"),
    (reveals("author.books.fetch_all()[0].title", "str"),),
    (
        Step(edit_a_body, (reveals("author.books", BOOK_QUERY),)),
        Step(break_a_body, (reports('return "2"', "Incompatible return value type"),)),
        Step(change_a_field, (reveals("author.books.fetch_all()[0].title", "int"),)),
        Step(
            back_to(library("author.books", "author.books.fetch_all()[0].title")),
            (reveals("author.books.fetch_all()[0].title", "str"),),
        ),
    ),
)


def add_the_consumer(project: Project) -> Project:
    """Write the first code that uses an accessor that was there all the time."""
    return project.write("myapp/app.py", consumer("author.books", "publisher.books"))


def add_both_at_once(project: Project) -> Project:
    """Pull a change that adds a relation and its use."""
    return add_reviews(project).write(
        "myapp/app.py", consumer("author.books", "author.reviews", "publisher.books")
    )


CONSUMER_LATER = Scenario(
    "consumer-after-the-relation",
    library("author.name", indirect=None),
    (reveals("author.name", "str"),),
    (
        Step(add_the_consumer, (reveals("author.books", BOOK_QUERY), absent("publisher.books"))),
        Step(
            add_both_at_once,
            (
                reveals("author.books", BOOK_QUERY),
                reveals("author.reviews", reverse_query("myapp.reviews.Review")),
            ),
        ),
    ),
)

STORIES = (
    NEW_FILE,
    FIRST_RELATION,
    RENAMED_ACCESSOR,
    MOVED_MODEL,
    DELETED_FILES,
    CHANGED_TARGET,
    DEFAULT_ACCESSOR,
    BODIES_AND_FIELDS,
    CONSUMER_LATER,
)
