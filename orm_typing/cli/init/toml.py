"""The plugin in a TOML file, with its comments and its layout kept by ``tomlkit``."""

from __future__ import annotations

import re
import sys
from typing import Any, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, String

from orm_typing.cli.config_files import newline_of, toml_plugins, toml_values
from orm_typing.cli.init.plugins import PLUGIN, Edit, EditError

if sys.version_info >= (3, 11):
    from tomllib import TOMLDecodeError
else:
    from tomli import TOMLDecodeError

_HEADER = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*mypy[ \t]*\][^\n]*(\n|\Z)", re.MULTILINE)


def with_plugin(text: str, edit: Edit) -> str:
    """The text with another list of plugins. Raises :class:`EditError`."""
    newline = newline_of(text)
    try:
        edited = _edited(text, edit)
        # What tomlkit adds has plain line feeds.
        edited = edited.replace("\r\n", "\n").replace("\n", newline)
        _verify(text, edited, edit)
    except (TOMLKitError, TOMLDecodeError, AttributeError, KeyError, TypeError) as error:
        raise EditError(f"it is written in a way that is not understood ({error})") from error
    return edited


def _edited(text: str, edit: Edit) -> str:
    document: Any = tomlkit.parse(text)
    tool: Any = document.get("tool", {})
    if "mypy" not in tool:
        return _with_section(text)
    if "plugins" not in tool["mypy"]:
        return _with_key(text, document)
    plugins: Any = tool["mypy"]["plugins"]
    found = toml_plugins(plugins.unwrap())
    if isinstance(plugins, String):
        names = ", ".join(edit.applied(found))
        is_literal = plugins.as_string().startswith("'")
        tool["mypy"]["plugins"] = tomlkit.string(names, literal=is_literal)
    elif not isinstance(plugins, Array):
        raise EditError("tool.mypy.plugins is neither an array nor a string")
    elif edit.replaced is None:
        cast("list[str]", plugins).append(PLUGIN)
    else:
        cast("list[str]", plugins)[found.index(edit.replaced)] = PLUGIN
    return tomlkit.dumps(document)


def _with_section(text: str) -> str:
    if text and not text.endswith("\n"):
        text += "\n"
    separator = "\n" if text else ""
    return f'{text}{separator}[tool.mypy]\nplugins = ["{PLUGIN}"]\n'


def _with_key(text: str, document: Any) -> str:
    # tomlkit puts a new key behind the last one, which may be below a table of overrides.
    header = _HEADER.search(text)
    if header is None:
        document["tool"]["mypy"]["plugins"] = [PLUGIN]
        return tomlkit.dumps(document)
    end = header.end()
    newline = "" if header[1] else "\n"
    return f'{text[:end]}{newline}plugins = ["{PLUGIN}"]\n{text[end:]}'


def _verify(before: str, after: str, edit: Edit) -> None:
    old, new = toml_values(before), toml_values(after)
    old_mypy, new_mypy = _mypy_table(old), _mypy_table(new)
    plugins = toml_plugins(old_mypy.pop("plugins", []))
    if toml_plugins(new_mypy.pop("plugins")) != edit.applied(plugins):
        raise EditError("its list of plugins is written in a way that is not understood")
    if old != new:
        raise EditError("the edit would change more than the list of plugins")


def _mypy_table(values: dict[str, object]) -> dict[str, object]:
    tool = cast("dict[str, object]", values.setdefault("tool", {}))
    return cast("dict[str, object]", tool.setdefault("mypy", {}))
