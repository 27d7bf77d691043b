"""A thing a rule counts: a name, a date, a number or a negation, with its place in a text."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple


class Item(NamedTuple):
    """text[start:end] says `key`. A `weak` one counts only where another stood in its place.

    A `fresh` one opens a sentence or stands in a heading, where its capital says nothing.
    """

    start: int
    end: int
    key: str
    weak: bool = False
    fresh: bool = False


class Span(NamedTuple):
    """A changed stretch of a text, in characters; empty where nothing of this side changed."""

    start: int
    end: int


class Items(tuple[Item, ...]):
    """What a rule counts in one text, by where it starts.

    Many changes ask of one text: what holds for all of them is worked out once.
    """

    _other: "Items | None" = None
    _more: frozenset[str] = frozenset()

    @classmethod
    def of(cls, found: Iterable[Item]) -> "Items":
        return cls(sorted(found, key=lambda item: item.start))

    @cached_property
    def starts(self) -> list[int]:
        return [item.start for item in self]

    @cached_property
    def longest(self) -> int:
        """The letters of the longest one."""
        return max([item.end - item.start for item in self], default=0)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each key is there."""
        return Counter([item.key for item in self])

    def more_than(self, other: "Items") -> frozenset[str]:
        """Give the keys that are here more often than in `other`."""
        if self._other is not other:
            self._other = other
            self._more = frozenset(
                [key for key, n in self.counts.items() if n > other.counts.get(key, 0)]
            )
        return self._more


def touched(items: Items, span: Span) -> list[Item]:
    """Give the items that a change of `span` cuts, or that it meets where it is empty."""
    first = bisect_left(items.starts, span.start - items.longest)
    near = items[first : bisect_right(items.starts, span.end)]
    if span.start == span.end:
        return [item for item in near if item.start <= span.start <= item.end]
    return [item for item in near if item.start < span.end and span.start < item.end]


def gone_and_come(old: Items, new: Items, was: Span, now: Span) -> tuple[list[Item], list[Item]]:
    """Give the items that a change of `was` to `now` took out of a text and put into it.

    Only those that one text holds more often than the other: what went elsewhere in its text, or
    is only written otherwise, neither went nor came.
    """
    rarer, commoner = old.more_than(new), new.more_than(old)
    gone = [item for item in touched(old, was) if item.key in rarer] if rarer else []
    come = [item for item in touched(new, now) if item.key in commoner] if commoner else []
    return gone, come


def less(items: Iterable[Item], taken: Counter[str], key: Callable[[Item], str]) -> list[Item]:
    """Give `items` without the first of each key, as many as `taken` says."""
    rest = taken.copy()
    left: list[Item] = []
    for item in items:
        if rest[key(item)] > 0:
            rest[key(item)] -= 1
        else:
            left.append(item)
    return left


def differ(old: Items, new: Items, was: Span, now: Span) -> bool:
    """Say whether a change of `was` to `now` is one of what `old` and `new` hold."""
    return is_change(*gone_and_come(old, new, was, now))


def is_change(gone: Sequence[Item], come: Sequence[Item]) -> bool:
    """Say whether what went and came is a change: a weak one counts where another stands for it."""
    return bool(gone and come) or any(not item.weak for item in (*gone, *come))
