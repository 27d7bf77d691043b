"""The blame page: each word with its version, for people and for programs."""

import re
from pathlib import Path

import pytest

from archiver.web import blame
from tests.web.serving import ids, served

pytestmark = pytest.mark.asyncio


async def page(path: Path, address: str, status: int = 200) -> str:
    answer = await served(path).client.get(address, follow_redirects=True)
    assert answer.status_code == status, answer.text
    return str(answer.text)


async def test_a_word_says_which_version_it_came_with(example: Path) -> None:
    number = ids(example)["harbour-bridge"]

    html = await page(example, f"/archive/-/blame/{number}")

    assert (
        '<span class="tint-3" title="Correction, first seen 9 March 2025, 20:15 UTC">12,400</span>'
        "<sup>4</sup>"
    ) in html
    assert '<bdi>Correction</bdi></span>: 26 words, first seen <time datetime="2025-03-09T' in html
    assert "<script" not in html.partition('<main class="arc">')[2].partition("</main>")[0]


async def test_blanks_stand_outside_of_what_is_marked(example: Path) -> None:
    html = await page(example, f"/archive/-/blame/{ids(example)['harbour-bridge']}")

    headline = re.search(r'<p class="block paragraph" dir="auto">(.*?)</p>', html)
    assert headline
    assert re.sub(r' title="[^"]*"', "", headline[1]) == (
        '<span class="tint-2">Harbour Board Saw Warning Signs Months Before</span> '
        '<span class="tint-0">Bridge</span><sup>1</sup> <span class="tint-2">Closed</span>'
    )


async def test_a_version_is_blamed_by_its_number(example: Path) -> None:
    number = ids(example)["harbour-bridge"]

    html = await page(example, f"/archive/-/blame/{number}/2")

    assert "12,400" not in html
    assert f'<a href="/archive/-/blame/{number}/1" rel="prev">' in html
    assert f'<a href="/archive/-/blame/{number}/3" rel="next">' in html


async def test_programs_get_rows_that_give_the_text_again(example: Path) -> None:
    number = ids(example)["harbour-bridge"]
    client = served(example).client

    found = (await client.get(f"/archive/-/blame/{number}.json")).json()

    headline = [row for row in found["words"] if row["field"] == "headline"]
    assert found["version"] == 5
    assert [row["version"] for row in headline] == [3, 1, 3]
    assert "".join(row["text"] for row in headline) == (
        "Harbour Board Saw Warning Signs Months Before Bridge Closed"
    )
    assert ("14,200", 1, 4) in [(row["text"], row["came"], row["went"]) for row in found["removed"]]


async def test_archived_text_is_shown_and_not_run(strange: Path) -> None:
    html = await page(strange, "/archive/-/blame/1")
    main = html.partition('<main class="arc">')[2].partition("</main>")[0]

    assert "<script" not in main
    assert "<img" not in main
    assert "{{ 7*7 }} {% raw %} stayed" in re.sub(r"<sup>.*?</sup>|<[^>]*>", "", main)
    assert "\u202e" not in main
    assert '<span class="chip" title="U+00AD soft hyphen">SHY</span>' in re.sub(r"\s+", " ", main)


async def test_the_version_page_leads_to_blame(example: Path) -> None:
    assert 'href="/archive/-/blame/1/2"' in await page(example, "/archive/-/version/1/2")
    assert "/-/blame/" not in await page(example, "/archive/-/version/1/1")


@pytest.mark.parametrize("place", ["999", "1/99", "1/9999999999999999999"])
async def test_what_is_not_there_is_a_page_that_says_so(example: Path, place: str) -> None:
    await page(example, f"/archive/-/blame/{place}", status=404)
    await page(example, f"/archive/-/blame/{place}.json", status=404)


@pytest.mark.parametrize("limit", ["WORDS_MAX", "CHANGED_MAX"])
async def test_too_long_a_history_is_refused(
    example: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(blame, limit, 10)

    html = await page(example, "/archive/-/blame/1", status=422)
    await page(example, "/archive/-/blame/1.json", status=422)

    assert "<h1>Too long for a page</h1>" in html
    assert "`archiver blame` on the command line reads them all" in html


async def test_who_may_not_see_versions_may_not_see_blame(example: Path) -> None:
    client = served(example, allow={"versions": False}).client

    answer = await client.get("/archive/-/blame/1")

    assert answer.status_code == 403


async def test_the_page_says_what_is_gone_and_with_which_edit(example: Path) -> None:
    number = ids(example)["harbour-bridge"]

    html = await page(example, f"/archive/-/blame/{number}")

    gone = html.partition('<h2 id="gone">')[2]
    edits = re.findall(r'<h3><a href="([^"]+)">Went with version (\d)</a>, between', gone)
    assert [int(version) for _, version in edits] == sorted(
        (int(version) for _, version in edits), reverse=True
    )
    first = gone.partition("Went with version 2<")[2]
    assert "<del>principle</del>" in first
    assert "<del>38</del>" in first
    assert "/compare/" in edits[0][0]


async def test_the_first_version_has_nothing_that_is_gone(example: Path) -> None:
    html = await page(example, f"/archive/-/blame/{ids(example)['harbour-bridge']}/1")

    assert "What is gone" not in html


async def test_an_edit_that_took_much_shows_some_and_says_so(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blame, "GONE_N", 1)

    html = await page(example, f"/archive/-/blame/{ids(example)['harbour-bridge']}/2")

    gone = html.partition('<h2 id="gone">')[2]
    assert gone.count("<del>") == 1
    assert "1 more went with it" in gone
