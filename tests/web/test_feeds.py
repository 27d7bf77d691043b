"""Feeds: valid in both forms, with the words in them, and not sent twice."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.web.serving import served

pytestmark = pytest.mark.asyncio

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = (
    "changes",
    "changes.x?grade=number&told=silent",
    "changes.x?article=1",
    "article/1",
    "site/ennet-courier~2Eexample~2Ecom",
    "search.x?q=bridge",
    "search.x?q=crowns&in=inserted",
    "changes.x?site=nowhere.example",
)


def addressed(feed: str, form: str) -> str:
    return f"/archive/-/{feed.replace('.x', f'.{form}')}" + (f".{form}" if ".x" not in feed else "")


async def get(path: Path, address: str, status: int = 200, **options: Any) -> Any:
    answer = await served(path).client.get(address, **options)
    assert answer.status_code == status, answer.text
    return answer


@pytest.mark.parametrize("feed", FEEDS)
async def test_an_atom_feed_has_all_that_rfc_4287_asks_for(example: Path, feed: str) -> None:
    answer = await get(example, addressed(feed, "atom"))

    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    for node in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1
            assert node.findtext(f"{ATOM}{name}")
        datetime.fromisoformat(str(node.findtext(f"{ATOM}updated")))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "http://localhost" + addressed(feed, "atom")
    moments = []
    for entry in root.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert str(link.get("href")).startswith("http://localhost/archive/-/")
        await get(example, str(link.get("href")).removeprefix("http://localhost"))
        moments.append(entry.findtext(f"{ATOM}updated"))
    assert moments == sorted(moments, key=str, reverse=True)
    assert bool(moments) == ("nowhere" not in feed)


@pytest.mark.parametrize("feed", FEEDS)
async def test_a_json_feed_has_the_same_entries(example: Path, feed: str) -> None:
    answer = await get(example, addressed(feed, "feed.json"))
    atom = ElementTree.fromstring((await get(example, addressed(feed, "atom"))).content)

    found = answer.json()
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in found["items"]] == [
        node.text for node in atom.findall(f"{ATOM}entry/{ATOM}id")
    ]
    assert len({item["id"] for item in found["items"]}) == len(found["items"])


async def test_the_words_are_in_the_entry(example: Path) -> None:
    found = (await get(example, "/archive/-/changes.feed.json?grade=number&article=1")).json()

    html = "".join(item["content_html"] for item in found["items"])
    assert re.search(r"<del[^>]*>14,200</del> <ins[^>]*>12,400</ins>", html)
    assert "Silent: no note found" in html
    assert "Announced" in html
    assert found["home_page_url"] == "http://localhost/archive/-/changes?grade=number&article=1"


async def test_filters_and_places_choose_the_entries(example: Path) -> None:
    def n(answer: Any) -> int:
        return len(answer.json()["items"])

    assert n(await get(example, "/archive/-/article/1.feed.json")) == 4
    assert n(await get(example, "/archive/-/changes.feed.json")) == 12
    assert n(await get(example, "/archive/-/changes.feed.json?told=announced")) == 4
    await get(example, "/archive/-/article/999.atom", 404)
    await get(example, "/archive/-/site/nowhere.atom", 404)


@pytest.mark.parametrize(
    "address",
    ["changes.atom", "article/1.feed.json", "article/1", "changes", "search?q=a"],
)
async def test_what_a_reader_has_is_not_sent_again(copied: Path, address: str) -> None:
    client = served(copied).client
    first = await client.get(f"/archive/-/{address}")

    again = await client.get(
        f"/archive/-/{address}", headers={"If-None-Match": f'"x", {first.headers["etag"]}'}
    )
    other = await client.get(
        f"/archive/-/{address}", headers={"If-None-Match": first.headers["etag"], "Host": "x.test"}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert other.status_code == 200

    with closing(sqlite3.connect(copied)) as connection:
        connection.execute(
            """
            insert into captures (article_id, captured_at, time_from, source, place, media_type,
                outcome, recorded_at)
            values (1, '2026-01-01T00:00:00Z', 'clock', 'x', 0, '', 'gone', '2026-01-01T00:00:00Z')
            """
        )
        connection.commit()
    later = await client.get(
        f"/archive/-/{address}", headers={"If-None-Match": first.headers["etag"]}
    )
    assert later.status_code == 200


async def test_who_may_not_see_it_is_not_told_that_it_is_unchanged(example: Path) -> None:
    tag = (await get(example, "/archive/-/changes.atom")).headers["etag"]

    answer = await served(example, allow={"versions": False}).client.get(
        "/archive/-/changes.atom", headers={"If-None-Match": tag}
    )

    assert answer.status_code == 403


async def test_hostile_words_are_text_in_a_feed(
    tmp_path: Path, archive_of: Callable[[Path, Path], None]
) -> None:
    folder = tmp_path / "snapshots" / "story"
    folder.mkdir(parents=True)
    old = "It cost <script>alert(1)</script> and ]]> &amp; 5 crowns \u202e."
    (folder / "2025-01-01.txt").write_text(f"A <b>headline</b>\n\n{old}\n")
    (folder / "2025-01-02.txt").write_text(
        "A <b>headline</b> \ufffe\n\n\x07It cost <img src=x onerror=alert(1)> \x1e crowns.\n"
    )
    archive_of(tmp_path / "archive.db", tmp_path / "snapshots")

    answer = await get(tmp_path / "archive.db", "/archive/-/changes.atom")
    items = (await get(tmp_path / "archive.db", "/archive/-/changes.feed.json")).json()["items"]

    root = ElementTree.fromstring(answer.content)
    (content,) = root.findall(f"{ATOM}entry/{ATOM}content")
    assert len(items) == 1
    for html in (str(content.text), items[0]["content_html"]):
        assert "<script" not in html
        assert "<img" not in html
        assert "onerror" in html
        assert "\u202e" not in html
    json.dumps(items, ensure_ascii=False).encode()
