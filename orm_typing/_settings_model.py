"""The pydantic model behind :mod:`orm_typing.settings`, imported only where settings exist."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class SettingsModel(BaseModel):
    """The keys that a settings section may have."""

    model_config = ConfigDict(extra="forbid")

    roots: list[str] = []
    plurals: Literal["auto", "inflect", "simple"] = "auto"
    lookups: list[str] = []
    extenders: list[str] = []
