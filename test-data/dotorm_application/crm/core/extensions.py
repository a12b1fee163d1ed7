"""`@extend(Model)`: a module adds fields and methods to a model of another module."""

from collections.abc import Callable
from typing import TypeVar

from dotorm import DotModel, Selection

_T = TypeVar("_T")


def extend(model: type[DotModel]) -> Callable[[type[_T]], type[_T]]:
    """Copy what a class defines onto a model; `selection_add` adds to the options there are."""

    def decorate(extension: type[_T]) -> type[_T]:
        for name, value in vars(extension).items():
            if name.startswith("__"):
                continue
            present = getattr(model, name, None)
            if isinstance(value, Selection) and value.is_selection_add():
                if isinstance(present, Selection):
                    present.add_options(value._selection_add)
                continue
            setattr(model, name, value)
        return extension

    return decorate
