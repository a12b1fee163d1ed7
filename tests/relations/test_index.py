"""The index of a project, while its files change."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from orm_typing.relations.index import ProjectIndex
from tests.relations.project import Project, summary

PRELUDE = "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n"
AUTHORS = PRELUDE + "class Author(BaseDBModel): ...\n"
BOOKS = (
    PRELUDE
    + "from shop.authors import Author\n"
    + "class Book(BaseDBModel):\n    author: ForeignKey[Author] = ForeignKey(Author)\n"
)
SHOP = {"shop/__init__.py": "", "shop/authors.py": AUTHORS, "shop/books.py": BOOKS}


def summaries(index: ProjectIndex) -> list[str]:
    return [summary(one) for one in index.relations]


def everything(index: ProjectIndex) -> object:
    """All answers, lines included."""
    return (
        index.relations,
        [index.source_modules_of(f"m{n}") for n in range(20)],
        [index.broken_sources_into(f"m{n}") for n in range(20)],
        {one.source: index.bases(one.source) for one in index.relations},
        index.class_names,
        [index.classes_named(f"C{n}") for n in range(4)],
    )


def test_questions(project: Project) -> None:
    index = project.write(SHOP).index()
    (relation,) = index.relations
    assert index.onto("shop.authors.Author") == (relation,)
    assert index.into_module("shop.authors") == (relation,)
    assert index.declared_by("shop.books.Book") == (relation,)
    assert index.declared_in_module("shop.books") == (relation,)
    assert index.source_modules_of("shop.authors") == ("shop.books",)
    assert index.accessor_names == {"books"}
    assert index.module_of_class("shop.authors.Author") == "shop.authors"
    assert index.file_of_module("shop.books") == str(project.root / "shop" / "books.py")
    assert relation.line == 4


def test_questions_about_others_have_empty_answers(project: Project) -> None:
    index = project.write(SHOP).index()
    assert index.onto("shop.books.Book") == ()
    assert index.into_module("shop.books") == ()
    assert index.declared_by("shop.authors.Author") == ()
    assert index.declared_in_module("shop.authors") == ()
    assert index.source_modules_of("shop.books") == ()
    assert index.broken_sources_into("shop.books") == ()
    assert index.module_of_class("shop.Nothing") is None
    assert index.file_of_module("shop.nothing") is None


def test_a_module_is_no_source_of_itself(project: Project) -> None:
    own = AUTHORS + "class Book(BaseDBModel):\n    author: Any = ForeignKey(Author)\n"
    index = project.write({"books.py": own}).index()
    assert index.into_module("books") == index.relations != ()
    assert index.source_modules_of("books") == ()


def test_refresh_tells_whether_the_relations_changed(project: Project) -> None:
    index = project.write(SHOP).index()
    assert not index.refresh()
    project.write({"shop/books.py": BOOKS.replace("(Author)", "(Author, null=True)")})
    assert index.refresh()
    assert index.relations[0].nullable
    project.write({"shop/other.py": "x = 1"})
    assert not index.refresh()
    (project.root / "shop/books.py").unlink()
    assert index.refresh()
    assert index.relations == ()


def test_a_moved_line_is_noticed_but_is_no_change(project: Project) -> None:
    index = project.write(SHOP).index()
    project.write({"shop/books.py": "\n\n" + BOOKS})
    assert not index.refresh()
    assert index.relations[0].line == 6


@pytest.mark.parametrize(
    "directory", [".hidden", "__pycache__", "site-packages", "node_modules", "venv"]
)
def test_directories_that_are_no_source_are_skipped(project: Project, directory: str) -> None:
    project.write({f"{directory}/books.py": BOOKS})
    (project.root / "venv").mkdir(exist_ok=True)
    (project.root / "venv" / "pyvenv.cfg").write_text("")
    assert project.index().relations == ()


def test_excluded_files_and_directories_are_skipped(project: Project) -> None:
    project.write({**SHOP, "build/books.py": BOOKS})
    asked: list[str] = []

    def excluded(path: str) -> bool:
        asked.append(path)
        return path.endswith(("build/", "books.py"))

    index = ProjectIndex(
        [str(project.root)],
        project.index()._vocabulary,
        project.index()._pluraliser,
        module_of=project.module_of,
        excluded=excluded,
    )
    index.refresh()
    assert index.relations == ()
    assert str(project.root / "build" / "books.py") not in asked


def test_only_files_that_matter_are_asked_for_their_module(project: Project) -> None:
    project.write({**SHOP, "shop/unrelated.py": "import os"}).index()
    assert not any(path.endswith("unrelated.py") for path in project.asked_modules)


def test_files_that_are_no_modules_declare_nothing(project: Project) -> None:
    index = ProjectIndex(
        [str(project.write(SHOP).root)],
        project.index()._vocabulary,
        project.index()._pluraliser,
        module_of=lambda path: None,
    )
    assert not index.refresh()


def test_one_root_inside_another_is_walked_once(project: Project) -> None:
    project.write({"src/shop/authors.py": AUTHORS, "src/shop/books.py": BOOKS})
    asked: list[str] = []

    def module_of(path: str) -> tuple[str, bool]:
        asked.append(path)
        return "shop." + Path(path).stem, False

    index = ProjectIndex(
        [str(project.root), str(project.root / "src")],
        project.index()._vocabulary,
        project.index()._pluraliser,
        module_of=module_of,
    )
    index.refresh()
    assert summaries(index) == ["shop.books.Book.author -> shop.authors.Author.books"]


class TestRenamedConstructors:
    """A file need not contain a constructor's own name."""

    db = "from sqliter.orm import ForeignKey as Key, BaseDBModel as Model"
    books = (
        "from db import *\nfrom authors import Author\n"
        "class Book(Model):\n    author: Key[Author] = Key(Author)\n"
    )
    expected = ("books.Book.author -> authors.Author.books",)

    def test_it_is_found(self, project: Project) -> None:
        files = {"db.py": self.db, "authors.py": AUTHORS, "books.py": self.books}
        assert summaries(project.write(files).index()) == [*self.expected]

    def test_the_rename_may_come_later(self, project: Project) -> None:
        files = {"db.py": "Key = None", "authors.py": AUTHORS, "books.py": self.books}
        index = project.write(files).index()
        assert summaries(index) == []
        project.write({"db.py": self.db})
        assert index.refresh()
        assert summaries(index) == [*self.expected]

    def test_the_rename_may_go_and_come_back(self, project: Project, tmp_path: Path) -> None:
        files = {"db.py": self.db, "authors.py": AUTHORS, "books.py": self.books}
        index = project.write(files).index(store=tmp_path / "store")
        project.write({"db.py": "Key = None  # gone"})
        assert index.refresh()
        assert summaries(index) == []
        index.save()
        project.write({"more.py": self.books.replace("Book", "More")})
        index = project.index(store=tmp_path / "store", refresh=False)
        assert index.load()
        index.refresh()
        project.write({"db.py": self.db})
        index.refresh()
        assert summaries(index) == [*self.expected, "more.More.author -> authors.Author.mores"]

    def test_the_user_may_come_later(self, project: Project) -> None:
        index = project.write({"db.py": self.db, "authors.py": AUTHORS}).index()
        project.write({"books.py": self.books})
        assert index.refresh()
        assert summaries(index) == [*self.expected]


