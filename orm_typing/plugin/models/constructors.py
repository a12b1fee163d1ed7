"""The keywords that a model's constructor takes.

What a user writes::

    class Book(BaseDBModel):
        title: str
        author: ForeignKey[Author] = ForeignKey(Author)
        editor: ForeignKey[Person | None] = ForeignKey(Person)
        tags: ManyToMany[Tag] = ManyToMany(Tag)

and should see::

    Book(title="Emma", author=jane)        # or author=1, or author_id=1; one of them is needed
    Book(title="Emma", author=jane, editor=None)
    Book(title="Emma")                     # error: missing "author"
    Book(title="Emma", author=jane, tags=[])  # error: unexpected keyword

The generated ``__init__`` has each foreign key and its key as optional keywords, since no one
signature can say "one of the two". What a call needs depends on what it gives, so the signature is
made for each call.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mypy.nodes import (
    ARG_NAMED,
    ARG_NAMED_OPT,
    ARG_STAR,
    ARG_STAR2,
    ArgKind,
    Argument,
    CallExpr,
    Decorator,
    FuncDef,
    OverloadedFuncDef,
    TypeInfo,
    Var,
)
from mypy.plugin import ClassDefContext, FunctionSigContext
from mypy.plugins.common import add_method_to_class
from mypy.typeops import bind_self
from mypy.types import (
    AnyType,
    CallableType,
    FunctionLike,
    Instance,
    NoneType,
    Overloaded,
    Type,
    TypeOfAny,
    get_proper_type,
)

from orm_typing.messages import models as messages
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.metadata import is_project_class, noted
from orm_typing.plugin.support.nodes import accepted_type, as_constructor, with_parameters
from orm_typing.relations.declaration import RelationField, class_name


class _Parameter(NamedTuple):
    name: str | None
    kind: ArgKind
    type: Type


def constructor_signature(project: Project, orm: Orm, ctx: FunctionSigContext) -> FunctionLike:
    """The signature of a model's constructor for one call of it."""
    signature = ctx.default_signature
    model = get_proper_type(signature.ret_type)
    call = ctx.context
    if not isinstance(model, Instance) or not isinstance(call, CallExpr):
        return signature
    info = model.type
    written = written_init(info)
    if written is not None:
        return bound(written, model, signature)
    parameters = [
        _Parameter(name, kind, typ)
        for name, kind, typ in zip(
            signature.arg_names, signature.arg_kinds, signature.arg_types, strict=True
        )
    ]
    given = _Given.by(call)
    parameters = _with_configuration(project, info, parameters)
    if orm.populates_by_name:
        parameters = list(_by_name(info, parameters, given))
    seen: set[str] = set()
    for base in info.mro:
        for relation in project.relations_declared_by(base.fullname):
            if relation.name in seen:
                continue  # declared again in a class nearer by
            seen.add(relation.name)
            if base is info:
                parameters = _with_own(project, info, relation, parameters, given)
            else:
                parameters = _with_inherited(project, info, relation, parameters, given, ctx)
    return with_parameters(
        signature,
        [parameter.name for parameter in parameters],
        [parameter.kind for parameter in parameters],
        [parameter.type for parameter in parameters],
    )


def accept_any_keyword(ctx: ClassDefContext) -> None:
    """Give the model base its real ``__init__``, for ``super().__init__(...)`` of a user's own.

    ``BaseDBModel.__init__(self, **kwargs)`` takes every keyword; mypy's dataclass transform would
    replace it by one that takes the base's own fields.
    """
    keywords = Argument(
        Var("kwargs", AnyType(TypeOfAny.explicit)), AnyType(TypeOfAny.explicit), None, ARG_STAR2
    )
    add_method_to_class(ctx.api, ctx.cls, "__init__", [keywords], NoneType())
    ctx.cls.info.names["__init__"].plugin_generated = False


def _with_configuration(
    project: Project, info: TypeInfo, parameters: list[_Parameter]
) -> list[_Parameter]:
    """Take other keywords if the model asks for it; by default the library drops them."""
    closed = [parameter for parameter in parameters if parameter.kind is not ARG_STAR2]
    extra = next((extra for base in info.mro if (extra := noted(base).extra) is not None), None)
    if extra == "allow" or any(_is_made(project, base) for base in info.mro):
        closed.append(_Parameter("extra", ARG_STAR2, AnyType(TypeOfAny.explicit)))
    return closed


def _is_made(project: Project, info: TypeInfo) -> bool:
    """Whether it is no class statement of the project, and has fields that nobody knows.

    pydantic's plugin makes a class of ``Mark = create_model("Mark", ...)``, with no field at all.
    """
    return not is_project_class(info) and project.see_class(info.fullname)


class _Given(NamedTuple):
    """The keywords of a call."""

    names: frozenset[str]
    has_unknown: bool
    """Whether ``**kwargs`` may give more."""

    @classmethod
    def by(cls, call: CallExpr) -> _Given:
        return cls(
            frozenset(name for name in call.arg_names if name is not None),
            any(kind in (ARG_STAR, ARG_STAR2) for kind in call.arg_kinds),
        )


