"""All models of a set of files, those without relations included.

The index parses the files that can declare a relation, since a checker has to start quickly. A
picture shows every model, so this reads every file, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from orm_typing.relations.files import Stamps, paths, read_bytes
from orm_typing.relations.model_bodies import Body, PlainField, read_bodies
from orm_typing.relations.models import Models, best_class
from orm_typing.relations.modules import Modules
from orm_typing.relations.names import FoundClass, Names
from orm_typing.relations.nullability import TYPING_PATHS
from orm_typing.relations.scan import read_source
from orm_typing.relations.vocabulary import Vocabulary
from orm_typing.relations.written import WrittenFile


@dataclass(frozen=True)
class Model:
    """A model class outside of functions."""

    full_name: str
    module: str
    path: str
    line: int
    library_base: str
    """Full name of the library's class from which it derives."""
    is_abstract: bool
    bases: tuple[str, ...]
    """Full names of the models of the project from which it derives directly."""
    fields: tuple[PlainField, ...]
    """What its own body declares, relations included."""


@dataclass(frozen=True)
class Catalogue:
    """What was found in the files."""

    models: tuple[Model, ...]
    """By full name."""
    broken_files: tuple[str, ...]
    """Paths of files that can't be parsed or read."""
    file_count: int


def read_catalogue(
    stamps: Stamps,
    written: Mapping[str, WrittenFile],
    module_of: Callable[[str], tuple[str, bool] | None],
    vocabulary: Vocabulary,
) -> Catalogue:
    """The models of the files of ``stamps``, of which ``written`` are parsed already."""
    files = dict(written)
    unreadable: list[str] = []
    count = 0
    for path, _ in paths(stamps):
        count += 1
        if path not in files:
            data = read_bytes(path)
            if data is None:
                unreadable.append(path)
            elif b"class" in data:
                files[path] = read_source(data)
    broken = [path for path, file in files.items() if file.broken is not None]
    modules = Modules(stamps, files, read_bytes, module_of)
    models = _models(modules, vocabulary)
    return Catalogue(
        tuple(sorted(models, key=lambda model: model.full_name)),
        tuple(sorted({*unreadable, *broken})),
        count,
    )


def _models(modules: Modules, vocabulary: Vocabulary) -> list[Model]:
    known = {name for base in vocabulary.model_bases for name in base.full_names}
    names = Names(modules.named, frozenset(known | TYPING_PATHS))
    models = Models(names, vocabulary)
    found: list[Model] = []
    for module in modules.parsed():
        bodies: dict[str, Body] | None = None
        path = modules.files.get(module.name, "")
        for written in module.written.classes:
            one = FoundClass(module, written)
            bases = models.ancestry(one).bases
            if not bases or "@" in written.name:
                continue
            if bodies is None:
                bodies = read_bodies(read_bytes(path) or b"")
            body = bodies.get(written.name, Body(1, ()))
            found.append(
                Model(
                    full_name=one.full_name,
                    module=module.name,
                    path=path,
                    line=body.line,
                    library_base=bases[0].full_names[0],
                    is_abstract=models.is_abstract(one),
                    bases=tuple(
                        base.full_name
                        for possible in names.bases(one)
                        if isinstance(base := best_class(possible), FoundClass)
                        and models.ancestry(base).bases
                    ),
                    fields=body.fields,
                )
            )
    return found
