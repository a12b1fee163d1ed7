"""ty: JSON in GitLab's form, whose severity "major" is an error and "minor" a warning."""

import json
import sys
from pathlib import Path

from .finding import Finding, run

REVEALED = "Revealed type: "


def check(project: Path) -> list[Finding]:
    """Run ty with its default settings."""
    output = run(project, "ty", "check", "--python", sys.prefix, "--output-format", "gitlab")
    findings = []
    for entry in json.loads(output):
        place = entry["location"]
        rule: str = entry["check_name"]
        message: str = entry["description"].removeprefix(f"{rule}: ")
        revealed = rule == "revealed-type"
        if revealed:
            message = message[len(REVEALED) :]
        if revealed or entry["severity"] in {"major", "critical", "blocker"}:
            line = place["positions"]["begin"]["line"]
            findings.append(Finding(place["path"], line, message, revealed, rule))
    return findings
