"""Kept words as edits of tokens, blanks included: to the character, as a reader would mark them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import add, sub

from archiver.diff.cuts import SPACE, Cut
from archiver.diff.engine import Run
from archiver.diff.tokens import BREAK
from archiver.model import Edit, EditTag

Row = tuple[EditTag, int, int, int, int]
"""What an Edit is made of. There are many: a named tuple takes five times as long to make."""


def token_edits(runs: Iterable[Run], old: Cut, new: Cut) -> tuple[Edit, ...]:
    """Give edits that tile all tokens of `old` and `new`, of which `runs` of words are kept.

    A blank that both sides share beside a kept word stays out of an edit: an edit between two
    words is the words, and where only blanks differ it is the blanks.
    """
    rows: list[Row] = []
    old_ends, new_ends = old.ends, new.ends
    old_last, new_last = len(old_ends) - 1, len(new_ends) - 1
    # Words, blanks and tokens that are passed, and the tokens up to which `rows` reach.
    i = j = k = m = x = y = x_row = y_row = 0
    for i_run, j_run, n in _with_shared(runs, old.words, new.words):
        k_run = bisect_right(old_ends, i_run, k, old_last)
        m_run = bisect_right(new_ends, j_run, m, new_last)
        x_end, y_end = i_run + k_run, j_run + m_run
        if x < x_end and y < y_end:
            if old_ends[k] == i and new_ends[m] == j and _is_same(old, new, k, m):
                x, y = x + 1, y + 1
            if x < x_end and y < y_end and _share_blank(old, new, (i_run, k_run), (j_run, m_run)):
                x_end, y_end = x_end - 1, y_end - 1
        if x < x_end or y < y_end:
            if x_row < x:
                rows.append(("equal", x_row, x, y_row, y))
            rows.append((_tag(x < x_end, y < y_end), x, x_end, y, y_end))
            x_row, y_row = x_end, y_end
        i, j, k, m = i_run + n, j_run + n, k_run, m_run
        if n > 1:
            k = bisect_right(old_ends, i - 1, k, old_last)
            m = bisect_right(new_ends, j - 1, m, new_last)
            for row in _blank_rows(old, new, (i_run, k_run, k), (j_run, m_run, m)):
                _, x1, x2, y1, y2 = row
                rows += ("equal", x_row, x1, y_row, y1), row
                x_row, y_row = x2, y2
        x, y = i + k, j + m
    if x_row < x:
        rows.append(("equal", x_row, x, y_row, y))
    # As Edit(*row) for each.
    return tuple(map(tuple.__new__, repeat(Edit), rows))


def equal_edit(tokens_n: int) -> tuple[Edit, ...]:
    """Give the edit of a text of `tokens_n` tokens that is the same on both sides."""
    return (Edit("equal", 0, tokens_n, 0, tokens_n),)


def _with_shared(runs: Iterable[Run], old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Give `runs`, what is shared besides, and an empty one at the end of both sides."""
    i_end = j_end = 0
    end = len(old), len(new), 0
    for run in (*runs, end):
        i, j, n = run
        if i_end < i and j_end < j:
            first = old[i_end]
            # Most often neither is the case.
            if first == new[j_end] or first == BREAK or old[i - 1] == BREAK:
                yield from _shared(old, new, (i_end, i, j_end, j))
        yield run
        i_end, j_end = i + n, j + n


def _shared(
    old_words: Sequence[str], new_words: Sequence[str], gap: tuple[int, int, int, int]
) -> list[Run]:
    """Give what words [i1:i2] and [j1:j2] of `gap` share though no run keeps it.

    All, where words were given up that were linked to another place; else the breaks at their ends,
    which are blanks to a reader.
    """
    i1, i2, j1, j2 = gap
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


def _share_blank(old: Cut, new: Cut, was: tuple[int, int], now: tuple[int, int]) -> bool:
    """Say whether both have the same blank right before a word: (word, blanks before it)."""
    (i, k), (j, m) = was, now
    return bool(
        k
        and m
        and old.ends[k - 1] == i
        and new.ends[m - 1] == j
        and _is_same(old, new, k - 1, m - 1)
    )


def _is_same(old: Cut, new: Cut, k: int, m: int) -> bool:
    """Say whether blank `k` of `old` is blank `m` of `new`."""
    return not (old.odd or new.odd) or old.odd.get(k, SPACE) == new.odd.get(m, SPACE)


Blanks = tuple[int, int, int]
"""(word, start, end): blanks from number `start` to `end`, which stand behind `word`."""


def _blank_rows(old: Cut, new: Cut, old_blanks: Blanks, new_blanks: Blanks) -> Sequence[Row]:
    """Give an edit for each place between kept words where the blanks differ, in order."""
    if _stand_alike(old, new, old_blanks, new_blanks):
        return _odd_rows(old, new, old_blanks, new_blanks) if old.odd or new.odd else ()
    rows: list[Row] = []
    was, now = _by_place(old, old_blanks), _by_place(new, new_blanks)
    x, y = sum(old_blanks[:2]), sum(new_blanks[:2])
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


def _stand_alike(old: Cut, new: Cut, old_blanks: Blanks, new_blanks: Blanks) -> bool:
    """Say whether between kept words blanks are in the same places."""
    i, k, k_end = old_blanks
    j, m, m_end = new_blanks
    if k == k_end and m == m_end:
        return True
    return (
        k_end - k == m_end - m
        and old.ends[k] - i == new.ends[m] - j
        and old.parts[k + 1 : k_end] == new.parts[m + 1 : m_end]
    )


def _odd_rows(old: Cut, new: Cut, old_blanks: Blanks, new_blanks: Blanks) -> list[Row]:
    """Give an edit for each blank that is another than the one in its place on the other side."""
    (_, k, k_end), (_, m, m_end) = old_blanks, new_blanks
    was, now = range(k, k_end), range(m, m_end)
    pairs = zip(
        map(old.odd.get, was, repeat(SPACE)), map(new.odd.get, now, repeat(SPACE)), strict=True
    )
    # A blank stands behind the words up to it, and behind the blanks before it.
    return [
        ("replace", x, x + 1, y, y + 1)
        for (before, after), x, y in zip(
            pairs, map(add, old.ends[k:k_end], was), map(add, new.ends[m:m_end], now), strict=True
        )
        if before != after
    ]


def _by_place(cut: Cut, blanks: Blanks) -> dict[int, str]:
    """Give blanks by how many words behind the first one they stand."""
    word, start, end = blanks
    places = map(sub, cut.ends[start:end], repeat(word))
    return dict(zip(places, map(cut.odd.get, range(start, end), repeat(SPACE)), strict=False))


def _tag(has_old: bool, has_new: bool) -> EditTag:
    if has_old and has_new:
        return "replace"
    return "delete" if has_old else "insert"
