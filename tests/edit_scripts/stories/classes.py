"""Stories about the classes themselves: bases, mixins, broken syntax, cycles, clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to, break_syntax_of, mend_syntax_of
from ..expectations import absent, reports, reveals, reverse_query, says
from ..scenario import Scenario, Step
from .texts import AUTHORS, BOOK_QUERY, BOOKS, IMPORTS, library

if TYPE_CHECKING:
    from ..project import Project

PLAIN = library("author.books", "author.name")


def add_a_relation_while_broken(project: Project) -> Project:
    """Add a relation to the file, in the lines before the unfinished one."""
    return project.substitute(
        "myapp/books.py",
        '"books")\n',
        '"books")\n    editor: ForeignKey[Author] = ForeignKey(Author, related_name="edited")\n',
    )


BROKEN_SOURCE = Scenario(
    "broken-syntax-of-the-source",
    library("author.books", "author.edited"),
    (reveals("author.books", BOOK_QUERY), absent("author.edited")),
    (
        Step(break_syntax_of("myapp/books.py"), (says("myapp/books.py:12: error:"),)),
        Step(add_a_relation_while_broken, (says("myapp/books.py:13: error:"),)),
        Step(
            mend_syntax_of("myapp/books.py"),
            (reveals("author.books", BOOK_QUERY), reveals("author.edited", BOOK_QUERY)),
        ),
    ),
)

BROKEN_FROM_THE_START = Scenario(
    "broken-syntax-from-the-start",
    break_syntax_of("myapp/books.py")(PLAIN),
    (says("myapp/books.py:12: error:"),),
    (Step(mend_syntax_of("myapp/books.py"), (reveals("author.books", BOOK_QUERY),)),),
)

BROKEN_TARGET = Scenario(
    "broken-syntax-of-the-target",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(break_syntax_of("myapp/authors.py"), (says("myapp/authors.py:7: error:"),)),
        Step(mend_syntax_of("myapp/authors.py"), (reveals("author.books", BOOK_QUERY),)),
    ),
)

BROKEN_CONSUMER = Scenario(
    "broken-syntax-of-the-consumer",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(break_syntax_of("myapp/app.py"), (says("myapp/app.py:"),)),
        Step(mend_syntax_of("myapp/app.py"), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def make_it_a_plain_class(project: Project) -> Project:
    """Turn the target into a plain class, which is no model any more."""
    return project.substitute("myapp/authors.py", "(BaseDBModel)", "")


def give_it_a_base(project: Project) -> Project:
    """Make the target a subclass of a model in a new module."""
    return project.write(
        "myapp/people.py", AUTHORS.replace("Author", "Person").replace("name", "born")
    ).write(
        "myapp/authors.py",
        "from myapp.people import Person\n\n\nclass Author(Person):\n    name: str\n",
    )


def point_at_the_base(project: Project) -> Project:
    """Point the relation at the base class: the target inherits the accessor."""
    text = project["myapp/books.py"].replace("authors", "people").replace("Author", "Person")
    return project.write("myapp/books.py", text)


TARGET_BASES = Scenario(
    "bases-of-the-target",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(make_it_a_plain_class),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
        Step(give_it_a_base, (reveals("author.books", BOOK_QUERY),)),
        Step(point_at_the_base, (reveals("author.books", BOOK_QUERY),)),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def move_the_field_to_a_base(project: Project) -> Project:
    """Move the relation into a base class, of which two models inherit."""
    text = project["myapp/books.py"].replace("class Book(", "class Owned(")
    models = "\n\nclass Book(Owned):\n    pages: int\n\n\nclass Film(Owned):\n    minutes: int\n"
    return project.write("myapp/books.py", text.partition("\n    def pages")[0] + models)


MIXIN = f"""\
{IMPORTS}from myapp.authors import Author


class OwnedMixin(BaseDBModel):
    owner: ForeignKey[Author] = ForeignKey(Author, related_name="owned")
