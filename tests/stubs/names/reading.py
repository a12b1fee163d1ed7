"""What a module defines, read from its text: a library's source, or its stub."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_TYPE_PARAMETERS = {"TypeVar", "ParamSpec", "TypeVarTuple", "NewType"}
_AWAITED = {"Coroutine", "Awaitable"}
_DECORATED = {
    "staticmethod": "static method",
    "classmethod": "class method",
    "property": "property",
    "cached_property": "property",
}


class Parameter(NamedTuple):
    """A parameter of a function."""

    name: str
    kind: str
    """``*`` before the name of one that takes all others, ``=`` behind one that is optional."""

    @property
    def text(self) -> str:
        """As in messages."""
        return self.kind.replace("name", self.name)


class Definition(NamedTuple):
    """A name with what it stands for."""

    kind: str
    parameters: tuple[Parameter, ...] = ()
    """Of a function."""
    is_overloaded: bool = False
    members: Mapping[str, Definition] = {}
    """Of a class, without what it inherits."""
    bases: tuple[str, ...] = ()
    """Of a class, as written, without type arguments."""


class Module(NamedTuple):
    """A module of a package."""

    definitions: dict[str, Definition]
    imported: dict[str, str]
    """The names that it imports, with what they are called where they come from."""


def read_package(folder: Path, suffix: str) -> dict[str, Module]:
    """All modules of a package, by their names relative to it; the package itself is ``""``."""
    return {
        ".".join(path.relative_to(folder).with_suffix("").parts)
        .removesuffix("__init__")
        .rstrip("."): read_module(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob(f"*{suffix}"))
    }


def read_module(text: str) -> Module:
    """What a module defines and imports."""
    tree = ast.parse(text)
    imported = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    return Module(_defined(tree.body), imported)


def _defined(body: list[ast.stmt]) -> dict[str, Definition]:
    """The names that statements bind, imports aside."""
    found: dict[str, Definition] = {}
    for statement in _statements(body):
        if isinstance(statement, _Function):
            _add_function(found, statement)
        elif isinstance(statement, ast.ClassDef):
            if "type_check_only" not in map(_last_name, statement.decorator_list):
                found[statement.name] = _class(statement)
        elif not _is_for_types(statement):
            for name in _targets(statement, _plain_name):
                found.setdefault(name, Definition("attribute"))
    return found


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements, those below ``if``, ``try``, ``with`` and loops included."""
    for statement in body:
        yield statement
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        for name in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(statement, name, []))
        for handler in getattr(statement, "handlers", []):
            yield from _statements(handler.body)


def _targets(node: ast.AST, name_of: Callable[[ast.expr], str | None]) -> Iterator[str]:
    """The names that one statement assigns to, as far as ``name_of`` knows the target."""
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = list(node.targets)
    elif isinstance(node, (ast.AnnAssign, ast.For, ast.AsyncFor, ast.NamedExpr)):
        targets = [node.target]
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        targets = [node.optional_vars]
    while targets:
        target = targets.pop(0)
        if isinstance(target, (ast.Tuple, ast.List)):
            targets = [*target.elts, *targets]
            continue
        name = name_of(target)
        if name is not None:
            yield name


def _plain_name(node: ast.expr) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _is_for_types(statement: ast.stmt) -> bool:
    """Whether it binds a type parameter, or a private name for a type."""
    match statement:
        case ast.Assign(value=ast.Call(func=made)):
            return _last_name(made) in _TYPE_PARAMETERS
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript(value=generic)):
            return name.startswith("_") and _last_name(generic) == "Literal"
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            return name.startswith("_") and _last_name(annotation) == "TypeAlias"
    return False


def _class(node: ast.ClassDef) -> Definition:
    members = _defined(node.body)
    for statement in _statements(node.body):
        if isinstance(statement, _Function):
            for name in _assigned_attributes(statement):
                members.setdefault(name, Definition("attribute"))
    bases = tuple(
        written
        for base in node.bases
        if (written := _last_name(base.value if isinstance(base, ast.Subscript) else base))
    )
    return Definition("class", members=members, bases=bases)


def _assigned_attributes(method: _Function) -> Iterator[str]:
    """The attributes that a method gives its object, or its class: ``self.name = ...``.

    ``object.__setattr__(self, "name", ...)`` is what classes do that intercept the former.
    """
    arguments = [*method.args.posonlyargs, *method.args.args]
    if not arguments or _kind(method).endswith("static method"):
        return
    owner = arguments[0].arg

    def attribute(node: ast.expr) -> str | None:
        if isinstance(node, ast.Attribute) and _plain_name(node.value) == owner:
            return node.attr
        return None

    for node in ast.walk(method):
        yield from _targets(node, attribute)
        if isinstance(node, ast.Call) and _last_name(node.func) in ("__setattr__", "setattr"):
            match node.args:
                case [ast.Name(id=name), ast.Constant(value=str(given)), _] if name == owner:
                    yield given


def _add_function(found: dict[str, Definition], node: _Function) -> None:
    decorators = [_last_name(one) for one in node.decorator_list]
    if any(one in ("setter", "deleter") for one in decorators):
        return
    earlier = found.get(node.name)
    parameters = tuple(_parameters(node.args))
    is_overloaded = "overload" in decorators
    if earlier is not None and earlier.is_overloaded:
        known = {one.name for one in earlier.parameters}
        more = tuple(one for one in parameters if one.name not in known)
        found[node.name] = earlier._replace(
            parameters=earlier.parameters + more if is_overloaded else parameters,
            is_overloaded=is_overloaded,
        )
        return
    found[node.name] = Definition(_kind(node), parameters, is_overloaded)


def _kind(node: _Function) -> str:
    decorated = [
        _DECORATED[name] for one in node.decorator_list if (name := _last_name(one)) in _DECORATED
    ]
    kind = decorated[0] if decorated else "function"
    return f"async {kind}" if _is_async(node) else kind


def _is_async(node: _Function) -> bool:
    """Whether it gives something to await: a stub may say so by the type of the result."""
    if isinstance(node, ast.AsyncFunctionDef):
        return not any(isinstance(inner, ast.Yield) for inner in ast.walk(node))
    result = node.returns
    return isinstance(result, ast.Subscript) and _last_name(result.value) in _AWAITED


def _parameters(given: ast.arguments) -> Iterator[Parameter]:
    positional = [*given.posonlyargs, *given.args]
    required = len(positional) - len(given.defaults)
    for number, one in enumerate(positional):
        # What begins with two underscores is positional-only (PEP 484).
        is_positional = number < len(given.posonlyargs)
        yield _parameter(one.arg, "/" if is_positional else "", number >= required)
    if given.vararg is not None:
        yield Parameter(given.vararg.arg, "*name")
    for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        yield _parameter(one.arg, "*, ", default is not None)
    if given.kwarg is not None:
        yield Parameter(given.kwarg.arg, "**name")


def _parameter(name: str, place: str, is_optional: bool) -> Parameter:
    before, after = (place, "") if place.startswith("*") else ("", place)
    return Parameter(name, f"{before}name{'=' if is_optional else ''}{after}")


def _last_name(node: ast.expr) -> str | None:
    if isinstance(node, ast.Call):
        return _last_name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None
