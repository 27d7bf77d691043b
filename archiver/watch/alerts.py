"""Telling others of edits: each edit once to each receiver, however often we start again.

What is to be told is queued in the archive. It is marked as sent when the receiver took it; a
process that is killed between the two sends it again, with the same number, so that nothing is
lost.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from archiver.errors import InputError, LookupFailedError
from archiver.model import Change, Grade
from archiver.sources.http.clock import Clock
from archiver.store import Store, alerts, permanent, queries
from archiver.store.alerts import Edit, Waiting

CHANGES_N: Final = 20
"""Changes that a message quotes."""

SIDE_LETTERS: Final = 300
BACK_OFF_S: Final = (30, 60, 120, 300, 600, 1800, 3600)
AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which edits are told: those that fit all that is given; what is empty fits all."""

    grades: frozenset[Grade] = frozenset()
    sites: frozenset[str] = frozenset()
    articles: frozenset[int] = frozenset()


class Message(NamedTuple):
    """What a receiver gets."""

    title: str
    body: str


class Receiver:
    """Somebody to tell, at an address of apprise: mail, a webhook, a chat."""

    def __init__(self, address: str) -> None:
        try:
            import apprise
        except ImportError:
            raise InputError(
                "alerts need apprise: pip install 'archiver[alerts]', then try again"
            ) from None
        import logging

        logging.getLogger("apprise").addHandler(logging.NullHandler())
        logging.getLogger("apprise").propagate = False
        self._apprise: Any = apprise.Apprise()
        if not self._apprise.add(address):
            shown = address.partition("://")[0]
            raise InputError(f"{shown}://...: is no address of a receiver that apprise knows")
        self.name = hashlib.sha256(address.encode()).hexdigest()[:16]
        """A digest: the address may hold a password."""
        self.failures_n = 0
        self.free_at: datetime | None = None

    def send(self, message: Message) -> bool:
        """Send a message, and tell whether it was taken."""
        import apprise

        sent = self._apprise.notify(
            title=message.title, body=message.body, body_format=apprise.NotifyFormat.TEXT
        )
        return bool(sent)


