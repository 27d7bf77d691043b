"""Each peer's alignment beside the true one: words kept in error, hunks, and moves."""

from collections.abc import Iterable, Sequence

from benchmarks.diff.alignment import Alignment, hunks_n
from benchmarks.diff.asks import Ask
from benchmarks.diff.clock import best_ms
from benchmarks.diff.peers import OURS, PEERS, PLAIN_LCS, QUICK_PEERS, Peer
from benchmarks.diff.report import Report
from benchmarks.diff.truth import Truth, prose, truths

TEXTS, QUICK_TEXTS = 400, 60


def nearest(found: Alignment, truth: Truth) -> Alignment:
    """Give the true reading that `found` comes nearest to."""
    return min(truth.readings, key=lambda reading: len(found.kept ^ reading.kept))


def compare(*, quick: bool) -> list[Report]:
    made = truths(QUICK_TEXTS if quick else TEXTS)
    _, where = prose()
    kinds = {kind for truth in made for kind in truth.kinds}
    edits_n = sum(len(truth.kinds) for truth in made)
    report = Report(
        f"{len(made)} texts from {where} with {edits_n} known edits of {len(kinds)} kinds: "
        "words kept in error (false) or not kept in error (lost), hunks over the true ones",
        ("", "texts", "false", "lost", "errors", "over LCS", "hunks", "CPU ms"),
    )
    report.start()
    base = _errors(PLAIN_LCS, made)
    for peer in QUICK_PEERS if quick else PEERS:
        if peer.absent or not peer.kept:
            continue
        false, lost, hunks, ms, n = _errors(peer, made)
        base_n = base if n == len(made) else _errors(PLAIN_LCS, [t for t in made if _fits(peer, t)])
        over = (false + lost) / max(base_n[0] + base_n[1], 1)
        report.row(
            peer.name,
            str(n),
            *(str(false), str(lost), str(false + lost), f"{over:.2f}x", f"{hunks:.3f}"),
            f"{ms:.0f}",
        )
        if peer is OURS:
            report.ask(
                Ask("errors against true edits, over a plain LCS", over, most=0.6, unit="x"),
                Ask("hunks over the true ones", hunks, least=0.95, most=1.03),
            )
    return [report, _moves(made)]


def _fits(peer: Peer, truth: Truth) -> bool:
    return sum(map(len, truth.pair.words)) <= peer.most


def _errors(peer: Peer, made: Iterable[Truth]) -> tuple[int, int, float, float, int]:
    """Give words falsely kept, words lost, hunks over the true ones, CPU ms, and texts."""
    false = lost = hunks = true_hunks = n = 0
    spent = 0.0
    for truth in made:
        if not _fits(peer, truth) or not peer.kept:
            continue
        ms, found = best_ms(peer.run, peer.prepare(truth.pair), peer.clock, runs=1)
        alignment = peer.kept(found, truth.pair)
        true = nearest(alignment, truth)
        false += len(alignment.kept - true.kept)
        lost += len(true.kept - alignment.kept)
        hunks += hunks_n(alignment, truth.pair)
        true_hunks += hunks_n(true, truth.pair)
        spent, n = spent + ms, n + 1
    return false, lost, hunks / max(true_hunks, 1), spent, n


def _moves(made: Sequence[Truth]) -> Report:
    report = Report(
        "Moved words that ours found, by what moved (texts with one kind of move each)",
        ("", "texts", "true", "found", "right", "precision", "recall"),
    )
    report.start()
    groups: dict[str, list[Truth]] = {"all texts": list(made)}
    for truth in made:
        for kind in truth.kinds:
            if "moved" in kind or "swapped" in kind:
                groups.setdefault(kind, []).append(truth)
    for name, group in groups.items():
        true_n = found_n = right_n = 0
        for truth in group:
            alignment = _ours(truth)
            true = nearest(alignment, truth)
            true_n += len(true.moved)
            found_n += len(alignment.moved)
            right_n += len(true.moved & alignment.moved)
        precision, recall = right_n / max(found_n, 1), right_n / max(true_n, 1)
        report.row(
            name,
            *map(str, (len(group), true_n, found_n, right_n)),
            f"{precision:.3f}",
            f"{recall:.3f}",
        )
        if name == "all texts":
            report.ask(
                Ask("moved words, precision", precision, least=0.95),
                Ask("moved words, recall", recall, least=0.95),
            )
    return report


def _ours(truth: Truth) -> Alignment:
    found = OURS.run(truth.pair)
    return OURS.kept(found, truth.pair) if OURS.kept else Alignment(frozenset())
