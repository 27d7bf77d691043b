"""How much of what changes do schedules see, and for how many requests? A simulation.

    python -m benchmarks.schedule [--articles N] [--seed S]

No live site is watched: articles are made up to follow the rates that were published.

- 35 % of articles are edited within 24 hours; of these more than 80 % once or twice, 5 % more than
  nine times (Timmerman, six Flemish sites, every 15 minutes for 24 hours).
- 81 % of the edits of a week are made in the first 24 hours; 1.5 % of articles are deleted within a
  week, 42 % of these in the first 24 hours (GDELT Difference Graph, 2018).

Not published, hence assumed, and varied below: how edits thin out within the day (exponentially,
with a time constant of 3, 6 or 12 hours), and that three of ten edits are followed by another
within minutes (20 on average).
"""

import argparse
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from math import ceil
from statistics import median
from typing import NamedTuple

from archiver.watch.schedule import Facts, next_look

START = datetime(2025, 1, 1, tzinfo=UTC)
HOUR = 3600.0
DAY = 24 * HOUR
YEAR = 365 * DAY
DECAYS = {"fast, 3 h": 3 * HOUR, "middle, 6 h": 6 * HOUR, "slow, 12 h": 12 * HOUR}
LIVED = 30 * 60.0
"""How long a version lives that a reader may have read, in seconds."""

Policy = Callable[[float, float, float | None], float]
"""Gives when to look next (s since publication), from the last look, when the last change was
noticed or the article published, and the pause before."""


class Article(NamedTuple):
    """One made-up article: when it was edited and deleted, in seconds from its publication."""

    edits: list[float]
    deleted: float | None


class Score(NamedTuple):
    """What a schedule did, over all articles."""

    first_day: float
    month: float
    year: float
    caught: float
    caught_lived: float
    delay_s: float
    deletions: float


def articles(n: int, seed: int, decay_s: float) -> Iterator[Article]:
    """Make up articles."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    for _ in range(n):
        edits: list[float] = []
        if chance.random() < 0.35:
            kind = chance.random()
            wanted = 1 + (chance.random() < 0.4) if kind < 0.81 else chance.randint(3, 9)
            wanted = chance.randint(10, 19) if kind >= 0.95 else wanted
            while len(edits) < wanted:
                at = _early(chance, decay_s)
                edits.append(at)
                if len(edits) < wanted and chance.random() < 0.3:
                    edits.append(at + 60 + chance.expovariate(1 / (20 * 60)))
        # 19 of 100 edits of a week come after its first day; on average 0.88 come on it.
        if chance.random() < 0.35 * 2.5 * 0.19 / 0.81:
            edits.append(DAY * 7 ** chance.random())
        if chance.random() < 0.05:
            edits.append(7 * DAY * (365 / 7) ** chance.random())
        deleted = None
        if chance.random() < 0.015:
            is_early = chance.random() < 0.42
            deleted = chance.uniform(0, DAY) if is_early else chance.uniform(DAY, 7 * DAY)
            edits = [one for one in edits if one < deleted]
        yield Article(sorted(edits), deleted)


def _early(chance: random.Random, decay_s: float) -> float:
    while True:
        at = 60 + chance.expovariate(1 / decay_s)
        if at < DAY:
            return at


def ours(last: float, changed: float, _pause: float | None) -> float:
    """Ask the schedule of `archiver watch`."""
    facts = Facts(
        began_at=START,
        looked_at=START + timedelta(seconds=last),
        changed_at=START + timedelta(seconds=changed) if changed else None,
    )
    return (next_look(facts) - START).total_seconds()


def newsdiffs(last: float, changed: float, _pause: float | None) -> float:
    """`get_update_delay`: steps by the time since the last change, from 15 minutes to 30 days."""
    age = last - changed
    for until, pause in (
        (3 * HOUR, HOUR / 4), (DAY, HOUR), (7 * DAY, 3 * HOUR), (30 * DAY, 3 * DAY),
        (360 * DAY, 30 * DAY),
    ):  # fmt: skip
        if age < until:
            return last + pause
    return float("inf")


def news_sniffer(last: float, changed: float, pause: float | None) -> float:
    """30 minutes after a change, then 1.2 times as long each time: 42 in 220 days of quiet."""
    return last + (HOUR / 2 if pause is None or last == changed else 1.2 * pause)


def diffengine(last: float, _changed: float, _pause: float | None) -> float:
    """As it was meant: when the pause is a fifth of the age by then, on a cron of 30 minutes.

    A quiet article is then looked at 30 times in 30 days, as its code intends.
    """
    cron = HOUR / 2
    return ceil(max(last + cron, last / 0.8) / cron) * cron


def changedetection(last: float, _changed: float, _pause: float | None) -> float:
    """Every three hours, its default."""
    return last + 3 * HOUR


POLICIES: dict[str, Policy] = {
    "archiver": ours,
    "NewsDiffs": newsdiffs,
    "News Sniffer": news_sniffer,
    "diffengine (as meant)": diffengine,
    "changedetection.io": changedetection,
}


def looks(article: Article, policy: Policy) -> list[float]:
    """Give the looks of a year, the first at publication; after a deletion it looks as before."""
    found = [0.0]
    changed, pause = 0.0, None
    while True:
        at = policy(found[-1], changed, pause)
        if at >= YEAR:
            return found
        is_new = bisect_right(article.edits, at) > bisect_right(article.edits, found[-1])
        pause = None if is_new else at - found[-1]
        changed = at if is_new else changed
        found.append(at)


def score(made: list[Article], policy: Policy) -> Score:
    """Let a schedule look at all articles."""
    first_day = month = year = 0
    seen = lived = lived_seen = total = 0
    delays: list[float] = []
    deletions = [0, 0]
    for article in made:
        at = looks(article, policy)
        first_day += bisect_left(at, DAY)
        month += bisect_left(at, 30 * DAY)
        year += len(at)
        ends = [*article.edits[1:], article.deleted or YEAR]
        for edit, end in zip(article.edits, ends, strict=bool(article.edits)):
            place = bisect_left(at, edit)
            is_seen = place < len(at) and at[place] < end
            total += 1
            seen += is_seen
            if is_seen:
                delays.append(at[place] - edit)
            if edit < DAY and end - edit >= LIVED:
                lived += 1
                lived_seen += is_seen
        if article.deleted is not None:
            place = bisect_left(at, article.deleted)
            deletions[0] += 1
            deletions[1] += place < len(at) and at[place] - article.deleted <= 30 * DAY
    n = len(made)
    return Score(
        first_day / n, month / n, year / n, seen / total, lived_seen / lived, median(delays),
        deletions[1] / max(deletions[0], 1),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for title, decay_s in DECAYS.items():
        made = list(articles(asked.articles, asked.seed, decay_s))
        edits_n = sum(len(one.edits) for one in made)
        print(f"\nEdits thin out {title}; {len(made):,} articles, {edits_n:,} edits\n")
        print(
            "| schedule | requests: day 1 | 30 days | year | edits seen "
            "| seen of versions that lived 30 min on day 1 | median delay "
            "| deletions seen in 30 d |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for name, policy in POLICIES.items():
            one = score(made, policy)
            print(
                f"| {name} | {one.first_day:.1f} | {one.month:.1f} | {one.year:.1f} "
                f"| {one.caught:.1%} | {one.caught_lived:.1%} | {one.delay_s / 60:.0f} min "
                f"| {one.deletions:.0%} |"
            )


if __name__ == "__main__":
    main()
