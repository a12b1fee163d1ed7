"""A small client of the Language Server Protocol, over a server's standard input and output."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any

# How long a server may take for one answer. It is that long so that a loaded machine is no failure.
PATIENCE = 240
# How long it may take to end after it was told to; then it is ended.
PARTING = 20

Json = Any


class ServerError(Exception):
    """The server refused a request, or has ended."""


class Client:
    """One server at work in one folder.

    Use it in a ``with`` statement: the server and the processes that it has started end with it.
    """

    def __init__(
        self, command: Sequence[str], folder: Path, configuration: Mapping[str, Json]
    ) -> None:
        self.folder = folder
        self.configuration = configuration
        self.diagnostics: dict[str, list[Json]] = {}
        """By address what was last said about a file."""
        self.ended_itself = False
        """Whether the server ended when it was told to."""
        self._gives_diagnostics = False
        """Whether the server waits to be asked for them."""
        self._messages: queue.Queue[Json] = queue.Queue()
        self._last_id = 0
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "VIRTUAL_ENV": sys.prefix},
            # A group of its own: some servers are started by a program that waits for them.
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input = self._process.stdin
        threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True).start()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def initialise(self) -> None:
        """Begin."""
        address = self.folder.as_uri()
        answer = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": address,
                "workspaceFolders": [{"uri": address, "name": self.folder.name}],
                "capabilities": CAPABILITIES,
            },
        )
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self.configuration})
        self._gives_diagnostics = bool(answer["capabilities"].get("diagnosticProvider"))

    def open(self, path: str, text: str) -> str:
        """Write a file and open it, as an editor does; give its address."""
        file = self.folder / path
        file.write_text(text, encoding="utf-8")
        document = {
            "uri": file.as_uri(),
            "languageId": "python",
            "version": 1,
            "text": text,
        }
        self.notify("textDocument/didOpen", {"textDocument": document})
        return file.as_uri()

    def request(self, method: str, parameters: Json) -> Json:
        """Ask, and wait for the answer."""
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": parameters})
        until = time.monotonic() + PATIENCE
        while True:
            message = self._next(until, method)
            if message.get("id") == self._last_id and "method" not in message:
                if "error" in message:
                    raise ServerError(f"{method}: {message['error']}")
                return message.get("result")
            self._take(message)

    def notify(self, method: str, parameters: Json) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": parameters})

    def wait_for_diagnostics(self, address: str, line: int) -> list[Json]:
        """Wait until something is said about a line, counted from 0."""
        if self._gives_diagnostics:
            document = {"textDocument": {"uri": address}}
            answer = self.request("textDocument/diagnostic", document)
            self.diagnostics[address] = answer["items"]
            return self.published(address, line)
        until = time.monotonic() + PATIENCE
        while not (found := self.published(address, line)):
            self._take(self._next(until, f"diagnostics of line {line}"))
        return found

    def published(self, address: str, line: int) -> list[Json]:
        """What has been said about a line."""
        everything = self.diagnostics.get(address, [])
        return [one for one in everything if one["range"]["start"]["line"] == line]

    def close(self) -> None:
        """End the server, politely if it listens."""
        with contextlib.suppress(OSError, ServerError, subprocess.TimeoutExpired):
            self.request("shutdown", None)
            self.notify("exit", None)
            self._process.wait(PARTING)
        self.ended_itself = self._process.poll() is not None
        end_group(self._process)

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._input.flush()

    def _next(self, until: float, what: str) -> Json:
        try:
            message = self._messages.get(timeout=max(0, until - time.monotonic()))
        except queue.Empty:
            raise ServerError(f"no answer in {PATIENCE} s: {what}") from None
        if message is None:
            raise ServerError(f"the server has ended: {what}")
        return message

    def _take(self, message: Json) -> None:
        """Note what the server publishes, and answer what it asks."""
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self.diagnostics[parameters["uri"]] = parameters["diagnostics"]
        elif method == "workspace/configuration":
            items = message["params"]["items"]
            self._answer(message, [self._section(item.get("section", "")) for item in items])
        elif method is not None and "id" in message:
            self._answer(message, None)

    def _answer(self, message: Json, result: Json) -> None:
        self._send({"id": message["id"], "result": result})

    def _section(self, name: str) -> Json:
        """Find a section of the configuration: ``python.analysis``."""
        found: Json = self.configuration
        for part in filter(None, name.split(".")):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def _read(self, output: IO[bytes]) -> None:
        while header := output.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
                header = output.readline()
            self._messages.put(json.loads(output.read(length)))
        self._messages.put(None)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it has started and left."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PARTING)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "window": {"workDoneProgress": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"snippetSupport": False}},
        "definition": {"linkSupport": False},
        "publishDiagnostics": {"codeDescriptionSupport": True, "relatedInformation": True},
    },
}
