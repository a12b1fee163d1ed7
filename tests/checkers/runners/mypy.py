"""mypy, without this project's plugin: a JSON object per line."""

import json
import os
from pathlib import Path

from .finding import Finding, run

REVEALED = 'Revealed type is "'

PYDANTIC = """\
[mypy]
plugins = pydantic.mypy
"""
PYDANTIC_TYPED = f"""{PYDANTIC}
[pydantic-mypy]
init_typed = true
init_forbid_extra = true
"""


def check(project: Path, settings: str = "") -> list[Finding]:
    """Run mypy; `--strict`, so that an `Any` which escapes from the stubs would be reported."""
    config = project / "mypy-settings"
    config.write_text(settings or "[mypy]\n", encoding="utf-8")
    output = run(
        project,
        "mypy",
        "--strict",
        f"--config-file={config}",
        f"--cache-dir={os.devnull}",
        "--output=json",
        ".",
    )
    findings = []
    for text in output.splitlines():
        entry = json.loads(text)
        message: str = entry["message"]
        revealed = message.startswith(REVEALED)
        if revealed:
            message = message[len(REVEALED) : -1]
        if revealed or entry["severity"] == "error":
            findings.append(Finding(entry["file"], entry["line"], message, revealed))
    return findings


def check_with_pydantic(project: Path) -> list[Finding]:
    """Run mypy with pydantic's own plugin, whose constructors take anything by default."""
    return check(project, PYDANTIC)


def check_with_typed_pydantic(project: Path) -> list[Finding]:
    """Run mypy with pydantic's own plugin and the settings that make constructors strict."""
    return check(project, PYDANTIC_TYPED)
