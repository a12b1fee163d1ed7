"""Stories about where a project keeps its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reports, reveals, reverse_query
from ..project import Project
from ..scenario import Layout, Scenario, Step
from .relations import add_reviews, delete_reviews, rename_to_volumes
from .texts import BOOK_QUERY, PUBLISHERS, REVIEWS, library

if TYPE_CHECKING:
    from ..project import Edit

PROBES = ("author.books", "author.volumes", "author.reviews")
PLAIN = library(*PROBES)
REVIEW_QUERY = reverse_query("myapp.reviews.Review")


def beneath(directory: str, project: Project) -> Project:
    """Move a whole project into a directory."""
    return Project.of({f"{directory}/{path}": project[path] for path in project})


def in_src(edit: Edit) -> Edit:
    """Make the same edit to a project with a src layout."""

    def edit_in_src(project: Project) -> Project:
        outside = Project.of({path.removeprefix("src/"): project[path] for path in project})
        return beneath("src", edit(outside))

    edit_in_src.__name__ = edit.__name__
    edit_in_src.__doc__ = edit.__doc__
    return edit_in_src


SRC_LAYOUT = Scenario(
    "src-layout",
    beneath("src", PLAIN),
    (reveals("author.books", BOOK_QUERY), absent("author.reviews")),
    (
        Step(in_src(add_reviews), (reveals("author.reviews", REVIEW_QUERY),)),
        Step(in_src(rename_to_volumes), (reveals("author.volumes", BOOK_QUERY),)),
        Step(in_src(delete_reviews), (absent("author.reviews"),)),
    ),
    Layout(paths=("src",), file="src/myapp/app.py", mypy_path=("src",)),
)


NAMESPACE = PLAIN.delete("myapp/__init__.py")


def add_an_init(project: Project) -> Project:
    """Make a regular package of the namespace package."""
    return project.write("myapp/__init__.py", "")


NAMESPACE_PACKAGE = Scenario(
    "namespace-package",
    NAMESPACE,
    (reveals("author.books", BOOK_QUERY), absent("author.reviews")),
    (
        Step(add_reviews, (reveals("author.reviews", REVIEW_QUERY),)),
        Step(rename_to_volumes, (reveals("author.volumes", BOOK_QUERY),)),
        Step(add_an_init, (reveals("author.volumes", BOOK_QUERY),)),
        Step(back_to(NAMESPACE), (reveals("author.books", BOOK_QUERY), absent("author.reviews"))),
    ),
    Layout(settings=("explicit_package_bases = True",), mypy_path=(".",)),
)

CORE = ("__init__", "authors", "publishers", "services")


def in_two_roots(project: Project) -> Project:
    """Spread the library: what relations point at in one root, sources and users in another."""
    texts: dict[str, str] = {}
    for path in project:
        name = path.removeprefix("myapp/").removesuffix(".py")
        text = project[path]
        for core in CORE[1:]:
            text = text.replace(f"myapp.{core}", f"people.{core}")
        if name in CORE:
            texts[f"core/people/{name}.py"] = text
        if name not in CORE or name == "__init__":
            texts[f"shop/myapp/{name}.py"] = text
    return Project.of(texts)


def add_reviews_to_the_shop(project: Project) -> Project:
    """Add a relation in one root into a model of the other."""
    text = REVIEWS.replace("myapp.authors", "people.authors")
    return project.write("shop/myapp/reviews.py", text)


def rename_in_the_shop(project: Project) -> Project:
    """Rename the accessor."""
    return project.substitute("shop/myapp/books.py", '"books"', '"volumes"')


def point_at_publishers_of_the_core(project: Project) -> Project:
    """Point the relation at another model of the other root."""
    text = project["shop/myapp/books.py"]
    return project.write(
        "shop/myapp/books.py", text.replace("authors", "publishers").replace("Author", "Publisher")
    )


def swap_the_models(project: Project) -> Project:
    """Empty the module of publishers in the core."""
    return project.write("core/people/publishers.py", PUBLISHERS.replace("name", "title"))


SPREAD = in_two_roots(library(*PROBES, "publisher.volumes"))
TWO_ROOTS = Scenario(
    "two-roots",
    SPREAD,
    (reveals("author.books", BOOK_QUERY), absent("author.reviews")),
    (
        Step(add_reviews_to_the_shop, (reveals("author.reviews", REVIEW_QUERY),)),
        Step(rename_in_the_shop, (reveals("author.volumes", BOOK_QUERY), absent("author.books"))),
        Step(
            point_at_publishers_of_the_core,
            (absent("author.volumes"), reveals("publisher.volumes", BOOK_QUERY)),
        ),
        Step(swap_the_models, (reveals("publisher.volumes", BOOK_QUERY),)),
        Step(back_to(SPREAD), (reveals("author.books", BOOK_QUERY), absent("author.reviews"))),
    ),
    Layout(
        paths=("core", "shop"),
        file="shop/myapp/app.py",
        packages=("people", "myapp"),
        mypy_path=("core", "shop"),
    ),
)

TEST_REVIEWS = f"""\
{REVIEWS.replace("myapp.authors", "myapp")}

