"""The loop of `archiver watch`: what is due is looked at, what was seen is recorded."""

import queue
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from archiver.errors import ArchiverError
from archiver.ingest import ingest
from archiver.ingest.results import Result
from archiver.model import Capture, Miss, Revisit, iso
from archiver.sources.http.browser import Browser
from archiver.sources.http.clock import Clock
from archiver.sources.http.fetch import Answer, Fetcher, Validators, host_of, origin_of, plain_uri
from archiver.sources.http.looks import article_uri, observed, rendered
from archiver.sources.http.robots import Robots
from archiver.store import Store, watches
from archiver.store.watches import Watch
from archiver.text import extract, extractor_of
from archiver.watch.alerts import Alerts
from archiver.watch.listings import Listings
from archiver.watch.times import moment, next_for

REFILL: Final = timedelta(seconds=30)
"""How often the archive is asked for what is due: another command may have added some."""

BATCH: Final = 50
"""Watches of one host that are held in memory, due and waiting: so that none crowds out others."""

HOST_BACK_OFF_S: Final = (60, 120, 240, 480, 960, 1800, 3600)
"""How long a host is left alone that could not be reached so many times in a row."""

TOO_MANY_S: Final = 600
"""The same, where it answered 429 and did not say how long."""

PATIENCE_S: Final = 120
"""With `once`, a host that asks to be left alone for longer is left for the next time; so is one
that could not be reached."""

