"""Projects to draw."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from mypy import defaults

from tests.cli.graph.company import write_company


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, where mypy finds no configuration."""
    monkeypatch.setattr(defaults, "USER_CONFIG_FILES", [])
    shop = tmp_path / "shop"
    (shop / ".git").mkdir(parents=True)
    monkeypatch.chdir(shop)
    return shop


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files by their relative paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


@pytest.fixture
def shop(folder: Path) -> Path:
    """Relations of all kinds, over two packages."""
    write(
        folder,
        {
            "shop/__init__.py": "",
            "shop/people.py": """
                from sqliter.orm import BaseDBModel

                class Person(BaseDBModel):
                    name: str
                    email: str | None = None

                class Author(Person):
                    born: int
                """,
            "shop/books.py": """
                from __future__ import annotations

                from shop.people import Author
                from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

                class Tag(BaseDBModel):
                    word: str

                class Book(BaseDBModel):
                    title: str
                    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
                    editor: ForeignKey[Author | None] = ForeignKey(Author, related_name="edited")
                    tags: ManyToMany[Tag] = ManyToMany(Tag)
                    sequel: ForeignKey[Book] = ForeignKey("Bok", null=True)
                    similar: ManyToMany[Book] = ManyToMany("Book", symmetrical=True)

                def passing() -> None:
                    class Draft(BaseDBModel):
                        author: ForeignKey[Author] = ForeignKey(Author, related_name="drafts")
                """,
            "shop/events.py": """
                from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey

                class Venue(AsyncBaseDBModel):
                    seats: int

                class Event(AsyncBaseDBModel):
                    venue: AsyncForeignKey[Venue] = AsyncForeignKey(Venue, related_name="events")
                """,
        },
    )
    return folder


@pytest.fixture
def company(folder: Path) -> Path:
    """A project of 150 models."""
    write_company(folder)
    return folder
