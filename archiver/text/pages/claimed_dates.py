"""Dates as pages claim them, in ISO 8601 as precise as they are given: nothing is filled in."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import NamedTuple

from archiver.model import ClaimName
from archiver.text.fields import SAYS_WHEN, SEPARATORS, UPDATED, UPDATED_WORDS, words_n
from archiver.text.normalise import normalise

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января",
            "february feb februar février fevrier févr febrero febbraio fevereiro februari февраля",
            "march mar märz maerz mär mrz mars marzo março maart марта",
            "april apr avril avr abril abr aprile апреля",
            "may mai mayo maggio mag maio mei мая",
            "june jun juni juin junio giugno giu junho июня",
            "july jul juli juillet juil julio luglio lug julho июля",
            "august aug août aout agosto ago augustus августа",
            "september sep sept septembre septiembre setiembre settembre setembro set сентября",
            "october oct oktober okt octobre octubre ottobre ott outubro out октября",
            "november nov novembre noviembre novembro ноября",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря",
        ),
        1,
    )
    for name in names.split()
}
"""English, German, French, Spanish, Italian, Portuguese, Dutch, Russian."""

CLOCK = (
    r"(?<![\d:.])(?P<noon>上午|凌晨|早上|下午|晚上|中午|오전|오후)?\s*(?P<hour>\d{1,2})"
    r"(?:\s?(?:[:：h時时시]|\.(?=\d\d\s?(?:Uhr|[ap]\.?m|[A-Z]{2,3}T\b|UTC)))\s?(?P<minute>\d{2})(?!\d)"
    r"(?:[:：](?P<second>\d{2}(?:[.,]\d+)?))?\s?[分분]?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|\s?(?P<whole>[ap]\.?\s?m\b\.?))"
)
ZONE = r"(?:\s*\(?(?P<utc>Z|UTC|GMT)\b\)?)?\s?(?P<offset>[+−-]\d{1,2}(?::?\d{2})?(?!\d))?"
TIME = re.compile(CLOCK + ZONE, re.IGNORECASE)
"""A time of day; of its zone only what is exact. "ET" is two offsets, "BST" two countries."""

ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T @]\s?(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}(?:[.,]\d+)?))?"
    r"\s?(?P<utc>Z|UTC|GMT)?(?P<offset>[+−-]\d{2}(?::?\d{2})?)?(?:\s[A-Z]{2,4})?)?)?)?",
    re.IGNORECASE,
)
BASIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<utc>Z)?(?P<offset>[+-]\d{2,4})?)?"
)
DAY = r"(?<![\d:.,/-])(?P<day>\d{1,2})"
YEAR = r"(?P<year>\d{4})(?!\d)"
NAME = r"(?P<name>[^\W\d_]{3,10})"
DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일号]",
        rf"(?<![\d./-]){YEAR}(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"{DAY}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:(?:of|de)\s+)?{NAME}\.?,?[\s-]+(?:del?\s+)?{YEAR}",
        rf"(?<!\w){NAME}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?![\d:])",
        rf"(?<![\d./-])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}",
        r"(?<![\d./-])(?P<one>\d{1,2})(?P<mark>[/-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
    )
)
"""Dots are day, month, year wherever they are used; slashes are not."""
MONTH = re.compile(rf"{NAME}\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})")

ANNOUNCED: tuple[tuple[ClaimName, re.Pattern[str]], ...] = (
    ("claimed_modified", UPDATED),
    (
        "claimed_modified",
        re.compile(
            r"(?<!\w)(?:(?:last\s+)?(?:modified|changed|edited|revised)(?:\s+(?:on|at))?"
            r"|zuletzt\s+aktualisiert(?:\s+am)?|(?:zuletzt\s+)?(?:geändert|bearbeitet)(?:\s+am)?|letzte\s+(?:aktualisierung|änderung)"
            r"|stand(?=\s*:)|dernière\s+(?:mise\s+à\s+jour|modification)|modifié(?:\s+le)?"
            r"|última\s+actualización|actualizad[oa](?:\s+el)?|modificado(?:\s+el)?|aggiornato(?:\s+il)?"
            r"|(?:última\s+)?atualiza(?:do|ção)(?:\s+em)?|修改时间|修改|修订)(?!\w)\s*[:：]?\s*",
            re.IGNORECASE,
        ),
    ),
    (
        "claimed_published",
        re.compile(
            r"(?<!\w)(?:(?:first\s+|originally\s+)?(?:published|posted)(?:\s+(?:on|at))?"
            r"|veröffentlicht(?:\s+am)?|erschienen(?:\s+am)?|publiée?(?:\s+le)?"
            r"|publicad[oa](?:\s+(?:el|em))?|pubblicato(?:\s+il)?|опубликовано"
            r"|发布时间|发布于|发布|发表于|发表时间|发稿时间|首发于)(?:(?!\w)|(?<=[\u4e00-\u9fff]))"
            r"\s*[:：]?\s*",
            re.IGNORECASE,
        ),
    ),
)
"""How a line announces that a date follows, and which."""

AUTHOR = re.compile(r"(?<=\d)\s+(?:by|von|par|por|di|in)\s.*$", re.IGNORECASE)
NUMBERS = re.compile(r"\d[./-]\d|[年月日]")
PREPOSITION = re.compile(r"^(?:on|am|le|el|il|em)\s+(?=\S)", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(?:ago|just\s+now|today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje"
    r"|ontem|сегодня|вчера|назад)\b|\b(?:vor|il\s+y\s+a|hace|há)\s+(?:\d|un|ein)"
    r"|[秒分时天周月年]钟?[以之]?前|小时前|刚刚|今天|昨天|今日|昨日|前$",
    re.IGNORECASE,
)
MOST_CHARACTERS = 200


class _Day(NamedTuple):
    """A day as written, ISO 8601, and where in the text it stands."""

    day: str
    start: int
    end: int


def moment(text: str) -> str:
    """Give the date that `text` names, "" where it names none with a year, or several.

    A zone that is not given as an offset, such as "ET", stays away: what it means depends on the
    day. "03/04/2024" is two days, so it is none.

    >>> moment("2024-05-01T10:00:00+02:00"), moment("2024-05"), moment("May 14, 2024, 4:05 p.m. ET")
    ('2024-05-01T10:00:00+02:00', '2024-05', '2024-05-14T16:05')
    >>> moment("3 May"), moment("5 minutes ago"), moment("03/04/2024"), moment("14. Mai 2024")
    ('', '', '', '2024-05-14')
    """
    text = normalise(text)
    if len(text) > MOST_CHARACTERS:
        return ""
    for pattern in (ISO, BASIC):
        if found := pattern.fullmatch(text):
            return _whole(found)
    if found := MONTH.fullmatch(text):
        month = MONTHS.get(found["name"].lower())
        return f"{found['year']}-{month:02}" if month else ""
    days = list(_days(text))
    if len(_distinct(text)) != 1:
        return ""
    day = days[0]
    rest = f"{text[: day.start]} | {text[day.end :].removeprefix('T')}"
    clocks = {_clock(found) for found in TIME.finditer(rest)} - {""}
    return f"{day.day}T{clocks.pop()}" if len(clocks) == 1 else day.day


def is_relative(text: str) -> bool:
    """Tell whether a date counts from the reader's own clock, as "5 minutes ago" does."""
    return RELATIVE.search(text) is not None and not re.search(r"\d\s+(?:de\s+)?ago\b.*\d{4}", text)


