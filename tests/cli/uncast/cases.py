"""The pages in ``topics``: each heading is a case with the code before and after.

A case with a single block is one in which nothing changes. A comment ``# stays: reason`` is at what
stays, or above it, with the reason that the command gives; ``...`` stands for the end of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOPICS = Path(__file__).with_name("topics")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STAYS = re.compile(r"^(?P<code>.*)# stays: (?P<reason>.+?)(?:\.\.\.)?$")


@dataclass(frozen=True)
class Case:
    """A piece of code before and after."""

    name: str
    """As the name of a module."""
    before: str
    after: str

    @property
    def stays(self) -> list[tuple[int, str]]:
        """The lines of the code before at which something stays, with how the reason begins."""
        return [
            (number if match["code"].strip() else number + 1, match["reason"])
            for number, line in enumerate(self.before.splitlines(), 1)
            if (match := _STAYS.match(line))
        ]


def cases() -> Iterator[Case]:
    """All cases of all pages."""
    for page in sorted(TOPICS.glob("*.md")):
        _, *parts = _HEADING.split(page.read_text(encoding="utf-8"))
        for title, text in zip(parts[::2], parts[1::2], strict=True):
            name = f"{page.stem}_{re.sub('[^a-z]+', '_', title.lower())}"
            yield from _cases_of(name, _BLOCK.findall(text))


def _cases_of(name: str, blocks: list[str]) -> Iterator[Case]:
    if len(blocks) == 2 and blocks[0] != blocks[1] and not _is_unchanged(blocks):
        yield Case(name, *blocks)
        return
    for number, block in enumerate(blocks, 1):
        yield Case(f"{name}_{number}", block, block)


def _is_unchanged(blocks: list[str]) -> bool:
    """Whether the blocks are two cases, in which everything stays."""
    return all("does not check this code" in block for block in blocks)
