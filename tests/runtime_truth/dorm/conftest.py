"""The answers of the library, for each package."""

from __future__ import annotations

import pytest

from tests.runtime_truth.dorm.observed import PACKAGES, Observed, observe


@pytest.fixture(scope="session")
def observed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Observed]:
    """Ask the library about each package."""
    folder = tmp_path_factory.mktemp("databases")
    return {package: observe(package, folder / f"{package}.db") for package in PACKAGES}
