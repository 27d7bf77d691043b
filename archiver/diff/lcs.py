"""The default engine: the exact longest common subsequence, bit-parallel, in pure Python.

Hyyrö's recurrence (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004) with a row of
the table held in one big integer: a row of 50,000 tokens costs three operations on 6 KB. Rows
are kept only at check points, and the trace-back computes each stretch between two of them again,
so memory is O(m √n) bits for m columns and n rows, where the table would take O(m n).

Time is O(n m / w) with a very large w: 10,000 tokens against 10,000 take about 30 ms. It does not
depend on how different the sides are, which is where engines of O(n d), such as
diff-match-patch, need minutes.

The result is exact while the table has at most `EXACT_CELLS`, after both sides were stripped of
what they share at the ends and of what the other side does not have. Beyond it, stretches that
stand once on both sides part the text first, and what is too large even then is replaced whole.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import isqrt

from archiver.diff.anchors import grown, heaviest_chain, unique
from archiver.diff.engine import Run, common_ends, opcodes
from archiver.model import Edit

EXACT_CELLS = 100_000_000
"""Cells of one exact table: 10,000 tokens against 10,000, about 25 ms."""

COARSE_CELLS = 2_000_000_000
"""Cells of all tables between the anchors of one large text: about 0.5 s; the largest yield."""

GRAMS = (4, 2, 1)
"""Tokens in a row that make an anchor. Long ones err less; single ones are a last resort."""

GRAM_SPACING = 400
"""Anchors of one length suffice where there is one for so many tokens of the shorter side."""

GRAM_SAMPLE = 8
"""One in so many places is looked at: those of the rarest tokens, where most grams are unique.

