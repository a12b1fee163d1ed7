"""Puts questions to the real library."""

from __future__ import annotations

import ast
import inspect
import re
from functools import cache
from types import CodeType
from typing import Any

from tests.runtime_truth.library.render import render
from tests.runtime_truth.library.rows import Rows
from tests.runtime_truth.question import ABSENT, ERROR, NO_ROWS, OK, Question, union

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_NO_SUCH_KEY = -1
_MISTAKES = (NameError, SyntaxError)
"""Of these tests, not of the library."""

_WANTED = re.compile(r"\bsome\(([\w.]+)\)")


class Library:
    """Evaluates the text of questions over the rows of a database."""

    def __init__(self, rows: Rows, package: Any) -> None:
        self.rows = rows
        self._known_rows: dict[tuple[str, str], list[Any]] = {}
        self.names: dict[str, Any] = {
            package.__name__: package,
            "db": rows.db,
            "async_db": rows.async_db,
            "some": rows.some,
            "copied": _copied,
            "keywords": dict,
        }

    async def answer(self, question: Question) -> str:
        """Give the type that an expression has over all rows, or whether a statement works."""
        if not self._has_rows(question):
            return NO_ROWS
        if question.is_act:
            return await self._act(question)
        return await self._type(question)

    async def _act(self, question: Question) -> str:
        space = dict(self.names)
        if question.query:
            # A row of its own: the statement may change it.
            example = self.rows.some(self._model(question))
            wait = "await " if question.is_async else ""
            code = f"{wait}{question.query}.filter(pk={example.pk}).fetch_one()"
            space["row"] = await self._evaluate(code, space)
        try:
            exec(compile(question.code, "<question>", "exec"), space)
        except _MISTAKES:
            raise
        except Exception:
            return ERROR
        return OK

    async def _type(self, question: Question) -> str:
        values: list[Any] = []
        problems: set[str] = set()
        try:
            spaces = await self._spaces(question)
        except _MISTAKES:
            raise
        except Exception as problem:
            return _raised(problem)
        for start in spaces:
            space = dict(start)
            try:
                if await self._walk(question, space):
                    values.append(await self._evaluate(question.code, space))
            except _MISTAKES:
                raise
            except Exception as problem:
                problems.add(_raised(problem))
        if not values and not problems:
            return NO_ROWS
        return union([*problems, *([render(values)] if values else [])])

    async def _walk(self, question: Question, space: dict[str, Any]) -> bool:
        """Take the steps; whether they lead anywhere."""
        for step in question.steps:
            space["it"] = await self._evaluate(step, space)
            if space["it"] is None:
                return False
        return True

    async def _spaces(self, question: Question) -> list[dict[str, Any]]:
        """Give the names for each time that the code is to be evaluated."""
        if not question.query:
            return [{**self.names, "PK": key} for key in self._keys(question)]
        rows = await self._fetched(question)
        if question.label == "fetch":
            # Copies that know no database: their lazy loaders have nothing to fetch.
            rows = rows + [_copied(row) for row in rows]
        return [{**self.names, "row": row} for row in rows]

    async def _fetched(self, question: Question) -> list[Any]:
        """Give the rows of a query; questions about types share them, for they change nothing."""
        key = (question.query, question.fetch)
        if key not in self._known_rows:
            wait = "await " if question.is_async else ""
            code = f"{wait}{question.query}.{question.fetch}()"
            if question.fetch == "fetch_all":
                rows = await self._evaluate(code, self.names)
            else:
                spaces = [{**self.names, "PK": pk} for pk in self._keys(question)]
                rows = [await self._evaluate(code, space) for space in spaces]
            self._known_rows[key] = [row for row in rows if row is not None]
        return self._known_rows[key]

    def _keys(self, question: Question) -> list[int]:
        """Give keys of rows of every kind and one that no row has, if the question varies them."""
        varied = "PK" in question.code + question.query
        keys = self.rows.varied[self._model(question)] if varied else []
        return [*keys, _NO_SUCH_KEY]

    def _has_rows(self, question: Question) -> bool:
        """Whether there is a row of each model of which the question wants one."""
        wanted = [eval(name, self.names) for name in _WANTED.findall(question.code)]
        if question.query:
            wanted.append(self._model(question))
        return all(model in self.rows.examples for model in wanted)

    def _model(self, question: Question) -> Any:
        return eval(question.model, self.names)

    async def _evaluate(self, code: str, space: dict[str, Any]) -> Any:
        compiled = _compiled(code)
        value = eval(compiled, space)
        return await value if _is_coroutine(compiled) else value


@cache
def _compiled(code: str) -> CodeType:
    compiled: CodeType = compile(code, "<question>", "eval", flags=_FLAGS)
    return compiled


def _is_coroutine(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_COROUTINE)


def _raised(problem: Exception) -> str:
    return ABSENT if isinstance(problem, AttributeError) else f"raises {type(problem).__name__}"


def _copied(row: Any) -> Any:
    """Make an object like ``row`` that was never saved."""
    values = {name: getattr(row, name) for name in type(row).model_fields}
    return type(row)(**{**values, "pk": 0, "db_context": None})
