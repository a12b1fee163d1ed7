"""Byte for byte the same output, with the plugin and without it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY, environment
from tests.interference.features import FEATURES

COPIES = 3
OURS = "orm_typing.mypy"
PYDANTIC = "pydantic.mypy"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    for copy in range(COPIES):
        for name, text in FEATURES.items():
            (root / f"p{copy}_{name}.py").write_text(text.format(copy))
    return root


@pytest.mark.parametrize(
    ("without", "with_ours"),
    [
        pytest.param((), [(OURS,)], id="alone"),
        pytest.param((PYDANTIC,), [(OURS, PYDANTIC), (PYDANTIC, OURS)], id="pydantic"),
    ],
)
def test_the_output_is_the_same(
    without: Sequence[str], with_ours: Sequence[Sequence[str]], project: Path
) -> None:
    expected = _cold_edited_and_warm(project, without)
    assert all(b"error:" in output and b"Revealed type" in output for output in expected)
    for plugins in with_ours:
        assert _cold_edited_and_warm(project, plugins) == expected


def _cold_edited_and_warm(project: Path, plugins: Sequence[str]) -> list[bytes]:
    """Run mypy without a cache, after an edit, and once more."""
    cache = project.parent / f"cache of {' and '.join(plugins)}"
    edited = project / "p0_generics.py"
    original = edited.read_text()
    outputs = [_mypy(project, plugins, cache)]
    edited.write_text(original.replace("author_id: int = 0", "author_key: str = ''"))
    outputs.append(_mypy(project, plugins, cache))
    edited.write_text(original)
    outputs += [_mypy(project, plugins, cache), _mypy(project, plugins, cache)]
    return outputs


def _mypy(project: Path, plugins: Sequence[str], cache: Path) -> bytes:
    configuration = project.parent / "mypy.ini"
    configuration.write_text(f"[mypy]\nstrict = True\nplugins = {', '.join(plugins)}\n")
    files = sorted(path.name for path in project.glob("*.py"))
    done = subprocess.run(
        [*MYPY, f"--config-file={configuration}", f"--cache-dir={cache}", *files],
        cwd=project,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout + done.stderr
