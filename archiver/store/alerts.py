"""Who was told of which edit. Queued in one transaction with the place up to which was looked."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from archiver.model import iso
from archiver.store.permanent import named

State = Literal["waiting", "sent", "left out"]


class Edit(NamedTuple):
    """A version that an edit made, noticed since. `version` is its permanent name."""

    article_id: int
    version_id: int
    version: str


class Waiting(NamedTuple):
    """An alert that is to be sent."""

    id: int
    article_id: int
    receiver: str
    version: str
    attempts: int


def register(connection: sqlite3.Connection, receiver: str) -> None:
    """Let a receiver be told of edits that are noticed from now on, where it is new."""
    connection.execute(
        """
        insert or ignore into _receivers(receiver, capture_id)
        values (?, coalesce((select max(id) from captures), 0))
        """,
        (receiver,),
    )


def new_edits(connection: sqlite3.Connection, receiver: str) -> list[Edit]:
    """Give the edits noticed since the receiver's were queued last, the first one first."""
    rows = connection.execute(
        """
        select versions.article_id, versions.id, versions.first_seen, versions.sha256
        from captures
        join versions on versions.first_capture_id = captures.id
        where captures.id > (select capture_id from _receivers where receiver = ?)
            and versions.number > 1
        order by captures.id
        """,
        (receiver,),
    )
    return [Edit(row[0], row[1], named(row[2], row[3])) for row in rows]


def queue(
    connection: sqlite3.Connection, receiver: str, edit: Edit, state: State, now: datetime
) -> None:
    """Note that an edit is to be told, or that the receiver does not want it."""
    connection.execute(
        """
        insert or ignore into alerts(receiver, article_id, version, state, queued_at)
        values (?, ?, ?, ?, ?)
        """,
        (receiver, edit.article_id, edit.version, state, iso(now)),
    )


def queued(connection: sqlite3.Connection, receiver: str) -> None:
    """Note that every edit noticed so far is queued."""
    connection.execute(
        """
        update _receivers set capture_id = coalesce((select max(id) from captures), 0)
        where receiver = ?
        """,
        (receiver,),
    )


def waiting(connection: sqlite3.Connection, receiver: str, most: int) -> list[Waiting]:
    """Give what is to be sent to a receiver, the first queued first."""
    rows = connection.execute(
        """
        select id, article_id, receiver, version, attempts from alerts
        where state = 'waiting' and receiver = ? order by id limit ?
        """,
        (receiver, most),
    )
    return [Waiting(*row) for row in rows]


def tried(
    connection: sqlite3.Connection, alert_id: int, *, is_sent: bool, reason: str, now: datetime
) -> None:
    """Note how an attempt to send went."""
    connection.execute(
        """
        update alerts set attempts = attempts + 1, reason = :reason,
            state = case when :sent then 'sent' else state end,
            sent_at = case when :sent then :now else sent_at end
        where id = :id
        """,
        {"id": alert_id, "sent": is_sent, "reason": reason, "now": iso(now)},
    )


def leave_out(connection: sqlite3.Connection, alert_id: int, reason: str) -> None:
    """Note that an alert has nothing more to tell of."""
    connection.execute(
        "update alerts set state = 'left out', reason = ? where id = ?", (reason, alert_id)
    )


def grades(connection: sqlite3.Connection, version_id: int) -> Iterator[str]:
    """Give the grades of the changes that made a version."""
    rows = connection.execute(
        "select distinct grade from changes where version_id = ?", (version_id,)
    )
    return (str(grade) for (grade,) in rows)


def site_of(connection: sqlite3.Connection, article_id: int) -> str:
    """Give the site of an article."""
    row = connection.execute(
        """
        select host from articles join sites on sites.id = articles.site_id where articles.id = ?
        """,
        (article_id,),
    ).fetchone()
    return str(row[0]) if row else ""
