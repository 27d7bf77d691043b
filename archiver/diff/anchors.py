"""Anchors: what stands once on each side is very likely the same thing, and parts the rest.

Patience diff (Bram Cohen, 2008) takes the longest chain of such pairs; here each pair has a
weight and the heaviest chain is taken, so that one long paragraph beats two short lines.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from itertools import count
from operator import lt
from typing import TypeVar

from archiver.diff.engine import Run, common_ends
from archiver.model import Block

Item = TypeVar("Item", bound=Hashable)

ANCHOR_LETTERS = 15
"""A block must be longer to be an anchor: shorter ones ("Read more") move about too freely."""


Pair = tuple[int, int, int]
"""(i, j, weight): old[i] and new[j] are equal, and unique on their sides. A bare tuple, of which
there are as many as blocks: a named one takes five times as long to make."""


def unique(items: Iterable[Item]) -> dict[Item, int]:
    """Give the place of each item that occurs once."""
    listed = list(items)
    last = dict(zip(listed, count(), strict=False))
    if len(last) == len(listed):
        return last
    first = dict(zip(reversed(listed), count(len(listed) - 1, -1), strict=False))
    return {item: place for item, place in last.items() if first[item] == place}


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
        i2, j2 = i + 1, j + 1
        while i2 < len(old) and j2 < len(new) and old[i2] == new[j2]:
            i2, j2 = i2 + 1, j2 + 1
        runs.append(Run(i1, j1, i2 - i1))
        i_free, j_free = i2, j2
    return runs


def anchored(old: Sequence[Block], new: Sequence[Block]) -> list[Run]:
    """Give the blocks that two documents surely share: head, tail, and the heaviest chain.

    Most of a revised article ends up here and is never cut into tokens.
    """
    head, tail = common_ends(old, new)
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    runs = [Run(0, 0, head)] if head else []
    if old_middle and new_middle:
        # Of a text and its kind only the text has a hash that is kept.
        places = unique([text for _, text in new_middle])
        pairs = [
            (i, places[text], len(text))
            for text, i in unique([text for _, text in old_middle]).items()
            if len(text) > ANCHOR_LETTERS
            and text in places
            and old_middle[i].kind == new_middle[places[text]].kind
        ]
        inner = grown(heaviest_chain(pairs), old_middle, new_middle)
        runs += [Run(i + head, j + head, n) for i, j, n in inner]
    if tail:
        runs.append(Run(len(old) - tail, len(new) - tail, tail))
    return runs
