"""Kept words as edits of tokens, blanks included: to the character, as a reader would mark them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import sub

from archiver.diff.cuts import SPACE, Cut
from archiver.diff.engine import Run
from archiver.diff.tokens import BREAK
from archiver.model import Edit, EditTag

Row = tuple[EditTag, int, int, int, int]
"""What an Edit is made of. There are many: a named tuple takes five times as long to make."""

Point = tuple[int, int, int, int]
"""(i, j, x, y): word `i` of the old side and `j` of the new, and which tokens they are."""

Kept = tuple[Point, Point, Sequence[Row]]
"""From where to where a run of words is kept, and the blanks that differ between them."""


def token_edits(runs: Iterable[Run], old: Cut, new: Cut) -> tuple[Edit, ...]:
    """Give edits that tile all tokens of `old` and `new`, of which `runs` of words are kept.

    A blank that both sides share beside a kept word stays out of an edit: an edit between two
    words is the words, and where only blanks differ it is the blanks.
    """
    rows: list[Row] = []
    i = j = x = y = x_kept = y_kept = 0
    for (i_run, j_run, x_run, y_run), end, blanks in _kept(runs, old, new):
        if x < x_run or y < y_run:
            head, tail = _common_blanks(old, new, (i, i_run, x, x_run), (j, j_run, y, y_run))
            x, y, x_end, y_end = x + head, y + head, x_run - tail, y_run - tail
            if x < x_end or y < y_end:
                if x_kept < x:
                    rows.append(("equal", x_kept, x, y_kept, y))
                rows.append((_tag(x < x_end, y < y_end), x, x_end, y, y_end))
                x_kept, y_kept = x_end, y_end
        for row in blanks:
            _, x1, x2, y1, y2 = row
            rows += ("equal", x_kept, x1, y_kept, y1), row
            x_kept, y_kept = x2, y2
        i, j, x, y = end
    if x_kept < x:
        rows.append(("equal", x_kept, x, y_kept, y))
    # As Edit(*row) for each.
    return tuple(map(tuple.__new__, repeat(Edit), rows))


def _kept(runs: Iterable[Run], old: Cut, new: Cut) -> Iterator[Kept]:
    """Give `runs`, and what is shared besides, among the tokens.

    The last one is empty, and stands behind all tokens.
    """
    i_end = j_end = 0
    for i, j, n in (*runs, (len(old.words), len(new.words), 0)):
        if i_end < i and j_end < j:
            for run in _shared(old.words, new.words, (i_end, i, j_end, j)):
                yield _among_tokens(run, old, new)
        if n:
            yield _among_tokens((i, j, n), old, new)
        i_end, j_end = i + n, j + n
    behind = i_end, j_end, old.tokens_n, new.tokens_n
    yield behind, behind, ()


def _shared(
    old_words: Sequence[str], new_words: Sequence[str], gap: tuple[int, int, int, int]
) -> list[Run]:
    """Give what words [i1:i2] and [j1:j2] of `gap` share though no run keeps it.

    All, where words were given up that were linked to another place; else the breaks at their ends,
    which are blanks to a reader.
    """
    i1, i2, j1, j2 = gap
    first = old_words[i1]
    if first != new_words[j1] and BREAK not in (first, old_words[i2 - 1]):
        # As most: neither is the case.
        return []
    old, new = old_words[i1:i2], new_words[j1:j2]
    if old == new:
        return [(i1, j1, len(old))]
    shorter = min(len(old), len(new))
    head = tail = 0
    while head < shorter and old[head] == new[head] == BREAK:
        head += 1
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail] == BREAK:
        tail += 1
    ends = ((i1, j1, head), (i2 - tail, j2 - tail, tail))
    return [run for run in ends if run[2]]


def _among_tokens(run: Run, old: Cut, new: Cut) -> Kept:
    i, j, n = run
    k, m = old.blanks_before(i), new.blanks_before(j)
    start = i, j, i + k, j + m
    if n == 1:
        return start, (i + 1, j + 1, i + k + 1, j + m + 1), ()
    k_end, m_end = old.blanks_before(i + n - 1), new.blanks_before(j + n - 1)
    end = i + n, j + n, i + n + k_end, j + n + m_end
    is_even = (
        k_end - k == m_end - m
        and not (old.odd or new.odd)
        and (k == k_end or old.ends[k] - i == new.ends[m] - j)
        and old.parts[k + 1 : k_end] == new.parts[m + 1 : m_end]
    )
    if is_even:
        return start, end, ()
    return start, end, _blank_rows(start, _blanks(old, i, k, k_end), _blanks(new, j, m, m_end))


def _blanks(cut: Cut, word: int, start: int, end: int) -> dict[int, str]:
    """Give the blanks from number `start` to `end`, by how many words behind `word` they stand."""
    places = map(sub, cut.ends[start:end], repeat(word))
    return dict(zip(places, map(cut.odd.get, range(start, end), repeat(SPACE)), strict=False))


def _blank_rows(start: Point, was: Mapping[int, str], now: Mapping[int, str]) -> list[Row]:
    """Give an edit for each place between kept words where the blanks differ, in order."""
    rows: list[Row] = []
    _, _, x, y = start
    for place in sorted(was.keys() | now.keys()):
        before, after = was.get(place), now.get(place)
        x1, y1 = x + place, y + place
        # The words behind it have one blank more before them.
        if before is not None:
            x += 1
        if after is not None:
            y += 1
        if before != after:
            tag = _tag(before is not None, after is not None)
            rows.append((tag, x1, x + place, y1, y + place))
    return rows


Between = tuple[int, int, int, int]
"""Words [i1:i2] and tokens [x1:x2] of one side, between two kept words."""


def _common_blanks(old: Cut, new: Cut, gone: Between, come: Between) -> tuple[int, int]:
    """Count the blanks, one or none, both share at the head, and of the rest at the tail."""
    i1, i2, x1, x2 = gone
    j1, j2, y1, y2 = come
    if x1 == x2 or y1 == y2:
        return 0, 0
    k, m = x1 - i1, y1 - j1
    head = int(old.ends[k] == i1 and new.ends[m] == j1 and _is_same(old, new, k, m))
    if x1 + head == x2 or y1 + head == y2:
        return head, 0
    k, m = x2 - i2 - 1, y2 - j2 - 1
    has_tail = k >= 0 and m >= 0 and old.ends[k] == i2 and new.ends[m] == j2
    return head, int(has_tail and _is_same(old, new, k, m))


def _is_same(old: Cut, new: Cut, k: int, m: int) -> bool:
    """Say whether blank `k` of `old` is blank `m` of `new`."""
    return not (old.odd or new.odd) or old.odd.get(k, SPACE) == new.odd.get(m, SPACE)


def _tag(has_old: bool, has_new: bool) -> EditTag:
    if has_old and has_new:
        return "replace"
    return "delete" if has_old else "insert"
