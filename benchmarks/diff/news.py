"""Real news revisions: time, changed words against the least, and hunks, beside every peer."""

import statistics
from collections.abc import Sequence
from typing import Any

from archiver.diff import minimal_diff
from benchmarks.diff.alignment import changed_n, hunks_n, kept_by_diff
from benchmarks.diff.asks import Ask
from benchmarks.diff.clock import best_ms
from benchmarks.diff.pairs import Pair
from benchmarks.diff.peers import (
    CPP_CHARACTERS,
    DIFFLIB,
    NEWSDIFFS,
    OURS,
    PEERS,
    TOKENS,
    Peer,
)
from benchmarks.diff.report import Report


def measure(peer: Peer, pair: Pair) -> tuple[float, Any]:
    given = peer.prepare(pair)
    ms, found = best_ms(peer.run, given, peer.clock, runs=1 if peer.own_ms else 5)
    return (peer.own_ms(found) if peer.own_ms else ms), found


def least_changed(pair: Pair) -> int:
    """Give the least number of words that must change, by our exact engine."""
    return changed_n(kept_by_diff(minimal_diff(pair.old, pair.new), pair), pair)


def ninth(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 9 // 10]


def compare(pairs: Sequence[Pair], peers: Sequence[Peer] = PEERS) -> Report:
    words_n = [len(pair.words[0]) + len(pair.words[1]) for pair in pairs]
    report = Report(
        f"{len(pairs)} pairs of real news, median {statistics.median(words_n) / 2:.0f} words a "
        "side: CPU ms, changed words (D) over the least, hunks",
        ("", "pairs", "median", "p90", "max", "sum", "ours med", "ours sum", "D/min", "hunks"),
    )
    report.start()
    least = [least_changed(pair) for pair in pairs]
    taken: dict[str, list[float]] = {}
    for peer in peers:
        if peer.absent:
            report.note(f"{peer.name}: left out, {peer.absent}")
            continue
        chosen = [k for k, n in enumerate(words_n) if n <= peer.most]
        times: list[float] = []
        changed = hunks = 0
        for k in chosen:
            ms, found = measure(peer, pairs[k])
            times.append(ms)
            if peer.kept:
                alignment = peer.kept(found, pairs[k])
                changed += changed_n(alignment, pairs[k])
                hunks += hunks_n(alignment, pairs[k])
        taken[peer.name] = times
        base = [taken[OURS.name][k] for k in chosen]
        report.row(
            peer.name,
            str(len(times)),
            f"{statistics.median(times):.3f}",
            f"{ninth(times):.2f}",
            f"{max(times):.1f}",
            f"{sum(times):.0f}",
            f"{statistics.median(times) / statistics.median(base):.1f}x",
            f"{sum(times) / sum(base):.1f}x",
            f"{changed / max(sum(least[k] for k in chosen), 1):.3f}" if peer.kept else "-",
            str(hunks) if peer.kept else "-",
        )
    _ask(report, taken, words_n)
    return report


def _ask(report: Report, taken: dict[str, list[float]], words_n: Sequence[int]) -> None:
    ours = taken[OURS.name]
    middle = statistics.median(ours)
    report.ask(
        Ask("news pairs, median", middle, most=0.35, unit=" ms"),
        Ask("news pairs, p90", ninth(ours), most=1.1, unit=" ms"),
        Ask("news pairs, max", max(ours), most=10, unit=" ms"),
        Ask(
            "news median over tokenising and hashing both texts",
            middle / statistics.median(taken[TOKENS.name]),
            most=0.6,
            unit="x",
        ),
    )
    for peer, least in ((NEWSDIFFS, 100), (CPP_CHARACTERS, 10), (DIFFLIB, 30)):
        if peer.name in taken:
            base = sum(ms for ms, n in zip(ours, words_n, strict=True) if n <= peer.most)
            ratio = sum(taken[peer.name]) / base
            report.ask(Ask(f"news sum: {peer.name} over ours", ratio, least=least, unit="x"))
