"""`docs/error-codes.md` knows every code, and what it shows is what mypy prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mypy.errorcodes import ErrorCode

from orm_typing.messages import codes
from orm_typing.messages.failures import internal_error

from .checking import check
from .pages import ERROR_CODES, Said, code_blocks, expected, headings

CODES = {code.code: code for code in codes.ERROR_CODES}
BLOCKS = code_blocks(ERROR_CODES)


def test_every_code_has_a_section() -> None:
    assert headings(ERROR_CODES) == list(CODES)


def test_the_table_lists_every_code() -> None:
    text = ERROR_CODES.read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`([\w-]+)`\]\(#\1\)", text, re.MULTILINE) == list(CODES)


@pytest.mark.parametrize("code", [code for code in CODES.values() if code.sub_code_of is not None])
def test_sub_codes_are_named(code: ErrorCode) -> None:
    assert code.sub_code_of is not None
    section = ERROR_CODES.read_text(encoding="utf-8").partition(f"\n## {code.code}\n")[2]
    assert section.lstrip().startswith(f"A sub-code of `{code.sub_code_of.code}`.")


def test_every_code_is_shown() -> None:
    shown = {
        code
        for block in BLOCKS
        for code in re.findall(r"\[(orm-[\w-]+)\]$", block.text, re.MULTILINE)
    }
    assert shown == set(CODES)


def test_the_examples_give_the_messages_that_the_page_shows(tmp_path: Path) -> None:
    """One run of mypy: each section is a package, each of its blocks a module."""
    wanted: dict[str, list[Said]] = {}
    for block in BLOCKS:
        if block.language == "python":
            section = block.heading.lower().replace(" ", "_").replace("-", "_")
            name = f"{section}/{block.file_name or 'example.py'}"
            assert name not in wanted, f"two blocks for {name}"
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            for folder in path.relative_to(tmp_path).parents:
                if folder.name:
                    (tmp_path / folder / "__init__.py").touch()
            path.write_text(block.text, encoding="utf-8")
            wanted[name] = sorted(expected(block.text))
    (configuration,) = (block.text for block in BLOCKS if block.language == "ini")
    (tmp_path / "mypy.ini").write_text(configuration, encoding="utf-8")
    checked = check(tmp_path, ".")
    assert checked.said == {name: said for name, said in wanted.items() if said}, checked.output


def test_the_internal_note_is_quoted_as_it_is() -> None:
    (shown,) = (block.text.strip() for block in BLOCKS if block.heading == "orm-internal")
    message = internal_error("loading", KeyError("author"))
    assert shown == f"{message.text}  [{message.code.code}]"
