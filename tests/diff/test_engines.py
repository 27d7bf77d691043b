"""The engines against an oracle, and against each other."""

import difflib
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archiver.diff.lcs
import archiver.diff.table
from archiver.diff import ENGINES
from archiver.diff.engine import Engine, Run

few = st.lists(st.integers(0, 3), max_size=12)
many = st.lists(st.integers(0, 30), max_size=120)


def kept_n(runs: Sequence[Run]) -> int:
    return sum(n for _, _, n in runs)


def longest(old: Sequence[int], new: Sequence[int]) -> int:
    """The length of the longest common subsequence, by its definition."""

    @cache
    def length(i: int, j: int) -> int:
        if i == len(old) or j == len(new):
            return 0
        if old[i] == new[j]:
            return 1 + length(i + 1, j + 1)
        return max(length(i + 1, j), length(i, j + 1))

    return length(0, 0)


engines = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())


@engines
@given(old=few, new=few)
def test_an_engine_keeps_as_many_as_can_be_kept(
    engine: Engine, old: list[int], new: list[int]
) -> None:
    assert kept_n(engine(old, new)) == longest(old, new)


@engines
@given(old=many, new=many)
def test_runs_rise_on_both_sides_never_meet_and_are_equal(
    engine: Engine, old: list[int], new: list[int]
) -> None:
    i_end = j_end = 0
    is_first = True
    for i, j, n in engine(old, new):
        assert n > 0
        assert i >= i_end
        assert j >= j_end
        assert is_first or (i, j) != (i_end, j_end)
        assert old[i : i + n] == new[j : j + n]
        i_end, j_end, is_first = i + n, j + n, False
    assert i_end <= len(old)
    assert j_end <= len(new)


@engines
def test_words_are_as_good_as_numbers(engine: Engine) -> None:
    old, new = ["a", "b", "c", "d"], ["a", "c", "d", "e"]

    assert engine(old, new) == [(0, 0, 1), (2, 1, 2)]


@given(old=many, new=many)
def test_difflib_never_keeps_more(old: list[int], new: list[int]) -> None:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)

    kept_by_difflib = sum(block.size for block in matcher.get_matching_blocks())

    assert kept_n(ENGINES["lcs"](old, new)) >= kept_by_difflib


@given(old=many, new=many)
def test_engines_keep_equally_many(old: list[int], new: list[int]) -> None:
    assert len({kept_n(engine(old, new)) for engine in ENGINES.values()}) == 1


@given(old=many, new=many)
def test_rows_between_check_points_give_what_a_whole_table_does(
    old: list[int], new: list[int]
) -> None:
    whole = ENGINES["lcs"](old, new)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.table, "SMALL_CELLS", 10)
        assert ENGINES["lcs"](old, new) == whole
        patched.setattr(archiver.diff.table, "SPARSE", 2)
        assert ENGINES["lcs"](old, new) == whole
        patched.setattr(archiver.diff.table, "NARROW", 3)
        assert ENGINES["lcs"](old, new) == whole

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.table, "FEW", 3)
        assert ENGINES["lcs"](old, new) == whole


@given(old=many, new=many)
def test_a_large_text_is_parted_by_what_stands_once_on_both_sides(
    old: list[int], new: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.lcs, "EXACT_CELLS", 20)
        patched.setattr(archiver.diff.lcs, "COARSE_CELLS", 300)
        runs = ENGINES["lcs"](old, new)

    i_end = j_end = 0
    for i, j, n in runs:
        assert i >= i_end
        assert j >= j_end
        assert old[i : i + n] == new[j : j + n]
        i_end, j_end = i + n, j + n


def test_a_word_moved_within_a_large_text_costs_no_more_than_the_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archiver.diff.lcs, "EXACT_CELLS", 100)
    old = list(range(1000))
    new = [*old[:500], *old[501:900], 500, *old[900:]]

    assert kept_n(ENGINES["lcs"]([-1, *old, -2], [-3, *new, -4])) == 999


def test_between_the_anchors_of_a_large_text_the_result_is_exact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archiver.diff.lcs, "EXACT_CELLS", 100)
    head, tail = [-1, *range(500)], [*range(500, 1000), -2]
    old = [*head, -5, -6, -5, *tail, -3]
    new = [-4, *head, -7, -5, -7, *tail]

    assert kept_n(ENGINES["lcs"](old, new)) == len(head) + 1 + len(tail)


def test_more_distinct_tokens_than_lie_below_the_surrogates_are_kept_by_dmp() -> None:
    old = list(range(60_000))

    assert kept_n(ENGINES["dmp"](old, [*old[:55_000], -1, *old[55_000:]])) == 60_000


def test_a_part_too_small_for_a_table_keeps_its_ends_and_what_stands_once() -> None:
    old, new = [1, 2, 9, 9, 8, 8, 3, 9, 8, 4], [1, 8, 8, 9, 9, 3, 8, 9, 4]

    assert ENGINES["lcs"](old, new, 0.0) == [(0, 0, 1), (6, 5, 1), (9, 8, 1)]
