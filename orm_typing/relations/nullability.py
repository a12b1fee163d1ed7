"""Does an annotation make a foreign key nullable?

``author: ForeignKey[Author | None] = ForeignKey(Author)`` has the effect of ``null=True``. sqliter
(``sqliter/orm/fields.py``, ``_detect_nullable_from_annotation``) asks ``typing.get_type_hints`` for
all annotations of the class, and takes the first type argument of the field's. If any one can't be
evaluated it looks at the field's annotation as text, and only if it is text at runtime.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Literal

from orm_typing.relations.names import (
    AT_THE_END,
    FoundClass,
    FoundPath,
    FoundValue,
    Names,
    Place,
    parse_expression,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from orm_typing.relations.written import Call

OPTIONAL = frozenset({"typing.Optional", "typing_extensions.Optional"})
UNION = frozenset({"typing.Union", "typing_extensions.Union"})
ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
TYPING_PATHS = OPTIONAL | UNION | ANNOTATED

AnnotatedNull = Literal["yes", "no", "lost"]
"""``lost``: the annotation allows ``None``, as every checker reads it, but the library does not see
that."""


class Nullability:
    """Answers for the classes of one set of modules.

    ``is_model`` tells whether a class is certainly a model: the library takes the annotations of
    relations out of those (``sqliter/orm/model.py``, ``__init_subclass__``).
    """

    def __init__(self, names: Names, is_model: Callable[[FoundClass], bool]) -> None:
        self._names = names
        self._is_model = is_model

    def by_annotation(
        self, found: FoundClass, call: Call, prefixes: tuple[str, ...]
    ) -> AnnotatedNull:
        """Whether the annotation of ``call``, a field of ``found``, allows ``None``.

        ``prefixes`` are those of the constructor (``RelationConstructor.annotation_prefixes``).
        """
        node = parse_expression(call.annotation) if call.annotation else None
        if node is None:
            return "no"
        place = Place(found.module, found.written.order, found.written, call.order)
        allows_none = self._first_argument_allows_none(node, place)
        if self._hints_evaluate(found, found, set()):
            return "yes" if allows_none else "no"
        if self._text_allows_none(node, found.module.written.future_annotations, prefixes):
            return "yes"
        return "lost" if allows_none else "no"

    def _hints_evaluate(self, found: FoundClass, created: FoundClass, seen: set[str]) -> bool:
        """Whether ``get_type_hints(created)`` gets past ``found``, itself or one of its bases."""
        if found.full_name in seen:
            return True
        seen.add(found.full_name)
        relations = {call.name for call in found.written.calls}  # those that the library took out
        if found is created or not self._is_model(found):
            relations.clear()
        for field, names in found.written.annotation_names:
            if field not in relations and not all(
                self._is_bound_at_runtime(name, found, created) for name in names
            ):
                return False
        return all(
            self._hints_evaluate(base, created, seen)
            for possible in self._names.bases(found)
            for base in possible
            if isinstance(base, FoundClass)
        )

    def _is_bound_at_runtime(self, name: str, found: FoundClass, created: FoundClass) -> bool:
        if any(binding.world != "checker" for binding in found.written.bindings.get(name, ())):
            return True
        # A base class's module has been executed; the class's own has been up to the class.
        is_own_module = found.module.name == created.module.name
        order = created.written.order if is_own_module else AT_THE_END
        return self._names.is_bound_at_runtime(name, found.module, order)

    def _first_argument_allows_none(self, node: ast.expr, place: Place, depth: int = 0) -> bool:
        """Whether ``get_args(node)[0]`` is a union with ``None``."""
        if depth > 20:
            return False
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            quoted = parse_expression(node.value)
            return quoted is not None and self._first_argument_allows_none(quoted, place, depth + 1)
        if isinstance(node, ast.Subscript):
            generic = self._path(node.value, place)
            first = _first_element(node.slice)
            if first is None:
                return False
            if generic in ANNOTATED:  # `get_type_hints` removes it
                return self._first_argument_allows_none(first, place, depth + 1)
            if generic in OPTIONAL | UNION:
                return False
            return self._allows_none(first, place)
        return any(
            self._first_argument_allows_none(value, value_place, depth + 1)
            for value, value_place in self._values(node, place)
        )

    def _allows_none(self, node: ast.expr, place: Place, depth: int = 0) -> bool:
        """Whether the type is a union that has ``None`` at its top level."""
        if depth > 20:
            return False

        def is_none_or_union(part: ast.expr) -> bool:
            return _is_none(part) or self._allows_none(part, place, depth + 1)

        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            quoted = parse_expression(node.value)
            return quoted is not None and self._allows_none(quoted, place, depth + 1)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return is_none_or_union(node.left) or is_none_or_union(node.right)
        if isinstance(node, ast.Subscript):
            generic = self._path(node.value, place)
            if generic in OPTIONAL:
                return True
            elements = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if generic in UNION:
                return len(elements) > 1 and any(is_none_or_union(part) for part in elements)
            if generic in ANNOTATED and elements:
                return self._allows_none(elements[0], place, depth + 1)
            return False
        return any(
            self._allows_none(value, value_place, depth + 1)
            for value, value_place in self._values(node, place)
        )

    def _path(self, node: ast.expr, place: Place) -> str:
        for found in self._names.resolve(_dotted(node), place):
            if isinstance(found, FoundPath):
                return found.full_name
        return ""

    def _values(self, node: ast.expr, place: Place) -> list[tuple[ast.expr, Place]]:
        """The expressions that the name ``node`` is an alias of."""
        values: list[tuple[ast.expr, Place]] = []
        for found in self._names.resolve(_dotted(node), place):
            if isinstance(found, FoundValue):
                value = parse_expression(found.text)
                if value is not None:
                    values.append((value, found.place))
        return values

    @staticmethod
    def _text_allows_none(
        node: ast.expr, future_annotations: bool, prefixes: tuple[str, ...]
    ) -> bool:
        if future_annotations:
            return annotation_text_is_nullable(ast.unparse(node), prefixes)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return annotation_text_is_nullable(node.value, prefixes)
        return False


def annotation_text_is_nullable(text: str, prefixes: tuple[str, ...]) -> bool:
    """Sqliter's own reading of an annotation that can't be evaluated.

    Follows ``_annotation_is_nullable`` of ``sqliter/orm/fields.py`` to the letter, so that what it
    misses (``t.Optional[...]``, half-quoted unions) is missed here too.
    """
    for prefix in prefixes:
        text = text.replace(prefix, "")
    text = text.strip()
    if "[" not in text or "]" not in text:
        return False
    inner = text[text.find("[") + 1 : text.rfind("]")].strip()
    if inner.startswith("Optional["):
        return True
    if "|" in inner and "None" in _split_top_level(inner, "|"):
        return True
    if inner.startswith("Union[") and inner.endswith("]"):
        return "None" in _split_top_level(inner[len("Union[") : -1], ",")
    return False


def _split_top_level(text: str, separator: str) -> list[str]:
    parts = [""]
    depth = 0
    for character in text:
        depth += (character in "[(") - (character in "])")
        if character == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in (None, "None")


def _first_element(node: ast.expr) -> ast.expr | None:
    if isinstance(node, ast.Tuple):
        return node.elts[0] if node.elts else None
    return node


def _dotted(node: ast.expr) -> str:
    return ast.unparse(node) if isinstance(node, (ast.Name, ast.Attribute)) else ""
