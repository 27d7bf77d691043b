"""Kept bytes read anew: what an earlier extractor of ours read is never an edit of a publisher."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.ingest import ingest
from archiver.model import Capture, Uri
from archiver.store import open_store
from archiver.text import html
from archiver.text.decode import decode_html
from tests.conftest import Ran

Archiver = Callable[..., Ran]

URL = "https://ferry-post.example/2025/night-boat"
BODY = (
    "<p>The night boat to the outer islands will not sail before spring, the harbour board said "
    "on Monday evening after a long meeting in the old customs house.</p>"
    "<p>Two crews have been told to stay ashore, and both will be paid for {weeks} weeks. Nobody "
    "on the quay had asked for any of it, said the master of the small ferry.</p>"
    "<p>Ticket prices rise by ten per cent in April, and the board hopes for an early thaw.</p>"
)
PAGE = (
    "<html lang=en><head><title>No night boat before spring</title></head><body>"
    "<nav><ul><li><a href=/a>Home</a><li><a href=/b>Weather: {menu}</a></ul></nav>"
    "<main><article><h1>No night boat before spring</h1>{body}</article></main>"
    "<footer><p>All rights reserved {menu}</p></footer></body></html>"
)


def page(menu: str, weeks: str = "two") -> bytes:
    return PAGE.format(menu=menu, body=BODY.format(weeks=weeks)).encode()


def early_archive(path: Path, *pages: bytes) -> None:
    """Make the archive that an earlier archiver would have, which read all text of a page."""
    captures = [
        Capture(
            payload=payload,
            media_type="text/html",
            captured_at=datetime(2025, 1, day, tzinfo=UTC),
            time_from="name",
            source=f"ferry/2025-01-0{day}.html",
            fallback_uri=Uri("folder:ferry"),
            declared_uri=Uri(URL),
        )
        for day, payload in enumerate(pages, 1)
    ]
    with open_store(path) as store:
        for _ in ingest(
            captures, store, lambda one: html.read(decode_html(one.payload)), lambda: NOW
        ):
            pass


NOW = datetime(2025, 2, 1, tzinfo=UTC)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def early(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    early_archive(path, page("fog"), page("rain"), page("rain", weeks="three"))
    return path


def test_an_earlier_reader_took_the_menu_for_the_article(early: Path) -> None:
    assert rows(early, "select versions_n from articles") == [(3,)]


def test_a_trial_says_what_would_differ_and_records_nothing(
    early: Path, archiver: Archiver
) -> None:
    before = early.read_bytes()

    done = archiver("reextract", early, "--dry-run")

    assert done.exit_code == 0
    assert "Weather: fog" in done.stdout
    assert "3 captures would be read anew: 3 differs." in done.stderr
    assert early.read_bytes() == before


def test_what_only_our_reader_saw_is_no_version_any_more(early: Path, archiver: Archiver) -> None:
    archiver("reextract", early)

    assert rows(early, "select number, captures_n, other_reader from versions order by number") == [
        (1, 2, 0),
        (2, 1, 0),
    ]
    assert rows(early, "select old, new, grade from changes") == [("two", "three", "number")]
    assert rows(early, "select count(*) from rereadings") == [(3,)]


def test_what_was_read_before_is_kept(early: Path, archiver: Archiver) -> None:
    archiver("reextract", early)

    (kept,) = rows(early, "select count(*) from documents where extractor = 'html/1'")
    assert kept == (3,)


def test_it_is_done_once(early: Path, archiver: Archiver) -> None:
    archiver("reextract", early)
    again = archiver("reextract", early, "--json")

    assert json.loads(again.stdout) == []
    assert "Nothing to read anew" in again.stderr


def test_rows_for_programs_name_both_extractors(early: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("reextract", early, "--dry-run", "--json").stdout)

    assert [one["from"] for one in found] == ["html/1"] * 3
    assert {one["to"].split()[0] for one in found} == {"article/1"}
    assert all(one["removed"] > 0 for one in found)


def test_a_new_capture_lets_the_earlier_ones_be_read_anew(
    early: Path, archiver: Archiver, tmp_path: Path
) -> None:
    later = tmp_path / "2025-01-09.html"
    later.write_bytes(page("snow", weeks="three"))

    done = archiver("snapshot", early, later, "--url", URL)

    assert "3 earlier captures of it were read anew" in done.stderr
    assert rows(early, "select number, captures_n from versions order by number") == [
        (1, 2),
        (2, 2),
    ]


def test_what_cannot_be_read_today_keeps_its_earlier_reading(
    tmp_path: Path, archiver: Archiver
) -> None:
    path = tmp_path / "news.db"
    deep = b"<div>" * 20_000 + b"<p>One line of text."
    early_archive(path, page("fog"), deep)

    done = archiver("reextract", path)

    assert done.exit_code == 3
    assert "1 failed" in done.stderr
    assert rows(path, "select number, other_reader from versions order by number") == [
        (1, 0),
        (2, 1),
    ]


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path, archiver: Archiver) -> None:
    done = archiver("reextract", tmp_path / "none.db")

    assert done.exit_code == 1
    assert not (tmp_path / "none.db").exists()
