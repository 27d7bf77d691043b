"""Aligns the body blocks of two documents, from whole blocks down to words."""

from collections.abc import Sequence

from archiver.diff.align import Aligner, kept_words
from archiver.diff.anchors import anchored
from archiver.diff.blocks import (
    LINK_SHARE,
    Gap,
    block_edits,
    deleted_edits,
    equal_edits,
    inserted_edits,
)
from archiver.diff.cuts import Memory
from archiver.diff.engine import Engine
from archiver.diff.side import side
from archiver.diff.tokens import BREAK
from archiver.model import Block, BlockEdit

OLD_BREAK, NEW_BREAK = "\nold", "\nnew"
"""Tokens that no text is cut into."""


def body_edits(
    old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> tuple[BlockEdit, ...]:
    """Give how the blocks of `old` became those of `new`, in the order of `new`.

    Blocks both sides surely share part the text into gaps; only gaps are cut into tokens,
    aligned by `aligner`, and made readable.
    """
    edits: list[BlockEdit] = []
    i = j = 0
    for i_run, j_run, n in (*anchored(old, new), (len(old), len(new), 0)):
        if i < i_run and j < j_run:
            edits += _gap(old[i:i_run], new[j:j_run], i, j, aligner)
        else:
            edits += deleted_edits(i, i_run) if i < i_run else inserted_edits(j, j_run)
        edits += equal_edits(i_run, j_run, n)
        i, j = i_run + n, j_run + n
    return tuple(edits)


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


def _gap(
    old: Sequence[Block], new: Sequence[Block], i0: int, j0: int, aligner: Aligner
) -> list[BlockEdit]:
    """Align blocks between two anchors, which stand from `i0` and `j0` in their documents."""
    before, after = side(old, aligner.memory), side(new, aligner.memory)
    runs = kept_words(before, after, aligner)
    return block_edits(runs, Gap(before, after, aligner.memory, i0, j0), LINK_SHARE)