class TestStringTargets:
    """The class that a string names can be in a file that says nothing else of interest."""

    books = PRELUDE + "class Book(BaseDBModel):\n    tags: ManyToMany['Tag'] = ManyToMany('Tag')\n"
    base = PRELUDE + "class Base(BaseDBModel): ...\n"
    tags = "from base import Base\nclass Tag(Base): ...\n"

    def test_it_may_appear_and_become_ambiguous(self, project: Project) -> None:
        index = project.write({"books.py": self.books, "base.py": self.base}).index()
        assert summaries(index) == ["books.Book.tags -> ?.books"]
        project.write({"tags.py": self.tags})
        assert index.refresh()
        assert summaries(index) == ["books.Book.tags -> tags.Tag.books"]
        project.write({"more.py": self.tags})
        assert index.refresh()
        assert summaries(index) == ["books.Book.tags -> ?.books"]

    def test_the_string_may_come_later(self, project: Project) -> None:
        index = project.write({"tags.py": self.tags, "base.py": self.base}).index()
        project.write({"books.py": self.books})
        assert index.refresh()
        assert summaries(index) == ["books.Book.tags -> tags.Tag.books"]


class TestNamesOfModels:
    """What a message about a string target can offer instead."""

    books = TestStringTargets.books
    base = TestStringTargets.base
    tags = TestStringTargets.tags

    def test_all_models_that_an_ambiguous_string_may_mean(self, project: Project) -> None:
        files = {"books.py": self.books, "base.py": self.base, "tags.py": self.tags}
        plain = "class Tag: ...\nclass Outer:\n    class Tag: ...\n"
        index = project.write({**files, "more.py": self.tags, "plain.py": plain}).index()
        assert index.relations[0].target is None
        assert index.classes_named("Tag") == ("more.Tag", "tags.Tag")

    def test_models_that_are_certain_go_first(self, project: Project) -> None:
        unknown = "from elsewhere import Thing\nclass Tag(Thing): ...\n"
        project.write({"books.py": self.books, "a.py": unknown, "b.py": unknown})
        assert project.index().classes_named("Tag") == ("a.Tag", "b.Tag")
        project.write({"base.py": self.base, "tags.py": self.tags})
        assert project.index().classes_named("Tag") == ("tags.Tag",)

    def test_of_names_that_no_string_gives_nothing_is_said(self, project: Project) -> None:
        index = project.write({**SHOP, "books.py": self.books}).index()
        assert index.classes_named("Tag") == ()
        assert index.classes_named("Author") == ()
        assert index.classes_named("") == ()

    def test_models_in_files_with_relations(self, project: Project) -> None:
        more = "class Unrelated(BaseDBModel): ...\nclass Plain: ...\nclass Own(Unrelated): ...\n"
        index = project.write({**SHOP, "more.py": PRELUDE + more}).index()
        assert index.class_names == ("Author", "Book", "Own", "Unrelated")

    def test_a_misspelt_string_asks_for_all_models(self, project: Project) -> None:
        tags = "from sqliter.orm import BaseDBModel\nclass Tags(BaseDBModel): ...\n"
        project.write({"books.py": self.books, "tags.py": tags})
        index = project.index()
        assert index.class_names == ("Book", "Tags")
        project.write({"tags.py": tags.replace("Tags", "Tag")})
        assert index.refresh()
        assert index.relations[0].target == "tags.Tag"
        assert index.class_names == project.index().class_names == ("Book",)

    def test_what_a_file_once_said_makes_no_difference(self, project: Project) -> None:
        index = project.write({**SHOP, "more.py": PRELUDE + "class More(BaseDBModel): ..."}).index()
        assert index.class_names == ("Author", "Book", "More")
        other = "from sqliter.orm import BaseDBModel\nclass More(BaseDBModel): ..."
        project.write({"more.py": other})
        index.refresh()
        assert index.class_names == project.index().class_names == ("Author", "Book")

    def test_they_are_kept(self, project: Project, tmp_path: Path) -> None:
        files = {"books.py": self.books, "base.py": self.base, "tags.py": self.tags}
        first = project.write({**files, "more.py": self.tags}).index(store=tmp_path / "store")
        first.save()
        second = project.index(store=tmp_path / "store", refresh=False)
        assert second.load()
        assert second.classes_named("Tag") == first.classes_named("Tag") != ()
        assert second.class_names == first.class_names == ("Base", "Book")


