"""Where the quotation marks of a text stand, and what stands between them."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, compress
from typing import Final, NamedTuple

from archiver.diff import is_word

CLOSERS: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}
CLOSERS_OF_SINGLES: Final = {"‘": "’", "‚": "‘’", "›": "‹"}
STRAIGHT: Final = '"'

DEPTH: Final = 64
"""Marks that stand open, one in the other, among which the one is looked for that a mark closes."""

DOUBLED: Final = frozenset("“”„«»「」『』")


class Quotes(NamedTuple):
    """`marks`: indexes of the tokens that are quotation marks; `held`: 1 for each between marks.

    Dashes of dialogue are marks too, and what is spoken behind them is held (`with_speech`).
    """

    marks: frozenset[int]
    held: bytes

    def inside_of(self, indexes: range) -> list[int]:
        """Give those of `indexes` that are between marks, in order."""
        return list(compress(indexes, self.held[indexes.start : indexes.stop]))

    def with_speech(self, dashes: Iterable[int], spoken: Iterable[range]) -> "Quotes":
        """Give these and the `dashes` of a dialogue, with the tokens that are `spoken`."""
        held = bytearray(self.held)
        for inside in spoken:
            held[inside.start : inside.stop] = b"\1" * len(inside)
        return Quotes(self.marks.union(dashes), bytes(held))


_MAY_QUOTE = re.compile(r"[\"“”„«»「」『』‹›‘‚]|(?:^|[\s(—–])'")


def may_quote(text: str) -> bool:
    """Say, soon, whether `text` may have quotation marks: apostrophes are none."""
    return bool(_MAY_QUOTE.search(text))


class _Open(NamedTuple):
    closers: str
    place: int


def quotes(tokens: Sequence[str]) -> Quotes:
    """Find the quotation marks among `tokens`, and the stretches they hold.

    An apostrophe is none: inside a word it is part of its token, and alone it counts only where a
    single mark stands open. A double mark that opens and is not closed holds to the end of its
    block, as where a quotation runs on over several paragraphs; one that only closes is a mark
    that holds nothing. A straight mark behind a figure is an inch.
    """
    marks: set[int] = set()
    inside: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for index, sign in enumerate(tokens):
        if sign == "\n":
            inside += _unclosed(stack, index)
            stack.clear()
            continue
        if sign not in SIGNS:
            continue
        near = range(len(stack) - 1, max(-1, len(stack) - 1 - DEPTH), -1)
        depth = next((n for n in near if sign in stack[n].closers), None)
        if depth is not None and not (sign == "'" and _opens_single(tokens, index)):
            inside.append((stack[depth].place + 1, index))
            marks |= {stack[depth].place, index}
            del stack[depth:]
        elif closers := _closers(tokens, index):
            stack.append(_Open(closers, index))
            if sign in DOUBLED:
                marks.add(index)
        elif sign in DOUBLED or (sign == STRAIGHT and not _is_inch(tokens, index)):
            marks.add(index)
    inside += _unclosed(stack, len(tokens))
    marks.update(one.place for one in stack if tokens[one.place] in '"“„«「『')
    return Quotes(frozenset(marks), _held(inside, len(tokens)))


def _held(inside: Iterable[tuple[int, int]], tokens_n: int) -> bytes:
    """Give a byte for each token: 1 where it is in one of the stretches `inside`."""
    steps = [0] * (tokens_n + 1)
    for first, end in inside:
        steps[first] += 1
        steps[end] -= 1
    return bytes(map(bool, accumulate(steps[:tokens_n])))


SIGNS: Final = frozenset("\"'“”„«»‹›‘’‚「」『』")


def _closers(tokens: Sequence[str], index: int) -> str:
    sign = tokens[index]
    if (
        sign == "»"
        and (index == 0 or not _is_blank(tokens[index - 1]))
        and not _opens_word(tokens, index)
    ):
        return ""
    if sign in CLOSERS:
        return CLOSERS[sign]
    if sign in CLOSERS_OF_SINGLES and _opens_word(tokens, index):
        return CLOSERS_OF_SINGLES[sign]
    if sign == STRAIGHT and not _is_inch(tokens, index) and _opens_word(tokens, index):
        return STRAIGHT
    if sign == "'" and _opens_single(tokens, index):
        return "'"
    return ""


def _unclosed(stack: Sequence[_Open], end: int) -> list[tuple[int, int]]:
    return [(one.place + 1, end) for one in stack if one.closers not in {"’", "'", "‘’", "‹"}]


def _is_blank(sign: str) -> bool:
    return sign.isspace()


def _opens_word(tokens: Sequence[str], index: int) -> bool:
    return index + 1 < len(tokens) and not _is_blank(tokens[index + 1])


def _opens_single(tokens: Sequence[str], index: int) -> bool:
    before = index == 0 or _is_blank(tokens[index - 1]) or tokens[index - 1] in '([—–"“'
    return before and _opens_word(tokens, index) and tokens[index + 1][0].isalpha()


def _is_inch(tokens: Sequence[str], index: int) -> bool:
    return (
        index > 0
        and tokens[index - 1][-1].isdigit()
        and not any(token == STRAIGHT for token in tokens[max(0, index - 40) : index])
    )


KNOWN_BY: Final = 40
"""Letters by which a word beside a mark is known: a hostile one may have a million."""


def words_beside(tokens: Sequence[str], marks: Collection[int]) -> dict[int, str]:
    """Give the words before and behind each of `marks`, with no signs between them.

    A mark that passed a comma or a full stop is between the same two words as before.

    >>> words_beside(["so", ",", "”", " ", "he"], [2]), words_beside(["so", "”", ",", "he"], [1])
    ({2: 'so he'}, {1: 'so he'})
    """
    found = dict.fromkeys(sorted(marks), "")
    word = ""
    for index, token in enumerate(tokens):
        if index in found:
            found[index] = word
        elif is_word(token):
            word = token[:KNOWN_BY]
    word = ""
    for index in range(len(tokens) - 1, -1, -1):
        if index in found:
            found[index] += f" {word}"
        elif is_word(tokens[index]):
            word = tokens[index][:KNOWN_BY]
    return found
