"""Speech that dashes open, as in French and Spanish dialogue: `— Oui, dit-elle.`

A dash opens it at the start of a paragraph, or of a sentence, before a capital. French closes it
by nothing: it goes on around `dit-elle` to the end of its paragraph. Spanish sets dashes around
what is not spoken, too. A list has dashes as well, so more must tell of speech: a question, one who
says `I`, a verb of speaking behind it. The Spanish raya with no blank behind is for speech only.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from archiver.grade.items import Span
from archiver.grade.patterns import one_of, words

DASHES: Final = frozenset("—―–-")


class Speech(NamedTuple):
    """`spoken`: stretches of a text between or behind dashes; `dashes`: where those stand."""

    spoken: tuple[Span, ...] = ()
    dashes: tuple[int, ...] = ()


class _Signs(NamedTuple):
    """What tells of speech in one language, beside its dashes."""

    aside: re.Pattern[str]
    """A verb of speaking and who speaks, behind a comma or the like."""
    sure: re.Pattern[str]
    """What no list has."""
    person: re.Pattern[str] | None = None
    """What a list hardly has beside a verb of speaking: `we`, `your`."""


_WHO: Final = r"[^,.;:!?…\n]*"
_FRENCH_SAYS: Final = one_of(
    words(
        "dit disent disait disaient demande demandent demanda répond répondent répondit répondait"
        " lance lancent lança explique expliquent expliqua raconte racontent raconta ajoute"
        " ajoutent ajouta confie confient confia assure assurent assura affirme affirment insiste"
        " insistent insista poursuit poursuivit reprend reprit précise précisent précisa commente"
        " commentent glisse glissent glissa plaisante plaisantent interroge interrogent interrogea"
        " conclut admet avoue avouent répète répètent répéta résume résument témoigne témoignent"
        " estime estiment fit fait"
    )
)
_FRENCH_CALLS: Final = one_of(
    words(
        "rétorque rétorquent rétorqua réplique répliquent répliqua exclame exclament exclama"
        " écrie écrient écria souffle soufflent souffla murmure murmurent murmura soupire"
        " soupirent soupira crie crient cria hurle hurlent hurla lâche lâchent lâcha étonne"
        " étonnent étonna indigne indignent indigna emporte emportent emporta"
    )
)
"""Of which no list has one behind a comma."""

_FRENCH_SAID: Final = one_of(
    words(
        "dit demandé répondu lancé expliqué raconté ajouté confié assuré affirmé insisté"
        " poursuivi repris précisé commenté glissé plaisanté interrogé conclu admis avoué répété"
        " crié hurlé lâché soufflé rétorqué répliqué"
    )
)
_FRENCH_HE: Final = "(?:-t)?-(?:ils?|elles?|on|je)"
_FRENCH_TO: Final = r"(?:[mstl]['’]|(?:me|se|te|lui|leur|nous|vous) )?"

_SPANISH_SAYS: Final = one_of(
    words(
        "dice dicen dijo dijeron decía decían digo dije pregunta preguntan preguntó preguntaron"
        " preguntaba responde responden respondió respondieron contesta contestan contestó grita"
        " gritan gritó gritaron exclama exclamó murmura murmuró susurra susurró replica replicó"
        " repuso añade añadió agrega agregó insiste insistió explica explicó asegura aseguró"
        " afirma afirmó cuenta contó comenta comentó bromea bromeó lamenta lamentó recuerda"
        " recordó señala señaló prosigue prosiguió continúa continuó concluye concluyó admite"
        " admitió confiesa confesó"
    )
)


@cache
def _signs(language: str) -> _Signs:
    """Compile on first use: few texts have dialogue."""
    if language == "fr":
        return _Signs(
            aside=re.compile(
                rf"[,?!…»] ?{_FRENCH_TO}(?:(?:{_FRENCH_SAYS}|{_FRENCH_CALLS})(?:{_FRENCH_HE})?"
                rf"|(?:a|ont|ai|avait|avaient)(?:{_FRENCH_HE})? (?:{_FRENCH_SAID}))\b{_WHO}"
            ),
            sure=re.compile(
                rf"[?!]|\b[Jj](?:e\b|['’])|\b[Tt]u\b|[,…»] ?{_FRENCH_TO}(?:(?:{_FRENCH_CALLS})\b"
                rf"|(?:{_FRENCH_SAYS}|a|ont|avait){_FRENCH_HE}\b)"
            ),
            person=re.compile(
                r"\b(?:nous|vous|notre|votre|nos|vos|moi|toi|mon|mes|ton|tes)\b|\b[mt]['’]",
                re.IGNORECASE,
            ),
        )
    says = rf"(?:(?:me|le|les|se|nos) )?(?:{_SPANISH_SAYS})\b"
    return _Signs(
        aside=re.compile(rf"[,?!…»] ?{says}{_WHO}"), sure=re.compile(rf"[¿¡]|[—―–-] ?{says}")
    )


OPENING: Final[Mapping[str, str]] = {"fr": "—―–", "es": "—―–-"}
"""Dashes that may open speech at the start of a paragraph, in languages that have such dialogue."""

_MAY_SPEAK: Final = re.compile(r"(?:^|\n)[—―–-]|[.!?…»] [—―–]")
_SENTENCE: Final = re.compile(r"[.!?…»] (?P<dash>[—―–]) ?(?=[^\W\d_]|[¿¡«…])")
_STOP: Final = re.compile(r"[.!?…]")
_ENDS: Final = ".!?…»”:;,—―"
_RAYA: Final = "—―"
_OPENERS: Final = "¿¡«“…"


def speech(text: str, language: str) -> Speech:
    """Give what is spoken behind dashes in `text`; nothing in languages without such dialogue.

    >>> speech("—No —dijo él—. Hoy no.", "es")
    Speech(spoken=(Span(start=1, end=4), Span(start=13, end=22)), dashes=(0, 4, 12))
    >>> speech("— Nous partons, dit-elle.", "fr").spoken
    (Span(start=1, end=15), Span(start=24, end=25))
    >>> speech("Le pont – un vieux – est fermé.", "fr").spoken
    ()
    """
    if language not in OPENING or not _MAY_SPEAK.search(text):
        return Speech()
    spoken: list[Span] = []
    dashes: list[int] = []
    start = 0
    for line in text.split("\n"):
        said, marks = _paragraph(line, language)
        spoken += [Span(start + one.start, start + one.end) for one in said]
        dashes += [start + place for place in marks]
        start += len(line) + 1
    return Speech(tuple(spoken), tuple(dashes))


def _paragraph(line: str, language: str) -> Speech:
    first = _first_dash(line, language)
    if first is None:
        return Speech()
    parts = _spanish if language == "es" else _french
    spoken, dashes = parts(line, first)
    asides = _signs(language).aside.finditer(line, first)
    holes = [Span(hit.start() + 1, hit.end()) for hit in asides]
    return Speech(tuple(_without(spoken, holes)), dashes)


def _first_dash(line: str, language: str) -> int | None:
    """Give where speech begins in a paragraph."""
    if line and line[0] in OPENING[language] and _opens(line, 1):
        is_raya = language == "es" and line[0] in _RAYA and line[1:2] != " "
        if (is_raya and line[-1] in _ENDS) or _tells_of_speech(line, language):
            return 0
    found = next((hit for hit in _SENTENCE.finditer(line) if _opens(line, hit.end("dash"))), None)
    if found is None:
        return None
    start = found.start("dash")
    end = _STOP.search(line, start)
    return start if _tells_of_speech(line[start : end and end.end()], language) else None


def _opens(line: str, place: int) -> bool:
    """Say whether a sentence may begin at `place`, over a blank."""
    sign = line[place : place + 2].lstrip(" ")[:1]
    return sign.isupper() or (sign != "" and sign in _OPENERS)


def _tells_of_speech(said: str, language: str) -> bool:
    signs = _signs(language)
    if said[-1] not in _ENDS:
        return False
    if signs.sure.search(said):
        return True
    return bool(signs.person and signs.person.search(said) and signs.aside.search(said))


def _french(line: str, first: int) -> Speech:
    """All is spoken to the end; a dash where a sentence begins opens what another says."""
    turns = [hit.start("dash") for hit in _SENTENCE.finditer(line, first)]
    dashes = (first, *(place for place in turns if place > first and _opens(line, place + 1)))
    return Speech((Span(first + 1, len(line)),), dashes)


def _spanish(line: str, first: int) -> Speech:
    """Each dash ends what is spoken, or what is not; one before a capital may open a new turn."""
    dashes = [hit.start() for hit in re.finditer(re.escape(line[first]), line[first:])]
    places = [first + place for place in dashes if not _joins(line, first + place)]
    spoken: list[Span] = []
    since: int | None = first + 1
    for place, after in pairwise([*places[1:], len(line)]):
        is_open = after == len(line) or line[after - 1] == " "
        turn = is_open and line[place - 2] in ".!?…:" and _opens(line, place + 1)
        if since is not None:
            spoken.append(Span(since, place))
        since = place + 1 if since is None or turn else None
    if since is not None:
        spoken.append(Span(since, len(line)))
    return Speech(tuple(spoken), tuple(places))


def _joins(line: str, place: int) -> bool:
    """Say whether the sign at `place` is a hyphen inside a word."""
    if line[place] != "-" or place == 0:
        return False
    return line[place - 1] != " " and line[place + 1 : place + 2].isalnum()


def _without(spans: tuple[Span, ...], holes: list[Span]) -> Iterator[Span]:
    """Give `spans` less `holes`, both in order."""
    left = iter(holes)
    hole = next(left, None)
    for span in spans:
        start = span.start
        while hole and hole.start < span.end:
            if start < hole.start:
                yield Span(start, hole.start)
            start = max(start, hole.end)
            if hole.end > span.end:
                break
            hole = next(left, None)
        if start < span.end:
            yield Span(start, span.end)
