"""What `archiver watch` does between its arguments and its loop: set up, tell, count."""

import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING, Any

import typer

from archiver.cli.output import Form, counted, minutes, print_rows, say, write
from archiver.cli.web_options import Rendering, browser

if TYPE_CHECKING:
    import sqlite3

    from archiver.model import Grade
    from archiver.sources.http.fetch import Manners
    from archiver.store import Store
    from archiver.watch.alerts import Receiver, Wanted
    from archiver.watch.loop import Looked, Options, Watcher

PLAN_COLUMNS = ("site", "articles", "feeds", "due", "looks_per_day", "next")
LOOK_COLUMNS = (
    "at", "outcome", "version", "is_new", "status", "duration_ms", "kind", "url", "article",
    "reason", "due",
)  # fmt: skip
TOLD_LETTERS = 200


class Telling:
    """Tells of each look in a line, and counts them."""

    def __init__(self, wanted: Form, *, silent: bool) -> None:
        self._wanted = wanted
        self._silent = silent
        self._counts: Counter[str] = Counter()
        self.looks_n = 0
        self.failed_n = 0
        self.wrong_n = 0

    def wrong(self, reason: str) -> None:
        """Tell of an address that is none."""
        self.wrong_n += 1
        say(f"Error: {reason}")

    def __call__(self, look: "Looked") -> None:
        """Tell of a look."""
        self.looks_n += 1
        self.failed_n += look.outcome in {"error", "blocked"}
        self._counts["new" if look.is_new else look.outcome] += 1
        if self._wanted == "nl":
            print_rows([_row(look)], LOOK_COLUMNS, "nl")
        elif not self._silent:
            say(_line(look))

    def summary(self) -> str:
        """Give what the looks found, in a sentence."""
        if not self.looks_n:
            return "Nothing was due."
        parts: list[tuple[str, str]] = [
            ("new", "new version"), ("ok", "read"), ("not_modified", "not modified"),
            ("gone", "gone"), ("blocked", "blocked"), ("error", "error"),
        ]  # fmt: skip
        said = [
            counted(self._counts[name], word) if name in {"new", "error"}
            else f"{self._counts[name]} {word}"
            for name, word in parts if self._counts[name]
        ]  # fmt: skip
        others = sum(self._counts.values()) - sum(self._counts[name] for name, _ in parts)
        return f"{counted(self.looks_n, 'look')}: {', '.join(said)}" + (
            f", {others} without an article." if others else "."
        )


def _line(look: "Looked") -> str:
    version = f" version {look.number}" if look.number else ""
    seen = f"new{version}" if look.is_new else f"{look.outcome}{version}"
    status = f" {look.status}" if look.status else ""
    reason = f" ({look.reason[:TOLD_LETTERS]})" if look.reason else ""
    return (
        f"{look.at:%Y-%m-%dT%H:%M:%SZ} {seen}{status} {look.duration_ms} ms {look.uri}{reason}; "
        f"next {minutes(look.due_at)}"
    )


def _row(look: "Looked") -> dict[str, Any]:
    from archiver.model import iso

    return {
        "at": iso(look.at),
        "outcome": look.outcome,
        "version": look.number or None,
        "is_new": look.is_new,
        "status": look.status or None,
        "duration_ms": look.duration_ms,
        "kind": look.kind,
        "url": look.uri,
        "article": look.article_id or None,
        "reason": look.reason,
        "due": look.due_at,
    }


def print_plan(connection: "sqlite3.Connection", wanted: Form) -> None:
    """Print what each site is to be asked for."""
    from archiver.store import watches
    from archiver.watch.plan import planned

    found = planned(watches.watched(connection), datetime.now(UTC))
    rows = [
        {
            "site": one.site,
            "articles": one.articles,
            "feeds": one.feeds,
            "due": one.due,
            "looks_per_day": one.looks_n,
            "next": one.next_at,
        }
        for one in found
    ]
    if wanted == "text" and not rows:
        write("Nothing is watched.\n")
        return
    print_rows(rows, PLAN_COLUMNS, wanted)
    if wanted == "text":
        looks_n = sum(one.looks_n for one in found)
        articles_n, feeds_n = sum(one.articles for one in found), sum(one.feeds for one in found)
        write(
            f"\n{counted(articles_n, 'article')}, {counted(feeds_n, 'feed')}: "
            f"{sum(one.due for one in found)} due now, {counted(looks_n, 'request')} "
            "in the next 24 hours if nothing changes.\n"
        )


