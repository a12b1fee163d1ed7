"""The arguments of a call by their parameters, and what they say literally."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

from mypy.checker import TypeChecker
from mypy.messages import format_type
from mypy.nodes import (
    ARG_STAR2,
    CallExpr,
    Context,
    DictExpr,
    Expression,
    ListExpr,
    NameExpr,
    RefExpr,
    SetExpr,
    StrExpr,
    TupleExpr,
)
from mypy.plugin import FunctionContext, MethodContext
from mypy.types import (
    AnyType,
    Instance,
    LiteralType,
    NoneType,
    TupleType,
    Type,
    TypeOfAny,
    UnionType,
    get_proper_type,
)

from orm_typing.messages.codes import Message
from orm_typing.plugin.support.reporting import report_in_overload


class Argument(NamedTuple):
    """What was passed."""

    value: Expression
    typ: Type


class Name(NamedTuple):
    """A name in the text of a call, and the place to report it at."""

    text: str
    context: Context


class Entry(NamedTuple):
    """A key of a dictionary with its value."""

    name: Name
    value: Argument | None


class Call:
    """A call that mypy has matched with a signature."""

    def __init__(self, ctx: FunctionContext | MethodContext, checker: TypeChecker) -> None:
        self.context = ctx.context
        self.checker = checker
        self._by_parameter: dict[str, list[Argument]] = {}
        self.keywords: dict[str, Argument] = {}
        """Keywords that are no parameters."""
        self.has_more_keywords = False
        """Whether there is a ``**more``, in which anything may be."""
        for parameter, names, kinds, types, args in zip(
            ctx.callee_arg_names,
            ctx.arg_names,
            ctx.arg_kinds,
            ctx.arg_types,
            ctx.args,
            strict=True,
        ):
            for name, kind, typ, value in zip(names, kinds, types, args, strict=True):
                given = Argument(value, self._whole_type(value, typ))
                if kind is ARG_STAR2:
                    self.has_more_keywords = True
                elif kind.is_star():
                    self._by_parameter.setdefault(parameter or "", [])
                elif name is not None and name not in ctx.callee_arg_names:
                    self.keywords[name] = given
                else:
                    self._by_parameter.setdefault(parameter or "", []).append(given)

    def _whole_type(self, value: Expression, matched: Type) -> Type:
        """The type of an argument, of which mypy may show one item of a union after the other.

        It does so to find an alternative of an overloaded function for each.
        """
        known = self.checker.lookup_type_or_none(value)
        return known if isinstance(get_proper_type(known), UnionType) and known else matched

    def given(self, parameter: str) -> Argument | None:
        """The one argument for a parameter."""
        found = self._by_parameter.get(parameter, [])
        return found[0] if len(found) == 1 else None

    def is_given(self, parameter: str) -> bool:
        """Whether there is an argument, or may be one."""
        return parameter in self._by_parameter or self.has_more_keywords

    def names_in(self, parameter: str) -> Iterator[Name]:
        """The names that the arguments for a parameter are, or list."""
        for argument in self._by_parameter.get(parameter, []):
            yield from self._names(argument)

    def _names(self, argument: Argument) -> Iterator[Name]:
        text = literal_text(argument)
        if text is not None:
            yield Name(text, argument.value)
        elif isinstance(argument.value, (ListExpr, TupleExpr, SetExpr)):
            for item in argument.value.items:
                text = literal_text(self.argument(item))
                if text is not None:
                    yield Name(text, item)
        else:
            yield from _names_of_tuple(argument)

    def entries(self, parameter: str) -> Iterator[list[Entry]]:
        """The dictionaries that are written for a parameter, alone or in a list."""
        argument = self.given(parameter)
        if argument is None:
            return
        value = argument.value
        rows = value.items if isinstance(value, (ListExpr, TupleExpr)) else [value]
        for row in rows:
            entries = list(self._entries(row))
            if entries:
                yield entries

    def _entries(self, row: Expression) -> Iterator[Entry]:
        if isinstance(row, DictExpr):
            for key, value in row.items:
                text = literal_text(self.argument(key)) if key is not None else None
                if key is not None and text is not None:
                    yield Entry(Name(text, key), self.argument(value))
        elif _is_dict_call(row):
            for name, value in zip(row.arg_names, row.args, strict=True):
                if name is not None:
                    yield Entry(Name(name, value), self.argument(value))

    def argument(self, value: Expression) -> Argument:
        """A part of an argument, with its type."""
        typ = self.checker.lookup_type_or_none(value)
        return Argument(value, typ if typ is not None else _UNKNOWN)

    def element(self, argument: Argument) -> Argument | None:
        """What is in a list, tuple or set, as far as it has one type."""
        proper = get_proper_type(argument.typ)
        if isinstance(proper, Instance) and len(proper.args) == 1:
            return Argument(argument.value, proper.args[0])
        return None

    def shown(self, typ: Type) -> str:
        """A type as in mypy's messages, with its quotes."""
        return format_type(typ, self.checker.options)

    def is_off(self, flag: str) -> bool:
        """Whether a flag is not set for certain: left out, or ``False``."""
        argument = self.given(flag)
        if argument is None:
            return not self.is_given(flag)
        return isinstance(argument.value, NameExpr) and argument.value.name == "False"

    def is_on(self, flag: str) -> bool:
        """Whether a flag is ``True`` as written."""
        argument = self.given(flag)
        return (
            argument is not None
            and isinstance(argument.value, NameExpr)
            and argument.value.name == "True"
        )

    def report(self, message: Message, context: Context | None = None) -> None:
        """Report what is wrong with the call."""
        report_in_overload(self.checker, message, context or self.context)


_UNKNOWN = AnyType(TypeOfAny.special_form)


def _is_dict_call(row: Expression) -> TypeGuard[CallExpr]:
    return (
        isinstance(row, CallExpr)
        and isinstance(row.callee, RefExpr)
        and row.callee.fullname == "builtins.dict"
    )


def literal_text(argument: Argument) -> str | None:
    """The text, where it is known."""
    if isinstance(argument.value, StrExpr):
        return argument.value.value
    proper = get_proper_type(argument.typ)
    if isinstance(proper, Instance) and proper.last_known_value is not None:
        proper = proper.last_known_value
    if isinstance(proper, LiteralType) and isinstance(proper.value, str):
        # Of an enumeration's member this is its name.
        return proper.value if proper.fallback.type.fullname == "builtins.str" else None
    return None


def may_be_none(typ: Type) -> bool:
    """Whether ``None`` is among the values."""
    proper = get_proper_type(typ)
    items = proper.items if isinstance(proper, UnionType) else [proper]
    return any(isinstance(get_proper_type(item), (NoneType, AnyType)) for item in items)


def _names_of_tuple(argument: Argument) -> Iterator[Name]:
    proper = get_proper_type(argument.typ)
    if isinstance(proper, TupleType):
        for item in proper.items:
            text = literal_text(Argument(argument.value, item))
            if text is not None:
                yield Name(text, argument.value)
