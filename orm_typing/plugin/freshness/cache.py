"""The same answer from a cold run, a warm one and a daemon.

mypy finishes and caches ``authors.py`` before it looks at ``books.py``, which declares what appears
on ``Author``. Three things make the cache notice:

* *data*: the relations onto a module's classes are part of its configuration data. mypy compares
  it on every run (``mypy.build.find_cache_meta``) and adds it to the module's interface hash
  (``mypy.build.write_cache``), so that the module and its users are checked again.
* *dependencies*: the module that declares a relation becomes a dependency of its target's module,
  so that both are loaded, and analysed together.
* *the daemon* compares names and types instead: see :mod:`orm_typing.plugin.freshness.daemon`.

A module whose dependencies alone are stale keeps its cached ones, so whatever changes a module's
extra dependencies is in its data as well.
"""

from __future__ import annotations

from mypy.nodes import MypyFile

from orm_typing.orms import ORMS
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.models.declarations import index_dependent_problems
from orm_typing.plugin.models.targets import names_target
from orm_typing.relations.index import ProjectIndex

Dependency = tuple[int, str, int]

PRIORITY = 29
"""Weaker than every real import (``mypy.build.PRI_MYPY``), yet not indirect (30): it is loaded."""

PRIVATE_LINE = -77
"""Where mypy reports problems of a dependency that the user did not write."""

_SILENCED = ["import-not-found", "import-untyped", "import", "misc", "unused-ignore"]

_IMPLICIT_MODULES = {
    module: implied for orm in ORMS for module, implied in orm.implicit_modules.items()
}


def configuration_data(project: Project, module: str, path: str) -> object:
    """All that relations contribute to one module; ``None`` for most."""
    index = project.index_of(module, path)
    if index is None:
        return None
    used = project.accessors_used_in(module, path)
    into = index.into_module(module)
    onto = [relation.key for relation in into]
    declared = [relation.key for relation in index.declared_in_module(module)]
    broken = index.broken_sources_into(module)
    # What concerns each module of the project, whatever it declares.
    common = {
        name: sorted(said)
        for name, said in (
            ("lookups", project.own_lookups),
            ("packages", index.packages),
            ("announced", index.announced if index.packages else ()),
        )
        if said
    }
    if not onto and not declared and not broken and not used:
        return common or None
    return {
        **common,
        "onto": sorted(onto),
        "declared": sorted(declared),
        "broken": sorted(broken),
        "used": sorted(relation.key for relation in used),
        # mypy compares a module's own options; these are the options of others.
        "withheld": sorted(
            {
                relation.source_module
                for relation in (*into, *used)
                if not project.may_load(relation.source_module, module)
            }
        ),
        "problems": sorted(index_dependent_problems(index, module)),
    }


def additional_dependencies(project: Project, file: MypyFile) -> list[Dependency]:
    """The modules that must be loaded for the attributes of this module's classes."""
    implied = implied_dependencies(file)
    if implied:
        return implied
    index = project.index_of(file.fullname, file.path)
    if index is None:
        return []
    if project.is_lazy:
        used = project.accessors_used_in(file.fullname, file.path)
        wanted = {relation.source_module for relation in used}
        wanted.update(index.broken_sources_into(file.fullname))
    else:
        wanted = source_modules(index, file.fullname)
    return silent_dependencies(project, file, wanted | named_targets(index, file.fullname))


def implied_dependencies(file: MypyFile) -> list[Dependency]:
    """The modules of an ORM that must be loaded with this one, for the types that we name."""
    return [(PRIORITY, module, -1) for module in _IMPLICIT_MODULES.get(file.fullname, ())]


def named_targets(index: ProjectIndex, module: str) -> set[str]:
    """The modules of the classes that this module's relations name by strings, without imports."""
    return {
        relation.target_module
        for relation in index.declared_in_module(module)
        if relation.target_module is not None and names_target(relation)
    }


def source_modules(index: ProjectIndex, module: str) -> set[str]:
    """The modules with relations onto this module's classes, also those that can't be parsed."""
    return set(index.source_modules_of(module)) | set(index.broken_sources_into(module))


def silent_dependencies(project: Project, file: MypyFile, modules: set[str]) -> list[Dependency]:
    """Dependencies on ``modules`` about which mypy reports nothing in this file.

    An error at a line that ignores its code is dropped; "unused-ignore" keeps mypy from reporting
    the ignore itself, also in parallel workers, which know ``ignored_lines`` only.
    """
    wanted = sorted(
        module
        for module in modules
        if module != file.fullname and project.may_load(module, file.fullname)
    )
    if wanted:
        file.ignored_lines[PRIVATE_LINE] = list(_SILENCED)
    return [(PRIORITY, module, PRIVATE_LINE) for module in wanted]
