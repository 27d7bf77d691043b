"""Edits whose truth is known: real prose changed as editors change it, each word traced.

A text is paragraphs of sentences of traced words. Every word of the old text has a number, which
it keeps wherever it goes; a word that comes in gets a new one. Where a stretch moved past another,
nobody can say which of the two moved: both readings are true, and the one nearer counts.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from benchmarks.diff.alignment import Alignment
from benchmarks.diff.draft import Draft, Paragraph, Sentence, parsed, text_of, words_n
from benchmarks.diff.edits import EDITS, MOVE_WORDS, MOVES
from benchmarks.diff.pairs import Pair, document, folders, read

SOURCES = ("govuk-news", "digitalgov", "github-site-policy", "ota-demo")
"""English prose; the others are laws, or not in a script with spaces."""

TRIES = 20

PARAGRAPHS = 40
"""Of a long text, so many from a place drawn by chance."""


@dataclass(frozen=True)
class Truth:
    """A pair, and what is true of it: one reading, or two where something moved."""

    pair: Pair
    readings: tuple[Alignment, ...]
    kinds: tuple[str, ...]


def made(paragraphs: Sequence[str], donors: Sequence[Sentence], seed: int) -> Truth | None:
    """Edit a text one to eight times; None where chance brought no edit, or an unclear one.

    At most one edit moves something. The truth is not clear where two words that came to stand
    side by side would be cut into other tokens, or where a sentence stands twice: which of them
    went where, no text tells.
    """
    chance = random.Random(seed)  # noqa: S311, the same edits in every run
    numbers = count()
    drafted = parsed(paragraphs, numbers)
    # Edits change sentences in place: the old text needs its own.
    old = [[sentence[:] for sentence in paragraph] for paragraph in drafted]
    own = {said(sentence) for paragraph in old for sentence in paragraph}
    others = [sentence for sentence in donors if said(sentence) not in own]
    draft = Draft(drafted, chance, others, numbers)
    kinds: list[str] = []
    for _ in range(chance.randint(1, 8)):
        kind = chance.choice(tuple(EDITS))
        if kind in MOVES and draft.moved:
            continue
        # Chance may draw a place that the edit cannot be made at.
        if any(EDITS[kind](draft) for _ in range(TRIES)):
            kinds.append(kind)
        draft.paragraphs = [
            kept for one in draft.paragraphs if (kept := [sentence for sentence in one if sentence])
        ]
    pair = Pair(
        f"truth {seed}", document(map(text_of, old)), document(map(text_of, draft.paragraphs))
    )
    if (
        pair.old == pair.new
        or _has_twin(old)
        or any(
            flat(side) != words
            for side, words in zip((old, draft.paragraphs), pair.words, strict=True)
        )
    ):
        return None
    return Truth(pair, _readings(_places(old), _places(draft.paragraphs), draft), tuple(kinds))


def flat(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Give the words with a break between paragraphs, as `Pair.words` has them."""
    found: list[str] = []
    for paragraph in paragraphs:
        found += [word.text for sentence in paragraph for word in sentence]
        found.append("\n")
    return found[:-1]


def said(sentence: Sentence) -> str:
    """Give what a sentence says, however it stands."""
    return " ".join(word.text for word in sentence)


def _has_twin(paragraphs: Sequence[Paragraph]) -> bool:
    found = [
        said(sentence)
        for paragraph in paragraphs
        for sentence in paragraph
        if words_n(sentence) >= MOVE_WORDS
    ]
    return len(found) > len(set(found))


def _places(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Give for the number of each word its place, breaks counted."""
    found: dict[int, int] = {}
    place = 0
    for paragraph in paragraphs:
        for sentence in paragraph:
            for word in sentence:
                found[word.number] = place
                place += 1
        place += 1
    return found


def _readings(old: dict[int, int], new: dict[int, int], draft: Draft) -> tuple[Alignment, ...]:
    both = old.keys() & new.keys()
    return tuple(
        Alignment(
            frozenset((old[k], new[k]) for k in both if k not in moved),
            frozenset((old[k], new[k]) for k in both if k in moved),
        )
        for moved in ((draft.moved, draft.passed) if draft.moved else (draft.moved,))
    )


@cache
def prose() -> tuple[tuple[tuple[str, ...], ...], str]:
    """Give the paragraphs of real articles, the first version of each, and where they are from."""
    paths, where = [min(folder.iterdir()) for folder in folders(SOURCES)], "real revisions"
    if not paths:
        folder = Path(__file__).resolve().parents[2] / "snapshots"
        names = {".html", ".md", ".txt"}
        paths = sorted(path for path in folder.glob("*/*") if path.suffix in names)
        where = "snapshots/"
    return tuple(tuple(block.text for block in read(path).blocks) for path in paths), where


@cache
def donors() -> tuple[Sentence, ...]:
    """Give sentences of all articles, to put into others."""
    return tuple(
        sentence
        for paragraphs in prose()[0]
        for paragraph in parsed(paragraphs, count())
        for sentence in paragraph
        if MOVE_WORDS <= words_n(sentence) <= 40 and sentence[-1].text == "."
    )


def truths(n: int) -> list[Truth]:
    """Make `n` pairs, from every article in turn; the same in every run."""
    all_articles, _ = prose()
    found: list[Truth] = []
    for seed in range(20 * n):
        paragraphs = all_articles[seed % len(all_articles)]
        start = random.Random(seed).randint(0, max(len(paragraphs) - PARAGRAPHS, 0))  # noqa: S311
        truth = made(paragraphs[start : start + PARAGRAPHS], donors(), seed)
        if truth:
            found.append(truth)
        if len(found) == n:
            break
    return found
