"""Which mypy and which Python are supported."""

from __future__ import annotations

import re

OLDEST = (1, 20)
"""The oldest release whose whole test suite passes with the plugin."""
NEWEST = (2, 4)
"""The newest release series that was tested; ``pyproject.toml`` declares the same range."""

OLDEST_PYTHON = (3, 10)
NEWEST_PYTHON = (3, 13)
"""The newest Python that was tested; newer ones are allowed."""


def unsupported(version: str) -> str | None:
    """The line to show at start for a mypy release outside the tested range.

    ``version`` is mypy's own string, such as ``2.4.1`` or ``2.5.0+dev.1234abcd``. Returns ``None``
    when the release is supported or its number can't be read.
    """
    match = re.match(r"(\d+)\.(\d+)", version)
    if match is None:
        return None
    release = (int(match.group(1)), int(match.group(2)))
    if OLDEST <= release <= NEWEST:
        return None
    advice = "upgrade mypy" if release < OLDEST else "upgrade orm-typing, or pin mypy"
    return (
        f"orm_typing supports mypy {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}, "
        f"and this is mypy {version}: {advice}"
    )
