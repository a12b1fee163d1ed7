"""Running mypy in the copy of the project, and asking it about places in the edited files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from pydantic import TypeAdapter

from orm_typing.cli.project import UserProject
from orm_typing.cli.source_files import SourceFile
from orm_typing.cli.uncast.copy import ProjectCopy
from orm_typing.cli.uncast.questions import Answer, Question, Request, Response

_PROGRAM = "from orm_typing.cli.uncast.worker import main; main()"
_REQUEST = TypeAdapter(Request)
_RESPONSE = TypeAdapter(Response)


class CheckerError(Exception):
    """mypy can't check the project; the text says why."""


class Checker:
    """mypy, as the user's configuration sets it up, on a copy of the project."""

    def __init__(
        self,
        project: UserProject,
        sources: Mapping[str, SourceFile],
        on_run: Callable[[int], None] = lambda count: None,
    ) -> None:
        self._folder = TemporaryDirectory(prefix="orm-typing-")
        self._place = Path(self._folder.name).resolve()
        self._copy = ProjectCopy(project.folder.resolve(), self._place)
        self._project = project
        self._sources = dict(sources)
        self._texts = {path: source.text for path, source in sources.items()}
        self._on_run = on_run
        self._is_wide = True
        self._answers: dict[str, dict[Question, Answer | None]] = {}
        self._libraries = _file_for_libraries(project)
        self.runs = 0

    def __enter__(self) -> Checker:
        options, settings = self._project.options, self._project.settings
        self._copy.make(
            Path(os.path.abspath(path)) for path in (*options.mypy_path, *settings.roots)
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def first_run(
        self, questions: Mapping[str, Sequence[Question]]
    ) -> tuple[Response, dict[str, str]]:
        """The state before any edit, and the files that mypy can't parse, with what it says.

        The project is checked as a whole, or, where that can't be done, the given files are. Raises
        :class:`CheckerError`.
        """
        broken: dict[str, str] = {}
        while True:
            response = self.run(self._texts, questions)
            faulty = {
                message.path: f"{message.path}:{message.line}: {message.text}"
                for message in response.messages
                if message.code == "syntax" and message.path not in broken
            }
            if not response.is_blocked:
                return response, broken
            if faulty:
                self._leave_out(faulty)
                broken.update(faulty)
            elif self._is_wide:
                self._is_wide = False
            else:
                told = "; ".join(
                    f"{message.path}:{message.line}: {message.text}"
                    for message in response.messages
                )
                raise CheckerError(f"mypy stops: {told}")

    @property
    def is_wide(self) -> bool:
        """Whether more than the given files is checked."""
        return self._is_wide

    def _leave_out(self, paths: Mapping[str, str]) -> None:
        for path in paths:
            self._copy.remove(Path(path))
            self._texts.pop(path, None)
            self._sources.pop(path, None)

    def run(
        self, texts: Mapping[str, str], questions: Mapping[str, Sequence[Question]]
    ) -> Response:
        """Check the project with these texts of the given files. Raises :class:`CheckerError`.

        A file without a text stays as it is: mypy may read what the command can't.
        """
        for path, source in self._sources.items():
            if path in texts and texts[path] != self._texts[path]:
                self._copy.write(Path(path), source.encode(texts[path]))
                self._texts[path] = texts[path]
        self.runs += 1
        self._on_run(self.runs)
        asked = {self._copied(path): list(questions.get(path, ())) for path in self._sources}
        response = self._call(
            Request(
                folder=self._copied(os.getcwd()),
                arguments=self._arguments(),
                paths=list(asked),
                is_wide=self._is_wide,
                questions=asked,
                project=str(self._copy.root),
                libraries=self._libraries,
            )
        )
        if not response.is_blocked:
            # From now on they are in the copy's own cache.
            self._libraries = ""
        if response.failure:
            raise CheckerError(f"mypy does not run: {response.failure}")
        original_of = self._copy.original_of
        for copied, answers in response.answers.items():
            self._answers[original_of(copied)] = dict(zip(asked[copied], answers, strict=True))
        return replace(
            response,
            messages=[
                replace(message, path=original_of(message.path)) for message in response.messages
            ],
            answers={path: self._answers_about(path, questions) for path in self._sources},
        )

    def _answers_about(
        self, path: str, questions: Mapping[str, Sequence[Question]]
    ) -> list[Answer | None]:
        """The answers about a file, now or from when mypy last looked at it.

        A file that mypy takes from its cache is the one that it saw last, and so is all it needs.
        """
        known = self._answers.get(path, {})
        return [known.get(question) for question in questions.get(path, ())]

    def _copied(self, path: str) -> str:
        return str(self._copy.path_of(Path(path).resolve()))

    def _arguments(self) -> list[str]:
        options = self._project.options
        arguments = ["--cache-dir", str(self._copy.cache)]
        if options.config_file:
            config_file = Path(options.config_file).resolve()
            is_copied = config_file.is_relative_to(self._project.folder.resolve())
            shown = self._copied(str(config_file)) if is_copied else str(config_file)
            arguments += ["--config-file", shown]
        if options.python_executable:
            # A virtual environment of the project is not copied.
            arguments += ["--python-executable", os.path.abspath(options.python_executable)]
        return arguments

    def _call(self, request: Request) -> Response:
        response = self._call_once(request)
        if not response.failure or not os.path.exists(request.libraries):
            return response
        # Should it be due to what was kept, it is not the next time.
        Path(request.libraries).unlink(missing_ok=True)
        self._copy.clear_cache()
        return self._call_once(request)

    def _call_once(self, request: Request) -> Response:
        asked, answered = self._place / "request.json", self._place / "response.json"
        asked.write_bytes(_REQUEST.dump_json(request))
        answered.unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(asked), str(answered)],
            cwd=self._place,
            capture_output=True,
            check=False,
        )
        if not answered.exists():
            told = done.stderr.decode(errors="replace").strip()
            return Response(failure=told or f"it ended with code {done.returncode}")
        return _RESPONSE.validate_json(answered.read_bytes())


def _file_for_libraries(project: UserProject) -> str:
    """The file for the cache of libraries; none where mypy has no cache folder."""
    if not os.path.isdir(project.cache_folder):
        return ""
    major, minor = project.options.python_version
    return os.path.abspath(
        os.path.join(project.cache_folder, f"orm_typing.uncast.{major}.{minor}.zip")
    )
