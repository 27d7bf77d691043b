"""Whether a capital that opens a sentence is a name: by closed lists, and by what follows it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from archiver.grade.groups import GROUPS
from archiver.grade.patterns import Words, words
from archiver.grade.places import CITIES, COUNTRIES, REGIONS

LOUD: Final = frozenset({"US", "WHO"})
"""Names that a small word in capitals would be."""

ENDS: Final = frozenset(".!?:…;•*–—\n")
DEGREES: Final = words("med jur phil rer nat dent vet h c habil theol pol oec")
"""Parts of a degree, never with a capital, whose full stop ends no sentence: `Dr. med. Kolbe`."""

OPENERS: Final = frozenset("\"“„«»「『‘'([‚")
"""Signs behind which a sentence begins, and those that may stand before its first word."""

LISTED: Final[Mapping[str, Words]] = {
    language: COUNTRIES[language] | REGIONS[language] | CITIES[language] | GROUPS[language]
    for language in COUNTRIES
}
"""Names that are nothing else where they open a sentence, but for those of the next list."""

_OTHERWISE: Final[Mapping[str, Words]] = {
    "en": words("Cologne Intel Fiat Ford Ajax"),
    "fr": words("Berne Milan Porto Fiat"),
    "es": words("Lima Puebla Florida Oporto"),
}
"""Those that may be another word there (`Ford the stream`, `Lima las uñas`): perhaps names."""

_GOODS: Final = words(
    "boots boot blinds blind envelopes envelope hats hat shoes shoe sprouts fries oranges"
)
"""What is named after a place without being of it: `Chelsea boots`, `Manila envelopes`."""

SPEAKS: Final[Mapping[str, Words]] = {
    "en": words(
        "said told added asked argued insisted warned wrote tweeted replied declined denied"
        " confirmed announced admitted claimed testified conceded noted explained recalled"
    ),
    "de": words(
        "sagte sagt erklärte erklärt betonte betont meinte schrieb forderte fordert warnte warnt"
        " teilte kündigte bestätigte kritisierte"
    ),
    "fr": words("a déclare affirme explique estime assure annonce raconte"),
    "es": words(
        "dijo dice declaró afirmó aseguró explicó añadió señaló anunció confirmó negó pidió"
        " reconoció indicó advirtió murió"
    ),
}
"""What people do behind their names."""

_ONE_SPEAKS: Final = words(
    "says tells wants hopes thinks believes argues insists warns writes knows denies plans"
)
"""What one alone does: no plural in -s stands before it."""

_WHO: Final = (["who"], ["whose"], ["qui"], ["quien"])

_ORDINARY: Final = words(
    "police everyone everybody someone somebody anyone anybody one another neither either"
    " congress parliament government management staff today yesterday tomorrow tonight women men"
    " children people mum mom dad mother father grandma grandpa god hospital polizei regierung"
    " man jemand alles das keiner tout cela ça ceci rien chacun personne quiconque celui celle qui"
    " jamais hier alguien todo nada nadie gente quien policía gobierno fuentes hay"
    " updated published posted live watch read more new news video photo note tip tips faq"
    " update see top key fact facts ok tv pdf html url id sign join call visit use get put post"
    " find add set world country city town state company king queen president pope year week month"
)
"""Words that open sentences, or stand in capitals, and name nobody."""

_GENITIVES: Final = ("'s", "’s")
_ORDINARY_ENDS: Final = ("ing", "ly", "ment", "tion", "sion", "ness", "ity", "ism", "ance", "ence")
_PLURAL: Final = "s"
_ROMAN: Final = re.compile("[IVXLCDM]+")

ACRONYM: Final = 5
"""Letters of the longest word in capitals that is taken for an acronym by itself."""

AGE_DIGITS: Final = 2
"""Digits of a figure that is taken for an age behind a comma."""


def opens_as_name(tokens: Sequence[str], index: int, key: str, language: str) -> bool | None:
    """Say whether tokens[index], which opens a sentence, is a name: True, perhaps (False), or None.

    Perhaps: before a word for speaking, before an age or `who`, with a genitive, in the capitals
    of a dateline, or the letter of a party; or listed, but another word as well. It counts only
    where another stands in its place.

    >>> said = ["Hale", " ", "said"]
    >>> opens_as_name(said, 0, "Hale", "en"), opens_as_name(["Hale", " ", "fell"], 0, "Hale", "en")
    (False, None)
    """
    key = key.replace(".", "")
    behind = [token for token in tokens[index + 1 : index + 5] if not token.isspace()]
    follows = behind[0] if behind else ""
    if key in LISTED.get(language, ()):
        return key not in _OTHERWISE.get(language, ()) and follows not in _GOODS
    if key.lower() in _ORDINARY:
        return None
    if len(key) == 1:
        return False if follows == "-" and index and tokens[index - 1] == "(" else None
    if key.isupper():
        return _loud(key, index, follows)
    if key.endswith(_ORDINARY_ENDS) or key[-1].isdigit():
        return None
    if _is_one(behind) or (language == "en" and tokens[index].endswith(_GENITIVES)):
        return False
    speaks = follows in SPEAKS.get(language, ()) or (follows == "," and behind[1:2] in _WHO)
    return False if speaks and not key.endswith(_PLURAL) else None


def _loud(key: str, index: int, follows: str) -> bool | None:
    """Judge a word in capitals: an acronym, or the place before a dateline's dash or bracket."""
    if len(follows) > 1 and follows.isupper():
        return None
    if key.isalpha() and len(key) <= ACRONYM and not _ROMAN.fullmatch(key):
        return True
    return False if index == 0 and follows in {"(", "—", "–", "-"} else None


def _is_one(behind: Sequence[str]) -> bool:
    """Say whether what stands behind a word tells of one person alone: `, 50,` or `says`."""
    return is_age(behind) or (bool(behind) and behind[0] in _ONE_SPEAKS)


def is_age(behind: Sequence[str]) -> bool:
    """Say whether what stands behind a name is an age: `, 50`."""
    if behind[:1] != [","] or len(behind) < 2:
        return False
    age = behind[1]
    return age.isdecimal() and len(age) == AGE_DIGITS
