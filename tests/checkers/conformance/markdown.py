"""Markdown, as the pages need it."""

from collections.abc import Iterable, Iterator, Sequence


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table, a line at a time."""
    yield line(heading)
    yield line(["---"] * len(heading))
    yield from map(line, rows)


def line(cells: Sequence[str]) -> str:
    """Write one row."""
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def code(text: str) -> str:
    """Show text as code, also with backticks of its own."""
    fence = "``" if "`" in text else "`"
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def in_table(text: str) -> str:
    """Keep a cell from ending too early, which it would even in code."""
    return text.replace("|", "\\|")
