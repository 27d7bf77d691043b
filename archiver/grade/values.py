"""What a number that was found says: its value, its sign, its unit and its half of the day."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from archiver.grade import halves, han_numbers, parts, shares, spoken
from archiver.grade.items import Item
from archiver.grade.lexicon import Lexicon, lexicon
from archiver.grade.minus import WORD_LETTERS, is_negative, loose_sign
from archiver.grade.patterns import words
from archiver.grade.units import CURRENCIES, is_part, units

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_CURRENCIES: Final = {"USD": "$", "US$": "$", "EUR": "€", "GBP": "£", "CNY": "元", "RMB": "元"}
_SUFFIX_SCALES: Final = {"k": 10**3, "bn": 10**9, "tn": 10**12, "mn": 10**6, "mln": 10**6}
_SHORT_SCALES: Final = {"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9}
"""What is written before a euro sign: `5 M€`."""

_COUNTED_BY_MILLIONS: Final = re.compile(
    r" (?:people|men|women|children|jobs|homes|households|voters|users|customers|viewers|fans"
    r"|passengers|workers|residents|visitors|patients|students|pupils|refugees|followers"
    r"|subscribers|members|shares|doses|copies|cars|vehicles|barrels|tonnes|tons|acres)\b"
)
"""Words before which `5m` is five millions, as nobody measures them in metres."""


LONGEST: Final = 40
"""Signs of a number that is read by value: a longer one is no number, and slow to reckon with."""


def items(text: str, found: re.Match[str], language: str) -> Iterator[Item]:
    """Give the number `found`, its measure and its half of the day, where it has them.

    A measure written to the figure in one, as `5km`, is as strong as the number itself.
    """
    known = lexicon(language)
    unit = _unit(found["unit"] or "", language)
    told = _told(text, found, language, unit)
    if told is None:
        return
    value, weak = told
    letters = (found["letters"] or "").replace("º", "°")
    if letters == "m" and (unit in CURRENCIES or _COUNTED_BY_MILLIONS.match(text, found.end())):
        letters = "mn"
    half = _half_of_day(text, found, known, value)
    attached = units(language).get(letters.lower(), "")
    if _is_grade(letters) or found["currency"]:
        attached = ""  # $5m is five millions
    over = parts.said(found)
    told_clock = parts.told_clock(text, found, value, is_hour=unit == "h" or bool(half))
    if told_clock:
        value = told_clock
    elif half or unit == "clock":
        value = _hour(found["figure"] or value)
    elif over:
        whole, value = value, parts.with_part(value, found, known, over)
        weak = weak and value == whole
    key = _key(found, language, value, unit, "" if half or attached else letters)
    start = found.end("daytime") if found["daytime"] and not half else found.start()
    if is_negative(text, found, unit):
        key = f"-{key}"
    elif sign := loose_sign(found, unit):
        start = found.end("sign")
        yield Item(*found.span("sign"), f"{key} {sign}", weak=True)
    elif found["sign"]:
        start = found.end("sign")
    yield Item(start, found.end(), key, weak and not told_clock)
    if half:
        yield Item(start, found.end(), f"{key} {half}", weak=True)
    if attached:
        yield Item(*found.span("letters"), f"{key} {attached}")
    elif unit and not (is_part(unit) or ":" in value or _is_ordinal(found, known)):
        yield Item(*found.span("unit"), f"{key} {unit}", weak=True)


def _unit(written: str, language: str) -> str:
    plain = written.strip(" -")
    if _is_grade(plain):
        return ""
    plain = _OF.sub("", plain).replace("º", "°")
    return units(language).get(plain.lower(), plain.replace(" ", ""))


_OF: Final = re.compile(r"^(?:de |d['’])", re.IGNORECASE)
"""What French and Spanish put before a currency behind millions."""


def _is_grade(letters: str) -> bool:
    """Say whether it is a lone capital, which is no unit but the litre: 5G, 5M, and 5 L."""
    return len(letters) == 1 and letters.isupper() and letters != "L"


def _told(text: str, found: re.Match[str], language: str, unit: str) -> tuple[str, bool] | None:
    """Give the value as text, a whole number or a fraction where it is one, and if it is weak."""
    if found["spoken"]:
        return _told_in_words(text, found, language)
    if found["chinese"]:
        return _told_in_han(text, found, unit)
    if found["clock"]:
        return _hour(re.sub(" ?h ?", ":", found["clock"].lower())), False
    return _figure_value(found, lexicon(language)), False


def _told_in_words(text: str, found: re.Match[str], language: str) -> tuple[str, bool] | None:
    known = lexicon(language)
    said = found["spoken"].lower()
    if len(said) > LONGEST * 4:
        return said, False
    # `Half` is weak, `half-hour` is none.
    weak = (
        said in known.weak_numbers
        or said in shares.single(language)
        or (said in known.parts and not (said in halves.HALF and found["unit"]))
    )
    if weak and not found["scale"] and _is_pronoun(text, found):
        return None
    return spoken.value(said, known), weak


def _told_in_han(text: str, found: re.Match[str], unit: str) -> tuple[str, bool] | None:
    numeral = found["chinese"]
    if numeral in han_numbers.SAID:
        return han_numbers.SAID[numeral], True
    digits = numeral.removeprefix("第")
    value = str(han_numbers.value(digits)) if len(digits) <= LONGEST else digits
    weak = False
    if len(numeral) == 1 and not found["about"] and not found["share"]:
        end = found.start("over") if found["over"] else found.end()
        following = text[end : end + 1]
        counts = bool(unit) or following in han_numbers.COUNTED
        if not counts and digits not in "两兩" and following not in ("个", "個"):
            return None
        weak = digits == "一" or not counts
    return value, weak


def _key(found: re.Match[str], language: str, value: str, unit: str, letters: str) -> str:
    """Give the value with what makes it another number: scale, currency, rate and exponent."""
    scale = _scale(found, language) * _SHORT_SCALES.get((found["short"] or "").lower(), 1)
    currency = found["currency"] or ""
    currency = _CURRENCIES.get(currency.upper(), currency)
    if letters.lower() in _SUFFIX_SCALES:
        scale, letters = scale * _SUFFIX_SCALES[letters.lower()], ""
    elif letters.lower() == "m" and (currency or unit in CURRENCIES):
        scale, letters = scale * 10**6, ""
    if scale != 1 and parts.RATIONAL.fullmatch(value):
        value = str(Fraction(value) * scale + _rest(found))
    if found["share"] == "百":
        unit = "%"
    elif found["share"] and parts.RATIONAL.fullmatch(value):
        value = str(Fraction(value) / (han_numbers.value(found["share"]) or 1))
    part = unit if is_part(unit) else ""
    if part and part not in "%‰":
        currency, part = currency or part, ""
    about = "~" if found["about"] else ""
    power = f"^{found['raised'].translate(_RAISED)}" if found["raised"] else ""
    return f"{about}{currency}{value}{power}{letters.translate(_RAISED)}{part}"


def _rest(found: re.Match[str]) -> int:
    """Give what Chinese figures behind a scale add to it: 1亿5000万."""
    rest = found["rest"] or "0"
    return int(rest) if rest[-1].isdigit() else int(rest[:-1]) * 10**4


def _scale(found: re.Match[str], language: str) -> Fraction | int:
    known = lexicon(language)
    scale: Fraction | int = 1
    for word in (found["scale"] or "").lower().split(" "):
        scale *= known.scales.get(word) or shares.part(word, language)
    for sign in f"{found['han'] or ''}{found['more'] or ''}"[:LONGEST]:
        scale *= han_numbers.SCALES[sign]
    return scale


def _half_of_day(text: str, found: re.Match[str], known: Lexicon, value: str) -> str:
    """Give `am` or `pm` where one is told of a clock time, else nothing."""
    if found["half"]:
        return f"{found['half'][0].lower()}m"
    if (letters := (found["letters"] or "").lower()) in {"am", "pm"}:
        return letters
    if late := (found["late"] or "").lower():
        return known.halves[late]
    if not found["daytime"]:
        return ""
    end = found.end("chinese") if found["chinese"] else found.end("figure")
    hour, _, minute = value.partition(":")
    if end < 0 or not (minute or han_numbers.CLOCK.match(text, end)):
        return ""
    return han_numbers.half_of_day(found["daytime"], hour)


def _hour(written: str) -> str:
    """Give a clock time in one spelling: 9.30 is 9:30, and 9:00 is 9."""
    return re.sub(r"^(\d{1,2})[.:](\d\d)$", r"\1:\2", written).removesuffix(":00")


def _is_ordinal(found: re.Match[str], known: Lexicon) -> bool:
    """Say whether it is one of a row, of which a unit is no measure: the second year."""
    if found["ordinal"]:
        return True
    return (found["spoken"] or "").lower() in known.ordinals or (found["chinese"] or "").startswith(
        "第"
    )


def _figure_value(found: re.Match[str], known: Lexicon) -> str:
    """Give a figure's value as a whole number or a fraction in text, else as it is written."""
    if lone := found["lone"]:
        return str(Fraction(unicodedata.numeric(lone)).limit_denominator(8))
    figure = _ascii_digits(found["figure"])
    point, comma = (",", ".") if known.decimal_comma else (".", ",")
    if len(figure) > LONGEST:
        return figure
    plain = re.sub(r"(?<=\d)['’ ](?=\d{3})", "", figure)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(comma)}\d{{3}})+(?:{re.escape(point)}\d+)?", plain):
        plain = plain.replace(comma, "")
    plain = plain.replace(point, ".") if plain.count(point) == 1 else plain
    plain = f"0{plain}" if plain[0] == "." else plain
    if re.fullmatch(r"[1-9]/[2-9]", plain) or re.fullmatch(r"\d+(?:\.\d+)?", plain):
        value = Fraction(plain)
        if found["fraction"]:
            value += Fraction(unicodedata.numeric(found["fraction"])).limit_denominator(8)
        return str(value)
    return plain


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


def _is_pronoun(text: str, found: re.Match[str]) -> bool:
    if found["spoken"].lower() != "one":
        return False
    before = text[max(0, found.start() - WORD_LETTERS) : found.start()].rstrip()
    after = text[found.end() : found.end() + WORD_LETTERS].lstrip().partition(" ")[0].lower()
    return before.rpartition(" ")[2].lower() in _NO_ONE_BEHIND or after.strip(".,;’'") in _NO_ONE


_NO_ONE_BEHIND: Final = words("no any every some each this that which the")
_NO_ONE: Final = words("another s should day")
"""Words beside which `one` is a pronoun."""