class TestBrokenFiles:
    """A file with an error declares what can be read, and is a source of what it mentions."""

    def test_other_relations_and_its_dependency_stay(self, project: Project) -> None:
        index = project.write(SHOP).index()
        before = index.relations
        project.write({"shop/books.py": BOOKS + "    def\n"})
        assert index.refresh()
        assert index.relations == before != ()
        assert index.broken_sources_into("shop.authors") == ("shop.books",)

    def test_its_relations_go_and_its_dependency_stays(self, project: Project) -> None:
        index = project.write(SHOP).index()
        project.write({"shop/books.py": BOOKS.replace("author:", "author !:")})
        assert index.refresh()
        assert index.relations == ()
        assert index.source_modules_of("shop.authors") == ("shop.books",)
        assert index.broken_sources_into("shop.authors") == ("shop.books",)

    def test_a_warm_answer_is_that_of_a_cold_run(self, project: Project, tmp_path: Path) -> None:
        warm = project.write(SHOP).index(store=tmp_path / "store")
        warm.save()
        project.write({"shop/books.py": "from shop.authors import Author\nForeignKey(\n"})
        warm = project.index(store=tmp_path / "store", refresh=False)
        assert warm.load()
        warm.refresh()
        assert everything(warm) == everything(project.index())

    def test_re_exports_and_strings_are_followed(self, project: Project) -> None:
        files = {
            "models.py": "from authors import Author",
            "authors.py": AUTHORS,
            "tags.py": "from authors import *\nclass Tag(BaseDBModel): ...",
            "books.py": "from models import Author\nx = ManyToMany('Tag')\nForeignKey(\n",
        }
        index = project.write(files).index()
        for module in ("models", "authors", "tags"):
            assert index.broken_sources_into(module) == ("books",)

    def test_a_broken_file_without_a_constructor_is_nobodys_source(self, project: Project) -> None:
        index = project.write({**SHOP, "x.py": "from shop.authors import Author\nx = (\n"}).index()
        assert index.broken_sources_into("shop.authors") == ()

    def test_repaired_it_declares_again(self, project: Project) -> None:
        index = project.write({**SHOP, "shop/books.py": BOOKS + "("}).index()
        project.write({"shop/books.py": BOOKS})
        assert index.refresh()
        assert index.broken_sources_into("shop.authors") == ()
        assert len(index.relations) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
