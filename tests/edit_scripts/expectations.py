"""What the cold run itself must say, so that the modes are not merely equal to a wrong answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .project import Project


@dataclass(frozen=True)
class Expectation:
    """Every line of the project that contains `snippet` has a message with `fragment`.

    An empty snippet stands for the whole output.
    """

    snippet: str
    fragment: str

    def unmet(self, project: Project, messages: Iterable[str]) -> list[str]:
        """Say where the expectation is not met."""
        known = list(messages)
        if not self.snippet:
            found = any(self.fragment in message for message in known)
            return [] if found else [f"no message contains {self.fragment!r}"]
        places = [
            f"{path}:{number}"
            for path in project
            for number, line in enumerate(project[path].splitlines(), start=1)
            if self.snippet in line
        ]
        if not places:
            return [f"no line contains {self.snippet!r}"]
        said = {place: at(place, known) for place in places}
        return [
            f"{place}: {self.snippet}: no message contains {self.fragment!r}, but {texts}"
            for place, texts in said.items()
            if not any(self.fragment in text for text in texts)
        ]


def at(place: str, messages: Iterable[str]) -> list[str]:
    """Messages at a place such as ``myapp/app.py:3``, without the place."""
    pattern = re.compile(re.escape(place) + r":(?:\d+:)? (.*)")
    return [match[1] for message in messages if (match := pattern.match(message))]


def reveals(expression: str, type_text: str) -> Expectation:
    """Expect ``reveal_type(expression)`` to give a type; a type may be given by its beginning."""
    return Expectation(f"reveal_type({expression})", f'Revealed type is "{type_text}')


def absent(expression: str) -> Expectation:
    """Expect an error that says the last name of a revealed expression isn't there."""
    name = expression.rpartition(".")[2]
    return Expectation(f"reveal_type({expression})", f'has no attribute "{name}"')


def reports(snippet: str, fragment: str) -> Expectation:
    """Expect a message at the lines that contain the snippet."""
    return Expectation(snippet, fragment)


def says(fragment: str) -> Expectation:
    """Expect a message anywhere."""
    return Expectation("", fragment)


def reverse_query(model: str) -> str:
    """Type of ``author.books``."""
    return f"sqliter.orm.query.ReverseQuery[{model}]"


def reverse_relationship(model: str) -> str:
    """Type of ``Author.books``."""
    return f"sqliter.orm.query.ReverseRelationship[{model}]"


def reverse_manager(model: str) -> str:
    """Type of ``tag.articles``: the reverse side of a many-to-many relation."""
    return f"sqliter.orm.m2m.ManyToManyManager[{model}"
