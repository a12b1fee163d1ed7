"""One run of mypy, in a process of its own: ``python -c ... request.json response.json``.

mypy and its plugins keep state in modules and may crash hard; a process for each run keeps the
command out of that.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import traceback
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mypy import build
from mypy.checkexpr import has_any_type
from mypy.errors import CompileError
from mypy.find_sources import InvalidSourceList, create_source_list
from mypy.main import process_options
from mypy.messages import format_type_bare
from mypy.modulefinder import BuildSource
from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    CastExpr,
    ClassDef,
    Decorator,
    Expression,
    FuncBase,
    MypyFile,
    Node,
    RefExpr,
    SymbolTableNode,
    TypeInfo,
    Var,
)
from mypy.options import Options
from mypy.types import CallableType, Instance, Type, get_proper_type
from pydantic import TypeAdapter

from orm_typing.cli.uncast.comparing import compare
from orm_typing.cli.uncast.nodes import descend
from orm_typing.cli.uncast.questions import (
    Answer,
    Comparison,
    Message,
    Question,
    Request,
    Response,
    Subject,
)
from orm_typing.cli.uncast.text import Place
from orm_typing.orms import STUBBED_PACKAGES

REQUEST = TypeAdapter(Request)
RESPONSE = TypeAdapter(Response)


def main() -> None:
    """Answer the request in the file that is the first argument, in the one that is the second."""
    request = REQUEST.validate_json(Path(sys.argv[1]).read_bytes())
    Path(sys.argv[2]).write_bytes(RESPONSE.dump_json(respond(request)))


def respond(request: Request) -> Response:
    """Run mypy, and look at its trees."""
    os.chdir(request.folder)
    # A plugin may be a module of the project, but no module of the project hides an installed one.
    sys.path[:] = [*(entry for entry in sys.path if entry), request.folder]
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            return _run(request)
    except InvalidSourceList as error:
        return Response(failure=str(error))
    except SystemExit:
        return Response(failure=said.getvalue().strip() or "mypy stopped")
    except Exception:
        return Response(failure=f"{said.getvalue()}{traceback.format_exc()}".strip())


def _run(request: Request) -> Response:
    sources, options = process_options(list(request.arguments), require_targets=False)
    _prepare(options)
    lines: list[str] = []

    def collect(path: str | None, messages: list[str], is_serious: bool) -> None:
        lines.extend(messages)

    try:
        result = build.build(
            _with_paths(sources, request, options), options, flush_errors=collect
        )
    except CompileError:
        return Response(list(_messages(lines)), is_blocked=True)
    return Response(list(_messages(lines)), _answers(result, request.questions))


def _prepare(options: Options) -> None:
    """Let mypy keep what it inferred, and report what tells whether an edit is right."""
    options.export_types = True
    options.preserve_asts = True
    options.output = "json"
    options.warn_unused_ignores = True
    # Code that becomes unreachable is not checked any more, and hides what an edit breaks.
    options.warn_unreachable = True
    wanted = {"unused-ignore", "unreachable"}
    options.disable_error_code = [
        code for code in options.disable_error_code if code not in wanted
    ]
    options.warn_unused_configs = False
    options.report_dirs = {}
    options.junit_xml = None
    options.many_errors_threshold = -1
    options.incremental = True
    options.fine_grained_incremental = options.cache_fine_grained = False
    if hasattr(options, "num_workers"):
        options.num_workers = 0


def _with_paths(
    sources: list[BuildSource], request: Request, options: Options
) -> list[BuildSource]:
    if not request.is_wide:
        sources = []
    elif not sources:
        sources = create_source_list([os.curdir], options)
    named = {os.path.abspath(source.path) for source in sources if source.path}
    missing = [path for path in request.paths if path not in named]
    # mypy shows paths, and derives names of modules, relative to the working directory.
    return sources + create_source_list([os.path.relpath(path) for path in missing], options)


def _messages(lines: Sequence[str]) -> Iterator[Message]:
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if told["severity"] != "note":
            path = os.path.abspath(told["file"])
            yield Message(path, told["line"], told["code"] or "", told["message"])


def _answers(
    result: build.BuildResult, questions: Mapping[str, Sequence[Question]]
) -> dict[str, list[Answer | None]]:
    answers: dict[str, list[Answer | None]] = {}
    for state in result.graph.values():
        path = os.path.abspath(state.path) if state.path else ""
        # A tree from the cache has no statements.
        if path in questions and state.tree is not None and state.tree.defs:
            is_silent = state.options.ignore_errors or path in _ignored(result)
            module = _Module(state.tree, result.types, state.options, is_silent)
            answers[path] = [module.answer(question) for question in questions[path]]
    return answers


def _ignored(result: build.BuildResult) -> set[str]:
    return {os.path.abspath(path) for path in result.manager.errors.ignored_files}


class _Module:
    """A module that mypy has checked, by places."""

    def __init__(
        self, tree: MypyFile, types: Mapping[Expression, Type], options: Options, is_silent: bool
    ) -> None:
        self._types = types
        self._options = options
        self._is_silent = is_silent
        self._expressions: defaultdict[Place, list[Expression]] = defaultdict(list)
        self._assignments: dict[int, AssignmentStmt] = {}
        self._classes: dict[str, TypeInfo] = {}
        for node in descend(tree):
            if isinstance(node, Expression):
                self._expressions[_place(node)].append(node)
            elif isinstance(node, AssignmentStmt):
                self._assignments[id(node.rvalue)] = node
            elif isinstance(node, ClassDef):
                name = node.info.fullname.removeprefix(f"{tree.fullname}.")
                self._classes[name] = node.info

    def answer(self, question: Question) -> Answer | None:
        if question.subject is Subject.ATTRIBUTE:
            return self._about_attribute(question.class_name, question.attribute)
        for place in question.places:
            for expression in self._expressions.get(place, ()):
                answer = self._about(question.subject, expression)
                if answer is not None:
                    return answer
        return None

    def _about(self, subject: Subject, expression: Expression) -> Answer | None:
        if subject is Subject.CAST:
            if isinstance(expression, CallExpr) and isinstance(expression.analyzed, CastExpr):
                return self._compared(expression.analyzed.expr, expression.analyzed.type)
            return None
        if subject is Subject.ANNOTATION:
            assignment = self._assignments.get(id(expression))
            if assignment is None or assignment.type is None:
                return None
            return self._compared(expression, assignment.type)
        inferred = self._types.get(expression)
        return None if inferred is None else self._described(inferred, expression)

    def _compared(self, value: Expression, declared: Type) -> Answer:
        inferred = None if self._is_silent else self._types.get(value)
        if inferred is None:
            return Answer("", True, False, comparison=Comparison.UNCHECKED)
        return replace(
            self._described(inferred, value),
            declared=format_type_bare(declared, self._options),
            declares_any=_has_any(declared),
            comparison=compare(inferred, declared),
        )

    def _about_attribute(self, class_name: str, attribute: str) -> Answer | None:
        info = self._classes.get(class_name)
        symbol = None if info is None else info.get(attribute)
        declared = None if symbol is None else _type_of(symbol)
        if info is None or declared is None:
            return None
        shown = format_type_bare(declared, self._options)
        return Answer(shown, _has_any(declared), _is_of_orm(info))

def _has_any(inferred: Type) -> bool:
    return has_any_type(inferred, ignore_in_type_obj=True)


def _place(node: Node) -> Place:
    end_line = node.line if node.end_line is None else node.end_line
    return Place(node.line, node.column, end_line, node.end_column or 0)


def _is_of_orm(info: TypeInfo) -> bool:
    return any(base.fullname.startswith(STUBBED_PACKAGES) for base in info.mro)


def _type_of(symbol: SymbolTableNode) -> Type | None:
    """The type of an attribute; for a method or a property that of its result."""
    node = symbol.node
    if isinstance(node, Decorator):
        node = node.func
    if isinstance(node, Var):
        return node.type
    if isinstance(node, FuncBase):
        proper = get_proper_type(node.type)
        return proper.ret_type if isinstance(proper, CallableType) else None
    return None
