"""One module: its text as it is, and as it should be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import libcst as cst

from orm_typing.cli.declare.comparison import ClassChange, Comparison, Left
from orm_typing.cli.declare.expected import expected
from orm_typing.cli.declare.found import classes_in
from orm_typing.cli.declare.sources import Sources
from orm_typing.cli.declare.writing import write_module
from orm_typing.cli.source_files import SourceFile
from orm_typing.relations.names import FoundClass, Module
from orm_typing.relations.syntax import parse_whole


@dataclass(frozen=True)
class ModulePlan:
    """The text of a module before and after."""

    before: str
    after: str
    classes: tuple[ClassChange, ...]


def plan_module(sources: Sources, name: str, file: SourceFile) -> ModulePlan:
    """What the text of a file, that of the module ``name``, should be.

    Raises ``SyntaxError`` or :class:`libcst.ParserSyntaxError` for text that does not parse.
    """
    text = file.text
    tree = parse_whole(text).tree
    module = sources.module_of_file(name, file.path)
    if module is None or not _may_change(sources, module, text):
        return ModulePlan(text, text, ())
    syntax = cst.parse_module(text)
    bodies = classes_in(syntax, tree)
    counts = Counter(body.name for body in bodies)
    by_name = {body.name: body for body in bodies}
    comparisons: list[Comparison] = []
    repeated: list[ClassChange] = []
    for class_name, count in counts.items():
        found = sources.names.class_of(module, class_name)
        if found is None:
            continue
        if count == 1:
            comparisons.append(Comparison(sources, found, by_name[class_name]))
        else:
            repeated.append(_left_out(sources, found))
    after = text
    if any(one.change.is_stale for one in comparisons):
        after = write_module(sources, module, syntax, tree, comparisons)
    return ModulePlan(text, after, (*(one.change for one in comparisons), *repeated))


def _left_out(sources: Sources, model: FoundClass) -> ClassChange:
    """Nothing: of classes with one name, source does not tell which relations belong to which."""
    wanted = expected(sources, model)
    reason = "the module has several classes of this name"
    names = sorted(wanted.names)
    return ClassChange(model.written.name, left=[Left(name, reason) for name in names])


def _may_change(sources: Sources, module: Module, text: str) -> bool:
    """Whether the module has a model of which something is to be said, or may have had one."""
    index = sources.index
    has_relations = index.into_module(module.name) or index.declared_in_module(module.name)
    return (
        bool(has_relations)
        or "TYPE_CHECKING" in text
        or any(
            sources.automatic_key(FoundClass(module, written)) is not None
            for written in module.written.classes
        )
    )
