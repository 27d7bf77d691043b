"""Dates in a text, part by part: day, month, year, weekday."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from archiver.grade import han_numbers
from archiver.grade.items import Item
from archiver.grade.lexicon import lexicon
from archiver.grade.patterns import Vocabulary, one_of, words
from archiver.grade.units import TIMES, units

_WORDS_TOO: Final = frozenset({"may", "march", "mars", "august", "april", "june", "jan"})
"""Months that are also verbs, given names or a planet."""

_COUNTED: Final = words(
    "people men women children troops soldiers jobs homes menschen personen personnes personas"
)

DAYTIMES: Final = words("abend morgen vormittag mittag nachmittag nacht früh")
"""What German writes to a weekday in one."""

SHORT_DAYS: Final = {"sat": 6, "sun": 7}
_NEAR_A_DAY: Final = words("on by from until till since through to next last this late early every")
"""Words before them that make them weekdays; else one is a verb, the other a star or a paper."""

_YEAR = re.compile(
    r"(?<![\w.,$€£¥/-])(?<![\d] )(?P<year>(?:1[6-9]|20)\d\d)(?P<decade>(?:s|er)?)"
    r"(?![\w%‰€$]|[.,]\d| ?[%€])"
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?=\b|T)")
_POINTED = re.compile(
    r"(?<![\w.,/])(?P<day>\d{1,2})(?P<sign>[./])(?P<month>\d{1,2})"
    r"(?:(?P=sign)(?P<year>\d{4}|\d\d)|(?<=\.)(?!\d))(?![\w%])"
)
_HAN_DAY: Final = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_HAN_SIGNS: Final = "年月日号號星期周週礼禮拜今昨明前上下去本天晚早一二三四五六七八九十〇零"
_HAN_FIGURES: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN = re.compile(
    r"(?P<year>(?:\d{4}|[〇零一二三四五六七八九]{4}"
    r"|(?<=民国|民國)(?:\d{1,3}|[〇零一二三四五六七八九十百]{1,5})))(?=年)"
    rf"|(?P<month>{_HAN_DAY})(?=月(?!球|亮))"
    rf"|(?P<day>{_HAN_DAY})(?=[日号號](?!线|線|楼|樓|元))"
    r"|(?:星期|周|週|礼拜|禮拜)(?P<weekday>[一二三四五六日天])"
    r"|(?P<near>今天|昨天|明天|前天|今日|昨日|明日|昨晚|今晚|明晚|今早|明早|昨早|去年|今年|明年|上周|下周|本周"
    r"|上月|下月|本月)"
)


@cache
def _months(language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    if not words.months:
        return None
    month = one_of(words.months)
    more = r"(?: ?(?:[-–,]|and|to|or|und|bis|et|au|y|al) ?\d{1,2}(?![\d:%])(?:st|nd|rd|th|\.)?)"
    more += "{0,8}"  # of a long row of figures, no more are looked at from each one
    said = f"{one_of(words.day_words)}(?= of)" if language == "en" else one_of(words.day_words)
    return re.compile(
        rf"(?<![\w.,])(?P<days>\d{{1,2}}(?:st|nd|rd|th|er|\.?º|\.)?{more}|{said})(?: of| de)? ?"
        rf"(?P<month>{month})\b\.?(?P<year1>,? (?:de |del |of )?(?:1[6-9]|20)\d\d(?!\d))?"
        rf"|\b(?P<month2>{month})(?:\b|(?=\d))\.? ?"
        rf"(?P<days2>\d{{1,2}}(?![\d:%]|[.,]\d| ?(?:am|pm|%))(?:st|nd|rd|th)?{more})?"
        r"(?P<year2>,? ?(?:de |del |of )?(?:1[6-9]|20)\d\d(?!\d))?",
        re.IGNORECASE,
    )


@cache
def _weekdays(language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    if not words.weekdays:
        return None
    short = SHORT_DAYS if language == "en" else {}
    names = one_of((*words.weekdays, *short, *words.days))
    if language == "de":
        return re.compile(rf"\b(?:{names})(?=(?:{one_of(DAYTIMES)})?s?\b)", re.IGNORECASE)
    return re.compile(rf"\b(?:{names})(?=s?\b)", re.IGNORECASE)


@cache
def _counted(language: str) -> re.Pattern[str]:
    """Give the pattern of what makes a number before it no year: "2000 people", "1800 miles"."""
    counted = (word for word, key in units(language).items() if key not in TIMES and len(word) > 1)
    flags = re.IGNORECASE if language == "de" else 0
    return re.compile(rf" (?:{one_of((*_COUNTED, *counted))})\b", flags)


@cache
def dated_words(language: str) -> Vocabulary:
    """Give what may belong to a date in `language`, besides figures."""
    words = lexicon(language)
    han = _HAN_SIGNS if language in {"zh", "ja"} else ""
    short = SHORT_DAYS if language == "en" else {}
    known = frozenset({*words.months, *words.weekdays, *short, *words.days, *words.day_words, *han})
    if language != "de":
        return Vocabulary(known)
    # Of a compound, such as `Montagabend`.
    return Vocabulary(known, re.compile(f"^(?:{one_of(words.weekdays)})"))


def dates(text: str, language: str) -> tuple[Item, ...]:
    """Give the parts of the dates in `text`, each keyed by what it says.

    >>> [item.key for item in dates("on May 19, by 2024, last Sept.5", "en")]
    ['month 5', 'day 19', 'month 9', 'day 5', 'year 2024']
    >>> [item.key for item in dates("She may march.", "en")]
    []
    """
    found: list[Item] = []
    taken = bytearray(len(text))
    for source in (_named, _numeric, _week, _years):
        for item in source(text, language):
            if taken.find(1, item.start, item.end) < 0:
                found.append(item)
                taken[item.start : item.end] = b"\1" * (item.end - item.start)
    return tuple(found)


def _named(text: str, language: str) -> Iterator[Item]:
    pattern = _months(language)
    if pattern is None:
        return
    known = lexicon(language)
    for found in pattern.finditer(text):
        month = "month" if found["month"] else "month2"
        if not _is_month(text, found, month, language):
            continue
        yield Item(*found.span(month), f"month {known.months[found[month].lower()]}")
        if (said := (found["days"] or "").lower()) in known.day_words:
            yield Item(*found.span("days"), f"day {known.day_words[said]}")
        for group in ("days", "days2"):
            for day in re.finditer(r"\d+", found[group] or ""):
                start = found.start(group)
                yield Item(start + day.start(), start + day.end(), f"day {int(day[0])}")
        for group in ("year1", "year2"):
            if found[group]:
                end = found.end(group)
                yield Item(end - 4, end, f"year {text[end - 4 : end]}")


def _is_month(text: str, found: re.Match[str], group: str, language: str) -> bool:
    """Tell the month from the verb and the given name: by its capital and by what is beside it."""
    word = found[group]
    if language in {"en", "de"} and not word[0].isupper():
        return False
    if len(word) <= 4 and word[0].islower() and not (found["days"] or found["days2"]):
        return word in {"mai", "août", "aout", "juin", "mayo"}
    if word.lower() not in _WORDS_TOO or found["days"] or found["days2"] or found["year2"]:
        return True
    if _in_range(text, found.span(group), language):
        return True
    before = text[max(0, found.start(group) - BEFORE) : found.start(group)].rstrip(" ")
    if language in {"fr", "es"}:
        return word[0].islower()
    last = before.rpartition(" ")[2]
    starts = not before or before[-1] in '.!?:“"\n'
    named = last[:1].isupper() and last.lower() not in lexicon(language).small_words
    return not starts and not named


BEFORE: Final = 40
"""Letters before a month that are read with it: a long word."""


def _in_range(text: str, span: tuple[int, int], language: str) -> bool:
    """Say whether a dash joins it to another month: `March-May`."""
    months = lexicon(language).months
    before = _WORD_AND_DASH.search(text, max(0, span[0] - BEFORE), span[0])
    after = _DASH_AND_WORD.match(text, span[1])
    return (before is not None and before[1].lower() in months) or (
        after is not None and after[1].lower() in months
    )


_WORD_AND_DASH: Final = re.compile(r"\b([^\W\d_]{3,9})\.? ?[-–—/] ?$")
_DASH_AND_WORD: Final = re.compile(r"\.? ?[-–—/] ?([^\W\d_]{3,9})\b")


def _numeric(text: str, language: str) -> Iterator[Item]:
    if "-" in text:
        for found in _ISO.finditer(text):
            yield from _parts(found)
    if "." in text or "/" in text:
        for found in _POINTED.finditer(text):
            if not found["year"] and language != "de":
                continue
            if found["sign"] == "/" and language == "en":
                yield Item(*found.span(), f"date {found[0]}")
            elif int(found["month"]) <= 12 and 0 < int(found["day"]) <= 31:
                yield from _parts(found)
    if language in {"zh", "ja"}:
        for found in _HAN.finditer(text):
            kind = found.lastgroup or ""
            weak = kind == "near"
            said = found[kind]
            key = _figure(said) if kind in {"month", "day"} else said.translate(_HAN_FIGURES)
            yield Item(*found.span(kind), f"{kind} {key}", weak)


def _parts(found: re.Match[str]) -> Iterator[Item]:
    for part in ("year", "month", "day"):
        if found[part]:
            yield Item(*found.span(part), f"{part} {int(found[part])}")


def _figure(text: str) -> int:
    return int(text) if text.isdigit() else han_numbers.value(text)


def _week(text: str, language: str) -> Iterator[Item]:
    pattern = _weekdays(language)
    if pattern is None:
        return
    known = lexicon(language)
    for found in pattern.finditer(text):
        word = found[0].lower().replace("’", "'")
        if word in known.days:
            yield Item(*found.span(), f"day {word}", weak=True)
        elif _is_weekday(text, found, language):
            yield Item(*found.span(), f"weekday {known.weekdays.get(word) or SHORT_DAYS[word]}")


def _is_weekday(text: str, found: re.Match[str], language: str) -> bool:
    if language not in {"en", "de"}:
        return True
    if found[0][0].islower():
        # In German one is written small where it tells of every such day: `montags`.
        return language == "de" and text[found.end() : found.end() + 1] == "s"
    if found[0].lower() not in SHORT_DAYS:
        return True
    before = text[max(0, found.start() - BEFORE) : found.start()].rstrip(" ")
    return re.split(r"[ \n]", before)[-1].lower() in _NEAR_A_DAY


def _years(text: str, language: str) -> Iterator[Item]:
    """Give figures that read as years; one before something counted ("2000 people") is none."""
    for found in _YEAR.finditer(text):
        if not _counted(language).match(text, found.end()):
            yield Item(*found.span(), f"year {found[0]}")
