"""What all modules reach through one object, set when the application starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crm.core.registry import Models


class Environment:
    def __init__(self) -> None:
        self.models: Models


env = Environment()
