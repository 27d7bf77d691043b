"""A text cut into words, with the blanks between them, and what is known of it while comparing.

Most blanks are single spaces, and between two words there is one blank or none. So a text is the
words that stand between two blanks, part by part, and only another blank than a space is written
down. Tokens themselves are seldom needed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from archiver.diff.tokens import BREAK, blanks_of, parts_between_blanks, solid_parts

MEMORY_LETTERS = 10_000_000
"""Letters of the texts that are remembered: two books."""

LONG_TEXT = 10_000
"""Letters of a text of which the blanks are looked at before its words.

Most texts need no look at their blanks. One with others than spaces is cut a second time then.
"""

SPACE = " "
TAB = "\t"
"""The blank that rows of a table are full of."""

Part = tuple[str, ...]

Known = tuple[list[str], Sequence[Part], Mapping[int, str] | None]
"""Words, parts and odd blanks, as a cut has them; None where blanks were not looked at yet."""


class Cut(NamedTuple):
    """A text as `words`: its tokens that are not blank, as they stand in `parts` between blanks.

    A text that begins or ends with a blank has an empty part there. `ends` gives for each part how
    many words there are up to its end. `odd` gives each blank that is no single space, by its
    number: blank k stands behind part k.
    """

    words: list[str]
    parts: Sequence[Part]
    ends: Sequence[int]
    odd: Mapping[int, str]

    @property
    def tokens_n(self) -> int:
        return len(self.words) + len(self.parts) - 1

    def blanks_before(self, word: int) -> int:
        """Count the blanks before `word`: with the words before, that is its place among tokens."""
        return bisect_right(self.ends, word)

    def words_before(self, token: int) -> int:
        """Count the words before `token`, a place among tokens: all that are not blanks."""
        ends = self.ends
        last = len(ends) - 1
        return token - bisect_left(range(last), token, key=lambda blank: ends[blank] + blank)


def blanks_known(text: str, parts: Sequence[Part] = ()) -> tuple[Sequence[Part], dict[int, str]]:
    """Give `parts` and `odd` of `text`, as a cut has them; `parts` are those between two spaces."""
    if text.isprintable() and "  " not in text:
        # As most: no blank but a space can be printed.
        return parts or solid_parts(text), {}
    odd = {k: blank for k, blank in enumerate(blanks_of(text)) if blank != SPACE}
    return (parts_between_blanks(text) if odd else parts or solid_parts(text)), odd


def cut_tokens(found: Sequence[str]) -> Cut:
    """Give as a cut what is in tokens already."""
    blanks = [place for place, token in enumerate(found) if token.isspace() and token != BREAK]
    parts = [
        tuple(found[before + 1 : place]) for before, place in pairwise((-1, *blanks, len(found)))
    ]
    odd = {k: found[place] for k, place in enumerate(blanks) if found[place] != SPACE}
    words = list(chain.from_iterable(parts))
    return Cut(words, parts, list(accumulate(map(len, parts))), odd)


def joined_tokens(cut: Cut) -> list[str]:
    """Give all tokens of a text that was cut."""
    blanks = [(SPACE,)] * len(cut.parts)
    for k, blank in cut.odd.items():
        blanks[k] = (blank,)
    found = list(chain.from_iterable(chain.from_iterable(zip(cut.parts, blanks, strict=True))))
    # Behind the last part there is no blank.
    return found[:-1]


def joined_cuts(cuts: Sequence[Cut]) -> Cut:
    """Join texts by breaks."""
    if len(cuts) == 1:
        return cuts[0]
    parts: list[Part] = []
    odd: dict[int, str] = {}
    last: list[str] = []
    for place, one in enumerate(cuts):
        odd.update((k + len(parts), blank) for k, blank in one.odd.items())
        # The last part of a text and the first of the next one are one, with the break in it.
        if place:
            last.append(BREAK)
        last += one.parts[0]
        if len(one.parts) > 1:
            parts.append(tuple(last))
            parts += one.parts[1:-1]
            last = list(one.parts[-1])
    parts.append(tuple(last))
    words = list(chain.from_iterable(parts))
    return Cut(words, parts, list(accumulate(map(len, parts))), odd)


class Memory:
    """What is known of the texts of two documents while they are compared. Not to be changed."""

    def __init__(self) -> None:
        self._parts: dict[str, Known] = {}
        self._cuts: dict[str, Cut] = {}
        self._tokens: dict[str, list[str]] = {}
        self._letters_left = MEMORY_LETTERS

    def words(self, text: str) -> list[str]:
        """Give the tokens of `text` that are not blank."""
        return self._known_parts(text)[0]

    def words_of_all(self, texts: Iterable[str]) -> list[list[str]]:
        """Give `words` of each of `texts`: sooner, where there are many and some come again."""
        known, cut = self._parts, self._known_parts
        return [(known[text] if text in known else cut(text))[0] for text in texts]

    def cut(self, text: str) -> Cut:
        """Give `text` as words and blanks."""
        found = self._cuts.get(text)
        if found is None:
            words, parts, odd = self._known_parts(text)
            if odd is None:
                parts, odd = blanks_known(text, parts)
            found = Cut(words, parts, list(accumulate(map(len, parts))), odd)
            if text in self._parts:
                self._cuts[text] = found
        return found

    def tokens(self, text: str) -> list[str]:
        """Give all tokens of `text`."""
        found = self._tokens.get(text)
        if found is None:
            found = joined_tokens(self.cut(text))
            if text in self._parts:
                self._tokens[text] = found
        return found

    def _known_parts(self, text: str) -> Known:
        known = self._parts.get(text)
        if known is None:
            odd: Mapping[int, str] | None = None
            if len(text) > LONG_TEXT or TAB in text:
                parts, odd = blanks_known(text)
            else:
                parts = solid_parts(text)
            known = list(chain.from_iterable(parts)), parts, odd
            if len(text) <= self._letters_left:
                self._letters_left -= len(text)
                self._parts[text] = known
        return known
