"""German names, where every noun has a capital: by closed lists, and by what stands beside."""

from collections.abc import Sequence
from typing import Final

from archiver.grade.forenames import FORENAMES
from archiver.grade.german_nouns import (
    FOOD_REGIONS,
    FOODS,
    MANY,
    NOUNS,
    OFFICES,
    PLACES_OF_A_KIND,
    PLURALS,
)
from archiver.grade.groups import GROUPS, PARTIES, PEOPLES
from archiver.grade.lexicon import GERMAN_LEXICON
from archiver.grade.openers import DEGREES, ENDS, OPENERS, SPEAKS
from archiver.grade.patterns import words as listed
from archiver.grade.places import CITIES, COUNTRIES, REGIONS

_ARTICLES: Final = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen "
    "keinem keiner dieser diese dieses diesen diesem jeder jede jedes jeden sein "
    "seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere alle viele "
    "mehrere einige zwei drei vier fünf zur zum im am vom beim ins ans"
)
_NO_NOUNS: Final = (
    GERMAN_LEXICON.small_words
    | _ARTICLES
    | listed(
        "trotz laut ohne statt samt dank infolge angesichts mangels während hinter neben per pro ab"
        " außer bis gestern heute morgen dort dann nun jetzt bald oft schon erst selbst sogar immer"
        " wieder weniger wenig viel etwas genug rund etwa fast knapp gut ungefähr sechs sieben acht"
        " neun zehn elf zwölf hundert tausend weil obwohl ob denn doch sowie zudem dabei damit"
        " dafür danach darum deshalb daher solche manche beide zahlreiche zahllose weitere andere"
        " solange sobald sollten können haben gibt gab kamen kommen brauchen müssen dürfen wollen"
        " machen lassen sollen bekommen keinerlei lauter solch manch allerlei jede mancher binnen"
        " ende anfang mitte trotzdem außerdem dennoch allerdings bisher bislang inzwischen künftig"
        " seitdem zuletzt besonders warum damals hilft helfen macht braucht fehlt schadet kostet"
        " wieso weshalb insbesondere meist meistens beispiel"
    )
)
"""What opens a sentence before a noun: its capital makes no name of both (`Trotz Regen`)."""

_NO_NAMES: Final = _NO_NOUNS | MANY
"""Behind what a capital is not of one name with it."""

_BEFORE: Final = listed("in aus nach bei von für gegen mit durch")
_SAYS: Final = listed("sagte sagt meinte meint betonte betont erklärte erklärt")
"""What stands between what was said and who said it."""

_NOUN_ENDS: Final = tuple(listed("ung heit keit schaft tion tät nis tum ismus en ern"))
_ADJECTIVE_ENDS: Final = ("e", "er", "es", "en", "em")
_PHRASES: Final = listed(
    "gefahr kraft angst not haft folge zukunft zeit angaben hause bezug frage verbindung sicht"
    " aussicht arbeit form höhe hand recht ordnung ruhe betrieb bewegung sorge druck vertrag"
    " protest geld glück wasser feuer plan jahr monat tag woche seite teil weg fall grund mitte"
    " schutz pension rente planung kauf verkauf bau abbau ausbau krieg frieden"
)
LONGEST_NOUN: Final = 8
"""Letters of a word such as `Vorstadt` or `Marktplatz`'s like, up to which it is a noun."""

_PLACE_ENDS: Final = ("gasse", "straße", "strasse", "allee", "platz", "burg", "dorf", "stadt")

_ROLES: Final = tuple(
    listed(
        "minister meister sprecher kanzler präsident richter trainer pfarrer pastor priester"
        " bischof kardinal politiker abgeordneter abgeordnete vorsitzender vorsitzende leiter"
        " führer spieler stürmer torhüter fahrer lehrer schüler forscher wissenschaftler ökonom"
        " unternehmer sänger schauspieler schriftsteller künstler anwalt berater botschafter"
        " kommissar kandidat kapitän general experte beauftragte beauftragter chef direktor"
        " professor"
    )
)
"""Endings of what people are: with a capital behind it, it is no adjective (`Pfarrer Huber`)."""

