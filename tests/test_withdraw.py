"""Withdrawing an article: its words are nowhere, its captures and digests are kept."""

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SNAPSHOTS, Ran
from tests.web.serving import served

WORDS = ("principal engineer", "fatigue cracks", "Brannock", "Warning Signs")
"""Words of the harbour bridge, and of no other article."""

Command = Callable[..., Ran]


@pytest.fixture
def archive(tmp_path: Path, example: Path) -> Path:
    return Path(shutil.copy(example, tmp_path / "archive.db"))


def every_text(path: Path) -> str:
    """Give all text of all tables, views and search indexes, but for payloads."""
    found = []
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "select name from sqlite_master where type in ('table', 'view') "
            "and name <> 'payloads' and name not like '%\\_fts\\_%' escape '\\'"
        ).fetchall()
        for (name,) in names:
            found += [str(row) for row in connection.execute(f'select * from "{name}"')]
        for table in ("blocks_fts", "fields_fts", "changes_fts"):
            connection.execute(
                f"create virtual table temp.{table}_v using fts5vocab(main, {table}, row)"
            )
            found += [str(row) for row in connection.execute(f"select term from {table}_v")]
    return "\n".join(found)


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


KEPT = """
    select captures.id, captured_at, outcome, payloads.sha256, documents.sha256
    from captures join payloads on payloads.id = captures.payload_id
    join documents on documents.id = captures.document_id order by captures.id
"""


def test_its_words_go_and_its_captures_and_digests_stay(archiver: Command, archive: Path) -> None:
    kept, others = rows(archive, KEPT), rows(archive, "select * from versions where article_id > 1")
    assert all(word in every_text(archive) for word in WORDS)

    ran = archiver("withdraw", archive, "harbour-bridge", "--reason", "Court order 12 O 34/25")

    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "withdrawn. Court order 12 O 34/25" in ran.stderr
    text = every_text(archive)
    assert not [word for word in WORDS if word in text]
    assert "brannock" not in text  # as the search indexes have it
    assert rows(archive, KEPT) == kept
    assert rows(archive, "select * from versions where article_id > 1") == others
    assert rows(archive, "select reason, is_erased from withdrawals") == [
        ("Court order 12 O 34/25", 0)
    ]
    assert rows(archive, "pragma integrity_check") == [("ok",)]
    assert rows(archive, "pragma foreign_key_check") == []
    for table in ("blocks", "fields", "changes"):
        with closing(sqlite3.connect(archive)) as connection:
            connection.execute(f"insert into {table}_fts({table}_fts) values ('integrity-check')")


def test_no_page_of_the_file_holds_it_once_it_was_swept(archiver: Command, archive: Path) -> None:
    bodies = [
        body
        for (body,) in rows(
            archive,
            "select body from payloads join captures on payload_id = payloads.id "
            "where article_id = 1",
        )
    ]
    assert any(b"principal engineer" in zlib.decompress(body) for body in bodies)
    assert all(body[40:90] in archive.read_bytes() for body in bodies)

    archiver("withdraw", archive, "1", "--reason", "It was asked for", "--erase", "--vacuum")

    raw = archive.read_bytes()
    for word in WORDS:
        assert word.encode() not in raw
        assert word.encode("utf-16-le") not in raw
    assert b"brannock" not in raw
    assert not any(body[40:90] in raw for body in bodies)
    assert rows(archive, "select count(*) from payloads where body = x''") == [(5,)]


