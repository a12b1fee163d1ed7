"""Each generic class of the stubs is subscripted in the real library, as its description says."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

import pytest
from mypy import build
from mypy.modulefinder import BuildSource
from mypy.nodes import TypeInfo
from mypy.options import Options

from orm_typing.orms import LIBRARIES, refuses_subscript

STUBS = Path(__file__).resolve().parents[2] / "stubs"
SUBSCRIPTS = {
    library.package.partition(".")[0]: library.subscripts
    for library in LIBRARIES
    if library.release.is_published
}


@cache
def generic_classes(package: str) -> tuple[str, ...]:
    """Full names of the classes that checkers let one subscript, in mypy's view of the stubs."""
    folder = STUBS / f"{package}-stubs"
    modules = {
        ".".join((package, *file.relative_to(folder).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for file in folder.rglob("*.pyi")
    }
    options = Options()
    options.incremental = False
    options.follow_imports = "skip"  # of modules that are no stubs: what the library imports
    sources = [BuildSource(None, module) for module in sorted(modules)]
    files = build.build(sources, options).files
    return tuple(
        sorted(
            node.fullname
            for module in modules
            for _, symbol, _ in files[module].local_definitions()
            if isinstance(node := symbol.node, TypeInfo) and node.type_vars
        )
    )


def at_runtime(full_name: str) -> object:
    """The class itself; ``None`` where it exists in the stubs alone."""
    module, _, name = full_name.rpartition(".")
    return getattr(importlib.import_module(module), name, None)


def can_be_subscripted(generic: object) -> bool:
    """Whether Python takes ``[...]`` behind it."""
    try:
        generic[int]  # type: ignore[index]
    except TypeError as problem:
        if not str(problem).endswith(("is not subscriptable", "is not a generic class")):
            raise
        return False
    return True


@pytest.mark.parametrize("package", SUBSCRIPTS)
def test_each_generic_class_is_as_described(package: str) -> None:
    described, found = {}, {}
    for name in generic_classes(package):
        generic = at_runtime(name)
        if generic is None:
            assert name.rpartition(".")[2].startswith("_"), f"{name} does not exist"
            continue
        described[name] = not refuses_subscript(name)
        found[name] = can_be_subscripted(generic)
    assert found == described
    assert False in found.values()


@pytest.mark.parametrize("package", SUBSCRIPTS)
def test_what_is_described_is_generic(package: str) -> None:
    described = SUBSCRIPTS[package].refused | (SUBSCRIPTS[package].taken or frozenset())
    assert described
    assert described <= set(generic_classes(package))
