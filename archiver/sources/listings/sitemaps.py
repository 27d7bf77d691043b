"""Sitemaps, indexes of them, and news sitemaps (sitemaps.org 0.9). Bounded, without entities."""

import io
from typing import Final
from urllib.parse import urljoin

from archiver.errors import InputError
from archiver.sources.listings import ENTRIES_MAX, TITLE_MAX, Entry, Listing
from archiver.sources.listings.feeds import iso_moment

LISTINGS_MAX: Final = 1_000
"""Sitemaps that are taken from one index."""

TEXTS: Final = frozenset(("loc", "lastmod", "publication_date", "title"))
GZIP: Final = b"\x1f\x8b"
WHOLE_MAX: Final = 50 * 1024 * 1024
"""Bytes of a sitemap, unpacked (sitemaps.org)."""


def read_sitemap(payload: bytes, base: str) -> Listing:
    """Read a sitemap or an index, the newest first; raise InputError for what is none."""
    from lxml import etree

    if payload[:2] == GZIP:
        payload = _unpacked(payload)
    entries: list[Entry] = []
    listings: list[tuple[str, str]] = []
    held: dict[str, str] = {}
    left_n = 0
    events = etree.iterparse(
        io.BytesIO(payload), events=("end",), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, recover=False,
    )  # fmt: skip
    try:
        for _, node in events:
            name = _local_name(node.tag) if isinstance(node.tag, str) else ""
            if name in TEXTS:
                # An image in an entry has a `loc` too: the first is the article's.
                held.setdefault(name, " ".join((node.text or "").split()))
            elif name == "sitemap":
                listings.append((held.get("lastmod", ""), _address(held, base)))
                held = {}
            elif name == "url":
                if len(entries) < ENTRIES_MAX:
                    entries.append(_entry(held, base))
                else:
                    left_n += 1
                held = {}
            if name in {"url", "sitemap"}:
                node.clear()
    except etree.XMLSyntaxError as error:
        raise InputError(f"is a sitemap that cannot be read: {error}") from error
    newest = [uri for _, uri in sorted(listings, key=lambda one: one[0], reverse=True) if uri]
    named = [entry for entry in entries if entry.uri]
    named.sort(key=lambda entry: entry.moment.timestamp() if entry.moment else 0, reverse=True)
    left_n += max(0, len(newest) - LISTINGS_MAX)
    return Listing("sitemap", tuple(named), tuple(newest[:LISTINGS_MAX]), left_n=left_n)


def _local_name(tag: str) -> str:
    """Give a tag without its namespace, or without the prefix of one that is not declared.

    On the latter lxml's QName fails, before the parser can say what is wrong.
    """
    return tag.rpartition("}")[2].rpartition(":")[2]


def _entry(held: dict[str, str], base: str) -> Entry:
    published = held.get("publication_date", "")
    updated = held.get("lastmod", "")
    published_at = iso_moment(published)
    return Entry(
        uri=_address(held, base),
        title=held.get("title", "")[:TITLE_MAX],
        published=published[:TITLE_MAX],
        updated=updated[:TITLE_MAX],
        published_at=published_at,
        moment=iso_moment(updated) or published_at,
    )


def _address(held: dict[str, str], base: str) -> str:
    try:
        uri = urljoin(base, held.get("loc", ""))
    except ValueError:
        return ""
    return uri if held.get("loc") and uri.startswith(("http://", "https://")) else ""


def _unpacked(payload: bytes) -> bytes:
    import zlib

    stream = zlib.decompressobj(31)
    try:
        whole = stream.decompress(payload, WHOLE_MAX)
    except zlib.error as error:
        raise InputError(f"is a compressed sitemap that cannot be read: {error}") from error
    if stream.unconsumed_tail:
        raise InputError(f"is a sitemap of more than {WHOLE_MAX:,} bytes")
    return whole
