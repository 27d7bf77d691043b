"""What one side alone has, where it is long enough to move: whole blocks, and parts of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, chain
from typing import NamedTuple

from archiver.diff.cuts import Memory
from archiver.diff.sentences import is_ended
from archiver.diff.tokens import known_words, word_places
from archiver.model import Block, BlockEdit

MOVE_WORDS = 8
"""Words that must be the same: fewer ("Read more") come and go by themselves."""

MOVE_LETTERS = 20
"""Letters they must have: in a script without spaces each is a word, and eight are no sentence."""

SEED_WORDS = 4
"""Words in a row by which a stretch is found again, and the least between two edits in it."""

SHARED_RUN = re.compile(b"\x01{%d,}" % SEED_WORDS)
"""Such a run, in words that are 1 where the other side has them too, else 0."""

SENTENCE_WORDS = 3
"""Words of a whole sentence that must be the same: it says more than as many anywhere."""

SENTENCE_LETTERS = 6
"""Letters they must have: "I do so." comes and goes by itself."""

ALONE_LETTERS = 12
"""Those of a sentence that is a paragraph: a line such as "Read more here." comes and goes."""

LEAST_TOKENS = SENTENCE_WORDS * 2
"""Tokens of what is looked at inside of blocks: such a sentence with its blanks and its sign."""

SPREAD = 16
"""Words in a row that stand in more places than this find none of them: it bounds the time."""

Gram = tuple[str, ...]

Spans = tuple[tuple[int, ...], list[tuple[int, int]]]
"""(blocks, spans): tokens [start:end] of some blocks joined, for each of `spans`."""


class Alone(NamedTuple):
    """What one side alone has: blocks that are `whole`, and spans `inside` of others."""

    whole: list[int]
    inside: list[Spans]


class Stretch(NamedTuple):
    """Tokens [start:end] of `block`, and those of them that are words.

    `tokens` are all of the block. They are not known yet, nor is `end` where it came or went as a
    whole: most stretches are like no other, as their words show.
    """

    block: int
    text: str
    is_whole: bool
    words: list[str]
    start: int = 0
    end: int = 0
    tokens: Sequence[str] = ()

    def cut(self, memory: Memory) -> "Stretch":
        """Give it with its tokens."""
        found = memory.tokens(self.text)
        return self._replace(tokens=found, end=len(found) if self.is_whole else self.end)

    def places(self) -> list[int]:
        """Give where the words are among the tokens."""
        return word_places(self.tokens, self.start, self.end)


class Common(NamedTuple):
    """What of `gone` is in `come` too, in part at least, and the `seeds` that say so."""

    gone: list[Stretch]
    come: list[Stretch]
    seeds: set[Gram]


def alone(edits: Iterable[BlockEdit]) -> tuple[Alone, Alone]:
    """Give what the old side alone has, and the new."""
    gone, come = Alone([], []), Alone([], [])
    for old, new, _, inner in edits:
        if not new:
            gone.whole.append(old[0])
        elif not old:
            come.whole.append(new[0])
        else:
            was = [
                (i1, i2)
                for tag, i1, i2, _, _ in inner
                if i2 - i1 >= LEAST_TOKENS and tag != "equal"
            ]
            now = [
                (j1, j2)
                for tag, _, _, j1, j2 in inner
                if j2 - j1 >= LEAST_TOKENS and tag != "equal"
            ]
            if was:
                gone.inside.append((old, was))
            if now:
                come.inside.append((new, now))
    return gone, come


def stretches(found: Alone, blocks: Sequence[Block], memory: Memory) -> Iterator[Stretch]:
    """Give what is long enough to move by itself, each within one block."""
    for block in found.whole:
        text = blocks[block].text
        if len(text) >= MOVE_LETTERS and is_long(words := only_words(memory.words(text))):
            yield Stretch(block, text, True, words)
    for block, text, start, end in inside(found, blocks, memory):
        if end - start >= MOVE_WORDS:
            cut = memory.cut(text)
            among = cut.words[cut.words_before(start) : cut.words_before(end)]
            if is_long(words := only_words(among)):
                yield Stretch(block, text, False, words, start, end)


def inside(
    found: Alone, blocks: Sequence[Block], memory: Memory
) -> Iterator[tuple[int, str, int, int]]:
    """Give (block, text, start, end): tokens [start:end] of each block that stays in part."""
    for own, spans in found.inside:
        texts = [blocks[block].text for block in own]
        lengths = [memory.cut(text).tokens_n for text in texts]
        starts = list(accumulate([n + 1 for n in lengths], initial=0))
        for start, end in spans:
            for place in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
                first = starts[place]
                low, high = max(start - first, 0), min(end - first, lengths[place])
                if high - low >= LEAST_TOKENS:
                    yield own[place], texts[place], low, high


def in_common(gone: Sequence[Stretch], come: Sequence[Stretch]) -> Common:
    """Leave out what has no seed on the other side."""
    come_runs = _shared_runs(come, set(chain.from_iterable([one.words for one in gone])))
    gone_runs = _shared_runs(gone, set(chain.from_iterable([words for _, words in come_runs])))
    seeds = _seeds(gone_runs) & _seeds(come_runs)
    if not seeds:
        return Common([], [], seeds)
    return Common(_holding(gone, gone_runs, seeds), _holding(come, come_runs, seeds), seeds)


def _shared_runs(found: Sequence[Stretch], others: Set[str]) -> list[tuple[int, list[str]]]:
    """Give the runs of words that are all among `others`, long enough for a seed, by stretch.

    A quick look that leaves out most words: four in a row that the other side has too are rare.
    """
    if not others:
        return []
    words, starts = joined_words(found)
    return [
        (bisect_right(starts, run.start()) - 1, words[run.start() : run.end()])
        for run in SHARED_RUN.finditer(bytes(map(others.__contains__, words)))
    ]


def joined_words(found: Iterable[Stretch]) -> tuple[list[str], list[int]]:
    """Give the words of all stretches, "" behind each, and where each begins among them."""
    words: list[str] = []
    starts: list[int] = []
    for one in found:
        starts.append(len(words))
        words += one.words
        words.append("")
    return words, starts


def _seeds(runs: Iterable[tuple[int, list[str]]]) -> set[Gram]:
    seeds: set[Gram] = set()
    for _, words in runs:
        seeds.update(grams(words, SEED_WORDS))
    return seeds


def _holding(
    found: Iterable[Stretch], runs: Iterable[tuple[int, list[str]]], seeds: Set[Gram]
) -> list[Stretch]:
    """Give what holds one of `seeds`."""
    holders = {k for k, words in runs if not seeds.isdisjoint(grams(words, SEED_WORDS))}
    return [one for k, one in enumerate(found) if k in holders]


def grams(words: Sequence[str], n: int) -> Iterable[Gram]:
    """Give each `n` words in a row.

    >>> list(grams(["so", "it", "goes", "on", "and"], 4))
    [('so', 'it', 'goes', 'on'), ('it', 'goes', 'on', 'and')]
    """
    return zip(*(words[k:] for k in range(n)), strict=False)


def are_long(texts: Iterable[str], memory: Memory) -> bool:
    """Say whether some texts are long enough together."""
    words: list[str] = []
    for text in texts:
        words += only_words(memory.words(text))
        if is_long(words):
            return True
    return False


def is_long(words: Sequence[str]) -> bool:
    """Say whether so many words, if they are the same elsewhere, are a text that moved."""
    return len(words) >= MOVE_WORDS and sum(map(len, words)) >= MOVE_LETTERS


def is_sentence(words: Sequence[str], least: int = SENTENCE_LETTERS) -> bool:
    """Say whether the words and signs of a whole sentence are enough to know it again.

    >>> is_sentence(["It", "cost", "$", "5", "."]), is_sentence(["I", "do", "so", "."])
    (True, False)
    """
    if not is_ended(words, len(words)):
        return False
    found = only_words(words)
    return len(found) >= SENTENCE_WORDS and sum(map(len, found)) >= least


def only_words(found: Iterable[str]) -> list[str]:
    """Leave out signs and blanks."""
    return list(filter(known_words().__getitem__, found))
