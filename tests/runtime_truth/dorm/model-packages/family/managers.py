"""Managers and querysets; those of one model name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dorm

if TYPE_CHECKING:
    from family.bases import Keeper
    from family.toys import Toy


class CountedManager(dorm.Manager[Any]):
    def large(self) -> int:
        return self.filter(count__gt=3).count()


class ToyManager(dorm.Manager["Toy"]):
    def heavy(self) -> dorm.QuerySet[Toy]:
        return self.filter(weight__gt=3)


class KeeperQuerySet(dorm.QuerySet["Keeper"]):
    def named(self) -> KeeperQuerySet:
        return self.filter(name="x")