All places of a million words would take 400 MB, and yield no better anchors: each is widened over
equal neighbours anyway.
"""

SMALL_CELLS = 4_000_000
"""Cells of a table all rows of which are kept, at most 0.5 MB: none is computed again."""

NARROW = 10_000
"""Columns up to which the mask of every token is kept: at most 13 MB."""

SPARSE = 8
"""Of more columns, the mask of a token at fewer places is made when needed: it bounds memory."""


def lcs_edits(old: Sequence[int], new: Sequence[int], /) -> list[Edit]:
    """Align `old` and `new` so that as many positions as can be are kept.

    >>> [edit.tag for edit in lcs_edits([1, 2, 3, 4], [1, 3, 4, 5])]
    ['equal', 'delete', 'equal', 'insert']
    """
    head, tail = common_ends(old, new)
    if not head and not tail:
        return opcodes(_middle(old, new), len(old), len(new))
    middle = _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = [Run(0, 0, head)]
    runs.extend(Run(run.i + head, run.j + head, run.n) for run in middle)
    runs.append(Run(len(old) - tail, len(new) - tail, tail))
    return opcodes(runs, len(old), len(new))


def _middle(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """Align two sequences that differ at both ends."""
    if (
        len(old) * len(new) <= EXACT_CELLS
        or _shared_n(old, new) * _shared_n(new, old) <= EXACT_CELLS
    ):
        return _exact(old, new, *_shared(old, new))
    anchors = _gram_anchors(old, new)
    gaps = _gaps(anchors, len(old), len(new))
    runs = list(anchors)
    spent = 0
    for i1, i2, j1, j2 in sorted(gaps, key=lambda gap: (gap[1] - gap[0]) * (gap[3] - gap[2])):
        inner_old, inner_new = old[i1:i2], new[j1:j2]
        spent += _shared_n(inner_old, inner_new) * _shared_n(inner_new, inner_old)
        if spent > COARSE_CELLS:
            break
        places = _shared(inner_old, inner_new)
        runs.extend(
            Run(run.i + i1, run.j + j1, run.n) for run in _exact(inner_old, inner_new, *places)
        )
    return sorted(runs)


def _shared(old: Sequence[int], new: Sequence[int]) -> tuple[list[int], list[int]]:
    """Give the places on both sides whose token the other side has too."""
    in_old, in_new = set(old), set(new)
    return (
        [i for i, token in enumerate(old) if token in in_new],
        [j for j, token in enumerate(new) if token in in_old],
    )


def _shared_n(own: Sequence[int], other: Sequence[int]) -> int:
    """Count the places of `own` whose token the other side has too."""
    return sum(map(set(other).__contains__, own))


def _gram_anchors(old: Sequence[int], new: Sequence[int]) -> list[Run]:
    """Give stretches that stand once on both sides, of the greatest length that gives enough."""
    rare = _rare(old, new)
    old_places = [i for i, token in enumerate(old) if token in rare]
    new_places = [j for j, token in enumerate(new) if token in rare]
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
    """Give the rarest tokens both sides have, that stand in one of `GRAM_SAMPLE` places."""
    in_old, in_new = Counter(old), Counter(new)
    both = sorted((max(n, in_new[token]), token) for token, n in in_old.items() if token in in_new)
    most = max(len(old), len(new)) // GRAM_SAMPLE
    total = accumulate(n for n, _ in both)
    return {token for (_, token), n in zip(both, total, strict=True) if n <= most}


def _gaps(runs: Sequence[Run], old_n: int, new_n: int) -> list[tuple[int, int, int, int]]:
    gaps: list[tuple[int, int, int, int]] = []
    i = j = 0
    for run in (*runs, Run(old_n, new_n, 0)):
        if i < run.i and j < run.j:
            gaps.append((i, run.i, j, run.j))
        i, j = run.i + run.n, run.j + run.n
    return gaps


def _exact(
    old: Sequence[int], new: Sequence[int], old_places: list[int], new_places: list[int]
) -> list[Run]:
    """Align exactly, looking at `old_places` and `new_places` only."""
    if not old_places or not new_places:
        return []
    old_tokens = [old[i] for i in old_places]
    new_tokens = [new[j] for j in new_places]
    if len(new_tokens) <= len(old_tokens):
        steps = _trace(old_tokens, new_tokens)
    else:
        steps = ((i, j) for j, i in _trace(new_tokens, old_tokens))
    runs: list[Run] = []
    for step_i, step_j in steps:
        i, j = old_places[step_i], new_places[step_j]
        # From the end to the start: a step joins the run that begins right behind it.
        if runs and runs[-1].i == i + 1 and runs[-1].j == j + 1:
            runs[-1] = Run(i, j, runs[-1].n + 1)
        else:
            runs.append(Run(i, j, 1))
    return runs[::-1]


class _Masks(dict[int, int]):
    """For each token of `columns`, a number with one bit for each column where it stands."""

    def __init__(self, columns: Sequence[int]) -> None:
        self.columns_n = len(columns)
        self.places: dict[int, list[int]] = {}
        for column, token in enumerate(columns):
            self.places.setdefault(token, []).append(column)

    def __missing__(self, token: int) -> int:
        places = self.places[token]
        if len(places) < SPARSE:
            mask = 0
            for column in places:
                mask |= 1 << column
            if self.columns_n <= NARROW:
                self[token] = mask
            return mask
        bits = bytearray((self.columns_n + 7) // 8)
        for column in places:
            bits[column >> 3] |= 1 << (column & 7)
        self[token] = int.from_bytes(bits, "little")
        return self[token]


def _check_points(masks: _Masks, rows: Sequence[int], stretch: int) -> list[int]:
    """Compute all rows, and keep the state before every `stretch` of them.

    A state has a zero bit where the length of the common subsequence grows along the row.
    """
    full = (1 << masks.columns_n) - 1
    state = full
    states = [state]
    for start in range(0, len(rows), stretch):
        for token in rows[start : start + stretch]:
            hits = state & masks[token]
            state = ((state + hits) | (state ^ hits)) & full
        states.append(state)
    return states


def _trace(columns: Sequence[int], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield (column, row) of one longest common subsequence, from its end to its start.

    In a row, the highest zero bit below `column` is where its length was reached. Where the row
    above has that zero too, the length was reached there already; where not, it is a match.
    """
    masks = _Masks(columns)
    if len(columns) * len(rows) <= SMALL_CELLS:
        stretch, states = len(rows), [(1 << masks.columns_n) - 1]
    else:
        stretch = max(16, isqrt(len(rows)))
        states = _check_points(masks, rows, stretch)
    column = len(columns)
    for start in reversed(range(0, len(rows), stretch)):
        below = (1 << column) - 1
        known = [states[start // stretch] & below]
        for token in rows[start : start + stretch]:
            hits = known[-1] & masks[token]
            known.append(((known[-1] + hits) | (known[-1] ^ hits)) & below)
        row = len(known) - 1
        while row:
            below = (1 << column) - 1
            column = ((known[row] & below) ^ below).bit_length()
            if not column:
                return
            while row and not known[row - 1] >> (column - 1) & 1:
                row -= 1
            if row:
                row -= 1
                column -= 1
                yield column, start + row
