"""What lists articles: feeds, sitemaps and home pages. `read` tells which a payload is."""

from datetime import datetime
from typing import Final, Literal, NamedTuple

from archiver.errors import InputError

Kind = Literal["page", "feed", "sitemap", "home"]

ENTRIES_MAX: Final = 50_000
"""Entries that are read of one listing, as many as a sitemap may have (sitemaps.org)."""

TITLE_MAX: Final = 1_000
SUMMARY_MAX: Final = 10_000


class Entry(NamedTuple):
    """An article that a listing names. Text is as it stands there, without markup.

    `moment` is `published` or `updated` as a time, None where it is none: when it is to have
    changed last, which listings are sorted by.
    """

    uri: str
    title: str = ""
    summary: str = ""
    published: str = ""
    updated: str = ""
    published_at: datetime | None = None
    moment: datetime | None = None


class Listing(NamedTuple):
    """What a payload lists: articles, and further listings.

    `left_n` entries more than `entries` were there; `title` is the feed's own.
    """

    kind: Kind
    entries: tuple[Entry, ...] = ()
    listings: tuple[str, ...] = ()
    title: str = ""
    left_n: int = 0


def kind_of(payload: bytes, media_type: str) -> Kind:
    r"""Tell what a payload is by how it begins; what is none of the others is a page.

    >>> kind_of(b'<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', "text/html")
    'feed'
    >>> kind_of(b"<!doctype html><html><title>rss</title>", "text/html")
    'page'
    """
    from archiver.sources.listings.sniff import kind_by_start

    return kind_by_start(payload, media_type)


def read(payload: bytes, kind: Kind, base: str) -> Listing:
    """Read a listing. Addresses are resolved against `base`, and what is no web address is left.

    Raise InputError for what cannot be read.
    """
    if kind == "feed":
        from archiver.sources.listings.feeds import read_feed

        return read_feed(payload, base)
    if kind == "sitemap":
        from archiver.sources.listings.sitemaps import read_sitemap

        return read_sitemap(payload, base)
    if kind == "home":
        from archiver.sources.listings.home import discovered

        return Listing("home", listings=tuple(discovered(payload, base)))
    raise InputError("is a page: it lists nothing")
