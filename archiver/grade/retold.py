"""Numbers and dates that a change took out and put in, without those that only look otherwise."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import attrgetter
from typing import Final

from archiver.grade.items import Item, gone_and_come, is_change, less
from archiver.grade.lexicon import lexicon
from archiver.grade.passages import Passage
from archiver.grade.patterns import words
from archiver.grade.sides import Side

Found = list[Item]


def numbers_changed(passage: Passage) -> bool:
    """Say whether a change is one of numbers by value."""
    numbers, _ = _changed(passage)
    return is_change(*numbers)


def dates_changed(passage: Passage) -> bool:
    """Say whether a change is one of dates."""
    _, (gone, come) = _changed(passage)
    return is_change(gone, come) and not _is_capital(passage, gone, come)


def _is_capital(passage: Passage, gone: Found, come: Found) -> bool:
    """Say whether a weekday or a month only lost or got its capital."""
    if passage.change.old.lower() != passage.change.new.lower():
        return False
    found = [
        side.text[item.start : item.end].lower()
        for side, items in ((passage.old, gone), (passage.new, come))
        for item in items
    ]
    known = lexicon(passage.new.language)
    return all(
        len(word) >= LONG and (word in known.weekdays or word in known.months) for word in found
    ) and _SMALL_TOO.get(passage.new.language, frozenset()).isdisjoint(found)


LONG: Final = 4
"""Letters of a weekday or a month that, written small, is no other word: `may` and `sun` are."""

_SMALL_TOO: Final = {"en": words("march august"), "fr": words("mars")}
"""Longer months that are."""


def is_retold(passage: Passage) -> bool:
    """Say whether all numbers and dates of a change are only written in a way read otherwise."""
    before = any(is_change(*found) for found in _gone_and_come(passage))
    return before and not any(is_change(*found) for found in _changed(passage))


def _gone_and_come(passage: Passage) -> tuple[tuple[Found, Found], tuple[Found, Found]]:
    """Give the numbers that went and came, and the dates."""
    old, new, spans = passage.old, passage.new, passage.spans
    return (
        gone_and_come(old.numbers, new.numbers, *spans),
        gone_and_come(old.dates, new.dates, *spans),
    )


def _changed(passage: Passage) -> tuple[tuple[Found, Found], tuple[Found, Found]]:
    """Give the numbers that went and came, and the dates, less what says the same on both sides."""
    (gone, come), (past, next_) = _gone_and_come(passage)
    # A count from 1600 to 2099 is read as a year where it has no sign between its thousands.
    gone, next_ = _without(gone, next_, lambda item: [f"year {item.key}"])
    come, past = _without(come, past, lambda item: [f"year {item.key}"])
    for century in ("19", "20"):
        gone, next_ = _without(gone, next_, _decade(century, passage.old))
        come, past = _without(come, past, _decade(century, passage.new))
    for others in _OTHERWISE:
        gone, come = _without(gone, come, _read(others, passage.old))
        come, gone = _without(come, gone, _read(others, passage.new))
    return (gone, come), (past, next_)


def _decade(century: str, side: Side) -> Callable[[Item], list[str]]:
    """Read the nineties, the 90s, `les années 90` as a decade of `century`."""

    def years(item: Item) -> list[str]:
        around = side.text[max(0, item.start - BEFORE) : item.end + BEHIND].lower()
        found = _DECADE.fullmatch(item.key)
        if found is None or (century == "20" and found[1] > "20"):
            return []
        if not found[2] and not any(word in around for word in _DECADES):
            return []
        return [f"year {century}{found[1]}{found[2]}"]

    return years


BEFORE: Final = 7
BEHIND: Final = 2
"""Letters beside a number that may tell of a decade."""

_DECADE: Final = re.compile(r"(\d0)(s|er|)")
_DECADES: Final = ("années ", "años ", "年代")


def _read(others: Callable[[str, str], Sequence[str]], side: Side) -> Callable[[Item], list[str]]:
    return lambda item: list(others(item.key, side.text[item.start : item.end].lower()))


def _without(
    ones: Found, fellows: Found, others: Callable[[Item], list[str]]
) -> tuple[Found, Found]:
    """Take out of `ones` each whose other keys are all among `fellows`, and those there."""
    if not ones or not fellows:
        return ones, fellows
    known = Counter(item.key for item in fellows)
    taken: Counter[str] = Counter()
    left: Found = []
    for one in ones:
        wanted = others(one)
        if wanted and all(known[key] > taken[key] for key in wanted):
            taken.update(wanted)
        else:
            left.append(one)
    if not taken:
        return ones, fellows
    return left, less(fellows, taken, attrgetter("key"))


def _weight(key: str, text: str) -> Sequence[str]:
    """Five pounds may be a weight: only in words, as `£5` is money."""
    return [key[1:], f"{key[1:]} lb"] if key[0] == "£" and _POUNDS.search(text) else ()


def _degrees(key: str, text: str) -> Sequence[str]:
    """Beside 5 °C, `5C` tells degrees, and no school class."""
    found = _HEAT.fullmatch(key)
    return [found[1], f"{found[1]} °{found[2]}"] if found else ()


def _noon(key: str, text: str) -> Sequence[str]:
    """Noon is `12h`, and midnight `0h`."""
    return [key[:-3], f"{key[:-3]} h"] if key in {"12:00", "0:00"} else ()


def _midnight(key: str, text: str) -> Sequence[str]:
    return ["24"] if key == "0:00" else ()


def _afternoon(key: str, text: str) -> Sequence[str]:
    """Of 24 hours, those from one in the afternoon: 18:30 is 6:30 pm."""
    found = _LATE.fullmatch(key)
    if found is None:
        return ()
    hour = f"{int(found[1]) - 12}{found[2].removesuffix(':00')}"
    return [f"{hour} h"] if found[3] else [hour, f"{hour} pm"]


def _clock(key: str, text: str) -> Sequence[str]:
    """A clock time with a point for its colon."""
    found = _TIME.fullmatch(key)
    return [str(Fraction(f"{found[1]}.{found[2]}"))] if found else ()


def _millions(key: str, text: str) -> Sequence[str]:
    """Beside five million, `5m` are no metres."""
    if not (key.isdecimal() and text.rstrip(".").endswith(" million")):
        return ()
    plain = str(Fraction(key) / 10**6)
    return [plain, f"{plain} m"]


def _half_hour(key: str, text: str) -> Sequence[str]:
    """`Sept heures et demie` is half past seven, where it is no stretch of time."""
    found = _SEVEN_AND_A_HALF.fullmatch(key)
    return [f"{int(found[1]) // 2}:30"] if found and " et demi" in text else ()


def _smaller(key: str, text: str) -> Sequence[str]:
    """Half an hour is thirty minutes, half a century fifty years."""
    found = _HALF_OF.search(text) if _IN_QUARTERS.fullmatch(key) else None
    if found is None:
        return ()
    n, unit = next(_SMALLER[kind] for kind in found.groupdict() if found[kind])
    whole = str(Fraction(key) * n)
    return [whole, f"{whole} {unit}"]


def _percent(key: str, text: str) -> Sequence[str]:
    """Three quarters are 75 %, where the percents are whole."""
    if not _SHARE.fullmatch(key) or Fraction(key) >= 1:
        return ()
    percent = Fraction(key) * 100
    return [f"{percent}%"] if percent.denominator == 1 else ()


def _score(key: str, text: str) -> Sequence[str]:
    """A score with a colon for its hyphen: both of its numbers, and their order."""
    found = _SCORE.fullmatch(key)
    return [found[1], found[2], f"{found[1]}-{found[2]}"] if found else ()


def _dash(key: str, text: str) -> Sequence[str]:
    """A minus sign that may be a dash, beside one that can be none."""
    return [key[1:], f"{key[1:]} -"] if key[0] == "-" else ()


_OTHERWISE: Final = (
    _weight,
    _degrees,
    _noon,
    _midnight,
    _afternoon,
    _clock,
    _millions,
    _half_hour,
    _smaller,
    _percent,
    _score,
    _dash,
)
"""Readings of a number as others: given its key and its text, the keys that may stand for it."""

_POUNDS: Final = re.compile(r"\bpounds?$")
_HEAT: Final = re.compile(r"(-?\d+(?:/\d+)?)([CF])")
_SEVEN_AND_A_HALF: Final = re.compile(r"(\d{1,2})/2")
_SCORE: Final = re.compile(r"(\d{1,3}):(\d{1,3})")
_SHARE: Final = re.compile(r"\d{1,2}/[1-9]\d{0,2}")
_IN_QUARTERS: Final = re.compile(r"\d{1,3}/[24]")
_HALF_OF: Final = re.compile(
    r"(?P<hour>\bhour|\b(?:drei)?(?:viertel)?stunde|\bheure|\bhora|小[时時])"
    r"|(?P<year>\b(?:years?|jahre?n?|ans?(?= et)|años?)\b|年)"
    r"|(?P<century>\b(?:century|jahrhundert|siècle|siglo)\b)"
)
_SMALLER: Final = {"hour": (60, "min"), "year": (12, "mo"), "century": (100, "y")}
_LATE: Final = re.compile(r"(1[3-9]|2[0-3])((?::[0-5]\d)?)( h)?")
_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
