"""Real news revisions: time, changed words against the least, and hunks, beside every peer."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archiver.diff import minimal_diff
from benchmarks.diff.alignment import changed_n, hunks_n, kept_by_diff
from benchmarks.diff.asks import Ask
from benchmarks.diff.clock import RUNS, best_ms
from benchmarks.diff.pairs import NEWS, Pair, revisions, shared_folder
from benchmarks.diff.peers import (
    CPP_CHARACTERS,
    DIFFLIB,
    NEWSDIFFS,
    OURS,
    OURS_ALIGNED,
    PEERS,
    QUICK_PEERS,
    TOKENS,
    TRIALS,
    Peer,
)
from benchmarks.diff.report import Report

SAMPLE = 8
"""With `quick`, one pair in so many."""


def measure(peer: Peer, pair: Pair) -> tuple[float, Any]:
    given = peer.prepare(pair)
    ms, found = best_ms(peer.run, given, peer.clock, runs=1 if peer.own_ms else RUNS)
    return (peer.own_ms(found) if peer.own_ms else ms), found


def least_changed(pair: Pair) -> int:
    """Give the least number of words that must change, by our exact engine."""
    return changed_n(kept_by_diff(minimal_diff(pair.old, pair.new), pair), pair)


def ninth(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 9 // 10]


def compare(*, quick: bool) -> list[Report]:
    pairs = revisions([NEWS])
    if not pairs:
        print(f"\nReal news is left out: no texts in {shared_folder()}; name it in ARCHIVER_SHARED")
        return []
    if quick:
        return [beside(pairs[::SAMPLE], QUICK_PEERS)]
    return [beside(pairs, (*PEERS, *TRIALS))]


def beside(pairs: Sequence[Pair], peers: Sequence[Peer]) -> Report:
    """Measure all `peers` on each of `pairs` before the next, so that noise meets them alike."""
    words_n = [len(pair.words[0]) + len(pair.words[1]) for pair in pairs]
    report = Report(
        f"{len(pairs)} pairs of real news, median {statistics.median(words_n) / 2:.0f} words a "
        "side: CPU ms, changed words (D) over the least, hunks",
        ("", "pairs", "median", "p90", "max", "sum", "ours med", "ours sum", "D/min", "hunks"),
    )
    report.start()
    first_ms = [best_ms(OURS.run, OURS.prepare(pair), runs=1)[0] for pair in pairs]
    totals = {peer.name: Total() for peer in peers}
    for pair, n in zip(pairs, words_n, strict=True):
        least = least_changed(pair)
        ours_ms, _ = measure(OURS, pair)
        for peer in peers:
            if not peer.absent and n <= peer.most:
                ms, found = measure(peer, pair)
                kept = peer.kept(found, pair) if peer.kept else None
                totals[peer.name].add(ms, min(ours_ms, ms) if peer is OURS else ours_ms)
                if kept:
                    totals[peer.name].count(changed_n(kept, pair), least, hunks_n(kept, pair))
    for peer in peers:
        if peer.absent:
            report.note(f"{peer.name}: left out, {peer.absent}")
        else:
            report.row(peer.name, *totals[peer.name].cells())
    ours = totals[OURS.name].times
    by_words = [ms / n * 2_000 for ms, n in zip(ours, words_n, strict=True)]
    report.note(
        f"ours, each pair once, before any was looked at: median "
        f"{statistics.median(first_ms):.3f}, sum {sum(first_ms):.0f} ms"
    )
    report.note(f"ours, for 1,000 words a side: median {statistics.median(by_words):.3f} ms")
    _ask(report, totals)
    return report


@dataclass
class Total:
    """All of one peer: its times, ours on the same pairs, and what was counted."""

    times: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    changed: int = 0
    least: int = 0
    hunks: int = 0

    def add(self, ms: float, ours_ms: float) -> None:
        self.times.append(ms)
        self.ours.append(ours_ms)

    def count(self, changed: int, least: int, hunks: int) -> None:
        self.changed += changed
        self.least += least
        self.hunks += hunks

    def cells(self) -> Iterator[str]:
        yield str(len(self.times))
        yield f"{statistics.median(self.times):.3f}"
        yield f"{ninth(self.times):.2f}"
        yield f"{max(self.times):.1f}"
        yield f"{sum(self.times):.0f}"
        yield f"{statistics.median(self.times) / statistics.median(self.ours):.1f}x"
        yield f"{sum(self.times) / sum(self.ours):.1f}x"
        yield f"{self.changed / self.least:.3f}" if self.least else "-"
        yield str(self.hunks) if self.least else "-"


def _ask(report: Report, totals: Mapping[str, Total]) -> None:
    ours = totals[OURS.name].times
    tokens = totals[TOKENS.name]
    report.ask(
        Ask("news pairs, median", statistics.median(ours), most=0.35, unit=" ms"),
        Ask("news pairs, p90", ninth(ours), most=1.1, unit=" ms"),
        Ask("news pairs, max", max(ours), most=10, unit=" ms"),
        Ask(
            "news median over tokenising and hashing both texts",
            statistics.median(tokens.ours) / statistics.median(tokens.times),
            most=0.6,
            unit="x",
        ),
    )
    for peer, least in ((NEWSDIFFS, 100), (CPP_CHARACTERS, 10), (DIFFLIB, 30)):
        total = totals.get(peer.name)
        if total and total.times:
            ratio = sum(total.times) / sum(total.ours)
            report.ask(Ask(f"news sum: {peer.name} over ours", ratio, least=least, unit="x"))
    aligned, matched = totals.get(OURS_ALIGNED.name), totals.get(DIFFLIB.name)
    if aligned and matched and len(aligned.times) == len(matched.times) > 0:
        # difflib finds no moves: this is what it does, beside the same of ours.
        name = f"news sum: {DIFFLIB.name} over {OURS_ALIGNED.name}"
        report.ask(Ask(name, sum(matched.times) / sum(aligned.times), least=30, unit="x"))
