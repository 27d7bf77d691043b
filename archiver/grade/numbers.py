"""Numbers in a text, by value: figures with sign, currency and unit, and number words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from archiver.grade import halves, han_numbers, shares, spoken
from archiver.grade.centuries import ROMAN, centuries
from archiver.grade.items import Item, Span
from archiver.grade.lexicon import Lexicon, lexicon
from archiver.grade.minus import BELOW_ZERO
from archiver.grade.parts import loose_part
from archiver.grade.patterns import NEVER, Vocabulary, one_of
from archiver.grade.units import CURRENCY_CODES, DOLLARS, units
from archiver.grade.values import items

_PLAIN: Final = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("−﹣", "-")
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
)
"""Forms that take one character and read the same, so that places in the text stay."""

_MEANT: Final = "-–−﹣－+＋%％‰$€£¥₹₩₽₺元½¼¾⅓⅔⅛⅜⅝⅞°"
"""Signs that belong to the number they stand at."""

_BEGINS: Final = r"(?=[\d.$€£¥₹₩₽₺½¼¾⅓⅔⅛⅜⅝⅞+–-]|\b[^\W\d_])"
"""What a number begins with; asked first, since most letters stand inside words."""

_NAMED_CURRENCIES: Final = tuple(map(str.lower, DOLLARS + CURRENCY_CODES))
_HALVED: Final = ("en", "es")
"""Languages that write a.m. and p.m.; in German `am` is a small word."""

_HALVES: Final = ("am", "pm", "a.m", "p.m", "p")
"""How the halves of a day are cut into tokens. `a` alone is too common to look for."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    if language == "zh":
        before, numeral, more = han_numbers.BEFORE, han_numbers.NUMERAL, han_numbers.MORE
        before += _absent("toward")
        idiom, unit = han_numbers.IDIOM, rf" ?{one_of(units(language))}"
    else:
        before = rf"(?:\b(?P<below>{one_of(words.minus)}) )?{_absent('daytime', 'share', 'about')}"
        before += rf"(?:\b(?P<toward>{halves.of_an_hour(language)}) )?"
        before = _BEGINS + before
        numeral, more, idiom = NEVER, _absent("more"), NEVER
        unit = rf"[ -]?\b(?:{one_of(units(language))})\b(?!['’]\w)"
    if language in {"fr", "es"}:
        unit = rf"(?:{unit}|(?: de | d['’])(?:{one_of(words.units)})\b)"
    clock = r"(?<![\w.,])\d{1,2} ?h ?\d\d(?!\d)" if language in {"fr", "es"} else NEVER
    lone = r"(?<![\w])(?P<lone>[½¼¾⅓⅔⅛⅜⅝⅞])"
    thousand, large = (
        one_of(word for word, n in words.scales.items() if low <= n < high)
        for low, high in ((1000, 1001), (10**6, 10**13))
    )
    part = shares.behind_figure(language) or NEVER
    scale = rf"(?:{thousand} {large}|{one_of(words.scales)}|{part})"
    scale = rf"(?:[ -](?P<scale>{scale})\b\.?| (?P<short>M|Mds?|k)(?= ?€))?"
    half = r"(?: ?(?P<half>[ap](?:m\b|\. ?m\b)\.?))?"
    if language not in _HALVED:
        half = _absent("half")
    behind = rf"(?P<unit> ?[%‰€£¥元]|(?<=\d) ?° ?[CF]\b|{unit})?"
    over = rf"(?P<over>{halves.behind(language)})?"
    scale = rf"{over}{scale}(?P<over_scale>{halves.behind(language)})?"
    late = (
        rf"(?P<over_unit>{halves.behind_unit(language)})?(?: (?P<late>{one_of(words.halves)})\b)?"
        rf"(?P<freezing>{BELOW_ZERO.get(language, NEVER)}\b)?"
    )
    return re.compile(
        rf"(?P<idiom>{idiom})|{before}(?:(?P<clock>{clock})|{_figures(words, language)}|{lone}"
        rf"|(?P<spoken>{spoken.pattern(language)})|(?P<chinese>{numeral})){more}{scale}{half}{behind}{late}",
        re.IGNORECASE,
    )


def _absent(*groups: str) -> str:
    """Give a pattern in which `groups` are known and never match: what another language has."""
    return "".join(f"(?P<{group}>{NEVER})?" for group in groups)


