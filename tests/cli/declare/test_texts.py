"""Encodings, line endings and indentation stay as they are, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import call

MODELS = '''\
"""Models."""
from sqliter.orm import BaseDBModel, ForeignKey

class Author(BaseDBModel):
    name: str = "é"

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
'''
DECLARED = '''\
"""Models."""
from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

class Author(BaseDBModel):
    name: str = "é"

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0
'''


def _converted(before: str, after: str) -> tuple[bytes, bytes]:
    """The text and what it becomes, with one thing replaced by another."""
    return MODELS.replace(before, after).encode(), DECLARED.replace(before, after).encode()


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of the one module in the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "models.py"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(*_converted("", ""), id="plain"),
        pytest.param(*_converted("\n", "\r\n"), id="crlf"),
        pytest.param(*_converted("    ", "\t"), id="tabs"),
        pytest.param(*_converted("    ", "  "), id="two spaces"),
        pytest.param(*_converted("\nclass", "\n\f\nclass"), id="form feeds"),
        pytest.param(MODELS.encode("utf-8-sig"), DECLARED.encode("utf-8-sig"), id="bom"),
        pytest.param(
            f"# coding: latin-1\n{MODELS}".encode("latin-1"),
            f"# coding: latin-1\n{DECLARED}".encode("latin-1"),
            id="latin-1",
        ),
        pytest.param(
            f"#!/usr/bin/env python\n# All rights reserved.\n\n{MODELS}".encode(),
            f"#!/usr/bin/env python\n# All rights reserved.\n\n{DECLARED}".encode(),
            id="header",
        ),
        pytest.param(
            MODELS.removesuffix("\n").encode(),
            DECLARED.removesuffix("\n").encode(),
            id="no newline at the end",
        ),
    ],
)
def test_bytes(models: Path, before: bytes, after: bytes) -> None:
    models.write_bytes(before)
    assert call("declare", "--write").exit_code == 0
    assert models.read_bytes() == after
    assert call("declare", "--check").exit_code == 0


def test_mixed_line_endings(models: Path) -> None:
    models.write_bytes(MODELS.replace("\n", "\r\n", 3).encode())
    call("declare", "--write")
    text = models.read_bytes().decode()
    assert text.replace("\r\n", "\n") == DECLARED
    assert '"""\r\nfrom typing' in text, "lines that were there keep their endings"
    assert 'name: str = "é"\n' in text


def test_a_name_that_the_encoding_has_not(models: Path) -> None:
    authors = (
        b"# coding: latin-1\nfrom sqliter.orm import BaseDBModel\nclass Author(BaseDBModel): ...\n"
    )
    models.with_name("authors.py").write_bytes(authors)
    models.write_text(
        "from sqliter.orm import BaseDBModel, ForeignKey\n"
        "from authors import Author\n"
        "class \u041a\u043d\u0438\u0433\u0430(BaseDBModel):\n"
        "    author: ForeignKey[Author] = ForeignKey(Author, related_name='books')\n",
        encoding="utf-8",
    )
    called = call("declare", "--write")
    assert called.exit_code == 3
    assert "authors.py: skipped: 'latin-1' codec can't encode" in called.stderr
    assert models.with_name("authors.py").read_bytes() == authors
    assert "author_id: int = 0" in models.read_text(encoding="utf-8")
