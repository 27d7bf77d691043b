"""Grading many changes of one paragraph, and reading the numbers of a hostile text.

The time for a change, or for a letter, should not grow with what stands beside it.

Run: python benchmarks/bench_grades.py
"""

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from archiver.diff import diff
from archiver.grade import judged
from archiver.grade.dates import dates
from archiver.grade.items import Span
from archiver.grade.numbers import numbers
from archiver.model import Block, Caption, Document

FEW, MANY = 2_000, 8_000
MOST_GROWTH = 2.0
"""A change may take so much longer where four times as many stand beside it; and a letter too."""

SHORT, LONG = 10_000, 40_000
"""Letters of a hostile text."""

PIECES = (
    "5-",
    "5 ",
    "1 000 ",
    "May 5 ",
    "Jan-",
    "3月",
    "minus ",
    "half a ",
    "18 h ",
    "– 5 ",
    "cent un ",
)
"""What could be a part of a longer number or date, over and over."""

LANGUAGES = ("en", "fr", "zh")


class Case(NamedTuple):
    """`old` and `new` give the part of a text that holds change `n`."""

    name: str
    old: Callable[[int], str]
    new: Callable[[int], str]
    language: str = "en"


CASES = (
    Case("numbers", lambda n: f"x{n} {n} men", lambda n: f"x{n} {n + 1} men"),
    Case(
        "dates", lambda n: f"x{n} May {n % 28 + 1}, 2010", lambda n: f"x{n} May {n % 28 + 1}, 2011"
    ),
    Case("names", lambda n: f"x{n} met Ann{n}", lambda n: f"x{n} met Bob{n}"),
    Case(
        "names that open a sentence", lambda n: f"Ann{n} met x{n}.", lambda n: f"Bob{n} met x{n}."
    ),
    Case("quotation marks", lambda n: f"“x{n}, no” y", lambda n: f"“x{n}, no, y”"),
    Case("quoted words", lambda n: f"“x{n} is here” y", lambda n: f"“x{n} is there” y"),
    Case("words", lambda n: f"x{n} is big today", lambda n: f"x{n} is fat today"),
    Case("blanks", lambda n: f"x{n} 10 % of it", lambda n: f"x{n} 10% of it"),
    Case("Chinese negations", lambda n: f"第{n}条他不会来。", lambda n: f"第{n}条他会来。", "zh"),
    Case("French plus", lambda n: f"x{n} il a plus", lambda n: f"x{n} il a moins", "fr"),
    Case("French negations", lambda n: f"x{n} il ne dort", lambda n: f"x{n} il dort", "fr"),
)


def documents(case: Case, n: int) -> Iterator[Document]:
    for side in (case.old, case.new):
        text = " ".join(map(side, range(n)))
        yield Document(
            extractor="bench",
            language=case.language,
            blocks=(Block("paragraph", text),),
            captions=tuple(Caption(side(k)) for k in range(n // 10)),
        )


def each_ms(case: Case, n: int) -> tuple[float, int]:
    """Give the CPU milliseconds of a change, and how many changes there were."""
    old, new = documents(case, n)
    found = diff(old, new)
    start = time.process_time()
    changes = judged(found, old, new).changes
    taken_s = time.process_time() - start
    return 1_000 * taken_s / len(changes), len(changes)


def reading_ms(piece: str, letters_n: int) -> float:
    """Give the CPU milliseconds of reading the numbers and dates of 1,000 letters."""
    text = piece * (letters_n // len(piece))
    start = time.process_time()
    for language in LANGUAGES:
        taken = [Span(item.start, item.end) for item in dates(text, language)]
        numbers(text, language, taken)
    return 1_000_000 * (time.process_time() - start) / len(text) / len(LANGUAGES)


def verdict(growth: float) -> str:
    return f"{growth:.2f} x {'PASS' if growth <= MOST_GROWTH else 'MISS'} (<= {MOST_GROWTH} x)"


def main() -> None:
    print(f"{'changes of':28} {'changes':>8} {'CPU ms each':>12} {'with few':>9}")
    for case in CASES:
        few_ms, _ = each_ms(case, FEW)
        many_ms, changes_n = each_ms(case, MANY)
        print(
            f"{case.name:28} {changes_n:8} {many_ms:12.3f} {few_ms:9.3f}  "
            f"{verdict(many_ms / few_ms)}"
        )
    print(f"\n{'numbers and dates in':28} {'letters':>8} {'ms a 1,000':>12} {'in few':>9}")
    for piece in PIECES:
        short_ms, long_ms = reading_ms(piece, SHORT), reading_ms(piece, LONG)
        print(
            f"{piece!r:28} {LONG:8} {long_ms:12.3f} {short_ms:9.3f}  {verdict(long_ms / short_ms)}"
        )


if __name__ == "__main__":
    main()
