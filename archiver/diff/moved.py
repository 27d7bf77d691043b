"""Where the moves inside blocks lie: what reads a diff finds them by block."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archiver.model import Move

Range = tuple[int, int]
"""From the first token to behind the last."""


class MovesByBlock(NamedTuple):
    """Moves by the block they went from, and by the one they came to, each in order."""

    by_old: dict[int, list[Move]]
    by_new: dict[int, list[Move]]

    @classmethod
    def of(cls, moves: Iterable[Move]) -> "MovesByBlock":
        found = cls({}, {})
        for move in moves:
            found.by_old.setdefault(move.old, []).append(move)
            found.by_new.setdefault(move.new, []).append(move)
        for row in found.by_old.values():
            row.sort(key=lambda move: move.i1)
        return found

    def into(self, blocks: Iterable[int]) -> list[Move]:
        """Give the moves that came to some blocks of the new document."""
        return [move for block in blocks for move in self.by_new.get(block, ())]

    def old_ranges(self, blocks: Sequence[int], starts: Sequence[int]) -> list[Range]:
        """Give what moved out of some old blocks, whose joined tokens begin at `starts`."""
        return [
            (start + move.i1, start + move.i2)
            for block, start in zip(blocks, starts, strict=False)
            for move in self.by_old.get(block, ())
        ]

    def new_ranges(self, blocks: Sequence[int], starts: Sequence[int]) -> list[Range]:
        """Give what moved into some new blocks, whose joined tokens begin at `starts`."""
        return [
            (start + move.j1, start + move.j2)
            for block, start in zip(blocks, starts, strict=False)
            for move in self.by_new.get(block, ())
        ]


def free_ranges(start: int, end: int, taken: Sequence[Range]) -> list[Range]:
    """Give what is left of [start, end) without `taken`, which are in order and do not overlap.

    >>> free_ranges(2, 9, [(0, 1), (3, 5), (8, 12)])
    [(2, 3), (5, 8)]
    """
    free: list[Range] = []
    # Of thousands only those near by are looked at.
    first = max(bisect_left(taken, (start, start)) - 1, 0)
    for low, high in taken[first : bisect_left(taken, (end, end))]:
        if high <= start or low >= end:
            continue
        if start < low:
            free.append((start, low))
        start = high
    if start < end:
        free.append((start, end))
    return free
