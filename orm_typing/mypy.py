"""The mypy plugin: ``plugins = orm_typing.mypy``.

Dispatch only. Each hook of mypy's is a look-up in a table, and each feature is a module of
:mod:`orm_typing.plugin`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from mypy.errors import CompileError
from mypy.nodes import Decorator, MypyFile, TypeInfo
from mypy.options import Options
from mypy.plugin import (
    AttributeContext,
    ClassDefContext,
    FunctionContext,
    FunctionSigContext,
    MethodContext,
    MethodSigContext,
    Plugin,
    ReportConfigContext,
)
from mypy.types import FunctionLike, Type

from orm_typing import __version__ as release
from orm_typing.compatibility import unsupported
from orm_typing.orms import ORMS, TABLE_LIBRARIES
from orm_typing.orms.description import ConstructorStyle, Orm
from orm_typing.plugin.build.project import Project, is_parallel_worker
from orm_typing.plugin.freshness import cache, daemon
from orm_typing.plugin.load_states import loading
from orm_typing.plugin.models import (
    accessors,
    assignments,
    constructors,
    declarations,
    extensions,
    keys,
    missing,
    nullable_fields,
    options,
    primary_keys,
    targets,
)
from orm_typing.plugin.queries import field_keywords, lookups, queryset_managers, row_states
from orm_typing.plugin.records import arguments as record_arguments
from orm_typing.plugin.records import attributes as record_attributes
from orm_typing.plugin.records import condition_lists, hybrid_methods
from orm_typing.plugin.records import declarations as record_declarations
from orm_typing.plugin.records import fields as record_fields
from orm_typing.plugin.records.fields import RecordField
from orm_typing.plugin.support import metadata
from orm_typing.plugin.support.guard import guarded
from orm_typing.plugin.support.nodes import has_base
from orm_typing.plugin.tables import back_populates
from orm_typing.plugin.tables import calls as table_calls
from orm_typing.plugin.tables import notes as table_notes
from orm_typing.relations.vocabulary import RelationKind
from orm_typing.settings import Settings, SettingsError, read_settings

__version__ = release
"""Part of mypy's snapshot of plugins: another value discards its caches, or restarts its daemon."""

_CONSTRUCTORS = {
    name: constructor
    for orm in ORMS
    for constructor in orm.constructors
    for name in constructor.full_names
}
_LOAD_METHODS = {method: orm for orm in ORMS for method in orm.load_methods}
_PARTIAL_METHODS = {method: orm for orm in ORMS for method in orm.partial_methods}
_REQUERY_METHODS = frozenset(method for orm in ORMS for method in orm.requery_methods)
_READ_ONLY = {f"{descriptor}.__set__": orm for orm in ORMS for descriptor in orm.read_only}
_MODEL_BASES = {base: orm for orm in ORMS for base in orm.registered_bases}
_CREATING_METHODS = {method: orm for orm in ORMS for method in orm.creating_methods}
_FILTERING_METHODS = {method: orm for orm in ORMS for method in orm.filtering_methods}
_UPDATING_METHODS = {method: orm for orm in ORMS for method in orm.updating_methods}
_NAMING_METHODS = {method: orm for orm in ORMS for method in orm.naming_methods}
_ANNOTATING_METHODS = {
    **{method: (orm, "") for orm in ORMS for method in orm.annotating_methods},
    **{method: (orm, lookups.ALIAS_PREFIX) for orm in ORMS for method in orm.alias_methods},
}
_RECORD_METHODS = {method: orm for orm in ORMS for method in orm.record_methods}
_REQUIRED_COLUMNS = {
    field: shape.required
    for orm in ORMS
    for field, shape in orm.relation_fields.items()
    if shape.required
}
_HIDDEN_FIELDS = tuple(orm for orm in ORMS if orm.annotates_values)
_CONDITION_OPERATORS = frozenset(operator for orm in ORMS for operator in orm.condition_operators)
_HIDDEN_FIELD_BASES = frozenset(orm.field_base for orm in _HIDDEN_FIELDS)
_CONSTRUCTOR_SIGNATURES = {
    ConstructorStyle.DATACLASS: constructors.constructor_signature,
    ConstructorStyle.FIELDS: field_keywords.constructor_signature,
}
_COLLECTIONS = {orm.name: tuple(orm.collections) for orm in ORMS if orm.collections}
_FIELD_BASES = {orm.name: (orm.field_base,) for orm in ORMS if orm.field_base is not None}
_PREFETCH_CLASSES = frozenset(name for orm in ORMS for name in orm.prefetch_classes)
_ONE_TO_ONE_SETTERS = frozenset(
    f"{constructor.reverse_descriptor}.__set__"
    for orm in ORMS
    for constructor in orm.constructors
    if constructor.kind is RelationKind.ONE_TO_ONE
)
_TABLE_FUNCTIONS = {
    full_name: (library, function)
    for library in TABLE_LIBRARIES
    for function in library.functions
    for full_name in function.full_names
}
_TABLE_METHODS = {
    full_name: (library, method)
    for library in TABLE_LIBRARIES
    for method in library.methods
    for full_name in method.full_names
}
_TABLE_BUILDERS = {name: library for library in TABLE_LIBRARIES for name in library.builder_classes}
_RELATION_FUNCTIONS = {
    name: library for library in TABLE_LIBRARIES for name in library.relation_functions
}
_METHODS: frozenset[str] = frozenset[str]().union(
    _LOAD_METHODS,
    _PARTIAL_METHODS,
    _REQUERY_METHODS,
    _READ_ONLY,
    _ONE_TO_ONE_SETTERS,
    _CREATING_METHODS,
    _FILTERING_METHODS,
    _NAMING_METHODS,
    _UPDATING_METHODS,
    _ANNOTATING_METHODS,
    _RECORD_METHODS,
    _TABLE_METHODS,
)
_METHOD_NAMES = frozenset(method.rpartition(".")[2] for method in _METHODS)
_LAZY_LOADERS = {loader.full_name: loader for orm in ORMS for loader in orm.lazy_loaders}


