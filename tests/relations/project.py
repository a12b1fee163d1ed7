"""Small projects for these tests: a few files, and the index over them."""

from __future__ import annotations

import textwrap
from pathlib import Path

from orm_typing.orms.sqliter import VOCABULARY
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser


class Project:
    """A directory of source files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asked_modules: list[str] = []

    def write(self, files: dict[str, str]) -> Project:
        """Write files by their relative paths; dedents the texts."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        return self

    def index(
        self,
        *,
        store: Path | None = None,
        settings: str = "",
        pluraliser: Pluraliser | None = None,
        refresh: bool = True,
    ) -> ProjectIndex:
        """An index over the whole directory."""
        index = ProjectIndex(
            [str(self.root)],
            VOCABULARY,
            pluraliser or Pluraliser("simple"),
            module_of=self.module_of,
            store=store,
            settings=settings,
        )
        if refresh:
            index.refresh()
        return index

    def module_of(self, path: str) -> tuple[str, bool] | None:
        """The module id by the path alone, as with namespace packages."""
        self.asked_modules.append(path)
        parts = Path(path).relative_to(self.root).with_suffix("").parts
        if parts[-1] == "__init__":
            return ".".join(parts[:-1]), True
        return ".".join(parts), False


def summary(relation: RelationField) -> str:
    """``shop.books.Book.author -> shop.authors.Author.books``, with ``?`` for what is unknown."""
    accessor = relation.accessor or ("?" if relation.accessor_is_unknown else "-")
    return f"{relation.source}.{relation.name} -> {relation.target or '?'}.{accessor}"
