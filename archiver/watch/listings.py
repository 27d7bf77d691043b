"""Feeds, sitemaps and home pages that are watched: what they name is watched too."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from archiver.errors import InputError
from archiver.model import Outcome, iso
from archiver.sources.http.fetch import Answer, host_of, plain_uri
from archiver.sources.http.looks import BLOCKING, article_uri, media_type
from archiver.sources.listings import Entry, Kind, Listing, kind_of, read
from archiver.store import Store, looks, watches, withdrawals
from archiver.store.watches import Watch
from archiver.uri import is_home

BACKLOG: Final = timedelta(days=7)
"""How old we take what a sitemap lists without a time when it is read first."""

LONG_AGO: Final = timedelta(days=30)
"""A sitemap lists all there is: what changed last before this is left out of what is watched."""


class Listings:
    """What watched listings name. `new_max` bounds the new articles of one look."""

    def __init__(self, store: Store, new_max: int) -> None:
        self._store = store
        self._new_max = new_max

    def kind(self, watch: Watch, answer: Answer) -> Kind:
        """Tell what a watch is of: as it was found to be, else as its first answer shows."""
        if watch.kind != "unknown":
            return watch.kind
        if answer.error is not None or answer.exchange.status != 200:
            return "page"
        kind = kind_of(answer.payload, media_type(answer))
        if kind == "page" and is_home(article_uri(watch.uri)):
            return "home"
        return kind

    def take(self, watch: Watch, answer: Answer, sitemaps: Sequence[str]) -> Watch:
        """Record a look at a listing, and watch what it names; give what became of the watch.

        `sitemaps` are those that robots.txt names, for a home page.
        """
        listing, reason = _read(watch, answer)
        outcome = _outcome(answer, listing)
        new_n = 0
        with self._store.transaction():
            looks.add_exchange(
                self._store,
                answer.exchange,
                asked_at=answer.asked_at,
                outcome=outcome,
                reason=reason,
                watch_id=watch.id,
            )
            if listing is not None:
                new_n, left_n = self._entries(watch, listing, answer.asked_at)
                kind: Kind = "sitemap" if watch.kind == "sitemap" else "feed"
                new_n += self._listings(watch, kind, listing.listings, answer.asked_at)
                new_n += self._listings(watch, "sitemap", sitemaps, answer.asked_at)
                if left_n:
                    reason = f"{left_n:,} entries more were left out"
        failed = outcome in {"error", "blocked"}
        found = watch._replace(
            outcome=outcome,
            reason=reason,
            failures_n=watch.failures_n + 1 if failed else 0,
            changed_at=iso(answer.asked_at) if new_n else watch.changed_at,
        )
        if listing is not None:
            found = found._replace(
                etag=answer.exchange.header("etag"),
                last_modified=answer.exchange.header("last-modified"),
                validated_uri=answer.final_uri,
            )
        return found

    def _entries(self, watch: Watch, listing: Listing, now: datetime) -> tuple[int, int]:
        """Watch the articles that a listing names; give how many are new, how many were left."""
        new_n, left_n = 0, listing.left_n
        for entry in listing.entries:
            named = _named(entry)
            if named is None:
                continue
            uri, name = named
            said = (entry.title, entry.summary, entry.published, entry.updated, entry.uri)
            known = watches.by_name(self._store.connection, name)
            if known and withdrawals.withdrawal(self._store.connection, known.article_id):
                continue  # a feed's words of it are words of it
            is_known = known is not None
            is_listed = watches.is_listed(self._store.connection, watch.id, name)
            if not is_known and _is_old(listing, entry, now):
                left_n += 1
                continue
            watches.add_entry(self._store.connection, watch.id, name, said, now)
            if not is_known and (is_listed or new_n >= self._new_max):
                left_n += not is_listed  # it was left out of a look at all there was
                continue
            if not is_known:
                began_at = min(_began_at(watch, entry, now), now)
                new_n += watches.add(
                    self._store.connection,
                    uri=uri,
                    name=name,
                    host=host_of(uri),
                    kind="page",
                    began_at=began_at,
                    now=now,
                    found_in=watch.id,
                )
        return new_n, left_n

    def _listings(self, watch: Watch, kind: Kind, found: Sequence[str], now: datetime) -> int:
        """Watch the listings that a home page or an index names; give how many are new."""
        new_n = 0
        for address in found:
            named = _named(Entry(address))
            if named is not None:
                new_n += watches.add(
                    self._store.connection,
                    uri=named[0],
                    name=named[1],
                    host=host_of(named[0]),
                    kind=kind,
                    began_at=now,
                    now=now,
                    found_in=watch.id,
                )
        return new_n


def _is_old(listing: Listing, entry: Entry, now: datetime) -> bool:
    """Tell whether an entry of a sitemap changed last before what is worth watching."""
    if listing.kind != "sitemap" or entry.moment is None:
        return False
    return now - entry.moment > LONG_AGO


def _began_at(watch: Watch, entry: Entry, now: datetime) -> datetime:
    """Give when an article was published, as far as a listing tells.

    What a sitemap lists at the first look, without a time, may be of any age: it is taken for old,
    or a host would be asked for its whole archive every twenty minutes.
    """
    known = entry.published_at or (entry.moment if watch.kind == "sitemap" else None)
    if known is None and watch.kind == "sitemap" and not watch.looked_at:
        return now - BACKLOG
    return known or now


def _read(watch: Watch, answer: Answer) -> tuple[Listing | None, str]:
    """Read the answer as a listing; give None, and why, where it is none."""
    if answer.error is not None:
        return None, str(answer.error)
    if answer.is_unchanged:
        return None, ""
    if answer.exchange.status != 200:
        return None, f"HTTP {answer.exchange.status}"
    try:
        kind: Kind = "page" if watch.kind == "unknown" else watch.kind
        return read(answer.payload, kind, answer.final_uri), ""
    except InputError as error:
        return None, str(error)


def _outcome(answer: Answer, listing: Listing | None) -> Outcome:
    if answer.error is not None:
        return "blocked" if answer.error.rule in BLOCKING else "error"
    if answer.is_unchanged:
        return "not_modified"
    if listing is not None:
        return "ok"
    return "gone" if answer.exchange.status in {404, 410} else "error"


def _named(entry: Entry) -> tuple[str, str] | None:
    """Give an address as it is asked for and in its one spelling, None for what is none."""
    try:
        return plain_uri(entry.uri), article_uri(entry.uri)
    except InputError:
        return None
