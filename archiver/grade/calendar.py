"""The names of months and weekdays, of every language with lists together."""

from collections.abc import Mapping
from typing import Final

from archiver.grade.lexicon import LEXICONS

MONTHS: Final[Mapping[str, int]] = {
    word: n for lists in LEXICONS.values() for word, n in lists.months.items()
} | {"mar": 3, "mär": 3}
WEEKDAYS: Final[Mapping[str, int]] = {
    word: n for lists in LEXICONS.values() for word, n in lists.weekdays.items()
}
NAMES: Final = "|".join(sorted({*MONTHS, *WEEKDAYS}, key=len, reverse=True))
"""A pattern of all of them, the longest first."""
