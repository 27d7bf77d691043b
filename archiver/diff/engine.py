"""The seam between what is compared and how: an engine aligns two sequences of numbers."""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import ne
from typing import NamedTuple, Protocol, TypeVar

from archiver.model import Edit

Item = TypeVar("Item")


class Engine(Protocol):
    """Gives opcodes as difflib does, over the positions of `old` and `new`.

    They tile both sides, never two equal or two unequal ones in a row, and are the same for the
    same input on every machine: an engine may give up by size, never by clock.
    """

    def __call__(self, old: Sequence[int], new: Sequence[int], /) -> list[Edit]: ...


class Run(NamedTuple):
    """`n` positions that both sides keep: old[i : i + n] equals new[j : j + n]."""

    i: int
    j: int
    n: int


def kept(edits: Iterable[Edit]) -> list[Run]:
    """Give what `edits` keep, in order."""
    return [Run(edit.i1, edit.j1, edit.i2 - edit.i1) for edit in edits if edit.tag == "equal"]


def joined_runs(runs: Iterable[Run]) -> list[Run]:
    """Leave out empty runs, and make one of two that meet.

    >>> [tuple(run) for run in joined_runs([Run(0, 0, 2), Run(2, 2, 1), Run(4, 3, 0)])]
    [(0, 0, 3)]
    """
    joined: list[Run] = []
    for run in runs:
        i, j, n = run
        if joined and joined[-1].i + joined[-1].n == i and joined[-1].j + joined[-1].n == j:
            joined[-1] = Run(joined[-1].i, joined[-1].j, joined[-1].n + n)
        elif n:
            joined.append(run)
    return joined


def opcodes(runs: Iterable[Run], old_n: int, new_n: int) -> list[Edit]:
    """Give the edits that keep `runs` and change all else of `old_n` and `new_n` positions.

    >>> [tuple(edit) for edit in opcodes([Run(1, 0, 2)], 3, 4)]
    [('delete', 0, 1, 0, 0), ('equal', 1, 3, 0, 2), ('insert', 3, 3, 2, 4)]
    """
    edits: list[Edit] = []
    i = j = 0
    for run in (*runs, Run(old_n, new_n, 0)):
        if i < run.i and j < run.j:
            edits.append(Edit("replace", i, run.i, j, run.j))
        elif i < run.i:
            edits.append(Edit("delete", i, run.i, j, j))
        elif j < run.j:
            edits.append(Edit("insert", i, i, j, run.j))
        i, j = run.i + run.n, run.j + run.n
        if not run.n:
            continue
        if edits and edits[-1].tag == "equal":
            edits[-1] = Edit("equal", edits[-1].i1, i, edits[-1].j1, j)
        else:
            edits.append(Edit("equal", run.i, i, run.j, j))
    return edits


def common_ends(old: Sequence[Item], new: Sequence[Item]) -> tuple[int, int]:
    """Count what both sides share at the head, and of the rest at the tail."""
    shorter = min(len(old), len(new))
    head = next(compress(count(), map(ne, old, new)), shorter)
    shorter -= head
    tail = next(compress(count(), map(ne, reversed(old), reversed(new))), shorter)
    return head, min(tail, shorter)
