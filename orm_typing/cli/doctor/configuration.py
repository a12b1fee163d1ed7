"""The configuration: which file mypy reads, and what it says about plugins, settings and cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mypy.options import Options

from orm_typing.cli.config_files import ConfigFile, project_files, read_config
from orm_typing.cli.doctor.finding import Finding, fault, note, ok, warning
from orm_typing.cli.found import shown_path
from orm_typing.cli.hidden_stubs import hiding_sections
from orm_typing.cli.init.plugins import PLUGIN, is_misspelt
from orm_typing.cli.project import ConfigurationError, compiled_pattern
from orm_typing.orms import LIBRARIES
from orm_typing.settings import Settings, SettingsError, read_settings

_INIT = "orm-typing init"


def check_configuration(options: Options, complaints: list[str]) -> Iterator[Finding]:
    """All of it; ``complaints`` are the lines that mypy prints about its configuration."""
    for line in complaints:
        yield warning(f"mypy says: {line}", "mend the configuration")
    read = read_config(Path(options.config_file)) if options.config_file else None
    yield from _check_file(read)
    yield from _check_plugins(read)
    yield from _check_sections(options)
    yield from _check_exclude(options)
    yield from _check_settings(options)
    yield from _check_cache(options)


def _check_file(read: ConfigFile | None) -> Iterator[Finding]:
    if read is None:
        yield fault("there is no configuration file for mypy", _INIT)
        return
    if read.problem is not None:
        yield fault(f"mypy can't read {shown_path(read.path)}: {read.problem}", "mend that file")
    else:
        yield ok(f"mypy reads {shown_path(read.path)}")
    for other in _others(read):
        if other.problem is not None:
            yield warning(
                f"mypy can't read {shown_path(other.path)}: {other.problem}", "mend that file"
            )
        elif other.has_mypy:
            yield warning(
                f"mypy does not read the section for mypy in {shown_path(other.path)}",
                f"move what it says to {shown_path(read.path)}",
            )


def _others(read: ConfigFile) -> Iterator[ConfigFile]:
    """The other files of the folder; those further up are somebody else's.

    None if the user named a file that mypy would not have looked for.
    """
    path = Path(os.path.abspath(read.path))
    files = [file for file in project_files(path.parent) if file.path.parent == path.parent]
    if any(file.path == path for file in files):
        yield from (file for file in files if file.path != path)


def _check_plugins(read: ConfigFile | None) -> Iterator[Finding]:
    if read is None or read.problem is not None:
        return
    plugins = read.plugins or ()
    if PLUGIN in plugins:
        yield ok(f"{PLUGIN} is among the plugins")
        yield from _check_other_plugins(plugins)
        return
    wrong = next((plugin for plugin in plugins if is_misspelt(plugin)), None)
    elsewhere = next((file for file in _others(read) if PLUGIN in (file.plugins or ())), None)
    if wrong is not None:
        yield fault(f"the plugin is called {PLUGIN}, and not {wrong}", _INIT)
    elif elsewhere is not None:
        yield fault(
            f"{PLUGIN} is among the plugins of {shown_path(elsewhere.path)}, which mypy does not "
            f"read, and not of {shown_path(read.path)}",
            _INIT,
        )
    else:
        yield fault(f"{PLUGIN} is not among the plugins of {shown_path(read.path)}", _INIT)


def _check_other_plugins(plugins: tuple[str, ...]) -> Iterator[Finding]:
    """Plugins that answer for the same models: mypy takes the first answer."""
    for library in LIBRARIES:
        names = {library.package.rstrip("."), library.release.distribution}
        words = {name.replace("-", "_").lower() for name in names}
        for plugin in plugins:
            parts = plugin.lower().replace("-", "_").replace("/", ".").split(".")
            if any(word in part for word in words for part in parts):
                yield warning(
                    f"the plugin {plugin} is for {library.name} as well, and mypy takes the "
                    "answer of the first plugin that has one",
                    f"take it out, or put {PLUGIN} before it",
                )


def _check_sections(options: Options) -> Iterator[Finding]:
    for hiding in hiding_sections(options):
        if hiding.hides:
            yield fault(hiding.text, "remove the section")
        else:
            yield note(hiding.text, "remove the section")


def _check_exclude(options: Options) -> Iterator[Finding]:
    for pattern in options.exclude:
        try:
            compiled_pattern(pattern)
        except ConfigurationError as error:
            yield fault(str(error), "correct the pattern")


def _check_settings(options: Options) -> Iterator[Finding]:
    try:
        settings = read_settings(options.config_file)
    except SettingsError as error:
        yield fault(str(error), "see the settings in README.md; mypy stops at this")
        return
    for root in settings.roots:
        if not os.path.isdir(root):
            yield fault(f"the setting roots names {root}, which is no folder", "correct the path")
    if settings != Settings():
        yield ok("the settings are valid")


def _check_cache(options: Options) -> Iterator[Finding]:
    location = os.path.abspath(options.cache_dir)
    if options.cache_dir == os.devnull:
        yield note("mypy keeps no cache, so that it reads all files in each run")
        return
    existing = Path(location)
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        yield warning(
            f"the cache {shown_path(location)} can't be written, so that each run starts anew",
            "make it writable, or set cache_dir to another folder",
        )
    else:
        yield ok(f"the cache is in {shown_path(location)}")
