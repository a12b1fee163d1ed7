"""What is said of a name that is not known, and which one was likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from orm_typing.messages.codes import UNKNOWN_FIELD, UNKNOWN_PATH, UNRESOLVED_TARGET, Message


def others(name: str, candidates: Iterable[str]) -> list[str]:
    """What may be proposed in place of ``name``, sorted: what was written never is."""
    return sorted({*candidates} - {name})


def closest(name: str, candidates: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """The candidate that ``name`` was most likely meant to be, if any is close."""
    known = others(name, candidates)
    for candidate in known:
        if candidate.casefold() == name.casefold():
            return candidate
    matches = get_close_matches(name, known, n=1, cutoff=cutoff)
    return matches[0] if matches else None


def meant_or_known(name: str, candidates: Iterable[str], verb: str) -> str:
    """The end of a message about a name: the one that was meant, or else all that there are."""
    known = others(name, candidates)
    found = closest(name, known)
    if found:
        return f'; did you mean "{found}"?'
    if known:
        return f"; {verb} " + ", ".join(f'"{one}"' for one in known)
    return ""


def unknown_path(model: str, step: str, method: str, candidates: Iterable[str]) -> Message:
    """A step of a relation path is not a relation that the method can follow."""
    hint = meant_or_known(step, candidates, "it can follow")
    return Message(f'{method}: "{model}" has no relation "{step}" to follow{hint}', UNKNOWN_PATH)


def unknown_target(model: str, relation: str, target: str) -> Message:
    """A relation is followed that leads to a model which nobody knows: the library raises."""
    return Message(
        f'"{model}.{relation}" can\'t be followed: its target "{target}" was not found; '
        "give the relation the name of a model",
        UNRESOLVED_TARGET,
    )


def unknown_field(model: str, name: str, candidates: Iterable[str]) -> Message:
    """A name that a query is given is no field, relation or annotation of the model."""
    hint = meant_or_known(name, candidates, "it has")
    return Message(f'"{model}" has no field "{name}"{hint}', UNKNOWN_FIELD)
