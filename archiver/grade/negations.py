"""Negations in a text, and words that became their own opposite."""

import re
from collections.abc import Iterable
from typing import Final

from archiver.grade.items import Span
from archiver.grade.lexicon import LATIN_PREFIXES, Lexicon, lexicon

_HAN: Final = re.compile(
    "不(?![过過仅僅但久断斷管禁妨料论論])|没(?!收|落)|沒(?!收|落)|未(?![来來])"
    "|(?<!除)无(?![论論锡])|(?<!除)無(?![論论錫])|(?<![是除])非(?![常洲])|勿|(?<![是能])否(?=[认認定决決])"
)
"""Signs that negate, but not in words such as 非常 (very), 未来 (future), 无论 (whichever)."""

_HAN_KEYS: Final = {"沒": "没", "無": "无"}


FRENCH_REACH: Final = 8
"""Tokens, blanks among them, behind `ne` within which `plus` means "no longer"."""


def negations(tokens: Iterable[str], language: str) -> list[str]:
    """Give the negations among `tokens`, by their meaning; for Chinese see `negations_around`.

    >>> negations(["I", " ", "can't"], "en")
    ['not']
    """
    known = lexicon(language).negations
    found: list[str] = []
    ne_index = -FRENCH_REACH
    for index, token in enumerate(tokens):
        lower = token.lower()
        if lower in known:
            ne_index = index if lower == "ne" else ne_index
            found.append(known[lower])
        elif language == "en" and lower.endswith(("n't", "n’t")):
            found.append("not")
        elif language == "fr" and len(lower) > 2 and lower[0] == "n" and lower[1] in "'’":
            ne_index = index
            found.append("ne")
        elif language == "fr" and lower == "plus" and index - ne_index < FRENCH_REACH:
            found.append("plus")
    return found


def negations_around(text: str, span: Span) -> list[str]:
    """Give the Chinese negations in `span` of `text`, read with the signs beside them.

    >>> negations_around("他不会来", Span(1, 3)), negations_around("非常好", Span(0, 1))
    (['不'], [])
    """
    first = max(0, span.start - 2)
    around = text[first : span.end + 2]
    hits = (hit for hit in _HAN.finditer(around) if span.start <= first + hit.start() < span.end)
    return sorted(_HAN_KEYS.get(hit[0], hit[0]) for hit in hits)


def turns(old: str, new: str, language: str) -> bool:
    """Say whether one of two words is the other negated by a prefix, or by -less for -ful.

    >>> turns("likely", "unlikely", "en"), turns("come", "income", "en")
    (True, False)
    """
    words = lexicon(language)
    old, new = old.lower(), new.lower()
    short, long = sorted((old, new), key=len)
    if len(short) < 3 or short in words.no_negating:
        return False
    if language == "en" and {old[-4:], new[-4:]} == {"less", "eful"}:
        return old[:-4] + "e" == new[:-4] or new[:-4] + "e" == old[:-4] or old[:-5] == new[:-5]
    if language == "en" and "less" in (old[-4:], new[-4:]):
        return old.removesuffix("ful") == new.removesuffix("less") or (
            new.removesuffix("ful") == old.removesuffix("less")
        )
    return any(
        long == prefix + short and _may_negate(prefix, short, words)
        for prefix in words.negating_prefixes
    )


def _may_negate(prefix: str, word: str, words: Lexicon) -> bool:
    if prefix not in LATIN_PREFIXES:
        return True
    return len(word) >= 5 and word.endswith(words.negating_ends)
