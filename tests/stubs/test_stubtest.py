"""Stubs and runtime agree, but for what a package's allowlist explains."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
STUBS = HERE.parents[1] / "stubs"

# The library's import name: its stubs are `<name>-stubs`, its allowlist `<name>.allowlist`.
PACKAGES = ["sqliter", "sqlmodel_crud_utils"]
if sys.version_info >= (3, 11):  # which djanorm needs
    PACKAGES.append("dorm")

each_package = pytest.mark.parametrize("package", PACKAGES)


def run_python(*arguments: str, cwd: Path) -> str:
    """Run this interpreter and give what it printed; fail the test if it failed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return output


@each_package
def test_stubs_match_the_runtime(package: str, tmp_path: Path) -> None:
    """Stubtest itself fails for an unused allowlist entry, as long as it isn't told not to."""
    allowlist = HERE / f"{package}.allowlist"
    output = run_python(
        "-m", "mypy.stubtest", package, "--concise", "--allowlist", str(allowlist), cwd=tmp_path
    )
    assert "unused allowlist entry" not in output


@each_package
def test_stubs_are_strictly_typed(package: str, tmp_path: Path) -> None:
    stubs = STUBS / f"{package}-stubs"
    run_python("-m", "mypy", "--strict", "--config-file=", str(stubs), cwd=tmp_path)


@each_package
def test_every_allowed_difference_has_a_reason(package: str) -> None:
    lines = (HERE / f"{package}.allowlist").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line.strip() and not line.startswith("#")]
    assert [entry for entry in entries if not entry.partition("#")[2].strip()] == []


@each_package
def test_stubs_are_partial_and_importable_at_every_level(package: str) -> None:
    """Without `partial`, an unstubbed module would be missing; zuban needs every `__init__`."""
    stubs = STUBS / f"{package}-stubs"
    library = importlib.util.find_spec(package)
    assert library is not None
    assert library.origin is not None
    if (Path(library.origin).parent / "py.typed").exists():
        assert (stubs / "py.typed").read_text(encoding="utf-8") == "partial\n"
    else:  # checkers don't read it: it is stubbed whole
        assert not (stubs / "py.typed").exists()
    folders = {path.parent for path in stubs.rglob("*.pyi")}
    assert [folder for folder in folders if not (folder / "__init__.pyi").exists()] == []