def test_what_was_recorded_is_guarded_again(archiver: Command, archive: Path) -> None:
    guards = "select name, sql from sqlite_master where type = 'trigger' order by name"
    before = rows(archive, guards)

    archiver("withdraw", archive, "1", "--reason", "x")

    assert rows(archive, guards) == before
    with closing(sqlite3.connect(archive)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("delete from blocks")


@pytest.mark.parametrize(
    "words",
    [("log",), ("diff",), ("show",), ("show", "--raw"), ("blame",), ("withdraw", "--reason", "y")],
)
def test_every_command_says_that_it_was_withdrawn(
    archiver: Command, archive: Path, words: tuple[str, ...]
) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court order")

    ran = archiver(words[0], archive, "harbour-bridge", *words[1:])

    assert ran.exit_code == 1
    assert "was withdrawn on" in ran.stderr
    assert "Court order" in ran.stderr
    assert "harbour-bridge" in archiver("list", archive).stdout


def test_searches_and_lists_of_changes_have_nothing_of_it(archiver: Command, archive: Path) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court order")

    assert "hangers" not in archiver("search", archive, "fatigue cracks").stdout
    assert "12,400" not in archiver("changes", archive, "--json").stdout


def test_new_captures_of_it_are_not_recorded(archiver: Command, archive: Path) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court order")
    before = rows(archive, "select count(*) from captures")

    ran = archiver("snapshot", archive, SNAPSHOTS)
    archiver("reextract", archive)

    assert ran.exit_code == 0
    assert "not recorded" in ran.stderr
    assert "5 captures of what was withdrawn" in ran.stderr
    assert rows(archive, "select count(*) from captures") == before
    assert rows(archive, "select count(*) from versions where article_id = 1") == [(0,)]


def test_paragraphs_of_other_articles_stay(archiver: Command, tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / "snapshots" / name
        folder.mkdir(parents=True)
        (folder / "2025-01-01.txt").write_text(
            f"Headline {name}\n\nA shared paragraph.\n\n{name}.\n"
        )
    archive = tmp_path / "archive.db"
    archiver("snapshot", archive, tmp_path / "snapshots")

    archiver("withdraw", archive, "Headline one", "--reason", "x")

    assert "A shared paragraph." in archiver("show", archive, "Headline two").stdout
    assert "A shared paragraph." in archiver("search", archive, "shared").stdout
    assert rows(archive, "select text from blocks order by id") == [
        ("A shared paragraph.",),
        ("two.",),
    ]


def test_a_reason_is_wanted(archiver: Command, archive: Path) -> None:
    before = archive.read_bytes()

    assert archiver("withdraw", archive, "1", "--reason", " ").exit_code == 1
    assert archiver("withdraw", archive, "nowhere", "--reason", "x").exit_code == 1
    assert archive.read_bytes() == before


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "address",
    [
        "article/1",
        "article/1.atom",
        "version/1/1",
        "compare/1/1...2",
        "compare/1/1...2.json",
        "blame/1",
        "phrase/1?q=x",
        "cite/1/1.txt",
        "card/1/1...2.svg",
        "compare/1?old=1&new=2",
    ],
)
async def test_its_pages_say_so_with_451(archiver: Command, archive: Path, address: str) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court <b>order</b>")

    answer = await served(archive).client.get(f"/archive/-/{address}")

    assert answer.status_code == 451
    reason = "Court <b>order</b>" if ".json" in address else "Court &lt;b&gt;order&lt;/b&gt;"
    assert reason in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "address",
    [
        "/archive/-/changes",
        "/archive/-/changes.atom",
        "/archive/-/search?q=fatigue",
        "/archive/-/site/tidewater-review~2Eexample~2Eorg",
        "/archive/articles",
        "/archive/blocks?_size=max",
        "/archive/fields?_size=max",
        "/archive/changes?_size=max",
        "/archive/version_texts",
        "/archive/recent_changes",
    ],
)
async def test_no_page_shows_its_words(archiver: Command, archive: Path, address: str) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court order")

    answer = await served(archive).client.get(address)

    assert answer.status_code == 200
    assert not [word for word in WORDS if word in answer.text]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "address",
    [
        "/archive/payloads",
        "/archive/payloads/1",
        "/archive/payloads/1.blob?_blob_column=body",
        "/archive?sql=select+hex(body)+from+payloads",
        "/archive.json?sql=select+body+from+payloads",
    ],
)
async def test_its_bytes_are_not_served(archiver: Command, archive: Path, address: str) -> None:
    archiver("withdraw", archive, "1", "--reason", "Court order")

    answer = await served(archive).client.get(address, follow_redirects=True)

    assert answer.status_code == 403
