"""Mypy's configuration files: which there are, which one mypy reads, and its list of plugins.

mypy takes the first file of a fixed order that it can parse and that has something for it, in the
working directory or above, up to the root of the repository; then the user's own
(``mypy.config_parser._find_config_file``). Only one file counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from configparser import Error as ConfigParserError
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from mypy import defaults

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_REPOSITORY_MARKS = (".git", ".hg")


@dataclass(frozen=True)
class ConfigFile:
    """A file that mypy looks at."""

    path: Path
    text: str
    """With its own line endings."""
    has_mypy: bool
    """Whether it has a section for mypy."""
    plugins: tuple[str, ...] | None
    """What mypy would load; ``None`` without such a key."""
    problem: str | None = None
    """Why mypy can't parse it. mypy says so, and goes on to the next file."""

    @property
    def is_toml(self) -> bool:
        """Whether it is written in TOML."""
        return is_toml(self.path)

    @property
    def is_shared(self) -> bool:
        """Whether other tools keep their configuration there, too."""
        return self.path.name in defaults.SHARED_CONFIG_NAMES

    @property
    def counts(self) -> bool:
        """Whether mypy stops its search here."""
        return self.problem is None and (self.has_mypy or not self.is_shared)


def is_toml(path: Path) -> bool:
    """Whether mypy reads a file of that name as TOML."""
    return path.name.lower().endswith(".toml")


def project_files(directory: Path) -> Iterator[ConfigFile]:
    """The files of the project that are there, in mypy's order."""
    for folder in folders(directory):
        for name in (*defaults.CONFIG_NAMES, *defaults.SHARED_CONFIG_NAMES):
            if (folder / name).is_file():
                yield read_config(folder / name)


def user_files() -> Iterator[ConfigFile]:
    """The files that count for all projects of the user that have none of their own."""
    for name in defaults.USER_CONFIG_FILES:
        if os.path.isfile(name):
            yield read_config(Path(name))


def folders(directory: Path) -> Iterator[Path]:
    """The directory and those above it, up to the root of its repository."""
    directory = Path(os.path.abspath(directory))
    for folder in (directory, *directory.parents):
        yield folder
        if any((folder / mark).exists() for mark in _REPOSITORY_MARKS):
            return


def read_config(path: Path) -> ConfigFile:
    """One file, with what it says about plugins."""
    try:
        # Not `Path.read_text`, which changes line endings.
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return ConfigFile(path, "", False, None, str(error))
    try:
        return _read_toml(path, text) if is_toml(path) else _read_ini(path, text)
    except (ConfigParserError, tomllib.TOMLDecodeError) as error:
        return ConfigFile(path, text, False, None, str(error))


def toml_values(text: str) -> dict[str, object]:
    """What a TOML file says. Raises ``tomllib.TOMLDecodeError``."""
    return tomllib.loads(text.replace("\r\n", "\n"))


def ini_values(text: str) -> dict[str, dict[str, str]]:
    """What an ini file says, as mypy reads it. Raises ``configparser.Error``."""
    parser = RawConfigParser()
    parser.read_string(text.replace("\r\n", "\n").replace("\r", "\n"))
    return {name: dict(parser.items(name)) for name in parser.sections()}


def _read_toml(path: Path, text: str) -> ConfigFile:
    tool = toml_values(text).get("tool")
    mypy = cast("Mapping[str, object]", tool).get("mypy") if isinstance(tool, Mapping) else None
    if not isinstance(mypy, Mapping):
        return ConfigFile(path, text, False, None)
    value = cast("Mapping[str, object]", mypy).get("plugins")
    return ConfigFile(path, text, True, None if value is None else toml_plugins(value))


def _read_ini(path: Path, text: str) -> ConfigFile:
    values = ini_values(text)
    value = values.get("mypy", {}).get("plugins")
    return ConfigFile(
        path, text, "mypy" in values, None if value is None else tuple(ini_plugins(value))
    )


def toml_plugins(value: object) -> tuple[str, ...]:
    """As mypy takes them from TOML: an array, or a text with commas."""
    if isinstance(value, str):
        return tuple(ini_plugins(value))
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(item.strip() for item in items if isinstance(item, str))


def ini_plugins(value: str) -> list[str]:
    """As mypy takes them from an ini file: with commas between them, whatever the lines."""
    items = value.split(",")
    if items[-1].strip() == "":
        items.pop()
    return [item.strip() for item in items]


def newline_of(text: str) -> str:
    """The line ending of a file."""
    return "\r\n" if "\r\n" in text else "\n"
