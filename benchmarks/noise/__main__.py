"""False changes and missed edits, of every reader on the same changed pages in one run.

A false change is one that a reader sees where only the page around the article changed; an edit is
missed where it sees none. Ours is also counted over confirmed changes: those which a second
extractor sees too, or which are of fields alone.
"""

import argparse
import csv
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from archiver.text.decode import decode_html
from benchmarks.diff.asks import Ask
from benchmarks.diff.pairs import shared_folder
from benchmarks.diff.report import Report
from benchmarks.extraction.corpus import Page, segments, whole_texts
from benchmarks.extraction.readers import OURS, Reader, Reading, readers
from benchmarks.noise.perturb import EDITS, NOISE, changed

SEEDS = 3
SLOW = frozenset(("newspaper4k", "readability-lxml"))
"""Readers that are asked of the first seed alone."""
LEFT_OUT = frozenset(("trafilatura fast", "all visible text"))
LETTERS = 40
"""Letters of a paragraph's start by which it is known to be of the article."""
Z = 1.96


REASONS = {
    "html_noise/demo/github-privacy-policy/20250801T003008Z.html": (
        "only where a link leads changed; links are kept beside the text, not in its digest"
    ),
    "html_noise/demo/buffer-privacy-policy/20250910T123004Z.html": (
        "an address in the terms of service changed, which stand on the same page as the policy "
        "that the label speaks of"
    ),
}
"""Captures that are read otherwise than their label says, and why that is right."""


