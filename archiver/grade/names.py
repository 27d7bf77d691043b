"""Names in a text: a cautious guess by capitals, and in Chinese by lists, see `han_names`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final
from unicodedata import combining, normalize

from archiver.grade.forenames import begins_name
from archiver.grade.han_names import han_names
from archiver.grade.items import Item
from archiver.grade.lexicon import Lexicon, lexicon
from archiver.grade.openers import LOUD, opens_as_name
from archiver.grade.patterns import words as listed

ABBREVIATIONS: Final = listed(
    "mr mrs ms dr prof st sen rep gov gen col sgt lt jr sr vs no hr fr bzw ca sra srta mme m"
)
_ENDS: Final = frozenset(".!?:…;•*–—\n")
_OPENERS: Final = frozenset("\"“„«»「『‘'([‚")
_GERMAN_ARTICLES: Final = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen "
    "keinem keiner dieser diese dieses diesen diesem jeder jede jedes jeden sein "
    "seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere alle viele "
    "mehrere einige zwei drei vier fünf zur zum im am vom beim ins ans"
)
_GERMAN_BEFORE: Final = frozenset(
    ["in", "aus", "nach", "bei", "von", "für", "gegen", "mit", "durch"]
)
_GERMAN_SPEAKS: Final = listed(
    "sagte sagt erklärte erklärt betonte betont meinte schrieb forderte fordert "
    "warnte warnt teilte kündigte bestätigte kritisierte"
)
_GERMAN_ENDS: Final = tuple(
    listed("ung heit keit schaft tion tät nis tum ismus ungen heiten keiten schaften tionen en ern")
)
_GERMAN_ADJECTIVES: Final = ("e", "er", "es", "en", "em")
_GERMAN_PHRASES: Final = listed(
    "gefahr kraft angst not haft folge zukunft zeit angaben hause bezug frage verbindung sicht"
    " aussicht arbeit form höhe hand recht ordnung ruhe betrieb bewegung sorge druck vertrag"
    " protest geld glück wasser feuer plan jahr monat tag woche seite teil weg fall grund mitte"
    " schutz pension rente planung kauf verkauf bau abbau ausbau krieg frieden"
)
_GERMAN_PLACES: Final = ("gasse", "straße", "strasse", "allee", "platz", "burg", "dorf", "stadt")


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
            if known not in unnamed and not (known in small and _is_quiet(key, fresh=fresh)):
                item = Item(start, place, key, fresh=fresh)
                yield from _judged(item, tokens, index, language, headed=headed)
        if token in _OPENERS:
            fresh = True
        elif token in _ENDS:
            fresh = token[0] != "." or not _is_shortened(before)
        else:
            fresh = False
        before = token


def _judged(
    item: Item, tokens: Sequence[str], index: int, language: str, *, headed: bool
) -> Iterator[Item]:
    """Give `item`, the capital tokens[index], with how sure a name it is, or nothing."""
    key, fresh = item.key, item.fresh
    sure = opens_as_name(tokens, index, key, language) if fresh and not headed else None
    if sure is not None:
        yield item._replace(weak=not sure, fresh=not sure)
    elif language == "de" and not (len(key) > 1 and key.isupper()):
        sure = _german(tokens, index, lexicon(language))
        if sure is not None and not (fresh and index < 2):
            yield item._replace(weak=not sure, fresh=False)
    else:
        weak = fresh and not headed and _next_capital(tokens, index)
        weak = weak and begins_name(tokens, index, key)
        yield item._replace(weak=weak, fresh=fresh or headed)


@cache
def _unnamed(language: str) -> frozenset[str]:
    """Give the words that are no names whatever their capital: titles, months, units."""
    known = lexicon(language)
    return known.titles.union(
        known.months, known.weekdays, known.days, known.negations, known.scales, known.units
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
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def bare(name: str) -> str:
    """Give a name without its accents, full stops, lowered figures, bent apostrophes and capitals.

    What only differs in them is the same name, spelled or set otherwise: `U.S` and `US`, `CO₂` and
    `CO2`, `NATO` and `Nato`, `Hauptstrasse` and `Hauptstraße`.
    """
    if not name.isascii():
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return name.replace(".", "").replace("’", "'").casefold()


def same_names(gone: Iterable[Item], come: Iterable[Item]) -> bool:
    """Say whether names went and came that are the same, spelled, set or shortened otherwise."""
    was, now = (Counter(bare(item.key) for item in found) for found in (gone, come))
    left = *(was - now).elements(), *(now - was).elements()
    if was == now:
        return True
    return len(left) == len(was) + len(now) == len("ab") and frozenset(left) in _SHORTENED


_SHORTENED: Final = frozenset(
    frozenset(pair.split("|"))
    for pair in listed("st|street st|saint ave|avenue rd|road blvd|boulevard mt|mount ft|fort")
)


def _next_capital(tokens: Sequence[str], index: int) -> bool:
    return index + 2 < len(tokens) and tokens[index + 1] == " " and tokens[index + 2][0].isupper()


def name_key(token: str) -> str:
    """Give a token without the ending of a genitive.

    >>> name_key("Hale’s")
    'Hale'
    """
    for end in ("'s", "’s", "'", "’"):
        token = token.removesuffix(end)
    return token


def _german(tokens: Sequence[str], index: int, words: Lexicon) -> bool | None:
    """Say how sure a German capital is a name: True, perhaps (False), or none (None).

    Sure: beside another capital, or behind a title, or before a verb of speaking, without an
    article or adjective; perhaps: right behind a preposition, unless it ends as nouns do.
    """
    token = tokens[index]
    before = _word_before(tokens, index)
    after = _next_word(tokens, index)
    if before.lower() in words.titles and before[:1].isupper() and before.lower() != "uhr":
        return True
    beside = index >= 2 and tokens[index - 1] == " " and tokens[index - 2][:1].isupper()
    adjective = _opens_block(tokens, index - 2) and before.endswith(_GERMAN_ADJECTIVES)
    if beside and before.lower() not in words.small_words and not adjective:
        return True
    follows = index + 2 < len(tokens) and tokens[index + 1] == " "
    capital = follows and tokens[index + 2][:1].isupper()
    if token.endswith(_GERMAN_PLACES) and len(token) > len("Hauptplatz") - 2:
        return False
    if before.lower() in _GERMAN_ARTICLES:
        return None
    if capital and tokens[index + 2].lower() not in words.small_words:
        return True
    if after in _GERMAN_SPEAKS:
        return True
    if token.lower() in _GERMAN_PHRASES:
        return None
    if before.lower() in _GERMAN_BEFORE and (
        token.endswith("ien") or not token.endswith(tuple(_GERMAN_ENDS))
    ):
        return False
    return None


def _opens_block(tokens: Sequence[str], index: int) -> bool:
    """Say whether the word at `index` opens a sentence, so that its capital says nothing."""
    before = [word for word in tokens[max(0, index - 2) : max(0, index)] if not word.isspace()]
    return not before or before[-1] in _ENDS or before[-1] in _OPENERS


def _word_before(tokens: Sequence[str], index: int) -> str:
    """Give the word or sign before tokens[index], over one blank."""
    near = tokens[max(0, index - 2) : index]
    return next((token for token in reversed(near) if not token.isspace()), "")


def _next_word(tokens: Sequence[str], index: int) -> str:
    return tokens[index + 2].lower() if index + 2 < len(tokens) else ""