def announced(line: str) -> Iterator[tuple[ClaimName, str]]:
    """Give the dates that a line announces, verbatim, without the words that announce them.

    >>> list(announced("Published 3 May 2024 | Last updated: 5 May 2024"))
    [('claimed_published', '3 May 2024'), ('claimed_modified', '5 May 2024')]
    """
    if len(line) > MOST_CHARACTERS:
        return
    starts = sorted(
        (found.start(), -found.end(), name)
        for name, pattern in ANNOUNCED
        for found in pattern.finditer(line)
    )
    for number, (start, end, name) in enumerate(starts):
        if number and start < -starts[number - 1][1]:
            continue  # inside the one before it
        until = next((other for other, _, _ in starts[number + 1 :] if other >= -end), len(line))
        text = PREPOSITION.sub("", line[-end:until].strip(f"{SEPARATORS}()（）[]"))
        text = text[: stop.start()] if (stop := AUTHOR.search(text)) else text
        if words_n(text) <= UPDATED_WORDS and says_when(text) and len(_distinct(text)) < 2:
            yield name, text


def says_when(text: str) -> bool:
    """Tell whether a text names a day or a time, whole or not, or counts from now."""
    return SAYS_WHEN.search(text) is not None and (
        NUMBERS.search(text) is not None
        or TIME.search(text) is not None
        or is_relative(text)
        or any(word.lower() in MONTHS for word in re.findall(r"[^\W\d_]+", text))
    )


