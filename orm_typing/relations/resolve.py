"""All files to relations between full names: ``resolve(modules, ...) -> Resolution``.

A call in a class body declares a relation when its callee turns out to be one of the vocabulary's
constructors, by whatever path and name it came there. The answer depends on the text of the modules
alone, never on the order in which they were read.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from orm_typing.relations.constructors import Constructors
from orm_typing.relations.declaration import RelationField, class_name
from orm_typing.relations.extensions import Extensions
from orm_typing.relations.homes import with_homes
from orm_typing.relations.models import Models, best_class
from orm_typing.relations.names import (
    AT_THE_END,
    FoundClass,
    FoundPath,
    FoundValue,
    Module,
    Names,
    Place,
    absolute_module,
    bare,
    is_dotted,
    literal_string,
    live_bindings,
    parse_expression,
)
from orm_typing.relations.nullability import TYPING_PATHS, Nullability
from orm_typing.relations.primary_keys import PrimaryKeys
from orm_typing.relations.resolution import Resolution
from orm_typing.relations.search import Needles
from orm_typing.relations.vocabulary import StringTarget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from orm_typing.relations.naming import Pluraliser
    from orm_typing.relations.vocabulary import RelationConstructor, Vocabulary
    from orm_typing.relations.written import BrokenText, Call, WrittenClass


def resolve(
    modules: Iterable[Module],
    module_named: Callable[[str], Module | None],
    vocabulary: Vocabulary,
    pluraliser: Pluraliser,
) -> Resolution:
    """The relations that ``modules`` declare.

    ``module_named`` also gives modules that declare none, for the names they pass on. When the
    answer's ``needles`` are more than the files were searched for, search again and ask again.
    """
    return _Resolver(modules, module_named, vocabulary, pluraliser).resolution()


class _Target(NamedTuple):
    text: str
    is_string: bool
    found: FoundClass | FoundPath | None


class _Options:
    """The arguments of a call after the target, read as literals."""

    def __init__(
        self, resolver: _Resolver, call: Call, constructor: RelationConstructor, place: Place
    ) -> None:
        self._resolver = resolver
        self._place = place
        self._texts = {
            **dict(zip(constructor.positional, call.positional[1:], strict=False)),
            **dict(call.keywords),
        }
        self.unknown: set[str] = {"**"} & self._texts.keys()

    def boolean(self, name: str) -> bool:
        """The option's value; ``False`` when it is absent, or else unknown."""
        value = self.value(name)
        return value if isinstance(value, bool) else False

    def value(self, name: str) -> str | bool | None:
        """The option's value; ``None`` also when it is absent or unknown."""
        text = self._texts.get(name)
        if text is None:
            if "**" in self._texts:
                self.unknown.add(name)
            return None
        values = self._resolver.constants(text, self._place)
        if len(values) == 1:
            return values.pop()
        self.unknown.add(name)
        return None


