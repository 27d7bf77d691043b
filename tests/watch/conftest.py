"""Watchers that run on a fast clock against a site on loopback."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from archiver.sources.http.fetch import Fetcher, Manners
from archiver.store import open_store
from archiver.watch.loop import Looked, Options, Watcher
from tests.watch.site import START, FastClock, Site

QUICK = Manners(allow_private=True, deadline_s=1.0, retry_wait_s=0.01)


@pytest.fixture
def clock() -> FastClock:
    return FastClock()


@pytest.fixture
def site(clock: FastClock) -> Site:
    return Site(clock.now)


class Run:
    """A watcher on `path` that ends when `hours` of the fast clock are over."""

    def __init__(self, path: Path, clock: FastClock) -> None:
        self.path = path
        self.clock = clock
        self.looks: list[Looked] = []

    def __call__(
        self,
        *addresses: str,
        hours: float,
        manners: Manners = QUICK,
        options: Options | None = None,
        **fetcher: Any,
    ) -> list[Looked]:
        with open_store(self.path) as store, self._fetcher(manners, fetcher) as fetching:
            end = self.clock.now() + timedelta(hours=hours)

            def tell(look: Looked) -> None:
                self.looks.append(look)
                if self.clock.now() >= end:
                    watcher.stop()

            watcher = Watcher(store, fetching, self.clock, options or Options(), tell)
            for address in addresses:
                watcher.add(address)
            watcher.run()
        return self.looks

    @contextmanager
    def _fetcher(self, manners: Manners, options: dict[str, Any]) -> Iterator[Fetcher]:
        fetcher = Fetcher(self.clock, manners, **options)
        try:
            yield fetcher
        finally:
            fetcher.close()

    def rows(self, query: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(query, values).fetchall()

    def versions(self, uri: str) -> list[tuple[str, str, str]]:
        """Give first paragraph, last sight of the version before, and first sight of each."""
        return self.rows(
            """
            select (
                select text from document_blocks join blocks on blocks.id = block_id
                where document_blocks.document_id = versions.document_id
                order by position limit 1
            ), coalesce(last_seen_old, ''), versions.first_seen
            from versions join articles on articles.id = article_id
            where articles.uri = ? order by number
            """,
            uri,
        )


@pytest.fixture
def run(tmp_path: Path, clock: FastClock) -> Run:
    return Run(tmp_path / "news.db", clock)


@pytest.fixture
def since() -> Callable[[str], timedelta]:
    """Give how long after START a moment is."""
    from datetime import datetime

    return lambda moment: datetime.fromisoformat(moment) - START
