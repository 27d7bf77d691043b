"""An archive of an earlier archiver: refused by readers, brought up to date by `snapshot`."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store import schema
from tests.conftest import Ran
from tests.helpers import is_sound
from tests.test_snapshot import article

Archiver = Callable[..., Ran]

CAPTURE = """
    insert into captures(
        id, article_id, payload_id, document_id, captured_at, time_from, source, place,
        media_type, outcome, recorded_at
    ) values ({n}, 1, {n}, {n}, '2024-01-0{n}T00:00:00Z', 'name', 'x/{n}.txt', 0, 'text/plain',
        'ok', '2024-02-01T00:00:00Z')
"""
VERSION = """
    insert into versions(
        id, article_id, number, name, label, document_id, sha256, first_capture_id, first_seen,
        last_seen, captures_n, headline, words_n, grades, disclosed
    ) values ({n}, 1, {n}, 'Version {n}', '', {n}, 'sha {n}', {n}, '2024-01-0{n}T00:00:00Z',
        '2024-01-0{n}T00:00:00Z', 1, 'Old bridge', 3, '["number"]', null)
"""


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """An archive with two versions and a change between them, made by the first migration alone."""
    from sqlite_utils import Database

    path = tmp_path / "earlier.db"
    connection = sqlite3.connect(path, isolation_level=None)
    with closing(connection):
        connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
        schema.migrations().apply(Database(connection), stop_before="m002_judgement")
        connection.execute("insert into sites(id, host) values (1, 'files')")
        connection.execute(
            "insert into articles(id, uri, title, site_id, versions_n, first_seen, last_changed)"
            " values (1, 'folder:x', 'Old bridge', 1, 2, '2024-01-01T00:00:00Z',"
            " '2024-01-02T00:00:00Z')"
        )
        for n in (1, 2):
            connection.execute(
                f"insert into payloads values ({n}, 'payload {n}', 3, 'identity', x'616263')"
            )
            connection.execute(
                "insert into documents(id, payload_id, extractor, sha256, words_n)"
                f" values ({n}, {n}, 'plain/1', 'sha {n}', 3)"
            )
            connection.execute(CAPTURE.format(n=n))
            connection.execute(VERSION.format(n=n))
        connection.execute(
            "insert into diffs values (1, 1, 1, 2, 'lcs/1', 'words/1', 2, 1, 1, 0, null, '{}')"
        )
        connection.execute(
            "insert into changes values (1, 1, 1, 2, '2024-01-02T00:00:00Z', 0, 'replace',"
            " 'number', 'body', 0, '50', '150', null, null, 1, 1)"
        )
    return path


def test_readers_say_what_brings_an_earlier_archive_up_to_date(
    archiver: Archiver, earlier: Path
) -> None:
    before = earlier.read_bytes()

    for words in (("list", earlier), ("changes", earlier), ("search", earlier, "50", "--removed")):
        ran = archiver(*words)
        assert ran.exit_code == 1
        assert "archiver snapshot" in ran.stderr
    assert earlier.read_bytes() == before


def test_an_earlier_archive_is_brought_up_to_date_with_its_rows(
    archiver: Archiver, earlier: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text(article())

    ran = archiver("snapshot", earlier, tmp_path / "new.txt")

    assert ran.exit_code == 0, ran.stderr
    assert is_sound(earlier)
    (log, *_) = json.loads(archiver("log", earlier, "1", "--json").stdout)[1:]
    assert (log["grades"], log["disclosed"]) == (["number"], None)
    (row,) = json.loads(archiver("changes", earlier, "--json").stdout)
    assert (row["old"], row["new"], row["grade"], row["rule"], row["in_note"]) == (
        "50",
        "150",
        "number",
        "",
        False,
    )
    assert (row["from"], row["to"], row["disclosed"]) == (1, 2, None)


def test_what_was_never_judged_is_not_called_silent(
    archiver: Archiver, earlier: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text(article())
    archiver("snapshot", earlier, tmp_path / "new.txt")

    assert json.loads(archiver("changes", earlier, "--stealth", "--json").stdout) == []
    with closing(sqlite3.connect(earlier)) as connection:
        assert connection.execute("select count(*) from recent_changes").fetchone() == (1,)
        assert connection.execute("select count(*) from stealth_edits").fetchone() == (0,)
