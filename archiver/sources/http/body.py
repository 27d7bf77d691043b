"""The bytes of an answer, its content coding removed, never more of them than asked for."""

import zlib
from collections.abc import Iterable
from typing import Final

from archiver.errors import FetchError

ACCEPTED: Final = "gzip, deflate"
"""What we ask for and can take back in bounded steps."""

HEAD_BYTES: Final = 2
"""Bytes that tell zlib from raw deflate."""


def decoded(chunks: Iterable[bytes], coding: str, *, raw_max: int, whole_max: int) -> bytes:
    """Give the body that arrives in `chunks`, decoded; raise FetchError where it is too much.

    `raw_max` bounds the bytes that arrive, `whole_max` those they unfold to: a bomb is stopped
    while it unfolds, not after.
    """
    body, raw_n = bytearray(), 0
    decode = _decoder(coding)
    for chunk in chunks:
        raw_n += len(chunk)
        if raw_n > raw_max:
            raise _too_big(raw_max, "sent")
        decode.feed(chunk, body, whole_max)
    decode.end()
    return bytes(body)


def _too_big(most: int, what: str) -> FetchError:
    return FetchError(f"more than {most:,} bytes {what}: no article has so many", rule="too-big")


class _Identity:
    def feed(self, chunk: bytes, body: bytearray, whole_max: int) -> None:
        body += chunk
        if len(body) > whole_max:
            raise _too_big(whole_max, "unpacked")

    def end(self) -> None:
        pass


class _Inflate:
    """Gzip in any number of members (RFC 1952), or zlib, or raw deflate, which some send for it."""

    def __init__(self, *, is_gzip: bool) -> None:
        self._is_gzip = is_gzip
        self._head = b""
        self._wbits = 31
        self._stream = zlib.decompressobj(self._wbits)
        self._is_begun = False

    def feed(self, chunk: bytes, body: bytearray, whole_max: int) -> None:
        if not self._is_begun:
            self._head += chunk
            if len(self._head) < HEAD_BYTES:
                return
            chunk = self._begin()
        self._inflate(chunk, body, whole_max)

    def _begin(self) -> bytes:
        """Find out what it is by its head, and give what came of it."""
        if not self._is_gzip:
            self._wbits = 15 if _is_zlib(self._head) else -15
            self._stream = zlib.decompressobj(self._wbits)
        self._is_begun = True
        return self._head

    def _inflate(self, chunk: bytes, body: bytearray, whole_max: int) -> None:
        while chunk:
            if self._stream.eof:
                if not self._is_gzip or not chunk.strip(b"\0"):
                    return  # what stands behind the end is padding
                self._stream = zlib.decompressobj(self._wbits)
            try:
                body += self._stream.decompress(chunk, whole_max + 1 - len(body))
            except zlib.error as error:
                raise FetchError(
                    f"its compressed bytes are broken: {error}", rule="coding"
                ) from error
            if len(body) > whole_max:
                raise _too_big(whole_max, "unpacked")
            chunk = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def end(self) -> None:
        is_cut = self._is_begun and not self._stream.eof
        if is_cut or (self._head and not self._is_begun):
            raise FetchError("its compressed bytes end too early", rule="coding", may_pass=True)


def _is_zlib(head: bytes) -> bool:
    """Tell whether a stream begins as RFC 1950 says."""
    return head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0


def _decoder(coding: str) -> _Identity | _Inflate:
    wanted = coding.strip().lower()
    if wanted in {"", "identity"}:
        return _Identity()
    if wanted in {"gzip", "x-gzip"}:
        return _Inflate(is_gzip=True)
    if wanted == "deflate":
        return _Inflate(is_gzip=False)
    raise FetchError(
        f"sent in the coding {coding!a}, which was not asked for: {ACCEPTED} was", rule="coding"
    )
