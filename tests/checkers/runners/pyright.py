"""pyright and its fork basedpyright: one JSON document."""

import json
import sys
from pathlib import Path

from .finding import Finding, run


def check_with_pyright(project: Path) -> list[Finding]:
    """Run pyright with its default settings."""
    return parse(run(project, "pyright", "--pythonpath", sys.executable, "--outputjson"), project)


def check_with_basedpyright(project: Path) -> list[Finding]:
    """Run basedpyright with its default settings, which are stricter than pyright's."""
    output = run(project, "basedpyright", "--pythonpath", sys.executable, "--outputjson")
    return parse(output, project)


def parse(output: str, project: Path) -> list[Finding]:
    """Read the document; a revealed type's message is `Type of "<expression>" is "<type>"`."""
    findings = []
    for entry in json.loads(output)["generalDiagnostics"]:
        if entry.get("rule") == "reportMissingModuleSource":
            continue  # stubs of a package that is not installed
        path = Path(entry["file"]).relative_to(project.resolve()).as_posix()
        # What is said of the whole file has no range.
        line = entry["range"]["start"]["line"] + 1 if "range" in entry else 1
        message: str = entry["message"]
        revealed = entry["severity"] == "information" and message.startswith('Type of "')
        if revealed:
            message = message.rpartition('" is "')[2][:-1]
        if revealed or entry["severity"] == "error":
            findings.append(Finding(path, line, message, revealed, entry.get("rule", "")))
    return findings
