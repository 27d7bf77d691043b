"""Withdrawing an article: its texts go from every table that readers see; what it was stays.

What stays: the article's address, its captures with their times and outcomes, its documents with
their digests, the payloads' digests and, unless they are erased, their compressed bytes: sealed
evidence, which no page or command shows. What goes: versions, diffs and changes, paragraphs that
no other article has, fields, claims, links, titles and labels, and their places in the search
indexes. It is the one time that recorded rows are removed, because the law may ask for it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, NoReturn

from archiver.errors import StoreError
from archiver.store import derived

READINGS = ("document_blocks", "blocks", "fields", "claims", "links", "titles", "labels")
"""Recorded tables of which rows are removed."""

SEARCHED = ("blocks_fts", "fields_fts", "changes_fts")


class Withdrawal(NamedTuple):
    """That an article was withdrawn. `withdrawn_at` is ISO 8601 UTC."""

    article_id: int
    uri: str
    reason: str
    withdrawn_at: str
    is_erased: bool


def withdrawals(connection: sqlite3.Connection) -> list[Withdrawal]:
    """Give all that was withdrawn, the first one first."""
    rows = connection.execute(
        """
        select article_id, uri, reason, withdrawn_at, is_erased from withdrawals
        join articles on articles.id = article_id order by withdrawals.id
        """
    )
    return [_withdrawal(row) for row in rows]


def _withdrawal(row: Sequence[Any]) -> Withdrawal:
    article_id, uri, reason, withdrawn_at, is_erased = row
    return Withdrawal(article_id, uri, reason, withdrawn_at, bool(is_erased))


def withdrawal(connection: sqlite3.Connection, article_id: int) -> Withdrawal | None:
    """Give the withdrawal of an article, None where it was not withdrawn."""
    row = connection.execute(
        """
        select article_id, uri, reason, withdrawn_at, is_erased from withdrawals
        join articles on articles.id = article_id where article_id = ?
        """,
        (article_id,),
    ).fetchone()
    return None if row is None else _withdrawal(row)


def withdraw(
    connection: sqlite3.Connection, article_id: int, reason: str, moment: str, *, erase: bool
) -> None:
    """Remove the texts of an article; with `erase` the bytes they were read from too.

    The caller holds a transaction. What another article holds too stays there.
    """
    connection.execute("pragma secure_delete = on")
    documents = _documents(connection, article_id)
    with _unguarded(connection, (*READINGS, "documents", "payloads", "feed_entries")):
        derived.write_runs(connection, article_id, [], start=0, compare=_never)
        _remove_readings(connection, documents)
        connection.execute(
            "delete from labels where capture_id in (select id from captures where article_id = ?)",
            (article_id,),
        )
        connection.execute("delete from titles where article_id = ?", (article_id,))
        connection.execute(
            """
            delete from feed_entries
            where name in (select name from watches where article_id = ?)
            """,
            (article_id,),
        )
        connection.execute(
            "update watches set state = 'stopped' where article_id = ?", (article_id,)
        )
        connection.execute(
            "update articles set title = uri, state = 'ok', state_since = null where id = ?",
            (article_id,),
        )
        if erase:
            _erase(connection, article_id)
    connection.execute(
        """
        insert into withdrawals(article_id, reason, withdrawn_at, is_erased) values (?, ?, ?, ?)
        """,
        (article_id, reason, moment, int(erase)),
    )


def erase_payloads(connection: sqlite3.Connection, *, withdrawn_only: bool) -> None:
    """Empty the bodies of payloads, for a copy that is published. Their digests stay."""
    with _unguarded(connection, ("payloads",)):
        if withdrawn_only:
            for one in withdrawals(connection):
                _erase(connection, one.article_id)
        else:
            connection.execute("update payloads set body = x'', coding = 'identity'")


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that no page of it holds what was removed."""
    for table in SEARCHED:
        connection.execute(f"insert into {table}({table}) values ('optimize')")  # noqa: S608 - constants
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)")


def _never(_old: int, _new: int) -> NoReturn:
    raise StoreError("an article without versions has nothing to compare")


@contextmanager
def _unguarded(connection: sqlite3.Connection, tables: Sequence[str]) -> Iterator[None]:
    """Lift the guards of recorded tables; the transaction puts them back if anything fails."""
    names = [f"{table}_no_{verb}" for table in tables for verb in ("update", "delete")]
    marks = ", ".join("?" * len(names))
    guards = connection.execute(
        f"select name, sql from sqlite_master where type = 'trigger' and name in ({marks})",  # noqa: S608 - marks only
        names,
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"drop trigger {name}")
    yield
    for _, sql in guards:
        connection.execute(sql)


def _documents(connection: sqlite3.Connection, article_id: int) -> list[int]:
    """Give the documents that captures of this article, and of no other, were read as."""
    rows = connection.execute(
        """
        with held(article_id, document_id) as (
            select article_id, document_id from captures where document_id is not null
            union
            select article_id, rereadings.document_id from rereadings
            join captures on captures.id = capture_id where rereadings.document_id is not null
        )
        select document_id from held where article_id = :id
        except select document_id from held where article_id <> :id
        """,
        {"id": article_id},
    )
    return [document_id for (document_id,) in rows]


def _remove_readings(connection: sqlite3.Connection, documents: Sequence[int]) -> None:
    blocks: set[int] = set()
    for document_id in documents:
        blocks.update(
            block_id
            for (block_id,) in connection.execute(
                "select block_id from document_blocks where document_id = ?", (document_id,)
            )
        )
        connection.execute(
            """
            insert into fields_fts(fields_fts, rowid, words)
            select 'delete', id, coalesce(words, text) from fields where document_id = ?
            """,
            (document_id,),
        )
        for table in ("document_blocks", "fields", "claims", "links"):
            connection.execute(f"delete from {table} where document_id = ?", (document_id,))  # noqa: S608 - constants
        connection.execute(
            "update documents set section = '', notes = '' where id = ?", (document_id,)
        )
    for block_id in sorted(blocks):
        held = connection.execute(
            "select 1 from document_blocks where block_id = ? limit 1", (block_id,)
        ).fetchone()
        if held is None:
            connection.execute(
                """
                insert into blocks_fts(blocks_fts, rowid, words)
                select 'delete', id, coalesce(words, text) from blocks where id = ?
                """,
                (block_id,),
            )
            connection.execute("delete from blocks where id = ?", (block_id,))


def _erase(connection: sqlite3.Connection, article_id: int) -> None:
    """Empty the payloads that captures of this article alone have."""
    connection.execute(
        """
        update payloads set body = x'', coding = 'identity'
        where id in (
            select payload_id from captures where article_id = :id and payload_id is not null
            except select payload_id from captures where article_id <> :id
        )
        """,
        {"id": article_id},
    )
