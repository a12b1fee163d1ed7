"""zuban: plain text, in mypy's form."""

import re
import sys
from pathlib import Path

from .finding import Finding, run

LINE = re.compile(
    r"(?P<path>[^:]+):(?P<line>\d+): (?P<severity>\w+): (?P<message>.*?)(?:  \[(?P<rule>[\w-]+)\])?"
)
REVEALED = 'Revealed type is "'


def check(project: Path) -> list[Finding]:
    """Run zuban in its own mode, not in the one that imitates mypy."""
    output = run(project, "zuban", "check", "--python-executable", sys.executable, ".")
    findings = []
    for match in map(LINE.fullmatch, output.splitlines()):
        if match is None:
            continue
        message = match["message"]
        revealed = message.startswith(REVEALED)
        if revealed:
            message = message[len(REVEALED) : -1]
        if revealed or match["severity"] == "error":
            rule = match["rule"] or ""
            findings.append(Finding(match["path"], int(match["line"]), message, revealed, rule))
    return findings
