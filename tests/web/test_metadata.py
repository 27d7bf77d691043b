"""`metadata.yml`: it names what is there and nothing else, and its queries answer to anything."""

import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from archiver.store.words import UNSPACED
from archiver.web.serve import METADATA, PLACEHOLDER, settings
from tests.conftest import ROOT
from tests.web.serving import served

WHOLE: dict[str, Any] = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
DATABASE: dict[str, Any] = WHOLE["databases"][PLACEHOLDER]
TABLES: dict[str, dict[str, Any]] = DATABASE["tables"]
QUERIES: dict[str, dict[str, Any]] = DATABASE["queries"]
ODD = (
    "",
    " ",
    '"',
    "'",
    "AND",
    "NOT old:x",
    "crown*",
    "(((",
    "-",
    "\x00",
    "a\x00b",
    "%",
    "{old}",
    "增长",
    "明",
    "\u202e",
    "😀",
    "x" * 5000,
    "NEAR(a b)",
    ":word",
    "😀 增长 “crowns”",
)


def columns(path: Path) -> dict[str, set[str]]:
    """Give the columns of every table and view that is ours, search tables left out."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "select name from sqlite_master where type in ('table', 'view')"
            )
            if "_fts" not in name and not name.startswith("sqlite_")
        ]
        return {
            name: {row[1] for row in connection.execute(f"pragma table_info([{name}])")}
            for name in names
        }


def test_the_file_in_the_package_is_the_one_at_the_top() -> None:
    assert METADATA.resolve() == (ROOT / "metadata.yml").resolve()


def test_every_table_is_described_and_none_is_unknown(example: Path) -> None:
    assert set(TABLES) == set(columns(example))


def test_every_column_that_is_named_is_there(example: Path) -> None:
    there = columns(example)

    for table, said in TABLES.items():
        named = [
            *said.get("columns", {}),
            *said.get("sortable_columns", []),
            *said.get("facets", []),
            *(said[key] for key in ("sort", "sort_desc", "label_column", "fts_pk") if key in said),
        ]
        assert set(named) <= there[table], table


def test_what_is_sorted_by_is_sortable() -> None:
    for table, said in TABLES.items():
        if "sort_desc" in said:
            assert said["sort_desc"] in said["sortable_columns"], table


def test_no_query_hides_a_table() -> None:
    assert not set(QUERIES) & set(TABLES)


def test_the_name_of_the_file_takes_the_place_of_ours() -> None:
    metadata = settings(Path("/tmp/my news.2025.db")).metadata  # noqa: S108 - a name, no file

    assert list(metadata["databases"]) == ["my news.2025"]


@pytest.mark.parametrize("name", ["removed_with_word", "inserted_with_word"])
def test_the_query_parts_the_same_scripts_as_the_index(name: str) -> None:
    ranges = re.findall(r"c between (0x[0-9a-f]+) and (0x[0-9a-f]+)", QUERIES[name]["sql"])
    in_sql = {point for start, end in ranges for point in range(int(start, 16), int(end, 16) + 1)}

    spaced = {point for point in range(sys.maxunicode + 1) if UNSPACED.match(chr(point))}

    assert in_sql == spaced


@pytest.mark.asyncio
@pytest.mark.parametrize("name", QUERIES)
async def test_every_query_answers(example: Path, name: str) -> None:
    answer = await served(example).client.get(f"/archive/{name}?word=crown")

    assert answer.status_code == 200
    assert QUERIES[name]["title"] in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["removed_with_word", "inserted_with_word"])
@pytest.mark.parametrize("word", ODD)
async def test_a_query_takes_any_word(example: Path, name: str, word: str) -> None:
    datasette = served(example)

    answer = await datasette.client.get(
        f"/archive/{name}.json", params={"word": word, "_shape": "array"}
    )

    assert answer.status_code == 200, answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "word", "found"),
    [
        ("removed_with_word", "PRINCIPLE", ["principle"]),
        ("inserted_with_word", "principal", ["principal"]),
        ("removed_with_word", "principal", []),
        ("inserted_with_word", "低息", ["县农业部门"]),
        ("inserted_with_word", "息低", []),
    ],
)
async def test_a_word_is_found_on_its_side(
    example: Path, name: str, word: str, found: list[str]
) -> None:
    answer = await served(example).client.get(
        f"/archive/{name}.json", params={"word": word, "_shape": "array"}
    )

    side = "removed" if name.startswith("removed") else "inserted"
    texts = [row[side] for row in answer.json()]
    assert len(texts) == len(found)
    assert all(text.startswith(start) for text, start in zip(texts, found, strict=True))


@pytest.mark.asyncio
@pytest.mark.parametrize("table", [name for name, said in TABLES.items() if not said.get("hidden")])
async def test_every_table_that_shows_has_a_page(example: Path, table: str) -> None:
    answer = await served(example).client.get(f"/archive/{table}")

    assert answer.status_code == 200
    assert TABLES[table]["title"] in answer.text


@pytest.mark.asyncio
async def test_the_plumbing_does_not_show(example: Path) -> None:
    answer = await served(example).client.get("/archive")

    for name in ("payloads", "document_blocks", "_sqlite_migrations", "blocks_fts"):
        assert f'href="/archive/{name}"' not in answer.text


@pytest.mark.asyncio
async def test_paragraphs_are_searched_where_they_stand(example: Path) -> None:
    answer = await served(example).client.get("/archive/blocks.json?_search=estuary&_shape=array")

    assert answer.json()
