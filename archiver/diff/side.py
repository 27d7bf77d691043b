"""One side of a gap between anchors: a stretch of blocks as tokens, and what an engine sees."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from archiver.diff.tokens import BREAK, is_word, tokens
from archiver.model import Block

BREAK_WEIGHT = 6.0
"""A break counts as an average word: giving one up merges two paragraphs."""

SIGN_WEIGHT = 0.5
"""Signs say little about whether two sentences are one."""


class Side(NamedTuple):
    """Blocks joined by breaks, in two counts: all `tokens`, and `words`, those that are not blank.

    `places` gives for each word its place among the tokens. `token_starts` and `word_starts` say
    for each block, and for one after the last, where it begins; the one before is the break.
    `sums` gives the weight of all words before each.
    """

    blocks: Sequence[Block]
    tokens: list[str]
    words: list[str]
    places: list[int]
    token_starts: list[int]
    word_starts: list[int]
    sums: list[float]

    def block_weight(self, block: int) -> float:
        """Give what the words of `block` weigh together."""
        return self.sums[self.word_starts[block + 1] - 1] - self.sums[self.word_starts[block]]


def side(blocks: Sequence[Block]) -> Side:
    """Cut `blocks` into tokens, joined by breaks."""
    joined: list[str] = []
    places: list[int] = []
    token_starts, word_starts = [0], [0]
    for block in blocks:
        start = len(joined)
        joined += tokens(block.text)
        joined.append(BREAK)
        places += [
            place
            for place, found in enumerate(joined[start:], start)
            if found != " " and (found == BREAK or not found.isspace())
        ]
        token_starts.append(len(joined))
        word_starts.append(len(places))
    del joined[-1:], places[-1:]
    words = [joined[place] for place in places]
    weights = {word: _weight(word) for word in set(words)}
    sums = [0.0, *accumulate(map(weights.__getitem__, words))]
    return Side(blocks, joined, words, places, token_starts, word_starts, sums)


def _weight(word: str) -> float:
    """Give how much `word` says: the letters of a real one, little for a sign."""
    if word[0].isalnum() or is_word(word):
        return float(len(word))
    return BREAK_WEIGHT if word == BREAK else SIGN_WEIGHT
