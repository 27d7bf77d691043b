"""The engines against an oracle, and against each other."""

import difflib
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archiver.diff.lcs
from archiver.diff import ENGINES
from archiver.diff.engine import Engine, kept
from archiver.model import Edit

few = st.lists(st.integers(0, 3), max_size=12)
many = st.lists(st.integers(0, 30), max_size=120)


def kept_n(edits: Sequence[Edit]) -> int:
    return sum(run.n for run in kept(edits))


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
def test_edits_tile_both_sides_and_equal_ones_are_equal(
    engine: Engine, old: list[int], new: list[int]
) -> None:
    i = j = 0
    before = ""
    for edit in engine(old, new):
        assert (edit.i1, edit.j1) == (i, j)
        assert (edit.tag == "equal") != (before == "equal") or not before
        assert (edit.i2 > i, edit.j2 > j) == {
            "equal": (True, True),
            "replace": (True, True),
            "delete": (True, False),
            "insert": (False, True),
        }[edit.tag]
        if edit.tag == "equal":
            assert old[edit.i1 : edit.i2] == new[edit.j1 : edit.j2]
        i, j, before = edit.i2, edit.j2, edit.tag
    assert (i, j) == (len(old), len(new))


@given(old=many, new=many)
def test_difflib_never_keeps_more(old: list[int], new: list[int]) -> None:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)

    kept_by_difflib = sum(block.size for block in matcher.get_matching_blocks())

    assert kept_n(ENGINES["lcs"](old, new)) >= kept_by_difflib


@given(old=many, new=many)
def test_engines_keep_equally_many(old: list[int], new: list[int]) -> None:
    assert len({kept_n(engine(old, new)) for engine in ENGINES.values()}) == 1


@given(old=many, new=many)
def test_a_large_text_is_parted_by_what_stands_once_on_both_sides(
    old: list[int], new: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.lcs, "EXACT_CELLS", 20)
        patched.setattr(archiver.diff.lcs, "COARSE_CELLS", 300)
        edits = ENGINES["lcs"](old, new)

    assert all(
        old[edit.i1 : edit.i2] == new[edit.j1 : edit.j2] for edit in edits if edit.tag == "equal"
    )
    assert sum(edit.i2 - edit.i1 for edit in edits) == len(old)
    assert sum(edit.j2 - edit.j1 for edit in edits) == len(new)


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
