"""Halves and quarters said beside a number: `a year and a half`, `siete y cuarto`, `halb acht`."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from archiver.grade.patterns import NEVER, one_of, words

HALF: Final = words("half demi medio media halbe halber halbes halben halbem")
"""A half before what is halved."""

_HALVED: Final[Mapping[str, str]] = {
    "en": "hour day week month year decade century million billion trillion mile kilometre"
    " kilometer metre meter pound kilo litre liter point percent percentage dozen",
    "de": "stunde tag tage jahr jahre jahrzehnt jahrhundert million milliarde billion dutzend meile"
    " meter kilometer pfund kilo liter prozent prozentpunkt tonne",
    "fr": "heure heures journée siècle siècles décennie million milliard mètre kilomètre litre kilo"
    " point tonne",
    "es": "hora horas año siglo década millón billón metro kilómetro litro kilo kilogramo tonelada"
    " punto minuto segundo",
}
"""What is halved so, and is then no plain hour or million. `Medio ambiente` halves nothing."""

_ONE_AND: Final[Mapping[str, str]] = {
    "en": "hour day week month year decade century mile kilometre kilometer metre meter pound kilo"
    " litre liter point",
    "fr": "heure an année mois jour journée semaine siècle décennie mètre kilomètre litre kilo"
    " point tonne",
    "es": "hora día semana mes año década siglo metro kilómetro litro kilo punto tonelada",
}
"""What there may be one and a half of, with no number before it."""

_HOURS: Final[Mapping[str, str]] = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
}
_NOT_AN_HOUR: Final[Mapping[str, str]] = {
    "en": "hundred thousand million billion trillion dozen percent per points years months weeks"
    " days hours people",
    "de": "hundert tausend millionen milliarden billionen dutzend prozent jahre jahren monate"
    " monaten wochen tage tagen stunden minuten",
}
_TOWARD: Final[Mapping[str, str]] = {
    "en": r"(?:a )?quarter (?:to|past|after|till)|(?:half|five|ten|twenty|twenty-five) past",
    "de": r"viertel (?:vor|nach)|drei ?viertel|halb",
}
"""What stands before an hour and tells of how much it is before or after it."""

_FOLLOWS_A_HALF: Final = re.compile(
    r" (?:de|del|por|en|a|al|más|menos|veces|puntos?|millones|mil|metros|kilómetros|kilos|litros"
    r"|horas|días|semanas|meses|años|siglos|toneladas|grados)\b|[^\w ]| ?$"
)
"""Behind `y medio`, where no unit stands before it: `tres y medio mundo` is no three and a half."""

_NOT_HALF_OF: Final = (
    rf"(?! (?:{one_of((*_HALVED['es'].split(), *words('centenar millar docena')))})\b)"
)
_PARTS_BEHIND: Final[Mapping[str, str]] = {
    "en": r"[ -]and[ -]a[ -](?:half|quarter)\b",
    "fr": r" et demie?\b(?!-)",
    "es": rf" y medi[oa]\b{_NOT_HALF_OF}| (?:y|menos) cuarto\b",
    "zh": "[点點][一三]刻|[点點个個]半(?![导導岛島径徑夜价價路途数數决決场場])",
}
"""What stands directly behind a number."""

_PARTS_BEHIND_A_UNIT: Final[Mapping[str, str]] = {
    "en": r" and a (?:half|quarter)\b",
    "fr": r" et demie?\b(?!-)| et quart\b| moins le quart\b",
    "es": rf" y medi[oa]\b{_NOT_HALF_OF}",
    "zh": "(?<=[年月天])半(?![导導岛島径徑夜价價路途数數决決场場])",
}

TOKENS: Final[Mapping[str, frozenset[str]]] = {
    "en": words("half quarter past to after till and a an"),
    "de": words("halb viertel dreiviertel vor nach"),
    "fr": words("demi demie quart un une moins et"),
    "es": words("medio media cuarto un una uno y menos"),
    "zh": frozenset("半"),
}
"""Words of which a change may make one number another."""


def before_noun(language: str) -> str:
    """Give the pattern of a half, or of one, where what is halved follows: `media hora`."""
    halved = one_of(_HALVED.get(language, "").split())
    one = one_of(_ONE_AND.get(language, "").split())
    return {
        "en": rf"half[ -]an?(?=[ -](?:{halved})\b)|half(?=[ -](?:{halved})\b)"
        rf"|an?(?= (?:{one}) and a (?:half|quarter)\b)",
        "de": rf"halbe[nmrs]?(?= (?:{halved})\b)",
        "fr": rf"demi(?=[ -](?:{halved})\b)|une?(?= (?:{one}) et demie?\b)"
        r"|une(?= heure (?:et|moins le) quart\b)",
        "es": rf"medi[oa](?= (?:{halved})\b)|una?(?= (?:{one}) y medi[oa]\b)"
        rf"|(?:{one}) y medi[oa]\b|(?<=\bla )una(?= (?:y media|(?:y|menos) cuarto)\b)",
    }.get(language, NEVER)


def of_an_hour(language: str) -> str:
    """Give the pattern of what stands before an hour: `quarter to`, `halb`."""
    if language not in _TOWARD:
        return NEVER
    hour = rf"(?:{one_of(_HOURS[language].split())}|1[0-2]|[1-9])"
    other = one_of(_NOT_AN_HOUR[language].split())
    return rf"(?:{_TOWARD[language]})(?= {hour}\b(?![.,:/]\d|[ -](?:{other})\b| ?%))"


def behind(language: str) -> str:
    """Give the pattern of a part that stands directly behind a number: `y media`."""
    return _PARTS_BEHIND.get(language, NEVER)


def behind_unit(language: str) -> str:
    """Give the pattern of a part that stands behind the unit of a number: `et demie`."""
    return _PARTS_BEHIND_A_UNIT.get(language, NEVER)


def is_followed(text: str, end: int) -> bool:
    """Say whether a half that ends at `end`, directly behind a Spanish number, is a part of it."""
    return _FOLLOWS_A_HALF.match(text, end) is not None


def part(said: str) -> Fraction:
    """Give how much a part behind a number adds to it: 1/2 or 1/4, or less than nothing.

    >>> part(" y media"), part(" moins le quart")
    (Fraction(1, 2), Fraction(-1, 4))
    """
    if said.endswith("三刻"):
        return Fraction(3, 4)
    quarter = re.search("quart|cuart|一刻", said)
    is_less = said.lstrip().startswith(("moins", "menos"))
    return Fraction(-1 if is_less else 1, 4 if quarter else 2)


_MINUTES: Final = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def clock(toward: str, hour: str) -> str:
    """Give the clock time that `toward` tells of `hour`.

    >>> clock("quarter to", "6"), clock("half past", "6"), clock("halb", "1")
    ('5:45', '6:30', '12:30')
    """
    first, _, last = toward.removeprefix("a ").rpartition(" ")
    if toward == "halb":
        minutes = -30
    elif toward in {"dreiviertel", "drei viertel"} or last in {"to", "till", "vor"}:
        minutes = -15
    else:
        minutes = _MINUTES.get(first, 15)
    return shifted(int(hour), Fraction(minutes, 60))


def shifted(hour: int, part: Fraction) -> str:
    """Give the clock time `part` of an hour behind `hour`, or before it; before one it is twelve.

    >>> shifted(6, Fraction(1, 2)), shifted(1, Fraction(-1, 4)), shifted(0, Fraction(-1, 4))
    ('6:30', '12:45', '23:45')
    """
    minutes = int((13 if hour == 1 and part < 0 else hour) * 60 + part * 60) % (24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"
