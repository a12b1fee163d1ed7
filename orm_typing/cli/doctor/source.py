"""The source: what was found in it, and what can't be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from orm_typing.cli.console import number
from orm_typing.cli.doctor.finding import Finding, note, ok, warning
from orm_typing.cli.found import Found, is_excluded, library_name, shown_path
from orm_typing.cli.graph.picture import draw
from orm_typing.cli.project import UserProject
from orm_typing.cli.source_files import NEWER_PYTHON, lost_places, python_files
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.files import read_bytes
from orm_typing.relations.scan import read_source

_SHOWN = 3


def check_source(project: UserProject, found: Found, folder: Path) -> Iterator[Finding]:
    """What the files say."""
    yield from _counts(project, found)
    for path in found.broken_files:
        places = lost_places(path)
        if places:
            yield warning(
                f"{shown_path(path)} can't be parsed at {places}, so that relations there are not "
                "known",
                f"mend the error that Python reports; {NEWER_PYTHON}",
            )
        else:
            yield warning(
                f"{shown_path(path)} can't be read, so that its relations are not known",
                "let the file be readable for you",
            )
    for relation in found.relations:
        yield from _check_relation(found, relation)
    yield from _check_excluded(project, folder)


def _counts(project: UserProject, found: Found) -> Iterator[Finding]:
    if not found.models:
        yield warning(
            f"no models were found in {number(found.file_count, 'Python file')}",
            "run this where mypy runs, or name more folders in mypy_path or the setting roots",
        )
    owners = {model.full_name: library_name(model) for model in found.models}
    arrows = Counter(owners.get(arrow.source) for arrow in draw(found).arrows)
    for name in dict.fromkeys(owners.values()):
        files = {model.path for model in found.models if owners[model.full_name] == name}
        models = sum(owner == name for owner in owners.values())
        yield ok(
            f"{name}: {number(models, 'model')} in {number(len(files), 'file')}, "
            f"{number(arrows[name], 'relation')}"
        )
    if project.folder != Path.cwd():
        yield note(
            f"relations are looked for below {Path.cwd()}, where this runs; the configuration is "
            f"in {project.folder}",
            "run mypy and this command there, if models are missing",
        )


def _check_relation(found: Found, relation: RelationField) -> Iterator[Finding]:
    what = f"{found.place(relation)}: {relation.source.rpartition('.')[2]}.{relation.name}"
    if relation.target is None:
        if relation.target_is_string:
            remedy = "name a model that is there, or give the class itself"
        else:
            remedy = "give the class, or a string, as the first argument"
        text = relation.target_text or "an expression"
        yield warning(f"{what} leads to {text}, which is no model that was found", remedy)
    if relation.accessor_is_unknown:
        yield warning(
            f"{what} has a related_name that is no literal, so that its accessor is not known",
            "write the name as a literal, or as a constant of the module",
        )


def _check_excluded(project: UserProject, folder: Path) -> Iterator[Finding]:
    if not project.options.exclude:
        return
    words = {
        name.rpartition(".")[2]
        for constructor in project.declared.vocabulary.constructors
        for name in constructor.full_names
    }
    hidden = [
        shown_path(file)
        for file in python_files([folder], folder)
        if is_excluded(project, file, folder) and _declares(file, words)
    ]
    if hidden:
        shown = ", ".join(hidden[:_SHOWN])
        more = f" and {len(hidden) - _SHOWN} more" if len(hidden) > _SHOWN else ""
        yield warning(
            f"exclude hides {number(len(hidden), 'file')} with relations: {shown}{more}",
            "narrow the pattern, if other models are related to those",
        )


def _declares(file: Path, words: set[str]) -> bool:
    data = read_bytes(str(file)) or b""
    if not any(word.encode() in data for word in words):
        return False
    classes = read_source(data).classes
    return any(call.callee.rpartition(".")[2] in words for one in classes for call in one.calls)
