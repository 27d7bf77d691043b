"""The names of months and weekdays, of every language with lists together."""

from collections.abc import Mapping
from typing import Final

from archiver.grade.lexicon import LEXICONS
from archiver.grade.patterns import one_of, words

MONTHS: Final[Mapping[str, int]] = {
    word: n for lists in LEXICONS.values() for word, n in lists.months.items()
} | {"mar": 3, "mär": 3}
WEEKDAYS: Final[Mapping[str, int]] = {
    word: n for lists in LEXICONS.values() for word, n in lists.weekdays.items()
}
NAMES: Final = one_of({*MONTHS, *WEEKDAYS})
"""A pattern of all of them."""

NEAR: Final = words("today yesterday heute gestern hoy ayer hier aujourd’hui aujourd'hui")
"""Days named from today."""
