"""Inputs made to be slow or large: time and memory of ours, each in a process of its own."""

from collections.abc import Callable
from typing import NamedTuple

from archiver.model import Block, Document
from benchmarks.diff.asks import Ask
from benchmarks.diff.growth import changed, paragraphs, prose, seeded
from benchmarks.diff.isolated import FAILED, isolated, shown
from benchmarks.diff.pairs import Pair
from benchmarks.diff.peers import OURS
from benchmarks.diff.report import Report

LIMIT_S = 60.0
MILLION = 1_000_000
MB = 1_000_000
HAN = (0x4E00, 0x9FA0)

MILLION_S, MILLION_MB = 6.0, 500.0
"""Asked of 1,000,000 words, whatever changed."""

MEGABYTE_S = 1.5
"""Asked of any two texts of up to 1 MB each."""

Lines = tuple[list[str], list[str]]


class Case(NamedTuple):
    """`make` gives the blocks of both sides; `group` says what is asked of it."""

    name: str
    group: str
    make: Callable[[], Lines]


def words(n: int, seed: int = 1) -> list[str]:
    return prose(seeded(seed), n)


def lines(n: int, rate: float, seed: int = 1) -> Lines:
    old = paragraphs(words(n, seed))
    chance = seeded(seed + 1)
    return old, [" ".join(changed(chance, line.split(" "), rate)) for line in old]


def one_line(n: int, rate: float) -> Lines:
    old, new = lines(n, rate)
    return [" ".join(old)], [" ".join(new)]


def far_edits() -> Lines:
    found = words(MILLION)
    other = ["first", *found[1:-1], "last"]
    return [" ".join(found)], [" ".join(other)]


def shuffled_lines(n: int) -> Lines:
    found = paragraphs(words(n))
    return found, seeded(3).sample(found, len(found))


def without_sentences(n: int) -> Lines:
    """Give one line a side of runs of words in another order, which no sentence ends."""
    runs = [" ".join(f"{one}{k % (n // 14)}" for one in "abcdefgh") for k in range(n)]
    return [" | ".join(seeded(4).sample(runs, n))], [" | ".join(seeded(5).sample(runs, n))]


def of(choices: str, n: int, between: str = "", seed: int = 1) -> str:
    return between.join(seeded(seed).choices(choices, k=n))


def han(n: int, seed: int) -> str:
    chance = seeded(seed)
    # As frequent as characters are in prose: the k-th has a k-th part.
    return "".join(chr(HAN[0] + int(3_000 ** chance.random())) for _ in range(n))


def binary(n: int, seed: int) -> str:
    chance = seeded(seed)
    return "".join(chr(chance.randrange(1, 256)) for _ in range(n))


