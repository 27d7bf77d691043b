"""Blocks that moved whole: one entry, at its new place, with the edits inside it.

Blocks of one text are paired first, in order; of the others those that share the most runs of
words. Which of several blocks that changed places counts as the moved one was decided before, by
what was kept in place.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from archiver.diff.align import Aligner, kept_words
from archiver.diff.blocks import LINK_SHARE, is_linked
from archiver.diff.side import side
from archiver.diff.stretches import SPREAD, Gram, Stretch, grams, is_long
from archiver.diff.token_edits import token_edits
from archiver.diff.tokens import tokens
from archiver.model import Block, BlockEdit, Edit

GRAM_WORDS = 3
"""Words in a row by which edited blocks are found again. Longer runs miss short blocks."""

MOVE_SHARE = 0.5
"""Runs two blocks must share (Dice) to be one: a word replaced in eight leaves just as many.

Of 1,500 pairs of paragraphs drawn from one document, 0 (policy, German law) to 14 (news: lines
that say nearly the same twice) have so much in common.
"""

CANDIDATES = 4
"""Deleted blocks that are weighed for an inserted one: those with most runs in common."""


def block_moves(
    gone: Sequence[Stretch],
    come: Sequence[Stretch],
    old: Sequence[Block],
    new: Sequence[Block],
    aligner: Aligner,
) -> dict[int, BlockEdit]:
    """Give, by the new block, what of the whole blocks `gone` are among the whole blocks `come`."""
    moves = {
        move.new[0]: move
        for move in _equal_moves(
            [stretch.block for stretch in gone], [stretch.block for stretch in come], old, new
        )
    }
    taken = {move.old[0] for move in moves.values()}
    gone_rest = [stretch for stretch in gone if stretch.block not in taken]
    come_rest = [stretch for stretch in come if stretch.block not in moves]
    if gone_rest and come_rest:
        found = _edited_moves(_near(gone_rest, come_rest), old, new, aligner)
        moves.update((move.new[0], move) for move in found)
    words = {stretch.block: stretch.words for stretch in come}
    return {move.new[0]: move for move in _long_enough(moves, words)}


def _equal_moves(
    gone: Iterable[int], come: Iterable[int], old: Sequence[Block], new: Sequence[Block]
) -> Iterator[BlockEdit]:
    """Pair blocks of one text: with the block behind the last one moved, else with the first."""
    places: dict[str, deque[int]] = {}
    for i in gone:
        places.setdefault(old[i].text, deque()).append(i)
    free = {i for i in gone if old[i].text}
    following = -1, -1
    for j in come:
        text = new[j].text
        same = places.get(text, deque())
        i = following[0]
        if following[1] != j or i not in free or old[i].text != text:
            while same and same[0] not in free:
                same.popleft()
            if not same:
                continue
            i = same[0]
        free.remove(i)
        following = i + 1, j + 1
        n = len(tokens(text))
        yield _move(i, j, (Edit("equal", 0, n, 0, n),))


def _long_enough(
    moves: Mapping[int, BlockEdit], words: Mapping[int, Sequence[str]]
) -> Iterator[BlockEdit]:
    """Leave out what is too short to have moved, with all that moved beside it.

    A heading that goes along with its paragraph did move; a line alone came and went.
    """
    stretch: list[BlockEdit] = []
    for j in (*sorted(moves), -1):
        move = moves.get(j)
        if (
            move
            and stretch
            and (move.old[0] - 1, j - 1) == (stretch[-1].old[0], stretch[-1].new[0])
        ):
            stretch.append(move)
            continue
        if is_long([word for one in stretch for word in words[one.new[0]]]):
            yield from stretch
        stretch = [move] if move else []


def _edited_moves(
    pairs: Iterable[tuple[int, int]], old: Sequence[Block], new: Sequence[Block], aligner: Aligner
) -> Iterator[BlockEdit]:
    """Align `pairs`, best first; each block moves once, and keeps as much as a link must."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    memory = aligner.memory
    for i, j in pairs:
        if i in taken_old or j in taken_new:
            continue
        before, after = side((old[i],), memory), side((new[j],), memory)
        runs = kept_words(before, after, aligner)
        if is_linked(runs, before, after, LINK_SHARE):
            taken_old.add(i)
            taken_new.add(j)
            yield _move(i, j, token_edits(runs, memory.cut(old[i].text), memory.cut(new[j].text)))


def _move(i: int, j: int, edits: tuple[Edit, ...]) -> BlockEdit:
    return BlockEdit(old=(i,), new=(j,), moved=True, edits=edits)


def _near(gone: Iterable[Stretch], come: Iterable[Stretch]) -> list[tuple[int, int]]:
    """Give pairs that share `MOVE_SHARE` of their grams: best first, then by place."""
    old_grams, new_grams = _grams(gone), _grams(come)
    in_new: set[Gram] = set().union(*new_grams.values())
    holders: dict[Gram, list[int]] = {}
    for i, own in old_grams.items():
        for gram in own & in_new:
            holders.setdefault(gram, []).append(i)
    found: list[tuple[float, int, int]] = []
    for j, own in new_grams.items():
        hits: dict[int, int] = {}
        for gram in own & holders.keys():
            if len(holders[gram]) <= SPREAD:
                for i in holders[gram]:
                    hits[i] = hits.get(i, 0) + 1
        best = sorted(hits, key=lambda i: (-hits[i], i))[:CANDIDATES]
        found += ((_share(old_grams[i], own), i, j) for i in best)
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [(i, j) for share, i, j in found if share >= MOVE_SHARE]


def _share(old: Set[Gram], new: Set[Gram]) -> float:
    return 2 * len(old & new) / (len(old) + len(new))


def _grams(stretches: Iterable[Stretch]) -> dict[int, set[Gram]]:
    """Give, of each block long enough to move, its runs of words."""
    return {
        stretch.block: set(grams(stretch.words, GRAM_WORDS))
        for stretch in stretches
        if is_long(stretch.words)
    }
