"""Centuries in Roman figures, as French and Spanish write them, and the quarters of Paris."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from archiver.grade.items import Item

_FRENCH: Final = r"[IVX]{1,6}(?:ème|er|e|è|ᵉ)"
_COUNTED: Final = r"(?:siècles?|arrondissements?)\b"
_CENTURIES: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        rf"\b([IVX]{{1,6}})(?:ème|er|e|è|ᵉ)(?= {_COUNTED}| (?:et|ou|au) {_FRENCH} {_COUNTED})"
    ),
    "es": re.compile(r"(?:(?<=\bsiglo )|(?<=\bsiglos ))([IVX]{1,6})\b"),
}
ROMAN: Final = re.compile(r"^[ivx]{1,6}(?:ème|er|e|è|ᵉ)?$")
"""A word that may tell one, in lower case."""

_VALUES: Final = {"I": 1, "V": 5, "X": 10}


def centuries(text: str, language: str) -> Iterator[Item]:
    """Give the centuries of `text`, each as its number.

    >>> [item.key for item in centuries("au XIXe siècle", "fr")]
    ['19']
    """
    pattern = _CENTURIES.get(language)
    for found in pattern.finditer(text) if pattern else ():
        yield Item(*found.span(), str(_value(found[1])))


def _value(roman: str) -> int:
    values = [_VALUES[sign] for sign in roman]
    behind = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, behind, strict=True))


def is_century(tokens: Sequence[str], index: int, language: str) -> bool:
    """Say whether tokens[index] tells a century, and is no name: `XIXe`, `siglo XX`."""
    if language not in _CENTURIES or not ROMAN.match(tokens[index].lower()):
        return False
    first = max(0, index - 4)
    before = "".join(tokens[first:index])
    near = before + "".join(tokens[index : index + 7])
    return any(item.start == len(before) for item in centuries(near, language))
