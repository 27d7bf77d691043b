"""The seam between what is compared and how: an engine says what two sequences keep."""

from collections.abc import Hashable, Iterable, Iterator, Sequence, Sized
from itertools import compress, count
from operator import ne
from typing import Protocol, TypeVar

Item = TypeVar("Item")

Run = tuple[int, int, int]
"""(i, j, n): `n` positions that both sides keep, old[i : i + n] equal to new[j : j + n].

A bare tuple, of which an article makes hundreds: a named one takes five times as long to make.
"""


class Engine(Protocol):
    """Gives the runs that `old` and `new` keep: in order, none empty, no two that meet.

    They are the same for the same input on every machine: an engine may give up by size, never by
    clock. `part` says how much of all that is to be aligned this is, by size: an engine that gives
    up spends no more on many parts than on one whole.
    """

    def __call__(
        self, old: Sequence[Hashable], new: Sequence[Hashable], part: float = 1.0, /
    ) -> list[Run]: ...


def joined_runs(runs: Iterable[Run]) -> list[Run]:
    """Leave out empty runs, and make one of two that meet.

    >>> joined_runs([(0, 0, 2), (2, 2, 1), (4, 3, 0)])
    [(0, 0, 3)]
    """
    joined: list[Run] = []
    i_end = j_end = -1
    for i, j, n in runs:
        if not n:
            continue
        if i == i_end and j == j_end:
            i0, j0, n0 = joined[-1]
            joined[-1] = i0, j0, n0 + n
        else:
            joined.append((i, j, n))
        i_end, j_end = i + n, j + n
    return joined


def gaps(runs: Iterable[Run], old: Sized, new: Sized) -> Iterator[tuple[int, int, int, int]]:
    """Give (i1, i2, j1, j2) where old[i1:i2] and new[j1:j2] stand between `runs`, neither empty.

    >>> list(gaps([(1, 2, 2), (4, 4, 1)], "abcde", "xybce"))
    [(0, 1, 0, 2)]
    """
    i = j = 0
    for i_run, j_run, n in (*runs, (len(old), len(new), 0)):
        if i < i_run and j < j_run:
            yield i, i_run, j, j_run
        i, j = i_run + n, j_run + n


def common_head(old: Sequence[Item], new: Sequence[Item]) -> int:
    """Count what both sides share at the head."""
    return next(compress(count(), map(ne, old, new)), min(len(old), len(new)))


def common_ends(old: Sequence[Item], new: Sequence[Item]) -> tuple[int, int]:
    """Count what both sides share at the head, and of the rest at the tail."""
    head = common_head(old, new)
    shorter = min(len(old), len(new)) - head
    tail = next(compress(count(), map(ne, reversed(old), reversed(new))), shorter)
    return head, min(tail, shorter)
