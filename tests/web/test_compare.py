"""The compare page: its views, its map, its steps, what it tells others; and its picture."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from archiver.web.cards import Span as CardSpan
from archiver.web.cards import broken, ems
from tests.web.serving import ids, served

pytestmark = pytest.mark.asyncio

SVG = "{http://www.w3.org/2000/svg}"


async def get(path: Path, address: str) -> Any:
    answer = await served(path).client.get(address, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return answer


async def page(path: Path, query: str = "", pair: str = "1...5") -> str:
    return str((await get(path, f"/archive/-/compare/1/{pair}{query}")).text)


@pytest.fixture(scope="module")
def typographic(tmp_path_factory: pytest.TempPathFactory, archive_of: Callable[..., None]) -> Path:
    """An archive of one article: one paragraph differs in its quotes, another in a number."""
    folder = tmp_path_factory.mktemp("typographic")
    story = folder / "snapshots" / "story"
    story.mkdir(parents=True)
    texts = (
        'The board said "no" to the bridge.\n\nIt cost 5 million crowns, they said.',
        "The board said “no” to the bridge.\n\nIt cost 7 million crowns, they said.",
    )
    for number, text in enumerate(texts, 1):
        (story / f"2025-01-0{number}.txt").write_text(f"A headline\n\n{text}\n", encoding="utf-8")
    archive_of(folder / "archive.db", folder / "snapshots")
    return folder / "archive.db"


@pytest.mark.parametrize("view", ["inline", "side"])
async def test_steps_lead_from_change_to_change_and_back(example: Path, view: str) -> None:
    html = await page(example, f"?view={view}")

    changed = re.findall(r'class="row [^"]*changed[^"]*" id="(row-\d+)"', html)
    onward = re.findall(r'href="#(row-\d+)" title="Next change"', html)
    back = re.findall(r'href="#(row-\d+)" title="Previous change"', html)
    assert len(changed) > 4
    assert onward == changed[1:]
    assert back == changed[:-1]
    assert f'class="skip" href="#{changed[0]}"' in html


async def test_the_map_leads_to_every_change(example: Path) -> None:
    html = await page(example)

    changed = re.findall(r'class="row [^"]*changed[^"]*" id="(row-\d+)"', html)
    mapped = re.findall(
        r'<a class="(\w+)" tabindex="-1" href="#(row-\d+)" style="top:([\d.]+)%;height:([\d.]+)%"',
        html,
    )
    assert [row for _, row, _, _ in mapped] == changed
    assert {kind for kind, _, _, _ in mapped} == {"edited", "moved", "inserted"}
    ends = [(float(top), float(top) + float(height)) for _, _, top, height in mapped]
    assert all(end <= start + 0.02 for (_, end), (start, _) in pairwise(ends))
    assert ends[-1][1] <= 100.02


async def test_no_change_is_off_the_map_where_there_are_very_many(
    tmp_path: Path, archive_of: Callable[..., None]
) -> None:
    story = tmp_path / "snapshots" / "story"
    story.mkdir(parents=True)
    for number, change in ((1, "sold"), (2, "bought")):
        rows = [
            f"On day {k} the harbour {change if k % 3 == 2 else 'kept'} one boat more."
            for k in range(900)
        ]
        (story / f"2025-01-0{number}.txt").write_text("\n\n".join(["Boats", *rows]) + "\n")
    archive_of(tmp_path / "archive.db", tmp_path / "snapshots")

    html = await page(tmp_path / "archive.db", pair="1...2")

    marked = re.findall(r'href="#row-(\d+)" style="top:([\d.]+)%;height:([\d.]+)%"', html)
    ends = [(float(top), float(top) + float(height)) for _, top, height in marked]
    assert 0 < len(marked) <= 200
    assert ends[-1][1] == pytest.approx(100, abs=0.1)


async def test_typography_alone_can_be_dimmed(typographic: Path) -> None:
    plain = await page(typographic, pair="1...2")
    dimmed = await page(typographic, "?dim=typography", pair="1...2")

    assert "dim=typography" in plain
    assert ' dim"' not in plain
    assert len(re.findall(r'class="row [^"]* dim"', dimmed)) == 1
    assert "“" in dimmed.partition(' dim"')[2].partition("</div>")[0]
    assert "Dim typography" not in await page(typographic, pair="1...1")


CAPTIONED = """<html lang="en"><title>A bridge</title><body><article><h1>A bridge</h1>
<p>The board of the harbour met on Monday and spoke of the bridge for three hours.</p>
<figure><img src=a.jpg><figcaption>It cost {cost} million crowns in May</figcaption></figure>
<p>Nobody who was there could say afterwards what had been said, or by whom it was.</p>
<figure><img src=b.jpg><figcaption>{said} to the bridge: the board</figcaption></figure>
</article></body></html>"""


async def test_a_caption_is_dimmed_by_its_own_changes(
    tmp_path: Path, archive_of: Callable[..., None]
) -> None:
    story = tmp_path / "snapshots" / "story"
    story.mkdir(parents=True)
    for number, (cost, said) in enumerate(((5, '"No"'), (7, "“No”")), 1):
        html = CAPTIONED.format(cost=cost, said=said)
        (story / f"2025-01-0{number}.html").write_text(html, encoding="utf-8")
    archive_of(tmp_path / "archive.db", tmp_path / "snapshots")

    dimmed = await page(tmp_path / "archive.db", "?dim=typography", pair="1...2")

    rows = re.findall(r'<div class="row ([^"]*)"[^>]*>(.*?)</div>', dimmed, re.DOTALL)
    captions = {"dim" in names for names, text in rows if "million" in text}
    assert captions == {False}
    assert {"dim" in names for names, text in rows if "to the bridge" in text} == {True}


async def test_others_are_told_what_the_page_is(example: Path) -> None:
    html = await page(example)
    said = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))

    assert said["og:title"] == "Wrenmouth harbour bridge"
    assert said["og:description"] == "6 words out, 32 in, 57 moved; announced"
    assert said["og:url"].startswith("http://localhost/archive/-/compare/1/2025")
    picture = await get(example, said["og:image"].removeprefix("http://localhost"))
    assert picture.headers["content-type"].startswith("image/svg+xml")


async def test_the_picture_says_the_same_in_words(example: Path) -> None:
    answer = await get(example, "/archive/-/card/1/3...4.svg")

    root = ElementTree.fromstring(answer.content)
    assert (root.get("width"), root.get("height"), root.get("role")) == ("1200", "630", "img")
    assert root.findtext(f"{SVG}title") == "Wrenmouth harbour bridge"
    description = str(root.findtext(f"{SVG}desc"))
    assert "1 word out, 26 in; announced" in description
    assert "14,200 → 12,400" in description
    spans = {(span.get("class"), span.text) for span in root.iter(f"{SVG}tspan")}
    assert ("gone", "14,200") in spans
    assert ("come", "12,400") in spans
    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'"
    )


async def test_no_announcement_is_read_backwards_on_a_picture(example: Path) -> None:
    svg = (await get(example, "/archive/-/card/1/4...3.svg")).text

    assert "announced" not in svg
    assert "silent" not in svg


async def test_a_picture_of_hostile_words_is_text(strange: Path) -> None:
    answer = await get(strange, f"/archive/-/card/{ids(strange)['hostile']}/1...2.svg")

    root = ElementTree.fromstring(answer.content)
    assert not list(root.iter(f"{SVG}script"))
    assert "<script" not in answer.text
    assert "\u202e" not in answer.text


async def test_lines_of_a_picture_are_no_wider_than_it_is() -> None:
    texts = [
        CardSpan("The council said " * 9, "kept"),
        CardSpan("x" * 300, "gone"),
        CardSpan("县农业部门表示" * 20, "come"),
    ]

    lines = broken(texts, 60)

    assert "".join(span.text for line in lines for span in line) == "".join(
        span.text for span in texts
    )
    assert all(ems("".join(span.text for span in line).rstrip()) <= 60 for line in lines)


async def test_what_was_judged_when_archived_is_what_would_be_judged_now(
    example: Path, archiver: Any
) -> None:
    with closing(sqlite3.connect(example)) as connection:
        rows = connection.execute("select uri, id, versions_n from articles").fetchall()
    for uri, article, versions_n in rows:
        for number in range(1, versions_n):
            address = f"/archive/-/compare/{article}/{number}...{number + 1}.json"
            ran = archiver("diff", example, uri, "--from", number, "--to", number + 1, "--json")
            assert (await get(example, address)).json() == json.loads(ran.stdout)


async def test_changes_that_an_earlier_archiver_judged_are_judged_again(
    example: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "archive.db"
    earlier.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(earlier)) as connection, connection:
        connection.execute("update changes set rule = '', grade = 'wording', in_note = 0")

    address = "/archive/-/compare/1/1...2.json"
    assert (await get(earlier, address)).json() == (await get(example, address)).json()


async def test_a_table_closed_later_is_closed(example: Path) -> None:
    """What a reader without a name may see is remembered for one server, never for another."""
    assert (await get(example, "/archive/-/article/1")).status_code == 200

    closed = served(example, allow={"versions": False})
    assert (await closed.client.get("/archive/-/article/1")).status_code == 403
    assert (await closed.client.get("/archive/-/article/1")).status_code == 403