class _Resolver:
    def __init__(
        self,
        modules: Iterable[Module],
        module_named: Callable[[str], Module | None],
        vocabulary: Vocabulary,
        pluraliser: Pluraliser,
    ) -> None:
        self._modules = sorted(modules, key=lambda module: module.name)
        self._module_named = module_named
        self._pluraliser = pluraliser
        self._vocabulary = vocabulary
        self._model_words = {
            bare(name) for base in vocabulary.model_bases for name in base.full_names
        }
        self._names = Names(module_named, vocabulary.known_paths | TYPING_PATHS)
        self._constructors = Constructors(self._names, vocabulary)
        self._models = Models(self._names, vocabulary)
        self._nullability = Nullability(
            self._names, lambda found: self._models.ancestry(found).is_registered_model
        )
        self._keys = PrimaryKeys(
            self._names,
            self._models,
            self._constructors,
            vocabulary,
            lambda source, call, constructor, place: (
                self._target(source, call, constructor, place).found
            ),
        )
        self._extensions = Extensions(self._names, self._models, vocabulary, self._involve)
        self._abstract: dict[str, list[tuple[RelationField, str | None]]] = {}
        self._by_class_name: dict[str, list[FoundClass]] = {}
        for module in self._modules:
            for written in module.written.classes:
                self._by_class_name.setdefault(class_name(written.name), []).append(
                    FoundClass(module, written)
                )
        self._wanted_classes: set[str] = set()
        self._named_models: dict[str, tuple[str, ...]] = {}
        self._involved: dict[str, FoundClass] = {}
        self._may_be_proxied = False

    def resolution(self) -> Resolution:
        self._constructors.learn(self._modules)
        relations = [
            relation
            for module in self._modules
            for written in module.written.classes
            for relation in self._relations_of(FoundClass(module, written))
        ]
        relations += list(self._copies())
        relations += list(self._copies_of_proxies(relations))
        relations += [
            relation
            for module in self._modules
            for written in module.written.classes
            if written.decorators
            for relation in self._extensions.added_by(FoundClass(module, written))
        ]
        if any(module.home for module in self._modules):
            relations = with_homes(relations, self._home_of)
        relations.sort(key=lambda relation: (*relation.key, relation.line, relation.column))
        broken_sources = self._broken_sources()
        bases = self._bases_of_involved()
        words = self._needed_words()
        return Resolution(
            relations=tuple(relations),
            bases=dict(sorted(bases.items())),
            class_modules={name: self._involved[name].module.name for name in sorted(bases)},
            broken_sources=broken_sources,
            named_models=dict(sorted(self._named_models.items())),
            model_names=tuple(sorted(set(self._model_names(words)))),
            needles=Needles(frozenset(words), frozenset(self._wanted_classes)),
        )

    def _home_of(self, module_name: str) -> str:
        module = self._module_named(module_name)
        return module.home if module is not None else ""

    # Relations

    def _relations_of(self, source: FoundClass) -> Iterator[RelationField]:
        for call in source.written.calls:
            if bare(call.callee) not in self._constructors.words or not _is_final(
                call, source.written
            ):
                continue
            place = Place(source.module, source.written.order, source.written, call.order)
            constructor = self._constructors.find(call.callee, place)
            if constructor is not None:
                relation = self._relation(source, call, constructor, place)
                if self._models.is_abstract(source):
                    # The library gives it an accessor all the same, which leads to no table.
                    self._abstract.setdefault(source.full_name, []).append(
                        (relation, relation.accessor)
                    )
                    relation = relation._replace(accessor=None)
                yield relation

    def _copies(self) -> Iterator[RelationField]:
        """The relations that models have from their abstract bases."""
        if not self._abstract:
            return
        for module in self._modules:
            for written in module.written.classes:
                found = FoundClass(module, written)
                bases = self._models.abstract_bases(found)
                seen = set(written.bindings)
                for base in bases:
                    for relation, accessor in self._abstract.get(base.full_name, ()):
                        if relation.name not in seen:
                            seen.add(relation.name)
                            yield self._copy(relation, accessor, found)

    def _copies_of_proxies(self, relations: Sequence[RelationField]) -> Iterator[RelationField]:
        """The relations that proxies have from their models.

        An accessor with a ``related_name`` stays the model's: which of them is made last no source
        tells, and the rows of a proxy are rows of the model.
        """
        by_source: dict[str, list[RelationField]] = {}
        for relation in relations:
            by_source.setdefault(relation.source, []).append(relation)
        self._may_be_proxied = any(
            self._models.ancestry(self._involved[source]).copies_abstract_fields
            for source in by_source
        )
        if not self._may_be_proxied:
            return
        for module in self._modules:
            for written in module.written.classes:
                proxy = FoundClass(module, written)
                model = self._models.proxied(proxy)
                for relation in by_source.get(model.full_name, ()) if model is not None else ():
                    if relation.name not in written.bindings:
                        yield self._copy(relation, None, proxy)

    def _copy(
        self, relation: RelationField, accessor: str | None, source: FoundClass
    ) -> RelationField:
        self._involve(source)
        if relation.accessor_is_default:
            accessor = self._pluraliser.default_accessor(
                class_name(source.written.name), relation.constructor.default_accessor
            )
        if self._models.is_abstract(source) or relation.reverse_descriptor is None:
            accessor = None
        return relation._replace(
            source=source.full_name,
            source_module=source.module.name,
            accessor=accessor,
            copied_from=relation.source,
        )

    def _abstract_names(self) -> set[str]:
        """The names by which files can inherit relations without a word of a constructor."""
        names = {full_name.rpartition(".")[2] for full_name in self._abstract}
        for module in self._modules:
            for written in module.written.classes:
                found = FoundClass(module, written)
                if self._models.is_abstract(found) and any(
                    base.full_name in self._abstract for base in self._models.abstract_bases(found)
                ):
                    names.add(class_name(written.name))
        return names

    def _relation(
        self, source: FoundClass, call: Call, constructor: RelationConstructor, place: Place
    ) -> RelationField:
        target = self._target(source, call, constructor, place)
        options = _Options(self, call, constructor, place)
        name = options.value("related_name")
        if name == "" and constructor.empty_name_is_none:
            name = None
        is_unknown = "related_name" in options.unknown
        accessor: str | None = None
        if isinstance(name, str):
            accessor = name
        elif not is_unknown:
            accessor = self._pluraliser.default_accessor(
                class_name(source.written.name), constructor.default_accessor
            )
        if not self._gets_accessor(source, target, constructor, options, is_default=name is None):
            accessor = None
        nullable = options.boolean("null")
        is_lost = False
        if constructor.annotation_sets_null and not nullable:
            by_annotation = self._nullability.by_annotation(
                source, call, constructor.annotation_prefixes
            )
            nullable = by_annotation == "yes"
            # What `null=` says is the user's own word, even where it can't be read here.
            is_lost = by_annotation == "lost" and "null" not in options.unknown
        unique = options.boolean("unique")
        self._involve(source)
        if isinstance(target.found, FoundClass):
            self._involve(target.found)
        return RelationField(
            source=source.full_name,
            source_module=source.module.name,
            name=call.name,
            constructor=constructor,
            target=target.found.full_name if target.found else None,
            target_module=_module_of(target.found),
            target_text=target.text,
            target_is_string=target.is_string,
            accessor=accessor if accessor and accessor.isidentifier() else None,
            accessor_is_default=name is None and not is_unknown,
            accessor_is_unknown=is_unknown,
            reverse_descriptor=self._reverse_descriptor(source, target, constructor),
            key_type=self._keys.type_of(target.found) if constructor.has_key else None,
            nullable=nullable,
            nullability_is_lost=is_lost,
            unique=unique,
            is_primary_key=options.boolean("primary_key"),
            copied_from=None,
            unknown_options=tuple(sorted(options.unknown)),
            line=call.line,
            column=call.column,
        )

    def constants(self, text: str, place: Place) -> set[str | bool | None]:
        """The values that an expression may have, by names of the same module; empty if unknown."""
        node = parse_expression(text)
        if isinstance(node, ast.Constant):
            value = node.value
            return {value} if value is None or isinstance(value, (str, bool)) else set()
        if not is_dotted(text):
            return set()
        values: set[str | bool | None] = set()
        for found in self._names.resolve(text, place):
            if not isinstance(found, FoundValue) or found.place.module.name != place.module.name:
                return set()
            part = self.constants(found.text, found.place)
            if not part:
                return set()
            values |= part
        return values

    def _gets_accessor(
        self,
        source: FoundClass,
        target: _Target,
        constructor: RelationConstructor,
        options: _Options,
        *,
        is_default: bool,
    ) -> bool:
        if constructor.reverse_descriptor is None:
            return False
        if not isinstance(target.found, FoundClass):
            return True
        ancestry = self._models.ancestry(target.found)
        if (
            constructor.hides_symmetrical_reverse
            and target.found.full_name == source.full_name
            and options.boolean("symmetrical")
        ):
            shows_named = constructor.shows_named_symmetrical_on_async and ancestry.is_async
            return shows_named and not is_default
        return ancestry.may_be_registered_model

    def _reverse_descriptor(
        self, source: FoundClass, target: _Target, constructor: RelationConstructor
    ) -> str | None:
        late = constructor.late_target_descriptors
        if (
            late is None
            or not target.is_string
            or not isinstance(target.found, FoundClass)
            or not self._is_created_later(target.found, source)
        ):
            return constructor.reverse_descriptor
        ancestry = self._models.ancestry(target.found)
        if not ancestry.is_registered_model:
            return constructor.reverse_descriptor
        return late[ancestry.is_async]

    @staticmethod
    def _is_created_later(target: FoundClass, source: FoundClass) -> bool:
        """Whether the target's class statement is executed after the source's.

        Between modules that is so unless the source's module has imported the name: a string is
        what one writes because the import would be a cycle.
        """
        if target.module.name == source.module.name:
            return _position(target.written) >= _position(source.written)
        bindings = source.module.written.bindings.get(class_name(target.written.name), ())
        return not live_bindings(bindings, source.written.order, ignored="checker")

    # Targets

    def _target(
        self, source: FoundClass, call: Call, constructor: RelationConstructor, place: Place
    ) -> _Target:
        text = call.positional[0] if call.positional else ""
        text = text or dict(call.keywords).get(constructor.target_parameter, "")
        string = literal_string(text)
        if string is None and is_dotted(text):
            possible = self._names.resolve(text, place)
            named = best_class(possible)
            if named is not None:
                return _Target(text, False, named)
            strings = [literal_string(one.text) for one in possible if isinstance(one, FoundValue)]
            string = strings[0] if len(strings) == 1 else None
        if string is None:
            return _Target(text, False, None)
        if constructor.string_target is StringTarget.NOTHING:
            return _Target(string, True, None)
        found: FoundClass | FoundPath | None
        if constructor.string_target is StringTarget.LABELLED and "." in string:
            found = self._labelled_class(string, source.module)
        else:
            found = self._registered_class(string, source, place)
        if found is None and constructor.string_target is StringTarget.LABELLED:
            library = self._vocabulary.library_model(string)
            found = FoundPath(library.full_name) if library is not None else None
        if found is None and self._may_be_made(bare(string), source):
            return _Target(string, False, None)
        return _Target(string, True, found)

    def _may_be_made(self, name: str, source: FoundClass) -> bool:
        """Whether something that can't be read has that name: ``Mark = create_model("Mark")``."""
        scopes = [source.written.enclosing, *(one.written.bindings for one in self._modules)]
        return any(binding.kind == "opaque" for scope in scopes for binding in scope.get(name, ()))

    def _registered_class(
        self, name: str, source: FoundClass, place: Place
    ) -> FoundClass | FoundPath | None:
        """The model that the library finds under the bare class name ``name``.

        Names are unique at runtime only as far as the imported modules go, so the nearest one wins:
        the class itself, its module's, what the module calls so, the only one of the roots.
        """
        if not name.isidentifier():
            return None
        if name == class_name(source.written.name):
            return source
        in_module = [
            found
            for found in self._by_class_name.get(name, ())
            if found.module.name == source.module.name and not found.written.enclosing
        ]
        if name in source.written.enclosing:
            in_function = self._names.resolve(name, place._replace(order_in_owner=0))
            in_module = [one for one in in_function if isinstance(one, FoundClass)] or in_module
        nearest = self._only_model(in_module)
        if nearest is not None:
            return nearest
        imported = best_class(self._names.resolve(name, place._replace(order=AT_THE_END)))
        if isinstance(imported, FoundPath) and bare(imported.full_name) == name:
            return imported
        if (
            isinstance(imported, FoundClass)
            and class_name(imported.written.name) == name
            and self._models.ancestry(imported).may_be_registered_model
        ):
            return imported
        self._wanted_classes.add(name)
        models = self._nearest(self._models_outside_functions(name), source.module)
        self._note_named(name, models)
        return models[0] if len(models) == 1 else None

    def _models_outside_functions(self, name: str) -> list[FoundClass]:
        return self._models_among(
            one for one in self._by_class_name.get(name, ()) if not one.written.enclosing
        )

    def _nearest(self, models: list[FoundClass], module: Module) -> list[FoundClass]:
        """Those of the module's own import root, if there are any: tests have models of theirs."""
        return [one for one in models if one.module.home == module.home] or models

    def _note_named(self, text: str, models: list[FoundClass]) -> None:
        names = {*self._named_models.get(text, ()), *(model.full_name for model in models)}
        self._named_models[text] = tuple(sorted(names))

    def _labelled_class(self, text: str, module: Module) -> FoundClass | None:
        """The model that the library finds under ``label.Name``."""
        label, _, name = text.rpartition(".")
        self._wanted_classes.add(name)
        models = [
            found
            for found in self._models_outside_functions(name)
            if label in self._models.labels(found)
        ]
        models = self._nearest(models, module)
        self._note_named(text, models)
        return models[0] if len(models) == 1 else None

    def _only_model(self, candidates: Iterable[FoundClass]) -> FoundClass | None:
        models = self._models_among(candidates)
        return models[0] if len(models) == 1 else None

    def _models_among(self, candidates: Iterable[FoundClass]) -> list[FoundClass]:
        """Those that the library knows by name, or else those that it may know."""
        unique = {found.full_name: found for found in candidates}
        certain: list[FoundClass] = []
        possible: list[FoundClass] = []
        for found in unique.values():
            ancestry = self._models.ancestry(found)
            if ancestry.is_registered_model:
                certain.append(found)
            elif ancestry.may_be_registered_model:
                possible.append(found)
        return certain or possible

    def _needed_words(self) -> set[str]:
        """The words without which a file can be left out.

        A string that names no model may be misspelt, so then all models of the roots count.
        """
        words = self._constructors.words | {f"@{name}" for name in self._extensions.words}
        if self._abstract:
            words |= self._abstract_names()
        if self._may_be_proxied:
            words.add("proxy")
        return words if all(self._named_models.values()) else words | self._model_words

    def _model_names(self, words: set[str]) -> Iterator[str]:
        for module in self._modules:
            if not _mentions(module, words):
                continue
            for written in module.written.classes:
                if self._models.ancestry(FoundClass(module, written)).is_registered_model:
                    yield class_name(written.name)

    # Base classes

    def _involve(self, found: FoundClass) -> None:
        self._involved.setdefault(found.full_name, found)

    def _bases_of_involved(self) -> dict[str, tuple[str, ...]]:
        bases: dict[str, tuple[str, ...]] = {}
        waiting = list(self._involved.values())
        while waiting:
            found = waiting.pop()
            if found.full_name in bases:
                continue
            self._involve(found)
            bases[found.full_name] = self._models.base_names(found)
            waiting += [
                base
                for possible in self._names.bases(found)
                if isinstance(base := best_class(possible), FoundClass)
            ]
        return bases

    # Files with errors

    def _broken_sources(self) -> dict[str, tuple[str, ...]]:
        sources: dict[str, set[str]] = {}
        for module in self._modules:
            broken = module.written.broken
            # A file can have been read because of what it said before, or because others import
            # from it; only what it says now may count.
            words = self._constructors.words | self._extensions.words
            if broken is None or words.isdisjoint(broken.words):
                continue
            for target in self._mentioned_modules(module, broken):
                if target != module.name:
                    sources.setdefault(target, set()).add(module.name)
        return {target: tuple(sorted(names)) for target, names in sorted(sources.items())}

    def _mentioned_modules(self, module: Module, broken: BrokenText) -> Iterator[str]:
        for callee, name in broken.quoted:
            if callee in self._constructors.words:
                self._wanted_classes.add(name)
                yield from (found.module.name for found in self._by_class_name.get(name, ()))
        for text in broken.imports:
            full_name = absolute_module(module, text)
            if full_name is None:
                continue
            if self._module_named(full_name):
                yield full_name
                continue
            parent, _, name = full_name.rpartition(".")
            if parent and self._module_named(parent):
                yield parent
                for found in self._names.member(FoundPath(parent), name):
                    if isinstance(found, FoundClass):
                        yield found.module.name


def _is_final(call: Call, written: WrittenClass) -> bool:
    """Whether the class still has this value when its body ends; only then is it set up."""
    return any(
        binding.order == call.order
        for binding in live_bindings(written.bindings.get(call.name, ()), AT_THE_END)
    )


def _position(written: WrittenClass) -> tuple[int, int]:
    """Where a class statement stands; in a function, its line counts."""
    line = written.name.partition("@")[2]
    return written.order, int(line) if line else 0


def _mentions(module: Module, words: set[str]) -> bool:
    """Whether the module's own statements have one of the words, so that a search finds its file.

    Others are parsed too, as long as an index remembers that they once had one.
    """
    written = module.written
    return (
        not words.isdisjoint(written.bindings)
        or any(
            binding.attribute in words
            for bindings in written.bindings.values()
            for binding in bindings
        )
        or any(bare(base) in words for one in written.classes for base in one.bases)
        or any(bare(call.callee) in words for one in written.classes for call in one.calls)
    )


def _module_of(found: FoundClass | FoundPath | None) -> str | None:
    if isinstance(found, FoundClass):
        return found.module.name
    return found.full_name.rpartition(".")[0] or None if found else None
