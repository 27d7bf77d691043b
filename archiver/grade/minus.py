"""Whether a number is below zero: by a sign at it, a sign with a blank behind it, or a word."""

import re
from typing import Final

from archiver.grade.patterns import words
from archiver.grade.units import is_part

WORD_LETTERS: Final = 12
"""Letters before a sign in words that are read with it; the words that change it are short."""

NO_MINUS: Final = words("au du le ou pas en al lo o nada no or")
"""Words behind which `moins`, `menos` and `minus` mean less, or more or less."""

_LEADS_TO_A_NUMBER: Final = words(
    "à de vers jusqu’à jusqu'à at by to of from below around a en un del hasta desde bei um auf"
    " von zu"
)
"""Words behind which no dash parts an aside, so that `à – 5` is five below zero."""

_HEAT: Final = words("° °C °F pp bp")
_PARTITIVE: Final = re.compile(r" (?:de|des|du|d’|d'|del|of|der|vom)(?:\b|(?<=['’]))")
"""Behind a rate, it tells of a part of something, which is not below zero: `: - 5 % des élèves`."""


def is_negative(text: str, found: re.Match[str], unit: str) -> bool:
    """Say whether the number is below zero. "At minus 5", but not "au moins 5" (at least)."""
    if found["minus"]:
        return True
    sign = found["sign"] or ""
    if sign[:1] in {"-", "–"} and (sign[1:] != " " or _is_no_dash(text, found, unit)):
        return True
    word = (found["below"] or "").lower()
    if word in {"", "零下", "负", "負"}:
        return bool(word)
    if word in {"negative", "negativ"}:
        # "Tested negative three times": only before a rate, money or degrees.
        return unit in {"°", "°C", "°F"} or is_part(unit) or bool(found["currency"])
    before = text[max(0, found.start() - WORD_LETTERS) : found.start()].lower()
    return re.split(r"[ \n]", before.rstrip(" "))[-1] not in NO_MINUS and before[-1:] != "/"


def _is_no_dash(text: str, found: re.Match[str], unit: str) -> bool:
    """Say whether a sign with a blank behind it is no dash: `à – 1,2 %`, `(– 1,2 %)`."""
    start = found.start("sign")
    before = text[max(0, start - WORD_LETTERS) : start].rstrip(" ")
    if re.split(r"[ \n]", before)[-1].lower() in _LEADS_TO_A_NUMBER:
        return True
    return (
        before[-1:] in {"(", "[", ":"}
        and _is_rate(found, unit)
        and not _PARTITIVE.match(text, found.end())
    )


def loose_sign(found: re.Match[str], unit: str) -> str:
    """Give `+`, or a dash before a rate that may be a minus sign, else nothing.

    It counts only where the other stands in its place.
    """
    sign = (found["sign"] or "").strip(" ")
    if sign not in {"+", "-", "–"} or not _is_rate(found, unit):
        return ""
    if sign == "+":
        return sign
    return "-" if (found["sign"] or "")[1:] == " " else ""


def _is_rate(found: re.Match[str], unit: str) -> bool:
    return is_part(unit) or unit in _HEAT or bool(found["currency"])
