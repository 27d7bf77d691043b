"""RSS, Atom and JSON Feed. feedparser is given bytes, and fetches nothing."""

import io
import json
from calendar import timegm
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin

from archiver.errors import InputError
from archiver.sources.listings import ENTRIES_MAX, SUMMARY_MAX, TITLE_MAX, Entry, Listing


def read_feed(payload: bytes, base: str) -> Listing:
    """Read a feed of any of the three forms, or raise InputError."""
    if payload.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json(payload, base)
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(payload), response_headers={"content-location": base})
    except Exception as error:  # whatever hostile bytes make of a parser
        raise InputError(f"is a feed that cannot be read: {error}") from error
    if not found.get("version") and not found.entries:
        raise InputError(f"is a feed that cannot be read: {found.get('bozo_exception', 'no feed')}")
    entries = []
    for one in found.entries[:ENTRIES_MAX]:
        uri = _address(one.get("link", ""), base)
        if uri:
            published_at = _moment(one.get("published_parsed"))
            entries.append(
                Entry(
                    uri=uri,
                    title=_words(one.get("title", ""), TITLE_MAX),
                    summary=_words(one.get("summary", ""), SUMMARY_MAX),
                    published=_line(one.get("published", "")),
                    updated=_line(dict.get(one, "updated", "")),  # else feedparser falls back
                    published_at=published_at,
                    moment=_moment(dict.get(one, "updated_parsed")) or published_at,
                )
            )
    return Listing(
        "feed",
        tuple(entries),
        title=_words(found.feed.get("title", ""), TITLE_MAX),
        left_n=max(0, len(found.entries) - ENTRIES_MAX),
    )


def _read_json(payload: bytes, base: str) -> Listing:
    """Read JSON Feed 1.0 or 1.1, https://www.jsonfeed.org/version/1.1/."""
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is a JSON Feed that cannot be read: {error}") from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise InputError("is a JSON Feed that cannot be read: it has no list of items")
    entries = []
    for item in items[:ENTRIES_MAX]:
        uri = _address(_text(item, "url"), base) if isinstance(item, dict) else ""
        if uri:
            published, updated = _text(item, "date_published"), _text(item, "date_modified")
            published_at = iso_moment(published)
            entries.append(
                Entry(
                    uri=uri,
                    title=_words(_text(item, "title"), TITLE_MAX),
                    summary=_words(_text(item, "summary"), SUMMARY_MAX),
                    published=published,
                    updated=updated,
                    published_at=published_at,
                    moment=iso_moment(updated) or published_at,
                )
            )
    title = _words(_text(found, "title"), TITLE_MAX)
    return Listing("feed", tuple(entries), title=title, left_n=max(0, len(items) - ENTRIES_MAX))


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return _line(value) if isinstance(value, str) else ""


def _line(found: str) -> str:
    return " ".join(found.encode("utf-8", "replace").decode().split())[:TITLE_MAX]


def _words(found: str, most: int) -> str:
    """Give the words of a text that may have markup in it."""
    text = found.encode("utf-8", "replace").decode()[: 10 * most]
    if "<" in text or "&" in text:
        from selectolax.lexbor import LexborHTMLParser

        text = LexborHTMLParser(text).text(separator=" ")
    return " ".join(text.replace("\0", "").split())[:most]


def _address(found: str, base: str) -> str:
    """Give a web address, "" for what is none."""
    try:
        uri = urljoin(base, found.strip())
    except ValueError:
        return ""
    return uri if found.strip() and uri.startswith(("http://", "https://")) else ""


def _moment(parsed: struct_time | None) -> datetime | None:
    """Give a time that feedparser read, which is in UTC."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def iso_moment(text: str) -> datetime | None:
    """Read a time in ISO 8601, or a day; what has no zone is taken for UTC.

    >>> iso_moment("2025-03-04T06:15:00+01:00"), iso_moment("today")
    (datetime.datetime(2025, 3, 4, 5, 15, tzinfo=datetime.timezone.utc), None)
    """
    try:
        found = datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
