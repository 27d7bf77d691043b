"""What a home page names: its feeds."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

FEED_TYPES: Final = frozenset((
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
))  # fmt: skip
LINKS_MAX: Final = 50


def discovered(payload: bytes, base: str) -> Iterator[str]:
    """Give the feeds that a page names in `<link rel=alternate>`, in its order, each once."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(payload[:5_000_000])
    origin = tree.css_first("base[href]")
    root = _joined(base, (origin.attributes.get("href") if origin else "") or "") or base
    seen: set[str] = set()
    for link in tree.css("link[rel][href][type]"):
        rel = (link.attributes.get("rel") or "").lower().split()
        kind = (link.attributes.get("type") or "").partition(";")[0].strip().lower()
        uri = _joined(root, link.attributes.get("href") or "")
        if "alternate" in rel and kind in FEED_TYPES and uri and uri not in seen:
            seen.add(uri)
            yield uri
        if len(seen) >= LINKS_MAX:
            return


def _joined(base: str, found: str) -> str:
    try:
        uri = urljoin(base, found.strip())
    except ValueError:
        return ""
    return uri if uri.startswith(("http://", "https://")) else ""