def written_init(info: TypeInfo) -> FuncDef | Decorator | OverloadedFuncDef | None:
    """The ``__init__`` that a user wrote for the class or one of its bases.

    mypy's dataclass transform gives each subclass an ``__init__`` of its own; the library does not.
    """
    for base in info.mro:
        symbol = base.names.get("__init__")
        if symbol is None or symbol.plugin_generated:
            continue
        node = symbol.node
        if is_project_class(base) and isinstance(node, (FuncDef, Decorator, OverloadedFuncDef)):
            return node
        return None
    return None


def bound(
    init: FuncDef | Decorator | OverloadedFuncDef, model: Instance, default: CallableType
) -> FunctionLike:
    """The constructor of ``model`` by an ``__init__`` that a user wrote."""
    if init.info is model.type:
        return default  # mypy's own answer is that signature already
    declared = get_proper_type(init.var.type if isinstance(init, Decorator) else init.type)
    if isinstance(declared, CallableType):
        return _as_constructor(declared, model, default)
    if isinstance(declared, Overloaded):
        return Overloaded([_as_constructor(item, model, default) for item in declared.items])
    return default


def _as_constructor(init: CallableType, model: Instance, default: CallableType) -> CallableType:
    return as_constructor(bind_self(init, model), default)


def _by_name(info: TypeInfo, parameters: list[_Parameter], given: _Given) -> Iterator[_Parameter]:
    """Take a field by its name or its alias, as a call gives it."""
    names: dict[str | None, str] = {}
    for name, alias in _aliases(info):
        if name in given.names:
            names[alias] = name
        elif alias in given.names:
            names[name] = alias
    for parameter in parameters:
        given_name = names.get(parameter.name, parameter.name)
        yield _Parameter(given_name, parameter.kind, parameter.type)


def _aliases(info: TypeInfo) -> Iterator[tuple[str, str]]:
    """Names of fields with their aliases.

    mypy's transform has made a constructor of the aliases, and pydantic's plugin one of the names.
    """
    fields: list[dict[str, str | None]] = [
        *info.metadata.get("dataclass", {}).get("attributes", ()),
        *info.metadata.get("pydantic-mypy-metadata", {}).get("fields", {}).values(),
    ]
    for field in fields:
        name, alias = field.get("name"), field.get("alias")
        if name and alias:
            yield name, alias


def _with_own(
    project: Project,
    info: TypeInfo,
    relation: RelationField,
    parameters: list[_Parameter],
    given: _Given,
) -> list[_Parameter]:
    """Ask for the object or its key, whichever the call gives; a many-to-many is no keyword."""
    if not relation.constructor.has_key:
        return _without(parameters, relation.name)
    key = relation.name + project.orm_of(relation).key_attribute.suffix
    for name in (relation.name, key):
        accepted = accepted_type(info, name)
        if accepted is not None:
            parameters = list(_retyped(parameters, name, accepted))
    if _declares_key(info, key):  # then pydantic's rules for that field are the answer
        return list(_optional(parameters, key)) if relation.name in given.names else parameters
    if relation.nullable or given.has_unknown:
        return parameters
    needed = key if key in given.names and relation.name not in given.names else relation.name
    return list(_required(parameters, needed))


def _with_inherited(
    project: Project,
    info: TypeInfo,
    relation: RelationField,
    parameters: list[_Parameter],
    given: _Given,
    ctx: FunctionSigContext,
) -> list[_Parameter]:
    """A subclass takes the key alone: the library keeps foreign keys per class.

    ``fk_descriptors`` is not inherited (``sqliter/orm/model.py``), so ``Novel(author=...)`` ignores
    the keyword and then misses ``author_id``.
    """
    if not relation.constructor.has_key:
        return _without(parameters, relation.name)
    key = relation.name + project.orm_of(relation).key_attribute.suffix
    if relation.name in given.names:
        owner = class_name(relation.source)
        problem = messages.inherited_key(info.name, relation.name, owner, key)
        ctx.api.fail(problem.text, ctx.context, code=problem.code)
        return parameters
    parameters = _without(parameters, relation.name)
    if relation.nullable or given.has_unknown:
        return parameters
    return list(_required(parameters, key))


def _declares_key(info: TypeInfo, key: str) -> bool:
    """Whether a class body declares the key itself."""
    return any(key in noted(base).declared for base in info.mro)


def _without(parameters: list[_Parameter], name: str) -> list[_Parameter]:
    return [parameter for parameter in parameters if parameter.name != name]


def _retyped(parameters: list[_Parameter], name: str, typ: Type) -> Iterator[_Parameter]:
    for parameter in parameters:
        if parameter.name == name:
            yield _Parameter(name, parameter.kind, typ)
        else:
            yield parameter


def _required(parameters: list[_Parameter], name: str) -> Iterator[_Parameter]:
    return _with_kind(parameters, name, ARG_NAMED)


def _optional(parameters: list[_Parameter], name: str) -> Iterator[_Parameter]:
    return _with_kind(parameters, name, ARG_NAMED_OPT)


def _with_kind(parameters: list[_Parameter], name: str, kind: ArgKind) -> Iterator[_Parameter]:
    for parameter in parameters:
        if parameter.name == name and parameter.kind in (ARG_NAMED, ARG_NAMED_OPT):
            yield _Parameter(name, kind, parameter.type)
        else:
            yield parameter
