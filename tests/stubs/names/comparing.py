"""The names of a library's source held against those of its stub, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.stubs.names.reading import Definition, Module

Package = Mapping[str, Module]

STUB_ONLY = "is in the stub only"
NO_MODULE = "is no module of the library"

# What every object or exception has, or what only describes the class, needs no repetition.
_IMPLIED = frozenset(dir(BaseException)) | {
    "__slots__",
    "__all__",
    "__hash__",
    "__match_args__",
    "__version__",
    "__orig_bases__",
    "__getattribute__",
}


def differences(source: Package, stub: Package) -> dict[str, str]:
    """By the name of what differs, how it does; modules without a stub don't count."""
    found: dict[str, str] = {}
    for name, module in stub.items():
        if name in source:
            for path, problem in _module(name, source, stub):
                found[f"{name}.{path}".lstrip(".")] = problem
        elif module.definitions:
            found[name] = NO_MODULE
    return found


def _module(name: str, source: Package, stub: Package) -> Iterator[tuple[str, str]]:
    here, there = source[name].definitions, stub[name].definitions
    yield from _names(here, there, stub[name].imported, source[name].imported)
    for shared in here.keys() & there.keys():
        one, other = here[shared], there[shared]
        if one.kind == other.kind == "class":
            have = _inherited(one, source, name)
            known = _inherited(other, stub, name)
            for path, problem in _names(one.members, other.members, known, have):
                yield f"{shared}.{path}", problem
            for member in one.members.keys() & other.members.keys():
                different = _difference(one.members[member], other.members[member])
                if different:
                    yield f"{shared}.{member}", different
        else:
            different = _difference(one, other)
            if different:
                yield shared, different


def _names(
    source: Mapping[str, Definition],
    stub: Mapping[str, Definition],
    known_to_stub: Mapping[str, object],
    known_to_source: Mapping[str, object],
) -> Iterator[tuple[str, str]]:
    for name in source.keys() - stub.keys() - known_to_stub.keys():
        if not _is_implied(name):
            yield name, f"is not in the stub: {source[name].kind}"
    for name in stub.keys() - source.keys() - known_to_source.keys():
        if not _is_implied(name):
            yield name, STUB_ONLY


def _is_implied(name: str) -> bool:
    return name in _IMPLIED or name == "_"


def _inherited(cls: Definition, package: Package, module: str) -> dict[str, Definition]:
    """The members of the bases that are classes of the package."""
    found: dict[str, Definition] = {}
    for base in cls.bases:
        place = _class(base, package, module)
        if place is not None and place[1] is not cls:
            found.update(_inherited(place[1], package, place[0]))
            found.update(place[1].members)
    return found


def _class(name: str, package: Package, module: str) -> tuple[str, Definition] | None:
    """The class that a base means: of the module, or the only one of the imported name."""
    local = package[module].definitions.get(name)
    if local is not None and local.kind == "class":
        return module, local
    meant = package[module].imported.get(name)
    found = [
        (other, definition)
        for other, one in package.items()
        if meant is not None and (definition := one.definitions.get(meant)) is not None
        if definition.kind == "class"
    ]
    return found[0] if found else None


def _difference(source: Definition, stub: Definition) -> str | None:
    if source.kind != stub.kind:
        return f"is {_a(stub.kind)} in the stub, and {_a(source.kind)} in the source"
    if source.parameters == stub.parameters:
        return None
    handed_on = {one for one in source.parameters if one.kind.startswith("**")}
    if handed_on and stub.is_overloaded:
        return None
    named = set(source.parameters) - handed_on
    more = set(stub.parameters) - named
    # What the source hands on as any keyword, the stub may name.
    if handed_on and named <= set(stub.parameters) and all(one.kind[0] == "*" for one in more):
        return None
    if stub.is_overloaded and {one.name for one in stub.parameters} == {one.name for one in named}:
        return None
    shown = [", ".join(one.text for one in side.parameters) for side in (stub, source)]
    return f"takes ({shown[0]}) in the stub, and ({shown[1]}) in the source"


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
