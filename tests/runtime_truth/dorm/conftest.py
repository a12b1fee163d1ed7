"""The answers of the library, for each package; djanorm needs Python 3.11."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.runtime_truth.dorm.observed import PACKAGES, Observed, observe

if sys.version_info < (3, 11):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def observed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Observed]:
    """Ask the library about each package."""
    folder = tmp_path_factory.mktemp("databases")
    return {package: observe(package, Path(folder) / f"{package}.db") for package in PACKAGES}
