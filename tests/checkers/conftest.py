"""One project and one run of each checker, also for several test processes."""

import os

import pytest

from .project import Runs


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """The checkers' runs, which the processes of pytest-xdist share."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder = folder.resolve() / "checkers"
    folder.mkdir(exist_ok=True)
    return Runs(folder)
