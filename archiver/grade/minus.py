"""Whether a number is below zero: by a sign at it, a sign with a blank behind it, or a word."""

import re
from collections.abc import Mapping
from typing import Final

from archiver.grade.patterns import words
from archiver.grade.units import RATES, is_part

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
BELOW_ZERO: Final[Mapping[str, str]] = {
    "en": " below (?:zero|freezing)",
    "de": " unter (?:null|dem Gefrierpunkt)",
    "fr": " (?:au-dessous de|en dessous de|sous) (?:zéro|0)",
    "es": " bajo (?:cero|0)",
}
"""What makes the degrees before it negative."""

_CLAUSE_ENDS: Final = re.compile(r"[.,;)\]]|\s*$")
"""Behind a rate that a bracket or a colon leads to; elsewhere a dash is one: `(– 5 % for all)`."""

_SECOND_DASH: Final = {
    "-": re.compile(r"[^\n]{0,40}? -(?= )"),
    "–": re.compile(r"[^\n]{0,40}? –(?= )"),
}
"""Behind a number, closes an aside that a dash with a blank behind it has opened."""

_HAN: Final = "[⺀-鿿]"
_CLOSING_DASH: Final = {
    sign: re.compile(
        rf"[^\n,.;:!?。，；！？{sign}]{{0,40}}(?<=[^\s\d]){sign}"
        rf"(?=[,.;:)]|{_HAN}| (?!(?:und|oder|bis|and|or|y|et)\b))"
    )
    for sign in "-–"
}
"""The same where the dash is written to its aside: `–5 millones–`, 款－5万元－已."""


def is_negative(text: str, found: re.Match[str], unit: str) -> bool:
    """Say whether the number is below zero. "At minus 5", but not "au moins 5" (at least)."""
    if found["minus"] or found["freezing"]:
        return True
    sign = found["sign"] or ""
    if sign[:1] in {"-", "–"} and _is_no_dash(text, found, unit):
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
    """Say whether a sign is no dash: it stands at its number, or as in `à – 1,2 %`, `(– 1,2 %)`."""
    sign = found["sign"]
    if sign[1:] != " ":
        return not _CLOSING_DASH[sign].match(text, found.end())
    start = found.start("sign")
    before = text[max(0, start - WORD_LETTERS) : start].rstrip(" ")
    if re.split(r"[ \n]", before)[-1].lower() in _LEADS_TO_A_NUMBER:
        return unit in _HEAT or (
            _is_rate(found, unit) and not _SECOND_DASH[sign[0]].match(text, found.end())
        )
    # Money there is a list of prices more often than a loss.
    is_share = unit in RATES or unit in _HEAT
    return before[-1:] in {"(", "[", ":"} and is_share and _closes(text, found.end())


def _closes(text: str, end: int) -> bool:
    return _CLAUSE_ENDS.match(text, end) is not None


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
