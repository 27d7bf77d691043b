"""Aligns the body blocks of two documents, from whole blocks down to words."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from archiver.diff.align import Aligner, kept_words
from archiver.diff.anchors import anchored
from archiver.diff.blocks import LINK_SHARE, block_edits, pair_edits
from archiver.diff.engine import Engine, Run, kept
from archiver.diff.side import Memory, side
from archiver.diff.tokens import BREAK
from archiver.model import Block, BlockEdit


def body_edits(
    old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> tuple[BlockEdit, ...]:
    """Give how the blocks of `old` became those of `new`, in the order of `new`.

    Blocks both sides surely share part the text into gaps; only gaps are cut into tokens,
    aligned by `aligner`, and made readable.
    """
    edits: list[BlockEdit] = []
    i = j = 0
    for run in (*anchored(old, new), Run(len(old), len(new), 0)):
        edits.extend(_gap(old[i : run.i], new[j : run.j], i, j, aligner))
        i, j = run.i + run.n, run.j + run.n
        same = zip(zip(range(run.i, i)), zip(range(run.j, j)), repeat(False), repeat(()))
        # As BlockEdit(*one) for each, but most of a document is the same: four times as fast.
        edits.extend(map(tuple.__new__, repeat(BlockEdit), same))
    return tuple(edits)


def minimal_body_edits(
    old: Sequence[Block], new: Sequence[Block], engine: Engine
) -> tuple[BlockEdit, ...]:
    """Give an alignment that changes the fewest tokens, however it reads.

    Blanks and breaks are not counted, and every link between two blocks stays.
    """
    memory = Memory()
    before, after = side(old, memory), side(new, memory)
    names: dict[str, int] = {}
    # Breaks get one number on each side, so that none is ever kept at the cost of a word.
    runs = kept(
        engine(
            [-1 if word == BREAK else names.setdefault(word, len(names)) for word in before.words],
            [-2 if word == BREAK else names.setdefault(word, len(names)) for word in after.words],
        )
    )
    return tuple(block_edits(runs, before, after, share=0.0))


def _gap(
    old: Sequence[Block], new: Sequence[Block], i0: int, j0: int, aligner: Aligner
) -> Iterable[BlockEdit]:
    """Align blocks between two anchors, which stand from `i0` and `j0` in their documents."""
    if not new:
        return (BlockEdit(old=(b,), new=()) for b in range(i0, i0 + len(old)))
    if not old:
        return (BlockEdit(old=(), new=(c,)) for c in range(j0, j0 + len(new)))
    before, after = side(old, aligner.memory), side(new, aligner.memory)
    runs = kept_words(before, after, aligner)
    edits = pair_edits if len(old) == len(new) == 1 else block_edits
    return edits(runs, before, after, share=LINK_SHARE, i0=i0, j0=j0)
