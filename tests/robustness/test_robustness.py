"""No odd shape stops mypy, and all ways to run it say the same of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY, ThirdPartyCaches, environment
from tests.robustness.mutation import mutants
from tests.robustness.shapes import HEADER, SHAPES

CONFIGURATIONS = {
    "alone": "[mypy]\nplugins = orm_typing.mypy\n",
    "strict": "[mypy]\nstrict = True\nplugins = orm_typing.mypy\nwarn_unreachable = True\n",
    "pydantic": "[mypy]\nplugins = pydantic.mypy, orm_typing.mypy\nignore_missing_imports = True\n",
}
FAILURES = ("INTERNAL ERROR", "Traceback", "orm-internal", "error: unused", "AssertionError")
# pydantic's own plugin fails on a generic model that is its own argument, with or without ours.
UNFIT = {"pydantic": {"classes_generic_of_itself"}}
MUTANTS = 120


@pytest.fixture(scope="module")
def caches(tmp_path_factory: pytest.TempPathFactory) -> ThirdPartyCaches:
    return ThirdPartyCaches(tmp_path_factory.mktemp("libraries"))


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_shapes(name: str, caches: ThirdPartyCaches, tmp_path: Path) -> None:
    files = {f"{shape}.py": HEADER + text for shape, text in SHAPES.items()}
    for shape in UNFIT.get(name, ()):
        del files[f"{shape}.py"]
    _check_in_all_ways(_Project(tmp_path, CONFIGURATIONS[name], files, caches))


@pytest.mark.parametrize("seed", [1, 2])
def test_mutants(seed: int, caches: ThirdPartyCaches, tmp_path: Path) -> None:
    texts = mutants(MUTANTS, seed)
    files = {f"mutant_{number}.py": HEADER + text for number, text in enumerate(texts)}
    _check_in_all_ways(_Project(tmp_path, CONFIGURATIONS["strict"], files, caches))


class _Project:
    def __init__(
        self, root: Path, configuration: str, files: Mapping[str, str], caches: ThirdPartyCaches
    ) -> None:
        self.root = root
        self.files = sorted(files)
        self.configuration = configuration
        self.caches = caches
        (root / "mypy.ini").write_text(configuration)
        for file, text in files.items():
            (root / file).write_text(text, encoding="utf-8", errors="surrogatepass")

    def start_cold(self) -> None:
        shutil.rmtree(self.root / ".mypy_cache", ignore_errors=True)
        self.caches.copy(self.configuration, self.root / ".mypy_cache")

    def mypy(self, *options: str) -> set[str]:
        """Run mypy over everything; each message, but for notes that are printed once a run."""
        done = subprocess.run(
            [*MYPY, "--show-traceback", *options, *self.files],
            cwd=self.root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
        output = done.stdout + done.stderr
        bad = [line for line in output.splitlines() if any(f in line for f in FAILURES)]
        assert not bad, output[-6000:]
        assert done.returncode in (0, 1), output[-6000:]
        return {
            line
            for line in output.splitlines()
            if "note: See https" not in line and "defined in " not in line
        }


def _check_in_all_ways(project: _Project) -> None:
    project.start_cold()
    cold = project.mypy()
    assert project.mypy() == cold, "warm"
    for file in project.files[::3]:
        path = project.root / file
        path.write_bytes(path.read_bytes() + b"\n# edited\n")
    assert project.mypy() == cold, "after an edit of comments"
    project.start_cold()
    assert project.mypy("--num-workers=2") == cold, "in parallel"
