"""Small helpers over mypy's nodes and types."""

from __future__ import annotations

from collections.abc import Iterator

from mypy.checker import TypeChecker
from mypy.checkmember import MemberContext, analyze_descriptor_access, analyze_member_access
from mypy.expandtype import expand_type_by_instance
from mypy.maptype import map_instance_to_supertype
from mypy.nodes import (
    MDEF,
    ArgKind,
    AssignmentStmt,
    Block,
    CallExpr,
    CastExpr,
    ClassDef,
    Context,
    Decorator,
    EllipsisExpr,
    Expression,
    ForStmt,
    FuncDef,
    IfStmt,
    Import,
    ImportFrom,
    MatchStmt,
    MemberExpr,
    NameExpr,
    OverloadedFuncDef,
    Statement,
    SymbolTableNode,
    TryStmt,
    TypeInfo,
    Var,
    WhileStmt,
    WithStmt,
)
from mypy.plugin import SemanticAnalyzerPluginInterface
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    LiteralType,
    ProperType,
    TupleType,
    Type,
    TypedDictType,
    TypeOfAny,
    TypeVarLikeType,
    get_proper_type,
)


def add_attribute(info: TypeInfo, name: str, typ: Type) -> Var | None:
    """Put a generated attribute on a class, in a form that mypy can write to its cache.

    A name that the class body defines wins: ``None`` is returned then. mypy runs hooks again on
    each pass, so an earlier generated attribute is replaced.
    """
    existing = info.names.get(name)
    if existing is not None and not existing.plugin_generated:
        return None
    var = Var(name, typ)
    var.info = info
    # mypy has no other way to set it, and writes no variable to its cache without.
    var._fullname = f"{info.fullname}.{name}"  # pyright: ignore[reportPrivateUsage]
    var.is_initialized_in_class = True
    # After the body, in which it hides no module or class of the same name
    # (`mypy.semanal.SemanticAnalyzer.is_active_symbol_in_class_body`).
    var.line = info.defn.end_line or info.line
    info.names[name] = SymbolTableNode(MDEF, var, plugin_generated=True)
    return var


def find_class(api: SemanticAnalyzerPluginInterface, full_name: str) -> TypeInfo | None:
    """The class of that full name, if it is in the build and analysed far enough."""
    symbol = api.lookup_fully_qualified_or_none(full_name)
    node = symbol.node if symbol is not None else None
    return node if isinstance(node, TypeInfo) else None


def instance_of(info: TypeInfo, args: list[Type]) -> Instance:
    """``info[*args]``, with as many arguments as the class really takes."""
    count = len(info.type_vars)
    given: list[Type] = list(args[:count])
    given += [AnyType(TypeOfAny.special_form)] * (count - len(given))
    return Instance(info, given)


def with_args(instance: Instance, args: list[Type]) -> Instance:
    """The same type with other arguments, and with all else that it carries."""
    return Instance(
        instance.type,
        args,
        instance.line,
        instance.column,
        last_known_value=instance.last_known_value,
        extra_attrs=instance.extra_attrs,
    )


def with_parameters(
    signature: CallableType, names: list[str | None], kinds: list[ArgKind], types: list[Type]
) -> CallableType:
    """The same signature with other parameters, which its definition does not have."""
    # mypy leaves the defaults of this method's parameters without a type.
    return signature.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        arg_names=names, arg_kinds=kinds, arg_types=types, definition=None
    )


def with_result(signature: CallableType, result: Type) -> CallableType:
    """The same signature with another result, and nothing left to infer."""
    return signature.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        ret_type=result, variables=[], definition=None
    )


def as_constructor(init: CallableType, of: CallableType) -> CallableType:
    """A bound ``__init__`` as the signature of the constructor that ``of`` is now."""
    return init.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        ret_type=of.ret_type, name=of.name, definition=None
    )


def plain_instance(info: TypeInfo) -> Instance:
    """The class as a type; a generic model's parameters are unknown here, so they are ``Any``."""
    return instance_of(info, [])


def has_base(info: TypeInfo, bases: tuple[str, ...]) -> bool:
    """Whether one of ``bases`` is in the class's MRO."""
    return any(base.fullname in bases for base in info.mro)


def fallback_instance(typ: ProperType) -> Instance | None:
    """The instance that a value is, also where its type says more: a literal, or a tuple."""
    if isinstance(typ, LiteralType):
        return typ.fallback
    if isinstance(typ, TupleType):
        return typ.partial_fallback
    if isinstance(typ, TypedDictType):
        return typ.fallback
    return typ if isinstance(typ, Instance) else None


def is_in_packages(full_name: str, packages: tuple[str, ...]) -> bool:
    """Whether a class is of one of ``packages``."""
    return any(full_name.startswith(f"{package}.") for package in packages)


def is_generated(statement: Statement) -> bool:
    """Whether the plugin put the statement into the class body, as `models.keys` does."""
    # Source never has a bare CastExpr as a value: a call of cast() is a CallExpr to the parser.
    return (
        isinstance(statement, AssignmentStmt)
        and isinstance(statement.rvalue, CastExpr)
        and isinstance(statement.rvalue.expr, EllipsisExpr)
    )


def statements(block: Block) -> Iterator[tuple[Block, Statement]]:
    """The statements of a class body with the block they stand in, also below if, try and with.

    The statements are read at once, so that a caller may change the blocks.
    """
    for statement in list(block.body):
        yield block, statement
        for inner in _inner_blocks(statement):
            yield from statements(inner)


