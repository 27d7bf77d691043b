"""Body text against whole texts and segments, every reader in one run.

F1 of shingles of four words, as scrapinghub's article-extraction-benchmark counts them: each page's
true and false positives and false negatives, by multiplicity, as shares of their sum.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.diff.asks import Ask
from benchmarks.diff.report import Report
from benchmarks.extraction.corpus import Page, segments, whole_texts
from benchmarks.extraction.readers import OURS, Reader, readers

SHINGLE = 4
DRAWS = 1_000
REACHED = 0.96
PAGES_A_SECOND = 40.0
WORD = re.compile(r"\w+")


class Shares(NamedTuple):
    """Of one page: true positives, false positives and false negatives, which add up to 1."""

    right: float
    extra: float
    missing: float


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Give each four words in a row with how often they stand; fewer words are one.

    >>> sum(shingles("one two three four five").values())
    2
    """
    words = WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))


def shares(found: str, truth: str) -> Shares:
    mine, true = shingles(found), shingles(truth)
    right, extra = sum((mine & true).values()), sum((mine - true).values())
    missing = sum((true - mine).values())
    whole = right + extra + missing or 1
    return Shares(right / whole, extra / whole, missing / whole)


def scores(rows: Sequence[Shares]) -> tuple[float, float, float]:
    """Give precision, recall and F1 over pages."""
    right, extra, missing = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = right / ((right + extra) or 1), right / ((right + missing) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def interval(rows: Sequence[Shares], others: Sequence[Shares]) -> tuple[float, float]:
    """Give the middle 95 % of F1 of `rows` less that of `others`, over pages drawn anew."""
    chance = random.Random(1)  # noqa: S311 - a seed, so that anyone gets the same
    found = []
    for _ in range(DRAWS):
        places = [chance.randrange(len(rows)) for _ in rows]
        found.append(
            scores([rows[at] for at in places])[2] - scores([others[at] for at in places])[2]
        )
    found.sort()
    return found[int(DRAWS * 0.025)], found[int(DRAWS * 0.975)]


class Measured(NamedTuple):
    rows: list[Shares]
    empty_n: int
    pages_a_second: float


def measure(reader: Reader, pages: Sequence[Page]) -> Measured:
    reader(pages[0].html)  # what is imported and compiled once is no part of it
    start = time.process_time()
    found = [reader(page.html).body for page in pages]
    took = time.process_time() - start
    rows = [shares(text, page.text) for text, page in zip(found, pages, strict=True)]
    return Measured(rows, sum(not text.strip() for text in found), len(pages) / took)


def whole(report: Report) -> None:
    pages = whole_texts()
    report.start()
    measured = {name: measure(reader, pages) for name, reader in readers().items()}
    mine = measured[OURS].rows
    for name, one in measured.items():
        precision, recall, f1 = scores(one.rows)
        low, high = interval(mine, one.rows)
        report.row(
            name,
            *(f"{score:.4f}" for score in (f1, precision, recall)),
            str(one.empty_n),
            f"{one.pages_a_second:.0f}",
            f"{low:+.3f}",
            f"{high:+.3f}",
        )
    f1 = scores(mine)[2]
    for name in ("trafilatura precision", "trafilatura"):
        theirs = scores(measured[name].rows)[2]
        report.ask(Ask(f"F1 over that of {name}", f1 / theirs, least=1.0, unit="x"))
        if theirs >= REACHED:
            report.ask(Ask(f"F1, where {name} reaches {REACHED}", f1, least=REACHED))
    speed = measured[OURS].pages_a_second
    report.ask(Ask("news pages a second and core", speed, least=PAGES_A_SECOND))


def parts(report: Report) -> None:
    pages = segments()
    must_n = sum(len(page.must) for page in pages)
    must_not_n = sum(len(page.must_not) for page in pages)
    report.start()
    for name, reader in readers().items():
        reader(pages[0].html)
        start = time.process_time()
        found = [_flat(reader(page.html).body) for page in pages]
        took = time.process_time() - start
        pairs = list(zip(pages, found, strict=True))
        kept = sum(_flat(part) in text for page, text in pairs for part in page.must)
        leaked = sum(_flat(part) in text for page, text in pairs for part in page.must_not)
        precision = kept / ((kept + leaked) or 1)
        recall = kept / must_n
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        report.row(
            name,
            f"{f1:.4f}",
            f"{kept}/{must_n}",
            f"{leaked}/{must_not_n}",
            str(sum(not text for text in found)),
            f"{len(pages) / took:.0f}",
        )


def _flat(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.extraction", description=__doc__.split("\n", maxsplit=1)[0]
    )
    parser.parse_args()
    if not whole_texts():
        print("Left out: the labelled pages are not here; name them in ARCHIVER_SHARED")
        return
    news = Report(
        "24 news pages with their whole text; the last two columns bound our F1 less theirs, 95 %",
        ("", "F1", "P", "R", "empty", "pages/s", "from", "to"),
    )
    whole(news)
    blogs = Report(
        "29 pages with segments that must, and must not, be in the text",
        ("", "F1", "kept", "leaked", "empty", "pages/s"),
    )
    parts(blogs)
    print("\nAsked")
    for ask in news.asks:
        print(ask.line())


if __name__ == "__main__":
    main()
