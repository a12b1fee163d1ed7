"""Source and stubs have the same names, but for what a package's allowlist explains."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.stubs.names.comparing import differences
from tests.stubs.names.reading import Module, read_module, read_package

HERE = Path(__file__).parent
STUBS = HERE.parents[2] / "stubs"
# The library's import name: its stubs are `<name>-stubs`, its allowlist `<name>.allowlist`.
PACKAGES = ["sqliter", "sqlmodel_crud_utils"]
if sys.version_info >= (3, 11):  # which djanorm needs
    PACKAGES.append("dorm")


def allowed(package: str) -> dict[str, str]:
    """The names that may differ, with the reason."""
    lines = (HERE / f"{package}.allowlist").read_text(encoding="utf-8").splitlines()
    entries = [line.partition("#") for line in lines if line and not line.startswith("#")]
    return {name.strip(): reason.strip() for name, _, reason in entries}


def source_of(package: str) -> dict[str, Module]:
    """The modules of the installed library."""
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    return read_package(Path(found.origin).parent, ".py")


@pytest.mark.parametrize("package", PACKAGES)
def test_names_are_those_of_the_source(package: str) -> None:
    source = source_of(package)
    found = differences(source, read_package(STUBS / f"{package}-stubs", ".pyi"))
    reasons = allowed(package)
    assert {name: found[name] for name in found.keys() - reasons.keys()} == {}
    assert reasons.keys() - found.keys() == set(), "not needed"
    assert [name for name, reason in reasons.items() if not reason] == []


SOURCE = """
import sys
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")
LIMIT = 3
if sys.platform == "win32":
    def _only_there(): ...

class Base:
    def close(self, *, now=False): ...

class Query(Base):
    known: int
    def __init__(self, model, fields=None):
        self.model, self._fields = model, fields
        with open("x") as self._file:
            pass
        object.__setattr__(self, "_state", {})
    @property
    def first(self): ...
    @staticmethod
    def _build(name, /, *names, key, **more): ...
    @classmethod
    async def afetch(cls): ...
    async def rows(self):
        yield 1
"""
STUB = """
from collections.abc import AsyncIterator, Coroutine
from typing import Any

LIMIT: int
def _only_there() -> None: ...

class Base:
    def close(self, *, now: bool = False) -> None: ...

class Query(Base):
    known: int
    model: Any
    _fields: Any
    _file: Any
    _state: dict[str, Any]
    def __init__(self, model: Any, fields: Any = None) -> None: ...
    @property
    def first(self) -> int: ...
    @staticmethod
    def _build(name: str, /, *names: str, key: int, **more: int) -> None: ...
    @classmethod
    def afetch(cls) -> Coroutine[Any, Any, int]: ...
    def rows(self) -> AsyncIterator[int]: ...
"""


def compared(source: str, stub: str) -> dict[str, str]:
    """How two texts of the same module differ."""
    return differences({"app": read_module(source)}, {"app": read_module(stub)})


def test_what_is_the_same() -> None:
    assert compared(SOURCE, STUB) == {}


@pytest.mark.parametrize(
    ("old", "new", "name", "problem"),
    [
        ("LIMIT: int", "", "LIMIT", "is not in the stub: attribute"),
        ("LIMIT: int", "LIMIT: int\nMORE: int", "MORE", "is in the stub only"),
        ("    _fields: Any\n", "", "Query._fields", "is not in the stub: attribute"),
        ("    _file: Any\n", "", "Query._file", "is not in the stub: attribute"),
        ("    _state: dict[str, Any]\n", "", "Query._state", "is not in the stub: attribute"),
        ("def _only_there() -> None: ...", "", "_only_there", "is not in the stub: function"),
        ("    @property\n", "", "Query.first", "is a function in the stub, and a property in the"),
        ("    @staticmethod\n", "", "Query._build", "is a function in the stub, and a static"),
        ("/, *names", "*names", "Query._build", "takes (name, *names, *, key, **more) in the stub"),
        (", key: int", ", keys: int", "Query._build", "takes (name/, *names, *, keys, **more)"),
        ("fields: Any = None", "fields: Any", "Query.__init__", "takes (self, model, fields) in"),
        (
            "Coroutine[Any, Any, int]",
            "int",
            "Query.afetch",
            "is a class method in the stub, and an async",
        ),
    ],
)
def test_what_differs(old: str, new: str, name: str, problem: str) -> None:
    assert old in STUB
    found = compared(SOURCE, STUB.replace(old, new, 1))
    assert found.keys() == {f"app.{name}"}
    assert found[f"app.{name}"].startswith(problem)


def test_overloads_together_take_what_the_source_takes() -> None:
    source = "def get(self, name, default=None): ..."
    overload = "from typing import overload\n@overload\n"
    one = f"{overload}def get(self, name: str) -> int: ...\n"
    two = "@overload\ndef get(self, name: str, default: int) -> int: ...\n"
    assert compared(source, one + two) == {}
    wrong = two.replace("default", "other")
    assert compared(source, one + wrong).keys() == {"app.get"}


def test_keywords_that_the_source_hands_on_have_names_in_the_stub() -> None:
    source = "def field(length=3, **options): ..."
    assert compared(source, "def field(length: int = 3, *, null: bool = ...) -> None: ...") == {}
    assert compared(source, "def field(*, null: bool = ...) -> None: ...").keys() == {"app.field"}


def test_what_is_for_types_alone_needs_no_counterpart() -> None:
    stub = """
from typing import Literal, Protocol, TypeAlias, type_check_only
_Order = Literal["up", "down"]
_Name: TypeAlias = str | None
@type_check_only
class _Named(Protocol):
    name: _Name
"""
    assert compared("", stub) == {}
    assert compared("", stub.replace("@type_check_only\n", "")).keys() == {"app._Named"}


def test_inherited_names_need_no_repetition() -> None:
    """Also those of a base in another module, under another name."""
    source = {
        "base": read_module("class Query:\n    def close(self): ..."),
        "app": read_module(
            "from base import Query as Base\nclass Own(Base):\n    def close(self): ..."
        ),
    }
    stub = {
        "base": source["base"],
        "app": read_module("from base import Query as Base\nclass Own(Base): ..."),
    }
    assert differences(source, stub) == {}
    alone = read_module("class Own: ...")
    assert differences(source, {**stub, "app": alone}).keys() == {"app.Own.close"}
