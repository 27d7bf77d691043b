"""Search and phrases on the web: what is found, in every script, whatever is typed."""

import html as html_module
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from archiver.store import search as store_search
from tests.web.serving import ids, served
from tests.web.test_metadata import ODD

pytestmark = pytest.mark.asyncio


async def get(path: Path, address: str, status: int = 200) -> Any:
    answer = await served(path).client.get(address)
    assert answer.status_code == status, answer.text
    return answer


async def hits(path: Path, query: str) -> list[str]:
    """Give the text of each hit on the page, without tags."""
    html = (await get(path, f"/archive/-/search?{query}")).text
    found = html.partition('<ol class="hits">')[2].partition("</ol>")[0]
    shown = [re.sub(r"<[^>]+>", "", one) for one in found.split('<p class="text"')[1:]]
    return [re.sub(r"\s+", " ", html_module.unescape(one.partition(">")[2])) for one in shown]


async def marked(path: Path, query: str) -> list[str]:
    html = (await get(path, f"/archive/-/search?{query}")).text
    return [html_module.unescape(one) for one in re.findall(r"<mark>(.*?)</mark>", html)]


async def test_words_are_found_and_marked_in_texts(example: Path) -> None:
    found = await hits(example, "q=fatigue+cracks")

    assert any("found fatigue cracks in four of the steel hangers" in hit for hit in found)
    assert {"fatigue", "cracks"} <= set(await marked(example, "q=fatigue+cracks"))


async def test_a_headline_is_found(example: Path) -> None:
    found = await hits(example, "q=%22warning+signs%22")

    assert found[0].startswith("headline: Harbour Board Saw Warning Signs")
    assert "version" in found[0]


@pytest.mark.parametrize(
    ("where", "query", "words", "other"),
    [("removed", "14,200", "[deleted: 14,200]", "12,400"), ("inserted", "12,400", "12,400", "")],
)
async def test_what_edits_took_out_and_put_in_is_found(
    example: Path, where: str, query: str, words: str, other: str
) -> None:
    (hit,) = await hits(example, f"q={query}&in={where}&grade=number")

    assert words in hit
    assert other in hit
    assert not await hits(example, f"q={query}&in={where}&grade=headline")


async def test_two_chinese_characters_are_found_and_marked_as_one(example: Path) -> None:
    found = await marked(example, f"q={quote('农业')}")

    assert "农业" in found
    assert any("县农业部门表示" in hit for hit in await hits(example, f"q={quote('农业')}"))


async def test_accents_and_case_count_for_nothing(example: Path) -> None:
    assert await hits(example, "q=BRANNÓCK") == await hits(example, "q=brannock") != []


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=bridge&site=tidewater-review.example.org", True),
        ("q=bridge&site=lacklow-post.example.org", False),
        ("q=bridge&since=2025-03-10", True),
        ("q=bridge&since=2031-01-01", False),
    ],
)
async def test_filters_leave_what_fits(example: Path, query: str, is_found: bool) -> None:
    assert bool(await hits(example, query)) == is_found


@pytest.mark.parametrize("where", ["texts", "removed", "inserted", "nonsense"])
@pytest.mark.parametrize("query", ODD)
async def test_whatever_is_typed_is_searched_for(example: Path, query: str, where: str) -> None:
    typed = quote(query, safe="", errors="surrogatepass")

    await get(example, f"/archive/-/search?q={typed}&in={where}&page={typed}&site={typed}")
    await get(example, f"/archive/-/search.json?q={typed}&in={where}")
    await get(example, f"/archive/-/search.atom?q={typed}&in={where}")
    await get(example, f"/archive/-/phrase/1?q={typed}")
    await get(example, f"/archive/-/phrase/1.json?q={typed}")


async def test_a_lone_surrogate_in_an_address_is_no_error(example: Path) -> None:
    await get(example, "/archive/-/search?q=%ED%A0%80bridge")
    await get(example, "/archive/-/phrase/1?q=%ED%A0%80")


async def test_pages_of_hits_follow_each_other(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiver.store.search._merged", tuple)  # it joins hits of one page
    monkeypatch.setattr("archiver.web.search.HITS_N", 500)
    whole = (await get(example, "/archive/-/search.json?q=the")).json()["texts"]
    monkeypatch.setattr("archiver.web.search.HITS_N", 7)
    found = []
    for number in range(1, 99):
        answer = (await get(example, f"/archive/-/search.json?q=the&page={number}")).json()
        found += [hit for hit in answer["texts"] if hit["field"] == "body"]
        if not answer["has_more"]:
            break

    assert number > 3
    assert found == [hit for hit in whole if hit["field"] == "body"]


async def test_too_many_to_rank_come_newest_first(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_search, "HITS_MAX", 3)
    monkeypatch.setattr("archiver.web.search.HITS_MAX", 3)

    answer = (await get(example, "/archive/-/search.json?q=the")).json()

    assert answer["order"] == "newest first"
    assert (
        "More than 3 paragraphs have these words: too many to rank"
        in (await get(example, "/archive/-/search?q=the")).text
    )


async def test_a_phrase_tells_when_it_came_went_and_returned(example: Path) -> None:
    article = ids(example)["river-plant"]

    html = (await get(example, f"/archive/-/phrase/{article}?q=exceeded")).text
    rows = (await get(example, f"/archive/-/phrase/{article}.json?q=exceeded")).json()["stays"]

    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert "there from the first sight, version 1" in text
    assert "went with version 2" in text
    assert "came with version 3" in text
    assert "still there" in text
    assert [(row["came"], row["went"]) for row in rows] == [(1, 2), (3, None)]
    assert re.search(rf'href="/archive/-/compare/{article}/[^"]+">went with', html)


async def test_a_phrase_of_what_is_not_there(example: Path) -> None:
    assert "No version has these words" in (await get(example, "/archive/-/phrase/1?q=zebra")).text
    await get(example, "/archive/-/phrase/999?q=zebra", 404)


async def test_too_long_a_history_is_refused(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiver.web.phrase.WORDS_MAX", 10)

    assert "Too long" in (await get(example, "/archive/-/phrase/1?q=bridge", 422)).text


@pytest.mark.parametrize("table", ["articles", "versions", "fields", "blocks"])
@pytest.mark.parametrize("address", ["search?q=x", "search.json?q=x", "phrase/1", "phrase/1.json"])
async def test_who_may_not_see_a_table_finds_nothing(
    example: Path, address: str, table: str
) -> None:
    answer = await served(example, allow={table: False}).client.get(f"/archive/-/{address}")

    assert answer.status_code == 403


async def test_the_newest_are_first_where_it_is_asked_for(example: Path) -> None:
    best = (await get(example, "/archive/-/search.json?q=the&in=inserted")).json()
    newest = (await get(example, "/archive/-/search.json?q=the&in=inserted&order=newest")).json()

    assert (best["order"], newest["order"]) == ("best first", "newest first")
    assert len(best["changes"]) == len(newest["changes"]) > 1
    assert best["changes"] != newest["changes"]


async def test_a_query_of_a_thousand_words_is_bounded(example: Path) -> None:
    query = "%20".join(["the"] * 70) + "%20plant"

    answer = (await get(example, f"/archive/-/search.json?q={query}")).json()

    assert (
        answer["texts"]
        == (await get(example, "/archive/-/search.json?q=the%20plant")).json()["texts"]
    )
