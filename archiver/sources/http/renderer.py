"""The process in which Playwright and its Chromium live; `python -m` starts it.

It is one of its own so that it can be killed, whatever a page does. It reads a job a line on
standard input, and writes what a page asks for, and in the end the page, a line each on standard
output; both are JSON. It has no network: see `browser.py`.
"""

import base64
import json
import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import Route

ALONE: Final = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy",
    "--disable-quic",
    "--disable-background-networking",
)
NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that is none, for whatever is not asked through us."""

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

TEXT_ONLY: Final = frozenset(("script", "xhr", "fetch", "document"))
"""What a page may ask for: pictures, fonts and styles are no text."""

PARTS_MAX: Final = 200
"""Requests of one page."""

QUIET_MS: Final = 10_000
"""The longest wait for a page to ask for nothing more."""


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Do one job after another, until standard input ends."""
    from playwright.sync_api import sync_playwright

    found = next((path for path in map(shutil.which, NAMES) if path), None)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found,
            args=[*ALONE, *(["--no-sandbox"] if is_root else [])],
            proxy={"server": NOWHERE, "bypass": "<-loopback>"},
        )
        for line in sys.stdin:
            try:
                _say({"page": _made(json.loads(line), chromium)})
            except Exception as error:  # noqa: BLE001 - whatever a page makes of a browser
                _say({"failed": str(error).partition("\n")[0] or type(error).__name__})


def _made(job: dict[str, Any], chromium: "Chromium") -> str:
    """Give the page of a job as its scripts made it, as HTML."""
    from playwright.sync_api import TimeoutError as TimedOutError

    deadline_ms = 1000 * float(job["deadline_s"])
    context = chromium.new_context(
        user_agent=job["agent"], service_workers="block", accept_downloads=False
    )
    try:
        context.set_default_timeout(deadline_ms)
        context.route("**/*", _Parts(job))
        context.route_web_socket("**/*", lambda socket: socket.close())
        page = context.new_page()
        page.goto(job["uri"], wait_until="domcontentloaded")
        with suppress(TimedOutError):  # some pages never fall silent
            page.wait_for_load_state("networkidle", timeout=min(QUIET_MS, deadline_ms))
        return str(page.content())
    finally:
        context.close()


class _Parts:
    """Answers what a page asks for: itself as it came, all else as the parent gives it."""

    def __init__(self, job: dict[str, Any]) -> None:
        self._job = job
        self._asked_n = 0

    def __call__(self, route: "Route") -> None:
        request = route.request
        is_page = request.is_navigation_request() and request.frame.parent_frame is None
        self._asked_n += 1
        if self._asked_n == 1:
            body = base64.b64decode(self._job["payload"])
            route.fulfill(status=200, headers={"content-type": self._job["type"]}, body=body)
        elif (
            is_page  # a script that leads elsewhere would make another article of it
            or request.method != "GET"
            or request.resource_type not in TEXT_ONLY
            or self._asked_n > PARTS_MAX
        ):
            route.abort("blockedbyclient")
        else:
            _say({"part": request.url})
            part = json.loads(sys.stdin.readline())
            if part is None:
                route.abort("failed")
            else:
                body = base64.b64decode(part["payload"])
                route.fulfill(status=part["status"], headers=part["headers"], body=body)


if __name__ == "__main__":
    main()
