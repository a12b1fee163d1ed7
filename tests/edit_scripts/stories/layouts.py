"""Stories about where a project keeps its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reveals, reverse_query
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

STORIES = (SRC_LAYOUT, NAMESPACE_PACKAGE, TWO_ROOTS)
