"""Numbers in a text, by value: figures with sign, currency and unit, and number words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from archiver.grade.items import Item, Span
from archiver.grade.lexicon import Lexicon, lexicon

_HAN_SCALES: Final = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
_HAN_DIGITS: Final = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_PLAIN: Final = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("−﹣", "-")
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
)
"""Forms that take one character and read the same, so that places in the text stay."""

_CURRENCIES: Final = {"USD": "$", "US$": "$", "EUR": "€", "GBP": "£", "CNY": "元", "RMB": "元"}
_MEANT: Final = "-–−﹣%％‰$€£¥₹₩₽₺元½¼¾⅓⅔⅛⅜⅝⅞°"
"""Signs that belong to the number they stand at."""

_NAMED_CURRENCIES: Final = ("usd", "eur", "gbp", "chf", "cny", "rmb", "us", "a", "c", "nz", "hk")

_SUFFIX_SCALES: Final = {"k": 10**3, "bn": 10**9, "tn": 10**12, "mn": 10**6, "mln": 10**6}

_ONE_HAN: Final = (
    "人名岁歲年月日天周时時点點分秒元块塊美欧歐英倍成家次号號位件项項辆輛架艘枚座所届屆场場"
    "例起票度米公吨噸层層级級只隻条條张張份"
)
"""Signs a lone Chinese figure stands before where it counts something."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    scale = "|".join(sorted(map(re.escape, words.scales), key=len, reverse=True))
    unit = "|".join(sorted(map(re.escape, words.units), key=len, reverse=True))
    ordinal = "|".join(sorted(words.ordinal_endings, key=len, reverse=True)) or "(?!)"
    grouped = r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|" if words.decimal_comma else ""
    signs = r"(?:(?P<currency>(?:US|A|C|NZ|HK|NT)?\$|[€£¥₹₩₽₺]|\b(?:USD|EUR|GBP|CHF|CNY|RMB)) ?)"
    figures = (
        rf"(?P<sign>(?<![A-Za-z0-9\-–)\].,])[-–])?{signs}?(?P<minus>(?<=[$€£¥])-)?"
        rf"(?P<figure>{grouped}(?<![A-Za-z\d])\d+(?:[.,:/'’]\d+)*)(?P<fraction>[½¼¾⅓⅔⅛⅜⅝⅞]?)"
        r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]*)"
        rf"(?P<ordinal>(?:{ordinal})\b)?(?P<letters>[A-Za-zµ°²³]*)(?P<han>[十百千万萬亿億]*)"
    )
    lone = r"(?<![\w])(?P<lone>[½¼¾⅓⅔⅛⅜⅝⅞])"
    after = rf"(?:[ -](?P<scale>(?:{scale}))\b\.?)?" if scale else "(?P<scale>(?!))?"
    behind = r"(?: ?(?P<unit>[%‰€£¥元]|(?<=\d)° ?[CF]"
    behind += rf"|\b(?:{unit})\b))?" if unit else "))?"
    spoken = "(?!)"
    if words.number_words:
        small = "|".join(
            sorted(
                map(re.escape, (*words.number_words, *words.ordinals, *words.parts)),
                key=len,
                reverse=True,
            )
        )
        joined = "(?: (?:and )?|-)" if language == "en" else "[ -]"
        scaled = rf"(?:[ -](?:{scale}))+(?:{joined}(?:{small}))?"
        spoken = rf"\b(?:(?:{small})(?:{scaled})*|(?:{scale})(?: (?:{scale}))*(?: (?:{small}))?)\b"
    han = (
        "(?:百分之)?[第]?[〇零一二三四五六七八九十百千万萬亿億两兩]+"
        if language == "zh"
        else "(?!)"
    )
    return re.compile(
        rf"(?:{figures}|{lone}|(?P<spoken>{spoken})|(?P<chinese>{han})){after}{behind}",
        re.IGNORECASE,
    )


@cache
def numeric_words(language: str) -> frozenset[str]:
    """Give what may belong to a number in `language`, besides figures: words, units and signs."""
    words = lexicon(language)
    phrases = (*words.number_words, *words.scales, *words.ordinals, *words.parts, *words.units)
    parts = (part for phrase in phrases for part in re.split("[ -]", phrase))
    han = {*_HAN_DIGITS, *_HAN_SCALES, "第"} if language == "zh" else set()
    return frozenset({*parts, *_MEANT, *_NAMED_CURRENCIES, *han})


def numbers(text: str, language: str, taken: Sequence[Span]) -> tuple[Item, ...]:
    """Give the numbers of `text`, keyed by value; those in `taken` belong to dates.

    >>> [item.key for item in numbers("-5%, $5 million, ten, 1,000", "en", ())]
    ['-5%', '$5000000', '10', '1000']
    """
    return tuple(_numbers(text.translate(_PLAIN), language, taken))


def _numbers(text: str, language: str, taken: Sequence[Span]) -> Iterator[Item]:
    words = lexicon(language)
    for found in _pattern(language).finditer(text):
        start, end = found.span()
        if any(start < span.end and span.start < end for span in taken):
            yield from _beside(text, language, found, taken)
            continue
        item = _item(text, found, words)
        if item:
            yield item


