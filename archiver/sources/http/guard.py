"""Connections: to the address that was checked, and within one time for the whole request."""

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2

from archiver.errors import FetchError
from archiver.sources.http.addresses import Resolve, checked


class Deadline:
    """The time by which the request of each thread is to be over."""

    def __init__(self) -> None:
        self._local = threading.local()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let what this thread reads and writes inside end after `seconds`."""
        self._local.ends_at = time.monotonic() + seconds
        self._local.seconds = seconds
        try:
            yield
        finally:
            self._local.ends_at = None

    def left_s(self) -> float:
        """Give the seconds that are left, or raise FetchError."""
        ends_at: float | None = getattr(self._local, "ends_at", None)
        if ends_at is None:
            return 0.001  # a connection is being closed
        left = ends_at - time.monotonic()
        if left <= 0:
            raise FetchError(
                f"no whole answer within {self._local.seconds:g} seconds",
                rule="timed-out",
                may_pass=True,
            )
        return left


class Stream(httpcore2.NetworkStream):
    """A connection whose every step ends by the deadline: a slow drip of bytes does not hold us."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left_s())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left_s())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left_s = self._deadline.left_s()
        return Stream(self._stream.start_tls(ssl_context, server_hostname, left_s), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Guard(httpcore2.NetworkBackend):
    """Resolves a host once, refuses what is private, and connects to what it checked.

    Nothing resolves the name again, so that it cannot mean another address by then (DNS
    rebinding).
    """

    def __init__(self, resolve: Resolve, deadline: Deadline, *, allow_private: bool) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._allow_private = allow_private
        self._backend = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        found = checked(host, port, self._resolve, allow_private=self._allow_private)
        for place, address in enumerate(found):
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.left_s(), local_address, socket_options
                )
            except httpcore2.ConnectError:
                if place == len(found) - 1:
                    raise
            else:
                return Stream(stream, self._deadline)
        raise FetchError(f"{host}: has no address", rule="dns")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        raise FetchError(f"{path}: is no host", rule="private-address")
