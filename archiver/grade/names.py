"""Names in a text: a cautious guess by capitals, and in Chinese by lists, see `han_names`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final
from unicodedata import combining, normalize

from archiver.grade.centuries import is_century
from archiver.grade.forenames import begins_name, is_forename_alone
from archiver.grade.german_names import (
    german_key,
    is_german_name,
    is_known_german,
    may_be_shown,
    next_word,
)
from archiver.grade.han_names import han_names
from archiver.grade.items import Item, less
from archiver.grade.lexicon import lexicon
from archiver.grade.openers import DEGREES, ENDS, LOUD, OPENERS, opens_as_name
from archiver.grade.patterns import words

ABBREVIATIONS: Final = words(
    "mr mrs ms dr prof st sen rep gov gen col sgt lt jr sr vs no hr fr bzw ca sra srta mme m"
    " capt cmdr rev hon avda av pza sta sto ctra gral dña"
)
_ADDRESSES: Final = words(
    "sen rep gov gen col sgt lt cpl capt cmdr rev hon prof pr mgr dña gral lic ing"
)
"""Forms of address that are so only with their full stop: `Gen. Hale`."""


def names(text: str, tokens: Sequence[str], language: str, *, headed: bool) -> tuple[Item, ...]:
    """Give what looks like a name in `text`, which `tokens` joined give, keyed by its spelling.

    A weak one is only perhaps a name: a German noun behind a preposition, or a forename that opens
    a sentence before another capital. `headed` says that every capital is like one that opens.

    >>> [(item.key, item.weak) for item in names("Mr Ito met", ["Mr", " ", "Ito", " ", "met"], "en",
    ...  headed=False)]
    [('Ito', False)]
    """
    if language == "zh":
        return (*han_names(text), *_capitals(tokens, "en", headed=True))
    return tuple(_capitals(tokens, language, headed=headed or text.isupper()))


def _capitals(tokens: Sequence[str], language: str, *, headed: bool) -> Iterator[Item]:
    place = 0
    before = ""
    fresh = True
    unnamed, small = _unnamed(language), lexicon(language).small_words
    for index, token in enumerate(tokens):
        start, place = place, place + len(token)
        if token.isspace():
            fresh = fresh or "\n" in token
            continue
        key = _elided(token) if "’" in token or "'" in token else ""
        fresh = fresh and not key
        if key or (token[0].isupper() and token[0].isalpha()):
            key = key or name_key(token)
            known = key.lower()
            quiet = known in small and _is_quiet(key, fresh=fresh)
            quiet = quiet or is_century(tokens, index, language)
            if known not in unnamed and not quiet and not _is_address(tokens, index):
                item = Item(start, place, key, fresh=fresh)
                yield from _judged(item, tokens, index, language, headed=headed)
        if token in OPENERS:
            fresh = True
        elif token in ENDS:
            fresh = token[0] != "." or not _is_shortened(before)
        else:
            fresh = False
        before = token


def _judged(
    item: Item, tokens: Sequence[str], index: int, language: str, *, headed: bool
) -> Iterator[Item]:
    """Give `item`, the capital tokens[index], with how sure a name it is, or nothing."""
    key, fresh = item.key, item.fresh
    if language == "de" and not (len(key) > 1 and key.isupper()):
        yield from _judged_german(item, tokens, index, headed=headed)
        return
    sure = opens_as_name(tokens, index, key, language) if fresh and not headed else None
    if sure is not None:
        yield item._replace(weak=not sure, fresh=not sure)
    else:
        weak = fresh and not headed and _is_perhaps(tokens, index, key)
        yield item._replace(weak=weak, fresh=fresh or headed)


def _is_perhaps(tokens: Sequence[str], index: int, key: str) -> bool:
    """Say whether tokens[index], which opens a sentence, may be of a name, or one alone."""
    if next_word(tokens, index)[:1].isupper():
        return begins_name(tokens, index, key)
    return is_forename_alone(key)


def _judged_german(
    item: Item, tokens: Sequence[str], index: int, *, headed: bool
) -> Iterator[Item]:
    """Give a German capital: by lists, by what is beside it, else as the document may show it."""
    item = item._replace(key=german_key(tokens, index, item.key))
    known = is_known_german(tokens, index, item.key, opens=item.fresh)
    if known is not None:
        yield item._replace(weak=not known, fresh=False)
        return
    if item.fresh:
        sure = None if headed else opens_as_name(tokens, index, item.key, "de")
        if sure is None and _is_perhaps(tokens, index, item.key):
            sure = False
    else:
        sure = is_german_name(tokens, index)
    if sure is not None:
        yield item._replace(weak=not sure, fresh=item.fresh and not sure)
    elif may_be_shown(tokens, index):
        yield item._replace(fresh=True)


@cache
def _unnamed(language: str) -> frozenset[str]:
    """Give the words that are no names whatever their capital: titles, months, units."""
    known = lexicon(language)
    return known.titles.union(
        known.months, known.weekdays, known.days, known.negations, known.scales, known.units
    )


def _is_address(tokens: Sequence[str], index: int) -> bool:
    """Say whether tokens[index] with the sign behind it is a title or a street: `Gen.`, `C/`."""
    sign = tokens[index + 1 : index + 2]
    return (sign == ["."] and tokens[index].lower() in _ADDRESSES) or (
        sign == ["/"] and tokens[index] == "C"
    )


def _is_quiet(key: str, *, fresh: bool) -> bool:
    """Say whether no capitals make a name of a small word, as they do of `US`."""
    return key not in LOUD if fresh else not key.isupper()


def _elided(token: str) -> str:
    """Give what follows a small word that French elides, where it has a capital: `l’Europe`."""
    hit = _ELIDED.match(token)
    return name_key(token)[hit.end() :] if hit and token[hit.end()].isupper() else ""


_ELIDED: Final = re.compile(r"(?:[ldnsjmtc]|qu|[LDNSJMTC]|Qu)['’](?=[^\W\d_])(?=\w)")
"""What French leaves of a small word before a vowel: `l’Europe`."""


def _is_shortened(word: str) -> bool:
    """Say whether the full stop behind `word` belongs to it: `Mr.`, or the initial of a name."""
    return word in DEGREES or word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def bare(name: str) -> str:
    """Give a name without its accents, full stops, lowered figures, bent apostrophes and capitals.

    What only differs in them is the same name, spelled or set otherwise: `U.S` and `US`, `CO₂` and
    `CO2`, `NATO` and `Nato`, `Hauptstrasse` and `Hauptstraße`.
    """
    if not name.isascii():
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return name.replace(".", "").replace("’", "'").casefold()


def without_same(gone: Iterable[Item], come: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """Take out names that went and came and are the same, spelled, set or shortened otherwise."""
    gone, come = list(gone), list(come)
    now = Counter(map(_spelling, come))
    taken: Counter[str] = Counter()
    left = []
    for item in gone:
        name = _spelling(item)
        same = next((one for one in (name, *_SHORTENED.get(name, ())) if now[one] > taken[one]), "")
        if same:
            taken[same] += 1
        else:
            left.append(item)
    return left, less(come, taken, _spelling)


def _spelling(item: Item) -> str:
    return bare(item.key)


def _shortened() -> dict[str, list[str]]:
    """Read what is written short and in full; each may stand for the other."""
    found: dict[str, list[str]] = {}
    for pair in words(
        "st|street st|saint st|sankt ste|sainte sta|santa sto|santo ave|avenue av|avenue av|avenida"
        " avda|avenida rd|road blvd|boulevard bd|boulevard mt|mount ft|fort sq|square ln|lane"
        " hwy|highway pl|place pl|plaza pza|plaza pl|platz str|strasse ctra|carretera"
        " ala|alabama ariz|arizona ark|arkansas calif|california colo|colorado conn|connecticut"
        " del|delaware fla|florida ga|georgia ill|illinois ind|indiana kan|kansas ky|kentucky"
        " la|louisiana md|maryland mass|massachusetts mich|michigan minn|minnesota"
        " miss|mississippi mo|missouri mont|montana neb|nebraska nev|nevada okla|oklahoma"
        " ore|oregon pa|pennsylvania tenn|tennessee va|virginia vt|vermont wash|washington"
        " wis|wisconsin wyo|wyoming"
    ):
        short, full = pair.split("|")
        found.setdefault(short, []).append(full)
        found.setdefault(full, []).append(short)
    return found


_SHORTENED: Final = _shortened()


def name_key(token: str) -> str:
    """Give a token without the ending of a genitive.

    >>> name_key("Hale’s")
    'Hale'
    """
    for end in ("'s", "’s", "'", "’"):
        token = token.removesuffix(end)
    return token
