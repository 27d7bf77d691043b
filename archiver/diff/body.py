"""Aligns the body blocks of two documents, from whole blocks down to words."""

from collections.abc import Sequence
from itertools import chain

from archiver.diff.align import Aligner, kept_words
from archiver.diff.anchors import ANCHOR_LETTERS, anchored
from archiver.diff.blocks import (
    LINK_SHARE,
    Gap,
    block_edits,
    deleted_edits,
    equal_edits,
    inserted_edits,
)
from archiver.diff.cuts import Memory
from archiver.diff.engine import Engine, gaps
from archiver.diff.side import Side, side, whole_side
from archiver.diff.tokens import BREAK
from archiver.model import Block, BlockEdit

OLD_BREAK, NEW_BREAK = "\nold", "\nnew"
"""Tokens that no text is cut into."""

MANY_BLOCKS = 50_000
"""Blocks of either side between anchors beyond which those too short to be one are aligned whole.

So many are a table of short rows, or made to be slow.
"""


def body_edits(
    old: Sequence[Block], new: Sequence[Block], aligner: Aligner, part: float = 1.0
) -> tuple[BlockEdit, ...]:
    """Give how the blocks of `old` became those of `new`, in the order of `new`.

    Blocks both sides surely share part the text into gaps; only gaps are cut into tokens,
    aligned by `aligner`, and made readable. `part` says how much of all that is to be aligned
    they are, as to an engine.
    """
    anchors = anchored(old, new)
    memory = aligner.memory
    between = list(gaps(anchors, old, new))
    old_n = sum([i2 - i1 for i1, i2, _, _ in between])
    new_n = sum([j2 - j1 for _, _, j1, j2 in between])
    make = _short_sides if min(old_n, new_n) > MANY_BLOCKS else _sides
    sides = [make(old[i1:i2], new[j1:j2], memory) for i1, i2, j1, j2 in between]
    sizes = [_size(before) + _size(after) for before, after in sides]
    size = sum(sizes)
    following = iter(zip(sides, sizes, strict=True))
    edits: list[BlockEdit] = []
    i = j = 0
    for i_run, j_run, n in (*anchors, (len(old), len(new), 0)):
        if i < i_run and j < j_run:
            (before, after), own = next(following)
            own_part = own / size * part
            runs = kept_words(before, after, aligner, own_part)
            edits += block_edits(runs, Gap(before, after, memory, i, j, own_part), LINK_SHARE)
        else:
            edits += deleted_edits(i, i_run) if i < i_run else inserted_edits(j, j_run)
        edits += equal_edits(i_run, j_run, n)
        i, j = i_run + n, j_run + n
    return tuple(edits)


def _sides(old: Sequence[Block], new: Sequence[Block], memory: Memory) -> tuple[Side, Side]:
    return side(old, memory), side(new, memory)


def _short_sides(old: Sequence[Block], new: Sequence[Block], memory: Memory) -> tuple[Side, Side]:
    """Give two sides of which no word is looked at where they are short blocks."""
    letters_n = sum([len(text) for _, text in chain(old, new)])
    if letters_n > ANCHOR_LETTERS * (len(old) + len(new)):
        return _sides(old, new, memory)
    return whole_side(old), whole_side(new)


def _size(found: Side) -> int:
    """Say how much is to be aligned: words, and blocks, which may have none."""
    return len(found.words) + len(found.blocks)


def minimal_body_edits(
    old: Sequence[Block], new: Sequence[Block], engine: Engine
) -> tuple[BlockEdit, ...]:
    """Give an alignment that changes the fewest tokens, however it reads.

    Blanks and breaks are not counted, and every link between two blocks stays.
    """
    memory = Memory()
    before, after = side(old, memory), side(new, memory)
    # A break is another token on each side, so that none is ever kept at the cost of a word.
    runs = engine(
        [OLD_BREAK if word == BREAK else word for word in before.words],
        [NEW_BREAK if word == BREAK else word for word in after.words],
    )
    return tuple(block_edits(runs, Gap(before, after, memory), share=0.0))
