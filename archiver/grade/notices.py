"""Notices: blocks in which editors say that they corrected, cleared up or updated the article."""

import re
from functools import cache
from typing import Final

from archiver.grade.lexicon import words
from archiver.model import Document

HEADING_LETTERS: Final = 40
"""A block this short that is a notice word alone is the heading of the notice below it."""

_WORDS: Final = (
    r"corrections?(?: and clarifications?)?|clarifications?|amendments?|retraction|erratum|errata"
    r"|corrigendum|(?:editor|editors|publisher)[’']?s?[’']? note|note from the editors?"
    r"|berichtigung|korrektur(?:hinweis)?|korrekturen|klarstellung|richtigstellung"
    r"|anmerkung der redaktion|hinweis der redaktion"
    r"|rectificatif|rectification|correctif|précisions?|mise au point|note de la rédaction|ndlr"
    r"|correcci[óo]n(?:es)?|fe de erratas|fe de errores|precisi[óo]n(?:es)?"
    r"|aclaraci[óo]n|rectificaci[óo]n"
    r"|nota de la redacci[óo]n|nota del editor"
)
_HAN_WORDS: Final = (
    "(?:编辑部|編輯部|本报|本報|本刊)?(?:更正|勘误|勘誤|澄清|订正|訂正)(?:启事|啟事|说明|說明|声明|聲明)?"
    "|编者按|編者按|编者注|編者註|编辑注|更新说明|更新說明"
)
_UPDATES: Final = r"updates?|aktualisierung|mise à jour|actualización"
_ARTICLES: Final = "article|story|post|piece|report|page|headline|column|item|text"
_OPENING: Final = r"^[\W_]*(?:<[ibe]m?>)?[\W_]*"


@cache
def _notice() -> re.Pattern[str]:
    """Compile on first use how a block begins that says of itself that it corrects the article.

    The word, then a colon or a dash close by, so that "Correction of the course took a year" is
    none; or the article as the subject of its own correction.
    """
    return re.compile(
        rf"{_OPENING}(?:(?:{_WORDS})\b\.?|anm\. ?d\. ?red\.)"
        r" ?(?:[(\[][^)\]]{1,40}[)\]] ?)?(?:[:：—–]| - )"
        # With a date before the colon.
        rf"|{_OPENING}(?:{_WORDS})\b(?=[^:：—–]{{0,50}}\d)"
        r"(?:[^:：—–.!?\n]|(?<=\d)[.:]|(?<=\b[A-Z][a-z][a-z])\.|(?<=Sept)\."
        r"|(?<=\b[ap])\.|(?<=\.m)\.){1,50}"
        r"(?:[:：—–]| - )"
        rf"|{_OPENING}(?:{_WORDS}) (?:to|zu|zum|de|à|al?) (?:this|the|our|dies\w+|cet|este)"
        rf" (?:{_ARTICLES}|artikel|article|artículo)\b ?[:：—–]"
        rf"|{_OPENING}(?:this|the) (?:{_ARTICLES}|version) (?:corrects"
        r"|originally (?:mis)?(?:said|stated|reported|gave|identified))\b"
        rf"|{_OPENING}a (?:correction|clarification) was (?:made|added|issued|appended) (?:on|to)\b"
        rf"|{_OPENING}we have (?:corrected|amended|updated|clarified)"
        rf" (?:this|the|our) (?:{_ARTICLES})\b"
        rf"|{_OPENING}(?:correction|clarification|berichtigung|korrektur|corrección|rectificatif)"
        r"(?: \([^)]{3,40}\))?\. (?=[A-ZÄÖÜÉÀ])"
        rf"|{_OPENING}(?:{_HAN_WORDS})[^:：。]{{0,20}}[:：]"
        rf"|{_OPENING}(?:{_HAN_WORDS})[】\])）]"
        # The article speaks of itself.
        rf"|{_OPENING}(?:this|the|our) (?:{_ARTICLES}) (?:was|has been|is) (?:\w+ )?"
        r"(?:amended|corrected|clarified|changed|revised|modified|updated)\b"
        r"(?! (?:daily|regularly|automatically|every))"
        rf"|{_OPENING}(?:an? |in an? |the )?(?:earlier|previous|original|prior|first) version of "
        rf"(?:this|the|our) (?:{_ARTICLES})\b"
        rf"|{_OPENING}(?:in )?(?:eine[mr]? )?"
        r"(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?)"
        r" (?:version|fassung) (?:dieses|des|unseres) (?:artikels|textes|beitrags|berichts)\b"
        rf"|{_OPENING}(?:in )?(?:der|die) (?:ursprünglichen?|früheren?|ersten?) (?:version|fassung)"
        r" (?:dieses|des) (?:artikels|textes|beitrags|berichts)\b"
        rf"|{_OPENING}(?:dieser|der) (?:artikel|text|beitrag) wurde (?:am |nachträglich |\w+ )?"
        r"(?:[^.]|(?<=\d)\.){0,60}?(?:korrigiert|berichtigt|geändert|aktualisiert|überarbeitet|ergänzt)\b"
        rf"|{_OPENING}(?:dans )?une (?:première )?version"
        r"(?: précédente| antérieure| initiale)? de (?:cet|l[’']) ?(?:article|texte)\b"
        rf"|{_OPENING}une (?:précédente|première) version de (?:cet|l[’']) ?(?:article|texte)\b"
        rf"|{_OPENING}cet article a été (?:\w+ )?(?:corrigé|modifié|rectifié|mis à jour|amendé)\b"
        rf"|{_OPENING}(?:en )?una (?:versión|primera versión)(?: anterior| previa| inicial)? de "
        r"(?:este|esta) (?:artículo|texto|noticia|nota|información)\b"
        rf"|{_OPENING}este (?:artículo|texto) (?:ha sido|fue) (?:\w+ )?"
        r"(?:corregido|modificado|rectificado|actualizado)\b"
        r"|^[\W_]*(?:本文|本报道|本報道|本報導|此文|文章|本稿)(?:的)?(?:早前|先前|此前|之前|早期|最初|原)(?:的)?版本"
        r"|^[\W_]*(?:本文|本报道|本報道|本報導|此文)[^。，]{0,16}(?:已|曾|作了|作出|有所)[^。，]{0,12}"
        r"(?:更正|修正|修改|订正|訂正|更新)"
        r"|^[\W_]*(?:早前|先前|此前|之前|早期)(?:的)?版本(?:的)?(?:本文|文章|报道|報道|報導)",
        re.IGNORECASE,
    )


