"""Brings kept tokens back to blocks: which old block became which new one, and by which edits.

Kept words link an old block to a new one. A link too weak to mean anything is dropped. Blocks
that hang together by links are one `BlockEdit`: edited, split, merged, or several for several.
Links never cross, so each such group is a stretch of neighbours on both sides.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final, NamedTuple

from archiver.diff.cuts import Memory, joined_cuts
from archiver.diff.engine import Run
from archiver.diff.lcs import lcs_runs
from archiver.diff.side import Side
from archiver.diff.token_edits import equal_edit, token_edits
from archiver.model import BlockEdit, Edit

LINK_SHARE = 0.3
"""Two blocks are one that was edited if at least this share of the smaller one was kept, by weight.

Of paragraphs drawn from two documents of one source, 99 in 100 pairs share less than 0.2; from
one document, 90 to 95 in 100 share less than 0.35 (law, policy and news, 1,500 draws each).
"""

BLOCKS_PART = 0.25
"""Of what it may cost to align words, so much may be spent on blocks that none of them linked."""

Overlap = tuple[int, int, int, int, int]
"""(old block, new block, i, j, n): what of a run lies in one old block and one new block.

A kept break lies in none: both its blocks are NONE.
"""

NONE = -1

SHORT_TEXT = 80
"""Letters of a text in which an apostrophe of another style may leave no word the same."""

PLAIN_SIGNS: Final = str.maketrans(dict.fromkeys("’‘ʼ`´‚‛‹›", "'") | dict.fromkeys("“”„‟«»", '"'))
"""Signs that editors set one for another: a site changes them all at once."""


class Group(NamedTuple):
    """Blocks from `i1` to `i2` became blocks from `j1` to `j2`."""

    i1: int
    i2: int
    j1: int
    j2: int


class Gap(NamedTuple):
    """Two sides that begin with block `i0` of the old document and `j0` of the new one.

    `part` says how much of all that is to be aligned this is, as to an engine.
    """

    old: Side
    new: Side
    memory: Memory
    i0: int = 0
    j0: int = 0
    part: float = 1.0


def block_edits(runs: Sequence[Run], gap: Gap, share: float) -> list[BlockEdit]:
    """Give how the old blocks of `gap` became the new ones, if `runs` of words are kept.

    Links under `share` are dropped.
    """
    old, new, *_ = gap
    if len(old.blocks) == len(new.blocks) == 1:
        return _pair_edits(runs, gap, share)
    overlaps = _strongly_linked(_overlaps(runs, old, new), old, new, share)
    edits: list[BlockEdit] = []
    i = j = 0
    for group, own in _groups(overlaps, old, new):
        i1, i2, j1, j2 = group
        if i < i1 or j < j1:
            edits += _unlinked(gap, Group(i, i1, j, j1))
        edits.append(_group_edit(gap, group, own))
        i, j = i2, j2
    edits += _unlinked(gap, Group(i, len(old.blocks), j, len(new.blocks)))
    return edits


def _pair_edits(runs: Sequence[Run], gap: Gap, share: float) -> list[BlockEdit]:
    """Give `block_edits` where each side is one block, as in most gaps, and sooner."""
    old, new, *_ = gap
    if not runs or not is_linked(runs, old, new, share):
        return _unlinked(gap, Group(0, 1, 0, 1))
    return [_group_edit(gap, Group(0, 1, 0, 1), runs)]


def is_linked(runs: Sequence[Run], old: Side, new: Side, share: float) -> bool:
    """Say whether `runs` keep at least `share` of the smaller of two sides of one block."""
    sums = old.sums
    own = sum([sums[i + n] - sums[i] for i, _, n in runs])
    return own >= share * min(old.block_weight(0), new.block_weight(0))


def _overlaps(runs: Iterable[Run], old: Side, new: Side) -> list[Overlap]:
    """Cut runs where a block ends on either side. A kept break is one of its own."""
    overlaps: list[Overlap] = []
    b = c = old_break = new_break = -1
    for i, j, n in runs:
        while n:
            if i > old_break:
                b = bisect_right(old.word_starts, i, b + 1) - 1
                old_break = old.word_starts[b + 1] - 1
            if j > new_break:
                c = bisect_right(new.word_starts, j, c + 1) - 1
                new_break = new.word_starts[c + 1] - 1
            if i == old_break:
                own = 1
                overlaps.append((NONE, NONE, i, j, 1))
            else:
                own = min(n, old_break - i, new_break - j) or 1
                overlaps.append((b, c, i, j, own))
            i, j, n = i + own, j + own, n - own
    return overlaps


def _strongly_linked(overlaps: list[Overlap], old: Side, new: Side, share: float) -> list[Overlap]:
    """Leave out the overlaps of links under `share`. Breaks link nothing, and stay."""
    sums = old.sums
    shared: dict[tuple[int, int], float] = {}
    for b, c, i, _, n in overlaps:
        shared[b, c] = shared.get((b, c), 0.0) + sums[i + n] - sums[i]
    weak = {
        (b, c)
        for (b, c), own in shared.items()
        if b != NONE and own < share * min(old.block_weight(b), new.block_weight(c))
    }
    return [overlap for overlap in overlaps if overlap[:2] not in weak] if weak else overlaps


def _groups(overlaps: Iterable[Overlap], old: Side, new: Side) -> list[tuple[Group, list[Run]]]:
    """Give the groups that links make, in order, each with the runs inside it.

    A run counts the words of its group.
    """
    found: list[tuple[Group, list[Run]]] = []
    own: list[Run] = []
    # Kept breaks behind the last block so far: they are inside if the group goes on.
    breaks: list[Run] = []
    i1 = i2 = j1 = j2 = i_first = j_first = 0
    for b, c, i, j, n in overlaps:
        if b == NONE:
            breaks.append((i - i_first, j - j_first, n))
            continue
        if b < i2 or c < j2:
            own += breaks
        else:
            if i2:
                found.append((Group(i1, i2, j1, j2), own))
            i1, j1, own = b, c, []
            i_first, j_first = old.word_starts[b], new.word_starts[c]
        breaks.clear()
        i2, j2 = b + 1, c + 1
        # A line feed inside an old block may be kept as the break behind a new one.
        inside = own if j < new.word_starts[j2] - 1 else breaks
        inside.append((i - i_first, j - j_first, n))
    if i2:
        found.append((Group(i1, i2, j1, j2), own))
    return found


def _group_edit(gap: Gap, group: Group, runs: Sequence[Run]) -> BlockEdit:
    """Give one `BlockEdit` of `group`, whose kept words are `runs`."""
    old, new, memory, i0, j0, _ = gap
    i1, i2, j1, j2 = group
    cut = memory.cut
    if i2 - i1 == j2 - j1 == 1:
        # As most.
        was, now = old.blocks[i1].text, new.blocks[j1].text
        if was == now:
            return next(iter(_same_text_edits(gap, i1, j1, 1)))
        return BlockEdit((i0 + i1,), (j0 + j1,), edits=token_edits(runs, cut(was), cut(now)))
    before = joined_cuts([cut(text) for _, text in old.blocks[i1:i2]])
    after = joined_cuts([cut(text) for _, text in new.blocks[j1:j2]])
    return BlockEdit(
        tuple(range(i0 + i1, i0 + i2)),
        tuple(range(j0 + j1, j0 + j2)),
        edits=token_edits(runs, before, after),
    )


def deleted_edits(i1: int, i2: int) -> Iterator[BlockEdit]:
    """Give an edit for each old block from `i1` to `i2`, deleted."""
    return _quick_edits(zip(zip(range(i1, i2)), repeat(()), repeat(False), repeat(())))


def inserted_edits(j1: int, j2: int) -> Iterator[BlockEdit]:
    """Give an edit for each new block from `j1` to `j2`, inserted."""
    return _quick_edits(zip(repeat(()), zip(range(j1, j2)), repeat(False), repeat(())))


def equal_edits(i: int, j: int, n: int) -> Iterator[BlockEdit]:
    """Give an edit for each of `n` blocks that are equal, from old `i` and new `j` on."""
    same = zip(zip(range(i, i + n)), zip(range(j, j + n)), repeat(False), repeat(()))
    return _quick_edits(same)


def moved_edits(
    old: Iterable[int], new: Iterable[int], edits: Iterable[tuple[Edit, ...]]
) -> Iterator[BlockEdit]:
    """Give an edit for each of some `old` blocks that moved to be `new` ones, with its `edits`."""
    return _quick_edits(zip(zip(old), zip(new), repeat(True), edits))


def _quick_edits(rows: Iterable[tuple[Any, ...]]) -> Iterator[BlockEdit]:
    """Give BlockEdit(*row) for each row, four times as fast: most of a document is the same."""
    return map(tuple.__new__, repeat(BlockEdit), rows)


def _unlinked(gap: Gap, group: Group) -> list[BlockEdit]:
    """Pair blocks of one text that no word links; the rest is deleted and inserted.

    Such are blocks without text (a rule), and short ones between two that were rewritten. A short
    text with its apostrophes or quotation marks in another style is the same one.
    """
    old, new, _, i0, j0, gap_part = gap
    i1, i2, j1, j2 = group
    if i1 == i2 or j1 == j2:
        return [*deleted_edits(i0 + i1, i0 + i2), *inserted_edits(j0 + j1, j0 + j2)]
    old_texts = [_plain(text) for _, text in old.blocks[i1:i2]]
    new_texts = [_plain(text) for _, text in new.blocks[j1:j2]]
    edits: list[BlockEdit] = []
    i, j = i1, j1
    part = (i2 - i1 + j2 - j1) / (len(old.blocks) + len(new.blocks)) * BLOCKS_PART
    runs = lcs_runs(old_texts, new_texts, gap_part * part)
    for i_run, j_run, n in (*runs, (i2 - i1, j2 - j1, 0)):
        if i < i1 + i_run:
            edits += deleted_edits(i0 + i, i0 + i1 + i_run)
        if j < j1 + j_run:
            edits += inserted_edits(j0 + j, j0 + j1 + j_run)
        i, j = i1 + i_run, j1 + j_run
        edits += _same_text_edits(gap, i, j, n)
        i, j = i + n, j + n
    return edits


def _plain(text: str) -> str:
    return text.translate(PLAIN_SIGNS) if len(text) <= SHORT_TEXT else text


def _same_text_edits(gap: Gap, i: int, j: int, n: int) -> Iterable[BlockEdit]:
    """Pair `n` blocks of the same texts; where their kinds differ, one equal edit says so."""
    old, new, memory, i0, j0, _ = gap
    before, after = old.blocks[i : i + n], new.blocks[j : j + n]
    if before == after:
        return equal_edits(i0 + i, j0 + j, n)
    inner = [
        () if was == now else _restyled_edits(was.text, now.text, memory)
        for was, now in zip(before, after, strict=True)
    ]
    places = zip(range(i0 + i, i0 + i + n)), zip(range(j0 + j, j0 + j + n))
    return _quick_edits(zip(*places, repeat(False), inner))


def _restyled_edits(was: str, now: str, memory: Memory) -> tuple[Edit, ...]:
    """Give the edits of two texts that are the same, or differ in the style of their signs."""
    old, new = memory.cut(was), memory.cut(now)
    if was == now:
        return equal_edit(old.tokens_n)
    return token_edits(lcs_runs(old.words, new.words), old, new)
