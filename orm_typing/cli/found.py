"""All that the source of a project declares: its models and relations, over all import roots."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from orm_typing.cli.project import UserProject
from orm_typing.cli.source_files import python_files
from orm_typing.orms import ORMS, TABLE_LIBRARIES
from orm_typing.orms.description import Orm
from orm_typing.relations.catalogue import Model
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.names import bare
from orm_typing.relations.vocabulary import ModelBase


def _short(full_name: str) -> str:
    """The path by which a library's package exports its class."""
    return f"{full_name.partition('.')[0]}.{bare(full_name)}"


_ORM_OF_BASE = {name: orm for orm in ORMS for base in orm.model_bases for name in base.full_names}
_TABLE_BASES = {
    library.model_base: (library, ModelBase((library.model_base, _short(library.model_base))))
    for library in TABLE_LIBRARIES
}
_FIELD_PATHS = frozenset(
    path
    for names in (
        *(orm.relation_fields for orm in ORMS),
        *(library.relation_functions for library in TABLE_LIBRARIES),
    )
    for name in names
    for path in (name, _short(name))
)


@dataclass(frozen=True)
class Found:
    """Models and relations, in the order of their names."""

    models: tuple[Model, ...]
    """Those outside of functions."""
    relations: tuple[RelationField, ...]
    paths: dict[str, str]
    """The file of each module that was read."""
    broken_files: tuple[str, ...]
    """Files that can't be parsed or read, so that nothing of theirs is here."""
    file_count: int
    roots: tuple[str, ...]

    def place(self, relation: RelationField) -> str:
        """Where a relation is declared: ``shop/books.py:7``."""
        path = self.paths.get(relation.source_module)
        return f"{shown_path(path) if path else relation.source_module}:{relation.line}"


def orm_of_model(model: Model) -> Orm | None:
    """The ORM to whose models it belongs; ``None`` for a table."""
    return _ORM_OF_BASE.get(model.library_base)


def library_name(model: Model) -> str:
    """The name of the ORM, or of the class that tables have as their base."""
    orm = orm_of_model(model)
    return orm.name if orm is not None else bare(model.library_base)


def _is_shown(model: Model) -> bool:
    """Whether it is more than a schema: of a table's base, not every subclass is a table."""
    known = _TABLE_BASES.get(model.library_base)
    return known is None or known[0].table_keyword in model.switches


def _with_fields_of_schemas(model: Model, schemas: Mapping[str, Model]) -> Model:
    """A table with the columns of its bases that are no tables, which are shown nowhere else."""
    fields = {
        field.name: field
        for base in reversed(model.bases)
        if base in schemas
        for field in _with_fields_of_schemas(schemas[base], schemas).fields
    }
    own = {field.name: field for field in model.fields}
    return model._replace(fields=tuple((fields | own).values()))


def find_all(project: UserProject, folder: Path) -> Found:
    """What the files below a folder declare, and those of the import roots that are configured."""
    models: dict[str, Model] = {}
    relations: dict[tuple[str, str, int], RelationField] = {}
    paths: dict[str, str] = {}
    broken: set[str] = set()
    files: set[str] = set()
    roots: dict[str, None] = {}
    bases = tuple(base for _, base in _TABLE_BASES.values())
    for index in _indexes(project, folder):
        roots |= dict.fromkeys(index.import_roots.bases)
        files.update(path for _, path in index.files_by_name())
        catalogue = index.catalogue(bases, _FIELD_PATHS)
        broken.update(catalogue.broken_files)
        schemas = {one.full_name: one for one in catalogue.models if not _is_shown(one)}
        for model in filter(_is_shown, catalogue.models):
            models.setdefault(model.full_name, _with_fields_of_schemas(model, schemas))
        for relation in index.relations:
            relations.setdefault((relation.source, relation.name, relation.line), relation)
            path = index.file_of_module(relation.source_module)
            if path is not None:
                paths.setdefault(relation.source_module, path)
    return Found(
        models=tuple(models[name] for name in sorted(models)),
        relations=tuple(relations[key] for key in sorted(relations)),
        paths=paths,
        broken_files=tuple(sorted(broken)),
        file_count=len(files),
        roots=tuple(roots),
    )


def _indexes(project: UserProject, folder: Path) -> Iterator[ProjectIndex]:
    """One for each import root; mypy's own names for the modules say which those are."""
    seen: set[int] = set()
    for module in project.modules(included_files(project, folder)):
        index = project.index_of(module)
        if index is not None and id(index) not in seen:
            seen.add(id(index))
            yield index


def included_files(project: UserProject, folder: Path) -> Iterator[Path]:
    """The files below a folder that ``exclude`` does not name."""
    for file in python_files([folder], folder):
        if not is_excluded(project, file, folder):
            yield file


def is_excluded(project: UserProject, file: Path, folder: Path) -> bool:
    """Whether mypy's ``exclude`` names the file, or a folder between the two."""
    path = os.path.abspath(file)
    between = (
        f"{parent}{os.sep}" for parent in Path(path).parents if parent.is_relative_to(folder)
    )
    return any(project.declared.is_excluded(one) for one in (path, *between))


def shown_path(path: str | os.PathLike[str]) -> str:
    """Relative to the working directory, for what is below it."""
    relative = os.path.relpath(path)
    return os.fspath(path) if relative.startswith(os.pardir) else relative
