"""What tests compare: an archive by its natural keys, without row ids and our own clock."""

import sqlite3
from contextlib import closing
from pathlib import Path

QUERIES = {
    "payloads": "select sha256, size_bytes from payloads",
    "captures": """
        select uri, payloads.sha256, captured_at, time_from, not_before, source, place,
            media_type, outcome
        from captures join articles on articles.id = captures.article_id
        join payloads on payloads.id = captures.payload_id
    """,
    "documents": """
        select payloads.sha256, extractor, documents.sha256, words_n, encoding, notes
        from documents join payloads on payloads.id = documents.payload_id
    """,
    "blocks": """
        select documents.sha256, extractor, position, kind, blocks.text from document_blocks
        join documents on documents.id = document_blocks.document_id
        join blocks on blocks.id = document_blocks.block_id
    """,
    "fields": """
        select documents.sha256, extractor, name, place, text
        from fields join documents on documents.id = fields.document_id
    """,
    "labels": """
        select payloads.sha256, captured_at, label, given_by from labels
        join captures on captures.id = labels.capture_id
        join payloads on payloads.id = captures.payload_id
    """,
    "titles": """
        select uri, titles.title from titles join articles on articles.id = titles.article_id
    """,
    "versions": """
        select uri, number, name, label, sha256, versions.first_seen, versions.last_seen,
            last_seen_old, versions.captures_n, headline, words_n, removed_n, inserted_n,
            moved_n, changes_n, grades, disclosed, notices, revert_of
        from versions join articles on articles.id = versions.article_id
    """,
    "diffs": """
        select uri, older.number, newer.number, engine, tokeniser, kept_n, diffs.removed_n,
            diffs.inserted_n, diffs.moved_n, diffs.disclosed, edits, delta
        from diffs join articles on articles.id = diffs.article_id
        join versions as older on older.id = old_version_id
        join versions as newer on newer.id = new_version_id
    """,
    "changes": """
        select uri, number, position, kind, grade, rule, in_note, field, block, old, new,
            changes.removed_n, changes.inserted_n, changes.first_seen
        from changes join articles on articles.id = changes.article_id
        join versions on versions.id = version_id
    """,
    "articles": """
        select uri, host, title, versions_n, captures_n, first_seen, last_seen, last_changed
        from articles join sites on sites.id = site_id
    """,
    "aliases": """
        select articles.uri, article_aliases.uri
        from article_aliases join articles on articles.id = article_id
    """,
}


def natural(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give the whole archive, sorted, by natural keys."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(connection.execute(query).fetchall(), key=repr)
            for name, query in QUERIES.items()
        }


def is_sound(path: Path) -> bool:
    """Tell whether SQLite finds the file, its foreign keys and its search index in order."""
    with closing(sqlite3.connect(path)) as connection:
        for table in ("blocks_fts", "fields_fts", "changes_fts"):
            connection.execute(f"insert into {table}({table}, rank) values ('integrity-check', 1)")
        connection.rollback()
        return (
            connection.execute("pragma integrity_check").fetchall() == [("ok",)]
            and connection.execute("pragma foreign_key_check").fetchall() == []
        )


def count(path: Path, table: str) -> int:
    """Give the number of rows of `table`."""
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute(f"select count(*) from {table}").fetchone()
        return int(number)