class OrmTypingPlugin(Plugin):
    """Mypy's view of relationship attributes that exist at runtime only."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._is_worker = is_parallel_worker()
        settings = Settings()
        self._wrong_setting: str | None = None
        try:
            settings = read_settings(options.config_file)
        except SettingsError as error:
            self._wrong_setting = f"orm_typing: {error}"
        self._project = Project(options, settings, lambda: self._modules)
        if options.fine_grained_incremental:
            daemon.DaemonBuild.begin(self._project)
        else:
            # `dmypy run` makes a plugin without that option, to see whether it is another one.
            _restart_if_needed()

    # ---- what is built, and what is fresh

    def report_config_data(self, ctx: ReportConfigContext) -> Any:
        """What relations contribute to a module: it is checked again when that changes."""
        if self._wrong_setting is not None:
            # Not raised on construction, where mypy would add a line of its own.
            raise CompileError([self._wrong_setting])
        if not ctx.is_check:
            self._project.save_usage()
        return cache.configuration_data(self._project, ctx.id, ctx.path)

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """The modules whose relations put attributes on this module's classes."""
        build = daemon.DaemonBuild.of(self._project)
        if build is not None:
            wanted = build.wanted_sources(file)
            implied = cache.implied_dependencies(file)
            return implied + cache.silent_dependencies(self._project, file, wanted)
        return cache.additional_dependencies(self._project, file)

    # ---- classes

    def get_customize_class_mro_hook(
        self, fullname: str
    ) -> Callable[[ClassDefContext], None] | None:
        """Generated attributes, before the class body is analysed.

        Keyed by the class itself, this hook competes with no other plugin's; the base class hook
        goes to the first plugin that answers, and pydantic's answers for every model.
        """
        if fullname in _LAZY_LOADERS or fullname in _HIDDEN_FIELD_BASES:
            return missing.intercept_missing
        if fullname in _MODEL_BASES:
            return _customize_model_base
        if self._project.see_class(fullname):
            return guarded("class", self._customize_class)
        return None

    def _customize_class(self, ctx: ClassDefContext) -> None:
        if not self._project.is_lazy:
            daemon.rescan(self._project)
        metadata.note_body(ctx)
        record_fields.note_fields(self._project, ctx)
        table_notes.note_table(self._project, ctx)
        for orm in ORMS:
            primary_keys.add_automatic_key(orm, ctx)
            options.reconcile_options(orm, ctx)
        targets.declare_targets(self._project, ctx)
        keys.add_keys(self._project, ctx)
        keys.keep_inherited(self._project, ctx)
        accessors.add_accessors(self._project, ctx)
        accessors.add_accessors_in_function(self._project, ctx)
        extensions.add_extensions(self._project, ctx)
        extensions.open_to_model(self._project, ctx)
        if not self._project.is_lazy:
            daemon.track_class(self._project, ctx)

    # ---- expressions

    def get_function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """Constructors of models."""
        self._open_in_worker(fullname)
        if fullname in _REQUIRED_COLUMNS:
            required = _REQUIRED_COLUMNS[fullname]
            return guarded("columns", partial(record_declarations.require_columns, required))
        orm = self._orm_of_model(fullname)
        if orm is not None and orm.constructor_style in _CONSTRUCTOR_SIGNATURES:
            constructor = _CONSTRUCTOR_SIGNATURES[orm.constructor_style]
            return guarded("constructor", partial(constructor, self._project, orm))
        return None

    def _open_in_worker(self, full_name: str) -> None:
        """Open the index in a parallel worker that has all models from the cache.

        It analyses no class, and mypy tells it of a module only when it has checked it.
        """
        if self._is_worker:
            self._project.see_class(full_name)

    def _orm_of_model(self, fullname: str) -> Orm | None:
        if not self._project.has_models():
            return None
        info = self._project.lookup(fullname)
        for base in info.mro if info is not None else ():
            orm = _MODEL_BASES.get(base.fullname)
            if orm is not None:
                return orm
        return None

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Calls that declare a relation, or name the attributes of a table."""
        if fullname in _RELATION_FUNCTIONS:
            library = _RELATION_FUNCTIONS[fullname]
            check = partial(back_populates.check_other_side, self._project, library)
            return guarded("back_populates", check, in_overload=True)
        if fullname in _TABLE_FUNCTIONS:
            check = partial(table_calls.check_function, self._project, *_TABLE_FUNCTIONS[fullname])
            return guarded("table call", check, in_overload=True)
        if fullname in _TABLE_BUILDERS:
            builder = _TABLE_BUILDERS[fullname]
            remember = partial(table_calls.remember_model, builder)
            return guarded("table call", remember, in_overload=True)
        if fullname in _CONSTRUCTORS:
            return guarded("declaration", partial(declarations.check_declaration, self._project))
        if fullname in _PREFETCH_CLASSES:
            return guarded("prefetch", lookups.remember_prefetch)
        orm = self._orm_of_hidden_field(fullname)
        if orm is not None:
            check = partial(record_declarations.check_field, self._project, orm)
            return guarded("field", check)
        orm = self._orm_of_field(fullname)
        if orm is not None:
            return guarded("field", partial(nullable_fields.widen_field, orm))
        orm = self._orm_of_model(fullname)
        if orm is not None and orm.constructor_style is ConstructorStyle.RECORD:
            check = partial(record_arguments.check_constructor, self._project, orm)
            return guarded("constructor", check)
        return None

    def _orm_of_field(self, fullname: str) -> Orm | None:
        """The ORM of whose fields a class of the project is one."""
        found = self._derived(fullname, _FIELD_BASES)
        return found[0] if found is not None else None

    def _orm_of_hidden_field(self, class_name: str) -> Orm | None:
        """The ORM of whose fields a class is one, if annotations hide them."""
        for orm in _HIDDEN_FIELDS:
            if self._project.is_in_build(orm.field_module):
                info = self._project.lookup(class_name)
                if info is not None and has_base(info, (orm.field_base or "",)):
                    return orm
        return None

    def _derived(
        self, class_name: str, bases: Mapping[str, tuple[str, ...]]
    ) -> tuple[Orm, TypeInfo] | None:
        """A class of the project that derives from one of an ORM's; ``bases`` by the ORM's name."""
        for orm in ORMS:
            if orm.name not in bases or class_name.startswith(orm.package):
                continue
            if not self._project.is_in_build(orm.field_module):
                continue
            info = self._project.lookup(class_name)
            if info is not None and has_base(info, bases[orm.name]):
                return orm, info
        return None

    def get_method_signature_hook(
        self, fullname: str
    ) -> Callable[[MethodSigContext], FunctionLike] | None:
        """Accessors that are assigned to, and methods that make rows."""
        if fullname in condition_lists.METHODS and self._has_hidden_fields():
            accept = partial(condition_lists.accept_condition, _CONDITION_OPERATORS)
            return guarded("conditions", accept)
        described = self._described_method(fullname)
        if described in _READ_ONLY:
            return guarded(
                "assignment", partial(assignments.refuse_assignment, _READ_ONLY[described])
            )
        if described in _ONE_TO_ONE_SETTERS:
            return guarded("assignment", partial(assignments.complete_assignment, self._project))
        if described in _CREATING_METHODS:
            orm = _CREATING_METHODS[described]
            return guarded("keywords", partial(field_keywords.method_signature, self._project, orm))
        if described in _RECORD_METHODS:
            method = _RECORD_METHODS[described].record_methods[described]
            return guarded("conditions", partial(record_arguments.accept_conditions, method))
        return None

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Query methods that change what reading a relation gives, or that name fields."""
        hook = self._described_hook(fullname)
        orm = self._orm_of_own_query(fullname)
        if orm is not None:
            return guarded("row states", partial(_go_on_with_query, orm, hook))
        return hook

    def _orm_of_own_query(self, fullname: str) -> Orm | None:
        """The ORM from whose queries a class of the project derives, for one model alone."""
        owner, _, name = fullname.rpartition(".")
        found = self._derived(owner, _COLLECTIONS)
        if found is None or found[1].type_vars or found[1].get(name) is None:
            return None
        return found[0]

    def _described_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        described = self._described_method(fullname)
        if described is None:
            return None
        if described in _LOAD_METHODS:
            orm = _LOAD_METHODS[described]
            load = partial(loading.load_relations, self._project, orm, described)
            return guarded("loading", load)
        if described in _PARTIAL_METHODS:
            return guarded("loading", partial(loading.read_partially, _PARTIAL_METHODS[described]))
        if described in _REQUERY_METHODS:
            return guarded("loading", loading.read_again)
        if described in _FILTERING_METHODS:
            orm = _FILTERING_METHODS[described]
            return guarded("lookups", partial(lookups.check_keywords, self._project, orm))
        if described in _UPDATING_METHODS:
            orm = _UPDATING_METHODS[described]
            return guarded("lookups", partial(lookups.check_update, self._project, orm))
        if described in _NAMING_METHODS:
            orm = _NAMING_METHODS[described]
            rule = orm.naming_methods[described]
            return guarded("lookups", partial(lookups.check_names, self._project, orm, rule))
        if described in _RECORD_METHODS:
            orm = _RECORD_METHODS[described]
            method = orm.record_methods[described]
            check = partial(record_arguments.check_arguments, self._project, orm, method)
            return guarded("arguments", check)
        if described in _TABLE_METHODS:
            check = partial(table_calls.check_method, self._project, *_TABLE_METHODS[described])
            return guarded("table call", check, in_overload=True)
        if described in _ANNOTATING_METHODS:
            orm, prefix = _ANNOTATING_METHODS[described]
            return guarded("annotations", partial(lookups.add_annotations, orm, prefix))
        return None

    def _described_method(self, fullname: str) -> str | None:
        """The described method that a call by this name reaches.

        mypy names the class of the value, not the one that defines the method
        (``mypy.checkexpr.ExpressionChecker.method_fullname``).
        """
        if fullname in _METHODS:
            return fullname
        owner, _, name = fullname.rpartition(".")
        if name not in _METHOD_NAMES:
            return None
        info = self._project.lookup(owner)
        for base in info.mro if info is not None else ():
            inherited = f"{base.fullname}.{name}"
            if inherited in _METHODS:
                return inherited
            if name in base.names:
                return None
        return None

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Relations whose load state may be known, and attributes that are missing."""
        owner, _, name = fullname.rpartition(".")
        loader = _LAZY_LOADERS.get(owner)
        if loader is not None:
            return guarded("missing", partial(missing.read_missing_on_loader, loader, name))
        orm = _MODEL_BASES.get(owner)
        if orm is not None and name == orm.primary_key_alias:
            return guarded(
                "primary key", partial(primary_keys.read_primary_key, self._project, orm)
            )
        if orm is not None:
            return guarded(
                "missing", partial(missing.read_missing_on_model, self._project, orm, name)
            )
        self._open_in_worker(owner)
        if owner in _HIDDEN_FIELD_BASES:
            return guarded("missing", partial(record_attributes.read_missing_on_field, name))
        extension = self._extension_without(owner, name)
        if extension is not None:
            read = partial(extensions.read_from_model, self._project, extension, name)
            return guarded("extension", read)
        found = self._hidden_field(fullname)
        if found is not None:
            orm, field = found
            if field.relation is None:
                return None
            return guarded("relation", partial(record_attributes.use_on_record, orm, field))
        method = self._hybrid_method(fullname)
        if method is not None:
            return guarded("method", partial(hybrid_methods.read_method, method))
        if self._project.is_relation_name(name):
            read = partial(loading.read_relation, self._project, fullname)
            return guarded("loading", self._with_extensions(fullname, name, read))
        return None

    def _extension_without(self, owner: str, name: str) -> TypeInfo | None:
        """The class that extends a model, and does not have the attribute itself."""
        if not self._project.has_extensions():
            return None
        info = self._project.lookup(owner)
        if info is None or info.get(name) is not None:
            return None
        return info if extensions.is_open(self._project, info) else None

    def _has_hidden_fields(self) -> bool:
        return any(self._project.is_in_build(orm.field_module) for orm in _HIDDEN_FIELDS)

    def _hidden_field(self, fullname: str) -> tuple[Orm, RecordField] | None:
        """The field behind an attribute that is annotated with the type of its values."""
        for orm in _HIDDEN_FIELDS:
            if self._project.is_in_build(orm.field_module):
                field = record_attributes.find_field(self._project, orm, fullname)
                if field is not None:
                    return orm, field
        return None

    def _hybrid_method(self, fullname: str) -> Decorator | None:
        for orm in _HIDDEN_FIELDS:
            if self._project.is_in_build(orm.field_module):
                method = hybrid_methods.find_method(self._project, orm, fullname)
                if method is not None:
                    return method
        return None

    def get_class_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Accessors read from a class: the descriptors themselves."""
        owner, _, name = fullname.rpartition(".")
        self._open_in_worker(owner)
        found = self._hidden_field(fullname)
        if found is not None:
            orm, field = found
            read = partial(record_attributes.read_from_class, self._project, orm, field)
            return guarded("field", read)
        method = self._hybrid_method(fullname)
        if method is not None:
            return guarded("method", partial(hybrid_methods.read_method, method))
        if self._project.is_relation_name(name):
            read = partial(accessors.complete, self._project, fullname)
            return guarded("loading", self._with_extensions(fullname, name, read))
        if self._project.has_models():
            return self._queryset_manager_hook(owner, name)
        return None

    def _queryset_manager_hook(
        self, owner: str, name: str
    ) -> Callable[[AttributeContext], Type] | None:
        for orm in ORMS:
            manager = queryset_managers.manager_class(self._project, orm, owner, name)
            if manager is not None:
                add = partial(queryset_managers.add_manager_methods, self._project, orm, manager)
                return guarded("manager", add)
        return None

    def _with_extensions(
        self, fullname: str, name: str, read: Callable[[AttributeContext], Type]
    ) -> Callable[[AttributeContext], Type]:
        if not self._project.is_extended_name(name):
            return read
        return partial(extensions.read_extended, self._project, fullname, read)


def _customize_model_base(ctx: ClassDefContext) -> None:
    if _MODEL_BASES[ctx.cls.fullname].constructor_style is ConstructorStyle.RECORD:
        return
    missing.intercept_missing(ctx)
    constructors.accept_any_keyword(ctx)


def _go_on_with_query(
    orm: Orm, hook: Callable[[MethodContext], Type] | None, ctx: MethodContext
) -> Type:
    return queryset_managers.without_manager_methods(row_states.hand_on(orm, hook, ctx))


def _restart_if_needed() -> None:
    reason = daemon.DaemonBuild.restart_reason()
    if reason is not None:
        global __version__
        __version__ = f"{release}+{reason}"


def plugin(version: str) -> type[OrmTypingPlugin]:
    """Mypy's entry point; ``version`` is mypy's own."""
    problem = unsupported(version)
    if problem is not None and not is_parallel_worker():
        print(problem, file=sys.stderr)
    return OrmTypingPlugin
