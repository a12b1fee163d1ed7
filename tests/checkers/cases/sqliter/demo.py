"""A module that the stubs leave out: the package is partial, so its own annotations count."""

from __future__ import annotations

from sqliter.tui.demos.base import Demo
from typing_extensions import reveal_type


def title(demo: Demo) -> str:
    reveal_type(demo.title)  # R: unstubbed
    return demo.titel  # E: unstubbed-typo
