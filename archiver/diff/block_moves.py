"""Blocks that moved whole: one entry, at its new place, with the edits inside it.

Blocks of one text are paired first, in order; of the others those that share the most runs of
words. Which of several blocks that changed places counts as the moved one was decided before, by
what was kept in place.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from itertools import chain, repeat

from archiver.diff.align import Aligner, kept_words
from archiver.diff.blocks import LINK_SHARE, NONE, is_linked, moved_edits
from archiver.diff.cuts import Memory
from archiver.diff.engine import joined_runs
from archiver.diff.side import Side, side
from archiver.diff.stretches import (
    ALONE_LETTERS,
    MOVE_LETTERS,
    SPREAD,
    Gram,
    Stretch,
    are_long,
    grams,
    is_sentence,
)
from archiver.diff.token_edits import equal_edit, token_edits
from archiver.model import Block, BlockEdit

GRAM_WORDS = 3
"""Words in a row by which edited blocks are found again. Longer runs miss short blocks."""

MOVE_SHARE = 0.5
"""Runs two blocks must share (Dice) to be one: a word replaced in eight leaves just as many.

Of 1,500 pairs of paragraphs drawn from one document, 0 (policy, German law) to 14 (news: lines
that say nearly the same twice) have so much in common.
"""

CANDIDATES = 4
"""Deleted blocks that are weighed for an inserted one: those with most runs in common."""

TRIES_PART = 0.25
"""Of what it may cost to align one whole text, so much may be spent on all that are tried."""

TRIED_WORDS = 500_000
"""Words of all blocks that are tried, each time they are: about 0.5 s.

As many as `moves.LETTERS` of a text in Latin letters have if each of its blocks is tried with
`CANDIDATES`; where each letter is a word, the likest are tried.
"""

Pairs = dict[int, int]
"""Which old block each new one was: where a block moved to, and from where."""


def equal_pairs(gone: Mapping[int, Hashable], come: Mapping[int, Hashable]) -> Pairs:
    """Pair what is the same: with what stands behind the last one moved, else with the first.

    `gone` and `come` say, in order, what stands in which place.
    """
    both = set(gone.values()).intersection(come.values())
    both.discard("")
    pairs: Pairs = {}
    if not both:
        return pairs
    # The first place of each text, and of each place the next one of the same text.
    first = dict.fromkeys(both, NONE)
    later: dict[int, int] = {}
    for i, text in reversed(list(gone.items())):
        if text in both:
            later[i] = first[text]
            first[text] = i
    taken: set[int] = set()
    for j, text in come.items():
        if text not in both:
            continue
        i = pairs[j - 1] + 1 if j - 1 in pairs else NONE
        if i not in later or i in taken or gone[i] != text:
            i = first[text]
            while i in taken:
                i = later[i]
            # Those that are taken are passed by once.
            first[text] = i
            if i == NONE:
                continue
        taken.add(i)
        pairs[j] = i
    return pairs


def equal_moves(pairs: Pairs, new: Sequence[Block], memory: Memory) -> dict[int, BlockEdit]:
    """Give `pairs` of one text as moves, by the new block."""
    texts = {new[j].text for j in pairs}
    edits = {text: equal_edit(memory.cut(text).tokens_n) for text in texts}
    inner = [edits[new[j].text] for j in pairs]
    return dict(zip(pairs, moved_edits(pairs.values(), pairs, inner), strict=True))


def long_enough(pairs: Pairs, new: Sequence[Block], memory: Memory) -> Pairs:
    """Leave out what is too short to have moved, with all that moved beside it.

    A heading that goes along with its paragraph did move; a line alone came and went, if it is no
    sentence.
    """
    kept: Pairs = {}
    places = sorted(pairs)
    for i, j, n in joined_runs(zip(map(pairs.__getitem__, places), places, repeat(1))):
        texts = [text for _, text in new[j : j + n]]
        if _is_enough(texts, memory):
            kept.update(zip(range(j, j + n), range(i, i + n), strict=True))
    return kept


def _is_enough(texts: Sequence[str], memory: Memory) -> bool:
    if sum(map(len, texts)) >= MOVE_LETTERS and are_long(texts, memory):
        return True
    return any(is_sentence(memory.words(text), ALONE_LETTERS) for text in texts)


def edited_moves(
    gone: Sequence[Stretch],
    come: Sequence[Stretch],
    old: Sequence[Block],
    new: Sequence[Block],
    aligner: Aligner,
) -> dict[int, BlockEdit]:
    """Give, by the new block, what of the whole blocks `gone` are among the whole blocks `come`.

    Best first; each block moves once, and keeps as much as a link must.
    """
    moves: dict[int, BlockEdit] = {}
    taken: set[int] = set()
    old_sides: dict[int, Side] = {}
    new_sides: dict[int, Side] = {}
    memory = aligner.memory
    size = sum([len(one.words) for one in chain(gone, come)]) * CANDIDATES / TRIES_PART
    words_left = TRIED_WORDS
    for i, j in _near(gone, come):
        if i in taken or j in moves:
            continue
        # A block may be tried several times.
        before = old_sides.get(i) or old_sides.setdefault(i, side((old[i],), memory))
        after = new_sides.get(j) or new_sides.setdefault(j, side((new[j],), memory))
        words_n = len(before.words) + len(after.words)
        if words_n > words_left:
            continue
        words_left -= words_n
        runs = kept_words(before, after, aligner, words_n / size)
        if is_linked(runs, before, after, LINK_SHARE):
            taken.add(i)
            edits = token_edits(runs, memory.cut(old[i].text), memory.cut(new[j].text))
            moves[j] = BlockEdit(old=(i,), new=(j,), moved=True, edits=edits)
    return moves


def _near(gone: Iterable[Stretch], come: Iterable[Stretch]) -> list[tuple[int, int]]:
    """Give pairs that share `MOVE_SHARE` of their grams: best first, then by place."""
    old_grams, new_grams = _grams(gone), _grams(come)
    in_new = set[Gram]().union(*new_grams.values())
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
    """Give, of each block, its runs of words."""
    return {stretch.block: set(grams(stretch.words, GRAM_WORDS)) for stretch in stretches}
