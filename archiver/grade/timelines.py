"""Lines in which a page says when it was written or updated, and relative times."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

_LABELS: Final = (
    r"(?:last |first )?(?:updated|modified|published|posted|revised|edited)(?: on| at)?"
    r"|last update"
    r"|(?:zuletzt )?(?:aktualisiert|geändert|veröffentlicht|bearbeitet)(?: am| um| vor)?"
    r"|letzte (?:aktualisierung|änderung)|stand"
    r"|mise? à jour(?: le| à)?|mis à jour le|actualisé(?: le| à)?|modifié(?: le| à)?"
    r"|publié(?: le| à)?|dernière mise à jour"
    r"|(?:última )?actualiza(?:do|da|ción)(?: el| a las)?|publicado(?: el| a las)?"
    r"|modificado(?: el| a las)?"
    r"|(?:最后|最後|最近)?(?:更新|修改|发布|發布|发表|發表|刊登)(?:于|於|时间|時間|日期|在)?"
)
_UNITS: Final = (
    r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?"
    r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?"
    r"|secondes?|heures?|jours?|semaines?|mois|ans?"
    r"|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|[smhd]"
)
_COUNT: Final = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eine[mrn]?|zwei|drei|vier|fünf"
    r"|sechs|une?|deux|trois|quatre|cinq|un[oa]?|dos|tres|cuatro|cinco)"
)
_RELATIVE: Final = (
    rf"(?:about )?{_COUNT} ?(?:{_UNITS}) ago|vor {_COUNT} (?:{_UNITS})|il y a {_COUNT} (?:{_UNITS})"
    rf"|hace {_COUNT} (?:{_UNITS})"
    r"|[\d一二三四五六七八九十两兩几幾]+ ?(?:秒|分钟|分鐘|个?小时|個?小時|天|日"
    r"|周|週|个月|個月|年)之?前|just now|gerade eben|à l[’']instant|ahora mismo|刚刚|剛剛"
)
_NAMED: Final = (
    r"jan\w*|feb\w*|mar|mär\w*|march|mars|marzo|apr\w*|avr\w*|may|mai|mayo|jun[ei]?|juni?o?|juin|jul[iy]?"
    r"|julio|juil\w*|aug\w*|août|ago\w*|sep\w*|oct\w*|okt\w*|nov\w*|dec\w*|dez\w*|déc\w*|dic\w*|ene\w*|fév\w*"
    r"|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|today|yesterday|heute|gestern|hoy|ayer"
    r"|hier|aujourd[’']hui"
)
_ZONES: Final = r"GMT|UTC|BST|[CEMPW]?E?[SD]?T|CES?T|MES?Z|Uhr|hrs?|a\.?m\.?|p\.?m\.?|ist|jst"
_SMALL: Final = r"at|on|of|um|am|den|der|à|h|le|el|a|las|de|del|los|the|local|time|and|y|et|und"
_DATE: Final = (
    rf"(?:\d+(?:[.:/h-]\d+)*(?:st|nd|rd|th|er|h|am|pm|Z)?(?:T\d[\d:.]*Z?)?|{_NAMED}|{_ZONES}|{_SMALL}"
    r"|[年月日号號时時点點分秒]|(?:星期|周|週)[一二三四五六日天]|[上下]午|北京时间|今[天日]|昨[天日]"
    r"|[\s,.:：()（）|·•–—-]|\+\d\d:?\d\d)"
)


@cache
def _relatives() -> re.Pattern[str]:
    return re.compile(_RELATIVE, re.IGNORECASE)


@cache
def _month_or_figure() -> re.Pattern[str]:
    return re.compile(rf"\d+|\b(?:{_NAMED})\b", re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    """Compile on first use: it takes tens of milliseconds, and most commands grade nothing."""
    return re.compile(
        rf"[\W_]*(?:(?P<label>{_LABELS})[\s:：,.–—-]*(?:(?:{_RELATIVE})|{_DATE})*"
        rf"(?:{_RELATIVE}|{_DATE})|(?:{_RELATIVE})(?:更新|发布|發布)?)[\W_]*",
        re.IGNORECASE,
    )


_BORDER = re.compile(r"\n|\s*[|·•]\s*|\s+[–—]\s+|\s*[()（）]\s*")
_HINT = re.compile(
    r"updat|modif|publi|poste|revis|edit|aktual|geänd|veröff|bearb|stand|mis|actual"
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
    return bool(_line().fullmatch(text)) or _are_time_lines(_BORDER.split(text))


def _are_time_lines(parts: Sequence[str]) -> bool:
    """Say whether each of several parts tells a time: "Published 3 May · Updated 4 May"."""
    told = [part for part in parts if part.strip()]
    return len(told) > 1 and all(map(_line().fullmatch, told))


def has_segments(text: str) -> bool:
    """Say whether `text` has a bar, a bracket, a dot or a line feed to part it."""
    return bool(_BORDER.search(text))


def segment(text: str, start: int, end: int) -> str:
    """Give the part of `text` around [start:end], between bars, brackets, dots and line feeds."""
    first, last = 0, len(text)
    for border in _BORDER.finditer(text):
        if border.end() <= start:
            first = border.end()
        elif border.start() >= end:
            last = border.start()
            break
    return text[first:last]


def is_relative(text: str) -> bool:
    """Say whether a time line tells only how long ago, so that it changes by itself."""
    rest, n = _relatives().subn("", text)
    return n > 0 and not _month_or_figure().search(rest)


def told_time(text: str) -> tuple[str, ...]:
    """Give the figures and names that make a claimed time, in lower case: its signs left out."""
    return tuple(part.lower() for part in _month_or_figure().findall(text))
