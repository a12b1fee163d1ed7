"""What the tests share: one store of library caches for each pytest worker."""

from __future__ import annotations

import pytest

from .checker import Checker, ThirdPartyCaches


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> ThirdPartyCaches:
    return ThirdPartyCaches(tmp_path_factory.mktemp("libraries"))


@pytest.fixture
def checker() -> Checker:
    return Checker()
