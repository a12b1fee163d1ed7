"""Stories about the paths that names take: re-exports, aliases, stars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reveals
from ..scenario import Scenario, Step
from .texts import AUTHORS, BOOK_QUERY, BOOKS, library

if TYPE_CHECKING:
    from ..project import Project

PROBES = ("author.books", "publisher.books")
PLAIN = library(*PROBES)


def import_from_the_package(project: Project) -> Project:
    """R-exports the target from the package, and imports it from there."""
    return project.write(
        "myapp/__init__.py", "from myapp.authors import Author as Author\n"
    ).substitute("myapp/books.py", "from myapp.authors", "from myapp")


def redirect_the_export(project: Project) -> Project:
    """Let the package export another model by the same name."""
    return project.write("myapp/__init__.py", "from myapp.publishers import Publisher as Author\n")


def redirect_it_back(project: Project) -> Project:
    """Let the package export the first model again."""
    return project.write("myapp/__init__.py", "from myapp.authors import Author as Author\n")


REEXPORT = Scenario(
    "redirected-re-export",
    PLAIN,
    (reveals("author.books", BOOK_QUERY), absent("publisher.books")),
    (
        Step(import_from_the_package, (reveals("author.books", BOOK_QUERY),)),
        Step(redirect_the_export, (absent("author.books"), reveals("publisher.books", BOOK_QUERY))),
        Step(redirect_it_back, (reveals("author.books", BOOK_QUERY), absent("publisher.books"))),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def move_the_target_behind_a_star(project: Project) -> Project:
    """Move the target to a new module, and leaves a star import in the old one."""
    return project.move("myapp/authors.py", "myapp/writers.py").write(
        "myapp/authors.py", "from myapp.writers import *\n"
    )


def hide_the_target_from_the_star(project: Project) -> Project:
    """List other names only in ``__all__``: the star exports the model no more."""
    return project.append("myapp/writers.py", '\n__all__ = ["BaseDBModel"]\n')


def show_the_target_again(project: Project) -> Project:
    """Delete the list of names."""
    return project.substitute("myapp/writers.py", '\n__all__ = ["BaseDBModel"]\n', "")


STAR = Scenario(
    "star-import",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(move_the_target_behind_a_star, (reveals("author.books", BOOK_QUERY),)),
        Step(hide_the_target_from_the_star),
        Step(show_the_target_again, (reveals("author.books", BOOK_QUERY),)),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
    ),
)


def import_the_constructor_by_an_alias(project: Project) -> Project:
    """Import ``ForeignKey`` by a short name."""
    return project.write(
        "myapp/books.py",
        BOOKS.replace("ForeignKey", "FK").replace("import BaseDBModel, FK", ALIASED),
    )


def import_the_constructor_from_the_project(project: Project) -> Project:
    """Collect the library's names in a module of the project."""
    return project.write(
        "myapp/db.py",
        "from sqliter.orm import BaseDBModel as BaseDBModel, ForeignKey as FK\n"
        "from sqliter.orm import ManyToMany as ManyToMany\n",
    ).write(
        "myapp/books.py",
        BOOKS.replace("from sqliter.orm", "from myapp.db").replace("ForeignKey", "FK"),
    )


def replace_the_constructor(project: Project) -> Project:
    """Let the project's own name stand for something that declares no relation."""
    return project.write(
        "myapp/db.py",
        """\
from typing import Any, Generic, TypeVar

from sqliter.orm import BaseDBModel as BaseDBModel, ManyToMany as ManyToMany

T = TypeVar("T")


class FK(Generic[T]):
    def __init__(self, model: type[T], related_name: str) -> None: ...
""",
    )


def use_the_module_itself(project: Project) -> Project:
    """Import modules and writes dotted names."""
    text = (
        BOOKS.replace(
            "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany",
            "import sqliter.orm as orm",
        )
        .replace("from myapp.authors import Author", "import myapp.authors")
        .replace("BaseDBModel", "orm.BaseDBModel")
        .replace("ForeignKey", "orm.ForeignKey")
        .replace("[Author]", "[myapp.authors.Author]")
        .replace("(Author,", "(myapp.authors.Author,")
    )
    return project.write("myapp/books.py", text)


ALIASED = "import BaseDBModel, ForeignKey as FK"
ALIAS = Scenario(
    "aliased-constructor",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(import_the_constructor_by_an_alias, (reveals("author.books", BOOK_QUERY),)),
        Step(import_the_constructor_from_the_project, (reveals("author.books", BOOK_QUERY),)),
        Step(replace_the_constructor, (absent("author.books"),)),
        Step(import_the_constructor_from_the_project, (reveals("author.books", BOOK_QUERY),)),
        Step(use_the_module_itself, (reveals("author.books", BOOK_QUERY),)),
    ),
)


def rename_the_target(project: Project) -> Project:
    """Rename the target, and everybody imports it by its old name."""
    renamed = "from myapp.authors import Writer as Author"
    project = project.write("myapp/authors.py", AUTHORS.replace("Author", "Writer"))
    for path in ("myapp/books.py", "myapp/app.py", "myapp/services.py"):
        project = project.substitute(path, "from myapp.authors import Author", renamed)
    return project


def shadow_the_target(project: Project) -> Project:
    """Assign another class to the imported name, before the relation uses it."""
    return project.substitute(
        "myapp/books.py",
        "from myapp.authors import Author",
        "from myapp.publishers import Publisher as Author",
    )


RENAMED_TARGET = Scenario(
    "renamed-target",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(rename_the_target, (reveals("author.books", BOOK_QUERY),)),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
        Step(shadow_the_target, (absent("author.books"), reveals("publisher.books", BOOK_QUERY))),
    ),
)


def package_of_models(project: Project) -> Project:
    """Turn the module of the target into a package with a relative re-export."""
    return project.move("myapp/authors.py", "myapp/authors/person.py").write(
        "myapp/authors/__init__.py", "from .person import Author as Author\n"
    )


def relative_source(project: Project) -> Project:
    """Move the source into that package too, with relative imports."""
    text = BOOKS.replace("from myapp.authors import", "from . import")
    return project.write("myapp/authors/works.py", text).delete("myapp/books.py")


PACKAGES = Scenario(
    "module-becomes-a-package",
    PLAIN,
    (reveals("author.books", BOOK_QUERY),),
    (
        Step(package_of_models, (reveals("author.books", BOOK_QUERY),)),
        Step(
            relative_source,
            (reveals("author.books", BOOK_QUERY.replace("books.Book", "authors.works.Book")),),
        ),
        Step(back_to(PLAIN), (reveals("author.books", BOOK_QUERY),)),
    ),
)

STORIES = (REEXPORT, STAR, ALIAS, RENAMED_TARGET, PACKAGES)
