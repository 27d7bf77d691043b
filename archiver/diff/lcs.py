"""The default engine: the exact longest common subsequence, bit-parallel, in pure Python.

The table is computed a row at a time (`table.py`). Time is O(n m / w) with a very large w: 10,000
tokens against 10,000 take about 25 ms. It does not depend on how different the sides are, which is
where engines of O(n d), such as diff-match-patch, need minutes.

The result is exact while the table has at most `EXACT_CELLS`, after both sides were stripped of
what they share at the ends and of what the other side does not have. Beyond it, stretches that
stand once on both sides part the text first, and what is too large even then is replaced whole.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, compress, count, repeat

from archiver.diff.anchors import grown, heaviest_chain, unique
from archiver.diff.engine import Run, common_ends, gaps, joined_runs
from archiver.diff.table import Steps, steps

EXACT_CELLS = 100_000_000
"""Cells of one exact table: 10,000 tokens against 10,000, about 25 ms."""

COARSE_CELLS = 2_000_000_000
"""Cells of all tables of one large text: about 0.5 s. Between its anchors the largest yield."""

ROW_CELLS = 1_500
"""Cells of a table that take as long as the steps of Python for one of its rows."""

GRAMS = (4, 2, 1)
"""Tokens in a row that make an anchor. Long ones err less; single ones are a last resort."""

GRAM_SPACING = 400
"""Anchors of one length suffice where there is one for so many tokens of the shorter side."""

GRAM_SAMPLE = 8
"""One in so many places is looked at: those of the rarest tokens, where most grams are unique.

