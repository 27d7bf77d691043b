"""Pages that are made by scripts: a Chromium that asks for everything through our fetcher.

It has no network of its own: names resolve to nothing, and its proxy is a closed port. So the guard
of addresses, robots.txt and the bounds hold for all that a page asks for.
"""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, Literal

from archiver.errors import FetchError
from archiver.sources.http.fetch import Answer, Fetcher, Validators
from archiver.sources.http.renderer import NAMES

Mode = Literal["never", "needed", "always"]

START_S: Final = 30
"""What a Chromium may take to start, beside two deadlines for the page."""

UNDONE: Final = frozenset(
    ("content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection")
)
"""Headers that do not hold for a body that was decoded."""


def is_installed() -> bool:
    """Tell whether the extra is there, and a Chromium."""
    from importlib.util import find_spec

    return find_spec("playwright") is not None and any(map(shutil.which, NAMES))


class Browser:
    """Looks like a fetcher, and renders what `needs` says, one page at a time."""

    def __init__(self, fetcher: Fetcher, needs: Callable[[Answer], bool]) -> None:
        self._fetcher = fetcher
        self._needs = needs
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def look(self, uri: str, validators: Validators | None = None) -> Answer:
        """Look at `uri`, and render the answer where that is needed.

        A page that cannot be rendered is as it came, and `not_rendered` says why.
        """
        answer = self._fetcher.look(uri, validators)
        if answer.error is not None or answer.exchange.status != 200 or not self._needs(answer):
            return answer
        with self._lock:
            return self._rendered(answer)

    def close(self) -> None:
        """End the Chromium."""
        with self._lock:
            self._kill()

    def _rendered(self, answer: Answer) -> Answer:
        deadline_s = self._fetcher.manners.deadline_s
        process = self._process or self._start()
        # A script that never ends answers no question: only the end of its process does.
        watchdog = threading.Timer(START_S + 2 * deadline_s, _end, [process])
        watchdog.start()
        try:
            page = self._page(process, answer)
        except (OSError, ValueError) as error:
            self._kill()
            return replace(answer, not_rendered=f"not rendered: {error}")
        finally:
            watchdog.cancel()
        if len(page) > self._fetcher.manners.whole_max_bytes:
            return replace(answer, not_rendered="not rendered: it grew beyond all bounds")
        return replace(answer, rendered=page)

    def _page(self, process: "subprocess.Popen[str]", answer: Answer) -> bytes:
        """Let the process render, and answer what the page asks for; raise OSError if it fails."""
        self._say(
            process,
            {
                "uri": answer.final_uri,
                "type": answer.exchange.header("content-type") or "text/html",
                "payload": base64.b64encode(answer.payload).decode(),
                "agent": self._fetcher.manners.agent,
                "deadline_s": self._fetcher.manners.deadline_s,
            },
        )
        for line in process.stdout or ():
            said = json.loads(line)
            if "part" in said:
                self._say(process, self._part(said["part"]))
            elif "page" in said:
                return str(said["page"]).encode("utf-8", "replace")
            else:
                raise OSError(said["failed"])
        raise OSError("it did not end in time, or Playwright or Chromium do not work here")

    def _part(self, uri: str) -> dict[str, Any] | None:
        try:
            status, headers, payload = self._fetcher.part(uri)
        except FetchError:
            return None
        kept = {name.lower(): value for name, value in headers if name.lower() not in UNDONE}
        return {
            "status": status,
            "headers": kept,
            "payload": base64.b64encode(payload).decode(),
        }

    def _say(self, process: "subprocess.Popen[str]", said: dict[str, Any] | None) -> None:
        if process.stdin is None:
            raise OSError("it does not listen")
        process.stdin.write(json.dumps(said) + "\n")
        process.stdin.flush()

    def _start(self) -> "subprocess.Popen[str]":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "archiver.sources.http.renderer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is for us; and it is killed with all its children
        )
        return self._process

    def _kill(self) -> None:
        if self._process is None:
            return
        _end(self._process)
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()
        self._process.wait()
        self._process = None


def _end(process: "subprocess.Popen[str]") -> None:
    """End a process and its children."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError):
        process.kill()