_TITLES: Final = GERMAN_LEXICON.titles - listed("ende anfang mitte uhr")
_DEGREES: Final = DEGREES | listed("dr prof dipl ing")
_DEGREE_TOKENS: Final = 12
"""Tokens of the degrees before a name that are stepped over, as in `Prof. Dr. rer. nat.`."""

_BOTH: Final = listed("Bob Dan Ernst Gloria Horst Kai Lee Marina Mark Max Mercedes Rosa Ross")
"""Forenames that are nouns or adjectives as well."""

_SURNAMES: Final = listed(
    "Becker Bergmann Brandt Dietz Hansen Hartmann Heinemann Herrmann Hermann Hoffmann Hofmann Huber"
    " Hubert Janssen Jansen Köhler Kraus Krause Krauß Krüger Kuhn Lehmann Maier Mair Mayer Mayr"
    " Meier Meyer Möller Neumann Ott Petersen Pohl Schmid Schmidt Schmitt Schmitz Scholz Schröder"
    " Schulte Schultz Schulz Schulze Seidel Vogt Voigt Wagner Ziegenfuß"
)
"""The commonest that are no nouns of today, as `Fischer` and `Bauer` are."""

_NOUN_CITIES: Final = listed("Essen Halle Hof Münster")
"""Cities that are nouns, but for one behind `in` or `aus`."""

_CITY_FOLK: Final = {
    "Münchner": "München",
    "Bremer": "Bremen",
    "Dresdner": "Dresden",
    "Zürcher": "Zürich",
    "Basler": "Basel",
    "Göttinger": "Göttingen",
    "Tübinger": "Tübingen",
    "Reutlinger": "Reutlingen",
    "Solinger": "Solingen",
    "Saarbrücker": "Saarbrücken",
    "Schaffhauser": "Schaffhausen",
    "Römer": "Rom",
    "Lissabonner": "Lissabon",
    "Tokioter": "Tokio",
}
"""Of a city, where it is not the city and -er."""

_FOODS_TOO: Final = listed("Amerikaner")
"""Of a people, and something to eat: without an article perhaps no name."""

_LISTED: Final = COUNTRIES["de"] | REGIONS["de"] | CITIES["de"] | GROUPS["de"] | PEOPLES | _SURNAMES
_WITH_ARTICLE: Final = COUNTRIES["de"] | REGIONS["de"] | GROUPS["de"] | PEOPLES
_OF: Final = listed("des der eines einer seines seiner ihres ihrer")
_NO_GENITIVE: Final = ("ss", "us", "is")


def german_key(tokens: Sequence[str], index: int, key: str) -> str:
    """Give the name `key`, which is tokens[index], without the -s of a genitive.

    It is taken for one on a listed name, before a noun, and behind one that is no title. What is
    of a city has the name of the city.

    >>> german_key(["Israels", " ", "Armee"], 0, "Israels"), german_key(["Paris"], 0, "Paris")
    ('Israel', 'Paris')
    >>> german_key(["Bremer", " ", "Hafen"], 0, "Bremer")
    'Bremen'
    """
    if key.endswith("er") and _is_capital(next_word(tokens, index)):
        return _city_of(key) or key
    if not key.endswith("s") or key in _LISTED or key in FORENAMES or key.isupper():
        return key
    name = key.removesuffix("s")
    before, follows = word_before(tokens, index), _is_capital(next_word(tokens, index))
    if _is_introducing(before) and not follows:
        return key  # `Herr Peters`
    if name in _LISTED or name in FORENAMES:
        return name
    if key.endswith(_NO_GENITIVE):
        return key
    behind_noun = _is_capital(before) and before.lower() not in _NO_NOUNS
    return name if behind_noun or follows else key


