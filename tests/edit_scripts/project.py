"""A project as a value: the text of its files, and what can be done to it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias


@dataclass(frozen=True)
class SourceFile:
    """The text of a file; `revision` counts the times it was saved with no change of text."""

    text: str
    revision: int = 0


@dataclass(frozen=True)
class Project:
    """The files of a project, keyed by their path with forward slashes."""

    files: Mapping[str, SourceFile] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Project:
        """Make a project out of a path -> text mapping."""
        return cls(MappingProxyType({path: SourceFile(text) for path, text in texts.items()}))

    def __getitem__(self, path: str) -> str:
        return self.files[path].text

    def __contains__(self, path: object) -> bool:
        return path in self.files

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.files))

    def _with(self, path: str, source: SourceFile) -> Project:
        return Project(MappingProxyType({**self.files, path: source}))

    def write(self, path: str, text: str) -> Project:
        """Write a file, new or not."""
        return self._with(path, SourceFile(text))

    def touch(self, path: str) -> Project:
        """Save a file again without changing its text."""
        source = self.files[path]
        return self._with(path, replace(source, revision=source.revision + 1))

    def delete(self, *paths: str) -> Project:
        """Delete files, which must be there."""
        missing = [path for path in paths if path not in self.files]
        if missing:
            raise KeyError(missing)
        kept = {path: source for path, source in self.files.items() if path not in paths}
        return Project(MappingProxyType(kept))

    def move(self, path: str, to: str) -> Project:
        """Rename a file."""
        return self.write(to, self[path]).delete(path)

    def substitute(self, path: str, old: str, new: str) -> Project:
        """Replace text in a file; the text must be there, lest an edit does nothing."""
        text = self[path]
        if old not in text:
            raise ValueError(f"{path} does not contain {old!r}")
        return self.write(path, text.replace(old, new))

    def append(self, path: str, text: str) -> Project:
        """Add text to the end of a file."""
        return self.write(path, self[path] + text)

    def created_since(self, before: Project) -> frozenset[str]:
        """Paths that are here and were not there before."""
        return frozenset(self.files) - frozenset(before.files)

    def changed_since(self, before: Project) -> frozenset[str]:
        """Paths that are here with another text than before, or without one before."""
        return frozenset(
            path
            for path, source in self.files.items()
            if path not in before or before[path] != source.text
        )

    def diff(self, before: Project) -> str:
        """Show what a step did, as a unified diff."""
        parts: list[str] = []
        for path in sorted(set(self.files) | set(before.files)):
            old = before[path].splitlines() if path in before else []
            new = self[path].splitlines() if path in self else []
            parts += difflib.unified_diff(old, new, f"before/{path}", f"after/{path}", lineterm="")
        return "\n".join(parts)


Edit: TypeAlias = Callable[[Project], Project]
"""What a user did: a function with a name and a docstring that tells it."""
