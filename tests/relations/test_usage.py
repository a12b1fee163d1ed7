"""Which accessors a module uses: those that it mentions, of classes that it can reach."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.usage import Usage
from tests.relations.project import Project, summary

PRELUDE = "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n"
SHOP = {
    "shop/__init__.py": "",
    "shop/authors.py": PRELUDE + "class Author(BaseDBModel): ...\n",
    "shop/books.py": PRELUDE
    + "from shop.authors import Author\n"
    + "class Book(BaseDBModel):\n    author: ForeignKey[Author] = ForeignKey(Author)\n",
}
BOOKS = ["shop.books.Book.author -> shop.authors.Author.books"]


def used_in(project: Project, module: str, index: ProjectIndex | None = None) -> list[str]:
    """The accessors that a module uses, by an index that knows nothing yet."""
    usage = Usage(index or project.index(), None)
    return used_by(usage, project, module)


def used_by(usage: Usage, project: Project, module: str) -> list[str]:
    stem = project.root / module.replace(".", os.sep)
    file = stem / "__init__.py" if stem.is_dir() else stem.with_suffix(".py")
    return [summary(one) for one in usage.accessors_used_in(module, str(file))]


@pytest.mark.parametrize(
    "text",
    [
        "from shop.authors import Author\nAuthor().books",
        "import shop.authors\nshop.authors.Author().books",
        "import shop.authors as a; a.Author().books",
        "from shop import authors\nauthors.Author().books",
        "from shop import *\nx.books",
        "if TYPE_CHECKING: from shop.authors import Author\ndef f(a: 'Author'): a.books",
        "def f():\n    from shop.authors import Author\n    Author().books",
        "from helpers import make\nmake().books",
        "from far import anything\nanything().books",
    ],
)
def test_a_mention_of_a_class_that_can_be_reached(project: Project, text: str) -> None:
    files = {
        **SHOP,
        "shop/__init__.py": "from .authors import Author",
        "helpers.py": "from shop.authors import Author\ndef make() -> Author: ...",
        "far.py": "from helpers import make as anything",
        "views.py": text,
    }
    assert used_in(project.write(files), "views") == BOOKS


@pytest.mark.parametrize(
    "text",
    [
        "from shop.authors import Author",
        "from shop.authors import Author\nAuthor().books()",
        "x.books",
        "import other\nother.x.books",
        "from shop.authors import Author\nbooks = 1",
    ],
)
def test_no_use(project: Project, text: str) -> None:
    assert used_in(project.write({**SHOP, "other.py": "x = 1", "views.py": text}), "views") == []


def test_the_accessor_of_another_application_is_not_used(project: Project) -> None:
    menu = {
        name.replace("shop", "menu"): text.replace("shop", "menu") for name, text in SHOP.items()
    }
    views = "from menu.authors import Author\nAuthor().books"
    project.write({**SHOP, **menu, "views.py": views})
    assert used_in(project, "views") == ["menu.books.Book.author -> menu.authors.Author.books"]


def test_a_module_does_not_use_its_own_relations(project: Project) -> None:
    text = SHOP["shop/books.py"] + "Author().books\n"
    assert used_in(project.write({**SHOP, "shop/books.py": text}), "shop.books") == []


def test_the_module_of_the_class_itself(project: Project) -> None:
    text = SHOP["shop/authors.py"] + "    def count(self): return len(self.books)\n"
    text = text.replace("...\n", "\n")
    assert used_in(project.write({**SHOP, "shop/authors.py": text}), "shop.authors") == BOOKS


def test_imports_within_a_package(project: Project) -> None:
    files = {
        **SHOP,
        "shop/web/__init__.py": "from ..authors import Author\nx.books",
        "shop/web/views.py": "from . import Author\nAuthor().books",
        "shop/tools.py": "from .web import views\nviews.x.books",
    }
    index = project.write(files).index()
    for module in ("shop.web", "shop.web.views", "shop.tools"):
        assert used_in(project, module, index) == BOOKS


def test_an_accessor_leads_on_to_the_class_that_declares_it(project: Project) -> None:
    files = {
        **SHOP,
        "shop/pages.py": PRELUDE
        + "from shop.books import Book\n"
        + "class Page(BaseDBModel):\n    book: ForeignKey[Book] = ForeignKey(Book)\n",
        "views.py": "from shop.authors import Author\nAuthor().books.first().pages",
    }
    pages = "shop.pages.Page.book -> shop.books.Book.pages"
    assert used_in(project.write(files), "views") == [*BOOKS, pages]


def test_a_relation_leads_on_to_the_class_that_its_string_names(project: Project) -> None:
    files = {
        "notes.py": PRELUDE + "class Note(BaseDBModel):\n    tags: Any = ManyToMany('Tag')\n",
        "tags.py": PRELUDE + "class Tag(BaseDBModel): ...\n",
        "views.py": "from notes import Note\nNote().tags.first().notes",
    }
    assert used_in(project.write(files), "views") == ["notes.Note.tags -> tags.Tag.notes"]


def test_a_stub_and_its_source_file_both_count(project: Project) -> None:
    for stub, source in (("from shop.authors import Author", ""), ("", "import shop.authors")):
        files = {
            **SHOP,
            "helpers.py": source,
            "helpers.pyi": stub,
            "views.py": "import helpers\nx.books",
        }
        assert used_in(project.write(files), "views") == BOOKS


def test_an_excluded_file_is_followed(project: Project) -> None:
    files = {
        **SHOP,
        "helpers.py": "from generated import api",
        "generated/api.py": "from generated.more import x",
        "generated/more/__init__.py": "from shop.authors import Author\nx: Author",
        "views.py": "import helpers\nhelpers.api.x.books",
    }
    project.write(files)
    index = ProjectIndex(
        [str(project.root)],
        project.index()._vocabulary,
        project.index()._pluraliser,
        module_of=project.module_of,
        excluded=lambda path: "generated" in path,
    )
    index.refresh()
    assert used_in(project, "views", index) == BOOKS
    project.write({"generated/api.py": "from shop.authors import Author\nAuthor().books"})
    assert used_in(project, "generated.api", index) == BOOKS


def test_a_file_that_does_not_parse_is_searched_all_the_same(project: Project) -> None:
    text = "from shop.authors import Author\nAuthor().books\ndef ("
    assert used_in(project.write({**SHOP, "views.py": text}), "views") == BOOKS


def test_without_accessors_no_file_is_read(project: Project) -> None:
    assert used_in(project.write({"views.py": "x.books"}), "nowhere") == []


@pytest.mark.parametrize("seed", range(8))
def test_after_any_edits_the_answer_is_that_of_a_new_index(
    project: Project, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    stores = tmp_path / "index", str(tmp_path / "usage")
    modules = [f"m{number}" for number in range(6)]
    for step in range(12):
        for module in chance.sample(modules, 2):
            imports = [f"from {other} import *" for other in chance.sample(modules, 2)]
            target = f"C{chance.randrange(6)}"
            body = f"class C{module[1:]}(BaseDBModel):\n    f: Any = ForeignKey({target})\n"
            uses = f"x.c{chance.randrange(6)}s\n" + "#" * step
            project.write({f"{module}.py": PRELUDE + "\n".join([*imports, body, uses])})
        index = project.index(store=stores[0], refresh=False)
        assert index.load() == (step > 0)
        index.refresh()
        usage = Usage(index, stores[1])
        fresh = Usage(project.index(), None)
        for module in chance.sample(modules, 6):
            if (project.root / f"{module}.py").exists():
                assert used_by(usage, project, module) == used_by(fresh, project, module)
        index.save()
        usage.save()
