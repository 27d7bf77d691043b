"""One look at an address: polite, bounded, and with all that went over the wire."""

import hashlib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpcore2
import httpx2

from archiver import __version__
from archiver.errors import FetchError
from archiver.model import MAX_PAYLOAD_BYTES, Exchange, Redirect
from archiver.sources.http.addresses import Resolve, resolve
from archiver.sources.http.body import ACCEPTED, decoded
from archiver.sources.http.clock import Clock
from archiver.sources.http.guard import Deadline, Guard
from archiver.sources.http.hosts import Hosts
from archiver.sources.http.robots import AGENT, Robots, parsed_part

if TYPE_CHECKING:
    from httpx2 import Response

REDIRECTS_MAX: Final = 5
LED_ELSEWHERE: Final = frozenset((301, 302, 303, 307, 308))
PASSING: Final = frozenset((500, 502, 503, 504))
"""Statuses that another try may change; 429 asks for time, not for another try."""
RETRY_AFTER_MAX_S: Final = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How we behave. `deadline_s` is for a whole request; `attempts` counts the first, too."""

    contact: str = ""
    gap_s: float = 2.0
    deadline_s: float = 30.0
    attempts: int = 3
    retry_wait_s: float = 1.0
    raw_max_bytes: int = 10_000_000
    whole_max_bytes: int = MAX_PAYLOAD_BYTES
    allow_private: bool = False

    @property
    def agent(self) -> str:
        """Give our name, and whom to ask about us.

        >>> Manners(contact="mailto:desk@example.org").agent.partition(" ")[2]
        '(article archive; mailto:desk@example.org)'
        """
        contact = self.contact or "no contact given"
        shown = "".join(one for one in contact if one.isascii() and one.isprintable())
        return f"{AGENT}/{__version__} (article archive; {shown})"


class Validators(NamedTuple):
    """What the last answer of `uri` said of its state (RFC 9110, 8.8). "" where it said nothing."""

    uri: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one look gave: a payload, or an error, or neither where nothing changed (304)."""

    asked_at: datetime
    exchange: Exchange
    final_uri: str
    payload: bytes = b""
    error: FetchError | None = None
    rendered: bytes = b""
    """The page as its scripts made it, as HTML in UTF-8; empty where nobody rendered it."""
    not_rendered: str = ""
    """Why it could not be rendered."""

    @property
    def is_unchanged(self) -> bool:
        return self.error is None and self.exchange.status == 304

    @property
    def retry_after_s(self) -> float:
        """Give how long the host asks to be left alone."""
        return self.error.retry_after_s if self.error else 0


@dataclass(slots=True)
class _Wire:
    """What went over the wire so far in one look."""

    uri: str
    status: int = 0
    request_headers: tuple[tuple[str, str], ...] = ()
    response_headers: tuple[tuple[str, str], ...] = ()
    redirects: list[Redirect] = field(default_factory=list)
    remote_address: str = ""
    certificate_sha256: str = ""
    attempts: int = 0
    is_part: bool = False
    """Whether it is asked for by a page that is being rendered."""


