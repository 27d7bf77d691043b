"""When to look at an article again: a pure function of its age, its changes and its answers.

Four of five edits are made on the first day (GDELT, 2018), and most articles are never edited: so
it is dense at first, and again after a change, with a long thin tail, which finds deletions.
`docs/watching.md` compares it with the schedules of others.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)

Ladder = Sequence[tuple[timedelta, timedelta]]
"""Up to an age, the pause between looks; the last step holds for ever."""

BY_AGE: Final[Ladder] = (
    (1 * HOUR, 20 * MINUTE),
    (4 * HOUR, 30 * MINUTE),
    (12 * HOUR, 45 * MINUTE),
    (1 * DAY, 60 * MINUTE),
    (3 * DAY, 6 * HOUR),
    (7 * DAY, 12 * HOUR),
    (30 * DAY, 2 * DAY),
    (90 * DAY, 7 * DAY),
    (365 * DAY, 30 * DAY),
    (timedelta.max, 60 * DAY),
)
"""From when it was published, as far as we know."""

AFTER_CHANGE: Final[Ladder] = (
    (1 * HOUR, 20 * MINUTE),
    (6 * HOUR, 1 * HOUR),
    (1 * DAY, 3 * HOUR),
    (3 * DAY, 12 * HOUR),
    (timedelta.max, 60 * DAY),
)
"""From when a change was noticed: a second one often follows."""

AFTER_GONE: Final[Ladder] = (
    (30 * MINUTE, 15 * MINUTE),
    (3 * HOUR, 1 * HOUR),
    (1 * DAY, 6 * HOUR),
    (7 * DAY, 1 * DAY),
    (60 * DAY, 7 * DAY),
    (365 * DAY, 30 * DAY),
    (timedelta.max, 90 * DAY),
)
"""From when it was found gone: a fault passes soon, a deletion is undone seldom."""

BACK_OFF: Final = 30 * MINUTE
"""The pause after one look that observed nothing; it doubles with each that follows."""

BACK_OFF_MAX: Final = 1 * DAY


class Facts(NamedTuple):
    """What the schedule knows of an article. All times are aware.

    `began_at` is when it was published as far as known, else found; `changed_at` when an edit was
    noticed last; `failures_n` counts looks in a row, up to the last, that observed nothing;
    `gone_since` is the first look in a row that found it gone.
    """

    began_at: datetime
    looked_at: datetime | None
    changed_at: datetime | None
    failures_n: int = 0
    gone_since: datetime | None = None


def next_look(facts: Facts) -> datetime:
    """Give when to look again; in the past, where it is due.

    >>> from datetime import UTC
    >>> noon = datetime(2025, 3, 4, 12, tzinfo=UTC)
    >>> quiet = Facts(began_at=noon, looked_at=noon + 5 * HOUR, changed_at=None)
    >>> f"{next_look(quiet):%H:%M}"
    '17:45'
    >>> f"{next_look(quiet._replace(changed_at=noon + 5 * HOUR)):%H:%M}"
    '17:20'
    >>> f"{next_look(quiet._replace(failures_n=3)):%H:%M}"
    '19:00'
    """
    at = facts.looked_at
    if at is None:
        return facts.began_at
    if facts.gone_since is not None:
        pause = _step(AFTER_GONE, at - facts.gone_since)
    else:
        pause = _step(BY_AGE, at - facts.began_at)
        if facts.changed_at is not None:
            pause = min(pause, _step(AFTER_CHANGE, at - facts.changed_at))
    if facts.failures_n > 0:
        back_off = BACK_OFF * 2 ** min(facts.failures_n - 1, 10)
        pause = max(pause, min(back_off, BACK_OFF_MAX))
    return at + pause


def _step(ladder: Ladder, age: timedelta) -> timedelta:
    return next(pause for until, pause in ladder if age < until)


def looks_in(facts: Facts, until: datetime) -> int:
    """Count the looks before `until`, if nothing changes.

    >>> from datetime import UTC
    >>> noon = datetime(2025, 3, 4, 12, tzinfo=UTC)
    >>> new = Facts(began_at=noon, looked_at=None, changed_at=None)
    >>> looks_in(new, noon + DAY), looks_in(new, noon + 365 * DAY)
    (32, 79)
    """
    looks_n = 0
    while (at := next_look(facts)) < until:
        looks_n += 1
        facts = facts._replace(looked_at=at)
    return looks_n
