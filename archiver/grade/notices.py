"""Notices: blocks in which editors say that they corrected, cleared up or updated the article."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from archiver.grade.phrases import PHRASES, Phrases
from archiver.grade.phrases.chinese import CHINESE, FIRST_SIGNS
from archiver.grade.phrases.english import ENGLISH
from archiver.grade.phrases.shape import UP_TO_COLON
from archiver.grade.timelines import is_time_line
from archiver.model import Document

HEADING_LETTERS: Final = 40
"""A block this short that is a notice word alone is the heading of the notice below it."""

BEGINNING_LETTERS: Final = 240
"""Letters at the start of a block in which it must say that it is a notice."""

_OPENING = re.compile(r"(?:[^\w<]|_|<(?:/?(?:i|b|p|em|strong|small)>)?)*+")
_FIRST_WORD = re.compile(r"[^\W_]+")
_QUOTES: Final = frozenset('"“”„«»「『‹')
_BRACKETS: Final = frozenset("([（【［")
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?][”\"]?(?= |$)|[。！？]|$)", re.MULTILINE)
_SEPARATOR: Final = r"(?:[:：—–]| - )"
_IN_BRACKETS: Final = r"(?:[(\[（][^)\]）]{1,40}[)\]）] ?)"
_CONNECTED: Final = (
    r"(?:,? ?(?:on|at|from|added|made|appended|posted|issued|published|vom|am|der redaktion"
    r"|du|le|à|el|del?|a las|-|–|\() ?){0,3}(?:, ?| )?"
)
"""What may stand between a label and its date."""

_STOPPED: Final = (
    r"fe de erratas|fe de errores|erratum|correction|clarification|berichtigung|korrektur"
    r"|corrección|rectificatif"
)
"""Labels that may end in a full stop: "Correction. The mill is leased."."""

PAPER_LETTERS: Final = 60
"""Letters in which a paper names itself: "The Brackwater Gazette has retracted this article"."""

FIRST_HAN: Final = "\u3400"
"""The first of the Chinese signs."""

SHORTEST_UPDATE: Final = 5
"""Signs that an update in Chinese has at least."""

CLOSING_LETTERS: Final = 400
"""Letters at the end of a block in which a notice may stand that ends it."""

CLOSING_SENTENCES: Final = 2
"""Sentences of such a notice: "This article was amended on 3 May. It gave the wrong year."."""

_NEXT = re.compile(
    r"[.!?…。！？\n][”\"»’)\]）]*\s*(?P<sentence>[(\[*（【]?[^\W_]+)|(?P<bracket>[(\[（【][^\W_]+)"
)
"""The first word of a sentence or of a bracket."""
_STOP = re.compile(r"[。！？]|[.!?](?=\W*$| [A-ZÄÖÜÉÀ¿¡])")
_CLOSED = re.compile(r"[)\]）】]\W*$")
_SELF = re.compile(
    r"article|story|version|headline|caption|paragraph|published|artikel|text|fassung|überschrift"
    r"|artículo|noticia|versión|titular|texte|titre|本文|版本|报道|報道|報導|标题|標題",
    re.IGNORECASE,
)

Kind = Literal["", "begun", "label", "update", "sentence"]
"""`begun` may be a notice or the story: it is one where the block ends in a notice."""


class _Patterns(NamedTuple):
    """What a block may begin with, behind its opening signs: `Phrases` compiled."""

    label: re.Pattern[str]
    hint: re.Pattern[str]
    update: re.Pattern[str]
    gate: re.Pattern[str]
    bare: re.Pattern[str]
    begun: re.Pattern[str]
    bracketed: re.Pattern[str]
    reported: re.Pattern[str]
    explained: re.Pattern[str]
    corrects: re.Pattern[str]


@cache
def _patterns(phrases: Phrases) -> _Patterns:
    """Compile the phrases of one language on first use: it takes ten milliseconds."""
    dated = rf"{_CONNECTED}{phrases.date}{UP_TO_COLON}"
    found = (
        # "Correction:", "Correction (3 May) –", "[Correction]", "Correction, Sept. 5, 2 p.m.:".
        (
            rf"(?:{phrases.labels})(?:\b\.?|(?<=\.)) ?{_IN_BRACKETS}?(?:{_SEPARATOR}|[】\]）)])"
            rf"|(?:{phrases.labels})\b{dated}"
            rf"|(?:{_STOPPED})(?: \([^)]{{3,40}}\))?\. (?=(?-i:[A-ZÄÖÜÉÀ]))"
        ),
        # A hint may have a time of its own behind it: "For the record: 9:12 a.m. June 4: ".
        (
            rf"(?:{phrases.hints})(?:{dated}| ?{_IN_BRACKETS}?(?:{_SEPARATOR}|[】\]）)]))"
            rf"(?:[^\w\n]{{0,3}}{dated})?"
        ),
        (
            rf"(?:{phrases.updates})(?:{dated}| ?#?\d\d?\]?{_SEPARATOR}"
            rf"|\]?(?: ?{_IN_BRACKETS})? ?(?:{_SEPARATOR}|[】\]）]))"
        ),
        phrases.gate,
        phrases.bare,
        phrases.begun,
        phrases.bracketed,
        phrases.reported,
        phrases.explained,
        phrases.corrects,
    )
    return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in found))


@cache
def _sentences(phrases: Phrases) -> re.Pattern[str]:
    """Compile the sentences of one language: it takes tens of milliseconds, so ask `gate` first."""
    return re.compile(phrases.sentences, re.IGNORECASE)


@cache
def _by_first_word() -> Mapping[str, tuple[Phrases, ...]]:
    found: dict[str, tuple[Phrases, ...]] = {}
    for phrases in PHRASES:
        for word in phrases.first_words | phrases.small_first_words:
            found[word] = (*found.get(word, ()), phrases)
    return found


def is_notice(text: str) -> bool:
    """Tell whether a block is a correction, a clarification, an update or an editor's note.

    >>> is_notice("Correction, Sept. 5: An earlier version gave the wrong month.")
    True
    >>> is_notice("Correction of the course took a year.")
    False
    """
    kind = _kind(text)
    return closing_notice(text) is not None if kind == "begun" else bool(kind)


def _kind(text: str) -> Kind:
    """Give by what `text` is a notice; "" where it is none, as most blocks by their first word."""
    beginning = text[:BEGINNING_LETTERS]
    opening = _OPENING.match(beginning)
    start = opening.end() if opening else 0
    first = _FIRST_WORD.match(beginning, start)
    if first is None:
        return ""
    word = first[0].lower()
    languages = _by_first_word().get(word) or _languages_of(word, beginning)
    if not languages or not _QUOTES.isdisjoint(beginning[:start]):
        return ""
    bracketed = not _BRACKETS.isdisjoint(beginning[:start])
    begun: Kind = ""
    for phrases in languages:
        if word in phrases.first_words or _holds_any(beginning, phrases.stems):
            kind = _kind_in(phrases, beginning[start:], bracketed=bracketed)
            if kind in {"label", "update"} and _is_topic(languages, beginning[start:]):
                return ""
            if kind == "begun":
                begun = kind
            elif kind:
                return kind
    return begun


def _holds_any(text: str, parts: Iterable[str]) -> bool:
    # Most blocks that begin with "The" end here: a loop is twice as fast as `any` is.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def _languages_of(word: str, beginning: str) -> tuple[Phrases, ...]:
    """Give whose notices may begin with a word that is in no list: a Chinese sign, or a paper."""
    if word[0] in FIRST_SIGNS:
        return (CHINESE,)
    if " has " in beginning[:PAPER_LETTERS]:
        return (ENGLISH,)
    return tuple(phrases for phrases in PHRASES if _holds_any(beginning, phrases.itself))


def _kind_in(phrases: Phrases, rest: str, *, bracketed: bool) -> Kind:
    patterns = _patterns(phrases)
    if patterns.label.match(rest):
        return "label"
    update = patterns.update.match(rest)
    if update and _tells(rest[update.end() :]):
        return "update"
    if bracketed and patterns.bracketed.match(rest):
        return "sentence"
    hint = patterns.hint.match(rest)
    if hint:
        rest = rest[hint.end() :].lstrip()
    if hint and (patterns.bare.match(rest) or patterns.begun.match(rest)):
        return "sentence"
    if patterns.gate.search(rest) and _sentences(phrases).match(rest):
        first = _SENTENCE.match(rest)
        if first is None or not patterns.reported.search(first[0]):
            return "sentence"
    return "begun" if patterns.begun.match(rest) else ""


def _is_topic(languages: Iterable[Phrases], text: str) -> bool:
    """Say whether a text with a label is about that word, in any language that has the word.

    "Correction: that is what the markets fear.", "Correction: “We lost,” the coach said."
    """
    return any(_explains(_patterns(phrases), text) for phrases in languages)


def _explains(patterns: _Patterns, text: str) -> bool:
    label = patterns.label.match(text) or patterns.update.match(text)
    if label is None:
        return False
    told = text[label.end() :].lstrip()
    first = _SENTENCE.match(told)
    if first is None or patterns.corrects.search(first[0]):
        return False
    if told[:1] in _QUOTES and patterns.reported.search(first[0]):
        return True
    return bool(patterns.explained.match(told))


def _tells(text: str) -> bool:
    """Say whether an update says something, and not only when it was."""
    told = text.strip()
    if told and told[0] >= FIRST_HAN:
        return len(told) > SHORTEST_UPDATE
    return len(told.split(maxsplit=3)) > 3 and not is_time_line(told)


@cache
def _heading() -> re.Pattern[str]:
    labels = "|".join(phrases.labels for phrases in PHRASES)
    return re.compile(rf"[\W_]*(?:{labels})[\W_]*", re.IGNORECASE)


def is_notice_heading(text: str) -> bool:
    """Tell whether a block is a notice word alone, above the notice.

    >>> is_notice_heading("Corrections"), is_notice_heading("Corrections officers strike")
    (True, False)
    """
    return len(text) <= HEADING_LETTERS and bool(_heading().fullmatch(text))


def in_notice(document: Document, block: int) -> bool:
    """Say whether a block is a notice, the heading of one, or stands right below such a heading."""
    blocks = document.blocks
    if is_notice(blocks[block].text):
        return True
    if is_notice_heading(blocks[block].text):
        return block + 1 < len(blocks)
    return block > 0 and is_notice_heading(blocks[block - 1].text)


def closing_notice(text: str) -> int | None:
    """Give where the notice begins that ends a block which begins otherwise; None without one.

    >>> closing_notice("It shut in 1990. (This article was amended to correct the year.)")
    17
    """
    offset = max(len(text) - CLOSING_LETTERS, 0)
    tail = text[offset:]
    known = _by_first_word()
    for found in _NEXT.finditer(tail):
        word = (found["sentence"] or found["bracket"]).lstrip("([*（【").lower()
        if word in known or word[0] in FIRST_SIGNS:
            start = found.start(found.lastgroup or 0)
            if _ends(tail[start:]):
                return offset + start
    return None


def _ends(note: str) -> bool:
    """Say whether the end of a block is a notice by itself, and nothing else behind it.

    A word and a colon alone are none here: a column may say "Correction: two, not three."
    """
    kind = _kind(note)
    if kind in {"", "begun"}:
        return False
    if note[0] in _BRACKETS and not _CLOSED.search(note):
        return False
    if sum(map(note.count, _QUOTES)) % 2:
        # It is the end of what somebody said, or read out.
        return False
    if kind == "label":
        return bool(_SELF.search(note))
    if kind == "update":
        return note[0] in _BRACKETS or note.split(maxsplit=1)[0].isupper()
    return len(_STOP.findall(note)) <= CLOSING_SENTENCES


@cache
def _slug() -> re.Pattern[str]:
    """Compile `Correction:` and `[Updated]`, and in capitals `CORRECTED-UPDATE 2-`."""
    words = "|".join(phrases.slugs for phrases in PHRASES)
    wired = rf"(?:{words.upper()})(?: ?\d\d?)?(?: \(?OFFICIAL\)?)? ?[-–/]"
    return re.compile(
        rf"[\W_]*(?:(?-i:(?:{wired})+)|(?:{words})(?: ?[:：]|[\])】）]))", re.IGNORECASE
    )


def headline_slug(text: str) -> str:
    """Give what marks a headline as corrected or updated, "" where nothing does.

    >>> headline_slug("CORRECTED-Old pool to shut"), headline_slug("Corrected exams to be sold")
    ('CORRECTED-', '')
    """
    found = _slug().match(text[:HEADING_LETTERS])
    return found[0] if found else ""
