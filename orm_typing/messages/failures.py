"""What is said when the plugin itself fails."""

from __future__ import annotations

from orm_typing.messages.codes import INTERNAL, Message


def unreadable_root(root: str, problem: BaseException) -> str:
    """Reading the source below an import root failed; the run goes on without its relations."""
    return (
        f"orm_typing could not read the relations below {root} "
        f"({type(problem).__name__}: {problem}); reverse accessors are unknown in this run. "
        "Please report it"
    )


def internal_error(feature: str, problem: BaseException) -> Message:
    """An unforeseen shape; the checker's own answer is used."""
    return Message(
        f"orm_typing could not analyse this ({feature}: {type(problem).__name__}: {problem}); "
        "please report it",
        INTERNAL,
    )


def own_source(library: str) -> str:
    """The project holds a library's source, and the plugin is off."""
    return (
        f"{library}'s own source is part of this project, and checkers take it in place of its "
        "stubs: orm_typing says nothing here, and there is nothing to be done"
    )
