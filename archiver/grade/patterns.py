"""Many words as one: a list of them, a pattern for any of them, a vocabulary to ask for one."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

Words = frozenset[str]


def words(text: str) -> Words:
    """Read words parted by blanks."""
    return frozenset(text.split())


def one_of(found: Iterable[str]) -> str:
    """Give a pattern for the longest of `found` that fits; one that never fits for no words.

    Written letter by letter: of a hundred words, an engine that reads alternatives one after the
    other then tries only those that begin as the text does.

    >>> one_of(["tens", "ten", "two"])
    't(?:en(?:s)?|wo)'
    """
    known = sorted(set(found))
    return _tree(known) if known else NEVER


NEVER: Final = "(?!)"
"""A pattern that fits nothing."""


def _tree(found: Sequence[str]) -> str:
    """Write the sorted words `found`; an empty one among them may end here."""
    parts = [
        re.escape(letter) + _tree([word[1:] for word in group])
        for letter, group in groupby(filter(None, found), key=itemgetter(0))
    ]
    if not parts:
        return ""
    if not found[0]:
        return f"(?:{'|'.join(parts)})?"
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


class Vocabulary(NamedTuple):
    """What a kind of thing may be written with, to tell quickly where none can be.

    `joined` is found in words that hold one of them, written in one with something else.
    """

    words: Words
    joined: re.Pattern[str] | None = None

    def has(self, token: str) -> bool:
        """Say whether `token` may be of it: a figure, a word of it, its plural or possessive."""
        if token[0].isdigit() or token[-1].isdigit():
            return True
        lower = token.lower()
        if lower in self.words:
            return True
        if lower[-1] == "s" and lower[:-1].rstrip("'’") in self.words:
            return True
        return self.joined is not None and self.joined.search(lower) is not None
