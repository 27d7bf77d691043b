"""The least number of changed words: both our engines and a third one must agree on it."""

import importlib
from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

from archiver.diff import align, body, diff, minimal_diff
from benchmarks.diff.alignment import changed_n, kept_by_diff
from benchmarks.diff.asks import Ask
from benchmarks.diff.pairs import NEWS, Pair, revisions
from benchmarks.diff.peers import lacking
from benchmarks.diff.report import Report

DMP_WORDS = 20_000
"""Words of both sides together beyond which diff-match-patch may take minutes."""

SAMPLE = 8


def by_rapidfuzz(pair: Pair) -> int:
    """Count the changed words of an exact longest common subsequence that is not ours."""
    lcsseq: Any = importlib.import_module("rapidfuzz.distance").LCSseq
    old, new = ([word for word in side if word != "\n"] for side in pair.words)
    return len(old) + len(new) - 2 * int(lcsseq.similarity(old, new))


def unclean(runs: Any, old: Any, new: Any, part: float) -> Any:
    return runs


def before_clean_up(pair: Pair) -> int:
    """Count the changed words with anchors, and with nothing done for the reader's sake."""
    # Links between blocks too weak to mean anything are given up for the reader's sake too.
    with patch.object(align, "readable", unclean), patch.object(body, "LINK_SHARE", 0.0):
        return changed_n(kept_by_diff(diff(pair.old, pair.new), pair), pair)


def by_engine(pair: Pair, engine: str) -> int:
    return changed_n(kept_by_diff(minimal_diff(pair.old, pair.new, engine=engine), pair), pair)


def compare(*, quick: bool) -> list[Report]:
    pairs: Sequence[Pair] = revisions([NEWS])[:: SAMPLE if quick else 1]
    if not pairs:
        return []
    report = Report(
        f"Changed words of {len(pairs)} news pairs; by dmp only up to {DMP_WORDS:,} words",
        ("", "pairs", "changed", "differ"),
    )
    report.start()
    least = [by_engine(pair, "lcs") for pair in pairs]
    report.row("minimal, lcs", str(len(pairs)), str(sum(least)), "0")
    small = [k for k, pair in enumerate(pairs) if sum(map(len, pair.words)) <= DMP_WORDS]
    by_dmp = [by_engine(pairs[k], "dmp") for k in small]
    differ = sum(least[k] != n for k, n in zip(small, by_dmp, strict=True))
    report.row("minimal, dmp", str(len(small)), str(sum(by_dmp)), str(differ))
    report.ask(Ask("news pairs where lcs and dmp change unequally many words", differ, most=0))
    if lacking("rapidfuzz"):
        report.note(f"rapidfuzz: left out, {lacking('rapidfuzz')}")
    else:
        by_third = [by_rapidfuzz(pair) for pair in pairs]
        differ = sum(one != other for one, other in zip(least, by_third, strict=True))
        report.row("rapidfuzz LCSseq", str(len(pairs)), str(sum(by_third)), str(differ))
        report.ask(Ask("news pairs where minimal_diff is not the least", differ, most=0))
    anchored = sum(map(before_clean_up, pairs))
    report.row("anchors, before clean-up", str(len(pairs)), str(anchored), "-")
    report.ask(
        Ask(
            "changed words with anchors before clean-up, over the least",
            anchored / sum(least),
            most=1.04,
            unit="x",
        )
    )
    return [report]
