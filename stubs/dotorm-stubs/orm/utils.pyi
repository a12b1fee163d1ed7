from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

_R = TypeVar("_R")

async def execute_maybe_parallel(coroutines: Sequence[Coroutine[Any, Any, _R]]) -> list[_R]: ...