class Alerts:
    """The alerts of one watcher. `links` is where the archive is served, "" for nowhere."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        receivers: Sequence[Receiver],
        wanted: Wanted,
        links: str = "",
    ) -> None:
        self._store = store
        self._clock = clock
        self._receivers = tuple(receivers)
        self._wanted = wanted
        self._links = links.rstrip("/")
        self._pool = ThreadPoolExecutor(1, "alert")
        self._under_way: tuple[Receiver, Waiting, Future[bool]] | None = None
        with store.transaction():
            for receiver in self._receivers:
                alerts.register(store.connection, receiver.name)

    def queue(self) -> None:
        """Queue what was noticed since it was queued last."""
        connection = self._store.connection
        for receiver in self._receivers:
            with self._store.transaction():
                for edit in alerts.new_edits(connection, receiver.name):
                    state: alerts.State = "waiting" if self._is_wanted(edit) else "left out"
                    alerts.queue(connection, receiver.name, edit, state, self._clock.now())
                alerts.queued(connection, receiver.name)

    def _is_wanted(self, edit: Edit) -> bool:
        wanted, connection = self._wanted, self._store.connection
        if wanted.articles and edit.article_id not in wanted.articles:
            return False
        if wanted.sites and alerts.site_of(connection, edit.article_id) not in wanted.sites:
            return False
        found = set(alerts.grades(connection, edit.version_id))
        return not wanted.grades or bool(found & wanted.grades)

    def send(self, *, to_the_end: bool = False) -> None:
        """Send the next of what waits, without waiting for it; with `to_the_end`, all there is.

        A receiver that fails is left alone for a while, ever longer; the others go on.
        """
        while True:
            if self._under_way is not None:
                receiver, alert, future = self._under_way
                if not (future.done() or to_the_end):
                    return
                self._finish(receiver, alert, future)
                self._under_way = None
            following = self._next()
            if following is None:
                return
            receiver, alert, message = following
            self._under_way = (receiver, alert, self._pool.submit(receiver.send, message))

    def close(self) -> None:
        """Wait for what is under way."""
        if self._under_way is not None:
            self._finish(*self._under_way)
            self._under_way = None
        self._pool.shutdown()

    def _next(self) -> tuple[Receiver, Waiting, Message] | None:
        for receiver in self._receivers:
            if receiver.free_at is not None and receiver.free_at > self._clock.now():
                continue
            for alert in alerts.waiting(self._store.connection, receiver.name, AT_ONCE):
                message = self._message(alert)
                if message is not None:
                    return receiver, alert, message
                with self._store.transaction():
                    alerts.leave_out(self._store.connection, alert.id, "its version is gone")
        return None

    def _finish(self, receiver: Receiver, alert: Waiting, future: "Future[bool]") -> None:
        reason = "the receiver did not take it"
        try:
            is_sent = future.result()
        except Exception as error:  # noqa: BLE001 - any receiver's fault is that receiver's
            is_sent, reason = False, f"{type(error).__name__}: {error}"
        now = self._clock.now()
        with self._store.transaction():
            alerts.tried(
                self._store.connection,
                alert.id,
                is_sent=is_sent,
                reason="" if is_sent else reason,
                now=now,
            )
        if is_sent:
            receiver.failures_n, receiver.free_at = 0, None
        else:
            pause_s = BACK_OFF_S[min(receiver.failures_n, len(BACK_OFF_S) - 1)]
            receiver.failures_n += 1
            receiver.free_at = now + timedelta(seconds=pause_s)

    def _message(self, alert: Waiting) -> Message | None:
        """Write the message of an alert; None where its version is not there any more."""
        from archiver.store.changes import changes_of

        connection = self._store.connection
        try:
            known = queries.article(connection, alert.article_id)
            if known is None:
                return None
            article = queries.refuse_withdrawn(connection, known)
            version = permanent.referred(connection, article, alert.version)
        except LookupFailedError:
            return None
        found = list(changes_of(connection, article.id, version.number))
        told = {True: "announced", False: "silent: no note was found", None: "nothing to announce"}
        window = f"between {version.last_seen_old or '?'} and {version.first_seen}"
        lines = [
            article.uri,
            f"Version {version.number}, changed {window}; {told[version.disclosed]}.",
            f"{version.removed_n} words out, {version.inserted_n} in.",
            f"Grades: {', '.join(version.grades) or 'none'}.",
            "",
            *(_line(change) for change in found[:CHANGES_N]),
        ]
        if len(found) > CHANGES_N:
            lines.append(f"and {len(found) - CHANGES_N} changes more")
        if self._links:
            before = queries.version(connection, article, version.number - 1)
            pair = f"{permanent.reference(before)}...{permanent.reference(version)}"
            lines += ["", f"{self._links}/-/compare/{article.id}/{pair}"]
        lines += ["", f"Alert {alert.id} of this archive, {alert.version}"]
        worst = version.grades[-1] if version.grades else "edited"
        return Message(f"[{worst}] {_one_line(article.title)}", "\n".join(lines))


def _line(change: Change) -> str:
    place = "" if change.field == "body" else f"{change.field.replace('_', ' ')}: "
    if change.kind in {"move", "split", "merge"}:
        return f"{change.grade}: {place}{change.kind}: {_one_line(change.new)}"
    old = f"[-{_one_line(change.old)}-]" if change.old else ""
    new = f"{{+{_one_line(change.new)}+}}" if change.new else ""
    return f"{change.grade}: {place}{old}{new}"


def _one_line(text: str) -> str:
    from archiver.render.visible import visible

    line = visible(text.replace("\n", " "))
    return line if len(line) <= SIDE_LETTERS else f"{line[: SIDE_LETTERS - 3]}..."
