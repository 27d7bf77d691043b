"""Moves: a block that went in one place and came in another is one entry, at its new place.

Sentences that move are `archiver.diff.stretches`' business. Blocks of one text are paired
first, in order; of the others those that share the most runs of words. Which of several blocks
that changed places counts as the moved one was decided before, by what was kept in place.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archiver.diff.blocks import LINK_SHARE, side_edits
from archiver.diff.body import aligned
from archiver.diff.cleanup import readable
from archiver.diff.engine import Engine
from archiver.diff.side import side
from archiver.diff.stretches import MOVE_LETTERS, MOVE_WORDS
from archiver.diff.tokens import is_word, tokens
from archiver.model import Block, BlockEdit, Edit

GRAM_WORDS = 3
"""Words in a row by which edited blocks are found again. Longer runs miss short blocks."""

MOVE_SHARE = 0.5
"""Runs two blocks must share (Dice) to be one: a word replaced in eight leaves just as many.

Of 1,500 pairs of paragraphs drawn from one document, 0 (policy, German law) to 14 (news: lines
that say nearly the same twice) have so much in common.
"""

SPREAD = 16
"""A run that stands in more of the deleted blocks finds none of them: it bounds the time."""

CANDIDATES = 4
"""Deleted blocks that are weighed for an inserted one: those with most runs in common."""

EDITED_LETTERS = 500_000
"""Deleted and inserted text up to which edited blocks are looked for: at most about 0.5 s."""

Gram = tuple[str, ...]


def with_moves(
    edits: Sequence[BlockEdit], old: Sequence[Block], new: Sequence[Block], engine: Engine
) -> tuple[BlockEdit, ...]:
    """Give `edits` with blocks both deleted and inserted as moved ones, in the order of `new`.

    The same edits always give the same moves; no clock and no hash decides. Time grows with the
    text that was deleted and inserted, and is next to none where it is not both.
    """
    gone = [edit.old[0] for edit in edits if not edit.new]
    come = [edit.new[0] for edit in edits if not edit.old]
    if not gone or not come:
        return tuple(edits)
    moves = {move.new[0]: move for move in _equal_moves(gone, come, old, new)}
    taken = {move.old[0] for move in moves.values()}
    gone = [i for i in gone if i not in taken]
    come = [j for j in come if j not in moves]
    letters_n = sum(len(old[i].text) for i in gone) + sum(len(new[j].text) for j in come)
    if gone and come and letters_n <= EDITED_LETTERS:
        found = _edited_moves(_near(gone, come, old, new), old, new, engine)
        moves.update((move.new[0], move) for move in found)
    moves = {move.new[0]: move for move in _long_enough(moves, new)}
    taken = {move.old[0] for move in moves.values()}
    return tuple(
        moves.get(edit.new[0], edit) if not edit.old else edit
        for edit in edits
        if edit.new or edit.old[0] not in taken
    )


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


def _long_enough(moves: Mapping[int, BlockEdit], new: Sequence[Block]) -> Iterator[BlockEdit]:
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
        if _is_long([word for one in stretch for word in _words(new[one.new[0]].text)]):
            yield from stretch
        stretch = [move] if move else []


def _edited_moves(
    pairs: Iterable[tuple[int, int]], old: Sequence[Block], new: Sequence[Block], engine: Engine
) -> Iterator[BlockEdit]:
    """Align `pairs`, best first; each block moves once, and keeps as much as a link must."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for i, j in pairs:
        if i in taken_old or j in taken_new:
            continue
        before, after = side((old[i],)), side((new[j],))
        runs = readable(aligned(before, after, engine), before, after)
        own = sum(before.sums[run.i + run.n] - before.sums[run.i] for run in runs)
        if own >= LINK_SHARE * min(before.block_weight(0), after.block_weight(0)):
            taken_old.add(i)
            taken_new.add(j)
            yield _move(i, j, side_edits(runs, before, after))


def _move(i: int, j: int, edits: tuple[Edit, ...]) -> BlockEdit:
    return BlockEdit(old=(i,), new=(j,), moved=True, edits=edits)


def _near(
    gone: Iterable[int], come: Iterable[int], old: Sequence[Block], new: Sequence[Block]
) -> list[tuple[int, int]]:
    """Give pairs that share `MOVE_SHARE` of their grams: best first, then by place."""
    old_grams = _grams(gone, old)
    holders: dict[Gram, list[int]] = {}
    for i, own in old_grams.items():
        for gram in own:
            holders.setdefault(gram, []).append(i)
    found: list[tuple[float, int, int]] = []
    for j, own in _grams(come, new).items():
        hits = Counter(
            i for gram in own for i in holders.get(gram, ()) if len(holders[gram]) <= SPREAD
        )
        best = sorted(hits, key=lambda i: (-hits[i], i))[:CANDIDATES]
        found += ((_share(old_grams[i], own), i, j) for i in best)
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [(i, j) for share, i, j in found if share >= MOVE_SHARE]


def _share(old: Counter[Gram], new: Counter[Gram]) -> float:
    return 2 * (old & new).total() / (old.total() + new.total())


def _grams(places: Iterable[int], blocks: Sequence[Block]) -> Mapping[int, Counter[Gram]]:
    """Give, of each block long enough to move, its runs of words with their counts."""
    found: dict[int, Counter[Gram]] = {}
    for place in places:
        words = _words(blocks[place].text)
        if _is_long(words):
            found[place] = Counter(zip(*(words[k:] for k in range(GRAM_WORDS)), strict=False))
    return found


def _words(text: str) -> list[str]:
    return [token for token in tokens(text) if token.isalnum() or is_word(token)]


def _is_long(words: Sequence[str]) -> bool:
    return len(words) >= MOVE_WORDS and sum(map(len, words)) >= MOVE_LETTERS
