"""Puts questions to the real library."""

from __future__ import annotations

import ast
import datetime
import decimal
import inspect
import uuid
from typing import Any

import dorm
from dorm import transaction
from dorm.db.connection import get_async_connection

from tests.runtime_truth.dorm.library.render import render
from tests.runtime_truth.dorm.library.rows import Rows
from tests.runtime_truth.dorm.question import Asked
from tests.runtime_truth.question import ABSENT, ERROR, NO_ROWS, OK, union

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_MISTAKES = (NameError, SyntaxError)
"""Of these tests, not of the library."""


class Library:
    """Evaluates the text of questions over the rows of a database."""

    def __init__(self, rows: Rows, package: Any) -> None:
        self.rows = rows
        self.names: dict[str, Any] = {
            package.__name__: package,
            "dorm": dorm,
            "datetime": datetime,
            "decimal": decimal,
            "uuid": uuid,
            "some": rows.some,
            "rows_of": rows.all,
            "keywords": dict,
        }

    async def answer(self, question: Asked) -> str:
        """Give the type that an expression has over all rows, or whether a statement works.

        What it writes is forgotten again.
        """
        if question.waits:
            async with transaction.aatomic() as block:
                # Without it, the end of an inner block would be the end of the transaction.
                await get_async_connection().execute("BEGIN")
                answer = await self._answer(question)
                block.set_rollback(True)
        else:
            with transaction.atomic() as block:
                answer = await self._answer(question)
                block.set_rollback(True)
        return answer

    async def _answer(self, question: Asked) -> str:
        return await (self._act(question) if question.is_act else self._type(question))

    async def _act(self, question: Asked) -> str:
        try:
            await self._run(question.code, self._space_of_act(question))
        except _MISTAKES:
            raise
        except Exception:
            return ERROR
        return OK

    def _space_of_act(self, question: Asked) -> dict[str, Any]:
        space = dict(self.names)
        if question.query:
            space["row"] = self._now(question.query)
        return space

    def _now(self, code: str) -> Any:
        return eval(code, dict(self.names))

    async def _type(self, question: Asked) -> str:
        values: list[Any] = []
        problems: set[str] = set()
        try:
            spaces = await self._spaces(question)
        except _MISTAKES:
            raise
        except Exception as problem:
            return _raised(problem)
        for space in spaces:
            try:
                values.append(await self._run(question.code, space))
            except _MISTAKES:
                raise
            except dorm.DoesNotExist:
                continue  # a row that is not there has no type
            except Exception as problem:
                problems.add(_raised(problem))
        if not values and not problems:
            return NO_ROWS
        return union([*problems, *([render(values)] if values else [])])

    async def _spaces(self, question: Asked) -> list[dict[str, Any]]:
        """Give the names for each time that the code is to be evaluated."""
        if question.query:
            rows = await self._run(question.query, dict(self.names))
            return [{**self.names, "row": row} for row in rows]
        if "PK" in question.code:
            model = self._now(question.model)
            existing = self.rows.keys[model][0]
            return [{**self.names, "PK": key} for key in (existing, _missing(existing))]
        return [dict(self.names)]

    @staticmethod
    async def _run(code: str, space: dict[str, Any]) -> Any:
        try:
            compiled = compile(code, "<question>", "eval", flags=_FLAGS)
        except SyntaxError:
            compiled = compile(code, "<question>", "exec", flags=_FLAGS)
        value = eval(compiled, space)
        return await value if compiled.co_flags & inspect.CO_COROUTINE else value


def _missing(existing: Any) -> Any:
    """Give a key that no row has."""
    if isinstance(existing, tuple):
        return (-1, -1)
    return uuid.UUID(int=1) if isinstance(existing, uuid.UUID) else -1


def _raised(problem: Exception) -> str:
    return ABSENT if isinstance(problem, AttributeError) else f"raises {type(problem).__name__}"
