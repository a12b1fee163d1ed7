"""pyrefly: one JSON document."""

import json
import sys
from pathlib import Path

from .finding import Finding, run

REVEALED = "revealed type: "


def check(project: Path) -> list[Finding]:
    """Run pyrefly; without a preset or a configuration it would report nothing."""
    output = run(
        project,
        "pyrefly",
        "check",
        "--preset=default",
        "--min-severity=info",
        "--output-format=json",
        "--python-interpreter-path",
        sys.executable,
    )
    findings = []
    for entry in json.loads(output)["errors"]:
        message: str = entry["description"]
        revealed = entry["name"] == "reveal-type"
        if revealed:
            message = message[len(REVEALED) :]
        if revealed or entry["severity"] == "error":
            path, line, rule = entry["path"], entry["line"], entry["name"]
            findings.append(Finding(path, line, message, revealed, rule))
    return findings
