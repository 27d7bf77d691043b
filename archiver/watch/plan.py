"""What is due, and what it will cost, by site."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from archiver.model import iso
from archiver.store.watches import Watch
from archiver.watch.schedule import looks_in
from archiver.watch.times import facts, moment, next_for

DAY = timedelta(days=1)


class Planned(NamedTuple):
    """What a site is to be asked for. `looks_n` are the requests of the next 24 hours.

    They are as many as it takes if nothing changes; `robots.txt` and redirects come on top.
    """

    site: str
    articles: int
    feeds: int
    due: int
    looks_n: int
    next_at: str


def planned(watched: Iterable[Watch], now: datetime) -> list[Planned]:
    """Give what each site costs, the dearest first."""
    found: dict[str, Planned] = {}
    for watch in watched:
        before = found.get(watch.host) or Planned(watch.host, 0, 0, 0, 0, "")
        is_page = watch.kind in {"page", "unknown"}
        due_at = max(moment(watch.due_at), now)
        found[watch.host] = Planned(
            site=watch.host,
            articles=before.articles + is_page,
            feeds=before.feeds + (not is_page),
            due=before.due + (due_at <= now),
            looks_n=before.looks_n + _looks_n(watch, now, is_page=is_page),
            next_at=min(before.next_at or iso(due_at), iso(due_at)),
        )
    return sorted(found.values(), key=lambda one: (-one.looks_n, one.site))


def _looks_n(watch: Watch, now: datetime, *, is_page: bool) -> int:
    """Give the looks of the next 24 hours at what a watch is of."""
    until, due_at = now + DAY, max(moment(watch.due_at), now)
    if due_at >= until:
        return 0
    if is_page:
        return 1 + looks_in(facts(watch)._replace(looked_at=due_at), until)
    looks_n, at = 0, due_at
    while at < until:
        looks_n += 1
        at = next_for(watch, at)
    return looks_n
