"""The article page says what feeds called an article."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store import open_store, watches
from tests.web.serving import ids, served

pytestmark = pytest.mark.asyncio


def said(path: Path, *titles: str) -> int:
    """Let a feed call the bridge article these, one after the other; give its number."""
    from datetime import UTC, datetime, timedelta

    number = ids(path)["harbour-bridge"]
    with closing(sqlite3.connect(path)) as connection:
        (uri,) = connection.execute("select uri from articles where id = ?", (number,)).fetchone()
    with open_store(path) as store, store.transaction():
        now = datetime(2025, 3, 4, 7, tzinfo=UTC)
        feed = {"uri": "https://e.org/feed", "name": "https://e.org/feed", "host": "e.org"}
        watches.add(store.connection, **feed, kind="feed", began_at=now, now=now)  # type: ignore[arg-type]
        for hours, title in enumerate(titles):
            entry = (title, "A <b>summary</b>", "", "", uri)
            seen_at = now + timedelta(hours=hours)
            watches.add_entry(store.connection, 1, uri, entry, seen_at)
    return number


async def test_what_feeds_called_it_is_shown_with_its_time(copied: Path) -> None:
    number = said(copied, "Bridge shut", "Bridge shut", "<script>Bridge</script> shut for long")

    html = (await served(copied).client.get(f"/archive/-/article/{number}")).text

    assert "What feeds called it: 2 wordings" in html
    assert "&lt;script&gt;Bridge&lt;/script&gt; shut for long" in html
    assert "A &lt;b&gt;summary&lt;/b&gt;" in html
    assert 'datetime="2025-03-04T09:00:00Z"' in html


async def test_an_article_without_a_feed_says_nothing_of_feeds(example: Path) -> None:
    number = ids(example)["harbour-bridge"]

    html = (await served(example).client.get(f"/archive/-/article/{number}")).text

    assert "What feeds called it" not in html
