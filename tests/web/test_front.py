"""The front page and the page of a site: what is listed, what filters leave, what is counted."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store import lately
from tests.web.serving import served

pytestmark = pytest.mark.asyncio

SITE = "/archive/-/site/ennet-courier~2Eexample~2Ecom"


async def page(path: Path, address: str, status: int = 200) -> str:
    answer = await served(path).client.get(address)
    assert answer.status_code == status, answer.text
    return str(answer.text)


def listed(html: str) -> list[tuple[str, str]]:
    """Give (article's id, version's number) of each edit in a list."""
    return re.findall(r'article/(\d+)">version (\d+)</a>', html.partition('class="edits"')[2])


def edits(path: Path, where: str = "1") -> list[tuple[str, str]]:
    """Give what a list of the edits that fit should hold."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            (str(article), str(number))
            for article, number in connection.execute(
                f"""
                select article_id, number from versions
                where number > 1 and {where} order by first_seen desc, id desc
                """
            )
        ]


def of_change(where: str) -> str:
    return f"exists (select 1 from changes where version_id = versions.id and {where})"


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("", "1"),
        ("?grade=number", of_change("grade = 'number'")),
        ("?kind=move", of_change("kind = 'move'")),
        (
            "?grade=number&kind=replace",
            of_change("grade = 'number'") + " and " + of_change("kind = 'replace'"),
        ),
        ("?told=silent", "disclosed = 0"),
        ("?told=announced&grade=number", "disclosed = 1 and " + of_change("grade = 'number'")),
        ("?since=2025-05", "first_seen >= '2025-05'"),
        ("?before=2025-05-15T09:00:00Z", "first_seen < '2025-05-15T09:00:00Z'"),
        ("?site=ennet-courier.example.com&told=silent", "site_id = 2 and disclosed = 0"),
        ("?article=1&told=silent", "article_id = 1 and disclosed = 0"),
        ("?site=nowhere.example", "0"),
        ("?grade=nonsense&told=nonsense&before=x~y", "1"),
    ],
)
async def test_the_edits_that_fit_are_listed_the_latest_first(
    example: Path, query: str, where: str
) -> None:
    html = await page(example, f"/archive/-/changes{query}")

    assert listed(html) == edits(example, where)
    assert ("No edit fits." in html) == (not edits(example, where))


async def test_an_edit_shows_its_words(example: Path) -> None:
    html = await page(example, "/archive/-/changes?grade=number&told=announced")

    assert '<span class="unseen">[deleted: </span>14,200' in html
    assert '<span class="unseen">[inserted: </span>12,400' in html
    assert "within 2 days 13 hours" in html


