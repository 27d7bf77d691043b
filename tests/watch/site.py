"""A site on loopback whose pages change as a clock goes on, and which logs who asked for what."""

import gzip
import http.server
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2025, 3, 4, 6, 0, tzinfo=UTC)


class FastClock:
    """A clock that stands still while something is done, and jumps over what is waited for."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._lock = threading.Lock()

    def now(self) -> datetime:
        with self._lock:
            return self._now

    def wait(self, seconds: float) -> None:
        with self._lock:
            self._now += timedelta(seconds=max(seconds, 0.001))


@dataclass
class Asked:
    """One request, as the site saw it."""

    at: datetime
    path: str
    headers: dict[str, str]
    status: int = 0
    others_n: int = 0
    """Requests under way when it came."""


@dataclass
class Reply:
    """What a page answers with."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip_s: float = 0
    """Seconds between single bytes of the body."""


Page = Callable[["Asked"], Reply]


class Site:
    """A host. `pages` are by path; `asked` is its log."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.now = now
        self.under_way = 0
        self.lock = threading.Lock()
        self.address = ""
        self.take: Callable[[bytes], bool] = lambda _: False
        """Takes what is posted, and tells whether it did."""

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def answer(self, asked: Asked) -> Reply:
        page = self.pages.get(asked.path.partition("?")[0])
        return page(asked) if page else Reply(b"<h1>Not found</h1>", 404)


def article(headline: str, *paragraphs: str, head: str = "") -> bytes:
    """Write a page that holds an article."""
    body = "".join(f"<p>{one}</p>" for one in (*paragraphs, *COMPANY))
    return (
        f"<!doctype html><html lang=en><head><title>{headline}</title>"
        f'<meta property="og:type" content="article">{head}</head>'
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    ).encode()


COMPANY = (
    "The harbour board met on Tuesday evening in the old customs house, the doors closed to rain.",
    "A ferry that was withdrawn eleven years ago makes nine crossings a day in each direction now.",
    "Shopkeepers on the south quay say that trade fell by a third in the first weekend of March.",
    "Buses that used to cross in four minutes need seventy, on a road that has a single lane.",
    "Engineers have looked at all of the hangers, and will look at them again within six months.",
)


def versions(now: Callable[[], datetime], *texts: tuple[timedelta, bytes]) -> Page:
    """Answer with the last of `texts` whose time, counted from START, has come; with an ETag."""

    def page(asked: Asked) -> Reply:
        came = [body for after, body in texts if START + after <= now()]
        if not came:
            return Reply(b"<h1>Not found</h1>", 404)
        tag = f'"{len(came)}"'
        if asked.headers.get("if-none-match") == tag:
            return Reply(b"", 304, {"ETag": tag})
        return Reply(came[-1], headers={"ETag": tag})

    return page


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65_536  # head and body in one packet: else each waits for the other side's nod
    site: Site

    def do_GET(self) -> None:
        site = self.site
        with site.lock:
            asked = Asked(
                site.now(),
                self.path,
                {name.lower(): value for name, value in self.headers.items()},
                others_n=site.under_way,
            )
            site.asked.append(asked)
            site.under_way += 1
        try:
            reply = site.answer(asked)
        finally:
            with site.lock:
                site.under_way -= 1
        asked.status = reply.status
        self._send(reply)

    def do_POST(self) -> None:
        """Take an alert for `site.take`."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._send(Reply(status=200 if self.site.take(body) else 500))

    def _send(self, reply: Reply) -> None:
        headers = {"Content-Type": "text/html; charset=utf-8", **reply.headers}
        try:
            self.send_response(reply.status)
            for name, value in headers.items():
                self.send_header(name, value)
            if reply.status != 304 and "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if reply.status == 304:
                return
            if not reply.drip_s:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip_s)
        except OSError:
            self.close_connection = True  # the other side had enough

    def log_message(self, *_: Any) -> None:
        pass


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None:
        pass


@contextmanager
def serving(site: Site, tls: Any = None, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site on a free port of loopback."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = _Server((host, 0), handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    scheme = "https" if tls is not None else "http"
    site.address = f"{scheme}://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def bomb(unpacked_bytes: int) -> Reply:
    """Answer with what unfolds to very much more than it is."""
    return Reply(gzip.compress(b"a" * unpacked_bytes), headers={"Content-Encoding": "gzip"})
