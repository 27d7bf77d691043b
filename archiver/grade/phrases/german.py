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
_EDITED: Final = (
    r"(?:korrigiert|berichtigt|aktualisiert|überarbeitet|ergänzt|angepasst|präzisiert"
    r"|richtiggestellt|entfernt|gestrichen|gelöscht|ersetzt|ausgetauscht|hinzugefügt|anonymisiert"
    r"|verpixelt|klargestellt|geändert)\b"
)
"""What is done to a part of an article."""

_PSEUDONYM: Final = (
    r"(?![^.]{0,60}\b(?:vor|nach)?namen?\b[^.]{0,80} (?:geändert|anonymisiert|verändert)\b)"
)
"""Names that were changed to protect somebody are no correction."""

_BY_US: Final = (
    r"(?:(?!\b(?:vom|von(?! der redaktion| uns)|durch|oft|häufig|stets|nicht|nie"
    r"|im (?:bundestag|bundesrat|landtag|parlament|senat|ausschuss|plenum)|in \w+ lesung"
    r"|jahrhundert|mittelalter|jahre? 1\d{3}) )[^.]|(?<=\d)\.){0,60}?"
)
"""Words before the participle that name nobody else as the one who did it, nor an age of books."""

_CONFESSED: Final = (
    r"\b(?:artikel|beitrag|meldung|version|fassung|redaktion|überschrift|lautete|zeigte|hieß es"
    r"|falsch\w*|irrtümlich\w*|missverständlich\w*|irreführend\w*|fehler\w*|korrigiert"
    r"|klarzustellen"
    r"|(?:verdeutlichen|präzisieren|zeigen|vermeiden)\.)"
)
_ALONE: Final = (
    rf"(?: worden)?(?=\W{{0,3}}$|(?:[.:]| ?\(|, (?:um|weil|da"
    rf"|nachdem) )[^\n]{{0,120}}?{_CONFESSED})"
)
"""No story goes on behind it: it ends the block, or what follows says why, or what was wrong."""

_AFTERWARDS: Final = (
    r"(?:nachträglich|inzwischen|mittlerweile|entsprechend|nach (?:der )?(?:erst)?veröffentlichung"
    r"(?! (?:d(?:es|er)|(?:ein|sein|ihr)e[sr]|von)\b(?! artikels| beitrags| meldung))"
    r"|nach erscheinen(?! (?:d(?:es|er)|(?:ein|sein|ihr)e[sr]|von)\b(?! artikels| beitrags)))"
)
_AT_FIRST: Final = (
    r"(?:zunächst|ursprünglich|zuerst|anfangs|irrtümlich(?:erweise)?|fälschlich(?:erweise)?"
    r"|versehentlich)"
)
_EARLIER: Final = (
    r"(?:in )?(?:(?:eine[mr]?|der|die|unserer) )?"
    r"(?:(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?|vorigen?) (?:version|fassung)"
    r"|(?:erst|ursprungs)(?:version|fassung))"
)
_OWN_ARTICLE: Final = (
    rf"(?:diesem|unserem) (?:(?!text|bericht){_ARTICLE}"
    rf"|(?:text|bericht)\b(?=[^.]{{0,60}}\b{_AFTERWARDS}))"
)
"""A text may be a bill, and a report anybody's: it was `nachträglich` edited."""

_HEAD: Final = (
    r"(?:überschrift|bildunterschrift|schlagzeile|titelzeile|unterzeile|dachzeile|bildzeile"
    r"|bildbeschreibung)"
)
_IN_ARTICLE: Final = (
    rf"(?:in (?:diesem|unserem) {_ARTICLE}|im artikel|in der {_HEAD}|hier|an dieser stelle"
    rf"|{_EARLIER}(?: {_OF_ARTICLE})?)"
)
_ANY_PART: Final = r"(?:der (?:titel|vorspann|teaser)|das foto|die grafik|das bild)"
"""Parts that books, films and walls have, too."""

_REPLACED: Final = rf"(?:{_CORRECTED}|(?:ersetzt|ausgetauscht)\b)"
_TOLD: Final = (
    r"(?:geschrieben|berichtet|gemeldet|angegeben|behauptet|dargestellt|vermeldet|erwähnt|genannt"
    r"|zu lesen|beschrieben)\b"
)
_SLIP: Final = (
    r"(?:fehler|irrtum|versehen|ungenauigkeit|verwechslung|zahlendreher|tippfehler|rechenfehler)"
)
_NOT_OF_OTHERS: Final = (
    r"(?! (?:\d|d(?:es|er)\b|(?:ein|sein|ihr)e[sr]\b|von (?!gestern\b|heute\b)))"
)
"""No article of a law, and no text of a song."""

