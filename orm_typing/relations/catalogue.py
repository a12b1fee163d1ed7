"""All models of a set of files, those without relations included.

The index parses the files that can declare a relation, since a checker has to start quickly. A
picture shows every model, so this searches all files for the names of models, and parses those that
have one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from orm_typing.relations.declaration import class_name
from orm_typing.relations.files import Stamps, paths, read_bytes
from orm_typing.relations.links import Link, Links
from orm_typing.relations.model_bodies import Bodies, Body, PlainField, read_bodies
from orm_typing.relations.models import Models, best_class
from orm_typing.relations.modules import Modules
from orm_typing.relations.names import FoundClass, FoundPath, Names, Place, bare
from orm_typing.relations.nullability import TYPING_PATHS
from orm_typing.relations.scan import read_source
from orm_typing.relations.search import Needles, Search
from orm_typing.relations.vocabulary import Vocabulary
from orm_typing.relations.written import WrittenFile

_FIELD_ENDINGS = ("Field", "Key")
_NO_FIELD_ENDINGS = ("Manager", "QuerySet")


class Model(NamedTuple):
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
    links: tuple[Link, ...]
    """The calls in its body that name other models."""
    switches: frozenset[str]
    """The keywords that the class statement gives as ``True``."""


class Catalogue(NamedTuple):
    """What was found in the files."""

    models: tuple[Model, ...]
    """By full name."""
    broken_files: tuple[str, ...]
    """Paths of files that can't be read, or that have such a name and can't be parsed."""
    file_count: int


def read_catalogue(
    stamps: Stamps,
    written: Mapping[str, WrittenFile],
    module_of: Callable[[str], tuple[str, bool] | None],
    vocabulary: Vocabulary,
    field_paths: frozenset[str] = frozenset(),
) -> Catalogue:
    """The models of the files of ``stamps``, of which ``written`` are parsed already.

    ``field_paths`` are the full names of what links models to each other.
    """
    files = dict(written)
    unread = [path for path, _ in paths(stamps) if path not in files]
    unreadable: set[str] = set()
    searched: frozenset[str] = frozenset()
    words = frozenset(bare(name) for base in vocabulary.model_bases for name in base.full_names)
    while words - searched:
        # A model can't be declared without the name of its base, as the project calls that.
        search = Search(Needles(words - searched))
        searched |= words
        for path in unread:
            data = read_bytes(path)
            if data is None:
                unreadable.add(path)
            elif search.matches(data):
                files[path] = read_source(data)
        unread = [path for path in unread if path not in files]
        reader = _Reader(Modules(stamps, files, read_bytes, module_of), vocabulary)
        words = frozenset(reader.names_of_models())
    modules = Modules(stamps, files, read_bytes, module_of)
    models = _Reader(modules, vocabulary, field_paths).models()
    broken = {path for path, file in files.items() if file.broken is not None}
    return Catalogue(
        tuple(sorted(models, key=lambda model: model.full_name)),
        tuple(sorted(unreadable | broken)),
        sum(1 for _ in paths(stamps)),
    )


class _Reader:
    """Reads the models of one set of modules."""

    def __init__(
        self,
        modules: Modules,
        vocabulary: Vocabulary,
        field_paths: frozenset[str] = frozenset(),
    ) -> None:
        self._modules = modules
        self._vocabulary = vocabulary
        known = {name for base in vocabulary.model_bases for name in base.full_names}
        self._names = Names(modules.named, frozenset(known | TYPING_PATHS | field_paths))
        self._models = Models(self._names, vocabulary)
        self._links = Links(self._names, lambda found: bool(self._models.ancestry(found).bases))

    def models(self) -> Iterator[Model]:
        for module in self._modules.parsed():
            found = [FoundClass(module, one) for one in module.written.classes]
            found = [one for one in found if self._is_model(one) and "@" not in one.written.name]
            if found:
                path = self._modules.files.get(module.name, "")
                bodies = read_bodies(read_bytes(path) or b"")
                yield from (self._model(one, path, bodies) for one in found)

    def names_of_models(self) -> Iterator[str]:
        """The names under which the modules have models, or the library's bases of them."""
        known = {name for base in self._vocabulary.model_bases for name in base.full_names}
        for module in self._modules.parsed():
            for written in module.written.classes:
                if self._is_model(FoundClass(module, written)):
                    yield class_name(written.name)
            for name in module.written.bindings:
                for found in self._names.resolve(name, Place(module)):
                    if isinstance(found, FoundClass):
                        is_model = self._is_model(found)
                    else:
                        is_model = isinstance(found, FoundPath) and found.full_name in known
                    if is_model:
                        yield name

    def _is_model(self, found: FoundClass) -> bool:
        return bool(self._models.ancestry(found).bases)

    def _model(self, found: FoundClass, path: str, bodies: Bodies) -> Model:
        body = bodies.classes.get(found.written.name, Body(1))
        base = self._models.ancestry(found).bases[0].full_names[0]
        return Model(
            full_name=found.full_name,
            module=found.module.name,
            path=path,
            line=body.line,
            library_base=base,
            is_abstract=self._models.is_abstract(found),
            bases=tuple(
                one.full_name
                for possible in self._names.bases(found)
                if isinstance(one := best_class(possible), FoundClass) and self._is_model(one)
            ),
            fields=tuple(
                field
                for field in body.fields
                if not field.callee or self._is_field(field.callee, found, base)
            ),
            links=tuple(self._links.of(found, bodies)),
            switches=body.switches,
        )

    def _is_field(self, callee: str, found: FoundClass, base: str) -> bool:
        """Whether a call without an annotation makes a field, and no manager or setting.

        The library's own classes do; those of the project are known by their names alone.
        """
        if bare(callee).endswith(_FIELD_ENDINGS):
            return True
        library = base.partition(".")[0]
        return not bare(callee).endswith(_NO_FIELD_ENDINGS) and any(
            isinstance(one, FoundPath)
            and one.full_name.partition(".")[0] == library
            and bare(one.full_name)[:1].isupper()
            for one in self._names.resolve(callee, Place(found.module))
        )