async def test_older_edits_are_a_link_away(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archiver.web.front.EDITS_N", 5)
    found: list[tuple[str, str]] = []
    address = "/archive/-/changes?told=silent"

    for _ in range(9):
        html = await page(example, address)
        found += listed(html)
        older = re.search(r'href="([^"]+)" rel="next">Older', html)
        if not older:
            break
        address = older[1].replace("&amp;", "&")

    assert found == edits(example, "disclosed = 0")


async def test_a_long_search_ends_and_goes_on(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lately, "LOOKED_AT", 3)

    html = await page(example, "/archive/-/changes?told=announced&site=ennet-courier.example.com")
    last = await page(example, "/archive/-/changes?grade=number&kind=move")

    assert listed(html) == edits(example, "site_id = 2 and disclosed = 1")
    assert "None of the latest" in last
    assert ">Older edits</a>" in last


async def test_each_filter_can_be_taken_away(example: Path) -> None:
    html = await page(example, "/archive/-/changes?grade=number&told=silent")

    assert 'href="/archive/-/changes?told=silent"><span class="unseen">Remove' in html
    assert 'href="/archive/-/changes?grade=number"><span class="unseen">Remove' in html
    assert 'href="/archive/-/changes.atom?grade=number&amp;told=silent"' in html


async def test_the_chart_says_what_it_draws(example: Path) -> None:
    html = await page(example, "/archive/-/changes")

    assert "From 2025-06-26 to 2025-09-24: 2 edits, 0 announced and 2 silent" in html
    drawn = dict(re.findall(r'<path class="(\w+)" d="([^"]*)"', html))
    assert [drawn[part].count("M") for part in ("silent", "announced", "other")] == [2, 0, 0]


async def test_a_site_tells_its_habits(example: Path) -> None:
    html = await page(example, SITE)

    told = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", html))
    assert told["Articles"] == "1"
    assert told["Edits seen"] == "3"
    assert told["announced"] == "1 (33 %)"
    assert told["silent: no note found"] == "2 (67 %)"
    assert told["To the first edit, median"] == "1 day 9 hours"
    assert listed(html) == edits(example, "site_id = 2")
    await page(example, "/archive/-/site/nowhere", 404)


async def test_articles_of_a_site_come_in_pages(
    tmp_path: Path, archive_of: Callable[[Path, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiver.web.front.ARTICLES_N", 2)
    for n in range(5):
        folder = tmp_path / "snapshots" / f"story-{n}"
        folder.mkdir(parents=True)
        (folder / f"2025-01-0{n + 1}.txt").write_text(f"Story {n}\n\nIt is told.\n")
    archive_of(tmp_path / "archive.db", tmp_path / "snapshots")
    found: list[str] = []
    address = "/archive/-/site/files"

    for _ in range(9):
        html = await page(tmp_path / "archive.db", address)
        found += re.findall(r">Story (\d)</a></td>|>Story (\d)</a>\s*</td>", html)
        more = re.search(r'href="([^"]+)" rel="next">More', html)
        if not more:
            break
        address = more[1].replace("&amp;", "&")

    assert ["".join(one) for one in found] == ["4", "3", "2", "1", "0"]


@pytest.mark.parametrize("table", ["articles", "versions", "fields", "blocks"])
@pytest.mark.parametrize("address", ["/archive/-/changes", SITE])
async def test_who_may_not_see_a_table_sees_no_page_of_it(
    example: Path, address: str, table: str
) -> None:
    answer = await served(example, allow={table: False}).client.get(address)

    assert answer.status_code == 403


async def test_the_first_page_leads_to_what_changed(example: Path, other: Path) -> None:
    alone, beside = served(example), served(example, other)

    first = await alone.client.get("/")

    assert (first.status_code, first.headers["location"]) == (302, "/archive/-/changes")
    assert (await beside.client.get("/")).status_code == 200
    assert (await alone.client.get("/.json")).status_code == 200


COUNTED = """
    select host,
        articles_n, (select count(*) from articles where site_id = sites.id),
        revised_n, (select count(*) from articles where site_id = sites.id and versions_n > 1),
        edits_n, (select count(*) from versions join articles on articles.id = article_id
            where articles.site_id = sites.id and number > 1),
        edits_n, (select coalesce(sum(edits_n), 0) from days where site_id = sites.id),
        announced_n, (select count(*) from versions where site_id = sites.id and disclosed = 1),
        announced_n, (select coalesce(sum(announced_n), 0) from days where site_id = sites.id),
        silent_n, (select count(*) from versions where site_id = sites.id and disclosed = 0),
        silent_n, (select coalesce(sum(silent_n), 0) from days where site_id = sites.id)
    from sites
"""


def assert_counted(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(COUNTED).fetchall()
        days = connection.execute(
            "select count(*) from days where edits_n < announced_n + silent_n or edits_n < 0"
        ).fetchone()
    assert rows
    assert days == (0,)
    for host, *counts in rows:
        assert counts[::2] == counts[1::2], host


async def test_counts_stay_true_through_late_imports_and_renaming(
    tmp_path: Path, archive_of: Callable[[Path, Path], None]
) -> None:
    archive, snapshots = tmp_path / "archive.db", tmp_path / "snapshots"
    story = snapshots / "story"
    story.mkdir(parents=True)

    def write(day: int, text: str) -> None:
        (story / f"2025-01-{day:02}.txt").write_text(f"Headline\n\n{text}\n", encoding="utf-8")

    for day, text in ((5, "It cost 5 million."), (9, "It cost 9 million.")):
        write(day, text)
    archive_of(archive, snapshots)
    assert_counted(archive)
    for day, text in ((1, "It cost 1 million."), (7, "It cost 7 million.\n\nCorrection: 7.")):
        write(day, text)
    archive_of(archive, snapshots)
    assert_counted(archive)
    (story / "article.yml").write_text("url: https://daily.example/story\n")
    write(11, "It cost 11 million.")
    archive_of(archive, snapshots)
    assert_counted(archive)
    with closing(sqlite3.connect(archive)) as connection:
        found = connection.execute("select host, edits_n from sites order by host").fetchall()
    assert dict(found)["daily.example"] == 4


async def test_counts_of_an_earlier_archive_are_made_by_the_migration(
    example: Path, tmp_path: Path
) -> None:
    from sqlite_utils import Database

    from archiver.store import files
    from archiver.store.schema import APPLICATION_ID, migrations

    path = tmp_path / "earlier.db"
    earlier = Database(path)
    migrations().apply(earlier, stop_before="m004_lately")
    earlier.execute(f"pragma application_id = {APPLICATION_ID}")
    earlier.execute("attach ? as now", (str(example),))
    for table in ("sites", "articles", "payloads", "documents", "captures", "versions"):
        names = ", ".join(column.name for column in earlier[table].columns)
        earlier.execute(f"insert into {table}({names}) select {names} from now.{table}")
    earlier.conn.commit()
    earlier.close()

    files.close(files.connect_for_writing(path))

    assert_counted(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select sum(edits_n) from sites").fetchone() == (12,)
