"""Aligns the body blocks of two documents, from whole blocks down to words."""

from collections.abc import Iterable, Sequence
from itertools import chain

from archiver.diff.anchors import anchored
from archiver.diff.blocks import LINK_SHARE, block_edits
from archiver.diff.cleanup import readable
from archiver.diff.engine import Engine, Run, common_ends, joined_runs, kept
from archiver.diff.side import Side, side
from archiver.diff.tokens import BREAK
from archiver.model import Block, BlockEdit


def body_edits(old: Sequence[Block], new: Sequence[Block], engine: Engine) -> tuple[BlockEdit, ...]:
    """Give how the blocks of `old` became those of `new`, in the order of `new`.

    Blocks both sides surely share part the text into gaps; only gaps are cut into tokens,
    aligned by `engine`, and made readable.
    """
    edits: list[BlockEdit] = []
    i = j = 0
    for run in (*anchored(old, new), Run(len(old), len(new), 0)):
        edits.extend(_gap(old[i : run.i], new[j : run.j], i, j, engine))
        i, j = run.i + run.n, run.j + run.n
        edits.extend(map(BlockEdit, zip(range(run.i, i)), zip(range(run.j, j))))
    return tuple(edits)


def minimal_body_edits(
    old: Sequence[Block], new: Sequence[Block], engine: Engine
) -> tuple[BlockEdit, ...]:
    """Give an alignment that changes the fewest tokens, however it reads.

    Blanks and breaks are not counted, and every link between two blocks stays.
    """
    before, after = side(old), side(new)
    names: dict[str, int] = {}
    # Breaks get one number on each side, so that none is ever kept at the cost of a word.
    runs = kept(
        engine(
            [-1 if word == BREAK else names.setdefault(word, len(names)) for word in before.words],
            [-2 if word == BREAK else names.setdefault(word, len(names)) for word in after.words],
        )
    )
    return tuple(block_edits(runs, before, after, share=0.0))


def aligned(old: Side, new: Side, engine: Engine) -> list[Run]:
    """Give the words that `engine` keeps."""
    head, tail = common_ends(old.words, new.words)
    old_end, new_end = len(old.words) - tail, len(new.words) - tail
    old_words, new_words = old.words[head:old_end], new.words[head:new_end]
    names = {word: n for n, word in enumerate(dict.fromkeys(chain(old_words, new_words)))}
    edits = engine(list(map(names.__getitem__, old_words)), list(map(names.__getitem__, new_words)))
    middle = (Run(i1 + head, j1 + head, i2 - i1) for tag, i1, i2, j1, _ in edits if tag == "equal")
    return joined_runs((Run(0, 0, head), *middle, Run(old_end, new_end, tail)))


def _gap(
    old: Sequence[Block], new: Sequence[Block], i0: int, j0: int, engine: Engine
) -> Iterable[BlockEdit]:
    """Align blocks between two anchors, which stand from `i0` and `j0` in their documents."""
    if not new:
        return (BlockEdit(old=(b,), new=()) for b in range(i0, i0 + len(old)))
    if not old:
        return (BlockEdit(old=(), new=(c,)) for c in range(j0, j0 + len(new)))
    before, after = side(old), side(new)
    runs = readable(aligned(before, after, engine), before, after)
    return block_edits(runs, before, after, share=LINK_SHARE, i0=i0, j0=j0)
