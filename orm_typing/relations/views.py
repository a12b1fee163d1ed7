"""The answer, arranged for every question that is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from orm_typing.relations.declaration import RelationField
    from orm_typing.relations.resolution import Resolution

Grouped: TypeAlias = "dict[str, tuple[RelationField, ...]]"


class Views:
    """Dictionaries over one resolution: a checker asks for every class and file of its build."""

    def __init__(self, resolution: Resolution) -> None:
        relations = resolution.relations
        by_position = sorted(
            relations, key=lambda relation: (relation.source_module, relation.line, relation.column)
        )
        lasting = [one for one in relations if not one.reaches_out_of_a_function]
        passing = [one for one in relations if one.reaches_out_of_a_function]
        self.onto = _grouped(lasting, lambda relation: relation.target)
        self.into_module = _grouped(lasting, lambda relation: relation.target_module)
        self.onto_from_functions = _grouped(passing, lambda relation: relation.target)
        self.declared_by = _grouped(by_position, lambda relation: relation.source)
        self.declared_in_module = _grouped(by_position, lambda relation: relation.source_module)
        self.accessor_names = frozenset(
            relation.accessor for relation in lasting if relation.accessor
        )
        extended = [one for one in lasting if one.constructor.is_extension]
        self.extended_names = frozenset(one.name for one in extended)
        self.method_names = frozenset(one.name for one in extended if one.is_method)
        self.relation_names = self.accessor_names | {relation.name for relation in relations}
        self.source_modules = _source_modules(self.into_module, resolution.broken_sources)


def _grouped(
    relations: Iterable[RelationField], key: Callable[[RelationField], str | None]
) -> Grouped:
    groups: dict[str, list[RelationField]] = {}
    for relation in relations:
        name = key(relation)
        if name is not None:
            groups.setdefault(name, []).append(relation)
    return {name: tuple(group) for name, group in groups.items()}


def _source_modules(
    into_module: Grouped, broken_sources: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    sources = {
        module: {relation.source_module for relation in relations} - {module}
        for module, relations in into_module.items()
    }
    for module, broken in broken_sources.items():
        sources.setdefault(module, set()).update(broken)
    return {module: tuple(sorted(names)) for module, names in sources.items() if names}
