"""Words a letter or two apart that say the reverse: `import` and `export`, `hausse` and `baisse`.

So are words for another person: `père` and `mère`, `widow` and `widower`. They are no slips of
spelling, and no negations of each other either, as `opposites` has them. The lists are closed, and
hold only what spelling would take: `rise` and `fall` differ in more letters.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Pair(NamedTuple):
    """Parts of two words, of which one stands where the other did: `im-`, `-er`, `hauss`."""

    one: str
    other: str

    def parts(self, old: str, new: str) -> bool:
        """Say whether nothing but the two parts sets two words apart."""
        return _swapped(old, new, self.one, self.other) or _swapped(old, new, self.other, self.one)


def _swapped(old: str, new: str, was: str, now: str) -> bool:
    """Say whether `new` is `old` with the part `now` for `was`."""
    if was.endswith("-"):
        was, now = was[:-1], now[:-1]
        fits = old.startswith(was) and new.startswith(now)
        return fits and old[len(was) :] == new[len(now) :]
    if was.startswith("-"):
        was, now = was[1:], now[1:]
        fits = old.endswith(was) and new.endswith(now)
        return fits and old[: -len(was)] == new[: -len(now)]
    before, found, behind = old.partition(was)
    return found != "" and new == before + now + behind


def _pairs(text: str) -> tuple[Pair, ...]:
    """Read pairs such as `im-/ex-`, parted by blanks."""
    return tuple(Pair(*pair.split("/")) for pair in text.split())


_LATIN: Final = (
    "im-/ex- in-/ex- hyper-/hypo- infla/defla maxim/minim matern/patern import/export"
    " progress/regress "
)
"""Pairs that several languages have."""

REVERSALS: Final[Mapping[str, tuple[Pair, ...]]] = {
    "en": _pairs(
        _LATIN + "micro-/macro- in-/de- on-/off- major/minor junior/senior immigr/emigr"
        " ascen/descen defen/offen overt/covert east/west north/south hire/fire"
        " hiring/firing father/mother brother/mother male/female -man/-woman -men/-women"
        " elect/reject select/reject employer/employee -er/-ee -or/-ee -ers/-ees -ors/-ees"
        " -er/-ees push/pull victor/victim widow/widower sign-/resign-"
    ),
    "de": _pairs(
        _LATIN + "un-/- mikro/makro zu-/ab- zu-/auf- auf-/ab- an-/ab- an-/aus- ge-/ver- -auf/-ab"
        " zunahme/abnahme zuwander/abwander aufbau/abbau aufstieg/abstieg aufrüst/abrüst"
        " aufwert/abwert aufwärts/abwärts anstieg/abstieg anreise/abreise anfahrt/abfahrt"
        " öst/west ost/west hausse/baisse major/minor freund/feind defensiv/offensiv"
        " ermutig/entmutig hin-/her- immigr/emigr witwe/witwer"
    ),
    "fr": _pairs(
        _LATIN + "micro-/macro- em-/dé- en-/dé- ac-/dé- hauss/baiss immigr/émigr infla/défla"
        " défen/offen crois/décrois croît/décroît croit/décroit ascen/descen homme/femme"
        " père/mère père/frère mère/frère fils/fille fils/filles majeur/mineur major/minor"
        " est-/ouest- dessus/dessous veuf/veuve"
    ),
    "es": _pairs(
        _LATIN + "micro-/macro- hiper-/hipo- pre-/pos- encarcel/excarcel inmigr/emigr"
        " máxim/mínim mayor/menor mayor/minor defens/ofens ascen/descen ascien/descien"
        " crec-/decrec- crez-/decrez- aprob/reprob aprueb/reprueb este-/oeste- noreste/noroeste"
        " nordeste/noroeste sureste/suroeste sudeste/sudoeste padre/madre hijo/hija"
        " hermano/hermana niño/niña abuelo/abuela nieto/nieta esposo/esposa novio/novia"
        " viudo/viuda -dor/-do -dora/-da -dores/-dos -doras/-das"
    ),
}
"""What parts two words that say the reverse. Before `-` they begin, behind it they end."""


def is_reversed(old: str, new: str, language: str) -> bool:
    """Say whether two words in lower case say the reverse of each other, by a closed list.

    >>> is_reversed("imports", "exports", "en"), is_reversed("aufbau", "abbau", "de")
    (True, True)
    >>> is_reversed("l’est", "l’ouest", "fr"), is_reversed("color", "colour", "en")
    (True, False)
    """
    known = REVERSALS.get(language, ())
    if language == "fr":
        old, new = _unelided(old), _unelided(new)
    return any(pair.parts(old, new) for pair in known)


def _unelided(word: str) -> str:
    """Give a French word without what is elided before it: `est` of `l’est`."""
    return word.replace("’", "'").rpartition("'")[2]
