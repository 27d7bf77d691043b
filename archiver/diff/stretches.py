"""What one side alone has, where it is long enough to move: whole blocks, and parts of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from archiver.diff.side import Cuts
from archiver.diff.tokens import word_places
from archiver.model import Block, BlockEdit

MOVE_WORDS = 8
"""Words that must be the same: fewer ("Read more") come and go by themselves."""

MOVE_LETTERS = 20
"""Letters they must have: in a script without spaces each is a word, and eight are no sentence."""

SPREAD = 16
"""Words in a row that stand in more places than this find none of them: it bounds the time."""

OneSide = Literal["old", "new"]
Gram = tuple[str, ...]


class Stretch(NamedTuple):
    """Tokens [start:end] of `block`, of which `tokens` are all.

    `words` are those of the stretch, `places` where they are among the tokens. `is_whole` where the
    block came or went as a whole.
    """

    block: int
    start: int
    end: int
    tokens: Sequence[str]
    words: list[str]
    places: list[int]
    is_whole: bool


def may_move(edits: Iterable[BlockEdit], blocks: Sequence[Block], side: OneSide) -> bool:
    """Say whether anything on one side could be long enough, without cutting text into tokens."""
    for edit in edits:
        own, other = (edit.old, edit.new) if side == "old" else (edit.new, edit.old)
        if not other:
            if blocks[own[0]].text:
                return True
        elif any(end - start >= MOVE_WORDS for start, end in _spans(edit, side)):
            return True
    return False


def stretches(
    edits: Iterable[BlockEdit], blocks: Sequence[Block], side: OneSide, cuts: Cuts
) -> Iterator[Stretch]:
    """Give what one side alone has, each within one block, cut as in `cuts`."""
    for edit in edits:
        own, other = (edit.old, edit.new) if side == "old" else (edit.new, edit.old)
        if not other:
            found = cuts[blocks[own[0]].text]
            yield _stretch(own[0], 0, len(found), found, is_whole=True)
            continue
        spans = [span for span in _spans(edit, side) if span[1] - span[0] >= MOVE_WORDS]
        if not spans:
            continue
        cut = [cuts[blocks[block].text] for block in own]
        starts = [0, *accumulate(len(found) + 1 for found in cut)]
        for start, end in spans:
            for block, found, first in zip(own, cut, starts, strict=False):
                low, high = max(start - first, 0), min(end - first, len(found))
                if high - low >= MOVE_WORDS:
                    yield _stretch(block, low, high, found, is_whole=False)


def grams(words: Sequence[str], n: int) -> Iterable[Gram]:
    """Give each `n` words in a row.

    >>> list(grams(["so", "it", "goes", "on", "and"], 4))
    [('so', 'it', 'goes', 'on'), ('it', 'goes', 'on', 'and')]
    """
    return zip(*(words[k:] for k in range(n)), strict=False)


def is_long(words: Sequence[str]) -> bool:
    """Say whether so many words, if they are the same elsewhere, are a text that moved."""
    return len(words) >= MOVE_WORDS and sum(map(len, words)) >= MOVE_LETTERS


def _spans(edit: BlockEdit, side: OneSide) -> list[tuple[int, int]]:
    """Give from where to where the tokens of one side were changed."""
    if side == "old":
        return [(i1, i2) for tag, i1, i2, _, _ in edit.edits if tag != "equal"]
    return [(j1, j2) for tag, _, _, j1, j2 in edit.edits if tag != "equal"]


def _stretch(block: int, start: int, end: int, found: Sequence[str], *, is_whole: bool) -> Stretch:
    places = word_places(found, start, end)
    return Stretch(block, start, end, found, [found[place] for place in places], places, is_whole)
