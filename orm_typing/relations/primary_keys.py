"""What is the type of a model's primary key, where each model may choose its own?

A field with ``primary_key=True`` in the body of the class, or of one of its abstract bases, else
the one that the library adds. A foreign key that is the primary key has the type of its target's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orm_typing.relations.names import (
    DEEPEST,
    FoundClass,
    FoundPath,
    Names,
    Place,
    bare,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from orm_typing.relations.constructors import Constructors
    from orm_typing.relations.models import Models
    from orm_typing.relations.names import Found
    from orm_typing.relations.vocabulary import KeyField, RelationConstructor, Vocabulary
    from orm_typing.relations.written import Call


class PrimaryKeys:
    """Answers for the classes of one set of modules; remembers each answer."""

    def __init__(
        self,
        names: Names,
        models: Models,
        constructors: Constructors,
        vocabulary: Vocabulary,
        target_of: Callable[
            [FoundClass, Call, RelationConstructor, Place], FoundClass | FoundPath | None
        ],
    ) -> None:
        self._target_of = target_of
        self._names = names
        self._models = models
        self._constructors = constructors
        self._fields = {name: field for field in vocabulary.key_fields for name in field.full_names}
        self._library_keys = {one.full_name: one.key_type for one in vocabulary.library_models}
        self._words = {bare(name) for name in self._fields}
        self._answers: dict[str, str | None] = {}

    def type_of(self, model: FoundClass | FoundPath | None) -> str | None:
        """Full name of the type of the key; ``None`` if it is unknown."""
        if isinstance(model, FoundPath):
            return self._library_keys.get(model.full_name)
        if model is None:
            return None
        if model.full_name not in self._answers:
            self._answers[model.full_name] = None  # ends a circle of keys that are foreign keys
            self._answers[model.full_name] = self._find(model)
        return self._answers[model.full_name]

    def _find(self, model: FoundClass) -> str | None:
        automatic = self._models.automatic_key(model)
        if automatic is None:
            return None
        proxied = self._models.proxied(model)
        if proxied is not None:
            return self.type_of(proxied)
        for found in (model, *self._models.abstract_bases(model)):
            for call in found.written.calls:
                declared = self._declared(found, call)
                if declared is not None:
                    return declared or None
        return automatic

    def is_automatic(self, model: FoundClass) -> bool:
        """Whether the library adds the key, as far as the calls that were read tell."""
        if self._models.automatic_key(model) is None:
            return False
        proxied = self._models.proxied(model)
        if proxied is not None:
            return self.is_automatic(proxied)
        return all(
            self._declared(found, call) is None
            for found in (model, *self._models.abstract_bases(model))
            for call in found.written.calls
        )

    def is_key_class(self, found: FoundClass) -> bool:
        """Whether it is a field that is the primary key without ``primary_key=True``."""
        field = self._first([found], 0)
        return field is not None and field.is_primary_key

    def _declared(self, found: FoundClass, call: Call) -> str | None:
        """The type of the key that this call declares: empty if unknown, ``None`` if no key."""
        is_given = any(name == "primary_key" and text == "True" for name, text in call.keywords)
        if not is_given and bare(call.callee) not in self._words:
            return None
        place = Place(found.module, found.written.order, found.written, call.order)
        possible = self._names.resolve(call.callee, place)
        field = self._first(possible, 0)
        if field is not None:
            return (field.type_name or "") if is_given or field.is_primary_key else None
        if not is_given:
            return None
        constructor = self._constructors.find(call.callee, place)
        if constructor is None or not constructor.has_key:
            return ""
        return self.type_of(self._target_of(found, call, constructor, place)) or ""

    def _first(self, possible: list[Found], depth: int) -> KeyField | None:
        for found in possible:
            if isinstance(found, FoundPath):
                field = self._fields.get(found.full_name)
            elif isinstance(found, FoundClass) and depth < DEEPEST:
                field = next(
                    (
                        inherited
                        for base in self._names.bases(found)
                        if (inherited := self._first(base, depth + 1)) is not None
                    ),
                    None,
                )
            else:
                field = None
            if field is not None:
                return field
        return None
