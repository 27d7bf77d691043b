"""One side of a gap between anchors: a stretch of blocks as the words that an engine sees."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate, chain, repeat
from typing import NamedTuple

from archiver.diff.cuts import Cut, Memory
from archiver.diff.memo import Memo
from archiver.diff.tokens import BREAK, is_solid, is_word
from archiver.model import Block

BREAK_WEIGHT = 6.0
"""A break counts as an average word: giving one up merges two paragraphs."""

SIGN_WEIGHT = 0.5
"""Signs say little about whether two sentences are one."""

LARGE_SIDE = 100_000
"""Words of a side beyond which its numbers take 8 bytes each instead of 32."""


class Side(NamedTuple):
    """The words of some `blocks`, joined by breaks: all their tokens that are not blank.

    `word_starts` says for each block, and for one after the last, which is its first word; the one
    before is the break. `sums` gives the weight of all words before each. Where it is no whole
    block but some tokens of one, `tokens` are those. Where no word is looked at (`whole_side`)
    both lists are empty.
    """

    blocks: Sequence[Block]
    words: list[str]
    word_starts: list[int]
    sums: Sequence[float]
    tokens: Sequence[str] = ()

    def block_weight(self, block: int) -> float:
        """Give what the words of `block` weigh together."""
        return self.sums[self.word_starts[block + 1] - 1] - self.sums[self.word_starts[block]]


def side(blocks: Sequence[Block], memory: Memory) -> Side:
    """Give the side that is `blocks`."""
    if len(blocks) == 1:
        words = memory.words(blocks[0].text)
        return Side(blocks, words, [0, len(words) + 1], _sums(words))
    return _with_breaks(memory.words_of_all([text for _, text in blocks]), blocks)


def whole_side(blocks: Sequence[Block]) -> Side:
    """Give the side that is `blocks`, of which no word is looked at."""
    return Side(blocks, [], [], [0.0])


def tokens_side(found: Cut, tokens: Sequence[str]) -> Side:
    """Give the side that is some `tokens` of a block, which `found` is too."""
    return Side((), found.words, [0, len(found.words) + 1], _sums(found.words), tokens)


def regrouped(
    found: Side, grouping: Callable[[Sequence[str]], Iterable[str]], memory: Memory
) -> Side:
    """Give a side with some of its words joined by `grouping`, which is given blanks too."""
    parts = [found.tokens] if found.tokens else [memory.tokens(text) for _, text in found.blocks]
    return _with_breaks([list(filter(is_solid, grouping(part))) for part in parts], found.blocks)


def _with_breaks(parts: Sequence[list[str]], blocks: Sequence[Block]) -> Side:
    words = list(chain.from_iterable(chain.from_iterable(zip(parts, repeat((BREAK,))))))
    del words[-1:]
    starts = list(accumulate([len(part) + 1 for part in parts], initial=0))
    return Side(blocks, words, starts, _sums(words))


def _sums(words: Sequence[str]) -> Sequence[float]:
    sums = accumulate(map(_weights().__getitem__, words), initial=0.0)
    return list(sums) if len(words) <= LARGE_SIDE else array("d", sums)


@cache
def _weights() -> Memo[float]:
    return Memo(_weight)


def _weight(word: str) -> float:
    """Give how much a token says: the letters of a word, little for a sign."""
    if is_word(word):
        return float(len(word))
    return BREAK_WEIGHT if word == BREAK else SIGN_WEIGHT
