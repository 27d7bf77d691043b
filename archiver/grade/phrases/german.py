"""How notices begin in German."""

from typing import Final

from archiver.grade.lexicon import GERMAN_LEXICON
from archiver.grade.patterns import words
from archiver.grade.phrases.shape import Phrases, date_in

_DATE: Final = date_in(GERMAN_LEXICON)
_ARTICLE: Final = (
    r"(?:artikel|text|beitrag|bericht|meldung|kommentar|interview|reportage|analyse|nachricht"
    r"|kolumne|liveblog|newsblog|porträt|seite)"
)
_OF_ARTICLE: Final = (
    r"(?:(?:dies(?:es|er)|unser(?:es|er)) (?:artikels|textes|beitrags|berichts|meldung|kommentars"
    r"|interviews|reportage|analyse|nachricht|kolumne|porträts)|des artikels)\b"
)
_CORRECTED: Final = (
    r"(?:korrigiert|berichtigt|geändert|aktualisiert|überarbeitet|ergänzt|angepasst|präzisiert"
    r"|richtiggestellt)\b"
)
_BY_US: Final = (
    r"(?:(?!\b(?:vom|von(?! der redaktion| uns)|durch|oft|häufig|stets|nicht|nie"
    r"|im (?:bundestag|bundesrat|landtag|parlament|senat|ausschuss|plenum)|in \w+ lesung) )[^.]"
    r"|(?<=\d)\.){0,60}?"
)
"""Words before the participle that name nobody else as the one who did it."""

_AFTERWARDS: Final = (
    r"(?:nachträglich|inzwischen|mittlerweile|entsprechend|nach (?:der )?(?:erst)?veröffentlichung"
    r"|nach erscheinen)"
)
_AT_FIRST: Final = (
    r"(?:zunächst|ursprünglich|zuerst|anfangs|irrtümlich(?:erweise)?|fälschlich(?:erweise)?"
    r"|versehentlich)"
)
_EARLIER: Final = (
    r"(?:in )?(?:(?:eine[mr]?|der|die|unserer) )?"
    r"(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?|vorigen?) (?:version|fassung)"
)
_NOT_PRINTED: Final = (
    r"(?! (?:erschien\b|ist\b[^.]{0,40} erschienen|(?:wurde|war|ist)\b[^.]{0,60} (?:veröffentlicht"
    r"|abgelehnt|verabschiedet|beschlossen|verworfen|bekannt)\b))"
)