def _inner_blocks(statement: Statement) -> list[Block]:
    if isinstance(statement, IfStmt):
        found = [block for block in statement.body if not block.is_unreachable]
        otherwise = statement.else_body
        return found + ([otherwise] if otherwise and not otherwise.is_unreachable else [])
    if isinstance(statement, TryStmt):
        optional = [statement.else_body, statement.finally_body]
        return [statement.body, *statement.handlers, *(block for block in optional if block)]
    if isinstance(statement, (ForStmt, WhileStmt)):
        return [statement.body, *([statement.else_body] if statement.else_body else [])]
    if isinstance(statement, MatchStmt):
        return [block for block in statement.bodies if not block.is_unreachable]
    if isinstance(statement, WithStmt):
        return [statement.body]
    return []


def assigned_name(statement: Statement) -> str | None:
    """``name`` of a statement ``name = ...`` or ``name: T``."""
    if isinstance(statement, AssignmentStmt) and len(statement.lvalues) == 1:
        target = statement.lvalues[0]
        if isinstance(target, NameExpr):
            return target.name
    return None


def assigned_calls(cls: ClassDef) -> Iterator[tuple[str, CallExpr]]:
    """The calls whose results a class body assigns to one name, with that."""
    for _block, statement in statements(cls.defs):
        name = assigned_name(statement)
        if (
            name is not None
            and isinstance(statement, AssignmentStmt)
            and isinstance(statement.rvalue, CallExpr)
        ):
            yield name, statement.rvalue


def defined_names(cls: ClassDef) -> set[str]:
    """The names that a class body defines, by whatever statement."""
    names: set[str] = set()
    for _block, statement in statements(cls.defs):
        if isinstance(statement, (FuncDef, OverloadedFuncDef, ClassDef)):
            names.add(statement.name)
        elif isinstance(statement, Decorator):
            names.add(statement.func.name)
        elif isinstance(statement, AssignmentStmt):
            names.update(
                target.name for target in statement.lvalues if isinstance(target, NameExpr)
            )
        elif isinstance(statement, (Import, ImportFrom)):
            names.update(
                alias or name
                for name, alias in (
                    statement.names if isinstance(statement, ImportFrom) else statement.ids
                )
            )
    return names


def find_assignment(cls: ClassDef, name: str) -> tuple[Block, AssignmentStmt] | None:
    """The last assignment to ``name`` in a class body, with its block."""
    found = None
    for block, statement in statements(cls.defs):
        if isinstance(statement, AssignmentStmt) and assigned_name(statement) == name:
            found = (block, statement)
    return found


def gives_true(call: CallExpr, keyword: str) -> bool:
    """Whether a call has ``keyword=True``, as written."""
    return any(
        name == keyword and isinstance(value, NameExpr) and value.name == "True"
        for name, value in zip(call.arg_names, call.args, strict=True)
    )


def accepted_type(info: TypeInfo, field: str) -> Type | None:
    """What may be assigned to the field: for a descriptor, the value that ``__set__`` takes."""
    symbol = info.get(field)
    declared = get_proper_type(symbol.type) if symbol is not None and symbol.type else None
    if not isinstance(declared, Instance):
        return declared
    setter = declared.type.get("__set__")
    owner = declared.type.get_containing_type_info("__set__")
    if setter is None or owner is None:
        return declared
    setter_type = get_proper_type(setter.type) if setter.type else None
    if not isinstance(setter_type, CallableType) or len(setter_type.arg_types) != 3:
        return None
    return expand_type_by_instance(
        setter_type.arg_types[2], map_instance_to_supertype(declared, owner)
    )


def attribute_type(
    checker: TypeChecker, owner: Instance, name: str, context: Context
) -> Type | None:
    """What reading an attribute gives; ``None`` if there is none, without a message."""
    if owner.type.get(name) is None:
        return None
    with checker.msg.filter_errors():
        return analyze_member_access(
            name=name,
            typ=owner,
            context=context,
            is_lvalue=False,
            is_super=False,
            is_operator=False,
            original_type=owner,
            chk=checker,
        )


def read_descriptor(
    checker: TypeChecker, descriptor: Instance, owner: Instance, context: Context
) -> Type:
    """What a descriptor on the class of ``owner`` gives, without a message."""
    member = MemberContext(
        is_lvalue=False,
        is_super=False,
        is_operator=False,
        original_type=owner,
        context=context,
        chk=checker,
    )
    with checker.msg.filter_errors():
        return analyze_descriptor_access(descriptor, member)


def dotted_text(expression: Expression) -> str:
    """``book.author`` as written; what is no name, at its beginning, becomes ``(...)``."""
    parts: list[str] = []
    while isinstance(expression, MemberExpr):
        parts.append(expression.name)
        expression = expression.expr
    parts.append(expression.name if isinstance(expression, NameExpr) else "(...)")
    return ".".join(reversed(parts))


def instances_in(typ: Type) -> list[Instance]:
    """The instances that a value of this type may be: union items, bounds of type variables."""
    from mypy.types import UnionType

    proper = get_proper_type(typ)
    if isinstance(proper, Instance):
        return [proper]
    if isinstance(proper, UnionType):
        return [found for item in proper.items for found in instances_in(item)]
    if isinstance(proper, TypeVarLikeType):
        return instances_in(proper.upper_bound)
    return []
