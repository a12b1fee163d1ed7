"""The fixture of the relations tests: an empty project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.relations.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "root"
    root.mkdir()
    return Project(root)