_SENTENCES: Final = (
    (
        rf"(?:dies(?:er|e|es)|unser(?:e)?) {_ARTICLE}(?:, [^,.]{{3,50}},)? (?:wurde|ist) {_BY_US}"
        rf"{_CORRECTED}"
    ),
    (
        rf"(?:dies(?:er|e|es)|unser(?:e)?) {_ARTICLE} vom {_DATE}[^.]{{0,20}} (?:wurde"
        rf"|ist) {_BY_US}{_CORRECTED}"
    ),
    rf"der (?:artikel|text|beitrag|bericht) (?:wurde|ist) {_AFTERWARDS} {_BY_US}{_CORRECTED}",
    rf"der artikel (?:wurde|ist) {_BY_US}(?:aktualisiert|korrigiert|berichtigt)(?: worden)?\.",
    rf"wir haben (?:dies(?:en|e|es)|unseren?) {_ARTICLE}\b (?:[^.]|(?<=\d)\.){{0,60}}?{_CORRECTED}",
    (
        rf"wir haben (?:den (?:artikel|text|beitrag)|die (?:überschrift|meldung|bildunterschrift))"
        rf" (?=am {_DATE}|{_AFTERWARDS})(?:[^.]|(?<=\d)\.){{0,60}}?{_CORRECTED}"
    ),
    rf"wir haben (?:[^.,]{{1,40}} )?(?:im|in diesem) {_ARTICLE} (?:[^.,]{{0,40}} )?{_CORRECTED}",
    (
        rf"die (?:überschrift|bildunterschrift|schlagzeile) (?:(?:{_OF_ARTICLE}) )?(?:wurde|ist)"
        rf" (?:{_AFTERWARDS}) {_BY_US}{_CORRECTED}"
    ),
    (
        rf"die (?:überschrift|bildunterschrift|schlagzeile) {_OF_ARTICLE} (?:wurde|ist) {_BY_US}"
        rf"{_CORRECTED}"
    ),
    rf"{_EARLIER} {_OF_ARTICLE}{_NOT_PRINTED}",
    (
        rf"(?:in (?:diesem|unserem) {_ARTICLE}|im artikel"
        rf"|in der überschrift)(?: vom {_DATE}[^.]{{0,20}}?)? (?:stand|hieß es|war|hatten wir"
        rf"|haben wir|wurde|hatte es geheißen)\b[^.]{{0,40}}? {_AT_FIRST}\b"
    ),
    rf"wir haben die überschrift (?:{_AFTERWARDS} )?{_CORRECTED}\.",
    rf"die redaktion hat (?:dies(?:en|e|es)|den) {_ARTICLE}\b {_BY_US}{_CORRECTED}",
    rf"(?:dies(?:er|e|es)|unser(?:e)?) {_ARTICLE} enthielt (?:\w+ )?(?:einen|mehrere|zwei) fehler",
    rf"an dieser stelle (?:stand|hieß es|war|hatten wir|wurde)\b[^.]{{0,40}}? {_AT_FIRST}\b",
    rf"{_AT_FIRST} (?:hieß es|stand) hier\b",
    (
        r"wir (?:bitten|entschuldigen uns)\b[^.]{0,30} (?:den|diesen) (?:fehler|irrtum)"
        r"(?: zu entschuldigen)?\."
    ),
    (
        rf"{_AT_FIRST} (?:hieß es|stand|hatten wir|war|wurde)\b[^.]{{0,30}}? (?:an dieser stelle"
        rf"|in (?:diesem|unserem) {_ARTICLE})\b"
    ),
    (
        rf"wir hatten (?:{_AT_FIRST}|in einer (?:früheren|ersten) (?:version|fassung))"
        r" (?:geschrieben|berichtet|gemeldet|angegeben)\b"
    ),
    (
        rf"(?:aufgrund|wegen|durch) eine[sn] \w*(?:fehlers?|irrtums?|versehens?) [^.]{{0,40}}?"
        rf"(?:in (?:diesem|unserem) {_ARTICLE}|{_EARLIER} {_OF_ARTICLE})\b"
    ),
)

GERMAN: Final = Phrases(
    first_words=words(
        "berichtigung korrektur korrekturhinweis korrekturen klarstellung richtigstellung"
        " anmerkung hinweis anm aktualisierung nachtrag transparenzhinweis redaktioneller"
        " ergänzung aktualisiert transparenz update updates"
    ),
    small_first_words=words(
        "eine einer einem in frühere früheren vorherige vorherigen ursprüngliche ursprünglichen"
        " erste ersten ältere der die dieser diese dieses unser unsere wir an im zunächst"
        " ursprünglich"
        " zuerst anfangs irrtümlich fälschlich fälschlicherweise aufgrund wegen durch"
    ),
    stems=(
        *("ersion", "assung", "orrigi", "ericht", "eändert", "ktualis", "rarbeitet", "rgänzt"),
        *("rsprünglich", "unächst", "rrtümlich", "älschlich", "nfangs", "uerst", "ersehentlich"),
        *("ehler", "rrtum", "ngepasst", "räzisiert", "iesem", "ieser Stelle"),
    ),
    date=_DATE,
    labels=(
        r"berichtigung|korrektur(?:hinweis)?|korrekturen|klarstellung|richtigstellung"
        r"|anmerkung der redaktion|hinweis der redaktion|anm\. ?d\. ?red"
    ),
    hints=r"hinweis|transparenzhinweis|transparenz|redaktioneller hinweis|anmerkung",
    updates=(
        r"updates?|aktualisierung|nachtrag(?: der redaktion)?|ergänzung"
        r"|aktualisiert(?=.{0,200}[.!)])"
    ),
    sentences="|".join(_SENTENCES),
    bare=rf"{_EARLIER}\b{_NOT_PRINTED}",
    bracketed=r"(?:berichtigt|korrigiert|präzisiert) (?=\w)",
    reported=r", (?:sagte?|klagte?|erklärte?|so|heißt es|schreibt|teilte) ",
    slugs="korrektur|berichtigung|korrigiert|aktualisiert",
)
