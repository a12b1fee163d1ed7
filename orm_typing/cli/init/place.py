"""Which file gets the plugin: the one that mypy reads, or a new one that it will read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from orm_typing.cli.config_files import ConfigFile, folders, project_files, read_config, user_files

NEW_FILE = "mypy.ini"
PYPROJECT = "pyproject.toml"


class PlaceError(Exception):
    """There is no file that could be taken without asking; the text says what to do."""


@dataclass(frozen=True)
class Place:
    """The file, as it is now; empty if it is new."""

    file: ConfigFile
    is_new: bool
    ignored: tuple[ConfigFile, ...] = ()
    """Files with a section for mypy that it does not read because of this one."""


def choose(directory: Path) -> Place:
    """The file for the project in a directory. Raises :class:`PlaceError`."""
    passed: list[ConfigFile] = []
    files = list(project_files(directory))
    for file in files:
        if file.problem is not None:
            # mypy goes on to the next file, which is not what the user has in mind.
            raise PlaceError(f"{file.path}: mypy can't read it: {file.problem}")
        if file.counts:
            rest = files[len(passed) + 1 :]
            return Place(file, False, tuple(other for other in rest if other.has_mypy))
        passed.append(file)
    for file in user_files():
        if file.counts:
            raise PlaceError(
                f"{file.path} is what mypy reads here, and in all projects without a file of their "
                f"own. To add the plugin there: orm-typing init --config-file {file.path}. For "
                f"this project alone: orm-typing init --config-file {NEW_FILE}; mypy then reads "
                "that file in place of the other."
            )
    for folder in folders(directory):
        if (folder / PYPROJECT).is_file():
            return Place(read_config(folder / PYPROJECT), False)
    return new_file(directory / NEW_FILE)


def named(path: Path) -> Place:
    """The file that the user names. Raises :class:`PlaceError`."""
    if not path.exists():
        if not path.parent.is_dir():
            raise PlaceError(f"{path}: there is no folder {path.parent}")
        return new_file(path)
    file = read_config(path)
    if file.problem is not None:
        raise PlaceError(f"{path}: mypy can't read it: {file.problem}")
    return Place(file, False)


def new_file(path: Path) -> Place:
    """A file that is yet to be made."""
    return Place(ConfigFile(path, "", False, None), True)