class Try(NamedTuple):
    """One change of one page, as one reader saw it."""

    page: str
    kind: str
    reader: str
    is_seen: bool
    is_confirmed: bool


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Give the interval of a share that holds it 95 times in 100 (E. B. Wilson, 1927).

    >>> [round(bound, 3) for bound in wilson(2, 100)]
    [0.006, 0.07]
    """
    if not n:
        return 0.0, 1.0
    share = hits / n
    middle = share + Z * Z / (2 * n)
    reach = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return (middle - reach) / (1 + Z * Z / n), (middle + reach) / (1 + Z * Z / n)


def known(page: Page) -> Callable[[str], bool]:
    """Say of a paragraph whether it is of the article: in its true text, or with a true segment."""
    text = " ".join(page.text.split())

    def is_known(paragraph: str) -> bool:
        if text:
            return len(paragraph) > LETTERS and paragraph[:LETTERS] in text
        return any(part in paragraph for part in page.must)

    return is_known


@cache
def _readers() -> Mapping[str, Reader]:
    return {name: one for name, one in readers().items() if name not in LEFT_OUT}


def tries(page: Page, seeds: int) -> list[Try]:
    """Change one page in every way, and ask every reader."""
    found: list[Try] = []
    is_known = known(page)
    for kind, change in {**NOISE, **EDITS}.items():
        for seed in range(seeds):
            pair = changed(page.html, is_known, change, seed)
            if pair is None:
                continue
            for name, reader in _readers().items():
                if not (seed and name in SLOW):
                    found.append(_seen(page.name, kind, name, reader(pair[0]), reader(pair[1])))
    return found


def _seen(page: str, kind: str, name: str, before: Reading, after: Reading) -> Try:
    is_seen = before.seen != after.seen
    no_second = not before.second or not after.second
    is_confirmed = (
        is_seen and not no_second and (before.second != after.second or before.body == after.body)
    )
    return Try(page, kind, name, is_seen, is_confirmed)


def table(found: list[Try]) -> list[Report]:
    names = list(dict.fromkeys(one.reader for one in found))
    noise = Report(
        "Noise: changes seen where the article did not change, %",
        ("", "n", *_short(names), "confirmed"),
    )
    edits = Report("Edits: changes of the article not seen, %", ("", "n", *_short(names)))
    for report, kinds, is_hit in (
        (noise, NOISE, lambda one: one.is_seen),
        (edits, EDITS, lambda one: not one.is_seen),
    ):
        report.start()
        for kind in (*kinds, "all"):
            rows = [
                one for one in found if one.kind == kind or (kind == "all" and one.kind in kinds)
            ]
            by_reader = {name: [one for one in rows if one.reader == name] for name in names}
            ours = by_reader[OURS]
            cells = [_percent(list(map(is_hit, by_reader[name]))) for name in names]
            if report is noise:
                cells.append(_percent([one.is_confirmed for one in ours]))
            report.row(kind, str(len(ours)), *cells)
    ours = [one for one in found if one.reader == OURS]
    noisy = [one for one in ours if one.kind in NOISE]
    edited = [one for one in ours if one.kind in EDITS]
    _judge(noise, "false changes over confirmed versions", [one.is_confirmed for one in noisy], 1.5)
    _judge(noise, "false changes over all versions", [one.is_seen for one in noisy], None)
    _judge(edits, "real edits missed over all versions", [not one.is_seen for one in edited], 1.0)
    return [noise, edits]


def _short(names: list[str]) -> list[str]:
    return [
        name.replace("trafilatura", "traf").replace(" precision", " prec")[:10] for name in names
    ]


def _percent(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}" if hits else "-"


def _judge(report: Report, what: str, hits: list[bool], most: float | None) -> None:
    low, high = wilson(sum(hits), len(hits))
    said = f"{what} ({sum(hits)} of {len(hits)}; 95 % within {100 * low:.1f} to {100 * high:.1f} %)"
    share = 100 * sum(hits) / len(hits)
    report.ask(Ask(said, share, most=math.inf if most is None else most, unit=" %"))


def real(report: Report) -> None:
    """Say of consecutive captures whether the text changed, beside what their labels say."""
    labels = shared_folder() / "data" / "html_noise" / "demo_labels.csv"
    report.start()
    with labels.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    counts: Counter[tuple[str, str]] = Counter()
    failed: list[str] = []
    reasons: list[str] = []
    before: dict[str, Reading] = {}
    doc = ""
    for row in rows:
        page = decode_html((shared_folder() / "data" / row["path"]).read_bytes()).text
        now = {name: reader(page) for name, reader in _readers().items() if name not in SLOW}
        if row["doc"] == doc:
            for name, reading in now.items():
                is_seen, is_real = reading.seen != before[name].seen, row["changed_vs_prev"] == "1"
                verdict = {(True, False): "false", (False, True): "missed"}.get(
                    (is_seen, is_real), "right"
                )
                counts[name, verdict] += 1
                if name == OURS and verdict != "right":
                    failed.append(row["path"])
                    why = REASONS.get(row["path"], "no reason known")
                    reasons.append(f"{verdict}: {row['path']}: {why}")
        before, doc = now, row["doc"]
    for name in before:
        report.row(name, *(str(counts[name, verdict]) for verdict in ("right", "false", "missed")))
    for reason in reasons:
        report.note(reason)
    wrong = len(set(failed) - REASONS.keys())
    report.ask(Ask("captures of html_noise read wrongly, without a reason", wrong, most=0))


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.noise", description=__doc__.split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--quick", action="store_true", help="one seed instead of three")
    parser.add_argument("--show", metavar="KIND", help="name the pages on which ours fails")
    options = parser.parse_args()
    pages = [*whole_texts(), *segments()]
    if not pages:
        print("Left out: the labelled pages are not here; name them in ARCHIVER_SHARED")
        return
    seeds = 1 if options.quick else SEEDS
    with ProcessPoolExecutor() as pool:
        found = [one for some in pool.map(tries, pages, [seeds] * len(pages)) for one in some]
    print(f"{len(pages)} pages, {seeds} seeds")
    reports = table(found)
    captures = Report("Real captures whose page changed", ("", "right", "false", "missed"))
    real(captures)
    for one in _wrong(found, options.show):
        print(f"  {one.kind}: {one.page}{'' if one.is_confirmed else ', unconfirmed'}")
    print("\nAsked")
    for report in (*reports, captures):
        for ask in report.asks:
            print(ask.line())


def _wrong(found: list[Try], shown: str | None) -> Iterator[Try]:
    for one in found:
        is_ours = one.reader == OURS and shown in {one.kind, "all"}
        if is_ours and one.is_seen == (one.kind in NOISE):
            yield one


if __name__ == "__main__":
    main()