def is_known_german(tokens: Sequence[str], index: int, key: str, *, opens: bool) -> bool | None:
    """Say whether tokens[index] is in a list of names, where it may be one: True, perhaps (False).

    A city, a surname or a forename has no article before it, where it is not something else.
    `opens` says that it opens a sentence.
    """
    before, after = word_before(tokens, index).lower(), next_word(tokens, index)
    if _is_of_food(tokens[index], after):
        return None
    if key in _WITH_ARTICLE:
        return key not in _FOODS_TOO or before in _ARTICLES
    known = key in _LISTED
    if key in _NOUN_CITIES:
        known = before in {"in", "aus", "nahe"}
    elif key in PARTIES:
        known = before in {"die", "der", "den"} and not _is_capital(after) and after not in _OF
    elif before in _ARTICLES:
        known = bool(_city_of(tokens[index])) and _is_capital(after)
    elif not known:
        known = key in FORENAMES and key not in _BOTH and not opens
    return True if known else None


def is_german_name(tokens: Sequence[str], index: int) -> bool | None:
    """Say how sure a German capital inside a sentence is a name: True, perhaps (False), or None.

    Sure: beside another capital, or behind a title, or before a verb of speaking, without an
    article or adjective; perhaps: with the ending of a street or a town, right behind a
    preposition, unless it ends as nouns do, or behind what was said and its verb. A listed noun
    is none of these, and neither is what somebody is, right before the name.
    """
    token = tokens[index]
    small = GERMAN_LEXICON.small_words
    before, after = word_before(tokens, index), next_word(tokens, index)
    if before[:1].isupper() and before.lower() in _TITLES:
        return True
    if before in FORENAMES and before not in _BOTH:
        return True
    is_plain = token.lower() in NOUNS
    if _is_capital(after) and after.lower() not in small and _is_office(token):
        return None
    if before[:1].isupper() and before.lower() not in _NO_NAMES:
        adjective = before.endswith(_ADJECTIVE_ENDS) and not _is_introducing(before)
        opening = _opens_sentence(tokens, index - 2)
        if not (opening and (adjective or is_plain)) and not _is_of_food(before, token):
            return True
    if is_plain or _is_of_food(token, after):
        return None
    if token.endswith(_PLACE_ENDS) and len(token) > LONGEST_NOUN:
        return None if _is_of_a_kind(token) else False
    if before.lower() in _ARTICLES:
        return None
    if _is_capital(after) and after.lower() not in small:
        return True
    if after in SPEAKS["de"]:
        return True
    if token.lower() in _PHRASES:
        return None
    if before.lower() in _BEFORE and _ends_as_name(token):
        return False
    return False if before in _SAYS and _ends_speech(tokens, index - 2) else None


def may_be_shown(tokens: Sequence[str], index: int) -> bool:
    """Say whether tokens[index] may be a name that its document shows as one elsewhere."""
    return word_before(tokens, index).lower() not in _ARTICLES


def is_shown(tokens: Sequence[str], index: int) -> bool:
    """Say whether tokens[index] is shown as a name: behind a forename, a degree or a title of one.

    A title behind an article may be all there is of somebody: `dem Minister Fehler vorwerfen`.
    """
    before = word_before(tokens, index)
    if before in {"Dr", "Prof"} or (before in FORENAMES and before not in _BOTH):
        return True
    earlier = word_before(tokens, index - 2)
    if _is_capital(before) and not _is_introducing(before) and _is_introducing(earlier):
        return True  # A rare forename, as in `Trainerin Jella Kolbe`.
    return _is_of_one(before) and earlier.lower() not in _ARTICLES


def is_common(tokens: Sequence[str], index: int) -> bool:
    """Say whether tokens[index] stands behind an article, as a noun."""
    behind = tokens[index + 1 : index + 2]
    return word_before(tokens, index).lower() in _ARTICLES and behind not in (["-"], ["‑"])


