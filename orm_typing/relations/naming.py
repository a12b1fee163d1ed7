"""Default accessor names, exactly as the libraries make them.

sqliter (``sqliter/orm/fields.py``, ``ForeignKey.__set_name__``) lower-cases the class name and
takes its plural from ``inflect`` where that is installed; else it adds an ``s`` to a name that
does not end in one. Importing ``inflect`` takes seconds, so learned plurals are kept with the index
and the import waits for a name that was never seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Literal

from orm_typing.relations.vocabulary import DefaultAccessor

PluralChoice = Literal["inflect", "simple", "auto"]
PluralRule = Literal["inflect", "simple"]


def simple_plural(word: str) -> str:
    """What sqliter falls back to without ``inflect``."""
    return word if word.endswith("s") else word + "s"


def installed_inflect(directories: Iterable[str]) -> str | None:
    """The version of ``inflect`` in the first of these directories that has it.

    Empty when the package is there without its metadata; ``None`` when it is nowhere. Reads
    directory listings only: ``importlib.metadata`` takes longer to import than all of this.
    """
    for directory in directories:
        try:
            names = os.listdir(directory or ".")
        except OSError:
            continue
        for name in sorted(names):
            if name.startswith("inflect-") and name.endswith((".dist-info", ".egg-info")):
                return name[len("inflect-") :].rpartition(".")[0].partition("-py")[0]
        if "inflect" in names or "inflect.py" in names:
            return ""
    return None


def _unchanged(function: object) -> object:
    return function


@contextmanager
def _uninstrumented() -> Generator[None, None, None]:
    """Have ``inflect`` imported without the run-time type checks of ``typeguard``.

    They rewrite its source on import, which takes two seconds instead of 50 ms, and change no
    plural. ``inflect`` uses nothing of ``typeguard`` but this one decorator.
    """
    if "typeguard" in sys.modules:
        yield
        return
    stand_in = ModuleType("typeguard")
    setattr(stand_in, "typechecked", _unchanged)  # noqa: B010
    sys.modules["typeguard"] = stand_in
    try:
        yield
    finally:
        del sys.modules["typeguard"]


class Pluraliser:
    """Makes accessor names by the rule of the checked environment.

    ``choice`` is what the user asked for. With ``"auto"`` the rule is ``inflect`` if the checked
    environment has it: the running interpreter's, or the given ``site_packages`` directories.
    """

    def __init__(
        self, choice: PluralChoice = "auto", site_packages: Iterable[str] | None = None
    ) -> None:
        version = installed_inflect(sys.path)
        if choice == "auto":
            checked = version if site_packages is None else installed_inflect(site_packages)
            choice = "simple" if checked is None else "inflect"
        self.rule: PluralRule = "simple" if version is None else choice
        """The rule in force."""
        self.fell_back = self.rule != choice
        """Whether the names are simple plurals only because ``inflect`` can't be imported here."""
        self.key = f"inflect {version}" if self.rule == "inflect" else "simple"
        """What learned plurals depend on."""
        self.learned: dict[str, str] = {}

    def learn(self, plurals: Mapping[str, str]) -> None:
        """Take over plurals that were made under the same ``key``."""
        self.learned.update(plurals)

    def default_accessor(self, class_name: str, rule: DefaultAccessor) -> str:
        """The accessor that a relation has without ``related_name``, by its class's name."""
        if rule is DefaultAccessor.LOWER_SET:
            return f"{class_name.lower()}_set"
        if rule is DefaultAccessor.LOWER:
            return class_name.lower()
        return self.plural_accessor(class_name)

    def plural_accessor(self, class_name: str) -> str:
        """The plural of the lower-cased name, by the rule in force."""
        word = class_name.lower()
        if self.rule == "simple":
            return simple_plural(word)
        if word not in self.learned:
            self.learned[word] = self._inflect(word)
        return self.learned[word]

    def _inflect(self, word: str) -> str:
        try:
            with _uninstrumented():
                import inflect
        except ImportError:  # there, but damaged: the library's own import fails in the same way
            return simple_plural(word)
        return str(inflect.engine().plural(word))
