"""What a payload is, by how it begins (as browsers do: WHATWG MIME Sniffing, 7.3)."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from archiver.sources.listings import Kind

START_BYTES: Final = 4_096
PROLOGUE: Final = re.compile(
    rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE
)
ROOT: Final = re.compile(rb"\s*<(?:[\w.-]+:)?([\w.-]+)")
FEEDS: Final = frozenset((b"rss", b"rdf", b"feed"))
SITEMAPS: Final = frozenset((b"urlset", b"sitemapindex"))


def kind_by_start(payload: bytes, media_type: str) -> "Kind":
    """Tell what a payload is. A JSON Feed says so in its `version`, a sitemap may be compressed."""
    if payload[:2] == b"\x1f\x8b":
        payload = _unpacked_start(payload)
    start = payload[:START_BYTES].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        start = start.decode("utf-16", "ignore").encode()
    if start.lstrip()[:1] == b"{":
        is_feed = b"jsonfeed.org" in start or "feed+json" in media_type
        return "feed" if is_feed else "page"
    at = 0
    while found := PROLOGUE.match(start, at):
        at = found.end()
    root = ROOT.match(start, at)
    name = root[1].lower() if root else b""
    if name in FEEDS:
        return "feed"
    return "sitemap" if name in SITEMAPS else "page"


def _unpacked_start(payload: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompressobj(31).decompress(payload, START_BYTES)
    except zlib.error:
        return b""
