"""What a family of features offers to mypy's hooks.

Each family has a module ``hooks`` with tables and functions of the same names:

* ``METHODS``, ``METHOD_SIGNATURES``, ``FUNCTIONS``, ``FUNCTION_SIGNATURES``: full names that a
  description lists, each with its :class:`Hook`.
* ``attribute_hook`` and the like: what depends on the project, asked for each name that mypy sees.

``orm_typing.mypy`` joins the tables and asks the functions in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeAlias, TypeVar

from mypy.plugin import AttributeContext, FunctionContext, MethodContext
from mypy.types import FunctionLike, Type

from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.guard import guarded

Answer_co = TypeVar("Answer_co", covariant=True)

AttributeHook: TypeAlias = "Callable[[AttributeContext], Type]"
FunctionHook: TypeAlias = "Callable[[FunctionContext], Type]"
MethodHook: TypeAlias = "Callable[[MethodContext], Type]"


@dataclass(frozen=True)
class Hook(Generic[Answer_co]):
    """A feature's function, and the facts that it is given before mypy's context."""

    feature: str
    function: Callable[..., Answer_co]
    facts: tuple[object, ...] = ()
    asks_project: bool = True
    in_overload: bool = False

    def about(self, *facts: object) -> Hook[Answer_co]:
        """The same with these facts."""
        return replace(self, facts=facts)

    def of(self, project: Project) -> Callable[[Any], Answer_co]:
        """The hook for one build, guarded."""
        facts = (project, *self.facts) if self.asks_project else self.facts
        return guarded(self.feature, partial(self.function, *facts), in_overload=self.in_overload)


TypeHooks: TypeAlias = "Mapping[str, Hook[Type]]"
SignatureHooks: TypeAlias = "Mapping[str, Hook[FunctionLike]]"


def hook(
    feature: str,
    function: Callable[..., Answer_co],
    *facts: object,
    in_overload: bool = False,
) -> Hook[Answer_co]:
    """A function that takes the project, the facts, and the context."""
    return Hook(feature, function, facts, in_overload=in_overload)


def independent_hook(
    feature: str,
    function: Callable[..., Answer_co],
    *facts: object,
    in_overload: bool = False,
) -> Hook[Answer_co]:
    """A function that takes the facts and the context alone."""
    return Hook(feature, function, facts, asks_project=False, in_overload=in_overload)
