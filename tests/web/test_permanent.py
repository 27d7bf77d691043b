"""Permanent addresses: they outlive late imports; and citations that name them."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.web.serving import ids, served

pytestmark = pytest.mark.asyncio

NAME = r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}"


async def get(path: Path, address: str, status: int = 200, **options: Any) -> Any:
    answer = await served(path).client.get(address, **options)
    assert answer.status_code == status, answer.text
    return answer


async def located(path: Path, address: str) -> str:
    return str((await get(path, address, 302)).headers["location"])


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("version/1/2", rf"version/1/{NAME}"),
        ("compare/1/1...2", rf"compare/1/{NAME}\.\.\.{NAME}"),
        ("compare/1/1...2?view=side", rf"compare/1/{NAME}\.\.\.{NAME}\?view=side"),
        ("cite/1/2.bib", rf"cite/1/{NAME}\.bib"),
    ],
)
async def test_an_address_by_number_leads_to_the_permanent_one(
    example: Path, address: str, place: str
) -> None:
    location = await located(example, f"/archive/-/{address}")

    assert re.fullmatch(f"/archive/-/{place}", location)
    await get(example, location)


async def test_our_pages_link_permanent_addresses(example: Path) -> None:
    html = (await get(example, "/archive/-/article/1")).text

    assert re.search(rf'href="/archive/-/version/1/{NAME}"', html)
    assert not re.search(r'href="/archive/-/(version|compare)/1/[0-9]+["?.]', html)


async def test_an_article_is_found_by_its_address(example: Path) -> None:
    html = (await get(example, "/archive/-/article/1")).text
    permanent = re.search(r'rel="canonical" href="http://localhost([^"]+)"', html)
    assert permanent

    assert await located(example, permanent[1]) == "/archive/-/article/1"
    await get(example, "/archive/-/article?url=https://nowhere.example/", 404)
    await get(example, "/archive/-/article", 404)


async def test_a_late_import_moves_numbers_and_no_permanent_address(
    tmp_path: Path, archive_of: Callable[[Path, Path], None]
) -> None:
    snapshots = tmp_path / "snapshots" / "story"
    snapshots.mkdir(parents=True)

    def write(day: int, text: str) -> None:
        path = snapshots / f"2025-01-{day:02}.txt"
        path.write_text(f"Headline\n\n{text}\n", encoding="utf-8")

    write(5, "The bridge is closed for five days, the board said.")
    write(9, "The bridge is closed for nine days, the board said.")
    archive = tmp_path / "archive.db"
    archive_of(archive, tmp_path / "snapshots")
    before = await located(archive, "/archive/-/version/1/2")

    write(1, "The bridge is open, the board said.")
    write(7, "The bridge is closed for seven days, the board said.")
    archive_of(archive, tmp_path / "snapshots")

    assert await located(archive, "/archive/-/version/1/4") == before
    assert "closed for nine days" in (await get(archive, before)).text


async def test_a_version_put_back_has_an_address_of_its_own(example: Path) -> None:
    article = ids(example)["river-plant"]

    first = await located(example, f"/archive/-/version/{article}/1")
    third = await located(example, f"/archive/-/version/{article}/3")

    assert first.rpartition("-")[2] == third.rpartition("-")[2]
    assert "(version 1)" not in (await get(example, third)).text
    assert '<a class="tag" href="' + first in (
        await get(example, f"/archive/-/article/{article}", follow_redirects=True)
    ).text.replace(f"/version/{article}/1", first.removeprefix("/archive/-"))


@pytest.mark.parametrize(
    "name", ["20250101T000000Z-0000000000000000", "20259999T999999Z-0123456789abcdef"]
)
async def test_a_name_that_nothing_bears_is_not_found(example: Path, name: str) -> None:
    html = (await get(example, f"/archive/-/version/1/{name}", 404)).text

    assert f"There is no version {name} of this article" in html


async def test_a_citation_names_text_times_and_digest(example: Path) -> None:
    location = await located(example, "/archive/-/version/1/3")
    with closing(sqlite3.connect(example)) as connection:
        ((sha256, seen, headline),) = connection.execute(
            "select sha256, first_seen, headline from versions where article_id = 1 and number = 3"
        )
    cited = location.replace("/version/", "/cite/")

    text = (await get(example, f"{cited}.txt")).text
    bibtex = (await get(example, f"{cited}.bib")).text
    (item,) = (await get(example, f"{cited}.json")).json()

    for said in (text, bibtex):
        assert sha256 in said
        assert seen in said
        assert headline in said
        assert f"http://localhost{location}" in said
    assert text.strip() in (await get(example, location)).text.replace("&#34;", '"')
    assert bibtex.startswith("@online{")
    assert bibtex.count("{") == bibtex.count("}")
    assert (item["type"], item["title"]) == ("webpage", headline)
    assert item["accessed"] == {"date-parts": [[int(part) for part in seen[:10].split("-")]]}
    assert item["archive_location"] == f"http://localhost{location}"


async def test_hostile_words_end_no_field_of_a_citation(strange: Path) -> None:
    article = ids(strange)["hostile"]
    address = f"/archive/-/cite/{article}/2"

    bibtex = (await get(strange, f"{address}.bib", follow_redirects=True)).text
    item = (await get(strange, f"{address}.json", follow_redirects=True)).text

    unescaped = re.sub(r"\\[{}]", "", bibtex)
    assert unescaped.count("{") == unescaped.count("}")
    assert "\u202e" not in bibtex
    assert "\u202e" not in json.loads(item)[0]["title"]


async def test_a_long_history_comes_in_pages(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archiver.web.history.ENTRIES_MAX", 2)

    last = (await get(copied, "/archive/-/article/1")).text
    middle = (await get(copied, "/archive/-/article/1?before=4")).text
    first = (await get(copied, "/archive/-/article/1?before=2")).text

    def shown(html: str) -> list[str]:
        return re.findall(r'<li id="version-(\d+)"', html)

    assert (shown(first), shown(middle), shown(last)) == (["1"], ["2", "3"], ["4", "5"])
    assert 'href="/archive/-/article/1?before=4" rel="prev"' in last
    assert 'rel="prev"' not in first
    assert "New headline" not in last
    await get(copied, "/archive/-/article/1?before=1", 404)


async def test_looks_in_vain_stand_where_they_fell(example: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(example, tmp_path / "archive.db"))
    with closing(sqlite3.connect(path)) as connection:
        for moment in ("2025-03-06T00:00:00Z", "2025-03-06T01:00:00Z", "2025-03-06T02:00:00Z"):
            connection.execute(
                """
                insert into captures (article_id, captured_at, time_from, source, place,
                    media_type, outcome, reason, recorded_at)
                values (1, ?, 'clock', 'look', 0, '', 'gone', 'It answered 404.', ?)
                """,
                (moment, moment),
            )
        connection.commit()

    html = (await get(path, "/archive/-/article/1")).text

    assert html.count('class="absence"') == 1
    before, _, after = html.partition('class="absence"')
    assert 'id="version-2"' in before
    assert 'id="version-3"' in after
    assert "<strong>gone</strong> in 3 looks" in after
