"""What is derived from captures: versions, diffs, changes and counts, kept true to them."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from archiver.diff import encode
from archiver.model import OLD_VERSION, Change, Diff, Grade, Judgement, Outcome, Run, Words
from archiver.store.words import shadow


class Compared(NamedTuple):
    """What is stored of two neighbours.

    `delta` turns the old plain text into the new one, as diff-match-patch writes it; None where
    it was not computed.
    """

    diff: Diff
    judgement: Judgement
    words: Words
    delta: str | None = None


Compare = Callable[[int, int], Compared]
"""(old document id, new document id) -> what is to be stored of them."""


def write_runs(
    connection: sqlite3.Connection,
    article_id: int,
    runs: Sequence[Run],
    *,
    start: int,
    compare: Compare,
    state: tuple[Outcome, str] = ("ok", ""),
) -> None:
    """Make the article's versions those of `runs`, whose first `start` are known to stand.

    Rows whose run is still there keep their id, their diff and their changes. `state` is what the
    latest look found, and since when, "" where that is an article.
    """
    kept = _remove_gone(connection, article_id, runs, start)
    before = None
    if start:
        before = connection.execute(
            "select id from versions where article_id = ? and number = ?", (article_id, start)
        ).fetchone()[0]
    for index in range(start, len(runs)):
        run = runs[index]
        version_id = kept.get((run.sha256, run.first_capture_id))
        if version_id is None:
            version_id = _insert_version(connection, article_id, index + 1, run)
        else:
            _update_version(connection, version_id, index + 1, run)
        if before is None:
            _forget_diff(connection, version_id)
        else:
            _write_diff(connection, article_id, before, version_id, compare)
            _compare_readers(connection, before, version_id)
        before = version_id
    _label_first(connection, article_id, runs)
    _derive_reverts(connection, article_id, start)
    _derive_article(connection, article_id)
    connection.execute(
        "update articles set state = ?, state_since = ? where id = ?",
        (state[0], state[1] or None, article_id),
    )


def _remove_gone(
    connection: sqlite3.Connection, article_id: int, runs: Sequence[Run], start: int
) -> dict[tuple[str, int], int]:
    """Remove versions that no run stands for; give the ids of the others, their numbers freed."""
    wanted = {(run.sha256, run.first_capture_id) for run in runs[start:]}
    rows = connection.execute(
        "select id, sha256, first_capture_id from versions where article_id = ? and number > ?",
        (article_id, start),
    ).fetchall()
    kept = {(sha256, capture): id_ for id_, sha256, capture in rows if (sha256, capture) in wanted}
    gone = [id_ for id_, sha256, capture in rows if (sha256, capture) not in wanted]
    for version_id in gone:
        remove_diffs(connection, "old_version_id", version_id)
        remove_diffs(connection, "new_version_id", version_id)
        connection.execute("delete from versions where id = ?", (version_id,))
    connection.execute(
        "update versions set number = -number where article_id = ? and number > ?",
        (article_id, start),
    )
    return kept


def remove_diffs(connection: sqlite3.Connection, column: str, version_id: int) -> None:
    """Remove the diffs whose `column` is the version, and their changes."""
    if column not in {"old_version_id", "new_version_id"}:
        raise ValueError(column)
    connection.execute(
        f"delete from changes where diff_id in (select id from diffs where {column} = ?)",  # noqa: S608 - checked above
        (version_id,),
    )
    connection.execute(f"delete from diffs where {column} = ?", (version_id,))  # noqa: S608 - checked above


def _name(label: str, number: int) -> str:
    return label or f"Version {number}"


def _label_first(connection: sqlite3.Connection, article_id: int, runs: Sequence[Run]) -> None:
    """Show a first version without a label as the Old Version, unless another one is it."""
    if not runs:
        return
    is_taken = any(run.label == OLD_VERSION for run in runs[1:])
    label = runs[0].label or ("" if is_taken else OLD_VERSION)
    connection.execute(
        "update versions set label = ?, name = ? where article_id = ? and number = 1",
        (label, _name(label, 1), article_id),
    )


def _insert_version(connection: sqlite3.Connection, article_id: int, number: int, run: Run) -> int:
    cursor = connection.execute(
        """
        insert into versions(
            article_id, number, name, label, document_id, sha256, first_capture_id, first_seen,
            last_seen, last_seen_old, captures_n, headline, words_n, site_id
        ) values (
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            coalesce((select text from fields where document_id = ? and name = 'headline'), ''),
            (select words_n from documents where id = ?),
            (select site_id from articles where id = ?)
        )
        """,
        (
            article_id,
            number,
            _name(run.label, number),
            run.label,
            run.document_id,
            run.sha256,
            run.first_capture_id,
            run.first_seen,
            run.last_seen,
            run.last_seen_old or None,
            run.captures_n,
            run.document_id,
            run.document_id,
            article_id,
        ),
    )
    return int(cursor.lastrowid or 0)


def _update_version(connection: sqlite3.Connection, version_id: int, number: int, run: Run) -> None:
    connection.execute(
        """
        update versions set number = ?, name = ?, label = ?, document_id = ?, first_seen = ?,
            last_seen = ?, last_seen_old = ?, captures_n = ?
        where id = ?
        """,
        (
            number,
            _name(run.label, number),
            run.label,
            run.document_id,
            run.first_seen,
            run.last_seen,
            run.last_seen_old or None,
            run.captures_n,
            version_id,
        ),
    )
    connection.execute(
        "update changes set first_seen = ? where version_id = ? and first_seen <> ?",
        (run.first_seen, version_id, run.first_seen),
    )


def _forget_diff(connection: sqlite3.Connection, version_id: int) -> None:
    """Let the version be one that nothing stands before."""
    remove_diffs(connection, "new_version_id", version_id)
    connection.execute(
        """
        update versions set
            removed_n = 0, inserted_n = 0, moved_n = 0, changes_n = 0, grades = '[]',
            disclosed = null, notices = '[]', confirmed = null, other_reader = 0
        where id = ?
        """,
        (version_id,),
    )


def _write_diff(
    connection: sqlite3.Connection,
    article_id: int,
    old_version_id: int,
    new_version_id: int,
    compare: Compare,
) -> None:
    """Store the diff of two neighbours, unless it is there."""
    known = connection.execute(
        "select 1 from diffs where old_version_id = ? and new_version_id = ?",
        (old_version_id, new_version_id),
    ).fetchone()
    if known:
        return
    remove_diffs(connection, "new_version_id", new_version_id)
    remove_diffs(connection, "old_version_id", old_version_id)
    (old_document,) = connection.execute(
        "select document_id from versions where id = ?", (old_version_id,)
    ).fetchone()
    new_document, first_seen = connection.execute(
        "select document_id, first_seen from versions where id = ?", (new_version_id,)
    ).fetchone()
    diff, judgement, words, delta = compare(old_document, new_document)
    changes = judgement.changes
    cursor = connection.execute(
        """
        insert into diffs(
            article_id, old_version_id, new_version_id, engine, tokeniser, kept_n, removed_n,
            inserted_n, moved_n, disclosed, edits, delta
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            old_version_id,
            new_version_id,
            diff.engine,
            diff.tokeniser,
            *words,
            judgement.disclosed,
            encode(diff),
            delta,
        ),
    )
    _write_changes(connection, article_id, cursor.lastrowid, new_version_id, first_seen, changes)
    connection.execute(
        """
        update versions set
            removed_n = ?, inserted_n = ?, moved_n = ?, changes_n = ?, grades = ?,
            disclosed = ?, notices = ?
        where id = ?
        """,
        (
            words.removed,
            words.inserted,
            words.moved,
            len(changes),
            json.dumps(_distinct_grades(changes)),
            judgement.disclosed,
            json.dumps(judgement.notices, ensure_ascii=False),
            new_version_id,
        ),
    )


