"""Edits that many stories share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .project import Edit, Project


def change_nothing(project: Project) -> Project:
    """Run the checker again without an edit."""
    return project


def back_to(earlier: Project) -> Edit:
    """Make the edit by which a project becomes what it was."""

    def take_back(project: Project) -> Project:
        """Take the edits back, by version control."""
        del project
        return earlier

    return take_back


def touching(path: str) -> Edit:
    """Make the edit that saves a file as it is."""

    def save_unchanged(project: Project) -> Project:
        """Save a file without a change."""
        return project.touch(path)

    return save_unchanged


def break_syntax_of(path: str) -> Edit:
    """Make the edit that ends a file in a syntax error."""

    def break_syntax(project: Project) -> Project:
        """Save a file in the middle of a line."""
        return project.append(path, "\ndef unfinished(:\n")

    return break_syntax


def mend_syntax_of(path: str) -> Edit:
    """Make the edit that ends the syntax error."""

    def mend_syntax(project: Project) -> Project:
        """Finish the line."""
        return project.substitute(path, "unfinished(:\n", "finished() -> None: ...\n")

    return mend_syntax
