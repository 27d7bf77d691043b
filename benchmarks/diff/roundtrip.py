"""Both texts come back from a diff to the character: all revisions, and 100,000 made-up pairs."""

import random
import time
from itertools import pairwise
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver.diff import decode, diff, encode, new_text, old_text, pieces
from archiver.model import Block, Diff, Document, Sha256
from benchmarks.diff.asks import Ask
from benchmarks.diff.pairs import SOURCES, articles
from benchmarks.diff.report import Report

EXAMPLES, QUICK_EXAMPLES = 100_000, 1_000

ODD = (
    *("the", "of", "said", "don’t", "1,234.5", "$3.5bn", "U.S.", "Aug.1", "US-led", "“yes”"),
    *("国", "会", "カ", "ไทย", "ที่", "ខ្មែរ", "မြန်", "प्रधानमंत्री", "क्\u200dष", "대통령"),
    *("می\u200cخواهم", "مُحَمَّد", "שלום", "\u200f", "\u202e", "cafe\u0301", "\u0301", "ß", "½"),
    *("👨\u200d👩\u200d👧", "👍🏽", "🇩🇪", "🇫🇷🇬", "1\ufe0f\u20e3", "\u200d", "\ufeff", "\u00ad"),
    *(" ", "  ", "\r\n", "\r", "\t", "\u00a0", "\u2028", "\x85", "\x00", "\ud800", "\udfff"),
    *(".", ",", "...", "”", "’", "-", "—"),
)
"""Marks, joiners, right-to-left, NUL, line ends of all kinds, halves of characters."""

pieces_of_text = st.one_of(st.sampled_from(ODD), st.characters(codec=None, exclude_characters="\n"))
sentences = st.lists(st.sampled_from(ODD), min_size=10, max_size=16).map(" ".join)
lines = st.one_of(st.lists(pieces_of_text, max_size=8).map("".join), sentences)
texts = st.lists(lines, max_size=4)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document of anything, and the same edited, or another."""
    old = draw(texts)
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311, drawn by Hypothesis
    new = list(old)
    for _ in range(chance.randrange(4)):
        place = chance.randint(0, len(new))
        match chance.randrange(6):
            case 0:
                new.insert(place, draw(lines))
            case 1:
                del new[place : place + 1]
            case 2 if new:
                new.insert(place, new.pop(chance.randrange(len(new))))
            case 4 if new[place:]:
                half = len(new[place]) // 2
                new[place : place + 1] = [new[place][:half], new[place][half:]]
            case 3:
                new[place : place + 2] = ["".join(new[place : place + 2])]
            case _:
                new[place : place + 1] = [
                    line[: len(line) // 2] + chance.choice(ODD) + line[len(line) // 2 + 1 :]
                    for line in new[place : place + 1]
                ]
    return made(old), made(new if chance.random() < 0.9 else draw(texts))


def made(found: list[str]) -> Document:
    return Document(extractor="bench", blocks=tuple(Block("paragraph", line) for line in found))


def whole_diff(old: Document, new: Document) -> Diff:
    """Give the diff. Text with halves of characters has no digest: there, one of nothing."""
    try:
        return diff(old, new)
    except UnicodeEncodeError:
        with patch("archiver.diff.digest", return_value=Sha256("0" * 64)):
            return diff(old, new)


def comes_back(old: Document, new: Document) -> bool:
    """Say whether both texts come out of the diff, and the diff out of its stored form."""
    found = whole_diff(old, new)
    stored = decode(found.old, found.new, found.engine, found.tokeniser, encode(found))
    was: list[tuple[int, str]] = []
    now: list[str] = []
    for edit in stored.blocks:
        parts = pieces(edit, old, new)
        if edit.old:
            was.append((edit.old[0], old_text(parts)))
        if edit.new:
            now.append(new_text(parts))
    return [text for _, text in sorted(was)] == joined(old, found, of_new=False) and (
        now == joined(new, found, of_new=True)
    )


def joined(document: Document, found: Diff, *, of_new: bool) -> list[str]:
    """Give the texts that each edit of `found` must give, in the order of the document."""
    places = sorted(edit.new if of_new else edit.old for edit in found.blocks)
    if [place for some in places for place in some] != list(range(len(document.blocks))):
        return ["some block is in no edit, or in two"]
    return ["\n".join(document.blocks[place].text for place in some) for some in places if some]


def failures_of_revisions() -> tuple[int, int]:
    """Give how many pairs of all revisions did not come back, and how many there are."""
    failed = n = 0
    for versions in articles(SOURCES):
        for old, new in (*pairwise(versions), (versions[0], versions[-1])):
            failed += not comes_back(old, new)
            n += 1
    return failed, n


def failures_of_made_up(examples: int) -> int:
    """Give how many of `examples` pairs did not come back; Hypothesis stops at the first."""
    seen = 0

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(pairs())
    def every_pair_comes_back(pair: tuple[Document, Document]) -> None:
        nonlocal seen
        seen += 1
        if not comes_back(*pair):
            raise AssertionError(pair)

    try:
        every_pair_comes_back()
    except AssertionError as error:
        print(f"  does not come back: {error}")
        return 1
    return max(examples - seen, 0)


def compare(*, quick: bool) -> list[Report]:
    report = Report("Both sides come back to the character", ("", "pairs", "failed", "s"))
    report.start()
    for name, check in (
        ("revisions", failures_of_revisions),
        ("made up", lambda: _made_up(quick=quick)),
    ):
        start = time.process_time()
        failed, n = check()
        took = time.process_time() - start
        report.row(name, f"{n:,}", str(failed), f"{took:.0f}")
        report.ask(Ask(f"{name}: pairs of {n:,} that do not come back", failed, most=0))
    return [report]


def _made_up(*, quick: bool) -> tuple[int, int]:
    examples = QUICK_EXAMPLES if quick else EXAMPLES
    return failures_of_made_up(examples), examples
