"""What is looked at again: rows that change with each look. What was seen is recorded elsewhere."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from archiver.model import iso

WatchKind = Literal["page", "feed", "sitemap", "home", "unknown"]


class Watch(NamedTuple):
    """One address that is looked at again. Times are ISO 8601 UTC, "" for none."""

    id: int
    article_id: int
    host: str
    kind: WatchKind
    state: str
    outcome: str
    due_at: str
    looked_at: str
    changed_at: str
    gone_since: str
    failures_n: int
    began_at: str
    added_at: str
    reason: str
    etag: str
    last_modified: str
    validated_uri: str
    capture_id: int
    name: str
    uri: str


COLUMNS = """
    id, coalesce(article_id, 0), host, kind, state, outcome, due_at, coalesce(looked_at, ''),
    coalesce(changed_at, ''), coalesce(gone_since, ''), failures_n, began_at, added_at, reason,
    etag, last_modified, validated_uri, coalesce(capture_id, 0), name, uri
"""


class Site(NamedTuple):
    """What is watched of a site."""

    host: str
    watches_n: int
    overdue_n: int
    next_at: str


class Tally(NamedTuple):
    """How many watches have an outcome, for a reason."""

    outcome: str
    reason: str
    watches_n: int


def add(
    connection: sqlite3.Connection,
    *,
    uri: str,
    name: str,
    host: str,
    kind: WatchKind,
    began_at: datetime,
    now: datetime,
    found_in: int | None = None,
) -> bool:
    """Watch an address, due at once; tell whether it was not watched before."""
    cursor = connection.execute(
        """
        insert or ignore into watches(
            host, kind, due_at, began_at, added_at, found_in, name, uri
        ) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (host, kind, iso(now), iso(began_at), iso(now), found_in, name, uri),
    )
    return cursor.rowcount > 0


def resume(connection: sqlite3.Connection, name: str, now: datetime) -> None:
    """Watch again what was no longer watched."""
    connection.execute(
        "update watches set state = 'watched', due_at = ? where name = ? and state = 'stopped'",
        (iso(now), name),
    )


def stop(connection: sqlite3.Connection, watch_id: int, reason: str) -> None:
    """Look at it no more."""
    connection.execute(
        "update watches set state = 'stopped', reason = ? where id = ?", (reason, watch_id)
    )


def by_name(connection: sqlite3.Connection, name: str) -> Watch | None:
    """Find the watch of an address."""
    row = connection.execute(f"select {COLUMNS} from watches where name = ?", (name,)).fetchone()  # noqa: S608 - constants
    return None if row is None else Watch(*row)


def of_article(connection: sqlite3.Connection, article_id: int, but: int) -> int:
    """Give another watch of an article, 0 where there is none."""
    row = connection.execute(
        "select id from watches where article_id = ? and id <> ? and state = 'watched' limit 1",
        (article_id, but),
    ).fetchone()
    return 0 if row is None else int(row[0])


def due_hosts(connection: sqlite3.Connection, now: datetime) -> list[str]:
    """Give the hosts at which something is due by `now`."""
    rows = connection.execute(
        "select distinct host from watches where state = 'watched' and due_at <= ?", (iso(now),)
    )
    return [str(host) for (host,) in rows]


def due_at(connection: sqlite3.Connection, host: str, now: datetime, most: int) -> list[Watch]:
    """Give what is due at a host by `now`, the longest due first."""
    rows = connection.execute(
        f"""
        select {COLUMNS} from watches where host = ? and state = 'watched' and due_at <= ?
        order by due_at, id limit ?
        """,  # noqa: S608 - constants
        (host, iso(now), most),
    )
    return [Watch(*row) for row in rows]


def watched(connection: sqlite3.Connection) -> Iterable[Watch]:
    """Give all that is watched."""
    rows = connection.execute(
        f"select {COLUMNS} from watches where state = 'watched' order by host, id"  # noqa: S608 - constants
    )
    return (Watch(*row) for row in rows)


def next_due_at(connection: sqlite3.Connection, after: datetime) -> str:
    """Give when something is due next, later than `after`; "" for never."""
    row = connection.execute(
        "select min(due_at) from watches where state = 'watched' and due_at > ?", (iso(after),)
    ).fetchone()
    return str(row[0] or "")


