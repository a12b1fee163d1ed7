"""The checkers: each runs once over a whole project and reports what it found, line by line."""

from collections.abc import Callable
from pathlib import Path

from . import mypy, pyrefly, pyright, ty, zuban
from .finding import Finding

# mypy counts four times: with this project's plugin, with the stubs alone, and twice with
# pydantic's plugin, which many users have and which changes constructors.
CHECKERS: dict[str, Callable[[Path], list[Finding]]] = {
    "mypy-orm-typing": mypy.check_with_orm_typing,
    "mypy": mypy.check,
    "mypy-pydantic": mypy.check_with_pydantic,
    "mypy-pydantic-typed": mypy.check_with_typed_pydantic,
    "pyright": pyright.check_with_pyright,
    "basedpyright": pyright.check_with_basedpyright,
    "ty": ty.check,
    "pyrefly": pyrefly.check,
    "zuban": zuban.check,
}

__all__ = ["CHECKERS", "Finding"]
