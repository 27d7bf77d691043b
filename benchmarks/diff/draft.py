"""A text as traced words, to be edited: every word keeps its number wherever it goes."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from archiver.diff import is_word, tokens

SENTENCE_ENDS = frozenset(".!?")


class Word(NamedTuple):
    """One token that is not blank; `blank` says whether a space stands before it."""

    number: int
    text: str
    blank: bool


Sentence = list[Word]
Paragraph = list[Sentence]


@dataclass
class Draft:
    """A text being edited. `fresh` numbers what comes in, `donors` are sentences from elsewhere."""

    paragraphs: list[Paragraph]
    chance: random.Random
    donors: Sequence[Sentence]
    fresh: "count[int]"
    moved: frozenset[int] = frozenset()
    passed: frozenset[int] = frozenset()

    def new(self, words: Iterable[Word]) -> Sentence:
        return [Word(next(self.fresh), word.text, word.blank) for word in words]

    def donor(self) -> Sentence:
        return self.new(self.chance.choice(self.donors))

    def word(self, unlike: str) -> str:
        """Draw a word that is not `unlike`, from anywhere."""
        for _ in range(50):
            found = self.chance.choice(self.chance.choice(self.donors)).text
            if found.isalpha() and found.casefold() != unlike.casefold():
                return found
        return "otherwise"


def parsed(paragraphs: Sequence[str], numbers: "count[int]") -> list[Paragraph]:
    """Cut paragraphs into sentences of words. A sentence begins behind a stop and a blank."""
    found: list[Paragraph] = []
    for text in paragraphs:
        sentences: Paragraph = [[]]
        blank = True
        for piece in tokens(text):
            if piece.isspace():
                blank = True
                continue
            last = sentences[-1]
            if blank and last and last[-1].text in SENTENCE_ENDS and not piece[0].islower():
                sentences.append([])
            sentences[-1].append(Word(next(numbers), piece, blank))
            blank = False
        found.append(sentences)
    return found


def text_of(paragraph: Paragraph) -> str:
    return "".join(
        f" {word.text}" if word.blank else word.text for sentence in paragraph for word in sentence
    ).strip()


def words_n(words: Iterable[Word]) -> int:
    return sum(is_word(word.text) for word in words)
