"""The table of a longest common subsequence, each row in one number.

Hyyrö's recurrence (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004) with a row of
the table held in one big integer: a row of 50,000 tokens costs three operations on 6 KB. Of a large
table rows are kept only at check points, and the trace-back computes each stretch between two of
them again, so memory is O(m √n) bits for m columns and n rows, where the table would take O(m n).
"""

from collections.abc import Hashable, Iterator, Sequence
from math import isqrt

SMALL_CELLS = 4_000_000
"""Cells of a table all rows of which are kept, at most 0.5 MB: none is computed again."""

FEW = 500
"""Columns up to which masks are built bit by bit: of so few digits that it is quickest."""

NARROW = 10_000
"""Columns up to which the mask of every token is kept: at most 13 MB."""

SPARSE = 8
"""Of more columns, the mask of a token at fewer places is made when needed: it bounds memory."""

Steps = tuple[int, int, int]
"""(column, row, n): `n` columns and `n` rows from these on whose tokens are kept as one."""


def steps(columns: Sequence[Hashable], rows: Sequence[Hashable]) -> Iterator[Steps]:
    """Yield the steps of one longest common subsequence, from its end to its start.

    In a row, the highest zero bit below `column` is where its length was reached. Where the row
    above has that zero too, the length was reached there already; where not, it is a match.
    """
    if len(columns) * len(rows) <= SMALL_CELLS:
        return _trace_small(columns, rows)
    return _trace(columns, rows)


class _Masks(dict[Hashable, int]):
    """For each token of `columns`, a number with one bit for each column where it stands."""

    def __init__(self, columns: Sequence[Hashable]) -> None:
        self.columns_n = len(columns)
        self.places: dict[Hashable, list[int]] = {}
        for column, token in enumerate(columns):
            self.places.setdefault(token, []).append(column)

    def __missing__(self, token: Hashable) -> int:
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


def _few_masks(columns: Sequence[Hashable]) -> dict[Hashable, int]:
    """Give what `_Masks` does, for columns so few that to shift a bit along them takes no time."""
    masks = dict.fromkeys(columns, 0)
    bit = 1
    for token in columns:
        masks[token] |= bit
        bit <<= 1
    return masks


def _trace_small(columns: Sequence[Hashable], rows: Sequence[Hashable]) -> Iterator[Steps]:
    """Yield the steps from a table all of which is kept."""
    masks = _few_masks(columns) if len(columns) <= FEW else _Masks(columns)
    full = state = (1 << len(columns)) - 1
    states = [state]
    for token in rows:
        hits = state & masks[token]
        state = ((state + hits) | (state ^ hits)) & full
        states.append(state)
    row, below = len(rows), full
    while zeros := ~states[row] & below:
        column = zeros.bit_length() - 1
        bit = 1 << column
        row -= 1
        # The first row of all has no zeros, so that this ends there.
        while not states[row] & bit:
            row -= 1
        n = 1
        # As most go on: a match in the column and the row before.
        while (bit := bit >> 1) and not states[row] & bit and states[row - 1] & bit:
            row -= 1
            n += 1
        yield column - n + 1, row, n
        if not bit:
            return
        below = (bit << 1) - 1


def _check_points(masks: _Masks, rows: Sequence[Hashable], stretch: int) -> list[int]:
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


def _trace(columns: Sequence[Hashable], rows: Sequence[Hashable]) -> Iterator[Steps]:
    """Yield the steps from rows between check points, computed again."""
    masks = _Masks(columns)
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
            column = (~known[row] & below).bit_length()
            if not column:
                return
            bit = 1 << (column - 1)
            while row and not known[row - 1] & bit:
                row -= 1
            if row:
                row -= 1
                column -= 1
                yield column, start + row, 1
