"""Permanent names of versions: the time of a capture and the digest of its document.

A late import can shift the numbers of versions, and the first sight of one; a capture and what it
held never change. So `20250304T061500Z-9f86d081884c7d65` names the version that held that text
at that time, in this archive and in any other that recorded the same captures.
"""

import re
import sqlite3
from typing import Final

from archiver.errors import LookupFailedError
from archiver.model import Article, Version
from archiver.store import queries

DIGITS: Final = 16
"""Hexadecimal digits of the digest: 64 bits, of the few texts that one article had."""

PATTERN: Final = rf"[0-9]{{8}}T[0-9]{{6}}Z-[0-9a-f]{{{DIGITS}}}"
_REFERENCE: Final = re.compile(PATTERN)


def reference(version: Version) -> str:
    """Name `version` for good, by its first sight and its digest.

    The time is ISO 8601's basic format, which needs no escaping in an address.
    """
    return named(version.first_seen, version.sha256)


def named(moment: str, sha256: str) -> str:
    """Name the version that held the text of digest `sha256` at `moment`.

    >>> named("2025-03-04T06:15:00Z", "9f86d081884c7d659a2feaa0c55ad015")
    '20250304T061500Z-9f86d081884c7d65'
    """
    return f"{moment.replace('-', '').replace(':', '')}-{sha256[:DIGITS]}"


def is_reference(name: str) -> bool:
    """Tell whether `name` has the shape of a permanent name.

    >>> is_reference("20250304T061500Z-9f86d081884c7d65"), is_reference("3")
    (True, False)
    """
    return _REFERENCE.fullmatch(name) is not None


def referred(connection: sqlite3.Connection, article: Article, name: str) -> Version:
    """Give the version of `article` that `name` means, or raise LookupFailedError.

    Of several with that text it is the one that stood at that time; where the text stood only
    once, the time need not fit: a merged archive may have seen it earlier.
    """
    if not is_reference(name):
        raise LookupFailedError(f"{name[:80]!r}: is no name of a version")
    moment, _, digest = name.partition("-")
    stood = f"{moment[:4]}-{moment[4:6]}-{moment[6:11]}:{moment[11:13]}:{moment[13:]}"
    same = queries.versions_of_text(connection, article, digest)
    then = [one for one in same if one.first_seen <= stood <= one.last_seen]
    found = then or (same if len(same) == 1 else [])
    if not found:
        raise LookupFailedError(f"There is no version {name} of this article in this archive.")
    return found[0]