def table(n: int) -> Lines:
    chance = seeded(9)
    rows = [f"{k} | {chance.random():.4f} | {chance.randrange(99_999)}" for k in range(n)]
    return rows, rows[: n // 2] + rows[n // 2 + 1 :]


def boilerplate(n: int) -> Lines:
    old = [line for k in range(n) for line in (f"Story {k} says that it is so.", "Read more")]
    return old, [*old[: n // 2], "A new story is told here.", "Read more", *old[n // 2 :]]


def halves(make: Callable[[int], str]) -> Lines:
    """Give one line a side, from two seeds."""
    return [make(1)], [make(2)]


def struck(text: str, rate: float) -> str:
    """Put a sign in the place of some letters."""
    chance = seeded(5)
    return "".join("#" if chance.random() < rate else one for one in text)


def other_blanks(word: str) -> Lines:
    """Give 1 MB of one word, of which only the blanks between differ."""
    n = MB // (len(word) + 1)
    return [" ".join([word] * n)], ["\t".join([word] * n)]


def double_spaces(n: int, rate: float) -> Lines:
    old, new = one_line(n, rate)
    return [old[0].replace(" ", "  ")], [new[0].replace(" ", "  ")]


def short_lines(n: int, letters: int, seed: int = 1) -> list[str]:
    chance = seeded(seed)
    return ["".join(chance.choices(LETTERS, k=letters)) for _ in range(n)]


def short_lines_shuffled(n: int, letters: int) -> Lines:
    found = short_lines(n, letters)
    return found, seeded(3).sample(found, n)


def repeated_lines_shuffled(n: int) -> Lines:
    found = [f"{LETTERS[k % 6]} {k % 1_000}" for k in range(n)]
    return found, seeded(3).sample(found, n)


def parts_of_two_words(n: int) -> Lines:
    """Give 1 MB in `n` paragraphs of two words drawn, each behind one that stays."""
    old, new = (
        [
            line
            for k in range(n)
            for line in (f"This is the heading number {k}", of("ab", MB // 2 // n, " ", seed + k))
        ]
        for seed in (1, 1_000)
    )
    return old, new


def pairs_reversed(n: int, more: int) -> Lines:
    """Give lines, each followed by one that is always the same, in reversed order and with more."""
    found = [f"x{k}" for k in range(n)]
    old, new = ([line for one in side for line in (one, "t")] for side in (found, found[::-1]))
    return old, [*new, *["t"] * more]


def lines_joined(n: int) -> Lines:
    """Give lines, of which one paragraph is made that has the first word of each alone."""
    return [f"kk{k} a b c d e f" for k in range(n)], [
        " ".join([*(f"kk{k}" for k in range(n)), "n o p q r s t u v w x"])
    ]


def in_another_order(n: int, letters: int, size: int) -> Lines:
    """Give paragraphs of the same runs of `size` Han letters, in each in another order."""
    chance = seeded(6)
    runs = [
        "".join(chr(HAN[0] + chance.randrange(20_000)) for _ in range(size))
        for _ in range(letters // size)
    ]
    old, new = (["".join(chance.sample(runs, len(runs))) for _ in range(n)] for _ in ("old", "new"))
    return old, new


def every_row_edited(n: int) -> Lines:
    """Give short rows that all changed, with one that did not in 40,000."""
    old, new = (
        [
            line
            for k in range(n)
            for line in ([f"Heading number {k}"] if k % 40_000 == 0 else [])
            + [f"{k % 46_000} {one}"]
        ]
        for one in "ab"
    )
    return old, new


def every_second_word(n: int, blank: str, other: str) -> Lines:
    """Give one line a side of which every second word is edited, and every blank."""
    return [blank.join(f"{k:05x} a" for k in range(n))], [
        other.join(f"{k:05x}{blank}b" for k in range(n))
    ]


def rows_edited_densely(n: int) -> Lines:
    """Give rows of which most of what is not their number is edited."""
    return [f"{k:05} aa, b, c d e h" for k in range(n)], [f"{k:05} b, a, c f e i" for k in range(n)]


def short_gaps(n: int, letters: int) -> Lines:
    """Give one line a side of two signs drawn, with a heading that stayed at `n` places."""
    length = letters // n - len("This is the heading number 123 ")
    old, new = (
        [
            " ".join(
                f"This is the heading number {k} {of(',;', length, seed=s + k)}" for k in range(n)
            )
        ]
        for s in (1_000, 2_000)
    )
    return old, new


def signs_slide(n: int) -> Lines:
    """Give lines of one sign, of which each has one less."""
    return [f"{'#' * 120}{k}" for k in range(n)], [f"{'#' * 119}{k}" for k in range(n)]


def tables_retyped(n: int) -> Lines:
    """Give rows of ten letters between tabs that became spaces, and one letter in five another."""
    chance = seeded(3)
    rows = [[chance.choice(LETTERS) for _ in range(10)] for _ in range(n)]
    others = [[chance.choice(LETTERS) if chance.random() < 0.2 else x for x in row] for row in rows]
    return ["\t".join(row) for row in rows], [" ".join(row) for row in others]


SIGNS = ".,;:!?-()'"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

CASES = (
    Case("1M words, 1 % of lines' words", "million", lambda: lines(MILLION, 0.01)),
    Case("1M words, 10 %", "million", lambda: lines(MILLION, 0.1)),
    Case("1M words, 50 %", "million", lambda: lines(MILLION, 0.5)),
    Case("1M words, one paragraph, 0.1 %", "million", lambda: one_line(MILLION, 0.001)),
    Case("1M words, one paragraph, 10 %", "million", lambda: one_line(MILLION, 0.1)),
    Case("1M words, identical", "million", lambda: (paragraphs(words(MILLION)),) * 2),
    Case("1M words, two edits far apart", "million", far_edits),
    Case(
        "1M words, unrelated",
        "million",
        lambda: (paragraphs(words(MILLION, 1)), paragraphs(words(MILLION, 2))),
    ),
    Case("1M words, paragraphs shuffled", "million", lambda: shuffled_lines(MILLION)),
    Case("100k words, one paragraph, 1 %", "megabyte", lambda: one_line(100_000, 0.01)),
    Case("100k words, one paragraph, 10 %", "megabyte", lambda: one_line(100_000, 0.1)),
    Case(
        "100k words, unrelated",
        "megabyte",
        lambda: (paragraphs(words(100_000, 1)), paragraphs(words(100_000, 2))),
    ),
    Case(
        "100k words, none shared",
        "megabyte",
        lambda: (["one two three " * 33_000], ["four five six " * 33_000]),
    ),
    Case(
        "100k words, reversed",
        "megabyte",
        lambda: ([" ".join(words(100_000))], [" ".join(words(100_000)[::-1])]),
    ),
    Case(
        "one word, 200k against 240k",
        "megabyte",
        lambda: (["word " * 200_000], ["word " * 240_000]),
    ),
    Case("two words drawn, 300k", "megabyte", lambda: halves(lambda k: of("ab", 300_000, " ", k))),
    Case("two words in turn, 500k", "megabyte", lambda: (["a b " * 250_000], ["b a " * 250_000])),
    Case("63k words of two kinds", "megabyte", lambda: halves(lambda k: of("ab", 63_000, " ", k))),
    Case("5,000 paragraphs shuffled", "megabyte", lambda: shuffled_lines(160_000)),
    Case("3,600 runs of words shuffled", "megabyte", lambda: without_sentences(3_600)),
    Case("signs in turn, 1 MB", "megabyte", lambda: ([".," * (MB // 2)], [",." * (MB // 2)])),
    Case("signs drawn, 1 MB", "megabyte", lambda: halves(lambda k: of(SIGNS, MB, "", k))),
    Case(
        "signs, 1 % changed, 1 MB",
        "megabyte",
        lambda: ([of(SIGNS, MB)], [struck(of(SIGNS, MB), 0.01)]),
    ),
    Case(
        "one-letter words drawn, 1 MB",
        "megabyte",
        lambda: halves(lambda k: of(LETTERS, MB // 2, " ", k)),
    ),
    Case("Han letters drawn, 1 MB", "megabyte", lambda: halves(lambda k: han(333_000, k))),
    Case(
        "Han letters, 5 % changed, 1 MB",
        "megabyte",
        lambda: ([han(333_000, 1)], [struck(han(333_000, 1), 0.05)]),
    ),
    Case("no blank, 1 MB", "megabyte", lambda: (["x" * MB], ["x" * (MB - 1) + "y"])),
    Case("binary rubbish, 1 MB", "megabyte", lambda: halves(lambda k: binary(MB // 2, k))),
    Case(
        "emoji alone, 1 MB",
        "megabyte",
        lambda: halves(lambda k: of("😀😁😂🤣😃😄😅😆", MB // 4, "", k)),
    ),
    Case(
        "combining marks, 1 MB",
        "megabyte",
        lambda: (["a" + "\u0301" * (MB // 2)], ["a" + "\u0301" * (MB // 2 - 1)]),
    ),
    Case(
        "joiners, 1 MB",
        "megabyte",
        lambda: (["\u200d".join("👩" * 140_000)], ["\u200d".join("👩" * 139_999)]),
    ),
    Case(
        "NUL and right-to-left marks, 1 MB",
        "megabyte",
        lambda: halves(lambda k: of("aא \x00\u200f\u202e", MB // 4, "", k)),
    ),
    Case(
        "curly against straight quotes, 1 MB",
        "megabyte",
        lambda: (["“word” " * 100_000], ['"word" ' * 100_000]),
    ),
    Case("200k empty blocks", "megabyte", lambda: ([""] * 200_000, [""] * 200_001)),
    Case(
        "100k equal lines, one new",
        "megabyte",
        lambda: (
            ["Read more"] * 100_000,
            [*["Read more"] * 50_000, "Read less", *["Read more"] * 50_000],
        ),
    ),
    Case(
        "lines that differ in blanks alone",
        "megabyte",
        lambda: (["a b c d e f"] * 80_000, ["a b  c d e f"] * 80_000),
    ),
    Case("1 MB of a word, other blanks", "megabyte", lambda: other_blanks("ab")),
    Case("1 MB of a letter, other blanks", "megabyte", lambda: other_blanks("a")),
    Case(
        "double spaces, a third of words changed",
        "megabyte",
        lambda: double_spaces(120_000, 1 / 3),
    ),
    Case(
        "250k empty blocks, every second filled",
        "megabyte",
        lambda: ([""] * 250_000, ["", "x"] * 125_000),
    ),
    Case(
        "500k one-letter lines in turn",
        "megabyte",
        lambda: (["x", "y"] * 250_000, ["y", "x"] * 250_000),
    ),
    Case(
        "500k one-letter lines drawn",
        "megabyte",
        lambda: (short_lines(500_000, 1), short_lines(500_000, 1, seed=2)),
    ),
    Case("333k two-letter lines shuffled", "megabyte", lambda: short_lines_shuffled(333_000, 2)),
    Case("200k four-letter lines shuffled", "megabyte", lambda: short_lines_shuffled(200_000, 4)),
    Case("49k lines of 20 letters shuffled", "megabyte", lambda: short_lines_shuffled(49_000, 20)),
    Case("170k repeated lines shuffled", "megabyte", lambda: repeated_lines_shuffled(170_000)),
    Case("two words drawn, in 11 parts", "megabyte", lambda: parts_of_two_words(11)),
    Case("two words drawn, in 50 parts", "megabyte", lambda: parts_of_two_words(50)),
    Case("a line among 25k pairs reversed", "megabyte", lambda: pairs_reversed(24_900, 200_000)),
    Case("9,000 lines made one paragraph", "megabyte", lambda: lines_joined(9_000)),
    Case(
        "10 paragraphs of the same 1,200 runs",
        "megabyte",
        lambda: in_another_order(10, 9_600, 8),
    ),
    Case(
        "3 paragraphs of the same 2,000 runs",
        "megabyte",
        lambda: in_another_order(3, 32_000, 16),
    ),
    Case("125k rows, all edited", "megabyte", lambda: every_row_edited(125_000)),
    Case("47k rows, edited densely", "megabyte", lambda: rows_edited_densely(47_000)),
    Case("480 short gaps of two signs", "megabyte", lambda: short_gaps(480, 1_000_000)),
    Case("8,000 lines of a sign, one less", "megabyte", lambda: signs_slide(8_000)),
    Case("49k rows of tabs made spaces", "megabyte", lambda: tables_retyped(49_000)),
    Case(
        "every second of 250k words edited",
        "megabyte",
        lambda: every_second_word(125_000, " ", " "),
    ),
    Case("the same, and all blanks", "megabyte", lambda: every_second_word(125_000, "\t", " ")),
    Case("table of 30k rows, one out", "megabyte", lambda: table(30_000)),
    Case("boiler-plate between 25k stories", "megabyte", lambda: boilerplate(25_000)),
    Case("one line of 5 MB, 1 %", "large", lambda: one_line(700_000, 0.01)),
)

QUICK = (
    "1M words, 1 % of lines' words",
    "100k words, unrelated",
    "signs in turn, 1 MB",
    "one-letter words drawn, 1 MB",
    "Han letters drawn, 1 MB",
)


def blocks(found: list[str]) -> Document:
    """Make a document of every line as it is, empty ones too."""
    return Document(extractor="bench", blocks=tuple(Block("paragraph", line) for line in found))


def compare(*, quick: bool) -> list[Report]:
    report = Report(
        "Hostile inputs, ours: CPU s and MB beyond the documents",
        ("", "CPU s", "MB", "changed", "hunks"),
        first_width=40,
    )
    report.start()
    for case in CASES:
        if quick and case.name not in QUICK:
            continue
        old, new = map(blocks, case.make())
        found = isolated(OURS, Pair(case.name, old, new), LIMIT_S, counts=case.group != "million")
        if found is None or found is FAILED:
            report.row(case.name, shown(found, LIMIT_S), "-", "-", "-")
            report.ask(Ask(case.name, float("inf"), most=MEGABYTE_S, unit=" s"))
            continue
        seconds = found.ms / 1_000
        counts = ("-" if n is None else str(n) for n in (found.changed, found.hunks))
        report.row(case.name, f"{seconds:.2f}", f"{found.mb:.0f}", *counts)
        most = MEGABYTE_S if case.group == "megabyte" else MILLION_S
        report.ask(Ask(case.name, seconds, most=most, unit=" s"))
        if case.group != "megabyte":
            report.ask(Ask(f"{case.name}, memory", found.mb, most=MILLION_MB, unit=" MB"))
    return [report]