def _city_of(word: str) -> str:
    """Give the city that `word` is of, as `Bremer` is, or nothing.

    >>> _city_of("Berliner"), _city_of("Münchner"), _city_of("Bäcker")
    ('Berlin', 'München', '')
    """
    city = _CITY_FOLK.get(word) or word.removesuffix("er")
    return city if city != word and city in CITIES["de"] else ""


def _is_of_food(word: str, after: str) -> bool:
    """Say whether `word` names what is eaten, not where it is from: `Wiener Würstchen`."""
    return after in FOODS and (word in PEOPLES or word in FOOD_REGIONS or bool(_city_of(word)))


def _is_of_a_kind(word: str) -> bool:
    """Say whether `word` ends as a place does and is a noun: `Landstraße`, `Arbeitsplatz`."""
    return word.lower().replace("strasse", "straße").endswith(PLACES_OF_A_KIND)


def _ends_as_name(word: str) -> bool:
    """Say whether `word` ends as no noun does, or as a country does."""
    if word.endswith("ien"):
        return not word.lower().endswith(PLURALS)
    return not word.endswith(_NOUN_ENDS)


def _is_office(word: str) -> bool:
    """Say whether `word` is what somebody is, before the name: `Pastor`, `Nachbarin`."""
    if word in FORENAMES:
        return False
    return _is_introducing(word) or word.lower().endswith(OFFICES)


def _is_introducing(word: str) -> bool:
    """Say whether `word` is a title or an office, or a forename, behind which a name stands."""
    if word in FORENAMES:
        return word not in _BOTH
    lower = word.lower()
    masculine = lower.removesuffix("in")
    return word[:1].isupper() and (
        lower in _TITLES or lower.endswith(_ROLES) or masculine.endswith(_ROLES)
    )


def _is_of_one(word: str) -> bool:
    """Say whether `word` is a title of one alone: `Minister` may be several that make errors."""
    if not word[:1].isupper():
        return False
    lower = word.lower()
    if lower in _TITLES:
        return not lower.endswith("er") or lower.endswith("kanzler")
    return lower.endswith("in") and lower.removesuffix("in").endswith(_ROLES)


def _ends_speech(tokens: Sequence[str], index: int) -> bool:
    """Say whether tokens[index], a verb of speaking, stands behind what was said."""
    before = word_before(tokens, index)
    return before == "," or before in OPENERS or before in {"”", "’"}


def _opens_sentence(tokens: Sequence[str], index: int) -> bool:
    """Say whether the word at `index` opens a sentence, so that its capital says nothing."""
    before = [word for word in tokens[max(0, index - 2) : max(0, index)] if not word.isspace()]
    return not before or before[-1] in ENDS or before[-1] in OPENERS


def word_before(tokens: Sequence[str], index: int) -> str:
    """Give the word or sign before tokens[index], over one blank and the full stop of a degree.

    >>> word_before(["Frau", " ", "Dr", ".", " ", "Kolbe"], 5)
    'Dr'
    """
    end = max(0, index)
    near = [token for token in tokens[max(0, end - 4) : end] if not token.isspace()]
    if len(near) > 1 and near[-1] == "." and near[-2].lower() in _DEGREES:
        return _title_of(tokens, end)
    near = [token for token in tokens[max(0, end - 2) : end] if not token.isspace()]
    return near[-1] if near else ""


def _title_of(tokens: Sequence[str], index: int) -> str:
    """Give the degree before tokens[index] that has a capital, over those that have none."""
    near = tokens[max(0, index - _DEGREE_TOKENS) : index]
    found = [token for token in near if token.lower() in _DEGREES and token[0].isupper()]
    return found[-1] if found else ""


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def next_word(tokens: Sequence[str], index: int) -> str:
    """Give the word behind tokens[index], over one blank."""
    blank, *word = tokens[index + 1 : index + 3] or ("",)
    return word[0] if blank == " " and word else ""
