"""Which names of an annotation does ``typing.get_type_hints`` have to evaluate?

sqliter asks ``get_type_hints(owner)`` whether a foreign key is nullable, while ``owner`` is being
created. One annotation that can't be evaluated, of any field, makes the whole call fail
(``sqliter/orm/fields.py``, ``_detect_nullable_from_annotation``). Under ``from __future__ import
annotations`` all annotations are text (PEP 563); without it only their quoted parts are.
"""

from __future__ import annotations

import ast
import builtins
import sys


def evaluated_names(annotation: ast.expr, future_annotations: bool) -> tuple[str, ...]:
    """The names to look up, sorted and without builtins; an empty name for unreadable text.

    For example ``ForeignKey["Author"]`` gives ``("Author",)``, and ``("Author", "ForeignKey")``
    under the future import.
    """
    names: set[str] = set()
    _collect(annotation, future_annotations, names)
    return tuple(sorted(name for name in names if not hasattr(builtins, name)))


def _collect(node: ast.expr, is_text: bool, names: set[str]) -> None:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            _collect_quoted(node.value, names)
    elif isinstance(node, ast.Subscript):
        _collect(node.value, is_text, names)
        _collect_arguments(node, is_text, names)
    elif isinstance(node, ast.BinOp):
        _collect(node.left, is_text, names)
        _collect(node.right, is_text, names)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for element in node.elts:
            _collect(element, is_text, names)
    elif is_text:
        names.update(child.id for child in ast.walk(node) if isinstance(child, ast.Name))


def _collect_arguments(node: ast.Subscript, is_text: bool, names: set[str]) -> None:
    # Strings within `Literal` and in the metadata of `Annotated` are values, not annotations.
    generic = node.value.attr if isinstance(node.value, ast.Attribute) else None
    if isinstance(node.value, ast.Name):
        generic = node.value.id
    if generic == "Literal":
        return
    if generic == "Annotated" and isinstance(node.slice, ast.Tuple) and node.slice.elts:
        _collect(node.slice.elts[0], is_text, names)
        if is_text:
            for metadata in node.slice.elts[1:]:
                names.update(n.id for n in ast.walk(metadata) if isinstance(n, ast.Name))
        return
    if sys.version_info < (3, 11) and hasattr(builtins, generic or ""):
        # Python 3.10 leaves the strings in `list["Book"]` as they are.
        elements = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        for element in elements:
            if not isinstance(element, ast.Constant):
                _collect(element, is_text, names)
        return
    _collect(node.slice, is_text, names)


def _collect_quoted(text: str, names: set[str]) -> None:
    try:
        expression = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        names.add("")
    else:
        _collect(expression, True, names)
