"""Folders from which modules are imported, as far as the files tell."""

from __future__ import annotations

from pathlib import Path

from mypy.find_sources import SourceFinder
from mypy.fscache import FileSystemCache
from mypy.options import Options

from orm_typing.orms.sqliter import VOCABULARY
from orm_typing.relations.accessors import accessors
from orm_typing.relations.files import walk
from orm_typing.relations.import_roots import implied_roots
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.relations.project import Project, summary

MODELS = """
    from sqliter.orm import BaseDBModel, ManyToMany

    class Book(BaseDBModel): ...
    class Tag(BaseDBModel): ...
    class Shelf(BaseDBModel):
        tags: ManyToMany[Tag] = ManyToMany("Tag", related_name="shelves")
    """
REVIEWS = """
    from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
    from {module} import Book

    class Tag(BaseDBModel): ...
    class Review(BaseDBModel):
        book: ForeignKey[Book] = ForeignKey(Book, related_name="reviews")
        tags: ManyToMany[Tag] = ManyToMany("Tag", related_name="reviews")
    """


def roots(project: Project, *more: str) -> dict[str, str]:
    """Each folder with files -> its import root, relative to the project."""
    given = tuple(str(project.root / name) for name in ("", *more))
    found = implied_roots(given, walk(given, lambda path: False, {}))
    assert found.bases[: len(given)] == given
    return {
        Path(folder).relative_to(project.root).as_posix(): Path(base)
        .relative_to(project.root)
        .as_posix()
        for folder, base in found.of_folder.items()
    }


def test_folders_without_init_are_roots_and_packages_have_one_above(project: Project) -> None:
    project.write(
        {
            "setup.py": "",
            "shop/__init__.py": "",
            "shop/models.py": "",
            "shop/data/rows.py": "",
            "tests/test_models.py": "",
            "src/lib/__init__.pyi": "",
            "typings/sqliter/__init__.pyi": "",
            "src/lib/sub/__init__.py": "",
            "src/lib/my-scripts/one.py": "",
        }
    )
    assert roots(project) == {
        "tests": "tests",
        "src/lib": "src",
        "src/lib/sub": "src",
        "src/lib/my-scripts": "src/lib/my-scripts",
    }
    assert roots(project, "src") == {
        "tests": "tests",
        "src/lib/my-scripts": "src/lib/my-scripts",
    }


def test_they_are_those_of_mypy(project: Project) -> None:
    names = ("a/x.py", "b/__init__.py", "b/c/d/y.py", "e/f/__init__.py", "e/f/g/z.py", "e/w.py")
    project.write(dict.fromkeys(names, ""))
    finder = SourceFinder(FileSystemCache(), Options())
    found = roots(project)
    for name in names:
        _, base = finder.crawl_up(str(project.root / name))
        expected = Path(base).relative_to(project.root).as_posix()
        assert found.get(Path(name).parent.as_posix(), ".") == expected, name


def test_folders_whose_modules_have_the_same_names_are_projects_of_their_own(
    project: Project,
) -> None:
    project.write(
        {
            "pkg/__init__.py": "",
            "billing/models.py": "",
            "stock/models.py": "",
            "build/lib/pkg/__init__.py": "",
            "tests/test_it.py": "",
        }
    )
    assert roots(project) == {"tests": "tests"}


def index_of(project: Project) -> ProjectIndex:
    """An index in which modules have the names that mypy gives them."""
    finder = SourceFinder(FileSystemCache(), Options())

    def module_of(path: str) -> tuple[str, bool] | None:
        name, base = finder.crawl_up(path)
        known = base in index.import_roots.bases
        return (name, path.endswith("__init__.py")) if known else None

    index = ProjectIndex(
        [str(project.root)],
        VOCABULARY,
        Pluraliser("simple"),
        module_of=module_of,
        implies_roots=True,
    )
    index.refresh()
    return index


def test_exports_are_followed_from_one_root_into_another(project: Project) -> None:
    project.write(
        {
            "pkg/__init__.py": "from .models import Book as Book",
            "pkg/models.py": MODELS,
            "facade.py": "from pkg.models import *",
            "tests/test_it.py": REVIEWS.format(module="pkg"),
            "more/test_two.py": REVIEWS.format(module="facade"),
        }
    )
    index = index_of(project)
    assert {one.source: one.home for one in index.onto("pkg.models.Book")} == {
        "test_it.Review": str(project.root / "tests"),
        "test_two.Review": str(project.root / "more"),
    }
    assert ("test_two", str(project.root / "more" / "test_two.py")) in list(index.files_by_name())


def test_a_string_names_the_model_of_its_own_root(project: Project) -> None:
    """Tests have models of their own, and make those of the application ambiguous to nobody."""
    project.write(
        {
            "pkg/__init__.py": "",
            "pkg/models.py": MODELS,
            "tests/test_it.py": REVIEWS.format(module="pkg.models"),
        }
    )
    index = index_of(project)
    assert [summary(one) for one in index.relations if one.name == "tags"] == [
        "pkg.models.Shelf.tags -> pkg.models.Tag.shelves",
        "test_it.Review.tags -> test_it.Tag.reviews",
    ]


def test_tests_take_no_accessor_away(project: Project) -> None:
    relation = "    again: ForeignKey[Book] = ForeignKey(Book, related_name={!r})\n"
    imports = "from sqliter.orm import BaseDBModel, ForeignKey\n"
    models = f"{imports}class Book(BaseDBModel): ...\n"
    test = f"from pkg import Book\n{imports}class {{}}(BaseDBModel):\n"
    project.write(
        {
            "pkg/__init__.py": f"{models}class Sequel(BaseDBModel):\n{relation.format('sequels')}",
            "tests/test_it.py": test.format("Sequel")
            + relation.format("sequels")
            + relation.replace("again", "other").format("notes"),
            "more/test_two.py": test.format("Note") + relation.format("notes"),
        }
    )
    onto = index_of(project).onto("pkg.Book")
    assert [(one.source, one.name, one.accessor) for one in onto] == [
        ("pkg.Sequel", "again", "sequels"),
        ("test_it.Sequel", "again", None),
        ("test_it.Sequel", "other", "notes"),
        ("test_two.Note", "again", "notes"),
    ]
    assert {one.name: one.is_row_known for one in accessors(onto)} == {
        "sequels": True,
        "notes": False,
    }


def test_a_new_folder_is_noticed(project: Project) -> None:
    project.write({"pkg/__init__.py": "from .models import *", "pkg/models.py": MODELS})
    index = index_of(project)
    assert index.onto("pkg.models.Book") == ()
    project.write({"tests/test_it.py": REVIEWS.format(module="pkg")})
    assert index.refresh()
    assert [one.source for one in index.onto("pkg.models.Book")] == ["test_it.Review"]
    project.write({"more/test_it.py": ""})
    assert index.refresh()
    assert index.onto("pkg.models.Book") == (), "mypy refuses two modules of one name"
