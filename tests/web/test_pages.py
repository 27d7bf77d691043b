"""Our pages: what each shows, what it answers where there is nothing, and who may see it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.web.serving import ids, served

pytestmark = pytest.mark.asyncio

PAGES = (
    "/archive/-/article/1",
    "/archive/-/version/1/2",
    "/archive/-/compare/1/1...5",
    "/archive/-/compare/1/1...5?view=side",
    "/archive/-/compare/1/1...5?view=side&context=all",
    "/archive/-/compare/1/1...5?context=all",
    "/archive/-/article/999",
)


async def page(path: Path, address: str, status: int = 200) -> str:
    answer = await served(path).client.get(address, follow_redirects=True)
    assert answer.status_code == status, answer.text
    return str(answer.text)


async def numbers(path: Path, location: str) -> str:
    """Give the numbers of the two versions that a permanent address compares, and its query."""
    place, _, query = location.partition("?")
    with closing(sqlite3.connect(path)) as connection:
        found = [
            connection.execute(
                "select number from versions where article_id = 1 and substr(sha256, 1, 16) = ?",
                (name.partition("-")[2],),
            ).fetchone()[0]
            for name in place.rpartition("/")[2].split("...")
        ]
    return "...".join(map(str, found)) + (f"?{query}" if query else "")


async def test_the_history_tells_every_version_the_first_one_first(example: Path) -> None:
    html = await page(example, f"/archive/-/article/{ids(example)['harbour-bridge']}")

    names = ("Old Version", "Silent update", "Updated Version", "Correction", "Version 5")
    places = [html.index(f"<bdi>{name}</bdi></a>", html.index("timeline")) for name in names]
    assert places == sorted(places)
    assert "Harbour Board Saw Warning Signs" in html
    assert "a window of 1 day 8 hours" in html
    assert '<a href="https://tidewater-review.example.org/2025/03/harbour-bridge" rel="nof' in html


async def test_the_history_says_that_a_version_was_put_back(example: Path) -> None:
    html = await page(example, f"/archive/-/article/{ids(example)['river-plant']}")

    assert "same as version 1" in html


@pytest.mark.parametrize(
    ("disclosed", "grades", "said"),
    [
        (1, '["wording"]', "announced"),
        (0, '["wording"]', "silent: no note found"),
        (None, '["typography"]', "nothing to announce"),
        (None, "[]", "nothing to announce"),
        (None, '["typography", "number"]', "not judged"),  # by an earlier archiver
    ],
)
async def test_the_history_says_whether_a_change_was_announced(
    copied: Path, disclosed: int | None, grades: str, said: str
) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("update versions set disclosed = ?, grades = ?", (disclosed, grades))
        connection.commit()

    html = await page(copied, "/archive/-/article/1")

    assert html.count(f">{said}</span>") == 4


async def test_the_history_quotes_the_notes_as_text(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute(
            "update versions set notices = ? where article_id = 1 and number = 4",
            ('["Correction: it is 83 <b>million</b>.", "Editor’s note: \u202e again."]',),
        )
        connection.commit()

    html = await page(copied, "/archive/-/article/1")

    assert html.count("on the page that came or changed:") == 1
    before, _, after = html.partition("Notes on the page that came or changed:")
    assert 'id="version-4"' in before
    assert 'id="version-5"' in after
    assert "Correction: it is 83 &lt;b&gt;million&lt;/b&gt;.</blockquote>" in after
    assert ">RLO</span> again.</blockquote>" in after


@pytest.mark.parametrize(
    ("pair", "said"), [("1...2", "silent: no note found"), ("3...4", "announced")]
)
async def test_a_comparison_says_whether_its_changes_were_announced(
    example: Path, pair: str, said: str
) -> None:
    html = await page(example, f"/archive/-/compare/1/{pair}")

    assert f">{said}</span>" in html


async def test_no_announcement_is_read_backwards(example: Path) -> None:
    html = await page(example, "/archive/-/compare/1/4...3")

    assert "announced</span>" not in html
    assert "no note found" not in html
    assert "on the page that came or changed" not in html


async def test_an_archive_of_an_earlier_archiver_is_said_to_be_one(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("delete from _sqlite_migrations where name = 'm002_judgement'")
        connection.commit()

    html = await page(copied, "/archive/-/article/1", 404)

    assert "is from an earlier archiver" in html


async def test_two_versions_are_picked_in_a_plain_form(example: Path) -> None:
    html = await page(example, "/archive/-/article/1")

    assert '<form action="/archive/-/compare/1" method="get">' in html
    assert '<input type="radio" name="old" value="1" checked>' in html
    assert '<input type="radio" name="new" value="5" checked>' in html


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        ("old=2&new=4", "2...4"),
        ("old=4&new=2", "2...4"),
        ("", "1...5"),
        ("old=x&new=-1", "1...5"),
        ("old=3&new=3", "3...3"),
        ("old=2&new=4&view=side", "2...4?view=side"),
    ],
)
async def test_the_form_leads_to_the_comparison(example: Path, query: str, pair: str) -> None:
    answer = await served(example).client.get(f"/archive/-/compare/1?{query}")

    assert answer.status_code == 302
    assert await numbers(example, answer.headers["location"]) == pair


async def test_a_comparison_marks_the_words_for_eyes_and_ears(example: Path) -> None:
    html = await page(example, "/archive/-/compare/1/1...2")

    deleted = '<span class="unseen">[deleted: </span>38<span class="unseen">]</span></del>'
    inserted = '<span class="unseen">[inserted: </span>83<span class="unseen">]</span></ins>'
    assert deleted in html
    assert inserted in html
    assert "<strong>2 changes</strong>" in html
    assert 'id="change-1"' in html
    assert 'id="change-2"' in html
    assert "unchanged paragraphs</a>" in html


async def test_the_sides_hold_each_version_alone(example: Path) -> None:
    html = await page(example, "/archive/-/compare/1/1...2?view=side")

    left, _, right = html.partition("principle")[2].partition('class="half new"')
    assert "principal" not in left
    assert "principal" in right


async def test_no_id_stands_twice(example: Path) -> None:
    for address in PAGES:
        html = await page(example, address, 404 if "999" in address else 200)
        found = [part.partition('"')[0] for part in html.split(' id="')[1:]]
        assert len(found) == len(set(found)), address


async def test_the_whole_text_is_there_when_asked_for(example: Path) -> None:
    html = await page(example, "/archive/-/compare/1/1...2?context=all")

    assert "unchanged paragraph" not in html
    assert "The road around the head of the estuary" in html


async def test_a_split_is_named(example: Path) -> None:
    article = ids(example)["fourteen-kitchens"]

    html = await page(example, f"/archive/-/compare/{article}/1...2")

    assert "Split into 2" in html
    assert "paragraph break" in html


async def test_a_whole_paragraph_that_came_is_named(example: Path) -> None:
    article = ids(example)["tea-harvest"]

    html = await page(example, f"/archive/-/compare/{article}/2...3")

    assert "Added paragraph" in html


async def test_neighbours_are_linked(example: Path) -> None:
    html = await page(example, "/archive/-/compare/1/2...3")

    assert 'href="/archive/-/compare/1/1...2?view=inline" rel="prev"' in html
    assert 'href="/archive/-/compare/1/3...4?view=inline" rel="next"' in html


async def test_a_version_that_was_put_back_differs_in_nothing(example: Path) -> None:
    article = ids(example)["river-plant"]

    html = await page(example, f"/archive/-/compare/{article}/1...3")

    assert "These two versions are the same, to the character." in html


async def test_a_comparison_is_there_for_programs(example: Path) -> None:
    answer = await served(example).client.get("/archive/-/compare/1/1...2.json")

    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert [change["new"] for change in answer.json()["changes"]] == ["principal", "83"]


async def test_a_version_parts_claims_from_what_we_saw(example: Path) -> None:
    html = await page(example, "/archive/-/version/1/3")

    claims, seen = html.split("What we saw")
    assert "By Marit Ostrander" in claims
    assert "Mar.7" in claims
    assert "7 March 2025, 07:00 UTC" in seen
    assert "The Long Way Round</h2>" in seen


async def test_the_language_is_the_pages_own(example: Path) -> None:
    html = await page(example, f"/archive/-/version/{ids(example)['river-plant']}/1")

    assert '<article class="text" dir="auto" lang="en' in html


async def test_a_row_of_a_version_leads_to_what_made_it(example: Path) -> None:
    client = served(example).client

    first = await client.get("/archive/-/edit/1")
    second = await client.get("/archive/-/edit/2")

    assert first.headers["location"].startswith("/archive/-/version/1/20")
    assert await numbers(example, second.headers["location"]) == "1...2"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/archive/-/article/999", "There is no article 999 in this archive."),
        ("/archive/-/version/999/1", "There is no article 999 in this archive."),
        ("/archive/-/version/1/77", "has no version 77; it has 1 to 5"),
        ("/archive/-/compare/1/1...77", "has no version 77; it has 1 to 5"),
        ("/archive/-/compare/1/77...1.json", "has no version 77; it has 1 to 5"),
        ("/archive/-/compare/999", "There is no article 999 in this archive."),
        ("/archive/-/edit/999", "There is no version with row 999 in this archive."),
        ("/nowhere/-/article/1", "nowhere: no such database is served here"),
    ],
)
async def test_what_is_not_there_is_a_page_that_says_so(
    example: Path, address: str, sentence: str
) -> None:
    assert sentence in await page(example, address, 404)


async def test_a_number_too_long_for_any_row_is_not_found(example: Path) -> None:
    answer = await served(example).client.get(f"/archive/-/article/{'9' * 40}")

    assert answer.status_code == 404


@pytest.mark.parametrize("table", ["articles", "versions", "fields", "blocks"])
@pytest.mark.parametrize("address", PAGES)
async def test_who_may_not_see_a_table_sees_no_page_of_it(
    example: Path, address: str, table: str
) -> None:
    answer = await served(example, allow={table: False}).client.get(address)

    assert answer.status_code == 403


@pytest.mark.parametrize("address", PAGES)
async def test_our_pages_run_nothing_and_leak_nothing(example: Path, address: str) -> None:
    answer = await served(example).client.get(address)

    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_links_hold_under_a_base_url(example: Path) -> None:
    answer = await served(example, settings={"base_url": "/news/"}).client.get(
        "/archive/-/article/1"
    )

    assert 'href="/news/archive/-/compare/1/20' in answer.text
    assert 'action="/news/archive/-/compare/1"' in answer.text


async def test_a_file_name_may_hold_dots_and_blanks(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "my news.2025.db"
    path.write_bytes(example.read_bytes())
    address = "/my+news~2E2025/-/article/1"

    html = await page(path, address)

    assert 'href="/my+news~2E2025/-/compare/1/20' in html
