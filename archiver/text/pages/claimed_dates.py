"""Dates as pages claim them, in ISO 8601 as precise as they are given: nothing is filled in."""

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

from archiver.text.fields import UPDATED

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio",
            "february feb februar février fevrier févr febrero febbraio",
            "march mar märz maerz mrz mars marzo",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio",
            "june jun juni juin junio giugno",
            "july jul juli juillet juil julio luglio",
            "august aug août aout agosto ago",
            "september sep sept septembre septiembre setiembre settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre",
        ),
        1,
    )
    for name in names.split()
}

ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
CHINESE = re.compile(
    r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
    r"(?:\s*(?P<hour>\d{1,2})[:：时](?P<minute>\d{2}))?"
)
NAME = r"[^\W\d_]{3,10}"
DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?P<name>{NAME})\.?,?\s+(?:de\s+)?"
    r"(?P<year>\d{4})\b"
)
MONTH_FIRST = re.compile(
    rf"\b(?P<name>{NAME})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"
)
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\b)?", re.IGNORECASE
)
MOST_CHARACTERS = 200


def moment(text: str) -> str:
    """Give the date that `text` names, "" where it names none that is whole.

    A zone that is not given as an offset, such as "ET", stays away: what it means depends on the
    day. "03/04/2024" is two days, so it is none.

    >>> moment("2024-05-01T10:00:00+02:00"), moment("2024-05"), moment("May 14, 2024, 4:05 p.m. ET")
    ('2024-05-01T10:00:00+02:00', '2024-05', '2024-05-14T16:05')
    >>> moment("3 May"), moment("5 minutes ago"), moment("03/04/2024"), moment("14. Mai 2024")
    ('', '', '', '2024-05-14')
    """
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        return ""
    if found := ISO.fullmatch(text):
        return _iso(found)
    if found := CHINESE.search(text):
        return _written(found, int(found["month"]), found)
    if re.match(r"[A-Z][a-z]{2}, \d", text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError):
            return ""
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for found in pattern.finditer(text):
            month = MONTHS.get(found["name"].lower())
            if month:
                return _written(found, month, CLOCK.search(text, found.end()))
    return ""


def _iso(found: re.Match[str]) -> str:
    """Check that there is such a day and time, and give it as it is written."""
    year, month, day, clock, zone = found.group("year", "month", "day", "time", "zone")
    try:
        datetime(int(year), int(month or 1), int(day or 1))  # noqa: DTZ001 - a check
        if clock:
            time.fromisoformat(clock)
    except ValueError:
        return ""
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    whole = "-".join(part for part in (year, month, day) if part)
    return f"{whole}T{clock}{zone or ''}" if clock else whole


def _written(found: re.Match[str], month: int, clock: re.Match[str] | None) -> str:
    try:
        day = date(int(found["year"]), month, int(found["day"])).isoformat()
        if clock is None or clock["hour"] is None:
            return day
        hour = int(clock["hour"])
        half = (clock.groupdict().get("half") or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        return f"{day}T{time(hour, int(clock['minute'])).isoformat(timespec='minutes')}"
    except ValueError:
        return ""


def says_updated(text: str) -> bool:
    """Say whether a line announces when the page was updated."""
    return len(text) <= MOST_CHARACTERS and UPDATED.search(text) is not None
