"""What moment a claimed time tells, however it is spelled: "Sept. 5" and "5 September" are one."""

import re
from datetime import UTC, datetime
from typing import Final

from archiver.grade.calendar import MONTHS, NEAR, WEEKDAYS
from archiver.grade.timelines import is_time_line, without_relatives

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: ?[Zz]\b| ?[+-]\d\d:?\d\d)?"
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d\d?)(?:[:.h](?P<minute>\d\d))?(?::(?P<second>\d\d))? ?(?P<half>[ap])\.? ?m\b"
    r"|\b(?P<hour24>\d\d?)[:h](?P<minute24>\d\d)(?::(?P<second24>\d\d))?\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<year_first>\d{4}[./-]\d\d?[./-]\d\d?\b)|(?P<day_first>\d\d?\.\d\d?\.\d{4})"
    r"|(?P<slashed>\d\d?/\d\d?/\d{2,4})|(?P<month>\d\d?)月|(?P<figure>\d+)"
    r"|(?P<now>今[天日]|昨[天日]|[上下]午)|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)?)"
)

LONGEST: Final = 500
"""Letters of a claimed time that is read; a longer text tells nothing but itself."""


def told_time(text: str) -> tuple[str, ...]:
    """Give the parts of the moment that a claimed time tells: the same for any of its spellings.

    What says only how long ago is left out, and so are the names of time zones.

    >>> told_time("Updated Sept. 5, 2 p.m.") == told_time("updated: 5 September, 14:00")
    True
    >>> told_time("2024-05-03T10:00:00Z") == told_time("2024-05-03T12:00:00+02:00")
    True
    """
    if len(text) > LONGEST:
        return (text,)
    parts: list[str] = []
    rest = without_relatives(text)
    for pattern, read in ((_ISO, _moment), (_CLOCK, _clock)):
        parts += (read(found) for found in pattern.finditer(rest))
        rest = pattern.sub(" ", rest)
    parts += (part for found in _PART.finditer(rest) for part in _parts(found) if part)
    if any(part[0] != "w" for part in parts if not part.isdigit()):
        parts = [part for part in parts if part[0] != "w"]
    return tuple(sorted(parts))


def is_relative(text: str) -> bool:
    """Say whether a line tells only how long ago something was, so that it changes by itself."""
    return is_time_line(text) and not told_time(text)


def _moment(found: re.Match[str]) -> str:
    try:
        read = datetime.fromisoformat(found[0].replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return found[0]
    return (read.astimezone(UTC) if read.tzinfo else read).isoformat()


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"] or found["hour24"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    minute = found["minute"] or found["minute24"] or "00"
    second = found["second"] or found["second24"]
    return f"{hour}:{minute}" + (f":{second}" if second else "")


def _parts(found: re.Match[str]) -> tuple[str, ...]:
    """Give the parts of a date: "m5" for a month, "w3" for a weekday, "" for any other word.

    Where it is not known whether the day or the month comes first, they are one part.
    """
    figures = [str(int(figure)) for figure in re.findall(r"\d+", found[0])]
    if found["year_first"] or found["day_first"]:
        return figures[0], f"m{figures[1]}", figures[2]
    if found["slashed"]:
        return ("/".join(figures),)
    if found["month"]:
        return (f"m{figures[0]}",)
    if found["figure"]:
        return (figures[0],)
    word = found[0].lower()
    if word in MONTHS:
        return (f"m{MONTHS[word]}",)
    if word in WEEKDAYS:
        return (f"w{WEEKDAYS[word]}",)
    return (word if word in NEAR or found["now"] else "",)