@cache
def _update() -> re.Pattern[str]:
    """Compile on first use how an update note begins: the word, and a sentence, no mere time."""
    return re.compile(
        rf"{_OPENING}(?:{_UPDATES})(?: ?[(\[][^)\]]{{1,40}}[)\]]| ?,? ?\d[^:：]{{0,30}}"
        r"|,? [^:：.\n]{1,25}\d[^:：\n]{0,15})?\]? ?[:：—–] ?(?=\S+ \S+ \S+ \S+)"
        r"|^[\W_]*(?:更新)(?:[（(][^)）]{1,20}[)）])?[:：](?=[^\d\s].{5})",
        re.IGNORECASE,
    )


_FIRST_WORD = re.compile(r"[^\W_]+")
_FIRST_WORDS: Final = words(
    "correction corrections clarification clarifications amendment amendments retraction erratum"
    " errata corrigendum editor editors publisher note update updates i em b strong p"
    " berichtigung korrektur korrekturhinweis korrekturen klarstellung richtigstellung anmerkung"
    " hinweis anm aktualisierung rectificatif rectification correctif précision précisions mise"
    " ndlr corrección correccion correcciones fe aclaración aclaracion rectificación rectificacion"
    " nota actualización precisión precisiones"
)
_SMALL_FIRST_WORDS: Final = words(
    "this the our we an a in earlier previous original prior first eine einer einem frühere"
    " früheren vorherige vorherigen ursprüngliche ursprünglichen erste ersten ältere der die dieser"
    " dans une cet en una este"
)
_STEMS: Final = (
    *("ersion", "ersión", "assung", "orrect", "mend", "larif", "pdated", "hanged", "evised"),
    *("odifi", "riginally", "orrigi", "ericht", "eändert", "ktualis", "rarbeitet", "rgänzt"),
    *("ectifi", "mis à jour", "orreg", "ctualiz"),
)
"""Behind a small first word one of these stands, or the block is no notice."""

_HAN_BEGINNING = re.compile("[更勘澄订訂编編本此文先之早]")
"""How a notice can begin: most blocks begin otherwise, and are done with."""

BEGINNING_LETTERS: Final = 240
"""Letters at the start of a block in which it must say that it is a notice."""


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{_WORDS}|{_HAN_WORDS})[\W_]*", re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Tell whether a block is a correction, a clarification, an update or an editor's note.

    >>> is_notice("Correction, Sept. 5: An earlier version gave the wrong month.")
    True
    >>> is_notice("Correction of the course took a year.")
    False
    """
    beginning = text[:BEGINNING_LETTERS]
    first = _FIRST_WORD.search(beginning)
    if first is None:
        return False
    word = first[0].lower()
    if word in _SMALL_FIRST_WORDS:
        if not any(stem in beginning for stem in _STEMS):
            return False
    elif word not in _FIRST_WORDS and not _HAN_BEGINNING.match(word):
        return False
    return bool(_notice().match(beginning) or _update().match(beginning))


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
