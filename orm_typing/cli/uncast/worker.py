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
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from mypy import build
from mypy import errorcodes as codes
from mypy.errors import CompileError
from mypy.find_sources import InvalidSourceList, create_source_list
from mypy.main import process_options
from mypy.modulefinder import BuildSource
from mypy.options import Options
from pydantic import TypeAdapter

from orm_typing.cli.uncast import keep_trees
from orm_typing.cli.uncast.checked_module import CheckedModule
from orm_typing.cli.uncast.library_cache import LibraryCache, library_modules
from orm_typing.cli.uncast.questions import Answer, Message, Question, Request, Response

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
    libraries = None
    if request.libraries:
        libraries = LibraryCache(Path(request.libraries), Path(options.cache_dir))
        libraries.restore()
    lines: list[str] = []

    def collect(path: str | None, messages: list[str], is_serious: bool) -> None:
        lines.extend(messages)

    try:
        result = build.build(
            _with_paths(sources, request, options),
            options,
            flush_errors=collect,
        )
    except CompileError:
        return Response(list(_messages(lines)), is_blocked=True)
    if libraries is not None:
        libraries.keep(library_modules(result, request.project))
    return Response(list(_messages(lines)), _answers(result, request.questions))


def _prepare(options: Options) -> None:
    """Let mypy keep what it inferred, and report what tells whether an edit is right."""
    options.export_types = True
    # The first of the plugins: it must hear of each class, also of those that another changes.
    options.plugins.insert(0, keep_trees.__name__)
    options.output = "json"
    options.warn_unused_ignores = True
    # Code that becomes unreachable is not checked any more, and hides what an edit breaks.
    options.warn_unreachable = True
    # A redundant cast in an argument makes mypy choose another overload, and report that.
    options.warn_redundant_casts = False
    options.disabled_error_codes -= {codes.UNUSED_IGNORE, codes.UNREACHABLE}
    _let_report(options.disable_error_code)
    for changes in options.per_module_options.values():
        for warning in ("warn_redundant_casts", "warn_unreachable", "warn_unused_ignores"):
            changes.pop(warning, None)
        _let_report(changes.get("disable_error_code"))
    options.warn_unused_configs = False
    options.report_dirs = {}
    options.junit_xml = None
    options.many_errors_threshold = -1
    options.incremental = True
    # One entry, one file: see the cache of libraries.
    options.sqlite_cache = False
    options.fine_grained_incremental = options.cache_fine_grained = False
    if hasattr(options, "num_workers"):
        options.num_workers = 0


def _let_report(disabled: object) -> None:
    """Take what tells whether an edit is right out of a list of codes that are off."""
    if isinstance(disabled, list):
        names = cast("list[str]", disabled)
        names[:] = [name for name in names if name not in ("unused-ignore", "unreachable")]


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
            module = CheckedModule(
                state.tree,
                result.types,
                state.options,
                is_silent=is_silent,
                modules=result.files,
            )
            answers[path] = [module.answer(question) for question in questions[path]]
    return answers


def _ignored(result: build.BuildResult) -> set[str]:
    return {os.path.abspath(path) for path in result.manager.errors.ignored_files}
