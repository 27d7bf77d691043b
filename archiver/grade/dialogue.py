"""Speech that dashes open, as in French and Spanish dialogue: `— Oui, dit-elle.`

A dash opens it at the start of a paragraph, or of a sentence, before a capital. French closes it
by nothing: it goes on around `dit-elle` to the end of its paragraph. Spanish sets dashes around
what is not spoken, too. A list has dashes as well, so more must tell of speech: one who says `I`, a
verb of speaking behind it, a question where the dash is none that lists have. Behind a Spanish raya
with no blank, a verb is enough.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from archiver.grade.items import Span
from archiver.grade.speaking import SPANISH_CLAUSE, signs

DASHES: Final = frozenset("—―–-")


class Speech(NamedTuple):
    """`spoken`: stretches of a text between or behind dashes; `dashes`: where those stand."""

    spoken: tuple[Span, ...] = ()
    dashes: tuple[int, ...] = ()


OPENING: Final[Mapping[str, str]] = {"fr": "—―–", "es": "—―–-"}
"""Dashes that may open speech at the start of a paragraph, in languages that have such dialogue."""

_MAY_SPEAK: Final = re.compile(r"(?:^|\n)[—―–-]|[.!?…»] [—―–]")
_SENTENCE: Final = re.compile(r"[.!?…»] (?P<dash>[—―–]) ?(?=[^\W\d_]|[¿¡«…])")
_STOP: Final = re.compile(r"[.!?…]")
_ENDS: Final = ".!?…»”:;,—―"
_RAYA: Final = "—―"
_OPENERS: Final = "¿¡«“…"
_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^.,;:!?¿¡…—―]{0,40}): ")
"""What a line of a list is about: `—Presupuesto: …`."""

_QUOTED: Final = re.compile(r"[»”]\.? $")
QUOTED_LETTERS: Final = 3
"""Letters before a dash that hold the end of a quotation."""

_HEAD: Final = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ'’ -]{1,30}(?:[,(][^.!?]{1,25})?|[A-Z]|[IVXLC]{1,6}|\d{1,3})\. "
)
"""A dateline in capitals, or the number of a section."""

_ARTICLE: Final = re.compile(
    r"\b(?:Art(?:icle|ículo)?|Chap(?:itre)?|Cap(?:ítulo)?|T[ií]t(?:re|ulo)?|Section|Sección"
    r"|Annexe|Anexo|Question|Pregunta)\.? (?:\d{1,4}|[IVXLC]{1,6})(?:er|re|º|ª|°)?"
    r"(?: (?:bis|ter))?\. $",
    re.IGNORECASE,
)
HEAD_LETTERS: Final = 60
"""Letters before a dash among which a dateline or the number of an article is looked for."""


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
    asides = signs(language).aside.finditer(line, first)
    holes = [Span(hit.start() + 1, hit.end()) for hit in asides]
    return Speech(tuple(_without(spoken, holes)), dashes)


def _first_dash(line: str, language: str) -> int | None:
    """Give where speech begins in a paragraph."""
    if line and line[0] in OPENING[language] and _opens(line, 1) and line[-1] in _ENDS:
        if _tells_of_speech(line, language) or _opens_bare(line, language):
            return 0
        if not _is_listed(line, language) and signs(language).calls.search(line):
            return 0
    found = next((hit for hit in _SENTENCE.finditer(line) if _opens_inside(line, hit)), None)
    if found is None:
        return None
    start = found.start("dash")
    end = _STOP.search(line, start)
    said = line[start : end and end.end()]
    if said[-1] not in _ENDS:
        return None
    is_call = not _QUOTED.search(line[:start][-QUOTED_LETTERS:])
    if is_call and signs(language).calls.search(said):
        return start
    return start if _tells_of_speech(said, language) else None


def _opens_inside(line: str, hit: re.Match[str]) -> bool:
    """Say whether a sentence begins behind the dash of `hit`, and what is before heads no text."""
    start = hit.start("dash")
    if not _opens(line, hit.end("dash")):
        return False
    if start <= HEAD_LETTERS and _HEAD.fullmatch(line[:start]):
        return False
    return not _ARTICLE.search(line[max(0, start - HEAD_LETTERS) : start])


def _is_listed(line: str, language: str) -> bool:
    """Say whether a line begins as in a list: a short dash, in Spanish before a blank."""
    return line[0] in "–-" and (language == "fr" or line[1] == " ")


def _opens_bare(line: str, language: str) -> bool:
    """Say whether a line begins with a Spanish raya, no blank and a clause: no topic, no label."""
    if language != "es" or line[0] not in _RAYA or line[1] == " " or line[-1] in ",;":
        return False
    said = line[1].lower() + line[2:]
    label = _LABEL.match(said)
    return bool(SPANISH_CLAUSE.search(label["label"] + ":" if label else said))


def _opens(line: str, place: int) -> bool:
    """Say whether a sentence may begin at `place`, over a blank."""
    sign = line[place : place + 2].lstrip(" ")[:1]
    return sign.isupper() or (sign != "" and sign in _OPENERS)


def _tells_of_speech(said: str, language: str) -> bool:
    """Say whether there is in `said` what no list has."""
    if said.startswith("- "):
        return False
    found = signs(language)
    if found.sure.search(said):
        return True
    return bool(found.person and found.person.search(said) and found.aside.search(said))


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