def _compare_readers(connection: sqlite3.Connection, old_id: int, new_id: int) -> None:
    """Say of a version whether a second extractor saw a change too, and whether one read both.

    It sees the body alone; a change in fields stands for itself.
    """
    connection.execute(
        """
        update versions set
            other_reader = readers.is_other,
            confirmed = case
                when readers.was = '' or readers.now = '' then null
                when not exists (select 1 from changes where version_id = :new) then null
                else readers.was <> readers.now or not exists (
                    select 1 from changes where version_id = :new and field = 'body'
                )
            end
        from (
            select before.second_opinion as was, after.second_opinion as now,
                before.extractor <> after.extractor as is_other
            from versions as older
            join documents as before on before.id = older.document_id
            join versions as newer on newer.id = :new
            join documents as after on after.id = newer.document_id
            where older.id = :old
        ) as readers
        where versions.id = :new
        """,
        {"old": old_id, "new": new_id},
    )


def _distinct_grades(changes: Sequence[Change]) -> list[str]:
    present = {change.grade for change in changes}
    return [grade for grade in get_args(Grade) if grade in present]


def _write_changes(
    connection: sqlite3.Connection,
    article_id: int,
    diff_id: int | None,
    version_id: int,
    first_seen: str,
    changes: Sequence[Change],
) -> None:
    connection.executemany(
        """
        insert into changes(
            diff_id, article_id, version_id, first_seen, position, kind, grade, rule, in_note,
            field, block, old, new, old_words, new_words, removed_n, inserted_n
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            (
                diff_id,
                article_id,
                version_id,
                first_seen,
                position,
                change.kind,
                change.grade,
                change.rule,
                change.in_note,
                change.field,
                change.block,
                change.old,
                change.new,
                shadow(change.old),
                shadow(change.new),
                change.removed_n,
                change.inserted_n,
            )
            for position, change in enumerate(changes)
        ),
    )


def _derive_reverts(connection: sqlite3.Connection, article_id: int, start: int) -> None:
    connection.execute(
        """
        update versions set revert_of = (
            select min(earlier.number) from versions as earlier
            where earlier.article_id = versions.article_id
                and earlier.sha256 = versions.sha256 and earlier.number < versions.number
        )
        where article_id = ? and number > ?
        """,
        (article_id, start),
    )


def _derive_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Let the article's row say what its captures and versions do, at a cost that stays flat.

    Only `captures_n` counts rows, in an index; the rest is looked up.
    """
    connection.execute(
        """
        update articles set
            versions_n = latest.number,
            captures_n = (select count(*) from captures where article_id = :id),
            first_seen = (select first_seen from versions where article_id = :id and number = 1),
            last_seen = latest.last_seen,
            last_changed = latest.first_seen,
            title = coalesce(
                (
                    select title from titles where article_id = :id order by id desc limit 1
                ),
                nullif(latest.headline, ''),
                uri
            )
        from (
            select number, first_seen, last_seen, headline from versions
            where article_id = :id order by number desc limit 1
        ) as latest
        where articles.id = :id
        """,
        {"id": article_id},
    )
    # An article whose looks found no text has no version.
    connection.execute(
        """
        update articles set
            versions_n = 0,
            captures_n = (select count(*) from captures where article_id = :id),
            first_seen = null, last_seen = null, last_changed = null,
            title = coalesce(
                (select title from titles where article_id = :id order by id desc limit 1), uri
            )
        where id = :id and not exists (select 1 from versions where article_id = :id)
        """,
        {"id": article_id},
    )
