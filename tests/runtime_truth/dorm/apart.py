"""djanorm in a process of its own: its registries and settings are one for all of a process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_END = """
import json
print(json.dumps(said))
"""


def said_apart(models: str, code: str, folder: Path) -> Any:
    """What ``code`` puts into ``said``, behind the text of a module ``models``.

    The module is written into ``folder``, and imported from there.
    """
    (folder / "models.py").write_text(models, encoding="utf-8")
    program = folder / "program.py"
    program.write_text(f"from models import *\n{code}{_END}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program.name], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
