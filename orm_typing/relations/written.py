"""One file as written: the names its scopes bind, its classes, and the calls in their bodies.

These are what ``scan`` makes of a file and what the index keeps of it. Nothing in here is resolved:
a relative import still has its dots and an expression is still text. All are tuples of plain
values, so that ``store`` can write them as they are.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

BindingKind = Literal["import", "expression", "class", "function", "opaque"]
World = Literal["both", "checker", "runtime"]
"""Who executes a statement: ``if TYPE_CHECKING:`` is for the checker, its ``else`` for runtime."""


class Binding(NamedTuple):
    """One statement that gives a name a value.

    ``from ..db import ForeignKey as FK`` binds ``FK``::

        Binding(3, "import", "..db", "ForeignKey")
    """

    order: int
    """Position among the scope's statements; a later binding hides an earlier one."""
    kind: BindingKind
    text: str = ""
    """A module (with leading dots if relative), an expression, or a class's qualified name."""
    attribute: str = ""
    """The name taken from the module by ``from module import name``; else empty."""
    conditional: bool = False
    """Whether it stands in a branch, so that an earlier binding may still be the valid one."""
    world: World = "both"


class Star(NamedTuple):
    """``from module import *``."""

    order: int
    module: str
    conditional: bool = False
    world: World = "both"


class Call(NamedTuple):
    """``name: annotation = callee(target, option=...)`` in a class body."""

    order: int
    name: str
    callee: str
    """Dotted name; the subscript of ``ForeignKey[Author](Author)`` is dropped."""
    annotation: str
    positional: tuple[str, ...]
    """Positional arguments as expressions; ``*`` stands for an unpacked one."""
    keywords: tuple[tuple[str, str], ...]
    """Keyword arguments as expressions; the name ``**`` stands for an unpacked mapping."""
    line: int
    column: int


class WrittenClass(NamedTuple):
    """A class statement."""

    name: str
    """Qualified name within the module: ``Outer.Inner``. In a function it is the name with the
    line, ``Author@7``, as mypy has it (``mypy.semanal.SemanticAnalyzer.class_fullname``)."""
    order: int
    """Position of the outermost class statement in the module: what its body can see."""
    bases: tuple[str, ...]
    """Dotted names; empty for a base that is no dotted name."""
    bindings: dict[str, tuple[Binding, ...]]
    calls: tuple[Call, ...]
    annotation_names: tuple[tuple[str, tuple[str, ...]], ...]
    """For each annotated name, which names ``typing.get_type_hints`` must evaluate. An empty name
    stands for text that is no expression."""
    enclosing: dict[str, tuple[Binding, ...]]
    """What the functions around the class bind; empty outside of functions."""
    decorators: tuple[tuple[str, str], ...]
    """``("extend", "Author")`` of ``@extend(Author)``: those that are called with one argument."""


class BrokenText(NamedTuple):
    """What can be told of a file that does not parse."""

    imports: tuple[str, ...]
    """Modules, and modules with a name taken from them; relative ones with their dots."""
    quoted: tuple[tuple[str, str], ...]
    """Calls whose first argument is a quoted name: ``("ManyToMany", "Tag")``."""
    words: tuple[str, ...]
    """All that looks like an identifier."""


class WrittenFile(NamedTuple):
    """What one file says."""

    bindings: dict[str, tuple[Binding, ...]]
    stars: tuple[Star, ...]
    exports: tuple[str, ...] | None
    """``__all__``; ``None`` when there is none, or none that can be read."""
    classes: tuple[WrittenClass, ...]
    future_annotations: bool
    broken: BrokenText | None = None
    """``None`` for a file that parses, else what its text still tells: see ``fallback``."""


NOTHING_WRITTEN = WrittenFile({}, (), None, (), False)
