"""A plugin that makes mypy keep the trees of the modules that it has checked.

With the option for it mypy checks each module in full, also the functions of a library, which it
skips otherwise. But a module has its own copy of the options, made when the module is found. So the
option is set once all are found: when mypy begins to analyse them.
"""

from __future__ import annotations

from mypy.plugin import Plugin


class KeepTrees(Plugin):
    """Has no answers of its own; the hooks tell how far mypy is."""

    def get_customize_class_mro_hook(self, fullname: str) -> None:
        """Mypy analyses a class."""
        self.options.preserve_asts = True

    def get_type_analyze_hook(self, fullname: str) -> None:
        """Mypy analyses a type: an annotation, or that of a cast."""
        self.options.preserve_asts = True

    def get_attribute_hook(self, fullname: str) -> None:
        """Mypy checks an attribute."""
        self.options.preserve_asts = True


def plugin(version: str) -> type[KeepTrees]:
    """The plugin class, which mypy asks for."""
    return KeepTrees
