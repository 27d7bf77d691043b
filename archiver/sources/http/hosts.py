"""One request at a time at each host, with a gap, and none while it asks to be left alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from archiver.errors import FetchError
from archiver.sources.http.clock import Clock

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
DELAY_MAX_S = 3600
"""A Crawl-delay beyond this is read as this."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: datetime = LONG_AGO
    gap_s: float = 0


class Hosts:
    """The hosts that were asked, by `host:port`. Safe for threads."""

    def __init__(self, clock: Clock, gap_s: float) -> None:
        self._clock = clock
        self._gap_s = gap_s
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host(gap_s=self._gap_s))

    @contextmanager
    def turn(self, name: str, *, is_part: bool = False) -> Iterator[None]:
        """Wait until the host may be asked, and keep others from asking it meanwhile.

        What is part of a page is asked for without the gap, but not of a host that asks to be left
        alone. Raise FetchError there, and where the wait was ended.
        """
        host = self._host(name)
        with host.lock:
            if is_part:
                left_s = (host.free_at - self._clock.now()).total_seconds()
                if left_s > host.gap_s:
                    raise FetchError("asks to be left alone", rule="retry-after")
                yield
                self._leave(host, host.gap_s)
                return
            while (left_s := (host.free_at - self._clock.now()).total_seconds()) > 0:
                before = self._clock.now()
                self._clock.wait(left_s)
                if self._clock.now() < min(host.free_at, before + timedelta(milliseconds=1)):
                    raise FetchError("not asked: we were told to stop", rule="stopped")
            try:
                yield
            finally:
                self._leave(host, host.gap_s)

    def _leave(self, host: _Host, seconds: float) -> None:
        until = self._clock.now() + timedelta(seconds=seconds)
        host.free_at = max(host.free_at, until)

    def postpone(self, name: str, seconds: float) -> None:
        """Ask the host nothing for `seconds`."""
        self._leave(self._host(name), seconds)

    def slow_down(self, name: str, delay_s: float) -> None:
        """Leave `delay_s` between requests at the host, where that is more than our own gap."""
        host = self._host(name)
        host.gap_s = max(self._gap_s, min(delay_s, DELAY_MAX_S))

    def free_at(self, name: str) -> datetime:
        """Give when the host may be asked again."""
        return self._host(name).free_at
