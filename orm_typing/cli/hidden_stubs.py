"""Sections of mypy's configuration that take an ORM's stubs away, or would hide their absence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mypy.options import Options

from orm_typing.orms import LIBRARIES


@dataclass(frozen=True)
class Hiding:
    """A section about the modules of an ORM."""

    pattern: str
    """As the section names them: ``sqliter.*``."""
    package: str
    hides: bool
    """Whether mypy takes all of it for ``Any``; else it would not say that stubs are missing."""

    @property
    def text(self) -> str:
        """What is the matter."""
        if self.hides:
            return (
                f"the section for {self.pattern} says follow_imports = skip and "
                f"follow_imports_for_stubs: mypy takes all of {self.package} for Any"
            )
        return (
            f"the section for {self.pattern} says ignore_missing_imports, which is not needed any "
            f"more: were the stubs of {self.package} missing, mypy would not say so"
        )


def hiding_sections(options: Options) -> Iterator[Hiding]:
    """The sections that name the package of an ORM."""
    for pattern, values in options.per_module_options.items():
        package = pattern.partition(".")[0]
        if package not in packages():
            continue
        follows = values.get("follow_imports", options.follow_imports)
        for_stubs = values.get("follow_imports_for_stubs", options.follow_imports_for_stubs)
        if follows in ("skip", "error") and for_stubs:
            yield Hiding(pattern, package, hides=True)
        elif values.get("ignore_missing_imports"):
            yield Hiding(pattern, package, hides=False)


def packages() -> tuple[str, ...]:
    """The packages for which there are stubs."""
    return tuple(library.package.rstrip(".") for library in LIBRARIES)
