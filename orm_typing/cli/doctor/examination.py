"""All checks together, each as far as those before it allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orm_typing.cli.doctor.configuration import check_configuration
from orm_typing.cli.doctor.environment import (
    check_packages,
    check_tools,
    read_environment,
)
from orm_typing.cli.doctor.finding import Finding, Level, fault, note
from orm_typing.cli.doctor.source import check_source
from orm_typing.cli.doctor.stubs import check_stubs
from orm_typing.cli.found import Found, find_all, included_files, orm_of_model
from orm_typing.cli.project import (
    ConfigurationError,
    OwnSourceError,
    open_project,
    read_configuration,
)
from orm_typing.orms import LIBRARIES, ORMS, Library


@dataclass(frozen=True)
class Section:
    """The findings about one subject."""

    title: str
    findings: tuple[Finding, ...]


def examine(config_file: Path | None) -> Iterator[Section]:
    """Look at everything, from the working directory."""
    yield Section("Tools", tuple(check_tools()))
    try:
        options, complaints = read_configuration(config_file)
    except ConfigurationError as error:
        yield Section("Configuration", (fault(str(error), "mend the configuration of mypy"),))
        return
    configuration = tuple(check_configuration(options, complaints))
    yield Section("Configuration", configuration)
    folder = Path.cwd()
    try:
        environment = read_environment(options)
    except ConfigurationError as error:
        yield Section("Environment", (fault(str(error), "correct python_executable"),))
        return
    try:
        project = open_project(config_file)
    except ConfigurationError:
        return  # a wrong setting, of which the last section speaks
    try:
        project.refuse_own_library(included_files(project, folder))
    except OwnSourceError as said:
        yield Section("Source", (note(str(said)),))
        return
    found = find_all(project, folder)
    used = _used(found)
    yield Section("Environment", tuple(check_packages(environment, used)))
    looked_at = [
        library
        for library in (LIBRARIES if environment.python else ())
        if library in used or environment.version(library.release.distribution)
    ]
    stubs = tuple(check_stubs(options, environment, looked_at, found.roots))
    yield Section("Stubs", stubs)
    yield Section("Source", tuple(check_source(project, found, folder)))


def _used(found: Found) -> list[Library]:
    return [orm for orm in ORMS if any(orm_of_model(model) is orm for model in found.models)]


def count(sections: list[Section], level: Level) -> int:
    """How many findings of that level there are."""
    return sum(one.level is level for section in sections for one in section.findings)
