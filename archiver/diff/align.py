"""What two sides keep, as a reader would mark it: the one way from tokens to runs of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from archiver.diff.cleanup import readable
from archiver.diff.cuts import Memory
from archiver.diff.engine import Engine, Run
from archiver.diff.side import Side, regrouped, side
from archiver.diff.token_edits import token_edits
from archiver.model import Block, Edit

Grouping = Callable[[Sequence[str]], list[str]]
"""Joins some neighbouring tokens, each group the same wherever it stands: words of a dictionary."""


@dataclass(frozen=True, slots=True)
class Aligner:
    """How two documents are aligned, and what is known of their texts by then.

    By which engine, and over which words: tokens where `grouping` is None.
    """

    engine: Engine
    grouping: Grouping | None = None
    memory: Memory = field(default_factory=Memory)


def kept_words(old: Side, new: Side, aligner: Aligner, part: float = 1.0) -> list[Run]:
    """Give the runs of words that are kept where two sides are to be read.

    With a grouping no word of it is cut: the runs still count the words of `old` and `new`. `part`
    says how much of all that is to be aligned this is, as to an engine.
    """
    if not old.words or not new.words:
        return []
    if aligner.grouping is None:
        return readable(aligner.engine(old.words, new.words, part), old, new, part)
    before = regrouped(old, aligner.grouping, aligner.memory)
    after = regrouped(new, aligner.grouping, aligner.memory)
    runs = readable(aligner.engine(before.words, after.words, part), before, after, part)
    old_starts, new_starts = _starts(before.words, old.words), _starts(after.words, new.words)
    return [(old_starts[i], new_starts[j], old_starts[i + n] - old_starts[i]) for i, j, n in runs]


def text_edits(old: str, new: str, aligner: Aligner, part: float = 1.0) -> tuple[Edit, ...]:
    """Give the edits of two texts that differ, and are no blocks, as a reader would mark them."""
    memory = aligner.memory
    if not new:
        return (Edit("delete", 0, memory.cut(old).tokens_n, 0, 0),)
    if not old:
        return (Edit("insert", 0, 0, 0, memory.cut(new).tokens_n),)
    before = side((Block("paragraph", old),), memory)
    after = side((Block("paragraph", new),), memory)
    return token_edits(kept_words(before, after, aligner, part), memory.cut(old), memory.cut(new))


def _starts(grouped: Sequence[str], fine: Sequence[str]) -> list[int]:
    """Give for each word of `grouped`, and one behind the last, which word of `fine` it begins."""
    at = {place: n for n, place in enumerate(accumulate(map(len, fine), initial=0))}
    return [at[place] for place in accumulate(map(len, grouped), initial=0)]
