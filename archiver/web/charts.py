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


class Chart(NamedTuple):
    """Bars from `first` to `last`, in a box of `width` by `height`, `most` edits high.

    `silent`, `announced` and `other` are SVG paths: on each day one part stands on the other.
    A path each, as a rectangle each takes a template longer than all else on the page.
    """

    silent: str
    announced: str
    other: str
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
    parts: dict[str, list[str]] = {"silent": [], "announced": [], "other": []}
    for day in days:
        x = (date.fromisoformat(day.day) - first).days * BAR
        counts = (day.silent_n, day.announced_n, day.edits_n - day.silent_n - day.announced_n)
        foot = 0
        for name, count in zip(parts, counts, strict=True):
            if count:
                top = round(HEIGHT - (foot + count) * HEIGHT / most, 1)
                parts[name].append(f"M{x} {top}h6v{round(count * HEIGHT / most, 1)}h-6z")
            foot += count
    return Chart(
        silent="".join(parts["silent"]),
        announced="".join(parts["announced"]),
        other="".join(parts["other"]),
        first=first.isoformat(),
        last=last,
        width=DAYS_N * BAR,
        height=HEIGHT,
        most=most,
        edits_n=sum(day.edits_n for day in days),
        announced_n=sum(day.announced_n for day in days),
        silent_n=sum(day.silent_n for day in days),
    )
