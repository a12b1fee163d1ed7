"""What is shown can be used: diffs are patches, and no character is too much for the output."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from orm_typing.cli.console import print_diff
from tests.cli.test_start import run


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("a = 1\nb = 2\n", id="plain"),
        pytest.param("a = 1\r\nb = 2\r\n", id="crlf"),
        pytest.param("a = 1\nb = 2", id="no newline at the end"),
        pytest.param("class A:\n\ta: int\n", id="tabs"),
        pytest.param("a = 1\n\f\nb = 2\n", id="form feeds"),
        pytest.param('a = "x\u2028y"\nb = "\x0b"\n', id="other line ends"),
        pytest.param("a = 1  # [bold] :smile:\n", id="markup"),
    ],
)
def test_a_diff_has_every_character(before: str) -> None:
    after = f"import b\n{before}"
    output = io.StringIO()
    print_diff(Console(file=output, width=10), "a.py", before, after)
    lines = output.getvalue().replace("\n\\ No newline at end of file\n", "").split("\n")
    hunk = lines[3:] if lines[-1] else lines[3:-1]
    end = "\n" if before.endswith("\n") else ""
    assert "\n".join(line[1:] for line in hunk if line[0] in " -") + end == before
    assert "\n".join(line[1:] for line in hunk if line[0] in " +") + end == after


def test_a_terminal_gets_colours() -> None:
    output = io.StringIO()
    console = Console(file=output, force_terminal=True, color_system="standard")
    print_diff(console, "a.py", "a = 1\n", "a = 2\n")
    assert "\x1b[32m+a = 2\x1b[0m" in output.getvalue()


def test_the_output_has_no_such_characters() -> None:
    program = (
        "import io; from rich.console import Console\n"
        "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='ascii')\n"
        "sys.stdout.reconfigure(line_buffering=True)\n"
        "import orm_typing.cli.app as app, click\n"
        "app.orm_typing = lambda prog_name: print('caf\\u00e9')"
    )
    result = run(before=program)
    assert result.stderr == ""
    assert result.stdout == "caf\\xe9\n"