def _distinct(text: str) -> set[str]:
    return {day.day for day in _days(text)}


def _days(text: str) -> Iterator[_Day]:
    """Give all days that a text writes out, with their year."""
    for pattern in DAYS:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            if "one" in parts:
                one, other = int(parts["one"]), int(parts["other"])
                if min(one, other) > 12 or max(one, other) <= 12 and one != other:  # noqa: RUF021
                    continue
                day, month = max(one, other), min(one, other)
            else:
                named = parts.get("name")
                month = MONTHS.get(named.lower(), 0) if named else int(parts["month"])
                day = int(parts["day"])
            if whole := _day(int(parts["year"]), month, day):
                yield _Day(whole, found.start(), found.end())


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _whole(found: re.Match[str]) -> str:
    """Check that there is such a day and time, and give it as it is written."""
    year, month, day = found.group("year", "month", "day")
    if not _day(int(year), int(month or 1), int(day or 1)):
        return ""
    whole = "-".join(part for part in (year, month, day) if part)
    if not found["hour"]:
        return whole
    clock = _clock(found)
    return f"{whole}T{clock}" if clock else ""


def _clock(found: re.Match[str]) -> str:
    """Give a time of day as ISO 8601, with its offset where that is given; "" if there is none."""
    parts = found.groupdict()
    hour, minute, second = int(parts["hour"]), parts["minute"], parts["second"]
    half = (parts.get("half") or parts.get("whole") or "").lower()
    noon = parts.get("noon")
    if half:
        is_late = half.startswith("p")
        if hour == 0 or hour > (23 if is_late else 12):  # pages do write "15:24pm"
            return ""
        hour = hour % 12 + 12 * is_late
    elif noon in {"下午", "晚上", "오후"} and hour < 12:
        hour += 12
    if hour > 23 or int(minute or 0) > 59 or second and int(second[:2]) > 59:  # noqa: RUF021
        return ""
    clock = ":".join(part for part in (f"{hour:02}", minute, second) if part).replace(",", ".")
    offset = _offset(parts["offset"])
    return clock + (offset or ("Z" if parts["utc"] else ""))


def _offset(given: str | None) -> str:
    """Give an offset as ±hh:mm. "-00:00" says that the zone is not known (RFC 3339, 4.3)."""
    if not given:
        return ""
    hours, _, minutes = given[1:].partition(":") if ":" in given else (given[1:3], "", given[3:])
    digits = hours.rjust(2, "0") + minutes.ljust(2, "0")
    sign = "+" if given[0] == "+" else "-"
    try:
        time.fromisoformat(f"00:00{sign}{digits[:2]}:{digits[2:]}")
    except ValueError:
        return ""
    return "" if sign == "-" and digits == "0000" else f"{sign}{digits[:2]}:{digits[2:]}"
