"""Numbers in words, where spaces part words: their pattern and their value."""

import re
from fractions import Fraction
from typing import Final

from archiver.grade import halves, shares
from archiver.grade.lexicon import Lexicon, lexicon
from archiver.grade.number_words import German
from archiver.grade.patterns import NEVER, one_of, words

_GERMAN_BEHIND: Final = one_of(
    words("fach mal jährig monatig wöchig tägig stündig minütig köpfig stellig stöckig prozentig")
)
"""What German writes to a number word in one."""

GERMAN_JOINED: Final = rf"hundert|tausend|{_GERMAN_BEHIND}"
"""Found in German words that may hold a number."""

_LAST_ONES: Final = {
    "fr": r"(?:(?<=cent[ -])|(?<=cents[ -])|(?<=mille[ -]))(?:unième|une?)",
    "es": r"(?:(?<=ciento )|(?<=mil )|(?<=ent[oa]s )|(?<=quinient[oa]s ))un[oa]?",
}
"""One, behind hundreds and thousands, where it is no article."""

_ONES: Final = words("un une uno una unième a an")
"""Words read as one, where the pattern has found them."""


def pattern(language: str) -> str:
    """Give the pattern of number words in `language`; one that never fits where none are known."""
    known = lexicon(language)
    if not known.number_words:
        return NEVER
    scale = one_of(known.scales)
    listed = one_of((*known.number_words, *known.ordinals, *known.parts, *known.counts))
    small = rf"(?:{shares.pattern(language)}|{halves.before_noun(language)}|{listed})"
    end = r"\b"
    if language == "de":
        small = f"(?:{_german_compound()}|{small})"
        end = rf"(?:\b|(?={_GERMAN_BEHIND}))"
    if known.hundreds:
        behind = rf"(?:{one_of(known.number_words)}|{_LAST_ONES[language]})"
        small = rf"(?:{one_of(known.hundreds)}(?: {behind})?|{small})"
    last = rf"(?:{small}|{_LAST_ONES[language]})" if language in _LAST_ONES else small
    joined = "(?: (?:and )?|-)" if language == "en" else "[ -]"
    scaled = rf"(?:[ -](?:{scale}))+(?:{joined}(?:{last}))?"
    alone = rf"(?:{scale})(?: (?:{scale}))*(?: (?:{last}))?(?:{scaled})*"
    if language == "en":
        # "Between a hundred and two hundred" are two.
        alone = rf"(?<=\ba )(?:{scale}) and (?:{last})\b(?![ -](?:{scale})\b)|{alone}"
    return rf"\b(?:(?:{small})(?:{scaled})*|{alone}){end}"


def _german_compound() -> str:
    """Give the pattern of hundreds and thousands in one word: `zweitausenddreihundertvierzig`."""
    ones = one_of(("ein", *(word for word, n in German.SMALL.items() if 1 < n < 10)))
    small = rf"(?:{ones}und(?:{one_of(German.TENS)})|{one_of((*German.SMALL, *German.TENS))})"
    half = one_of(word for word in German.numbers() if word.endswith("halb"))
    hundreds = rf"(?:{small}|ein)?hundert(?:und)?(?:{small})?"
    thousands = rf"(?:{half}|{hundreds}|{small}|ein)?tausend(?:und)?(?:{hundreds}|{small})?"
    # `zweihundertste`, `hunderterste`, `hundertfünfte`
    return rf"(?:{thousands}|{hundreds})(?:(?:s?t|erst|dritt|siebt|acht)e[nrsm]?)?"


def value(text: str, known: Lexicon) -> str:
    """Give the value of number words in lower case; with `~` one that is told only roughly."""
    for listed in (known.shares, known.parts, known.counts, known.number_words, known.ordinals):
        if text in listed:
            return str(listed[text])
    if text.endswith((" y medio", " y media")):
        return str(Fraction(3, 2))  # `hora y media`; of the rest, the part stands behind
    total: Fraction | int = 0
    section: Fraction | int = 0
    current: Fraction | int = 0
    for word in re.split(r"[ -]", re.sub(r"^half[ -]an?", "half", text)):
        if word in halves.HALF:
            current = Fraction(1, 2)
            continue
        scale = known.scales.get(word, 0)
        if scale >= 10**6:
            # `Dos mil millones`: the thousands are so many millions.
            total += (section + current or 1) * scale
            section = current = 0
        elif scale >= 1000:
            section, current = section + (current or 1) * scale, 0
        elif scale:
            current = (current or 1) * scale
        else:
            current += _one(word, known)
    return str(total + section + current)


def _one(word: str, known: Lexicon) -> Fraction | int:
    found = known.number_words.get(word) or known.hundreds.get(word) or known.ordinals.get(word)
    if found is not None:
        return found
    if "hundert" in word or "tausend" in word:
        return _german_value(word, known)
    return 1 if word in _ONES else 0


def _german_value(word: str, known: Lexicon) -> Fraction | int:
    """Give the value of German hundreds and thousands in one word."""
    total: Fraction | int = 0
    for scale_word, scale in (("tausend", 1000), ("hundert", 100)):
        if scale_word in word:
            before, _, word = word.partition(scale_word)
            times = _german_value(before, known) if before else 1
            total += (times or 1) * scale
            word = word.removeprefix("und")
    found = known.number_words.get(word) or known.ordinals.get(word)
    return total + (found if found is not None else int(word == "ein"))