_NO_LAW: Final = (
    r"(?= [^.]{0,60}(?:stellungnahme|angabe|information|zitat|reaktion|aussage|antwort|hinweis)"
    r"|(?![^.]{0,100}(?:gesetz|verfassung|satzung|verordnung|vertrag|rechts?\b|beschl[oi]ss)))"
)
_OF_WORDS: Final = (
    r"(?=[,:]| [„»“\"]|[^.]{0,100}\b(?:dass|falsch\w*|andere[rs]? (?:foto|bild|name|zahl|text"
    r"|datum)"
    r"|version|fassung|artikel|beitrag|zitat|foto|video|überschrift|jahreszahl|formulierung|passage"
    rf"|verlinkt|eingebunden|eingebettet|{_TOLD}))"
)
"""What stood here was words or a picture, and no mill."""

_NOT_PRINTED: Final = (
    r"(?! (?:erschien\b|ist\b[^.]{0,40} erschienen|(?:wurde|war|ist)\b[^.]{0,60} (?:veröffentlicht"
    r"|abgelehnt|verabschiedet|beschlossen|verworfen|bekannt|geschrieben(?! worden, dass))\b))"
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
    (
        rf"der artikel (?:wurde|ist) {_BY_US}(?:aktualisiert|korrigiert|berichtigt)(?: worden)?"
        rf"(?:\.| und (?:um|ergänzt|mit|präzisiert)\b{_NO_LAW})"
    ),
    rf"wir haben (?:dies(?:en|e|es)|unseren?) {_ARTICLE}\b (?:[^.]|(?<=\d)\.){{0,60}}?{_CORRECTED}",
    (
        rf"wir haben (?:den (?:artikel|text|beitrag)|die (?:überschrift|meldung|bildunterschrift))"
        rf" (?=am {_DATE}|{_AFTERWARDS})(?:[^.]|(?<=\d)\.){{0,60}}?{_CORRECTED}"
    ),
    (
        rf"{_PSEUDONYM}wir haben (?:[^.,]{{1,60}} )?(?:im|in (?:diesem|unserem)|aus (?:diesem|dem))"
        rf" {_ARTICLE}{_NOT_OF_OTHERS} (?:(?!\b(?:nichts|nie|kein))[^.,]){{0,80}}?\b{_EDITED}"
    ),
    (
        rf"(?:die {_HEAD} (?:{_OF_ARTICLE} (?:wurde|ist)|(?:wurde|ist) {_AFTERWARDS})"
        rf"|{_ANY_PART} {_OF_ARTICLE} (?:wurde|ist)) {_BY_US}{_REPLACED}"
    ),
    (
        rf"{_ANY_PART} (?:wurde|ist) {_AFTERWARDS} (?:(?!\b(?:vom|von(?! der redaktion| uns)"
        rf"|durch|im"
        rf"|in|am|an|beim?|auf) )[^.,]){{0,40}}?{_REPLACED}{_ALONE}"
    ),
    (
        rf"{_PSEUDONYM}(?:der|die|das|ein|eine) [^.,:;]{{3,80}} (?:in|aus|zu|über)"
        rf" {_OWN_ARTICLE} (?:wurden?|ist|sind) {_BY_US}{_EDITED}"
    ),
    (
        rf"{_PSEUDONYM}(?:der|die|das|ein|eine) [^.,:;]{{3,80}} (?:wurden?|ist|sind)"
        rf" (?:\w+ ){{0,2}}?(?:in {_OWN_ARTICLE}|aus (?:{_OWN_ARTICLE}|dem (?:artikel|beitrag)))"
        rf" {_BY_US}{_EDITED}"
    ),
    rf"{_EARLIER} {_OF_ARTICLE}{_NOT_PRINTED}",
    (
        rf"(?:in (?:diesem|unserem) {_ARTICLE}|im artikel"
        rf"|in der überschrift)(?: vom {_DATE}[^.]{{0,20}}?)? (?:stand|hieß es|war|hatten wir"
        rf"|haben wir|wurde|hatte es geheißen)\b[^.]{{0,40}}? {_AT_FIRST}\b"
    ),
    (
        rf"wir haben (?:die {_HEAD}|den titel|das foto|die grafik|das bild)(?: {_OF_ARTICLE}"
        rf"(?:[^.,]{{0,40}})?|(?: {_AFTERWARDS})?) (?:{_CORRECTED}|(?:ersetzt|ausgetauscht)\b)"
        rf"(?=[.:;]|$| ?\(|, (?:um|weil|da|nachdem)\b)"
    ),
    # A slip happened here, or what was told here was wrong.
    (
        r"(?:leider |bei [^.,:;]{3,80} )?"
        rf"(?:ist uns|sind uns|uns ist|uns sind|hat sich|haben sich) (?:leider )?"
        rf"(?!hier){_IN_ARTICLE} (?:[^.:,]{{0,60}} )?\w*{_SLIP}\b"
    ),
    (
        rf"(?:leider )?(?!hier){_IN_ARTICLE} (?:[^.:,]{{0,60}} )?(?:ist uns|sind uns|hat sich"
        rf"|haben sich) (?:[^.:,]{{0,30}} )?\w*{_SLIP} (?:unterlaufen|passiert|eingeschlichen)\b"
    ),
    (
        rf"uns (?:ist|sind) (?:leider )?(?:bei [^.,:;]{{3,60}} )?(?:ein|mehrere|zwei) \w*{_SLIP}"
        rf" (?:unterlaufen|passiert)"
        rf"(?=[.:][^\n]{{0,160}}\b(?:{_ARTICLE}|artikels|textes|version|fassung|überschrift)\b)"
    ),
    (
        rf"(?:anders als|entgegen dem, was) (?:wir )?(?:{_AT_FIRST} )?{_IN_ARTICLE}"
        rf" (?:wir )?(?:{_AT_FIRST} )?{_TOLD}"
    ),
    rf"anders als (?:(?:wir|von uns) (?:{_AT_FIRST} )?|{_AT_FIRST} von uns ){_TOLD}",
    (
        rf"(?:anders als in|entgegen|abweichend von) (?:{_EARLIER} {_OF_ARTICLE}"
        r"|unserer (?:früheren|ersten|ursprünglichen|gestrigen) (?:meldung|darstellung"
        r"|berichterstattung|angabe))\b"
    ),
    (
        r"in (?:der|unserer) (?:print|gedruckten |druck|zeitungs)-?(?:ausgabe|fassung|version)"
        rf"(?: (?:und|sowie|wie auch) {_EARLIER} {_OF_ARTICLE}|[^.:]{{0,40}} (?:stand|hieß es|war"
        rf"|wurde|haben wir|hatten wir)\b[^.]{{0,80}}? (?:falsch\w*|{_AT_FIRST}|fehlerhaft\w*)\b)"
    ),
    (
        rf"{_EARLIER} (?:hieß es|stand|war|wurden?|waren|nannten wir|haben wir|hatten wir"
        rf"|enthielt|nannte|gab|behauptete|bezeichnete|verwechselte|schrieben wir|berichteten wir"
        rf"|hatte es geheißen)\b(?:[^.:;]{{0,120}}? (?:irrtümlich"
        rf"|irrtümlicherweise|fälschlich|fälschlicherweise|versehentlich|falsche[nrs]? (?:namen?"
        rf"|angaben?"
        rf"|zahl(?:en)?|jahreszahl|datum|zitat|bild|foto)|falsch (?:angegeben|geschrieben|benannt"
        rf"|bezeichnet|wiedergegeben|dargestellt|zugeordnet))\b"
        rf"|[^\n]{{3,180}}?[.!] (?:wir (?:bitten|bedauern|entschuldigen)\b"
        rf"|(?:das|dies|der fehler|die stelle|wir) [^.]{{0,40}}{_CORRECTED}))"
    ),
    (
        rf"{_EARLIER} (?:haben wir|hatten wir) [^.:;]{{0,120}}?(?:(?:berichtet|gemeldet|vermeldet"
        rf"|angegeben)\b|geschrieben, )"
    ),
    (
        rf"(?!hier){_IN_ARTICLE} (?:haben|hatten) wir\b [^.]{{0,80}}?(?:falsch\w*"
        r"|fehlerhaft\w*|verwechselt|irrtümlich\w*|fälschlich\w*|versehentlich)\b"
    ),
    (
        r"in diesem (?:artikel|beitrag|liveblog) (?:stand|war|waren|wurde|hieß)\b [^.]{0,60}?"
        r"(?:falsch(?:e[rnsm]?)?|fehlerhaft\w*)\b"
    ),
    (
        rf"{_PSEUDONYM}(?:der|die|das) im (?:artikel|beitrag) (?:\w+ ){{2,5}}(?:wurden?|ist|sind)"
        rf" {_BY_US}{_EDITED}"
    ),
    (
        rf"(?:der|die|das|ein|eine) [^.,:;]{{3,60}} (?:in|zu|über) diesem {_ARTICLE} (?:zeigte"
        rf"|enthielt|lautete|war|nannte|hieß)\b[^.]{{0,40}}? {_AT_FIRST}\b"
    ),
    (
        r"wir haben (?:die (?:passage|formulierung)|den (?:satz|absatz)) (?:\w+ )?(?:präzisiert"
        r"|korrigiert|berichtigt|klargestellt|entfernt|gestrichen)\."
    ),
    (
        rf"dies(?:er|e) (?:artikel|meldung|text|bericht) (?:wurde|ist) {_BY_US}(?:zurückgezogen"
        r"|depubliziert)\b"
    ),
    (
        r"(?![^.:;]{0,60}\bdank(?:e|t|en)?\b)[^.:;]{3,140} in einer (?:früheren|ersten"
        r"|vorherigen) (?:version|fassung) dieses"
        rf" (?:artikels|beitrags)\b{_NOT_PRINTED}"
    ),
    rf"die redaktion hat (?:dies(?:en|e|es)|den) {_ARTICLE}\b {_BY_US}{_CORRECTED}",
    rf"(?:dies(?:er|e|es)|unser(?:e)?) {_ARTICLE} enthielt (?:\w+ )?(?:einen|mehrere|zwei) fehler",
    (
        rf"dies(?:er|e) (?:artikel|beitrag|meldung|text) (?:(?:enthielt|nannte|trug|zeigte)\b"
        rf"[^.]{{0,40}}? {_AT_FIRST}|erschien {_AT_FIRST} (?:mit|unter))\b"
    ),
    (
        rf"an dieser stelle (?:(?:hieß es|hatten wir)\b[^.]{{0,40}}? {_AT_FIRST}\b"
        rf"|(?:stand|war|wurde)\b[^.]{{0,40}}? {_AT_FIRST}\b{_OF_WORDS})"
    ),
    rf"{_AT_FIRST} (?:hieß es hier\b|stand hier\b{_OF_WORDS})",
    (
        r"wir (?:bitten|bedauern|entschuldigen uns)\b[^.]{0,30} (?:den|diesen|das|die|diese)"
        rf" {_SLIP}(?: zu entschuldigen)?(?=\.){_ALONE}"
    ),
    (
        rf"{_AT_FIRST} (?:(?:hieß es|hatten wir)\b[^.]{{0,30}}? an dieser stelle\b"
        rf"|(?:stand|war|wurde)\b[^.]{{0,30}}? an dieser stelle\b{_OF_WORDS}"
        rf"|(?:hieß es|stand|hatten wir|war|wurde)\b[^.]{{0,30}}? in (?:diesem"
        rf"|unserem) {_ARTICLE}\b)"
    ),
    (
        rf"wir hatten (?:{_AT_FIRST}|in einer (?:früheren|ersten) (?:version|fassung))"
        r" (?:geschrieben|berichtet|gemeldet|angegeben)\b"
    ),
    (
        rf"(?:aufgrund|wegen|durch) eine[sn] (?:\w+ )?\w*(?:fehlers?|irrtums?|versehens?)"
        rf" [^.]{{0,40}}?"
        rf"(?:in (?:diesem|unserem) {_ARTICLE}|{_EARLIER} {_OF_ARTICLE})\b"
    ),
)

