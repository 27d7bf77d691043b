"""The French `ne` that negates nothing: `avant qu’il ne parte`, before he leaves."""

import re
from typing import Final

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
    r"\b(?:pas|plus|jamais|rien|personne|point|guère|aucune?|nulle?|ni|que|nullement)\b|\bqu['’]",
    re.IGNORECASE,
)
"""What makes a negation of it, or `only`."""

_NE: Final = re.compile(r"\bn(?:e\b|['’])", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.,;:!?\n]")


def only_expletive(passage: Passage) -> bool:
    """Say whether all that a change negates is one `ne` that went or came and negates nothing."""
    old = negations(passage.old_tokens, "fr")
    new = negations(passage.new_tokens, "fr")
    if (old, new) == (["ne"], []):
        return _is_expletive(passage.old, passage.was.start, passage.was.end)
    if (old, new) == ([], ["ne"]):
        return _is_expletive(passage.new, passage.now.start, passage.now.end)
    return False


def _is_expletive(side: Side, start: int, end: int) -> bool:
    found = _NE.search(side.text, start, end)
    if not found:
        return False
    before = side.text[max(0, found.start() - REACH) : found.start()]
    behind = _ENDS.split(side.text[found.end() : found.end() + REACH])[0]
    return _BEFORE.search(before) is not None and _BEHIND.search(behind) is None
