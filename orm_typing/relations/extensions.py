"""Classes whose attributes an application puts on a model of another module.

::

    @extend(Partner)
    class LoyalPartner:
        points: int = Integer(default=0)

        def level(self) -> str: ...

gives ``Partner`` the attributes ``points`` and ``level``. The decorator is the application's own;
its name is a fact, or a setting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orm_typing.relations.declaration import RelationField
from orm_typing.relations.models import best_class
from orm_typing.relations.names import (
    AT_THE_END,
    FoundClass,
    FoundPath,
    Names,
    Place,
    bare,
    is_dotted,
    live_bindings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orm_typing.relations.models import Models
    from orm_typing.relations.vocabulary import RelationConstructor, Vocabulary
    from orm_typing.relations.written import Binding


class Extensions:
    """Finds what decorated classes add to models.

    ``involve`` is called for each class that takes part.
    """

    def __init__(
        self,
        names: Names,
        models: Models,
        vocabulary: Vocabulary,
        involve: Callable[[FoundClass], None],
    ) -> None:
        self._names = names
        self._models = models
        self._involve = involve
        self._decorators = {
            full_name: constructor
            for constructor in vocabulary.constructors
            if constructor.is_extension
            for full_name in constructor.full_names
        }
        self.words = {bare(full_name) for full_name in self._decorators}
        """The last parts of the decorators' names."""

    def added_by(self, source: FoundClass) -> Iterator[RelationField]:
        """What the class adds to the model that its decorator names."""
        place = Place(source.module, source.written.order)
        for callee, argument in source.written.decorators:
            decorator = self._decorator(callee, place)
            if decorator is None or not is_dotted(argument):
                continue
            target = best_class(self._names.resolve(argument, place))
            if isinstance(target, FoundClass) and self._may_be_extended(target):
                self._involve(source)
                self._involve(target)
                yield from _attributes(source, target, argument, decorator)

    def _decorator(self, callee: str, place: Place) -> RelationConstructor | None:
        if bare(callee) not in self.words:
            return None
        if bare(callee) in self._decorators:
            return self._decorators[bare(callee)]
        for found in self._names.resolve(callee, place):
            if isinstance(found, FoundPath) and found.full_name in self._decorators:
                return self._decorators[found.full_name]
        return None

    def _may_be_extended(self, target: FoundClass) -> bool:
        return self._models.ancestry(target).may_be_registered_model


def _attributes(
    source: FoundClass, target: FoundClass, text: str, decorator: RelationConstructor
) -> Iterator[RelationField]:
    for name, bindings in source.written.bindings.items():
        live = live_bindings(bindings, AT_THE_END)
        if name.startswith("__") or not live:
            continue
        yield RelationField(
            source=source.full_name,
            source_module=source.module.name,
            name=name,
            constructor=decorator,
            target=target.full_name,
            target_module=target.module.name,
            target_text=text,
            target_is_string=False,
            accessor=name,
            accessor_is_default=False,
            accessor_is_unknown=False,
            reverse_descriptor=None,
            key_type=None,
            nullable=False,
            nullability_is_lost=False,
            unique=False,
            is_primary_key=False,
            copied_from=None,
            unknown_options=(),
            line=live[-1].order,
            column=0,
            is_method=_may_be_method(live),
        )


def _may_be_method(bindings: list[Binding]) -> bool:
    return any(binding.kind == "function" for binding in bindings)
