"""One run of mypy in a process of its own, with what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""``ru_maxrss`` is in bytes on macOS and in KiB elsewhere."""
_CRASH_MARKS = ("INTERNAL ERROR", "Traceback (most recent call last)")


class RunFailedError(Exception):
    """Mypy crashed or refused to work: there is nothing to measure."""


@dataclass(frozen=True)
class Sample:
    """What one run took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time; they suffer less from other programs than ``wall`` does."""
    peak_kib: float
    """The largest resident set of the process."""
    errors: int
    first_error: str


def run_mypy(config: Path, cache: Path, folder: Path, targets: tuple[str, ...]) -> Sample:
    """Run mypy in ``folder``. Errors that it finds are no failure."""
    command = [sys.executable, "-m", "mypy", "--config-file", str(config)]
    command += ["--cache-dir", str(cache), *targets]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MYPY")}
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        # `Popen.wait` would throw away the usage of resources.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode not in (0, 1) or any(mark in text for mark in _CRASH_MARKS):
        tail = "\n".join(text.splitlines()[-20:])
        raise RunFailedError(f"exit code {process.returncode} from {' '.join(command)}\n{tail}")
    errors = [line for line in text.splitlines() if ": error: " in line]
    return Sample(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak_kib=usage.ru_maxrss * _KIB_PER_UNIT,
        errors=len(errors),
        first_error=errors[0] if errors else "",
    )
