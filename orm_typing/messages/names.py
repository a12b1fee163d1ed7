"""What is said of a name that is not known, and which one was likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from orm_typing.messages.codes import UNKNOWN_FIELD, UNKNOWN_PATH, Message


def closest(name: str, candidates: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """The candidate that ``name`` was most likely meant to be, if any is close."""
    known = sorted(candidates)
    for candidate in known:
        if candidate.casefold() == name.casefold():
            return candidate
    matches = get_close_matches(name, known, n=1, cutoff=cutoff)
    return matches[0] if matches else None


def meant_or_known(name: str, candidates: Iterable[str], verb: str) -> str:
    """The end of a message about a name: the one that was meant, or else all that there are."""
    known = sorted(candidates)
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


def unknown_field(model: str, name: str, candidates: Iterable[str]) -> Message:
    """A name that a query is given is no field, relation or annotation of the model."""
    hint = meant_or_known(name, candidates, "it has")
    return Message(f'"{model}" has no field "{name}"{hint}', UNKNOWN_FIELD)