def check_review(author: Author) -> None:
    reveal_type(author.reviews)
    reveal_type(author.books)
    reveal_type(author.marks)
"""
MARKS = """\
import facade
from sqliter.orm import BaseDBModel, ForeignKey


class Mark(BaseDBModel):
    author: ForeignKey[facade.Author] = ForeignKey(facade.Author, related_name="marks")
"""


def add_marks_in_a_new_folder(project: Project) -> Project:
    """Add a folder without ``__init__.py``, with a relation."""
    return project.write("more/test_marks.py", MARKS)


def delete_marks(project: Project) -> Project:
    """Delete the folder."""
    return project.delete("more/test_marks.py")


def rename_in_the_tests(project: Project) -> Project:
    """Rename the accessor of the model in the tests."""
    return project.substitute("tests/test_reviews.py", '"reviews"', '"ratings"')


def export_by_a_star(project: Project) -> Project:
    """Export the model by a star import."""
    return project.write("myapp/__init__.py", "from .authors import *\n")


def export_nothing(project: Project) -> Project:
    """Take the re-export away."""
    return project.write("myapp/__init__.py", "")


TESTED = (
    PLAIN.write("myapp/__init__.py", "from .authors import Author as Author\n")
    .write("tests/test_reviews.py", TEST_REVIEWS)
    .write("facade.py", "from myapp.authors import *\n")
)
TEST_REVIEW_QUERY = reverse_query("test_reviews.Review")
MARK_QUERY = reverse_query("test_marks.Mark")
FOLDERS_BESIDE_A_PACKAGE = Scenario(
    "folders-beside-a-package",
    TESTED,
    (
        reveals("author.reviews", TEST_REVIEW_QUERY),
        reveals("author.books", BOOK_QUERY),
        absent("author.marks"),
    ),
    (
        Step(
            add_marks_in_a_new_folder,
            (
                reveals("author.marks", MARK_QUERY),
                reveals("author.reviews", TEST_REVIEW_QUERY),
            ),
        ),
        Step(rename_in_the_tests, (absent("author.reviews"), reveals("author.marks", MARK_QUERY))),
        Step(delete_marks, (absent("author.marks"), absent("author.reviews"))),
        Step(back_to(TESTED), (reveals("author.reviews", TEST_REVIEW_QUERY),)),
        Step(export_by_a_star, (reveals("author.reviews", TEST_REVIEW_QUERY),)),
        Step(export_nothing, (reports("author.reviews)", ""),)),
        Step(back_to(TESTED), (reveals("author.reviews", TEST_REVIEW_QUERY),)),
    ),
    Layout(paths=(".",)),
)


SKIPPED = library("author.books", "author.books.count()").append(
    "myapp/app.py",
    "\n\ndef count(author: Author) -> int:\n    return author.books.filter()\n",
)
# The first answer alone: on its second run the daemon loads a module that it skipped before, also
# without a plugin.
FOLLOW_IMPORTS_SKIP = Scenario(
    "follow-imports-skip",
    SKIPPED,
    (
        reveals("author.books", reverse_query("Any")),
        reveals("author.books.count()", "int"),
        reports("return author.books.filter()", "Incompatible return value type"),
    ),
    (),
    Layout(paths=("myapp/app.py",), sections=("[mypy-myapp.books]", "follow_imports = skip")),
)

STORIES = (
    SRC_LAYOUT,
    NAMESPACE_PACKAGE,
    TWO_ROOTS,
    FOLDERS_BESIDE_A_PACKAGE,
    FOLLOW_IMPORTS_SKIP,
)
