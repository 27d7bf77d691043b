"""Moves: what went in one place and came in another is shown once, at its new place.

Blocks that moved whole come first (`block_moves`), then runs of words inside what is left
(`word_moves`), then sentences too short for that (`sentence_moves`).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from archiver.diff.align import Aligner
from archiver.diff.block_moves import edited_moves, equal_moves, equal_pairs, long_enough
from archiver.diff.sentence_moves import sentence_moves
from archiver.diff.stretches import MOVE_LETTERS, Alone, Stretch, alone, in_common, stretches
from archiver.diff.word_moves import word_moves
from archiver.model import Block, BlockEdit, Move

LETTERS = 300_000
"""Letters of changed blocks up to which edited moves are looked for: at most about 1 s."""

WORDS = 200_000
"""Words of what may have moved, up to which the same goes: in Chinese each letter is one."""

MANY_CHANGED = 100_000
"""Changed blocks of either side up to which short ones move along with those beside them."""


def with_moves(
    edits: Sequence[BlockEdit], old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> tuple[tuple[BlockEdit, ...], tuple[Move, ...]]:
    """Give `edits` with blocks that moved, and what moved inside blocks, in the order of `new`.

    The same edits always give the same moves; no clock and no hash decides. Time grows with the
    text that was deleted and inserted, and is next to none where it is not both.
    """
    gone, come = alone([edit for edit in edits if edit[3] or not edit[0] or not edit[1]])
    if not any(gone) or not any(come):
        return tuple(edits), ()
    if min(len(gone.whole), len(come.whole)) > MANY_CHANGED:
        gone, come = _long_ones(gone, old), _long_ones(come, new)
    pairs = equal_pairs({i: old[i][1] for i in gone.whole}, {j: new[j][1] for j in come.whole})
    edited: dict[int, BlockEdit] = {}
    moves: tuple[Move, ...] = ()
    if _letters_n(gone, old) + _letters_n(come, new) <= LETTERS:
        paired = set(pairs.values())
        gone = Alone([i for i in gone.whole if i not in paired], gone.inside)
        come = Alone([j for j in come.whole if j not in pairs], come.inside)
        edited, moves = _edited(gone, come, old, new, aligner)
    if not pairs and not edited:
        # Most often.
        return tuple(edits), moves
    pairs.update((j, edit.old[0]) for j, edit in edited.items())
    pairs = long_enough(pairs, new, aligner.memory)
    equal = {j: i for j, i in pairs.items() if j not in edited}
    return _placed(edits, {**equal_moves(equal, new, aligner.memory), **edited}), moves


def _long_ones(found: Alone, blocks: Sequence[Block]) -> Alone:
    """Leave out the blocks that are too short to move by themselves."""
    return Alone([i for i in found.whole if len(blocks[i].text) >= MOVE_LETTERS], found.inside)


def _edited(
    gone: Alone, come: Alone, old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> tuple[dict[int, BlockEdit], tuple[Move, ...]]:
    """Give the blocks that moved and were edited, and what else moved inside of blocks."""
    memory = aligner.memory
    was, now = _by_block(stretches(gone, old, memory)), _by_block(stretches(come, new, memory))
    if sum([len(one.words) for one in chain(was, now)]) > WORDS:
        return {}, ()
    was, now, seeds = in_common(was, now)
    whole = [one for one in was if one.is_whole], [one for one in now if one.is_whole]
    edited = edited_moves(*whole, old, new, aligner) if all(whole) else {}
    if edited:
        taken = {edit.old[0] for edit in edited.values()}
        was = [one for one in was if not (one.is_whole and one.block in taken)]
        now = [one for one in now if not (one.is_whole and one.block in edited)]
        # What was put into a block that moved, or taken out of it, may have moved by itself.
        out_of, into = alone(edited.values())
        was = _by_block([*was, *stretches(out_of, old, memory)])
        now = _by_block([*now, *stretches(into, new, memory)])
        gone = Alone([i for i in gone.whole if i not in taken], [*gone.inside, *out_of.inside])
        come = Alone([j for j in come.whole if j not in edited], [*come.inside, *into.inside])
    moves = word_moves(was, now, seeds, aligner)
    sentences = sentence_moves(gone, come, moves, (old, new), memory)
    if not sentences:
        return edited, moves
    return edited, tuple(sorted([*moves, *sentences], key=attrgetter("new", "j1")))


def _by_block(found: Iterable[Stretch]) -> list[Stretch]:
    return sorted(found, key=attrgetter("block"))


def _letters_n(found: Alone, blocks: Sequence[Block]) -> int:
    """Count the letters of all blocks in which one side alone has something."""
    inside = chain.from_iterable([own for own, _ in found.inside])
    return sum([len(blocks[block][1]) for block in chain(found.whole, inside)])


def _placed(edits: Sequence[BlockEdit], moved: Mapping[int, BlockEdit]) -> tuple[BlockEdit, ...]:
    """Give `edits` with those of blocks that `moved` in the place where they came."""
    taken = {edit.old[0] for edit in moved.values()}
    return tuple(
        [
            moved.get(edit[1][0], edit) if not edit[0] else edit
            for edit in edits
            if edit[1] or edit[0][0] not in taken
        ]
    )
