"""The bytes of an answer, its content coding removed, never more of them than asked for."""

import zlib
from collections.abc import Iterable
from typing import Final

from archiver.errors import FetchError

ACCEPTED: Final = "gzip, deflate"
"""What we ask for and can take back in bounded steps."""

CHUNK_BYTES: Final = 65_536


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
        self._wbits = 31 if is_gzip else 15
        self._is_gzip = is_gzip
        self._stream = zlib.decompressobj(self._wbits)
        self._is_fresh = True

    def feed(self, chunk: bytes, body: bytearray, whole_max: int) -> None:
        while chunk:
            if self._stream.eof:
                if not self._is_gzip or not chunk.strip(b"\0"):
                    return  # what stands behind the end is padding
                self._stream, self._is_fresh = zlib.decompressobj(self._wbits), True
            try:
                body += self._stream.decompress(chunk, whole_max + 1 - len(body))
            except zlib.error as error:
                if self._is_fresh and not self._is_gzip and self._wbits > 0:
                    self._wbits = -15
                    self._stream = zlib.decompressobj(self._wbits)
                    continue
                raise FetchError(
                    f"its compressed bytes are broken: {error}", rule="coding"
                ) from error
            self._is_fresh = False
            if len(body) > whole_max:
                raise _too_big(whole_max, "unpacked")
            chunk = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def end(self) -> None:
        if not self._stream.eof and not self._is_fresh:
            raise FetchError("its compressed bytes end too early", rule="coding", may_pass=True)


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
