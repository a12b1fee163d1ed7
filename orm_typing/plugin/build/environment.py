"""What is installed in the environment that mypy checks."""

from __future__ import annotations

import os
from importlib.util import find_spec

from mypy.modulefinder import get_search_dirs
from mypy.options import Options


def has_inflect(options: Options) -> bool:
    """Whether ``inflect`` can be imported there, found without importing it."""
    if options.python_executable is None:
        return find_spec("inflect") is not None
    egg_dirs, site_packages = get_search_dirs(options.python_executable)
    return any(
        os.path.isdir(os.path.join(folder, "inflect")) for folder in (*egg_dirs, *site_packages)
    )
