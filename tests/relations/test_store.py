"""The index on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from orm_typing.orms.sqliter import VOCABULARY
from orm_typing.relations import index as index_module
from orm_typing.relations.files import read_bytes
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from orm_typing.relations.store import MAGIC
from orm_typing.relations.vocabulary import Vocabulary
from tests.relations.project import Project

FILES = {
    "authors.py": """
        from sqliter.orm import BaseDBModel
        class Author(BaseDBModel): ...
    """,
    "books.py": """
        from authors import Author
        from sqliter.orm import BaseDBModel, ForeignKey
        class Book(BaseDBModel):
            author: ForeignKey[Author] = ForeignKey(Author, **options)
    """,
    "broken.py": "from authors import Author\nForeignKey(",
    "unrelated.py": "x = 1",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "relations.json"


def answers(index: ProjectIndex) -> object:
    return (
        index.relations,
        index.onto("authors.Author"),
        index.source_modules_of("authors"),
        index.bases("books.Book"),
        index.module_of_class("books.Book"),
        index.file_of_module("books"),
        index.accessor_names,
    )


def test_a_loaded_index_answers_without_a_look_at_the_files(project: Project, path: Path) -> None:
    first = project.write(FILES).index(store=path)
    first.save()
    for name in FILES:
        (project.root / name).unlink()
    second = project.index(store=path, refresh=False)
    assert second.load()
    assert answers(second) == answers(first)
    assert second.relations[0].line == first.relations[0].line


def test_a_warm_refresh_reads_no_unchanged_file(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(FILES).index(store=path).save()
    second = project.index(store=path, refresh=False)
    second.load()
    monkeypatch.setattr(index_module, "read_bytes", lambda path: pytest.fail(path))
    assert not second.refresh()


def test_a_file_is_parsed_once_even_if_it_is_only_passed_through(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(
        {
            **FILES,
            "people.py": "from authors import Author as Person",
            "books.py": """
                from people import Person
                from sqliter.orm import BaseDBModel, ForeignKey
                class Book(BaseDBModel):
                    author: ForeignKey[Person] = ForeignKey(Person)
            """,
        }
    ).index(store=path).save()
    second = project.index(store=path, refresh=False)
    second.load()
    read: list[str] = []

    def read_and_note(path: str) -> bytes | None:
        read.append(Path(path).name)
        return read_bytes(path)

    monkeypatch.setattr(index_module, "read_bytes", read_and_note)
    project.write({"books.py": (project.root / "books.py").read_text() + "# edited\n"})
    second.refresh()
    assert read == ["books.py"]


def test_learned_plurals_are_kept(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pluraliser, "_inflect", lambda self, word: "plural of " + word)
    project.write({**FILES, "books.py": FILES["books.py"].replace("**options", "null=True")})
    project.index(store=path, pluraliser=Pluraliser("inflect")).save()
    monkeypatch.setattr(Pluraliser, "_inflect", lambda self, word: pytest.fail(word))
    pluraliser = Pluraliser("inflect")
    project.index(store=path, pluraliser=pluraliser, refresh=False).load()
    assert pluraliser.learned == {"book": "plural of book"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"not an index",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + b"x",
        lambda data: data.replace(b"Author", b"Writer"),
        lambda data: data.replace(MAGIC, b"orm-typing relations 1\n", 1),
        lambda data: data + b"more",
        lambda data: data.split(b"\n", 1)[0] + b"\n[1,2]\n",
    ],
)
def test_a_damaged_store_counts_as_absent(project: Project, path: Path, damage: object) -> None:
    assert callable(damage)
    first = project.write(FILES).index(store=path)
    first.save()
    path.write_bytes(damage(path.read_bytes()))
    second = project.index(store=path, refresh=False)
    assert not second.load()
    assert second.refresh()
    assert answers(second) == answers(first)


def test_other_circumstances_make_another_store(project: Project, path: Path) -> None:
    project.write(FILES).index(store=path, settings="a").save()
    assert project.index(store=path, settings="a", refresh=False).load()
    assert not project.index(store=path, settings="b", refresh=False).load()
    other_names = project.index(
        store=path, settings="a", pluraliser=Pluraliser("inflect"), refresh=False
    )
    assert not other_names.load()
    other_vocabulary = ProjectIndex(
        [str(project.root)],
        Vocabulary(VOCABULARY.constructors[:1], VOCABULARY.model_bases),
        Pluraliser("simple"),
        module_of=project.module_of,
        store=path,
        settings="a",
    )
    assert not other_vocabulary.load()


def test_a_disk_that_refuses_is_no_error(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    index = project.write(FILES).index(store=tmp_path / "file" / "relations.json")
    index.save()
    assert not project.index(store=tmp_path / "file" / "relations.json", refresh=False).load()


def test_an_unchanged_index_is_not_written_again(project: Project, path: Path) -> None:
    index = project.write(FILES).index(store=path)
    index.save()
    path.unlink()
    index.refresh()
    index.save()
    assert not path.exists()


def test_no_temporary_file_stays_behind(project: Project, path: Path) -> None:
    project.write(FILES).index(store=path).save()
    assert os.listdir(path.parent) == [path.name]


def test_without_a_store_nothing_is_loaded(project: Project) -> None:
    index = project.write(FILES).index()
    index.save()
    assert not index.load()
