"""Moves: what went in one place and came in another is shown once, at its new place.

Blocks that moved whole come first (`block_moves`), then sentences and runs of words inside what is
left (`word_moves`).
"""

from collections.abc import Iterable, Sequence

from archiver.diff.align import Aligner
from archiver.diff.block_moves import block_moves
from archiver.diff.stretches import Stretch, grams, may_move, stretches
from archiver.diff.word_moves import SEED_WORDS, word_moves
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
    if not (may_move(changed, old, "old") and may_move(changed, new, "new")):
        return tuple(edits), ()
    if _letters_n(changed, old, new) > LETTERS:
        # Then only what is whole and the same on both sides: it costs no more than to look it up.
        changed = _equal_blocks(changed, old, new)
    cuts = aligner.memory.cuts
    gone = list(stretches(changed, old, "old", cuts))
    come = list(stretches(changed, new, "new", cuts))
    if not _have_something_in_common(gone, come):
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
        aligner,
    )
    if not moved:
        return tuple(edits), moves
    return tuple(
        moved.get(edit.new[0], edit) if not edit.old else edit
        for edit in edits
        if edit.new or edit.old[0] not in taken
    ), moves


def _letters_n(edits: Iterable[BlockEdit], old: Sequence[Block], new: Sequence[Block]) -> int:
    """Count the letters of all blocks that changed: at least those deleted and inserted."""
    return sum(
        sum(len(old[i].text) for i in edit.old) + sum(len(new[j].text) for j in edit.new)
        for edit in edits
    )


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


def _have_something_in_common(gone: Iterable[Stretch], come: Iterable[Stretch]) -> bool:
    """Say whether a whole block or a seed is on both sides: most often not, and it is quick."""
    old_texts = {tuple(stretch.words) for stretch in gone if stretch.is_whole}
    if any(stretch.is_whole and tuple(stretch.words) in old_texts for stretch in come):
        return True
    old_seeds = {seed for stretch in gone for seed in grams(stretch.words, SEED_WORDS)}
    return any(not old_seeds.isdisjoint(grams(stretch.words, SEED_WORDS)) for stretch in come)