"""


def add_a_mixin_with_a_relation(project: Project) -> Project:
    """Let the source inherit from a mixin in a new module, with a relation of its own."""
    return (
        project.write("myapp/mixins.py", MIXIN)
        .substitute("myapp/books.py", "class Book(BaseDBModel)", "class Book(OwnedMixin)")
        .substitute(
            "myapp/books.py", "\n\n\nclass", "\nfrom myapp.mixins import OwnedMixin\n\n\nclass"
        )
    )


def empty_the_mixin(project: Project) -> Project:
    """Take the relation out of the mixin."""
    text = project["myapp/mixins.py"].partition("    owner")[0] + "    pass\n"
    return project.write("myapp/mixins.py", text)


INHERITANCE_PROBES = ("author.books", "author.owneds", "author.owned")
UNNAMED = library(*INHERITANCE_PROBES, books=BOOKS.replace(', related_name="books"', ""))
SOURCE_BASES = Scenario(
    "bases-of-the-source",
    UNNAMED,
    (reveals("author.books", BOOK_QUERY), absent("author.owneds")),
    (
        Step(
            move_the_field_to_a_base,
            (absent("author.books"), reveals("author.owneds", reverse_query("myapp.books.Owned"))),
        ),
        Step(back_to(UNNAMED), (reveals("author.books", BOOK_QUERY), absent("author.owneds"))),
        Step(
            add_a_mixin_with_a_relation,
            (
                reveals("author.books", BOOK_QUERY),
                reveals("author.owned", reverse_query("myapp.mixins.OwnedMixin")),
            ),
        ),
        Step(empty_the_mixin, (reveals("author.books", BOOK_QUERY), absent("author.owned"))),
    ),
)


def make_nullable(project: Project) -> Project:
    """Make the relation nullable."""
    return project.substitute("myapp/books.py", "ForeignKey[Author]", "ForeignKey[Author | None]")


def make_required(project: Project) -> Project:
    """Make the relation required again."""
    return project.substitute("myapp/books.py", "ForeignKey[Author | None]", "ForeignKey[Author]")


def rename_the_field(project: Project) -> Project:
    """Rename the relation, and with it the field that holds the key."""
    return project.substitute("myapp/books.py", "author:", "writer:")


BOOK_IMPORT = "from myapp.books import Book\n\nbook = Book.model_construct()\n"
KEYED = library(
    "book.author_id", "book.writer_id", "book.author", "author.books", imports=BOOK_IMPORT
)
NULLABLE = Scenario(
    "nullable-relation-and-renamed-field",
    KEYED,
    (
        reveals("book.author_id", 'int"'),
        reveals("book.author", 'myapp.authors.Author"'),
        absent("book.writer_id"),
    ),
    (
        Step(
            make_nullable,
            (
                reveals("book.author_id", "int | None"),
                reveals("book.author", "myapp.authors.Author | None"),
            ),
        ),
        Step(make_required, (reveals("book.author_id", 'int"'),)),
        Step(rename_the_field, (reveals("book.writer_id", 'int"'), absent("book.author_id"))),
        Step(back_to(KEYED), (reveals("book.author_id", 'int"'), absent("book.writer_id"))),
    ),
)


def point_back(project: Project) -> Project:
    """Add a relation from the target to the source: the modules form a cycle."""
    return project.write(
        "myapp/authors.py",
        f"""\
{IMPORTS}from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from myapp.books import Book


class Author(BaseDBModel):
    name: str
    favourites: ManyToMany["Book"] = ManyToMany("Book", related_name="fans")
