"""Text that was deleted, and is known again when it comes back: by the words around each word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, Literal, NamedTuple

from archiver.diff.tokens import BREAK
from archiver.model import FieldName

GRAM_WORDS: Final = 7
"""Words and signs in a row by which deleted text is known again.

Five make stock phrases ("the prime minister said that") come back that never went; with nine, a
word that was put back in the middle of a short sentence is missed. A whole block or field of
fewer is known by all its words.
"""

UNKNOWN: Final = 0
"""The origin of a token that none has been found for yet; versions are numbered from 1."""

Where = FieldName | Literal["body"]
Gram = tuple[str, ...]


class Part(NamedTuple):
    """A stretch of text that came with one version."""

    came: int
    text: str


class Removal(NamedTuple):
    """A stretch that version `went` no longer had, and none has had again since.

    It stood in field or block `place` of the version before; the texts of `parts` joined are the
    stretch, with the blanks around it stripped.
    """

    field: Where
    place: int
    went: int
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Text:
    """One text of a version while its origins are found out. `stays` is of an old text."""

    where: Where
    place: int
    tokens: list[str]
    origins: list[int]
    stays: list[bool]

    @property
    def inked(self) -> list[int]:
        """Give the places of the tokens that are not blank."""
        return [place for place, token in enumerate(self.tokens) if not token.isspace()]


class Lost(NamedTuple):
    """An old text of which something went: `gone` is true where it went and is not back.

    `place_in_past` is its place in `Past.lost`.
    """

    place_in_past: int
    where: Where
    place: int
    went: int
    tokens: list[str]
    origins: list[int]
    inked: list[int]
    gone: list[bool]


@dataclass(slots=True)
class Past:
    """All that was lost so far, in the order it went, and by its grams.

    `flips` are all tokens whose `gone` changed since, in order: a text and a place in it.
    """

    lost: list[Lost] = field(default_factory=list)
    grams: dict[Gram, tuple[Lost, int]] = field(default_factory=dict)
    flips: list[tuple[Lost, int]] = field(default_factory=list)

    def mark(self) -> "Mark":
        return Mark(len(self.lost), len(self.flips))

    def flip(self, lost: Lost, place: int) -> None:
        lost.gone[place] = not lost.gone[place]
        self.flips.append((lost, place))


class Mark(NamedTuple):
    """How far a past had come: how many texts were lost, and how many tokens flipped."""

    lost_n: int
    flips_n: int


def _grams(where: Where, words: Sequence[str]) -> Iterator[tuple[int, Gram]]:
    """Give each run of `GRAM_WORDS` with its start; of a shorter text, the text with its name."""
    if len(words) >= GRAM_WORDS:
        for start in range(len(words) - GRAM_WORDS + 1):
            yield start, tuple(words[start : start + GRAM_WORDS])
    elif words:
        yield 0, (f"{BREAK}{where}", *words)  # no word begins with a break


def lose(past: Past, text: Text, number: int) -> None:
    """Remember what of an old text went, by the grams it stood in; the last loss counts."""
    inked = text.inked
    if all(text.stays[place] for place in inked):
        return
    gone = [not stays for stays in text.stays]
    place_in_past = len(past.lost)
    lost = Lost(
        place_in_past, text.where, text.place, number, text.tokens, text.origins, inked, gone
    )
    past.lost.append(lost)
    for start, gram in _grams(text.where, [text.tokens[place] for place in inked]):
        if any(gone[place] for place in inked[start : start + GRAM_WORDS]):
            past.grams[gram] = lost, start


def find(past: Past, text: Text) -> None:
    """Give what came its first origin where it, with the words around it, was lost before."""
    inked = text.inked
    fresh = [text.origins[place] == UNKNOWN for place in inked]
    if not any(fresh):
        return
    for start, gram in _grams(text.where, [text.tokens[place] for place in inked]):
        if not any(fresh[start : start + GRAM_WORDS]) or gram not in past.grams:
            continue
        lost, first = past.grams[gram]
        for k in range(start, min(start + GRAM_WORDS, len(inked))):
            if fresh[k]:
                place = lost.inked[first + k - start]
                known = text.origins[inked[k]]
                origin = lost.origins[place]
                text.origins[inked[k]] = min(known, origin) if known else origin
                if lost.gone[place]:
                    past.flip(lost, place)


def revert(past: Past, mark: Mark, start: Mark, number: int) -> None:
    """Let version `number`, which ended at `mark`, stand again: what it had is gone no longer.

    `start` is where the step to it began. What it had not, but versions between the two had again,
    stays gone, with the last of them. Takes time in what was lost since.
    """
    for lost, place in past.flips[start.flips_n :]:
        past.flip(lost, place)
    flips_n = Counter(
        (lost.place_in_past, place)
        for lost, place in past.flips[mark.flips_n : start.flips_n]
        if lost.place_in_past < mark.lost_n
    )
    back = Counter(
        (past.lost[at].origins[place], past.lost[at].tokens[place])
        for (at, place), n in flips_n.items()
        if n % 2 and not past.lost[at].gone[place]
    )
    for lost in reversed(past.lost[mark.lost_n :]):
        for place in lost.inked:
            known = lost.origins[place], lost.tokens[place]
            if not lost.gone[place] or known[0] > number:
                continue
            if back[known] > 0:
                back[known] -= 1
            else:
                past.flip(lost, place)


def removals(lost: Lost) -> Iterator[Removal]:
    """Give each stretch of `lost` that is still gone, parted by origin."""
    ends = [place for place in lost.inked if not lost.gone[place]]
    start = 0
    for end in (*ends, len(lost.tokens)):
        found = _stripped(lost, start, end)
        if found:
            yield Removal(lost.where, lost.place, lost.went, found)
        start = end + 1


def _stripped(lost: Lost, start: int, end: int) -> tuple[Part, ...]:
    inked = [place for place in range(start, end) if not lost.tokens[place].isspace()]
    if not inked:
        return ()
    places = range(inked[0], inked[-1] + 1)
    return tuple(
        Part(origin, "".join(lost.tokens[place] for place in run))
        for origin, run in groupby(places, key=lost.origins.__getitem__)
    )