All places of a million words would take 400 MB, and yield no better anchors: each is widened over
equal neighbours anyway.
"""

ABSENT = -1
"""The number of all tokens that the old side has none of."""

Places = Sequence[int]


def lcs_runs(old: Sequence[Hashable], new: Sequence[Hashable], part: float = 1.0, /) -> list[Run]:
    """Keep as many positions of `old` and `new` as can be kept.

    >>> lcs_runs([1, 2, 3, 4], [1, 3, 4, 5])
    [(0, 0, 1), (2, 1, 2)]
    """
    head, tail = common_ends(old, new)
    old_end, new_end = len(old) - tail, len(new) - tail
    runs: list[Run] = [(0, 0, head)] if head else []
    if head < old_end and head < new_end:
        runs += _middle(old, new, (head, old_end, head, new_end), int(COARSE_CELLS * part))
    if tail:
        runs.append((old_end, new_end, tail))
    return runs


def _middle(
    old: Sequence[Hashable], new: Sequence[Hashable], gap: tuple[int, int, int, int], cells: int
) -> list[Run]:
    """Align old[i1:i2] with new[j1:j2], which differ at both ends, by tables of up to `cells`."""
    i1, i2, j1, j2 = gap
    if _is_exact(i2 - i1, j2 - j1, cells):
        return _exact(old, new, *_shared(old, new, gap))
    names = dict(zip(dict.fromkeys(old[i1:i2]), count(), strict=False))
    numbers = list(map(names.__getitem__, old[i1:i2]))
    others = list(map(names.get, new[j1:j2], repeat(ABSENT)))
    both = set(others)
    old_n, new_n = sum(map(both.__contains__, numbers)), len(others) - others.count(ABSENT)
    if _is_exact(old_n, new_n, cells):
        inner = 0, len(numbers), 0, len(others)
        runs = _exact(numbers, others, *_shared(numbers, others, inner))
    else:
        runs = _large(numbers, others, cells)
    return [(i + i1, j + j1, n) for i, j, n in runs]


def _is_exact(old_n: int, new_n: int, cells: int) -> bool:
    """Say whether so many tokens are aligned by one table, of what `cells` allow for."""
    table = old_n * new_n
    return table <= EXACT_CELLS and table + ROW_CELLS * min(old_n, new_n) <= cells


def _large(old: Sequence[int], new: Sequence[int], cells: int) -> list[Run]:
    """Align what is too large for one table between anchors, the smallest gaps first."""
    anchors = _gram_anchors(old, new)
    runs = list(anchors)
    spent = 0
    for gap in sorted(
        gaps(anchors, old, new), key=lambda gap: (gap[1] - gap[0]) * (gap[3] - gap[2])
    ):
        old_places, new_places = _shared(old, new, gap)
        old_n, new_n = len(old_places), len(new_places)
        spent += old_n * new_n + ROW_CELLS * min(old_n, new_n)
        if spent > cells:
            break
        runs += _exact(old, new, old_places, new_places)
    return joined_runs(sorted(runs))


def _shared(
    old: Sequence[Hashable], new: Sequence[Hashable], gap: tuple[int, int, int, int]
) -> tuple[Places, Places]:
    """Give the places in old[i1:i2] and new[j1:j2] whose token the other has too."""
    i1, i2, j1, j2 = gap
    inner_old, inner_new = old[i1:i2], new[j1:j2]
    in_old = set(inner_old)
    both = in_old.intersection(inner_new)
    if not both:
        return (), ()
    old_places: Places = range(i1, i2)
    if len(both) < len(in_old):
        old_places = list(compress(old_places, map(both.__contains__, inner_old)))
    return old_places, list(compress(range(j1, j2), map(both.__contains__, inner_new)))


def _gram_anchors(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """Give stretches that stand once on both sides, of the greatest length that gives enough."""
    rare = _rare(old, new)
    old_places = list(compress(count(), map(rare.__contains__, old)))
    new_places = list(compress(count(), map(rare.__contains__, new)))
    for length in GRAMS:
        found = unique(tuple(old[i : i + length]) for i in old_places)
        other = unique(tuple(new[j : j + length]) for j in new_places)
        pairs = [
            (old_places[k], new_places[other[gram]], 1)
            for gram, k in found.items()
            if gram in other
        ]
        if len(pairs) * GRAM_SPACING > min(len(old), len(new)) or (length == 1 and pairs):
            return grown(heaviest_chain(pairs), old, new)
    return []


def _rare(old: Sequence[int], new: Sequence[int]) -> set[int]:
    """Give the rarest tokens both sides have, that stand in one of `GRAM_SAMPLE` places.

    Of equally rare ones those that are spread over the text: they are numbered as they come.
    """
    in_old, in_new = Counter(old), Counter(new)
    both = sorted(
        (max(n, in_new[token]), token % GRAM_SAMPLE, token)
        for token, n in in_old.items()
        if token in in_new
    )
    most = max(len(old), len(new)) // GRAM_SAMPLE
    total = accumulate(n for n, *_ in both)
    return {token for (*_, token), n in zip(both, total, strict=True) if n <= most}


def _exact(
    old: Sequence[Hashable], new: Sequence[Hashable], old_places: Places, new_places: Places
) -> list[Run]:
    """Align exactly, looking at `old_places` and `new_places` only."""
    if not old_places or not new_places:
        return []
    old_tokens = [old[i] for i in old_places]
    new_tokens = [new[j] for j in new_places]
    if len(new_tokens) <= len(old_tokens):
        return _runs_of(steps(old_tokens, new_tokens), old_places, new_places)
    runs = _runs_of(steps(new_tokens, old_tokens), new_places, old_places)
    return [(i, j, n) for j, i, n in runs]


def _runs_of(found: Iterable[Steps], columns: Places, rows: Places) -> list[Run]:
    """Give the runs of steps that come from the end to the start."""
    runs: list[Run] = []
    i1 = j1 = n = -1
    for column, row, steps_n in found:
        while steps_n:
            last = steps_n - 1
            i, j, own = columns[column], rows[row], steps_n
            if last and (columns[column + last] - i != last or rows[row + last] - j != last):
                # What only one side has stands between.
                i, j, own = columns[column + last], rows[row + last], 1
            if i + own == i1 and j + own == j1:
                n += own
            else:
                runs.append((i1, j1, n))
                n = own
            i1, j1 = i, j
            steps_n -= own
    runs.append((i1, j1, n))
    # The first one stands for what was before the first step.
    return runs[:0:-1]
