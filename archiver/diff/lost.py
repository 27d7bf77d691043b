"""Text that was deleted, and is known again when it comes back: by the words around each word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, Literal, NamedTuple

from archiver.diff.lcs import lcs_runs
from archiver.diff.tokens import BREAK
from archiver.model import FieldName

GRAM_WORDS: Final = 7
"""Words and signs in a row by which deleted text is known again.

Five make stock phrases ("the prime minister said that") come back that never went; with nine, a
word that was put back in the middle of a short sentence is missed. A whole block or field of
fewer is known by all its words.
"""

LONGER: Final = 50
ANY_WORDS: Final = 200
"""What was edited is found among `ANY_WORDS` that were lost, and `LONGER` times as many as came."""

EDITED_WORDS: Final = 2
"""The same in a row where a text that is back was edited: one alone may be any word."""

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


Back = dict[int, tuple[Lost, int]]
"""Of words of a text, by place: which text they were lost with, and which word of it they are."""


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


def restore_origins(past: Past, text: Text) -> None:
    """Give what came its first origin where it, with the words around it, was lost before."""
    inked = text.inked
    fresh = [text.origins[place] == UNKNOWN for place in inked]
    if not any(fresh):
        return
    words = [text.tokens[place] for place in inked]
    back: Back = {}
    for start, gram in _grams(text.where, words):
        if not any(fresh[start : start + GRAM_WORDS]) or gram not in past.grams:
            continue
        lost, first = past.grams[gram]
        for k in range(start, min(start + GRAM_WORDS, len(inked))):
            back[k] = lost, first + k - start
            if fresh[k]:
                _give_origin(past, text, inked[k], lost, first + k - start)
    if back:
        for k, (lost, word) in _edited(words, fresh, back):
            _give_origin(past, text, inked[k], lost, word)


def _give_origin(past: Past, text: Text, place: int, lost: Lost, word: int) -> None:
    """Let the token at `place` of `text` be word `word` of `lost`, which is back."""
    was = lost.inked[word]
    known, origin = text.origins[place], lost.origins[was]
    text.origins[place] = min(known, origin) if known else origin
    if lost.gone[was]:
        past.flip(lost, was)


def _edited(
    words: Sequence[str], fresh: Sequence[bool], back: Back
) -> Iterator[tuple[int, tuple[Lost, int]]]:
    """Give what else is back of texts that were edited meanwhile, as `back` says it of words.

    Between two stretches of one text that are back, and at its ends, stands what was edited; words
    of it are too few in a row to be known by themselves.
    """
    unknown = [k for k, is_fresh in enumerate(fresh) if is_fresh and k not in back]
    for _, run in groupby(enumerate(unknown), key=lambda one: one[1] - one[0]):
        places = [k for _, k in run]
        start, end = places[0], places[-1] + 1
        left, right = back.get(start - 1), back.get(end)
        beside = left or right
        if beside is None or (left is None and start) or (right is None and end < len(words)):
            continue
        lost, _ = beside
        if left and right and left[0] is not right[0]:
            continue
        first, last = left[1] + 1 if left else 0, right[1] if right else len(lost.inked)
        if last - first > LONGER * (end - start) + ANY_WORDS:
            continue  # The same could be asked of each of thousands of short stretches.
        were = [lost.tokens[place] for place in lost.inked[first:last]]
        for i, j, n in lcs_runs(words[start:end], were):
            if n >= EDITED_WORDS:
                yield from ((start + i + k, (lost, first + j + k)) for k in range(n))


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
