"""Modules from which an import may go: the library has imported them already."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from orm_typing.orms import LOADED_WITH_MODELS

BASES = {"sqliter": "sqliter.asyncio.orm", "dorm": "dorm"}


@pytest.mark.parametrize("library", BASES)
def test_the_base_of_models_brings_them(library: str) -> None:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    program = f"import sys, {BASES[library]}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    named = {module for module in LOADED_WITH_MODELS if module.partition(".")[0] == library}
    assert named
    assert named <= set(done.stdout.split())


def test_each_library_is_looked_at() -> None:
    assert {module.partition(".")[0] for module in LOADED_WITH_MODELS} == set(BASES)
