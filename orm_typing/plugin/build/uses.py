"""What a module uses without a type that says so: names of fields, in keywords and strings.

Batch runs learn of it by an indirect dependency, ``TypeChecker.module_refs``; the daemon by the
triggers on which the checked function depends.
"""

from __future__ import annotations

from collections.abc import Iterable

from mypy.checker import TypeChecker
from mypy.nodes import TypeInfo
from mypy.server.trigger import make_trigger

from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.metadata import with_abstract_bases

MARK = "orm_typing@relations"
"""The hidden attribute whose type is a hash of what a class declares."""


def use_fields(project: Project, checker: TypeChecker, info: TypeInfo) -> None:
    """Have the module that is checked depend on the fields of a model that its text names.

    A keyword or a string has no type from which mypy could tell.
    """
    use_classes(project, checker, with_abstract_bases(info))


def use_classes(project: Project, checker: TypeChecker, infos: Iterable[TypeInfo]) -> None:
    """The same for the fields that the bodies of these classes declare."""
    for base in infos:
        use_name(project, checker, base, MARK)


def use_name(project: Project, checker: TypeChecker, info: TypeInfo, name: str) -> None:
    """Have what is checked depend on whether the class has something of that name."""
    checker.module_refs.add(info.module_name)
    use_attribute(project, checker, info.fullname, name)


def use_library(project: Project, checker: TypeChecker, name: str) -> None:
    """Have what is checked depend on whether a library is in the build; ``name`` is one of its."""
    owner, _, last = name.rpartition(".")
    use_attribute(project, checker, owner, last)


def use_attribute(project: Project, checker: TypeChecker, owner: str, name: str) -> None:
    """Have what is checked depend on an attribute that is read under another class's name."""
    if not project.is_lazy:
        checker.tree.plugin_deps.setdefault(make_trigger(f"{owner}.{name}"), set()).add(
            checker.tscope.current_target()
        )
