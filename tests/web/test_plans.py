"""No page of ours reads a whole table that grows: SQLite is asked how it would find the rows."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette import hookimpl
from datasette.plugins import pm

from tests.web.addresses import PAGES
from tests.web.serving import served

pytestmark = pytest.mark.asyncio

GROWING = {
    "articles", "article_aliases", "blocks", "captures", "changes", "days", "diffs",
    "document_blocks", "documents", "fields", "payloads", "titles", "versions",
}  # fmt: skip
SCAN = re.compile(r"^SCAN (\w+)(.*)")


class Trace:
    """A plugin that hears every statement of every connection."""

    __name__ = "trace"  # Datasette asks each plugin for it

    def __init__(self) -> None:
        self.said: set[str] = set()

    @hookimpl
    def prepare_connection(self, conn: sqlite3.Connection) -> None:
        conn.set_trace_callback(self.said.add)


@pytest.fixture
def trace() -> Iterator[Trace]:
    found = Trace()
    pm.register(found, name="trace")
    yield found
    pm.unregister(found)


@pytest.fixture(scope="module")
def plan(example: Path) -> Iterator[Callable[[str], list[tuple[int, int, str]]]]:
    with closing(sqlite3.connect(example)) as connection:

        def asked(statement: str) -> list[tuple[int, int, str]]:
            rows = connection.execute(f"explain query plan {statement}").fetchall()
            return [(row[0], row[1], row[3]) for row in rows]

        yield asked


def named(statement: str) -> dict[str, str]:
    """Give the table behind each name that `statement` gives one."""
    pairs = re.findall(r"\b(?:from|join)\s+(\w+)(?:\s+as\s+(\w+))?", statement, re.IGNORECASE)
    return {alias or table: table for table, alias in pairs}


def whole(statement: str, rows: list[tuple[int, int, str]]) -> list[str]:
    """Give the tables that are read whole: a walk along an index may end at a limit."""
    tables = named(statement)
    found = []
    if "order by first_seen desc" in statement and "article_id = " not in statement:
        # What changed lately: many edits fit, of which few are shown.
        found += [f"{said}: {statement}" for _, _, said in rows if "FOR ORDER BY" in said]
    for _, parent, said in rows:
        scan = SCAN.match(said)
        if not scan or tables.get(scan[1], scan[1]) not in GROWING:
            continue
        is_sorted_after = any(
            other_parent == parent and "TEMP B-TREE FOR ORDER BY" in other
            for _, other_parent, other in rows
        )
        by_index = "USING" in scan[2] or "order by" not in statement
        if not (by_index and " limit " in f" {statement} ".replace("\n", " ")) or is_sorted_after:
            found.append(f"{said}: {' '.join(statement.split())}")
    return found


async def test_no_page_reads_a_whole_table(
    example: Path, trace: Trace, plan: Callable[[str], Any]
) -> None:
    client = served(example).client
    found = {}
    for page in PAGES:
        await client.get(f"/archive/-/{page}", follow_redirects=True)  # Datasette's own first
        trace.said.clear()
        answer = await client.get(f"/archive/-/{page}", follow_redirects=True)
        assert answer.status_code == 200, page
        said = [one for one in trace.said if re.match(r"\s*(select|with)\b", one, re.IGNORECASE)]
        assert said, page
        found[page] = [line for one in said for line in whole(one, plan(one))]

    assert {page: lines for page, lines in found.items() if lines} == {}


async def test_a_whole_table_would_be_noticed(plan: Callable[[str], Any]) -> None:
    for statement in (
        "select * from versions where headline = 'a'",
        "select * from changes where old like 'a%' order by new limit 5",
        "select count(*) from articles as a join versions as v on v.article_id = a.id",
    ):
        assert whole(statement, plan(statement)), statement
