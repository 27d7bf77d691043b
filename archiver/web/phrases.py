"""Times, spans and counts in words, as a reader says them."""

from datetime import datetime, timedelta
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not `strftime("%B")`, which speaks the language of the machine."""

UNITS: Final = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def moment(iso: str) -> str:
    """Write an ISO 8601 UTC time as people do.

    >>> moment("2025-03-04T06:15:00Z")
    '4 March 2025, 06:15 UTC'
    """
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}, {found:%H:%M} UTC"


def span(start: str, end: str) -> str:
    """Say how long it is from `start` to `end`, in its two greatest units.

    >>> span("2025-03-04T06:15:00Z", "2025-03-05T14:20:00Z")
    '1 day 8 hours'
    """
    try:
        length = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    except (ValueError, TypeError):
        return ""
    return duration(max(length, timedelta()).total_seconds())


def duration(seconds: float) -> str:
    """Say how long so many seconds are, in the two greatest units.

    >>> duration(115_500)
    '1 day 8 hours'
    """
    rest = int(seconds)
    parts = []
    for unit, length in UNITS:
        n, rest = divmod(rest, length)
        if n:
            parts.append(counted(n, unit))
        elif parts:
            break
    return " ".join(parts[:2]) or "0 seconds"


def counted(n: int, noun: str) -> str:
    """Give "1 word", "2 words".

    >>> counted(1200, "word")
    '1,200 words'
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
