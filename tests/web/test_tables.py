"""Datasette's own pages: they lead to ours, and other files beside an archive are left alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archiver.web.archive import VALUE_MAX_BYTES, limit
from archiver.web.cells import row_links, table_links
from tests.web.serving import served

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/archive/articles", "/archive/-/article/1"),
        ("/archive/articles/1", "/archive/-/article/1"),
        ("/archive/versions", "/archive/-/version/1/2"),
        ("/archive/versions", "/archive/-/edit/2"),
        ("/archive/versions/2", "/archive/-/version/1/2"),
        ("/archive/diffs", "/archive/-/edit/2"),
        ("/archive/diffs/1", "/archive/-/edit/2"),
        ("/archive/changes", "/archive/-/edit/2"),
        ("/archive/changes/1", "/archive/-/edit/2"),
        ("/archive/recent_changes", "/archive/-/edit/2"),
        ("/archive/recent_changes", "/archive/-/article/1"),
        ("/archive/headline_changes", "/archive/-/edit/3"),
        ("/archive/latest_changes", "/archive/-/edit/2"),
        ("/archive/most_revised", "/archive/-/article/1"),
        ("/archive/reverts", "/archive/-/edit/8"),
    ],
)
async def test_rows_lead_to_our_pages(example: Path, address: str, link: str) -> None:
    answer = await served(example).client.get(address)

    assert answer.status_code == 200
    assert f'href="{link}"' in answer.text


async def test_links_in_rows_hold_under_a_base_url(example: Path) -> None:
    answer = await served(example, settings={"base_url": "/news/"}).client.get("/archive/articles")

    assert 'href="/news/archive/-/article/1"' in answer.text
    assert 'href="/news/-/archiver.css"' in answer.text


async def test_our_style_is_served(example: Path) -> None:
    answer = await served(example).client.get("/-/archiver.css")

    assert answer.headers["content-type"] == "text/css; charset=utf-8"


async def test_a_row_that_only_looks_like_ours_is_left_alone(example: Path) -> None:
    answer = await served(example).client.get(
        "/archive.html?sql=select+'<b>x</b>'+as+article,+'1'+as+article_id", follow_redirects=True
    )

    assert "/-/article/" not in answer.text
    assert "<b>x</b>" not in answer.text


@pytest.mark.parametrize("address", ["/other", "/other/articles", "/other/changes", "/other.json"])
async def test_a_file_of_somebody_else_is_served_as_ever(
    example: Path, other: Path, address: str
) -> None:
    answer = await served(example, other).client.get(address)

    assert answer.status_code == 200
    assert "/-/article/" not in answer.text
    assert "/-/edit/" not in answer.text
    assert "archiver.css" not in answer.text


@pytest.mark.parametrize("address", ["/other/-/article/1", "/_memory/-/article/1"])
async def test_a_file_of_somebody_else_has_no_page_of_ours(
    example: Path, other: Path, address: str
) -> None:
    answer = await served(example, other, memory=True).client.get(address)

    assert answer.status_code == 404
    assert "holds no archive of articles" in answer.text


async def test_a_table_of_one_article_has_its_history_in_the_menu(example: Path) -> None:
    datasette = served(example)

    class Request:
        args = {"article_id": "1"}  # noqa: RUF012 - as Datasette gives it

    found = await table_links(datasette, "archive", "versions", Request())

    assert [link["href"] for link in found] == ["/archive/-/article/1"]


async def test_a_row_has_our_pages_in_its_menu(example: Path) -> None:
    datasette = served(example)
    with closing(sqlite3.connect(example)) as connection:
        connection.row_factory = sqlite3.Row
        version = connection.execute("select * from versions where id = 2").fetchone()

    found = await row_links(datasette, "archive", "versions", version)

    assert [link["href"] for link in found] == [
        "/archive/-/version/1/2",
        "/archive/-/edit/2",
        "/archive/-/article/1",
    ]


async def test_sql_makes_no_value_that_keeps_the_server_busy(example: Path, other: Path) -> None:
    with closing(sqlite3.connect(example)) as ours, closing(sqlite3.connect(other)) as theirs:
        usual = theirs.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)

        limit(ours)
        limit(theirs)

        assert ours.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == VALUE_MAX_BYTES
        assert theirs.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == usual
        with pytest.raises(sqlite3.DataError, match="too big"):
            ours.execute("select zeroblob(500000000)")


async def test_a_damaged_file_is_not_ours_to_report(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)

    with closing(sqlite3.connect(path)) as connection:
        limit(connection)
