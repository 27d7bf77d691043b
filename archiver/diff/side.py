"""One side of a gap between anchors: a stretch of blocks as tokens, and what an engine sees."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from archiver.diff.tokens import BREAK, is_word, tokens
from archiver.model import Block

BREAK_WEIGHT = 6.0
"""A break counts as an average word: giving one up merges two paragraphs."""

SIGN_WEIGHT = 0.5
"""Signs say little about whether two sentences are one."""

LARGE_SIDE = 200_000
"""Tokens of a side beyond which its numbers take 8 bytes each instead of 36."""

MEMORY_LETTERS = 300_000
"""Letters of the texts whose tokens are kept: beyond, each distinct token is kept once."""


class Cuts(dict[str, Sequence[str]]):
    """The tokens of each text that was looked up, so that none is cut twice. Not to be changed."""

    def __init__(self) -> None:
        self.letters_left = MEMORY_LETTERS
        self.tokens: dict[str, str] = {}

    def __missing__(self, text: str) -> Sequence[str]:
        found = tokens(text)
        if len(text) <= self.letters_left:
            self.letters_left -= len(text)
            self[text] = found
            return found
        known = self.tokens
        return [known.setdefault(token, token) for token in found]


class Weights(dict[str, float]):
    """What each token says that was looked up. `blanks` are those that say nothing."""

    def __init__(self) -> None:
        self.blanks: set[str] = set()

    def __missing__(self, token: str) -> float:
        if token.isspace() and token != BREAK:
            self.blanks.add(token)
        self[token] = weight = _weight(token)
        return weight


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the texts of two documents while they are compared."""

    cuts: Cuts = field(default_factory=Cuts)
    weights: Weights = field(default_factory=Weights)


class Side(NamedTuple):
    """Blocks joined by breaks, in two counts: all `tokens`, and `words`, those that are not blank.

    `places` gives for each word its place among the tokens. `token_starts` and `word_starts` say
    for each block, and for one after the last, where it begins; the one before is the break.
    `sums` gives the weight of all words before each.
    """

    blocks: Sequence[Block]
    tokens: Sequence[str]
    words: list[str]
    places: Sequence[int]
    token_starts: list[int]
    word_starts: list[int]
    sums: Sequence[float]

    def block_weight(self, block: int) -> float:
        """Give what the words of `block` weigh together."""
        return self.sums[self.word_starts[block + 1] - 1] - self.sums[self.word_starts[block]]


def side(blocks: Sequence[Block], memory: Memory) -> Side:
    """Cut `blocks` into tokens, joined by breaks."""
    if len(blocks) == 1:
        return tokens_side(memory.cuts[blocks[0].text], memory, blocks)
    return _side(blocks, *_joined(memory.cuts[block.text] for block in blocks), memory.weights)


def tokens_side(found: Sequence[str], memory: Memory, blocks: Sequence[Block] = ()) -> Side:
    """Give a side of one block that is cut already, and that need not be known itself."""
    return _side(blocks, found, [0, len(found) + 1], memory.weights)


def regrouped(found: Side, grouping: Callable[[Sequence[str]], list[str]], memory: Memory) -> Side:
    """Give a side with some of its tokens joined by `grouping`."""
    parts = (found.tokens[start : end - 1] for start, end in pairwise(found.token_starts))
    return _side(found.blocks, *_joined(map(grouping, parts)), memory.weights)


def _joined(parts: Iterable[Sequence[str]]) -> tuple[list[str], list[int]]:
    """Join the tokens of blocks by breaks, and say where each begins."""
    joined: list[str] = []
    starts = [0]
    for part in parts:
        joined += part
        joined.append(BREAK)
        starts.append(len(joined))
    del joined[-1:]
    return joined, starts


def _side(
    blocks: Sequence[Block], joined: Sequence[str], starts: list[int], weights: Weights
) -> Side:
    places: Sequence[int] = [place for place, found in enumerate(joined) if found != " "]
    words = [joined[place] for place in places]
    sums: Sequence[float] = list(accumulate(map(weights.__getitem__, words), initial=0.0))
    if weights.blanks:
        # Seldom: normalised text has few but single spaces.
        places = [place for place in places if joined[place] not in weights.blanks]
        words = [joined[place] for place in places]
        sums = list(accumulate(map(weights.__getitem__, words), initial=0.0))
    if len(joined) > LARGE_SIDE:
        places, sums = array("q", places), array("d", sums)
        weights.clear()
    word_starts = [bisect_left(places, start) for start in starts[:-1]]
    return Side(blocks, joined, words, places, starts, [*word_starts, len(words) + 1], sums)


def _weight(word: str) -> float:
    """Give how much a token says: the letters of a word, little for a sign."""
    if is_word(word):
        return float(len(word))
    return BREAK_WEIGHT if word == BREAK else SIGN_WEIGHT
