"""mypy, without a plugin and with some: a JSON object per line."""

import json
import os
from pathlib import Path

from .finding import Finding, run

REVEALED = 'Revealed type is "'

ORM_TYPING = """\
[mypy]
plugins = orm_typing.mypy
"""
PYDANTIC = """\
[mypy]
plugins = pydantic.mypy
"""
PYDANTIC_TYPED = f"""{PYDANTIC}
[pydantic-mypy]
init_typed = true
init_forbid_extra = true
"""


def check(project: Path, name: str = "stubs", settings: str = "[mypy]\n") -> list[Finding]:
    """Run mypy; `--strict`, so that an `Any` which escapes from the stubs would be reported."""
    # Several may run at a time, and other checkers would read a `mypy.ini`.
    config = project / f"{name}.settings"
    config.write_text(settings, encoding="utf-8")
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
            rule = entry["code"] or ""
            findings.append(Finding(entry["file"], entry["line"], message, revealed, rule))
    return findings


def check_with_orm_typing(project: Path) -> list[Finding]:
    """Run mypy with this project's plugin."""
    return check(project, "orm-typing", ORM_TYPING)


def check_with_pydantic(project: Path) -> list[Finding]:
    """Run mypy with pydantic's own plugin, whose constructors take anything by default."""
    return check(project, "pydantic", PYDANTIC)


def check_with_typed_pydantic(project: Path) -> list[Finding]:
    """Run mypy with pydantic's own plugin and the settings that make constructors strict."""
    return check(project, "pydantic-typed", PYDANTIC_TYPED)
