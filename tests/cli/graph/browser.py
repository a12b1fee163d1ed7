"""A real browser without a window, driven through Chrome's DevTools protocol over a pipe.

The protocol needs no more than the standard library: JSON texts that end in a null byte, to file
descriptor 3 and from 4 of the browser (``--remote-debugging-pipe``).
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VARIABLE = "ORM_TYPING_BROWSER"
"""Names the browser; it has to be there then."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 60.0
"""Seconds to wait for an answer: machines for tests are slow, and may be busy."""

_KEYS = {
    "Tab": 9,
    "Enter": 13,
    "Escape": 27,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
}


class BrowserError(Exception):
    """The browser did not do what it was asked."""


def find_browser() -> str | None:
    """The browser's path; ``None`` if there is none and nobody asked for one."""
    wanted = os.environ.get(VARIABLE)
    if wanted:
        found = shutil.which(wanted)
        if found is None:
            raise BrowserError(f"{VARIABLE} is {wanted!r}, and there is no such program")
        return found
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def running(program: str, profile: Path) -> Iterator[Browser]:
    """The browser while it is needed."""
    to_browser, from_us = os.pipe()
    from_browser, to_us = os.pipe()

    def connect() -> None:
        # Copies first: the pipe's own numbers may be 3 and 4.
        reading, writing = os.dup(to_browser), os.dup(to_us)
        os.dup2(reading, 3)
        os.dup2(writing, 4)

    process = subprocess.Popen(
        [
            program,
            "--headless=new",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
            "--no-sandbox",  # not to be had in containers; only our own page is opened
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--no-first-run",
            "--hide-scrollbars",
        ],
        preexec_fn=connect,
        close_fds=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(to_us)
    try:
        yield Browser(from_us, from_browser)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(from_us)
        os.close(from_browser)


class Browser:
    """Sends commands and reads what comes back."""

    def __init__(self, write_to: int, read_from: int) -> None:
        self._write_to = write_to
        self._read_from = read_from
        self._buffer = b""
        self._last = 0
        self._pages: dict[str, Page] = {}

    def open(self, url: str, *, scripts: bool = True, size: tuple[int, int] = (1400, 900)) -> Page:
        """A new tab with a page that is loaded."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        page = Page(self, attached["sessionId"])
        self._pages[attached["sessionId"]] = page
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.call(f"{domain}.enable")
        page.resize(*size)
        if not scripts:
            page.call("Emulation.setScriptExecutionDisabled", {"value": True})
        page.call("Page.navigate", {"url": url})
        self._wait(lambda: page.is_loaded)
        return page

    def call(
        self, method: str, parameters: dict[str, Any] | None = None, session: str | None = None
    ) -> dict[str, Any]:
        """One command, and its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters or {}}
        if session is not None:
            message["sessionId"] = session
        os.write(self._write_to, json.dumps(message).encode() + b"\0")
        answers: list[dict[str, Any]] = []
        wanted = self._last
        self._wait(lambda: bool(answers), lambda got: got.get("id") == wanted, answers)
        answer = answers[0]
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _wait(
        self,
        is_done: Any,
        is_wanted: Any = lambda got: False,
        answers: list[dict[str, Any]] | None = None,
    ) -> None:
        end = time.monotonic() + PATIENCE
        while not is_done():
            got = self._message(end)
            if is_wanted(got) and answers is not None:
                answers.append(got)
            elif "method" in got and got.get("sessionId") in self._pages:
                self._pages[got["sessionId"]].hear(got["method"], got["params"])

    def _message(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read_from], [], [], max(0, end - time.monotonic()))
            data = os.read(self._read_from, 1 << 16) if ready else b""
            if not data:
                raise BrowserError("the browser does not answer" if not ready else "it ended")
            self._buffer += data
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


class Page:
    """A tab."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session
        self.is_loaded = False
        self.requests: list[str] = []
        """What it asked for."""
        self.problems: list[str] = []
        """Errors of its scripts, and what its policy refused."""

    def hear(self, event: str, details: dict[str, Any]) -> None:
        """Take note of what the browser tells."""
        if event == "Page.loadEventFired":
            self.is_loaded = True
        elif event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(details["exceptionDetails"]))
        elif event == "Log.entryAdded" and details["entry"]["level"] == "error":
            self.problems.append(details["entry"]["text"])

    def call(self, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """One command for this tab."""
        return self._browser.call(method, parameters, self._session)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        result = self.call(
            "Runtime.evaluate",
            {"expression": expression, "returnByValue": True, "awaitPromise": True},
        )
        if "exceptionDetails" in result:
            raise BrowserError(json.dumps(result["exceptionDetails"]))
        return result["result"].get("value")

    def press(self, *keys: str, shift: bool = False) -> None:
        """Keys, one after the other."""
        for key in keys:
            event = {
                "key": key,
                "windowsVirtualKeyCode": _KEYS.get(key, ord(key[0])),
                "modifiers": 8 if shift else 0,
            }
            text = {"text": "\r" if key == "Enter" else key} if key not in _KEYS else {}
            if key == "Enter":
                text = {"text": "\r"}
            self.call("Input.dispatchKeyEvent", {"type": "keyDown", **event, **text})
            self.call("Input.dispatchKeyEvent", {"type": "keyUp", **event})

    def click(self, selector: str) -> None:
        """The middle of an element."""
        at = self.evaluate(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)})"
            ".getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        event = {"x": at[0], "y": at[1], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", {"type": kind, **event})

    def resize(self, width: int, height: int) -> None:
        """The size of its window."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, scheme: str) -> None:
        """What the user likes better: ``light`` or ``dark``."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", {"features": [feature]})

    def screenshot(self) -> bytes:
        """What it looks like, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])