_GATE: Final = (
    rf"version|fassung|ausgabe|an dieser stelle|{_HEAD}|unterlaufen|passiert"
    rf"|(?:dies\w*|unser\w*|im|dem|den|des|der) {_ARTICLE}|\A(?:wir |{_ANY_PART} |anders als"
    rf"|entgegen|abweichend|{_AT_FIRST} (?:hieß|stand|hatten|war|wurde))"
)

GERMAN: Final = Phrases(
    first_words=words(
        "red korrigiert korrigierte berichtigt erratum korrigendum corrigendum berichtigung"
        " korrektur korrekturhinweis korrekturen"
        " klarstellung richtigstellung anmerkung hinweis anm aktualisierung nachtrag"
        " transparenzhinweis redaktioneller"
        " ergänzung aktualisiert transparenz update updates"
    ),
    small_first_words=words(
        "eine einer einem in frühere früheren vorherige vorherigen ursprüngliche ursprünglichen"
        " erste ersten ältere der die dieser diese dieses unser unsere wir an im zunächst"
        " ursprünglich"
        " leider bei uns ist hat anders entgegen abweichend nicht das ein"
        " zuerst anfangs irrtümlich fälschlich fälschlicherweise aufgrund wegen durch"
    ),
    stems=(
        *("ersion", "assung", "orrigi", "ericht", "eändert", "ktualis", "rarbeitet"),
        *("rgänzt", "rsprünglich", "unächst", "rrtümlich", "älschlich", "nfangs"),
        *("uerst", "ersehentlich", "nserer", "atum", "ersehen", "ngenauigkeit"),
        *("erwechslung", "alsch", "ntfernt", "estrichen", "elöscht", "erwechselt"),
        *("ehlerhaft", "rsetzt", "usgetauscht", "inzugefügt", "nonymisiert", "larg"),
        *("on uns", "erpixelt", "eigener Sache", "urückgezogen", "epubliziert"),
        *("ehler", "rrtum", "ngepasst", "räzisiert", "iesem", "ieser Stelle"),
    ),
    date=_DATE,
    labels=(
        r"berichtigung|korrektur(?:hinweis| (?:zur|der) (?:früheren|ersten) (?:fassung|version))?"
        r"|korrekturen|korrigiert(?=:)|berichtigt(?=:)"
        r"|korrigierte (?:version|fassung)|klarstellung|richtigstellung"
        r"|(?:anmerkung|hinweis|anm\.) ?(?:der redaktion|der red\.?|d\. ?red(?:aktion|\.)?"
        r"|d\. ?r\.)|erratum|[ck]orrigendum|korrektur-hinweis"
    ),
    hints=(
        r"in eigener sache|hinweis|transparenzhinweis|transparenz|redaktioneller hinweis|anmerkung"
        r"|red\. ?-?hinweis"
    ),
    updates=(
        r"updates?|aktualisierung|nachtrag(?: der redaktion)?|ergänzung"
        r"|aktualisiert(?=.{0,200}[.!)])"
    ),
    sentences="|".join(_SENTENCES),
    gate=_GATE,
    itself=("ersion dieses ", "assung dieses "),
    begun=rf"{_EARLIER}\b{_NOT_PRINTED}|wir hatten [^.:;]{{0,120}}?{_TOLD}",
    bare=(
        rf"{_PSEUDONYM}(?:der|die|das|ein|eine|zwei|mehrere) [^.,:;]{{3,80}} (?:wurden?|ist|sind)"
        rf" {_BY_US}(?:korrigiert|berichtigt|präzisiert|richtiggestellt)\b"
        rf"|wir haben [^.,:;]{{3,80}} (?:korrigiert|berichtigt|präzisiert|richtiggestellt)\b"
    ),
    bracketed=r"(?:berichtigt|korrigiert|präzisiert) (?=\w)",
    reported=(
        r", (?:sagte?|klagte?|erklärte?|so|heißt es|schreibt|schrieb|teilte?|erzählte?|berichtete?"
        r"|erinnerte?|meinte?|betonte?|räumte?|gestand|gesteht|bekannte?|fügte?|lobte?|schwärmte?"
        r"|verriet|verrät|ruft|rief|gibt|gab|beteuerte?|versicherte?|kommentierte?|scherzte?"
        r"|begründete?"
        r"|behauptete?|lacht|lachte|schildert|schilderte) "
        r"|^[^:]*, wie [^,.:]{1,40} (?:erzählte?|sagte?|berichtete?|schreibt|erklärte?|zugibt"
        r"|zugab|mitteilte?|einräumte?|betonte?)[.!]?$"
    ),
    explained=(
        r"so (?:heißt|nennt|nennen|lautet|hieß|nannte)\b"
        r"|(?:das|dies) (?:ist|war) (?:[^.,:]{0,60} )?(?:wort|titel|begriff|stichwort)\b|(?:das"
        r"|dies) ist(?: es)?,? was\b|(?:das|dieses) wort\b"
        r"|(?:wer|warum|wieso)\b|wie (?:man\b|(?-i:Sie)\b)"
    ),
    corrects=(
        r"\b(?:und nicht|sondern|statt|anstatt|falsch\w*|irrtüm\w+|früher\w+|version"
        r"|fassung|artikel\w*|text(?:es)?|beitrags?|meldung|überschrift|hieß es)\b|, nicht\b"
    ),
    slugs="korrektur|berichtigung|korrigiert|aktualisiert",
)