def _figures(words: Lexicon, language: str) -> str:
    """Give the pattern of a number in figures, with what is written to it in one."""
    ordinal = one_of(words.ordinal_endings)
    point = r"," if words.decimal_comma else r"\."
    grouped = rf"(?<![\w.,/])[1-9]\d{{0,2}}(?: \d{{3}})+(?!\d)(?:{point}\d+)?"
    leading = "" if words.decimal_comma else r"|(?<![\w.,)])\.\d+"
    signs = (
        rf"(?:(?P<currency>(?:{one_of(DOLLARS)})?\$|[€£¥₹₩₽₺]|\b(?:{one_of(CURRENCY_CODES)})) ?)"
    )
    # 5千米 is 5 km, 三千米 3,000 m.
    scales = "(?:[十百万萬亿億]|千(?![米克瓦]))+" if language == "zh" else NEVER
    # 1亿5000万 is one number, and so is 1万5000.
    rest = r"(?<=[亿億])\d{1,4}[万萬]|(?<=[万萬])\d{3,4}(?![\d.])" if language == "zh" else NEVER
    return (
        rf"(?P<sign>(?<![A-Za-z0-9\-–)\].,])[-–+] ?)?{signs}?(?P<minus>(?<=[$€£¥])-)?"
        rf"(?P<figure>{grouped}|(?<![A-Za-z\d])\d+(?:[.,:/'’]\d+)*{leading})"
        r"(?P<fraction>[½¼¾⅓⅔⅛⅜⅝⅞]?)(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]*)"
        rf"(?P<ordinal>(?:{ordinal})\b)?(?P<letters>[A-Za-zµ°º²³]*)(?P<han>{scales})?(?P<rest>{rest})?"
    )


@cache
def numeric_words(language: str) -> Vocabulary:
    """Give what may belong to a number in `language`, besides figures: words, units and signs."""
    words = lexicon(language)
    known = (words.number_words, words.hundreds, words.scales, words.ordinals, words.parts)
    phrases = (
        *words.counts,
        *words.shares,
        *words.minus,
        *words.halves,
        *units(language),
        *(word for one in known for word in one),
    )
    parts = (part for phrase in phrases for part in re.split("[ -]", phrase))
    spoken_parts = {part for part in parts if part not in words.small_words}
    spoken_parts |= halves.TOKENS.get(language, frozenset())
    # Chinese is cut sign by sign.
    signs = (sign for phrase in units("zh") for sign in phrase if not phrase.isascii())
    han = {*han_numbers.WORDS, *signs} if language == "zh" else set()
    return Vocabulary(
        frozenset({*spoken_parts, *_MEANT, *_NAMED_CURRENCIES, *_HALVES, *han}),
        _JOINED.get(language),
    )


_JOINED: Final = {"de": re.compile(spoken.GERMAN_JOINED), "fr": ROMAN, "es": ROMAN}


def numbers(text: str, language: str, taken: Sequence[Span]) -> tuple[Item, ...]:
    """Give the numbers of `text`, keyed by value; those in `taken` belong to dates.

    A measure and a half of the day are items beside their number, keyed with it, and weak: "5 to
    10 km" is no other number than "5 km to 10 km". A currency is a part of the number.

    >>> [item.key for item in numbers("-5%, $5 million, ten, 1,000 metres", "en", ())]
    ['-5%', '$5000000', '10', '1000', '1000 m']
    """
    plain = text.translate(_PLAIN)
    return (
        *_numbers(plain, language, taken),
        *_scores(plain, language, taken),
        *centuries(plain, language),
    )


def _scores(text: str, language: str, taken: Sequence[Span]) -> Iterator[Item]:
    """Give two numbers beside a hyphen in their order, which counts where another is in its place.

    Rising ones with a unit are a range: "5-10 km" is no other than "5 km to 10 km".
    """
    if not _HYPHEN.search(text):
        return
    dated = {place for span in taken for place in range(span.start, span.end)}
    for found in _SCORE.finditer(text):
        is_range = int(found[1]) < int(found[2]) and _unit_behind(language).match(text, found.end())
        if not is_range and found.start() not in dated:
            yield Item(*found.span(), f"{int(found[1])}-{int(found[2])}", weak=True)


_HYPHEN: Final = re.compile(r"\d[-–]\d")
_SCORE: Final = re.compile(
    r"(?<![\w.,:/'’–-])(?<!\d )(\d{1,3})[-–](\d{1,3})(?![\w:/%]|[-–'’.,]\d| ?[%€£$°])"
)


@cache
def _unit_behind(language: str) -> re.Pattern[str]:
    known = one_of((*units(language), *lexicon(language).scales))
    return re.compile(rf"[ -]?(?:{known})\b", re.IGNORECASE)


def _numbers(text: str, language: str, taken: Sequence[Span]) -> Iterator[Item]:
    pattern, known = _pattern(language), lexicon(language)
    spans = sorted(taken)
    ends = [span.end for span in spans]
    position = 0
    while found := pattern.search(text, position):
        if found["idiom"]:
            position = found.end()
            continue
        if (loose := loose_part(text, found, known)) > 0:
            found = pattern.match(text, found.start(), loose) or found
        core = found.span("figure") if found["figure"] else found.span()
        nearest = bisect_right(ends, core[0])
        if nearest < len(spans) and spans[nearest].start < core[1]:
            position = max(spans[nearest].end, found.start() + 1)
            continue
        # A number whose unit alone ran into a date is one all the same: `12 500` before a month.
        position = max(found.end(), found.start() + 1)
        yield from items(text, found, language)
