"""Parts that a match of numbers found beside one, as in `siete y media`: what they make of it."""

import re
from fractions import Fraction
from typing import Final

from archiver.grade import halves
from archiver.grade.lexicon import Lexicon
from archiver.grade.minus import WORD_LETTERS

RATIONAL: Final = re.compile(r"\d+(?:/0*[1-9]\d*)?")
"""A value to reckon with: a whole number or a fraction."""


def loose_part(text: str, found: re.Match[str], known: Lexicon) -> int:
    """Give where Spanish words stand that are no part of the number before them, else -1.

    `Las siete y cuarto` has one, `tercero y cuarto` has none, nor has `tres y medio mundo`.
    """
    start, end = found.span("over")
    over = text[start:end].lower()
    if not over.startswith((" y", " menos")) or _is_at_hour(text, found):
        return -1
    is_half = "medi" in over and (_last_scale(found, known) > 1 or halves.is_followed(text, end))
    return -1 if is_half else start


def _is_at_hour(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - WORD_LETTERS) : found.start()].lower()
    return re.search(r"\blas? $", before) is not None


def _last_scale(found: re.Match[str], known: Lexicon) -> int:
    return known.scales.get(re.split("[ -]", (found["spoken"] or "").lower())[-1], 1)


def said(found: re.Match[str]) -> str:
    """Give the part that stands behind the number, its scale or its unit, in lower case."""
    groups = ("over", "over_scale", "over_unit")
    return next((found[group].lower() for group in groups if found[group]), "")


def told_clock(text: str, found: re.Match[str], value: str, *, is_hour: bool) -> str:
    """Give the clock time where words tell how much it is before an hour or after it."""
    if found["toward"]:
        is_hour_told = value.isdecimal() and int(value) <= LAST_HOUR
        return halves.clock(found["toward"].lower(), value) if is_hour_told else ""
    over = said(found)
    hour = value.removesuffix(":00")  # `midi` is 12:00
    if not over or not hour.isdecimal() or int(hour) > LAST_HOUR:
        return ""
    is_told = over[0] in "点點" or hour != value
    if over.startswith((" y", " menos")):
        is_told = _is_at_hour(text, found) and not found["unit"]
    if is_told or (is_hour and ("quart" in over or found["late"])):
        return halves.shifted(int(hour), halves.part(over))
    return ""


LAST_HOUR: Final = 24


def with_part(value: str, found: re.Match[str], known: Lexicon, over: str) -> str:
    """Give `value` and what part more is told, of its last scale: `un millón y medio`."""
    if not RATIONAL.fullmatch(value):
        return value
    return str(Fraction(value) + halves.part(over) * _last_scale(found, known))
