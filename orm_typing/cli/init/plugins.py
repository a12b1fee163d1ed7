"""What the list of plugins is, and what it should be."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLUGIN = "orm_typing.mypy"

# What people write in its place, without its punctuation.
_MISSPELT = {"ormtyping", "ormtypingplugin", "ormtypingmypyplugin", "ormtypingmypypy"}


class EditError(Exception):
    """A file that can't be edited safely; the text says why."""


@dataclass(frozen=True)
class Edit:
    """What to do to a list of plugins."""

    replaced: str | None
    """The item that stands in the plugin's place under a wrong name; ``None`` to append."""

    def applied(self, plugins: tuple[str, ...]) -> tuple[str, ...]:
        """The list as it should be."""
        if self.replaced is None:
            return (*plugins, PLUGIN)
        return tuple(PLUGIN if plugin == self.replaced else plugin for plugin in plugins)


def needed_edit(plugins: tuple[str, ...] | None) -> Edit | None:
    """The edit that makes mypy load the plugin; ``None`` if it does."""
    found = plugins or ()
    if PLUGIN in found:
        return None
    return Edit(next((plugin for plugin in found if is_misspelt(plugin)), None))


def is_misspelt(plugin: str) -> bool:
    """Whether the plugin was meant, and mypy would not find it."""
    letters = re.sub(r"[^a-z]", "", plugin.lower())
    return plugin != PLUGIN and (letters in _MISSPELT or letters == "ormtypingmypy")
