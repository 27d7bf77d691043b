"""A stretch that stands on both sides, widened to the edges of the sentence it is in."""

from typing import NamedTuple

from archiver.diff.sentences import CLOSING, SENTENCE_ENDS
from archiver.diff.stretches import MOVE_WORDS, Stretch
from archiver.diff.tokens import known_words

INNER_SHARE = 0.6
"""Of a moved stretch with edits in it, at least so many of its words are the same, on each side."""


class Match(NamedTuple):
    """Tokens [i1:i2] of an old block that are [j1:j2] of a new one, in `matched` words at least."""

    was: Stretch
    i1: int
    i2: int
    now: Stretch
    j1: int
    j2: int
    matched: int


def reaching(match: Match) -> Match:
    """Widen a match to the edges of its sentence, where little is left of that on either side."""
    was, i1, i2, now, j1, j2, matched = match
    most = (1 - INNER_SHARE) * matched
    i0, j0 = _sentence_start(was, i1, most), _sentence_start(now, j1, most)
    if i0 is not None and j0 is not None:
        i1, j1 = i0, j0
    i3, j3 = _sentence_end(was, i2, most), _sentence_end(now, j2, most)
    if i3 is not None and j3 is not None:
        i2, j2 = i3, j3
    return Match(was, i1, i2, now, j1, j2, matched)


def whole_sentence(match: Match) -> tuple[Match, ...]:
    """Widen a match of few words to its sentence, if there is one around it on either side."""
    was, i1, i2, now, j1, j2, matched = match
    i0, i3 = _sentence_start(was, i1, MOVE_WORDS), _sentence_end(was, i2, MOVE_WORDS)
    j0, j3 = _sentence_start(now, j1, MOVE_WORDS), _sentence_end(now, j2, MOVE_WORDS)
    if i0 is None or i3 is None or j0 is None or j3 is None:
        return ()
    return (Match(was, i0, i3, now, j0, j3, matched),)


def _sentence_start(stretch: Stretch, place: int, most: float) -> int | None:
    """Give where the sentence begins that the token at `place` is in, within the stretch.

    None where it is more than `most` words before `place`: a text may have no sentences at all.
    """
    found, start, passed = stretch.tokens, place, 0
    is_known = known_words()
    while start > stretch.start and found[start - 1] not in SENTENCE_ENDS:
        start -= 1
        passed += is_known[found[start]]
        if passed > most:
            return None
    if start > stretch.start:
        while start < place and found[start] in CLOSING:
            start += 1
    while start < place and found[start].isspace():
        start += 1
    return start


def _sentence_end(stretch: Stretch, place: int, most: float) -> int | None:
    """Give where the sentence ends that the token before `place` is in, its signs included.

    None where it is more than `most` words behind `place`.
    """
    found, end, passed = stretch.tokens, place, 0
    is_known = known_words()
    while end < stretch.end and found[end - 1] not in SENTENCE_ENDS:
        passed += is_known[found[end]]
        end += 1
        if passed > most:
            return None
    while end < stretch.end and (found[end] in SENTENCE_ENDS or found[end] in CLOSING):
        end += 1
    while end > place and found[end - 1].isspace():
        end -= 1
    return end
