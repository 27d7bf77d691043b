"""Lines in which a page says when it was written or updated, and relative times."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from archiver.grade.calendar import NAMES, NEAR
from archiver.grade.patterns import one_of

_LABELS: Final = (
    r"(?:article )?(?:last |first |originally |just )?(?:updated?|modified|published|posted"
    r"|revised|edited)"
    r"|(?:zuletzt |erstmals )?(?:aktualisiert|geändert|veröffentlicht|bearbeitet|publiziert)"
    r"|letzte (?:aktualisierung|änderung|bearbeitung)|stand"
    r"|(?:dernière )?mise? à jour|(?:article )?(?:actualisé|modifié|publié|posté)e?"
    r"|dernière modification"
    r"|(?:última )?(?:actualización|modificación)"
    r"|(?:artículo |noticia )?(?:actualizad|publicad|modificad)[oa]"
)
_HAN_LABELS: Final = (
    r"(?:最后|最後|最近)?(?:更新|修改|发布|發布|发表|發表|刊登)(?:于|於|时间|時間|日期|在)?"
)
_UNITS: Final = (
    r"(?:seconds?|secs?|minutes?|mins?|moments?|hours?|hrs?|days?|weeks?|months?"
    r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?"
    r"|secondes?|heures?|jours?|semaines?|mois"
    r"|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|[smhd])"
)
_YEARS: Final = "(?:years?|jahre?n?|ans?|años?)"
"""They tell of a page only behind a label: `Vor 30 Jahren` may head a look back."""

_COUNT: Final = (
    r"(?:(?:about|almost|nearly|over|less than|more than|weniger als|mehr als|etwa|rund|gut|knapp"
    r"|environ|moins d[’']|plus d[’']|casi|menos de|más de|unos|unas) ?)?"
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few"
    r"|a couple of"
    r"|some|eine[mrn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|einigen|wenigen"
    r"|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques"
    r"|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|algun[oa]s|poc[oa]s)"
)
_AGO: Final = (
    rf"{_COUNT} ?{_UNITS} ago|vor {_COUNT} {_UNITS}|il y a {_COUNT} {_UNITS}"
    rf"|hace {_COUNT} {_UNITS}|moments ago|just now|gerade eben|soeben|à l[’']instant|ahora mismo"
    r"|hace (?:un momento|instantes)"
)
_LONG_AGO: Final = (
    rf"{_COUNT} ?{_YEARS} ago|vor {_COUNT} {_YEARS}|il y a {_COUNT} {_YEARS}"
    rf"|hace {_COUNT} {_YEARS}"
)
_HAN_AGO: Final = (
    r"[\d一二三四五六七八九十两兩几幾]{1,6} ?(?:秒鐘?|秒钟|分钟|分鐘|个?小时|個?小時|天|日"
    r"|周|週|个?月|個?月)(?:之|以)?前|刚刚|剛剛|刚才|剛才"
)
_HAN_LONG_AGO: Final = r"[\d一二三四五六七八九十两兩几幾]{1,6} ?年(?:之|以)?前"
_SMALL: Final = (
    r"[ap]\.? ?m|date|at|on|of|the|local|time|and|um|am|den|der|und|à|h|le|et|el|a|las|de|del|los|y"
    r"|GMT|UTC|BST|[ACEIJKMPW]?E?[SD]?T|CES?T|MES?Z|uhr|hrs?"
)
_READING: Final = (
    r"(?:temps de lecture|lecture|lesezeit|lesedauer|reading time|tiempo de lectura|lectura)"
    r" ?:? ?(?:de )?\d{1,4} ?(?:minute[ns]?|minutos?|min)|\d{1,4}[ -]min(?:ute)?s? (?:read"
    r"|de lecture)"
)
"""How long the page takes to read: it often stands before the date."""

_END: Final = r"(?![a-zß-ÿ])"
_PLACE: Final = r"(?<=[-–—] )(?-i:[A-Z]{3,}(?: [A-Z]{3,})?)(?=\W*$)"
"""Where it was written, behind a dash at the end: "10:02 am IST - NEW DELHI"."""


@cache
def _piece() -> re.Pattern[str]:
    """Compile on first use: it takes tens of milliseconds, and most commands grade nothing."""
    return re.compile(
        rf"{_READING}{_END}|(?P<ago>(?:{_AGO}){_END}|{_HAN_AGO})"
        rf"|(?P<long_ago>(?:{_LONG_AGO}){_END}|{_HAN_LONG_AGO})"
        rf"|(?P<label>(?:{_LABELS}){_END}|{_HAN_LABELS})"
        rf"|(?P<told>\d{{4}}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d+(?:st|nd|rd|th|er|h(?=\d)|(?=[ap]m))?"
        rf"|(?:{NAMES}|{one_of(NEAR)}){_END}|今[天日]|昨[天日])"
        rf"|(?:{_SMALL}){_END}|{_PLACE}"
        r"|[年月日号號时時点點分秒]|(?:星期|周|週)[一二三四五六日天]|[上下]午|北京时间|[\W_]+",
        re.IGNORECASE,
    )


@cache
def _relatives() -> re.Pattern[str]:
    return re.compile(
        rf"{_READING}{_END}|(?:{_AGO}|{_LONG_AGO}){_END}|{_HAN_AGO}|{_HAN_LONG_AGO}", re.IGNORECASE
    )


def without_relatives(text: str) -> str:
    """Give `text` without what says only how long ago something was, or takes to read."""
    return _relatives().sub(" ", text)


_BARS: Final = r"\n|\s*[|·•]\s*"
_ASIDES: Final = r"\s+[–—]\s+|\s*[()（）]\s*"
_BAR = re.compile(_BARS)
_ASIDE = re.compile(_ASIDES)
_BORDER = re.compile(rf"{_BARS}|{_ASIDES}")
_AUTHOR = re.compile(r"(?:by|von|par|por) (?=[A-ZÀ-Þ])")
"""Who wrote it may go on in lower case behind a time: "Berlin (vor 5 Stunden) von Ada Feder"."""

_FULL_STOP = re.compile(r"(?<!\b[ap]\.m)(?<!\b[AP]\.M)[.!?…。！？][”\"»’]*\s*$")
_HINT = re.compile(
    r"updat|modif|publi|poste|revis|edit|aktual|änder|veröff|bearb|stand|mis|actual"
    r"|ago\b|vor |il y a"
    r"|hace|更新|修改|发|發|刊|前|now|eben|instant|ahora|刚|剛",
    re.IGNORECASE,
)
LONGEST: Final = 120
"""Letters a time line has at most: "Last updated on Wednesday, 23 September 2024 at 10:30 a.m."."""


def may_tell_time(text: str) -> bool:
    """Say, soon, whether some part of `text` may be a time line."""
    return bool(_HINT.search(text))


def is_time_line(text: str) -> bool:
    """Say whether `text` as a whole tells when a page was written, or how long ago.

    >>> is_time_line("Last updated: 3 May 2024, 10:30 GMT"), is_time_line("vor 5 Stunden")
    (True, True)
    >>> is_time_line("The report was published last week.")
    False
    """
    if len(text) > LONGEST or not _HINT.search(text):
        return False
    return _is_one(text) or _are_time_lines(_BORDER.split(text))


def are_page_times(old: str, new: str) -> bool:
    """Say whether two lines are a date with its year and a clock time, and those of a page.

    An event begins at a full five minutes, so one of them must not.

    >>> are_page_times("12.05.2025 - 14:32 Uhr", "12.05.2025 - 15:10 Uhr")
    True
    >>> are_page_times("12.05.2025 - 19:30 Uhr", "12.05.2025 - 20:00 Uhr")
    False
    """
    if max(len(old), len(new)) > LONGEST:
        return False
    was, now = _dated_clock().fullmatch(old), _dated_clock().fullmatch(new)
    return bool(was and now) and any(
        found["last"] not in {"0", "5"} for found in (was, now) if found
    )


@cache
def _dated_clock() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:\d{{4}}-\d\d-\d\d|\d\d?[./]\d\d?[./](?:20)?\d\d"
        rf"|(?:\d\d?\.? (?:de )?)?(?:{NAMES})\.?"
        r"(?: \d\d?)?,? (?:de )?20\d\d)(?: ?[-–,|/à]| um| at| a las)? ?\d\d?[:.h]\d(?P<last>\d)"
        rf"(?: ?(?:{_SMALL})\.?)?\s*",
        re.IGNORECASE,
    )


def _is_one(text: str) -> bool:
    read = _pieces(text)
    if read is None:
        return False
    return "ago" in read or read >= {"label", "told"} or read >= {"label", "long_ago"}


def _pieces(text: str) -> set[str | None] | None:
    """Read `text` piece by piece, none of them twice, so that hostile text costs no more.

    Give what kinds of pieces it holds, None where it holds anything else.
    """
    read: set[str | None] = set()
    end = 0
    while end < len(text):
        piece = _piece().match(text, end)
        if piece is None:
            return None
        read.add(piece.lastgroup)
        end = piece.end()
    return read


def _are_time_lines(parts: Sequence[str]) -> bool:
    """Say whether each of several parts tells a time: "Published 3 May · Updated 4 May"."""
    told = [part for part in parts if part.strip()]
    return len(told) > 1 and all(map(_is_one, told))


def has_segments(text: str) -> bool:
    """Say whether `text` has a bar, a bracket, a dot or a line feed to part it."""
    return bool(_BORDER.search(text))


def segment(text: str, start: int, end: int) -> str:
    """Give the part of `text` around [start:end], between bars, brackets, dots and line feeds.

    A dash or a bracket parts no sentence: what stands in it is an aside, and no line of its own.

    >>> segment("Brack – 5 hours ago – 3 comments", 8, 9)
    '5 hours ago'
    >>> segment("He died – 5 years ago – in Rome.", 10, 11)
    'He died – 5 years ago – in Rome.'
    """
    first, last = _between(_BAR, text, start, end)
    part = text[first:last]
    inner, outer = _between(_ASIDE, part, start - first, end - first)
    return part if _in_sentence(part, inner, outer) else part[inner:outer]


def _between(border: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the part around [start:end] begins and ends between two borders."""
    first, last = 0, len(text)
    for found in border.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Say whether a sentence goes on behind text[start:end], or ends in or behind it.

    A time that opens the text, or has only a place in capitals before it, belongs to none: "LONDON
    (updated 3 May) – The vote was in June."
    """
    before, behind = text[:start].rstrip(" –—(（"), _ASIDE.sub("", text[end:], count=1)
    goes_on = behind[:1].islower() and not (_AUTHOR.match(behind) or _tells_only_time(behind))
    is_stopped = bool(_FULL_STOP.search(text))
    if not before:
        # "Last updated 5 May — see all" is a line, "5 years ago – he was 30 – it shut." is not.
        return goes_on and is_stopped
    if goes_on or before.isupper():
        return goes_on
    # A stop inside the brackets is that of a line of its own: "It shut. (Updated 3 May.)"
    return is_stopped


def _tells_only_time(text: str) -> bool:
    """Say whether the next part of a line is of a time too, as in "(5 hours ago) at 10:30"."""
    return _pieces(_BORDER.split(text, maxsplit=1)[0]) is not None
