"""The project's source, as the questions about one import root's declarations need it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from mypy.options import Options

from orm_typing.cli.declare.found import bound_names, named_classes
from orm_typing.cli.declare.meaning import Scope, module_finder
from orm_typing.orms import ORMS
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.relations.constructors import Constructors
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.models import Models, best_class
from orm_typing.relations.names import FoundClass, Module, Names
from orm_typing.relations.primary_keys import PrimaryKeys
from orm_typing.relations.syntax import parse


class Sources:
    """Classes of the project by full name, with their bases, relations and text."""

    def __init__(self, project: Project, index: ProjectIndex, options: Options) -> None:
        self.project = project
        self.index = index
        self._modules = index.modules()
        self.names = Names(self._modules.named, project.vocabulary.known_paths)
        self.models = Models(self.names, project.vocabulary)
        self.primary_keys = PrimaryKeys(
            self.names,
            self.models,
            Constructors(self.names, project.vocabulary),
            project.vocabulary,
            # Types of keys come from the index.
            lambda source, call, constructor, place: None,
        )
        self._is_module = module_finder(self._modules.named, options)
        self._trees: dict[str, dict[str, ast.ClassDef]] = {}

    @cached_property
    def has_broken_files(self) -> bool:
        """Whether a file that may declare relations does not parse."""
        return any(module.written.broken is not None for module in self._modules.parsed())

    def module(self, name: str) -> Module | None:
        """The module of that name below the roots."""
        return self._modules.named(name)

    def module_of_file(self, name: str, path: Path) -> Module | None:
        """The module of that name, if checkers read this file for it and no stub beside it."""
        module = self.module(name)
        file = self._modules.files.get(name)
        return module if file is not None and Path(file).resolve() == path.resolve() else None

    def scope(self, found: FoundClass) -> Scope:
        """What the body of a class sees."""
        return Scope(self.names, found.module, found.written, self._is_module)

    def project_class(self, full_name: str) -> FoundClass | None:
        """The class of that full name."""
        parts = full_name.split(".")
        for end in range(len(parts) - 1, 0, -1):
            module = self._modules.named(".".join(parts[:end]))
            found = self.names.class_of(module, ".".join(parts[end:])) if module else None
            if found is not None:
                return found
        return None

    def ancestors(self, found: FoundClass) -> list[FoundClass]:
        """The classes of the project from which ``found`` derives."""
        known: dict[str, FoundClass] = {}
        waiting = [found]
        while waiting:
            for possible in self.names.bases(waiting.pop()):
                base = best_class(possible)
                if isinstance(base, FoundClass) and base.full_name not in known:
                    known[base.full_name] = base
                    waiting.append(base)
        known.pop(found.full_name, None)
        return list(known.values())

    def inherited_accessors(self, found: FoundClass) -> set[str]:
        """The accessors of the classes from which ``found`` derives."""
        return {
            relation.accessor
            for base in self.ancestors(found)
            for relation in self.index.onto(base.full_name)
            if relation.accessor is not None
        }

    def inherited_attributes(self, found: FoundClass) -> set[str]:
        """What the bodies of those classes bind or annotate, but for their accessors."""
        bodies = [self.body(base) for base in self.ancestors(found)]
        bound = {name for body in bodies if body is not None for name in bound_names(body)}
        return bound - self.inherited_accessors(found)

    def relation_names(self, found: FoundClass) -> set[str]:
        """The relations that the body of the class declares."""
        relations = self.index.declared_by(found.full_name)
        return {relation.name for relation in relations}

    def orms_of(self, found: FoundClass) -> Iterator[Orm]:
        """The ORMs that know the class as a model."""
        bases = {base.full_names[0] for base in self.models.ancestry(found).bases}
        return (orm for orm in ORMS if not bases.isdisjoint(orm.registered_bases))

    def automatic_key(self, found: FoundClass) -> tuple[str, str] | None:
        """Name and type of the key that the library may add: ``("id", "builtins.int")``."""
        type_name = self.models.automatic_key(found)
        for orm in self.orms_of(found):
            if orm.automatic_key_name is not None and type_name is not None:
                return orm.automatic_key_name, type_name
        return None

    def body(self, found: FoundClass) -> ast.ClassDef | None:
        """The class's syntax tree."""
        name = found.module.name
        if name not in self._trees:
            path = self._modules.files.get(name)
            tree = parse(Path(path).read_bytes()).tree if path is not None else ast.Module([], [])
            self._trees[name] = dict(named_classes(tree))
        return self._trees[name].get(found.written.name)
