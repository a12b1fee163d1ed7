"""The guard: what edits may take away, and nothing else."""

from __future__ import annotations

import pytest

from orm_typing.cli.uncast.same_program import is_same_program


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = cast(int, y)", "x = y"),
        ("x = cast(int, y or z).w", "x = (y or z).w"),
        ("x = cast(A, cast(B, y).z)", "x = y.z"),
        ("f(*cast(A, y), k=cast(B, z))", "f(*y, k=z)"),
        ("x = f'{cast(str, y)!r:>3}'", "x = f'{y!r:>3}'"),
        ("x = getattr(y, 'z').w", "x = y.z.w"),
        ("x: Any = y", "x = y"),
        ("from typing import Any, cast\nx = 1", "from typing import Any\nx = 1"),
        ("from typing import cast\nx = 1", "x = 1"),
        ("class A:\n    if TYPE_CHECKING:\n        x: Any\n    y = 1", "class A:\n    y = 1"),
        (
            "if t.TYPE_CHECKING:\n    def f(): ...\n    x: int",
            "if t.TYPE_CHECKING:\n    x: int",
        ),
        ("x = 1  # type: ignore", "x = 1"),
    ],
)
def test_what_may_go(before: str, after: str) -> None:
    assert is_same_program(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = cast(int, y or z).w", "x = y or z.w"),
        ("x = -cast(int, y + z)", "x = -y + z"),
        ("x = await_(cast(int, y))", "x = y"),
        ("x = cast(int, y)", "x = int"),
        ("x = getattr(y, 'z')", "x = y.w"),
        ("x = getattr(y, 'z', None)", "x = y.z"),
        ("x: int\ny = 1", "y = 1"),
        ("x: int = 1", "x = 2"),
        ("def f(): ...\nx = 1", "x = 1"),
        ("if DEBUG:\n    import a\nx = 1", "x = 1"),
        ("if TYPE_CHECKING:\n    x: Any\nelse:\n    y = 1", ""),
        ("x = [1, 2]", "x = [1]"),
        ("f(1)", "g(1)"),
        ("x = 1", "x = (1"),
    ],
)
def test_what_must_stay(before: str, after: str) -> None:
    assert not is_same_program(before, after)


def test_what_a_newer_python_reads_stays() -> None:
    before = "def f[T](x: T) -> T:\n    return cast(T, g(t'{x}', f'{a['b']}', cast(A, y)))"
    after = before.replace("cast(A, y)", "y")
    assert is_same_program(before, after)
    assert is_same_program(before, after.replace("cast(T, ", "("))
    for old, new in (("[T]", "[T: int]"), ("a['b']", "a['c']"), ("t'", "f'"), ("[T]", "")):
        assert not is_same_program(before, after.replace(old, new, 1))
