"""Word lists of each language the rules know: closed lists, self-written, no guesses in them.

What the rules may claim of a language is what its `Lexicon` holds; a language without one gets
only the rules that read signs, digits and capitals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from archiver.grade import shares
from archiver.grade.number_words import English, French, German, Spanish
from archiver.grade.patterns import Words, words
from archiver.grade.units import money


def _keyed(text: str) -> Mapping[str, str]:
    """Read `word=key` pairs; a word without a key is its own."""
    pairs = (item.partition("=") for item in text.split())
    return {word: key or word for word, _, key in pairs}


def days_of(numbers: Mapping[str, int], **more: int) -> Mapping[str, int]:
    """Give the days of a month in words: of `numbers` those up to 31, and `more`."""
    return {**{word: n for word, n in numbers.items() if 0 < n < 32}, **more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The lists of one language, in lower case. `negations`: word to what it is counted as."""

    negations: Mapping[str, str]
    small_words: Words
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Words
    """Days named from today: a date only where one stands in for another."""
    day_words: Mapping[str, int] = field(default_factory=dict)
    """Days of a month in words, as before its name."""
    number_words: Mapping[str, int | Fraction]
    scales: Mapping[str, int]
    weak_numbers: Words
    """Number words that are often something else, as in "one of them" or "first said"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    """Words for a fraction: a number only where another stands in their place."""
    ordinal_endings: Words = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    """Currencies and rates in words."""
    counts: Mapping[str, str] = field(default_factory=dict)
    """Words for about so many, such as `dozens`."""
    shares: Mapping[str, str] = field(default_factory=dict)
    """Words for one number over another, such as `two thirds`."""
    hundreds: Mapping[str, int] = field(default_factory=dict)
    """Hundreds in one word, behind which a smaller number stands."""
    halves: Mapping[str, str] = field(default_factory=dict)
    """What stands behind an hour and says in which half of the day it is."""
    minus: Words = frozenset()
    """A minus sign in words."""
    titles: Words = frozenset()
    """Forms of address and of office: capitalised, and no names."""
    endings: Words = frozenset()
    decimal_comma: bool = False


def _months(text: str) -> Mapping[str, int]:
    """Read twelve groups parted by blanks, the spellings of one month parted by bars."""
    groups = (group.split("|") for group in text.split())
    return {word: n for n, group in enumerate(groups, 1) for word in group}


ENGLISH: Final = Lexicon(
    negations=_keyed(
        "not no=not cannot=not never none nobody=not nothing neither nor without non=not"
        " nowhere=none"
    ),
    small_words=words(
        "the a an and or but of in on at to from by for with as is are was were be been has have"
        " had do does did he she it they we you i him her them us his its their our your my this"
        " that these those who which what when where while if then than so such there here will"
        " would can could may might shall should must about after before over under into out up"
        " down more most some any all each both other yet also however although though because"
        " since until during between against among through per via amid despite"
    ),
    months=_months(
        "january|jan february|feb march april|apr may june|jun july|jul august|aug"
        " september|sept|sep october|oct november|nov december|dec"
    ),
    weekdays=_months(
        "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri"
        " saturday sunday"
    ),
    days=words("yesterday today tomorrow tonight"),
    day_words=days_of(English.ORDINALS),
    number_words=English.numbers(),
    scales=English.SCALES,
    weak_numbers=words("one first second third"),
    parts=English.PARTS,
    counts=English.COUNTS,
    shares=shares.told("en"),
    ordinals=English.ORDINALS,
    minus=words("minus negative"),
    ordinal_endings=words("st nd rd th"),
    units=money("en"),
    titles=words(
        "mr mrs ms miss dr sir lord lady dame prof professor president minister prime secretary"
        " chancellor king queen prince princess senator governor mayor judge justice captain"
        " general chief director chairman chairwoman officer tv ceo pm mp mps am ok i i’m i’ve"
        " i’ll i’d"
    ),
    endings=words("s es ed d ing er ers r ly y ies ied e en n ’s st est"),
)

GERMAN_LEXICON: Final = Lexicon(
    negations=_keyed(
        "nicht kein=nicht keine=nicht keinen=nicht keinem=nicht keiner=nicht keines=nicht"
        " nie niemals=nie nichts niemand niemandem=niemand niemanden=niemand ohne weder nein"
        " keinesfalls=nicht keineswegs=nicht keinerlei=nicht keins=nicht mitnichten=nicht"
        " niemandes=niemand nirgends nirgendwo=nirgends nirgendwohin=nirgends nimmer=nie"
    ),
    small_words=words(
        "der die das den dem des ein eine einen einem einer eines und oder aber von vom in im an am"
        " auf zu zum zur aus bei mit nach für um über unter vor ist sind war waren wird werden"
        " wurde wurden hat haben hatte hatten er sie es wir ihr ich ihm ihn ihnen sich sein seine"
        " ihre ihren dass daß wenn als wie auch noch nur so bis durch gegen seit zwischen wegen"
        " dieser diese dieses was wer wo hier dort sehr mehr kann können soll sollen muss"
        " kein keine keinen keinem keiner keines keinerlei"
    ),
    months=_months(
        "januar|jänner|jan februar|feb märz april|apr mai juni|jun juli|jul august|aug"
        " september|sept|sep oktober|okt november|nov dezember|dez"
    ),
    weekdays=_months("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    days=words("gestern heute morgen vorgestern übermorgen"),
    day_words=days_of(German.ordinals()),
    number_words=German.numbers(),
    scales=German.SCALES,
    weak_numbers=German.weak(),
    parts=German.PARTS,
    counts=German.COUNTS,
    shares=shares.told("de"),
    ordinals=German.ordinals(),
    halves={
        **dict.fromkeys(["morgens", "früh", "vormittags"], "am"),
        **dict.fromkeys(["nachmittags", "abends"], "pm"),
    },
    minus=words("minus"),
    units=money("de"),
    titles=words(
        "herr herrn frau dr prof professor professorin präsident präsidentin kanzler kanzlerin"
        " minister ministerin bundeskanzler bundeskanzlerin außenminister außenministerin"
        " finanzminister innenminister bürgermeister bürgermeisterin sprecher sprecherin chef"
        " chefin direktor direktorin könig königin prinz papst ende anfang mitte uhr"
    ),
    endings=words("e en n s es er em t te ten est st"),
    decimal_comma=True,
)

FRENCH_LEXICON: Final = Lexicon(
    negations=_keyed(
        "ne pas jamais sans aucun aucune=aucun rien ni non nul nulle=nul nullement=pas"
        " aucunement=pas nuls=nul nulles=nul guère"
    ),
    small_words=words(
        "le la les un une des du de d et ou mais où à au aux en dans sur sous par pour avec est"
        " sont était étaient a ont avait avaient il elle ils elles on nous vous je se son sa ses"
        " leur leurs ce cet cette ces qui que quoi dont si comme plus très même aussi entre vers"
        " depuis après avant contre être avoir fait y lui"
    ),
    months=_months(
        "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout"
        " septembre|sept octobre|oct novembre|nov décembre|déc|decembre"
    ),
    weekdays=_months("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    days=words("hier aujourd’hui aujourd'hui demain avant-hier"),
    day_words=days_of(French.numbers(), premier=1),
    number_words=French.numbers(),
    scales=French.SCALES,
    weak_numbers=French.WEAK,
    parts=French.PARTS,
    counts=French.COUNTS,
    shares=shares.told("fr"),
    ordinals=French.ORDINALS,
    halves={
        "du matin": "am",
        **dict.fromkeys(["de l’après-midi", "de l'après-midi", "du soir"], "pm"),
    },
    minus=words("moins"),
    ordinal_endings=words("er ère re e ème"),
    units=money("fr"),
    titles=words(
        "m mm mme mlle monsieur madame dr pr me mgr docteur président présidente ministre maire"
        " premier première directeur directrice roi reine pape général"
    ),
    endings=words("s e es x é ée és ées er ent ait aient a ant aux al"),
    decimal_comma=True,
)

SPANISH_LEXICON: Final = Lexicon(
    negations=_keyed(
        "no nunca jamás=nunca sin nada nadie ningún=ninguno ninguna=ninguno ninguno"
        " ningunos=ninguno ningunas=ninguno ni tampoco"
    ),
    small_words=words(
        "el la los las un una unos unas y e o u pero de del a al en con por para sobre entre desde"
        " hasta es son era eran fue fueron ha han había habían se su sus lo le les que quien cual"
        " como si más muy también ya este esta estos estas ese esa eso esto cuando donde porque"
        " contra durante según tras ser estar está están él ella ellos ellas"
    ),
    months=_months(
        "enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago"
        " septiembre|setiembre|sept octubre|oct noviembre|nov diciembre|dic"
    ),
    weekdays=_months("lunes martes miércoles jueves viernes sábado domingo"),
    days=words("ayer hoy mañana anteayer"),
    day_words=days_of(Spanish.numbers(), uno=1, primero=1),
    number_words=Spanish.numbers(),
    scales=Spanish.SCALES,
    weak_numbers=Spanish.WEAK,
    parts=Spanish.PARTS,
    counts=Spanish.COUNTS,
    shares=shares.told("es"),
    hundreds=Spanish.HUNDREDS,
    ordinals=Spanish.ORDINALS,
    halves={
        **dict.fromkeys(["de la mañana", "de la madrugada"], "am"),
        **dict.fromkeys(["de la tarde", "de la noche"], "pm"),
    },
    minus=words("menos"),
    ordinal_endings=words("º ª er"),
    units=money("es"),
    titles=words(
        "sr sra srta señor señora don doña dr dra doctor doctora presidente presidenta ministro"
        " ministra alcalde alcaldesa director directora rey reina papa general"
    ),
    endings=words("s es o a os as ó é aba aban an en ar er ir do da ando"),
    decimal_comma=True,
)

_NONE: Final = Lexicon(
    negations={},
    small_words=frozenset(),
    months={},
    weekdays={},
    days=frozenset(),
    number_words={},
    scales={},
    weak_numbers=frozenset(),
)
"""For Chinese, which has modules of its own, and for every language without lists."""

LEXICONS: Final[Mapping[str, Lexicon]] = {
    "en": ENGLISH,
    "de": GERMAN_LEXICON,
    "fr": FRENCH_LEXICON,
    "es": SPANISH_LEXICON,
}


def lexicon(language: str) -> Lexicon:
    """Give the lists of `language`, such as "de"; empty ones where there are none."""
    return LEXICONS.get(language, _NONE)
