"""A small chart of edits over time: where its bars stand. A template draws it, without a script."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from archiver.store.lately import Day

DAYS_N: Final = 91
"""Days on a chart: thirteen weeks."""

HEIGHT: Final = 60
BAR: Final = 8
"""Units of a bar and the gap behind it."""


class Bar(NamedTuple):
    """One day: where its parts stand, the silent one at the bottom."""

    day: Day
    x: int
    silent_y: float
    silent_height: float
    announced_y: float
    announced_height: float
    other_y: float
    other_height: float


class Chart(NamedTuple):
    """Bars from `first` to `last`, in a box of `width` by `height`, `most` edits high."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    width: int
    height: int
    most: int
    edits_n: int
    announced_n: int
    silent_n: int


def first_day(last: str) -> str:
    """Give the day on which a chart begins that ends on `last`.

    >>> first_day("2025-04-01")
    '2025-01-01'
    """
    return (date.fromisoformat(last) - timedelta(days=DAYS_N - 1)).isoformat()


def chart(days: Sequence[Day], last: str) -> Chart:
    """Lay out the edits of `days`, the last of which may be `last`."""
    first = date.fromisoformat(first_day(last))
    most = max((day.edits_n for day in days), default=0)
    bars = []
    for day in days:
        per_edit = HEIGHT / most
        silent, announced = day.silent_n * per_edit, day.announced_n * per_edit
        other = (day.edits_n - day.silent_n - day.announced_n) * per_edit
        bars.append(
            Bar(
                day=day,
                x=(date.fromisoformat(day.day) - first).days * BAR,
                silent_y=round(HEIGHT - silent, 1),
                silent_height=round(silent, 1),
                announced_y=round(HEIGHT - silent - announced, 1),
                announced_height=round(announced, 1),
                other_y=round(HEIGHT - silent - announced - other, 1),
                other_height=round(other, 1),
            )
        )
    return Chart(
        bars=tuple(bars),
        first=first.isoformat(),
        last=last,
        width=DAYS_N * BAR,
        height=HEIGHT,
        most=most,
        edits_n=sum(day.edits_n for day in days),
        announced_n=sum(day.announced_n for day in days),
        silent_n=sum(day.silent_n for day in days),
    )