def print_status(connection: "sqlite3.Connection", wanted: Form) -> None:
    """Print what the latest looks found, and what is overdue the longest."""
    from archiver.model import iso
    from archiver.store import watches

    now = datetime.now(UTC)
    counts = watches.counts(connection)
    tallies = watches.tallies(connection)
    overdue = watches.oldest_overdue(connection, now)
    document = {
        "at": iso(now),
        "watched": counts,
        "outcomes": [
            {
                "outcome": one.outcome or "not looked at yet",
                "reason": one.reason,
                "n": one.watches_n,
            }
            for one in tallies
        ],
        "looks_today": sum(watches.looks_of_day(connection, now).values()),
        "oldest_overdue": {"url": overdue.uri, "due": overdue.due_at} if overdue else None,
    }
    if wanted == "json":
        import json

        write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    if wanted != "text":
        print_rows(document["outcomes"], ("outcome", "reason", "n"), wanted)  # type: ignore[arg-type]
        return
    if not counts:
        write("Nothing is watched.\n")
        return
    kinds = [
        f"{n} stopped" if kind == "stopped" else counted(n, kind) for kind, n in counts.items()
    ]
    write(", ".join(kinds) + "\n")
    for one in tallies:
        reason = f"  {one.reason[:TOLD_LETTERS]}" if one.reason else ""
        write(f"{one.watches_n:>7}  {one.outcome or 'not looked at yet'}{reason}\n")
    write(f"{document['looks_today']} looks today (UTC)\n")
    if overdue:
        write(f"Overdue the longest: {overdue.uri}, since {minutes(overdue.due_at)}\n")
    else:
        write("Nothing is overdue.\n")


def receivers(addresses: Sequence[str]) -> "list[Receiver]":
    """Give whom to tell, or end in wrong usage."""
    from archiver.errors import InputError
    from archiver.watch.alerts import Receiver

    try:
        return [Receiver(address) for address in addresses]
    except InputError as error:
        raise typer.BadParameter(f"--alert: {error}") from None


def chosen(
    store: "Store", grades: "Sequence[Grade]", sites: Sequence[str], articles: Sequence[str]
) -> "Wanted":
    """Give which edits are to be told."""
    from archiver.store import queries
    from archiver.watch.alerts import Wanted

    return Wanted(
        grades=frozenset(grades),
        sites=frozenset(sites),
        articles=frozenset(queries.find_article(store.connection, name).id for name in articles),
    )


def drop(store: "Store", addresses: Sequence[str]) -> None:
    """Watch addresses no more, or end in wrong usage for what is not watched."""
    from archiver.errors import InputError
    from archiver.store import watches
    from archiver.uri import uri_r

    for address in addresses:
        try:
            found = watches.by_name(store.connection, uri_r(address))
        except InputError as error:
            raise typer.BadParameter(f"--drop: {error}") from None
        if found is None:
            raise typer.BadParameter(f"--drop: {address} is not watched")
        with store.transaction():
            watches.stop(store.connection, found.id, "dropped")
        say(f"{found.uri} is watched no more.")


def is_any(store: "Store") -> bool:
    """Tell whether anything is watched."""
    from archiver.store import watches

    return bool(set(watches.counts(store.connection)) - {"stopped"})


def add(watcher: "Watcher", addresses: Sequence[str], told: Telling) -> None:
    """Watch addresses; tell of those that are none."""
    from archiver.errors import InputError

    for address in addresses:
        try:
            watcher.add(address)
        except InputError as error:
            told.wrong(str(error))


@contextmanager
def watcher(
    store: "Store",
    manners: "Manners",
    options: "Options",
    told: Telling,
    receivers: "Sequence[Receiver]",
    chosen: "Wanted",
    links: str,
    rendering: Rendering,
) -> "Iterator[Watcher]":
    """Give a watcher that SIGTERM and Ctrl-C stop kindly."""
    from archiver.sources.http.clock import RealClock
    from archiver.sources.http.fetch import Fetcher
    from archiver.watch.alerts import Alerts
    from archiver.watch.loop import Watcher

    clock = RealClock()
    fetcher = Fetcher(clock, manners)
    alerts = Alerts(store, clock, receivers, chosen, links) if receivers else None
    with browser(fetcher, rendering) as renderer:
        made = Watcher(store, fetcher, clock, options, told, alerts, renderer)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            made.stop()
            clock.stop()

        before = {one: signal.signal(one, stop) for one in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield made
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
            if alerts is not None:
                alerts.close()
            fetcher.close()
