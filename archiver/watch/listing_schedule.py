"""When to look at a feed, a sitemap or a home page again. Pure."""

from datetime import datetime, timedelta
from typing import Final

from archiver.store.watches import WatchKind

BUSY: Final[dict[WatchKind, timedelta]] = {
    "feed": timedelta(minutes=15),
    "sitemap": timedelta(minutes=30),
    "home": timedelta(hours=12),
}
"""The pause while new articles keep coming."""

QUIET: Final[dict[WatchKind, timedelta]] = {
    "feed": timedelta(hours=2),
    "sitemap": timedelta(hours=6),
    "home": timedelta(hours=24),
}
"""The longest pause, where none came for long."""

BACK_OFF_MAX: Final = timedelta(hours=24)


def next_listing_look(
    kind: WatchKind, *, looked_at: datetime, changed_at: datetime | None, failures_n: int
) -> datetime:
    """Give when to look at a listing again.

    `changed_at` is when it last named something new. It is left alone for a quarter of the time
    since, within the bounds of its kind, and ever longer while it fails.

    >>> from datetime import UTC
    >>> noon = datetime(2025, 3, 4, 12, tzinfo=UTC)
    >>> f"{next_listing_look('feed', looked_at=noon, changed_at=noon, failures_n=0):%H:%M}"
    '12:15'
    >>> f"{next_listing_look('feed', looked_at=noon, changed_at=None, failures_n=2):%H:%M}"
    '20:00'
    """
    busy, quiet = BUSY.get(kind, BUSY["feed"]), QUIET.get(kind, QUIET["feed"])
    pause = quiet if changed_at is None else (looked_at - changed_at) / 4
    pause = min(max(pause, busy), quiet)
    if failures_n:
        pause = min(pause * 2 ** min(failures_n, 10), BACK_OFF_MAX)
    return looked_at + pause
