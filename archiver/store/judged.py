"""What was found of two neighbours when they were archived: their changes, graded and counted."""

import json
import sqlite3
from typing import NamedTuple

from archiver.model import Change, Judgement, Version, Words


class Judged(NamedTuple):
    """The judgement of a stored diff, and its words."""

    judgement: Judgement
    words: Words


def stored_judgement(connection: sqlite3.Connection, old: Version, new: Version) -> Judged | None:
    """Give what is stored of the diff of two neighbours; None where there is none.

    None too where an earlier archiver judged, which named no rules: those are judged again.
    """
    row = connection.execute(
        """
        select diffs.id, diffs.kept_n, diffs.removed_n, diffs.inserted_n, diffs.moved_n,
            diffs.disclosed, versions.notices
        from diffs join versions on versions.id = diffs.new_version_id
        where old_version_id = ? and new_version_id = ?
        """,
        (old.id, new.id),
    ).fetchone()
    if row is None:
        return None
    changes = tuple(
        Change(
            kind=kind,
            old=was,
            new=now,
            block=block,
            field=field,
            removed_n=removed_n,
            inserted_n=inserted_n,
            grade=grade,
            rule=rule,
            in_note=bool(in_note),
        )
        for kind, was, now, block, field, removed_n, inserted_n, grade, rule, in_note in (
            connection.execute(
                """
                select kind, old, new, block, field, removed_n, inserted_n, grade, rule, in_note
                from changes where version_id = ? and diff_id = ? order by position
                """,
                (new.id, row[0]),
            )
        )
    )
    if not all(change.rule for change in changes):
        return None
    disclosed = None if row[5] is None else bool(row[5])
    return Judged(Judgement(changes, disclosed, tuple(json.loads(row[6]))), Words(*row[1:5]))
