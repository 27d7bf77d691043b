"""Moves: what went in one place and came in another is shown once, at its new place.

Blocks that moved whole come first (`block_moves`), then sentences and runs of words inside what is
left (`word_moves`).
"""

from collections.abc import Iterable, Sequence

from archiver.diff.align import Aligner
from archiver.diff.block_moves import block_moves
from archiver.diff.stretches import Span, in_common, spans, stretches
from archiver.diff.word_moves import word_moves
from archiver.model import Block, BlockEdit, Move

LETTERS = 300_000
"""Letters of changed blocks up to which edited moves are looked for: at most about 0.3 s."""


def with_moves(
    edits: Sequence[BlockEdit], old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> tuple[tuple[BlockEdit, ...], tuple[Move, ...]]:
    """Give `edits` with blocks that moved, and what moved inside blocks, in the order of `new`.

    The same edits always give the same moves; no clock and no hash decides. Time grows with the
    text that was deleted and inserted, and is next to none where it is not both.
    """
    changed = [edit for edit in edits if edit[3] or not edit[0] or not edit[1]]
    gone_spans, come_spans = spans(changed)
    if not gone_spans or not come_spans:
        return tuple(edits), ()
    if _letters_n(gone_spans, old) + _letters_n(come_spans, new) > LETTERS:
        # Then only what is whole and the same on both sides: it costs no more than to look it up.
        gone_spans, come_spans = spans(_equal_blocks(changed, old, new))
    gone, come, seeds = in_common(
        list(stretches(gone_spans, old, aligner.memory)),
        list(stretches(come_spans, new, aligner.memory)),
    )
    if not gone:
        # Most often.
        return tuple(edits), ()
    moved = block_moves(
        [stretch for stretch in gone if stretch.is_whole],
        [stretch for stretch in come if stretch.is_whole],
        old,
        new,
        aligner,
    )
    taken = {edit.old[0] for edit in moved.values()}
    moves = word_moves(
        [stretch for stretch in gone if not (stretch.is_whole and stretch.block in taken)],
        [stretch for stretch in come if not (stretch.is_whole and stretch.block in moved)],
        seeds,
        aligner,
    )
    if not moved:
        return tuple(edits), moves
    return tuple(
        moved.get(edit.new[0], edit) if not edit.old else edit
        for edit in edits
        if edit.new or edit.old[0] not in taken
    ), moves


def _letters_n(found: Iterable[Span], blocks: Sequence[Block]) -> int:
    """Count the letters of all blocks in which one side alone has something."""
    changed = {block for own, *_ in found for block in own}
    return sum([len(blocks[block].text) for block in changed])


def _equal_blocks(
    edits: Sequence[BlockEdit], old: Sequence[Block], new: Sequence[Block]
) -> list[BlockEdit]:
    """Give the whole blocks among `edits` whose text both went and came."""
    both = {old[edit.old[0]].text for edit in edits if not edit.new}
    both &= {new[edit.new[0]].text for edit in edits if not edit.old}
    return [
        edit
        for edit in edits
        if not (edit.old and edit.new)
        and (old[edit.old[0]] if edit.old else new[edit.new[0]]).text in both
    ]