UNREACHABLE: Final = frozenset(("connection", "dns", "timed-out", "tls", "protocol"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to watch. `budget_n` bounds the looks at a host a day."""

    once: bool = False
    budget_n: int = 5_000
    workers_n: int = 32
    new_max: int = 1_000
    """New articles that are taken from one look at a listing, the newest first."""


class Looked(NamedTuple):
    """One look, for whoever tells of it. `number` is of the version seen, 0 for none."""

    at: datetime
    outcome: str
    uri: str
    kind: str
    status: int
    duration_ms: int
    number: int
    is_new: bool
    reason: str
    due_at: str
    article_id: int


class Watcher:
    """Looks at what is due, many hosts at once, each of them one request after another."""

    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        clock: Clock,
        options: Options,
        tell: Callable[[Looked], None],
        alerts: Alerts | None = None,
        browser: Browser | None = None,
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._clock = clock
        self._options = options
        self._tell = tell
        self._alerts = alerts
        self._ask = browser.look if browser else fetcher.look
        self._inbox: deque[Capture | Miss | Revisit] = deque()
        self._results = self._ingested()
        self._listings = Listings(store, options.new_max)
        self._waiting: dict[str, deque[Watch]] = {}
        """What is due, by host; the hosts take turns in this order."""
        self._queued: set[int] = set()
        self._busy: set[str] = set()
        self._answers: queue.SimpleQueue[tuple[Watch, Answer | BaseException]] = queue.SimpleQueue()
        self._refill_at = clock.now()
        self._day = ""
        self._looks_n: dict[str, int] = {}
        self._failures_n: dict[str, int] = {}
        self._robots: dict[str, datetime] = {}
        self._is_stopped = False
        self._remember_robots()

    def _ingested(self) -> Iterator[Result]:
        return ingest(
            self._pulled(), self._store, extract, self._clock.now, extractor_of=extractor_of
        )

    def _pulled(self) -> Iterator[Capture | Miss | Revisit]:
        while True:
            yield self._inbox.popleft()

    def stop(self) -> None:
        """Start no more looks; those under way are finished and recorded."""
        self._is_stopped = True

    def add(self, address: str) -> bool:
        """Watch an address; tell whether it is new. Raise InputError for what is none."""
        uri, name = plain_uri(address), article_uri(address)
        now = self._clock.now()
        with self._store.transaction():
            is_new = watches.add(
                self._store.connection,
                uri=uri,
                name=name,
                host=host_of(uri),
                kind="unknown",
                began_at=now,
                now=now,
            )
            if not is_new:
                watches.resume(self._store.connection, name, now)
        return is_new

    def run(self) -> None:
        """Look until stopped; with `once`, until nothing is due."""
        if self._alerts is not None:
            self._alerts.queue()
        with ThreadPoolExecutor(self._options.workers_n, "look") as pool:
            while True:
                if self._alerts is not None:
                    self._alerts.send()
                if not self._is_stopped:
                    self._refill()
                    self._start_looks(pool)
                if self._busy:
                    self._take_answers()
                elif self._is_stopped or (self._options.once and not self._may_start_soon()):
                    break
                else:
                    self._clock.wait(self._pause_s())
        if self._alerts is not None and self._options.once:
            self._alerts.send(to_the_end=True)

    # what is due

    def _refill(self) -> None:
        """Take what is due from the archive, now and then, for hosts that have nothing waiting."""
        now, connection = self._clock.now(), self._store.connection
        if now < self._refill_at:
            return
        following = watches.next_due_at(connection, now)
        self._refill_at = min(now + REFILL, moment(following) if following else now + REFILL)
        for host in watches.due_hosts(connection, now):
            if not self._waiting.get(host):
                found = watches.due_at(connection, host, now, BATCH)
                new = [watch for watch in found if watch.id not in self._queued]
                self._queued.update(watch.id for watch in new)
                self._waiting[host] = deque(new)

    def _start_looks(self, pool: ThreadPoolExecutor) -> None:
        """Start one look at each host that may be asked now, the longest idle host first."""
        for host in list(self._waiting):
            if len(self._busy) >= self._options.workers_n:
                return
            if not self._waiting[host]:
                del self._waiting[host]
            elif self._may_ask(host):
                waiting = self._waiting.pop(host)
                watch = waiting.popleft()
                if waiting:
                    self._waiting[host] = waiting  # behind the others
                else:
                    self._refill_at = self._clock.now()
                self._busy.add(host)
                pool.submit(self._look, watch)

    def _may_ask(self, host: str) -> bool:
        is_free = self._fetcher.hosts.free_at(host) <= self._clock.now()
        return is_free and host not in self._busy and not self._is_put_off(host)

    def _is_put_off(self, host: str) -> bool:
        """Tell whether nothing more is asked of a host today, or in this one pass."""
        is_spent = self._today().get(host, 0) >= self._options.budget_n
        return is_spent or (self._options.once and host in self._failures_n)

    def _today(self) -> dict[str, int]:
        """Give the looks of this day by host."""
        now = self._clock.now()
        if iso(now)[:10] != self._day:
            self._day = iso(now)[:10]
            self._looks_n = watches.looks_of_day(self._store.connection, now)
        return self._looks_n

    def _may_start_soon(self) -> bool:
        """Tell whether anything that is due may be asked for within our patience."""
        soon = self._clock.now() + timedelta(seconds=PATIENCE_S)
        return any(
            self._fetcher.hosts.free_at(host) <= soon and not self._is_put_off(host)
            for host, waiting in self._waiting.items()
            if waiting
        )

    def _pause_s(self) -> float:
        """Give how long nothing is to be done: until a host is free, or something is due."""
        now = self._clock.now()
        times = [
            self._fetcher.hosts.free_at(host)
            for host, waiting in self._waiting.items()
            if waiting and not self._is_put_off(host)
        ]
        following = watches.next_due_at(self._store.connection, now)
        if following and not self._options.once:
            times.append(moment(following))
        pause = (min(times) - now) if times else timedelta(hours=1)
        return min(max(pause, timedelta(milliseconds=10)), REFILL * 2).total_seconds()

    # one look

    def _look(self, watch: Watch) -> None:
        """Look, in a thread of its own; nothing of the archive is touched here."""
        try:
            validators = (
                Validators(watch.validated_uri, watch.etag, watch.last_modified)
                if watch.validated_uri
                else None
            )
            self._answers.put((watch, self._ask(watch.uri, validators)))
        except BaseException as error:  # noqa: BLE001 - raised again where it can be seen
            self._answers.put((watch, error))

    def _take_answers(self) -> None:
        """Take the answers that are there; wait for one if there is none yet."""
        try:
            watch, answer = self._answers.get(timeout=0.05)
        except queue.Empty:
            return
        while True:
            self._busy.discard(watch.host)
            self._queued.discard(watch.id)
            if isinstance(answer, BaseException):
                raise answer
            self._take(watch, answer)
            try:
                watch, answer = self._answers.get_nowait()
            except queue.Empty:
                return

    def _take(self, watch: Watch, answer: Answer) -> None:
        """Record what a look saw, and when to look again."""
        if answer.error is not None and answer.error.rule == "stopped":
            return
        self._keep_robots(answer)
        self._mind_host(watch.host, answer)
        kind = self._listings.kind(watch, answer)
        if kind == "page":
            looked, result = self._take_page(watch._replace(kind=kind), answer)
        else:
            robots = self._fetcher.robots.get(origin_of(answer.final_uri))
            sitemaps = robots.sitemaps if robots and kind == "home" else []
            looked = self._listings.take(watch._replace(kind=kind), answer, sitemaps)
            result = None
            self._refill_at = self._clock.now()
        now = self._clock.now()
        looked = looked._replace(
            looked_at=iso(answer.asked_at), due_at=iso(next_for(looked, answer.asked_at))
        )
        self._refill_at = min(self._refill_at, moment(looked.due_at))
        self._today()[watch.host] = self._today().get(watch.host, 0) + 1
        with self._store.transaction():
            watches.looked(self._store.connection, looked)
            watches.count_look(self._store.connection, watch.host, now)
            if result is not None:
                self._stop_needless(looked, result)
        if self._alerts is not None and result is not None and result.outcome == "new":
            self._alerts.queue()
        self._tell(_told(looked, answer, result))

    def _take_page(self, watch: Watch, answer: Answer) -> tuple[Watch, Result]:
        name = article_uri(watch.uri)
        if answer.rendered:
            raw, page = rendered(answer, name)
            self._recorded(raw, answer)
            result = self._recorded(page, answer)
        else:
            result = self._recorded(observed(answer, name, watch.capture_id), answer)
        seen = "error" if result.outcome == "failed" else result.seen
        looked = watch._replace(
            article_id=result.article_id or watch.article_id,
            outcome=seen,
            reason=result.reason.removeprefix(f"{seen}: ") or answer.not_rendered,
            failures_n=watch.failures_n + 1 if seen in {"error", "blocked"} else 0,
            gone_since=(watch.gone_since or iso(answer.asked_at)) if seen == "gone" else "",
        )
        if result.outcome == "new" and result.number > 1:
            looked = looked._replace(changed_at=iso(answer.asked_at))
        if answer.rendered or seen == "error":
            # What scripts make of a page may change where it does not; after an error, ask anew.
            looked = _validated(looked, answer, 0)
        elif answer.error is None and not answer.is_unchanged:
            looked = _validated(looked, answer, result.capture_id)
        return looked, result

    def _recorded(self, look: Capture | Miss | Revisit, answer: Answer) -> Result:
        """Record a look. A fault of ours with one page is recorded, and stops no other."""
        try:
            self._inbox.append(look)
            return next(self._results)
        except (ArchiverError, sqlite3.Error):
            raise  # the archive's, which no other look would escape
        except Exception as error:  # noqa: BLE001 - it is to run for months
            self._inbox.clear()
            self._results = self._ingested()
            reason = f"a fault of archiver: {type(error).__name__}: {error}"
            self._inbox.append(
                Miss(
                    source=look.source,
                    uri=article_uri(look.source),
                    captured_at=look.captured_at,
                    outcome="error",
                    rule="fault",
                    reason=reason,
                    exchange=answer.exchange,
                )
            )
            return next(self._results)

    def _stop_needless(self, watch: Watch, result: Result) -> None:
        """Look no more at what was withdrawn, or is watched under another address."""
        connection = self._store.connection
        if result.outcome == "withdrawn":
            watches.stop(connection, watch.id, result.reason)
        elif watch.outcome == "ok":
            other = watches.of_article(connection, watch.article_id, watch.id)
            if 0 < other < watch.id:
                watches.stop(connection, watch.id, f"the same article as watch {other}")

    # hosts

    def _mind_host(self, host: str, answer: Answer) -> None:
        """Leave a host alone that is out of reach, or that says we ask too much."""
        is_out_of_reach = (
            answer.error is not None
            and answer.error.rule in UNREACHABLE
            and not answer.exchange.status  # else it is that page
        )
        if is_out_of_reach:
            n = self._failures_n.get(host, 0)
            self._failures_n[host] = n + 1
            pause_s = HOST_BACK_OFF_S[min(n, len(HOST_BACK_OFF_S) - 1)]
            self._fetcher.hosts.postpone(host, pause_s)
            return
        self._failures_n.pop(host, None)
        if answer.exchange.status == 429 and not answer.retry_after_s:
            self._fetcher.hosts.postpone(host, TOO_MANY_S)

    def _remember_robots(self) -> None:
        for origin, status, fetched_at, text in watches.robots(self._store.connection):
            self._fetcher.robots[origin] = Robots(
                origin=origin, status=status, text=text, fetched_at=moment(fetched_at)
            )
            self._robots[origin] = moment(fetched_at)

    def _keep_robots(self, answer: Answer) -> None:
        """Keep what the hosts of an answer ask of robots for the next run."""
        uris = (answer.final_uri, *(one.uri for one in answer.exchange.redirects))
        known = (self._fetcher.robots.get(origin) for origin in {origin_of(uri) for uri in uris})
        new = [one for one in known if one and self._robots.get(one.origin) != one.fetched_at]
        if not new:
            return
        with self._store.transaction():
            for one in new:
                self._robots[one.origin] = one.fetched_at
                watches.keep_robots(
                    self._store.connection,
                    (one.origin, one.status, iso(one.fetched_at), one.text),
                )


def _validated(watch: Watch, answer: Answer, capture_id: int) -> Watch:
    """Keep what the answer says of its state, to be sent back with the next question."""
    etag = answer.exchange.header("etag")
    last_modified = answer.exchange.header("last-modified")
    is_fit = answer.exchange.status == 200 and bool(etag or last_modified) and bool(capture_id)
    return watch._replace(
        etag=etag if is_fit else "",
        last_modified=last_modified if is_fit else "",
        validated_uri=answer.final_uri if is_fit else "",
        capture_id=capture_id if is_fit else 0,
    )


def _told(watch: Watch, answer: Answer, result: Result | None) -> Looked:
    return Looked(
        at=answer.asked_at,
        outcome=watch.outcome,
        uri=watch.uri,
        kind=watch.kind,
        status=answer.exchange.status,
        duration_ms=answer.exchange.duration_ms,
        number=result.number if result else 0,
        is_new=result is not None and result.outcome == "new",
        reason=watch.reason,
        due_at=watch.due_at,
        article_id=watch.article_id,
    )
