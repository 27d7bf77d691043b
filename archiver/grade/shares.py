"""Shares said in words, as `two thirds`: their patterns and what they stand for."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from math import gcd
from typing import Final

from archiver.grade.patterns import one_of

_ONES: Final[Mapping[str, str]] = {
    "en": "one two three four five six seven eight nine",
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "fr": "un deux trois quatre cinq six sept huit neuf",
    "es": "un dos tres cuatro cinco seis siete ocho nueve",
}
_PLURALS: Final[Mapping[str, str]] = {
    "en": "thirds quarters fifths sixths sevenths eighths ninths tenths",
    "de": "drittel viertel fünftel sechstel siebtel achtel neuntel zehntel",
    "fr": "tiers quarts cinquièmes sixièmes septièmes huitièmes neuvièmes dixièmes",
    "es": "tercios cuartos quintos sextos séptimos octavos novenos décimos",
}
"""From three to ten."""

_SINGULARS: Final[Mapping[str, str]] = {
    "en": "third quarter fifth sixth seventh eighth ninth tenth",
    "fr": "tiers quart cinquième sixième septième huitième neuvième dixième",
    "es": "tercio cuarto quinto sexto séptimo octavo noveno décimo",
}
_PARTS: Final = "tercera cuarta quinta sexta séptima octava novena décima"
"""Behind these Spanish has `parte`, from three to ten."""

_BEHIND: Final[Mapping[str, str]] = {
    "en": r"(?= (?:of|more|less|fewer|higher|lower)\b)",
    "fr": r"(?= (?:de|du|des)\b| d['’])",
    "es": r"(?= (?:del|de (?:la|las|los|su|sus|cada|todos|todas|un|una))\b)",
}
"""What stands behind a share that may be one in a row too: `one third of them`, no third man."""

_SURE: Final[Mapping[str, str]] = {"fr": "tiers quarts quart", "es": "tercios tercio"}
"""Words for a part that tell nothing else."""

QUARTERS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        **dict.fromkeys(["quarter of an hour", "a quarter of an hour"], "1/4"),
        **dict.fromkeys(["three quarters of an hour", "three-quarters of an hour"], "3/4"),
    },
    "de": {
        **dict.fromkeys(["viertelstunde", "viertelstunden"], "1/4"),
        **dict.fromkeys(["dreiviertelstunde", "dreiviertelstunden"], "3/4"),
    },
    "fr": {
        **{f"{one}quart d{sign}heure": "1/4" for one in ("", "un ") for sign in "'’"},
        **{f"trois{blank}quarts d{sign}heure": "3/4" for blank in " -" for sign in "'’"},
    },
    "es": {
        **dict.fromkeys(["cuarto de hora", "un cuarto de hora"], "1/4"),
        "tres cuartos de hora": "3/4",
    },
}
"""Quarters of an hour, which tell a time: each with how much of an hour it is."""


@cache
def several(language: str) -> Mapping[str, str]:
    """Give shares of more than one part: those that are no other number in fewer parts.

    >>> several("de")["zwei drittel"], "vier viertel" in several("de")
    ('2/3', False)
    """
    if language not in _ONES:
        return {}
    ones = _ONES[language].split()
    found = {
        f"{ones[n - 1]}{sign}{part}": f"{n}/{of}"
        for of, part in enumerate(_PLURALS[language].split(), 3)
        for n in range(2, of)
        for sign in " -"
        if gcd(n, of) == 1
    }
    if language == "de":
        found |= {f"{share}n": value for share, value in found.items()}
    if language == "en":
        found |= dict.fromkeys(["three-fourths", "three fourths"], "3/4")
    if language == "es":
        found |= {
            f"{ones[n - 1]} {part}s partes": f"{n}/{of}"
            for of, part in enumerate(_PARTS.split(), 3)
            for n in range(2, of)
            if gcd(n, of) == 1
        }
    return found


@cache
def single(language: str) -> Mapping[str, str]:
    """Give shares of one part, with its article, where without it they may be one in a row."""
    parts = [*enumerate(_SINGULARS.get(language, "").split(), 3)]
    ones = {"en": ("a ", "an ", "one ", "one-"), "fr": ("un ",), "es": ("un ",)}.get(language, ())
    found = {f"{one}{part}": f"1/{of}" for of, part in parts for one in ones}
    if language == "en":
        found |= {f"{one}fourth": "1/4" for one in ones}
    if language == "es":
        found |= {
            f"{one} {part} parte": f"1/{of}"
            for of, part in enumerate(_PARTS.split(), 3)
            for one in ("la", "una")
        }
    return found


def told(language: str) -> Mapping[str, str]:
    """Give all shares of `language` with their values."""
    return {**several(language), **single(language), **QUARTERS.get(language, {})}


def pattern(language: str) -> str:
    """Give the pattern of shares in `language`."""
    known = told(language)
    sure = {word for word in known if _is_sure(word, language)}
    unsure = one_of(known.keys() - sure)
    return rf"{one_of(sure)}\b|{unsure}{_BEHIND.get(language, '')}"


def behind_figure(language: str) -> str:
    """Give the pattern of a part behind the figure that counts it: `3 quarters`, `2 Drittel`."""
    end = "n?" if language == "de" else ""
    return "|".join(
        rf"(?<=\b[{''.join(str(n) for n in range(2, of) if gcd(n, of) == 1)}][ -]){part}{end}"
        for part, of in _parts(language).items()
    )


def part(word: str, language: str) -> Fraction | int:
    """Give what a part behind a figure makes of it, 1 where the word is none."""
    of = _parts(language).get(word.removesuffix("n") if language == "de" else word)
    return Fraction(1, of) if of else 1


@cache
def _parts(language: str) -> Mapping[str, int]:
    """Give the words for parts, each with how many make a whole."""
    known = enumerate(_PLURALS.get(language, "").split(), 3)
    sure = _SURE.get(language, "").split()
    return {word: of for of, word in known if word in sure or language in {"en", "de"}}


def _is_sure(share: str, language: str) -> bool:
    if language == "de" or share in QUARTERS[language] or share.endswith((" parte", " partes")):
        return True
    if language == "en":
        return share in several("en") or share.startswith("one-")
    return share.split(" ")[-1].split("-")[-1] in _SURE[language].split()
