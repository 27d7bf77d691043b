"""Whether a note seems to speak of a change: a guess, kept cautious."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from archiver.diff import is_word, tokens
from archiver.grade.items import touched
from archiver.grade.lexicon import lexicon
from archiver.grade.passages import Passage
from archiver.grade.sides import Side
from archiver.model import CLAIMED_DATES

CONTENT_WORDS: Final = 2
"""Words of its own that a change must share with a note where no number, date or name does."""

WORD_LETTERS: Final = 4
"""Letters a word has at least to be one of content; fewer are mostly small words."""


class Mentions:
    """What some notes name: their words, numbers and dates."""

    def __init__(self, notes: Sequence[str], language: str) -> None:
        self._sides = [Side(text=note, language=language) for note in notes]
        self._small = lexicon(language).small_words
        self._words = {word.lower() for note in notes for word in tokens(note) if is_word(word)}

    def tell_of(self, passage: Passage) -> bool:
        """Say whether a note names a number, date or name of a change, or two of its words."""
        if not self._sides or passage.change.kind in {"move", "split", "merge"}:
            return False
        if passage.change.field in CLAIMED_DATES:
            return False
        if not self._keys.isdisjoint(_own_keys(passage)):
            return True
        was, now = self._content(passage.old_tokens), self._content(passage.new_tokens)
        return len((was ^ now) & self._words) >= CONTENT_WORDS

    @cached_property
    def _keys(self) -> set[str]:
        """What their numbers, dates and names say."""
        return {
            item.key for side in self._sides for item in (*side.numbers, *side.dates, *side.names)
        }

    def _content(self, found: Iterable[str]) -> set[str]:
        words = (word.lower() for word in found if len(word) >= WORD_LETTERS and is_word(word))
        return {word for word in words if word not in self._small}


def _own_keys(passage: Passage) -> set[str]:
    """Give the numbers, dates and names that stand on one side of the change alone."""
    was, now = (
        {
            item.key
            for items in (side.numbers, side.dates, side.names)
            for item in touched(items, span)
            if not item.fresh and span.start < span.end
        }
        for side, span in ((passage.old, passage.was), (passage.new, passage.now))
    )
    return was ^ now
