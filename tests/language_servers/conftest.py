"""The project that is edited."""

from pathlib import Path

import pytest

from tests.checkers.project import make


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkers' cases, with the declarations that `orm-typing declare` writes."""
    return make(tmp_path_factory.mktemp("edited").resolve() / "project")