""",
    )


CYCLE_PROBES = library(
    "author.books", "book.fans", "book.pages()", imports=BOOK_IMPORT, indirect=None
)
CYCLES = Scenario(
    "cycle-of-modules",
    CYCLE_PROBES,
    (reveals("author.books", BOOK_QUERY), absent("book.fans")),
    (
        Step(
            point_back,
            (
                reveals("author.books", BOOK_QUERY),
                reveals("book.fans", "sqliter.orm.m2m.ManyToManyManager[myapp.authors.Author"),
            ),
        ),
        Step(back_to(CYCLE_PROBES), (reveals("author.books", BOOK_QUERY), absent("book.fans"))),
        Step(point_back, (reveals("author.books", BOOK_QUERY),)),
    ),
)


def declare_above_the_target(project: Project) -> Project:
    """Move the source into the target's file, above the class it points at."""
    source = """
class Book(BaseDBModel):
    title: str
    authors: ManyToMany["Author"] = ManyToMany("Author", related_name="books")


class Author"""
    return project.substitute("myapp/authors.py", "\nclass Author", source).delete("myapp/books.py")


SAME_FILE = Scenario(
    "source-above-the-target-in-one-file",
    library("author.books"),
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(
            declare_above_the_target,
            (reveals("author.books", "sqliter.orm.m2m.ManyToManyManager[myapp.authors.Book"),),
        ),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def define_the_name_in_the_body(project: Project) -> Project:
    """Define the accessor's name in the target's body: a clash."""
    return project.append("myapp/authors.py", "\n    def books(self) -> int:\n        return 1\n")


def claim_the_name_twice(project: Project) -> Project:
    """Add a second model that claims the same accessor."""
    second = BOOKS.replace("Book(", "Comic(")
    return project.write("myapp/comics.py", second)


CLASHES = Scenario(
    "clash-of-names",
    library("author.books"),
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(define_the_name_in_the_body, (reports("ForeignKey(", "clashes with"),)),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
        Step(claim_the_name_twice, (reports("ForeignKey(", "is also that of"),)),
        Step(back_to(library("author.books")), (reveals("author.books", BOOK_QUERY),)),
    ),
)

IN_A_FUNCTION = """\
from sqliter.orm import BaseDBModel, ForeignKey

from myapp.authors import Author


def test_drafts() -> None:
    class Writer(BaseDBModel):
        name: str

    class Draft(BaseDBModel):
        writer: ForeignKey[Writer] = ForeignKey(Writer)
        author: ForeignKey[Author] = ForeignKey(Author)

    def consume(writer: Writer, draft: Draft) -> None:
        reveal_type(writer.drafts)
        reveal_type(writer.sketches)
        reveal_type(draft.author_id)
"""
LOCAL = library("author.books", "author.drafts", app=IN_A_FUNCTION)


def draft_query(line: int) -> str:
    """Name the query of a class in a function, as mypy does."""
    return reverse_query(f"myapp.app.Draft@{line}")


def move_down(project: Project) -> Project:
    """Add a line above the function."""
    return project.write("myapp/app.py", "import os\n" + project["myapp/app.py"])


def name_the_sketches(project: Project) -> Project:
    """Rename the accessor."""
    old, new = "ForeignKey(Writer)", 'ForeignKey(Writer, related_name="sketches")'
    return project.substitute("myapp/app.py", old, new)


MODELS_IN_A_FUNCTION = Scenario(
    "models-in-a-function",
    LOCAL,
    (reveals("writer.drafts", draft_query(10)), absent("writer.sketches")),
    (
        Step(move_down, (reveals("writer.drafts", draft_query(11)),)),
        Step(name_the_sketches, (reveals("writer.sketches", draft_query(11)),)),
        Step(back_to(LOCAL), (reveals("writer.drafts", draft_query(10)),)),
    ),
)

STORIES = (
    BROKEN_SOURCE,
    BROKEN_FROM_THE_START,
    BROKEN_TARGET,
    BROKEN_CONSUMER,
    TARGET_BASES,
    SOURCE_BASES,
    NULLABLE,
    CYCLES,
    SAME_FILE,
    CLASHES,
    MODELS_IN_A_FUNCTION,
)
