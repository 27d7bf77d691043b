"""Payloads as they are kept: compressed where that helps, and checked when they are read."""

import hashlib
import zlib

from archiver.errors import StoreError
from archiver.model import Sha256

LEVEL = 6
"""zlib's own default: level 9 was 1 % smaller on real pages, at twice the time."""


def sha256(payload: bytes) -> Sha256:
    """Give the digest a payload is kept under."""
    return Sha256(hashlib.sha256(payload).hexdigest())


def pack(payload: bytes) -> tuple[str, bytes]:
    """Give (coding, body)."""
    body = zlib.compress(payload, LEVEL)
    return ("zlib", body) if len(body) < len(payload) else ("identity", payload)


def unpack(coding: str, body: bytes, expected: Sha256) -> bytes:
    """Give the payload back, or raise StoreError where it is not the one that was kept."""
    try:
        payload = zlib.decompress(body) if coding == "zlib" else body
    except zlib.error as error:
        raise StoreError(f"payload {expected}: its bytes do not unpack: {error}") from error
    if sha256(payload) != expected:
        raise StoreError(f"payload {expected}: its bytes are not the ones that were kept")
    return payload
