"""A thing a rule counts: a name, a date, a number or a negation, with its place in a text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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


def touched(items: Iterable[Item], span: Span) -> Iterator[Item]:
    """Give the items that a change of `span` cuts, or that it meets where it is empty."""
    for item in items:
        if span.start == span.end:
            if item.start <= span.start <= item.end:
                yield item
        elif item.start < span.end and span.start < item.end:
            yield item


def gone_and_come(
    old: Sequence[Item], new: Sequence[Item], was: Span, now: Span
) -> tuple[list[Item], list[Item]]:
    """Give the items that a change of `was` to `now` took out of a text and put into it.

    Only those that one text holds more often than the other: what went elsewhere in its text, or
    is only written otherwise, neither went nor came.
    """
    before, after = Counter(item.key for item in old), Counter(item.key for item in new)
    if before == after:
        return [], []
    gone = [item for item in touched(old, was) if before[item.key] > after[item.key]]
    come = [item for item in touched(new, now) if after[item.key] > before[item.key]]
    return gone, come


def differ(old: Sequence[Item], new: Sequence[Item], was: Span, now: Span) -> bool:
    """Say whether a change of `was` to `now` is one of what `old` and `new` hold."""
    gone, come = gone_and_come(old, new, was, now)
    return bool(gone and come) or any(not item.weak for item in (*gone, *come))
