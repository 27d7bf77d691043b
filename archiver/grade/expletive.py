"""The French `ne` that negates nothing: `avant qu’il ne parte`, before he leaves.

Nor does that of `il n’a que`, he has only, where another word for `only` stands in its place.
"""

import re
from typing import Final

from archiver.grade.items import Span
from archiver.grade.negations import negations
from archiver.grade.passages import Passage
from archiver.grade.sides import Side

REACH: Final = 100
"""Letters of a sentence on either side of a `ne` that are read with it."""

_BEFORE: Final = re.compile(
    r"\b(?:avant|à moins|de (?:peur|crainte)"
    r"|(?:craign|crain|redout|évit|empêch)\w*"
    r"|(?:plus|moins|mieux|meilleure?s?|pires?|autres?|autrement|davantage)\b[^.;:!?]*)"
    r" qu(?:e|['’]\w+)(?: [^\s,.;:!?]+){0,6} ?$",
    re.IGNORECASE,
)
"""What such a `ne` stands behind, with a short subject between."""

_BEHIND: Final = re.compile(
    r"\b(?:pas|plus|jamais|rien|personne|point|guère|aucune?|nulle?|ni|nullement)\b", re.IGNORECASE
)
"""What makes a negation of it."""

_QUE: Final = re.compile(r"\bque\b|\bqu['’]", re.IGNORECASE)
"""What makes `only` of it."""

_ONLY: Final = re.compile(r"\b(?:seulement|uniquement|simplement|exclusivement)\b", re.IGNORECASE)
_NE: Final = re.compile(r"\bn(?:e\b|['’])", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.,;:!?\n]")


def only_expletive(passage: Passage) -> bool:
    """Say whether all that a change negates is one `ne` that went or came and negates nothing."""
    old = negations(passage.old_tokens, "fr")
    new = negations(passage.new_tokens, "fr")
    was, now = passage.spans
    if (old, new) == (["ne"], []):
        return _negates_nothing(passage.old, was, passage.new, now)
    if (old, new) == ([], ["ne"]):
        return _negates_nothing(passage.new, now, passage.old, was)
    return False


def _negates_nothing(side: Side, span: Span, other: Side, instead: Span) -> bool:
    """Say whether the `ne` in `span` of `side` negates nothing; `other` has `instead` for it."""
    found = _NE.search(side.text, span.start, span.end)
    if not found:
        return False
    before = side.text[max(0, found.start() - REACH) : found.start()]
    behind = _ENDS.split(side.text[found.end() : found.end() + REACH])[0]
    if _BEHIND.search(behind):
        return False
    if _QUE.search(behind):
        return bool(_ONLY.search(_near(other, instead))) and not _ONLY.search(behind)
    return bool(_BEFORE.search(before))


def _near(side: Side, span: Span) -> str:
    """Give what follows the start of `span` in its part of a sentence."""
    return _ENDS.split(side.text[span.start : span.end + REACH])[0]
