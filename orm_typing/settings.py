"""The settings: ``[tool.orm_typing]`` of pyproject.toml, ``[orm_typing]`` of an ini file.

Without such a section pydantic is not imported: most users have none, and start-up time counts.
"""

from __future__ import annotations

import sys
from configparser import ConfigParser
from configparser import Error as ConfigParserError
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

SECTION = "orm_typing"


class SettingsError(Exception):
    """A setting is unknown or has a wrong value; the text names file and key."""


class Settings(NamedTuple):
    """What a user may choose.

    ``roots`` are more import roots whose relations belong to the project, beside the root of each
    checked file and the entries of ``mypy_path``; relative ones start at the configuration file.
    ``plurals`` chooses how default accessors are named: ``auto`` asks whether ``inflect`` is
    installed in the environment that mypy checks, ``inflect`` and ``simple`` say so.
    ``extenders`` are the full names of the project's decorators by which a module adds attributes
    to a model of another.
    ``lookups`` are names that the project registers, to stand at the end of query keywords.
    """

    roots: tuple[str, ...] = ()
    plurals: Literal["auto", "inflect", "simple"] = "auto"
    lookups: tuple[str, ...] = ()
    extenders: tuple[str, ...] = ()


def read_settings(config_file: str | None) -> Settings:
    """Settings from the configuration file that mypy uses.

    Raises :class:`SettingsError` for an unknown key or a wrong value.
    """
    if config_file is None:
        return Settings()
    path = Path(config_file)
    section = _read_toml(path) if path.suffix == ".toml" else _read_ini(path)
    if section is None:
        return Settings()
    return _validated(section, path)


def _read_toml(path: Path) -> dict[str, Any] | None:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if SECTION not in text:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        section: object = tomllib.loads(text).get("tool", {}).get(SECTION)
    except tomllib.TOMLDecodeError:
        return None  # mypy reports it
    if section is None:
        return None
    if not isinstance(section, dict):
        raise SettingsError(f"{path}: [tool.{SECTION}] must be a table")
    return cast("dict[str, Any]", section)


def _read_ini(path: Path) -> dict[str, Any] | None:
    parser = ConfigParser()
    try:
        parser.read(path, encoding="utf-8")
    except (ConfigParserError, UnicodeDecodeError):
        return None  # mypy reports it
    if not parser.has_section(SECTION):
        return None
    inherited = parser.defaults()  # a [DEFAULT] section is somebody else's
    section: dict[str, Any] = {
        key: value for key, value in parser.items(SECTION, raw=True) if key not in inherited
    }
    for key in {"roots", "lookups", "extenders"} & section.keys():
        section[key] = [
            part.strip() for part in section[key].replace("\n", ",").split(",") if part.strip()
        ]
    return section


def _validated(section: dict[str, Any], path: Path) -> Settings:
    from pydantic import ValidationError

    from orm_typing._settings_model import SettingsModel

    try:
        model = SettingsModel.model_validate(section)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = ", ".join(sorted(SettingsModel.model_fields))
        reason = (
            f"unknown key; the keys are {known}"
            if first["type"] == "extra_forbidden"
            else first["msg"]
        )
        raise SettingsError(f"{path}: {SECTION}.{key}: {reason}") from None
    folder = path.resolve().parent
    return Settings(
        roots=tuple(str((folder / root).resolve()) for root in model.roots),
        plurals=model.plurals,
        lookups=tuple(model.lookups),
        extenders=tuple(model.extenders),
    )
