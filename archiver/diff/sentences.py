"""Where a sentence ends, by its signs alone: `Mr.` ends one too."""

from collections.abc import Sequence
from typing import Final

SENTENCE_ENDS: Final = frozenset(".!?…。！？।؟۔")
CLOSING: Final = frozenset("\"”’»)]'」』")
"""Signs that may stand behind the end of a sentence, and are a part of it."""

CLAUSE_ENDS: Final = frozenset(",;:—–)、，；：،؛")


def is_ended(words: Sequence[str], place: int) -> bool:
    """Say whether the words before `place` end a sentence, its closing signs included."""
    while place and words[place - 1] in CLOSING:
        place -= 1
    return place > 0 and words[place - 1] in SENTENCE_ENDS
