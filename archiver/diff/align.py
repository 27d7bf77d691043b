"""What two sides keep, as a reader would mark it: the one way from tokens to runs of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count, repeat

from archiver.diff.cleanup import readable
from archiver.diff.engine import Engine, Run, common_ends, joined_runs
from archiver.diff.side import Memory, Side, regrouped

Grouping = Callable[[Sequence[str]], list[str]]
"""Joins some neighbouring tokens, each group the same wherever it stands: words of a dictionary."""


ABSENT = -1
"""The number of all words that the other side has none of: it is no one's there."""


@dataclass(frozen=True, slots=True)
class Aligner:
    """How two documents are aligned, and what is known of their texts by then.

    By which engine, and over which words: tokens where `grouping` is None.
    """

    engine: Engine
    grouping: Grouping | None = None
    memory: Memory = field(default_factory=Memory)


def kept_words(old: Side, new: Side, aligner: Aligner) -> list[Run]:
    """Give the runs of words that are kept where two sides are to be read.

    With a grouping no word of it is cut: the runs still count the words of `old` and `new`.
    """
    if aligner.grouping is None:
        return readable(aligned(old, new, aligner.engine), old, new)
    before = regrouped(old, aligner.grouping, aligner.memory)
    after = regrouped(new, aligner.grouping, aligner.memory)
    runs = readable(aligned(before, after, aligner.engine), before, after)
    old_starts, new_starts = _word_starts(before, old), _word_starts(after, new)
    return [
        Run(old_starts[i], new_starts[j], old_starts[i + n] - old_starts[i]) for i, j, n in runs
    ]


def aligned(old: Side, new: Side, engine: Engine) -> list[Run]:
    """Give the words that `engine` keeps."""
    head, tail = common_ends(old.words, new.words)
    old_end, new_end = len(old.words) - tail, len(new.words) - tail
    old_words, new_words = old.words[head:old_end], new.words[head:new_end]
    ends = Run(0, 0, head), Run(old_end, new_end, tail)
    names = dict(zip(dict.fromkeys(old_words), count(), strict=False))
    if names.keys().isdisjoint(new_words):
        return joined_runs(ends)
    edits = engine(
        list(map(names.__getitem__, old_words)), list(map(names.get, new_words, repeat(ABSENT)))
    )
    middle = (Run(i1 + head, j1 + head, i2 - i1) for tag, i1, i2, j1, _ in edits if tag == "equal")
    return joined_runs((ends[0], *middle, ends[1]))


def _word_starts(grouped: Side, fine: Side) -> list[int]:
    """Give for each word of `grouped`, and one behind the last, which word of `fine` it begins."""
    ends = accumulate(map(len, fine.tokens), initial=0)
    at = dict(zip(ends, range(len(fine.tokens) + 1), strict=True))
    words_before = {place: n for n, place in enumerate(fine.places)}
    places = list(accumulate(map(len, grouped.tokens), initial=0))
    starts = [words_before[at[places[place]]] for place in grouped.places]
    return [*starts, len(fine.words)]
