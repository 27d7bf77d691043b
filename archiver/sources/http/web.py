"""The web as a source: one look at each address, and at each article that a listing names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archiver.errors import InputError
from archiver.model import Capture, Failure, Miss, Revisit
from archiver.sources.http.browser import Browser
from archiver.sources.http.fetch import Answer, Fetcher, origin_of, plain_uri
from archiver.sources.http.looks import article_uri, media_type, observed, rendered
from archiver.sources.listings import Kind, kind_of, read

DEPTH_MAX = 3
"""Listings in listings: a home page names a feed; an index, sitemaps."""

LISTINGS_MAX = 50
ARTICLES_MAX = 1_000
"""Articles of one listing, the newest first."""


class WebSource:
    """The addresses that a user named. `kind` is what they are, None where that is to be found."""

    def __init__(
        self,
        addresses: Sequence[str],
        fetcher: Fetcher,
        *,
        kind: Kind | None,
        label: str = "",
        browser: Browser | None = None,
    ) -> None:
        self._addresses = tuple(addresses)
        self._fetcher = fetcher
        self._kind = kind
        self._label = label
        self._ask = browser.look if browser else fetcher.look
        self._seen: set[str] = set()

    def count(self) -> int:
        """Give how many addresses were named; how many articles those name is not known yet."""
        return len(self._addresses)

    def captures(self) -> Iterator[Capture | Miss | Revisit | Failure]:
        """Look at one after another; what cannot be looked at is a Failure, or a Miss."""
        for address in self._addresses:
            try:
                uri = plain_uri(address)
                article_uri(uri)
            except InputError as error:
                yield Failure(source=address, reason=str(error))
                continue
            yield from self._looked(uri, self._kind, 0)

    def _looked(
        self, uri: str, wanted: Kind | None, depth: int
    ) -> Iterator[Capture | Miss | Revisit | Failure]:
        if article_uri(uri) in self._seen:
            return
        self._seen.add(article_uri(uri))
        answer = self._ask(uri)
        kind = wanted or _kind(answer)
        if kind == "page":
            if answer.rendered:
                raw, page = rendered(answer, article_uri(uri))
                yield raw
                yield replace(page, label=self._label)
                return
            look = observed(answer, article_uri(uri), 0)
            if isinstance(look, Capture) and self._label:
                look = replace(look, label=self._label)
            yield look
            return
        if answer.error is not None or answer.exchange.status != 200:
            reason = str(answer.error or f"HTTP {answer.exchange.status}")
            yield Failure(source=uri, reason=f"{uri}: {reason}")
            return
        try:
            listing = read(answer.payload, kind, answer.final_uri)
        except InputError as error:
            yield Failure(source=uri, reason=f"{uri}: {error}")
            return
        robots = self._fetcher.robots.get(origin_of(answer.final_uri))
        sitemaps = robots.sitemaps if robots and kind == "home" else []
        inner: Kind = "sitemap" if kind == "sitemap" else "feed"
        if depth < DEPTH_MAX:
            for one in listing.listings[:LISTINGS_MAX]:
                yield from self._looked(one, inner, depth + 1)
            for one in sitemaps[:LISTINGS_MAX]:
                yield from self._looked(one, "sitemap", depth + 1)
        for entry in listing.entries[:ARTICLES_MAX]:
            try:
                named = plain_uri(entry.uri)
                article_uri(named)
            except InputError as error:
                yield Failure(source=entry.uri, reason=f"{uri}: names {error}")
                continue
            yield from self._looked(named, "page", depth + 1)


def _kind(answer: Answer) -> Kind:
    if answer.error is not None or answer.exchange.status != 200:
        return "page"
    return kind_of(answer.payload, media_type(answer))
