"""Anchors: what stands once on each side is very likely the same thing, and parts the rest.

Patience diff (Bram Cohen, 2008) takes the longest chain of such pairs; here each pair has a
weight and the heaviest chain is taken, so that one long paragraph beats two short lines.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from itertools import compress, count
from operator import lt, ne
from typing import TypeVar

from archiver.diff.engine import Run, common_ends, common_head
from archiver.model import Block

Item = TypeVar("Item", bound=Hashable)

ANCHOR_LETTERS = 15
"""A block must be longer to be an anchor: shorter ones ("Read more") move about too freely."""


WINDOW = 64
"""Items that are compared at once: ten times as fast as one by one."""

Pair = tuple[int, int, int]
"""(i, j, weight): old[i] and new[j] are equal, and unique on their sides. A bare tuple, of which
there are as many as blocks: a named one takes five times as long to make."""


def unique(items: Iterable[Item]) -> dict[Item, int]:
    """Give the place of each item that occurs once, in order."""
    listed = list(items)
    last = dict(zip(listed, count(), strict=False))
    if len(last) < len(listed):
        is_earlier = map(ne, map(last.__getitem__, listed), count())
        for item in set(compress(listed, is_earlier)):
            del last[item]
    return last


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Choose, of `pairs` ordered by `i`, those that rise in `j` too and weigh most together.

    O(n log n), but for the cost of keeping a list sorted. Of two chains of one weight the one
    that ends further left in `new` wins.
    """
    listed = list(pairs)
    places = [j for _, j, _ in listed]
    if all(map(lt, places, places[1:])):
        return listed
    # ends[k] is the place in new where the best chain of total weights[k] ends: both rise.
    ends: list[int] = []
    weights: list[int] = []
    links: list[tuple[Pair, int]] = []
    last: list[int] = []
    for pair in listed:
        _, j, own = pair
        k = bisect_left(ends, j)
        weight = own + (weights[k - 1] if k else 0)
        links.append((pair, last[k - 1] if k else -1))
        beaten = k
        while beaten < len(ends) and weights[beaten] <= weight:
            beaten += 1
        ends[k:beaten] = [j]
        weights[k:beaten] = [weight]
        last[k:beaten] = [len(links) - 1]
    chain: list[Pair] = []
    k = last[-1] if last else -1
    while k >= 0:
        pair, k = links[k]
        chain.append(pair)
    return chain[::-1]


def grown(chain: Iterable[Pair], old: Sequence[Item], new: Sequence[Item]) -> list[Run]:
    """Widen each pair of `chain` over equal neighbours, in order, without overlap."""
    runs: list[Run] = []
    i_free = j_free = 0
    for i, j, _ in chain:
        if i < i_free or j < j_free:
            continue
        i1, j1 = i, j
        while i1 > i_free and j1 > j_free and old[i1 - 1] == new[j1 - 1]:
            i1, j1 = i1 - 1, j1 - 1
        n = _equal_n(old, i, new, j)
        i_free, j_free = i + n, j + n
        runs.append((i1, j1, i_free - i1))
    return runs


def _equal_n(old: Sequence[Item], i: int, new: Sequence[Item], j: int) -> int:
    """Count how many are equal from old[i] and new[j] on."""
    found = 0
    while True:
        n = common_head(old[i + found : i + found + WINDOW], new[j + found : j + found + WINDOW])
        found += n
        if n < WINDOW:
            return found


def anchored(old: Sequence[Block], new: Sequence[Block]) -> list[Run]:
    """Give the blocks that two documents surely share: head, tail, and the heaviest chain.

    Most of a revised article ends up here and is never cut into tokens.
    """
    head, tail = common_ends(old, new)
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    runs: list[Run] = [(0, 0, head)] if head else []
    if old_middle and new_middle:
        # Of a text and its kind only the text has a hash that is kept.
        places = unique([text for _, text in new_middle])
        pairs = [
            (i, j, len(text))
            for text, i in unique([text for _, text in old_middle]).items()
            if len(text) > ANCHOR_LETTERS
            and (j := places.get(text)) is not None
            and old_middle[i][0] == new_middle[j][0]
        ]
        inner = grown(heaviest_chain(pairs), old_middle, new_middle)
        runs += [(i + head, j + head, n) for i, j, n in inner]
    if tail:
        runs.append((len(old) - tail, len(new) - tail, tail))
    return runs
