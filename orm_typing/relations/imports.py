"""Which modules does a file import, and which can it reach?

The search is one of text, so that no file is parsed for it: it may find more than a type checker
follows, and must never find less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from orm_typing.relations.source_text import GAP, NAME, identifier, source_text

# Patterns are compiled where they are used: a run in which no file changed searches none. They look
# ahead instead of reading on, because what looks like an import in a docstring must not hide the
# import that comes after it. `re` is fast where a pattern begins with plain letters.
_PATH = rf"{NAME}(?:{GAP}\.{GAP}{NAME})*"
_IN_PARENTHESES = r"\((?:[^)#]|#.*)*"
_ON_ONE_LINE = r"(?:\\\n|[^\n;#])*"
_FROM = (
    rf"from(?<!\wfrom)(?={GAP}((?:\.{GAP})*(?:{_PATH})?)"
    rf"{GAP}\bimport\b({GAP}{_IN_PARENTHESES}|{_ON_ONE_LINE}))"
)
_IMPORT = rf"(?:^|[;:])[ \t\f]*import\b(?=({_ON_ONE_LINE}))"
_COMMENT = r"#.*"
_SPACE = r"[\s\\]+"


def imported_names(data: bytes) -> frozenset[str]:
    """What the text of a file imports, relative names with their dots.

    ``from .models import Author`` gives ``.models`` and ``.models.Author``, since the name may be
    that of a module.
    """
    text = source_text(data)
    found: set[str] = set()
    for spaced, names in re.findall(_FROM, text):
        module = identifier(re.sub(_SPACE, "", spaced))
        found.add(module)
        separator = "" if module.endswith(".") else "."
        found.update(f"{module}{separator}{name}" for name in _listed(names))
    for names in re.findall(_IMPORT, text, re.MULTILINE):
        found.update(_listed(names))
    return frozenset(found)


def _listed(names: str) -> Iterator[str]:
    """The names in ``(a as b, c)`` or ``a.b as c, d``, without those given to them."""
    for part in re.sub(_COMMENT, "", names).split(","):
        path = re.match(rf"[\s\\(]*({_PATH})", part)
        if path is not None:
            yield identifier(re.sub(_SPACE, "", path[1]))


def absolute_name(name: str, module: str, *, is_package: bool) -> str:
    """``name`` as imported in ``module``, without leading dots."""
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    if level == 0:
        return name
    parts = module.split(".")
    kept = len(parts) - level + (1 if is_package else 0)
    return ".".join([*parts[: max(kept, 0)], *([rest] if rest else [])])


def with_parents(name: str) -> Iterator[str]:
    """``a.b.c``, ``a.b`` and ``a``: importing a module imports its packages."""
    while name:
        yield name
        name = name.rpartition(".")[0]


class Reach:
    """Which of some ``targets`` can a module reach, over any number of imports?

    ``imports_of`` gives the modules that a module imports, of the project's own. Each module is
    visited once, for all questions together (Tarjan's algorithm for strongly connected components,
    with a set of targets for each component).
    """

    def __init__(self, targets: Iterable[str], imports_of: Callable[[str], Iterable[str]]) -> None:
        self._bits: Mapping[str, int] = {
            name: 1 << position for position, name in enumerate(sorted(set(targets)))
        }
        self._imports_of = imports_of
        self._reached: dict[str, int] = {}

    def reaches(self, module: str, target: str) -> bool:
        """Whether ``module`` imports ``target``, directly or not; each reaches itself."""
        if module not in self._reached:
            self._visit(module)
        return bool(self._reached[module] & self._bits.get(target, 0))

    def _visit(self, start: str) -> None:
        order: dict[str, int] = {}
        lowest: dict[str, int] = {}
        open_modules: list[str] = []
        partial: dict[str, int] = {}
        walk: list[tuple[str, Iterator[str]]] = []

        def enter(module: str) -> None:
            order[module] = lowest[module] = len(order)
            partial[module] = self._bits.get(module, 0)
            open_modules.append(module)
            walk.append((module, iter(self._imports_of(module))))

        enter(start)
        while walk:
            module, remaining = walk[-1]
            for imported in remaining:
                if imported in self._reached:
                    partial[module] |= self._reached[imported]
                elif imported in order:
                    lowest[module] = min(lowest[module], order[imported])
                else:
                    enter(imported)
                    break
            else:
                walk.pop()
                if walk:
                    parent = walk[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[module])
                if lowest[module] == order[module]:
                    self._close(module, open_modules, partial)
                if walk:
                    partial[walk[-1][0]] |= partial[module]

    def _close(self, first: str, open_modules: list[str], partial: dict[str, int]) -> None:
        """Give all modules of a finished component what any of them reaches."""
        component: list[str] = []
        while True:
            module = open_modules.pop()
            component.append(module)
            if module == first:
                break
        reached = 0
        for module in component:
            reached |= partial[module]
        for module in component:
            self._reached[module] = partial[module] = reached
