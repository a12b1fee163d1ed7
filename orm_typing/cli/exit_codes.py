"""What the exit codes mean, the same for all commands."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a script or CI can tell from the code."""

    DONE = 0
    """All is as it should be, or was made so."""
    FINDINGS = 1
    """``--check`` found something to do, or a diagnosis found a fault."""
    REFUSED = 2
    """Wrong usage, or a project that can't be worked on; nothing was changed."""
    SKIPPED = 3
    """All was done but for the files that are named: they could not be read or parsed."""