class TestOddFiles:
    """What can stand in a source tree without being a source file."""

    def test_directories_pipes_and_dead_links(self, project: Project) -> None:
        project.write({**SHOP, "directory.py/books.py": BOOKS})
        os.mkfifo(project.root / "pipe.py")
        (project.root / "dead.py").symlink_to(project.root / "nowhere")
        (project.root / "self.py").symlink_to(project.root / "self.py")
        assert len(project.index().relations) == 1

    def test_links_that_lead_back(self, project: Project) -> None:
        project.write(SHOP)
        (project.root / "shop" / "again").symlink_to(project.root)
        (project.root / "shop" / "here").symlink_to(project.root / "shop")
        assert len(project.index().relations) == 1

    def test_a_linked_package_is_followed(self, project: Project, tmp_path: Path) -> None:
        outside = Project(tmp_path / "outside").write(
            {"authors.py": AUTHORS, "books.py": BOOKS, "__init__.py": ""}
        )
        (project.root / "shop").symlink_to(outside.root)
        (outside.root / "loop").symlink_to(outside.root)
        assert len(project.index().relations) == 1

    @pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read all")
    def test_an_unreadable_file_is_read_when_it_can_be(self, project: Project) -> None:
        path = project.write(SHOP).root / "shop" / "books.py"
        path.chmod(0)
        index = project.index()
        assert index.relations == ()
        path.chmod(0o600)
        assert index.refresh()

    def test_a_vanished_root_is_empty(self, project: Project) -> None:
        project.root.rmdir()
        assert not project.index().refresh()


class RandomProject:
    """Edits a project at random, with few names so that the edits meet."""

    def __init__(self, project: Project, seed: int) -> None:
        self.project = project
        self.random = random.Random(seed)
        self.lengths = 0

    def edit(self) -> None:
        """Write, replace or remove one module."""
        module = self.name("m", 6)
        path = self.project.root / f"{module}.py"
        if path.exists() and self.random.random() < 0.15:
            path.unlink()
        else:
            # Every text has another length: the clock may be coarser than this test is fast.
            self.lengths += 1
            self.project.write({f"{module}.py": self.text() + "#" * self.lengths})

    def name(self, prefix: str, count: int) -> str:
        """One of ``count`` names."""
        return f"{prefix}{self.random.randrange(count)}"

    def constructor(self) -> str:
        """What may stand for a constructor."""
        return self.random.choice(["ForeignKey", "ManyToMany", "FK", "Key", "m0.FK"])

    def text(self) -> str:
        """A module's text; one in ten does not parse."""
        lines = [self.import_line() for _ in range(self.random.randrange(5))]
        for _ in range(self.random.randrange(3)):
            base = self.random.choice(["BaseDBModel", self.name("C", 4), "object"])
            lines.append(f"class {self.name('C', 4)}({base}):")
            for _ in range(self.random.randrange(3)):
                target = self.random.choice([self.name("C", 4), f"'{self.name('C', 4)}'"])
                lines.append(f"    {self.name('f', 3)}: Any = {self.constructor()}({target})")
            lines.append("    pass")
        if self.random.random() < 0.1:
            lines.append("def (")
        return "\n".join(lines) + "\n"

    def import_line(self) -> str:
        """A statement that binds names."""
        module = self.name("m", 6)
        return self.random.choice(
            [
                "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany",
                "from sqliter.orm import ForeignKey as FK",
                f"from {module} import FK as Key",
                f"from {module} import *",
                f"import {module}",
                f"from {module} import {self.name('C', 4)}",
                f"{self.name('C', 4)} = {self.name('C', 4)}",
                "FK = ForeignKey",
            ]
        )


@pytest.mark.parametrize("seed", range(25))
def test_after_any_edits_the_answer_is_that_of_a_new_index(
    project: Project, tmp_path: Path, seed: int
) -> None:
    edits = RandomProject(project, seed)
    store = tmp_path / "store"
    index = project.index(store=store)
    for _ in range(20):
        for _ in range(edits.random.randrange(1, 4)):
            edits.edit()
        if edits.random.random() < 0.3:
            index.save()
            index = project.index(store=store, refresh=False)
            assert index.load()
        index.refresh()
        assert everything(index) == everything(project.index())