class Fetcher:
    """Asks hosts for pages. Safe for threads; `close` it."""

    def __init__(
        self,
        clock: Clock,
        manners: Manners,
        *,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.manners = manners
        self.hosts = Hosts(clock, manners.gap_s)
        self.robots: dict[str, Robots] = {}
        """By origin: those that were asked for, and those that a caller remembers."""
        self._clock = clock
        self._deadline = Deadline()
        self._transport = httpx2.HTTPTransport(
            verify=tls or True,
            trust_env=False,  # a proxy would resolve names for us
            limits=httpx2.Limits(max_connections=256, max_keepalive_connections=64),
        )
        guard = Guard(resolve, self._deadline, allow_private=manners.allow_private)
        # The transport takes no backend of connections. Where it hides it elsewhere one day, we
        # must not look without the guard.
        if not isinstance(self._transport._pool._network_backend, httpcore2.SyncBackend):
            raise TypeError("httpx2 keeps its connections elsewhere than this archiver knows")
        self._transport._pool._network_backend = guard

    def close(self) -> None:
        self._transport.close()

    def look(self, uri: str, validators: Validators | None = None) -> Answer:
        """Look at `uri`: robots.txt first, redirects followed by hand, what can pass tried again.

        What goes wrong is the answer's `error`; nothing is raised.
        """
        asked_at, began = self._clock.now(), time.monotonic()
        wire = _Wire(uri)
        error: FetchError | None = None
        payload = b""
        try:
            payload = self._patiently(uri, validators, wire)
        except FetchError as found:
            error = found
        exchange = Exchange(
            asked_uri=uri,
            status=wire.status,
            request_headers=wire.request_headers,
            response_headers=wire.response_headers,
            redirects=tuple(wire.redirects),
            remote_address=wire.remote_address,
            certificate_sha256=wire.certificate_sha256,
            duration_ms=round(1000 * (time.monotonic() - began)),
            attempts=max(wire.attempts, 1),
        )
        return Answer(
            asked_at=asked_at, exchange=exchange, final_uri=wire.uri, payload=payload, error=error
        )

    def part(self, uri: str) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
        """Ask for what a page needs: give status, headers and payload, or raise FetchError.

        It is a part of one look: asked for in turn, and by robots.txt, but without the gap.
        """
        wire = _Wire(uri, is_part=True, attempts=self.manners.attempts)
        payload = self._followed(plain_uri(uri), None, wire, self._allowed)
        return wire.status, wire.response_headers, payload

    def _patiently(self, uri: str, validators: Validators | None, wire: _Wire) -> bytes:
        """Look until it gives an answer, as often as manners allow; wait ever longer between."""
        import stamina

        stamina.instrumentation.set_on_retry_hooks([])  # each look has its own line in the log
        for attempt in stamina.retry_context(
            on=lambda error: isinstance(error, FetchError) and error.may_pass,
            attempts=self.manners.attempts,
            timeout=None,
            wait_initial=self.manners.retry_wait_s,
            wait_max=10 * self.manners.retry_wait_s,
            wait_jitter=self.manners.retry_wait_s / 4,
        ):
            with attempt:
                wire.attempts += 1
                wire.redirects.clear()
                return self._followed(uri, validators, wire, self._allowed)
        raise AssertionError  # retry_context ends in an answer or an error

    def _followed(
        self,
        uri: str,
        validators: Validators | None,
        wire: _Wire,
        allowed: Callable[[str], None],
    ) -> bytes:
        """Ask for `uri` and for where it leads, each of which `allowed` must not refuse."""
        while True:
            wire.uri = uri
            allowed(uri)
            known = validators if validators and validators.uri == uri else None
            payload = self._once(uri, known, wire)
            led = _location(uri, wire) if wire.status in LED_ELSEWHERE else ""
            if not led:
                return payload
            wire.redirects.append(Redirect(uri, wire.status))
            if len(wire.redirects) > REDIRECTS_MAX:
                raise FetchError(f"leads on more than {REDIRECTS_MAX} times", rule="redirects")
            if led in {one.uri for one in wire.redirects}:
                raise FetchError(f"leads in a circle, back to {led}", rule="redirects")
            uri = led

    def _allowed(self, uri: str) -> None:
        """Raise FetchError where robots.txt keeps us from `uri`."""
        robots = self.rules(uri)
        self.hosts.slow_down(host_of(uri), robots.delay_s)
        if robots.allows(uri):
            return
        if robots.is_reachable:
            raise FetchError(f"robots.txt of {robots.origin} asks us not to look", rule="robots")
        status = f" (HTTP {robots.status})" if robots.status else ""
        raise FetchError(
            f"robots.txt of {robots.origin} could not be read{status}: until it can, we keep away",
            rule="robots-unreachable",
        )

    def rules(self, uri: str) -> Robots:
        """Give what the host of `uri` asks of robots, from it or as remembered."""
        origin = origin_of(uri)
        known = self.robots.get(origin)
        if known is not None and self._clock.now() < known.until:
            return known
        wire, text = _Wire(uri), ""
        asked_at = self._clock.now()
        try:
            text = parsed_part(self._followed(f"{origin}/robots.txt", None, wire, lambda _: None))
            status = wire.status
        except FetchError as error:
            if error.rule in {"redirects", "too-big", "address"}:
                status = 404  # what leads nowhere is as if it were not there (2.3.1.2)
            elif wire.status >= 500 or wire.status == 429:
                status = 500
            else:
                raise  # the host is out of reach: so is the page
        found = Robots(origin=origin, status=status, text=text, fetched_at=asked_at)
        self.robots[origin] = found
        return found

    def _once(self, uri: str, known: Validators | None, wire: _Wire) -> bytes:
        """Send one request, at the host's leisure, and give the payload of its answer."""
        with _errors_told():
            request = httpx2.Request("GET", uri, headers=self._headers(known))
        wire.status, wire.response_headers = 0, ()
        wire.request_headers = _texts(request.headers.raw)
        with (
            self.hosts.turn(host_of(uri), is_part=wire.is_part),
            self._deadline.within(self.manners.deadline_s),
            _errors_told(),
        ):
            response = self._transport.handle_request(request)
            response.request = request
            try:
                return self._taken(response, known, wire)
            finally:
                response.close()

    def _headers(self, known: Validators | None) -> dict[str, str]:
        headers = {
            "User-Agent": self.manners.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": ACCEPTED,
        }
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return headers

    def _taken(self, response: "Response", known: Validators | None, wire: _Wire) -> bytes:
        wire.status = response.status_code
        wire.response_headers = _texts(response.headers.raw)
        wire.remote_address, wire.certificate_sha256 = _peer(response)
        if response.status_code == 304 and known is None:
            raise FetchError("answered 304 to a question without conditions", rule="protocol")
        retry_after_s = _retry_after_s(response.headers.get("retry-after", ""), self._clock.now())
        if response.status_code in {429, 503} and retry_after_s:
            self.hosts.postpone(host_of(str(response.request.url)), retry_after_s)
            raise FetchError(
                f"HTTP {response.status_code}: asks to be left alone for {retry_after_s:g} seconds",
                rule="retry-after",
                retry_after_s=retry_after_s,
            )
        if response.status_code in PASSING and not self._is_last(wire):
            raise FetchError(f"HTTP {response.status_code}", rule="http-error", may_pass=True)
        if response.status_code in LED_ELSEWHERE and response.headers.get("location"):
            return b""
        return decoded(
            response.iter_raw(),
            response.headers.get("content-encoding", ""),
            raw_max=self.manners.raw_max_bytes,
            whole_max=self.manners.whole_max_bytes,
        )

    def _is_last(self, wire: _Wire) -> bool:
        """Tell whether no other try follows: then the page of the error is what was seen."""
        return wire.attempts >= self.manners.attempts


def origin_of(uri: str) -> str:
    """Give the origin of an address (RFC 6454).

    >>> origin_of("https://example.org:8443/a?b")
    'https://example.org:8443'
    """
    parts = urlsplit(uri)
    return f"{parts.scheme}://{host_of(uri)}"


def host_of(uri: str) -> str:
    """Give the host of an address, with its port, without a user's name.

    >>> host_of("https://User@Example.org:8443/a")
    'example.org:8443'
    """
    return urlsplit(uri).netloc.rpartition("@")[2].lower()


def plain_uri(uri: str) -> str:
    """Give `uri` without fragment and user name, or raise FetchError for what is none of the web.

    >>> plain_uri("http://me:secret@example.org#top")
    'http://example.org/'
    """
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError as error:
        raise FetchError(f"{uri!a} is no web address: {error}", rule="address") from error
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise FetchError(f"{uri!a} is no web address", rule="address")
    return urlunsplit((parts.scheme.lower(), host_of(uri), parts.path or "/", parts.query, ""))


def _location(uri: str, wire: _Wire) -> str:
    """Give where an answer leads, "" where it does not say."""
    headers = {name.lower(): value for name, value in wire.response_headers}
    found = headers.get("location", "").strip()
    return plain_uri(urljoin(uri, found)) if found else ""


def _texts(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)


def _peer(response: "Response") -> tuple[str, str]:
    """Give the address that answered, and the digest of its certificate."""
    stream = response.extensions.get("network_stream")
    if stream is None:
        return "", ""
    peer: Any = stream.get_extra_info("server_addr") or ()
    shown = f"[{peer[0]}]" if peer and ":" in peer[0] else (peer[0] if peer else "")
    address = f"{shown}:{peer[1]}" if peer else ""
    secure: Any = stream.get_extra_info("ssl_object")
    certificate = secure.getpeercert(True) if secure is not None else None
    return address, hashlib.sha256(certificate).hexdigest() if certificate else ""


def _retry_after_s(value: str, now: datetime) -> float:
    """Give the seconds of a Retry-After (RFC 9110, 10.2.3), 0 for none."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        seconds = float(value[:9])
    else:
        try:
            seconds = (parsedate_to_datetime(value) - now).total_seconds()
        except (ValueError, TypeError):
            return 0
    return min(max(seconds, 0), RETRY_AFTER_MAX_S)


@contextmanager
def _errors_told() -> Iterator[None]:
    """Say what went wrong on the wire as FetchError."""
    try:
        yield
    except httpx2.TimeoutException as error:
        raise FetchError("no answer in time", rule="timed-out", may_pass=True) from error
    except httpx2.ConnectError as error:
        if "SSL" in str(error) or "certificate" in str(error):
            raise FetchError(f"its TLS is broken: {error}", rule="tls") from error
        raise FetchError(f"cannot be reached: {error}", rule="connection", may_pass=True) from error
    except (httpx2.RemoteProtocolError, httpx2.LocalProtocolError) as error:
        raise FetchError(f"speaks no HTTP: {error}", rule="protocol", may_pass=True) from error
    except httpx2.TransportError as error:
        raise FetchError(f"broke off: {error}", rule="connection", may_pass=True) from error
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(f"cannot be asked for: {error}", rule="address") from error
