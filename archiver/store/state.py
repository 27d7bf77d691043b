"""The state of an archive in a word: it changes with whatever is recorded, and nothing else."""

import hashlib
import sqlite3
from typing import Final

from archiver import __version__

RECORDED: Final = """
    select
        (select max(id) from captures), (select max(id) from rereadings),
        (select max(id) from titles), (select max(id) from labels),
        (select max(id) from article_aliases), (select max(id) from withdrawals),
        (select max(id) from feed_entries),
        (select max(id) from _sqlite_migrations)
"""


def state(connection: sqlite3.Connection) -> str:
    """Give a short digest of the newest row of each recorded table, and of this program.

    All that pages show is derived from those rows, which are never changed, by this program.
    """
    row = connection.execute(RECORDED).fetchone()
    return hashlib.sha256(f"{__version__}{tuple(row)}".encode()).hexdigest()[:16]
