"""The project that the checkers see, and one run of each checker for all tests."""

import fcntl
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.copying import copied

from .labels import DECLARED, PACKAGES, project_package, source
from .runners import CHECKERS, Finding


def make(root: Path) -> Path:
    """Copy the cases out of the repository, whose own configuration must not count."""
    for package in PACKAGES:
        folder = root / project_package(package)
        copied(source(package), folder)
        (folder / "__init__.py").touch()
    declared = [project_package(package) for package in PACKAGES if package.endswith(DECLARED)]
    subprocess.run(
        [sys.executable, "-m", "orm_typing", "declare", "--write", *declared],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return root


class Runs:
    """The project, and what checkers found in it; test processes that share a folder share both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def project(self) -> Path:
        """The project's root."""
        root = self.folder / "project"
        with locked(self.folder / "project.lock"):
            if not root.exists():
                unfinished = self.folder / "unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                make(unfinished).rename(root)
        return root

    def findings(self, checker: str) -> list[Finding]:
        """What a checker found: it runs unless it has been run before."""
        stored = self.folder / f"{checker}.json"
        with locked(self.folder / f"{checker}.lock"):
            if not stored.exists():
                findings = CHECKERS[checker](self.project)
                stored.write_text(json.dumps(findings), encoding="utf-8")
        return [Finding(*entry) for entry in json.loads(stored.read_text(encoding="utf-8"))]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let one process at a time do it; the lock of a process that ends is free."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