def _beside(
    text: str, language: str, found: re.Match[str], taken: Sequence[Span]
) -> Iterator[Item]:
    """Give the number that ran into a date, such as `12 500` before a month, without it."""
    core = found.start("figure"), found.end("figure")
    if core[0] < 0 or any(core[0] < span.end and span.start < core[1] for span in taken):
        return
    item = _item(text, found, lexicon(language))
    if item:
        yield item


def _item(text: str, found: re.Match[str], words: Lexicon) -> Item | None:
    part = found.groupdict()
    unit = part["unit"] or ""
    unit = words.units.get(unit.lower(), unit.replace(" ", ""))
    weak = False
    if spoken := part["spoken"]:
        value = _spoken_value(spoken.lower(), words)
        weak = spoken.lower() in words.weak_numbers or spoken.lower() in words.parts
        if weak and not part["scale"] and _is_pronoun(text, found):
            return None
    elif chinese := part["chinese"]:
        digits = chinese.removeprefix("百分之").removeprefix("第")
        unit = "%" if chinese.startswith("百分之") else unit
        if not digits:
            return None
        if len(digits) == 1 and len(chinese) == 1:
            following = text[found.end() : found.end() + 1]
            if digits not in "两兩" and following not in _ONE_HAN and following != "个":
                return None
            weak = digits == "一" or following not in _ONE_HAN
        value = str(_han_value(digits))
    else:
        value = _figure_value(part, words)
    letters = part["letters"] or ""
    scale = words.scales.get((part["scale"] or "").lower(), 1)
    currency = part["currency"] or ""
    currency = _CURRENCIES.get(currency.upper(), currency)
    if unit in {"$", "€", "£", "¥", "元"}:
        currency, unit = currency or unit, ""
    if letters.lower() in _SUFFIX_SCALES:
        scale, letters = scale * _SUFFIX_SCALES[letters.lower()], ""
    elif letters.lower() == "m" and currency:
        scale, letters = scale * 10**6, ""
    for sign in part["han"] or "":
        scale *= _HAN_SCALES[sign]
    if scale != 1 and re.fullmatch(r"\d+(?:/\d+)?", value):
        value = str(Fraction(value) * scale)
    sign = "-" if part["sign"] or part["minus"] else ""
    raised = part["raised"] or ""
    power = f"^{raised.translate(_RAISED)}" if raised else ""
    letters = letters.translate(_RAISED)
    return Item(found.start(), found.end(), f"{sign}{currency}{value}{power}{letters}{unit}", weak)


def _figure_value(part: dict[str, str | None], words: Lexicon) -> str:
    """Give a figure's value as a whole number or a fraction in text, else as it is written."""
    if lone := part["lone"]:
        return str(Fraction(unicodedata.numeric(lone)).limit_denominator(8))
    figure = _ascii_digits(part["figure"] or "")
    point, comma = (",", ".") if words.decimal_comma else (".", ",")
    plain = re.sub(r"(?<=\d)['’ ](?=\d{3})", "", figure)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(comma)}\d{{3}})+(?:{re.escape(point)}\d+)?", plain):
        plain = plain.replace(comma, "")
    plain = plain.replace(point, ".") if plain.count(point) == 1 else plain
    if re.fullmatch(r"[1-9]/[2-9]", plain) or re.fullmatch(r"\d+(?:\.\d+)?", plain):
        value = Fraction(plain)
        if part["fraction"]:
            value += Fraction(unicodedata.numeric(part["fraction"])).limit_denominator(8)
        return str(value)
    return plain


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


def _spoken_value(text: str, words: Lexicon) -> str:
    """Give the value of number words, and `-th` behind it where they are an ordinal."""
    known = words.number_words
    if text in words.parts:
        return words.parts[text]
    if text in known:
        return str(known[text])
    if text in words.ordinals:
        return str(words.ordinals[text])
    total = current = 0
    for word in re.split(r"[ -]", text):
        if word in words.scales:
            scale = words.scales[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        else:
            current += known.get(word, 0)
    return str(total + current)


def _is_pronoun(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].rstrip().rpartition(" ")[2].lower()
    after = text[found.end() :].lstrip().partition(" ")[0].lower().strip(".,;’'")
    return (
        before in {"no", "any", "every", "some", "each", "this", "that", "which", "the"}
        and (found["spoken"].lower() == "one")
    ) or (found["spoken"].lower() == "one" and after in {"another", "s", "should", "day"})


def _han_value(text: str) -> int:
    if all(sign in _HAN_DIGITS for sign in text):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in text))
    total = section = current = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            current = _HAN_DIGITS[sign]
        elif _HAN_SCALES[sign] < 10**4:
            section, current = section + (current or 1) * _HAN_SCALES[sign], 0
        else:
            total, section, current = (total + section + current) * _HAN_SCALES[sign], 0, 0
    return total + section + current
