"""The benchmark of the diff measures what it says: its truths are true, its parts run."""

import subprocess
import sys
from itertools import count

import pytest

from archiver.diff import diff
from benchmarks.diff import judge, minimum, news, truth
from benchmarks.diff.alignment import Alignment, changed_n, hunks_n, kept_by_diff
from benchmarks.diff.asks import Ask
from benchmarks.diff.draft import parsed, text_of
from benchmarks.diff.edits import EDITS
from benchmarks.diff.pairs import Pair, document
from benchmarks.diff.peers import OURS, PEERS, PLAIN_LCS
from benchmarks.diff.roundtrip import comes_back


def pair(old: str, new: str) -> Pair:
    return Pair("test", document(old.split("\n")), document(new.split("\n")))


def test_a_parsed_text_comes_back() -> None:
    text = "It is so. Is it? “Yes,” he said; it's 3.5% more."

    assert [text_of(one) for one in parsed([text], count())] == [text]


def test_words_that_a_truth_calls_the_same_are_the_same() -> None:
    made = truth.truths(30)

    assert len(made) == 30
    for one in made:
        old, new = one.pair.words
        for reading in one.readings:
            kept = sorted(reading.kept)
            assert [old[i] for i, _ in kept] == [new[j] for _, j in kept]
            assert [j for _, j in kept] == sorted(j for _, j in kept), (
                "what is kept keeps its order"
            )
            assert not reading.kept & reading.moved


def test_a_truth_tells_of_every_kind_of_edit() -> None:
    assert {kind for one in truth.truths(120) for kind in one.kinds} == set(EDITS)


def test_the_same_seeds_make_the_same_truths() -> None:
    assert truth.truths(3) == truth.truths(3)


def test_either_sentence_may_be_the_one_that_moved() -> None:
    made = next(one for one in truth.truths(120) if one.kinds == ("sentences swapped",))

    one, other = made.readings

    assert one.moved
    assert one.moved <= other.kept
    assert other.moved <= one.kept


def test_the_true_reading_that_is_nearer_counts() -> None:
    made = next(one for one in truth.truths(120) if len(one.readings) == 2)

    assert [judge.nearest(one, made) for one in made.readings] == list(made.readings)


@pytest.mark.parametrize(
    ("old", "new", "changed", "hunks"),
    [
        ("It is so.", "It is not so.", 1, 1),
        ("It is so.", "It was so!", 4, 2),
        ("One of them. And two.", "One of them.\nAnd two.", 0, 1),
        ("One of them.\nAnd two.", "One of them.", 3, 1),
        ("One of them.", "One of them.", 0, 0),
    ],
)
def test_changed_words_and_hunks_are_counted(old: str, new: str, changed: int, hunks: int) -> None:
    both = pair(old, new)

    found = kept_by_diff(diff(both.old, both.new), both)

    assert (changed_n(found, both), hunks_n(found, both)) == (changed, hunks)


@pytest.mark.parametrize("peer", [one for one in PEERS if one.kept], ids=lambda one: one.name)
def test_a_peer_keeps_all_but_what_changed(peer) -> None:  # type: ignore[no-untyped-def]
    if peer.absent:
        pytest.skip(peer.absent)
    both = pair("The cat sat.\nIt slept there.", "The dog sat.\nIt slept there.")

    found = peer.kept(peer.run(peer.prepare(both)), both)

    assert found == Alignment(frozenset({(0, 0), (2, 2), (3, 3), (5, 5), (6, 6), (7, 7), (8, 8)}))


def test_a_pair_that_is_changed_behind_the_diff_does_not_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = pair("The cat sat.", "The dog sat.")
    assert comes_back(both.old, both.new)

    monkeypatch.setattr("benchmarks.diff.roundtrip.new_text", lambda found: "The cow sat.")

    assert not comes_back(both.old, both.new)


def test_an_ask_is_met_within_its_bounds_alone() -> None:
    assert Ask("x", 1, most=1, least=1).is_met
    assert not Ask("x", 1.01, most=1).is_met
    assert not Ask("x", float("inf"), most=1).is_met


def test_the_table_of_news_runs(capsys: pytest.CaptureFixture[str]) -> None:
    made = [one.pair for one in truth.truths(3)]

    report = news.beside(made, (OURS, PLAIN_LCS, news.TOKENS))

    assert [row[0] for row in report.rows] == [OURS.name, PLAIN_LCS.name, news.TOKENS.name]
    assert {ask.what for ask in report.asks} >= {"news pairs, median", "news pairs, max"}
    assert "3 pairs" in capsys.readouterr().out


def test_clean_up_changes_no_fewer_words_than_the_least() -> None:
    for one in truth.truths(3):
        assert minimum.by_engine(one.pair, "lcs") <= minimum.before_clean_up(one.pair)


def test_an_unknown_part_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.diff", "--only", "nothing"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "invalid choice: 'nothing'" in done.stderr
