"""One side of a gap between anchors: a stretch of blocks as tokens, and what an engine sees."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, filterfalse
from typing import NamedTuple

from archiver.diff.tokens import BREAK, is_word, tokens
from archiver.model import Block

BREAK_WEIGHT = 6.0
"""A break counts as an average word: giving one up merges two paragraphs."""

SIGN_WEIGHT = 0.5
"""Signs say little about whether two sentences are one."""

LARGE_SIDE = 200_000
"""Tokens of a side beyond which its numbers take 8 bytes each instead of 36."""

OTHER_BLANK = re.compile(r"(?![ \n])\s").match
"""Says whether a token is a blank other than a single space: normalised text has few."""


class Side(NamedTuple):
    """Blocks joined by breaks, in two counts: all `tokens`, and `words`, those that are not blank.

    `places` gives for each word its place among the tokens. `token_starts` and `word_starts` say
    for each block, and for one after the last, where it begins; the one before is the break.
    `sums` gives the weight of all words before each.
    """

    blocks: Sequence[Block]
    tokens: list[str]
    words: list[str]
    places: Sequence[int]
    token_starts: list[int]
    word_starts: list[int]
    sums: Sequence[float]

    def block_weight(self, block: int) -> float:
        """Give what the words of `block` weigh together."""
        return self.sums[self.word_starts[block + 1] - 1] - self.sums[self.word_starts[block]]


def side(blocks: Sequence[Block]) -> Side:
    """Cut `blocks` into tokens, joined by breaks."""
    return _side(blocks, tokens(BREAK.join([block.text for block in blocks])))


def tokens_side(found: Sequence[str]) -> Side:
    """Give a side of one block that is cut already."""
    return _side((Block("paragraph", "".join(found)),), list(found))


def regrouped(found: Side, grouping: Callable[[Sequence[str]], list[str]]) -> Side:
    """Give a side with some of its tokens joined by `grouping`, which joins no break to another."""
    return _side(found.blocks, grouping(found.tokens))


def _side(blocks: Sequence[Block], joined: list[str]) -> Side:
    places: Sequence[int] = [place for place, found in enumerate(joined) if found != " "]
    if any(map(OTHER_BLANK, filterfalse(str.isalnum, set(joined)))):
        places = [place for place in places if not OTHER_BLANK(joined[place])]
    words = [joined[place] for place in places]
    weights = {word: float(len(word)) if word.isalnum() else _weight(word) for word in set(words)}
    sums: Iterable[float] = accumulate(map(weights.__getitem__, words), initial=0.0)
    if len(joined) > LARGE_SIDE:
        places, sums = array("q", places), array("d", sums)
    return Side(
        blocks,
        joined,
        words,
        places,
        _starts(joined, blocks),
        _starts(words, blocks),
        sums if isinstance(sums, array) else list(sums),
    )


def _starts(joined: Sequence[str], blocks: Sequence[Block]) -> list[int]:
    """Give where each block begins in `joined`, and one behind the last and its break."""
    if len(blocks) == 1:
        return [0, len(joined) + 1]
    starts = [0]
    for _ in range(joined.count(BREAK)):
        starts.append(joined.index(BREAK, starts[-1]) + 1)
    if len(starts) > len(blocks) > 0:
        # A text of several lines, such as code, holds breaks of its own.
        lines = accumulate(block.text.count(BREAK) + 1 for block in blocks[:-1])
        starts = [0, *(starts[line] for line in lines)]
    return [*starts, len(joined) + 1]


def _weight(word: str) -> float:
    """Give how much a token says: the letters of a word, little for a sign."""
    if is_word(word):
        return float(len(word))
    return BREAK_WEIGHT if word == BREAK else SIGN_WEIGHT