def looked(connection: sqlite3.Connection, watch: Watch) -> None:
    """Keep what a look changed of a watch."""
    connection.execute(
        """
        update watches set
            article_id = nullif(:article_id, 0), kind = :kind, outcome = :outcome,
            due_at = :due_at, looked_at = nullif(:looked_at, ''),
            changed_at = nullif(:changed_at, ''), gone_since = nullif(:gone_since, ''),
            failures_n = :failures_n, reason = :reason, etag = :etag,
            last_modified = :last_modified, validated_uri = :validated_uri,
            capture_id = nullif(:capture_id, 0)
        where id = :id
        """,
        watch._asdict(),
    )


def is_listed(connection: sqlite3.Connection, watch_id: int, name: str) -> bool:
    """Tell whether a listing named an article before."""
    row = connection.execute(
        "select 1 from feed_entries where watch_id = ? and name = ? limit 1", (watch_id, name)
    ).fetchone()
    return row is not None


def add_entry(
    connection: sqlite3.Connection, watch_id: int, name: str, said: Sequence[str], now: datetime
) -> bool:
    """Record what a feed says of an article, where it did not say so before.

    `said` is title, summary, published, updated and address. Tell whether it was new.
    """
    last = connection.execute(
        """
        select title, summary, published, updated, uri from feed_entries
        where watch_id = ? and name = ? order by id desc limit 1
        """,
        (watch_id, name),
    ).fetchone()
    if last is not None and tuple(last) == tuple(said):
        return False
    connection.execute(
        """
        insert into feed_entries(watch_id, name, seen_at, title, summary, published, updated, uri)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (watch_id, name, iso(now), *said),
    )
    return True


def count_look(connection: sqlite3.Connection, host: str, now: datetime, looks_n: int = 1) -> None:
    """Count a look at a host, for its budget of the day."""
    connection.execute(
        """
        insert into _watch_days(host, day, looks_n) values (:host, :day, :n)
        on conflict(host, day) do update set looks_n = looks_n + :n
        """,
        {"host": host, "day": iso(now)[:10], "n": looks_n},
    )


def looks_of_day(connection: sqlite3.Connection, now: datetime) -> dict[str, int]:
    """Give the looks of this day (UTC) by host."""
    rows = connection.execute(
        "select host, looks_n from _watch_days where day = ?", (iso(now)[:10],)
    )
    return {str(host): int(n) for host, n in rows}


def sites(connection: sqlite3.Connection, now: datetime) -> list[Site]:
    """Give what is watched by site, by name."""
    rows = connection.execute(
        """
        select host, count(*), sum(due_at <= ?), min(due_at) from watches
        where state = 'watched' group by host order by host
        """,
        (iso(now),),
    )
    return [Site(*row) for row in rows]


def tallies(connection: sqlite3.Connection) -> list[Tally]:
    """Give what the latest looks found, the most first; reasons of failures only."""
    rows = connection.execute(
        """
        select outcome, case when outcome in ('ok', 'not_modified', '') then '' else reason end,
            count(*)
        from watches where state = 'watched'
        group by 1, 2 order by 3 desc, 1, 2
        """
    )
    return [Tally(*row) for row in rows]


def oldest_overdue(connection: sqlite3.Connection, now: datetime) -> Watch | None:
    """Give what has been due for the longest."""
    row = connection.execute(
        f"""
        select {COLUMNS} from watches where state = 'watched' and due_at <= ?
        order by due_at, id limit 1
        """,  # noqa: S608 - constants
        (iso(now),),
    ).fetchone()
    return None if row is None else Watch(*row)


def robots(connection: sqlite3.Connection) -> list[tuple[str, int, str, str]]:
    """Give what hosts ask of robots as it was read last: origin, status, when, text."""
    rows = connection.execute("select origin, status, fetched_at, text from _robots")
    return [(str(row[0]), int(row[1]), str(row[2]), str(row[3])) for row in rows]


def keep_robots(connection: sqlite3.Connection, found: tuple[str, int, str, str]) -> None:
    """Remember what a host asks of robots: origin, status, when it was read, text."""
    connection.execute(
        """
        insert into _robots(origin, status, fetched_at, text) values (?, ?, ?, ?)
        on conflict(origin) do update set
            status = excluded.status, fetched_at = excluded.fetched_at, text = excluded.text
        """,
        found,
    )


def counts(connection: sqlite3.Connection) -> dict[str, Any]:
    """Give how many watches there are, by kind, and how many were stopped."""
    rows = connection.execute(
        """
        select case state when 'watched' then kind else 'stopped' end, count(*)
        from watches group by 1 order by 1
        """
    )
    return dict(rows.fetchall())
