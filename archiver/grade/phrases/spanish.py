"""How notices begin in Spanish."""

from typing import Final

from archiver.grade.lexicon import SPANISH_LEXICON
from archiver.grade.patterns import words
from archiver.grade.phrases.shape import Phrases, date_in, no_clause

_DATE: Final = date_in(SPANISH_LEXICON)
_ARTICLE: Final = (
    r"(?:artículo|texto|noticia|información|nota|reportaje|crónica|pieza|entrevista|columna|página"
    r"|publicación|entrada|contenido|historia)"
)
_THIS_ARTICLE: Final = rf"(?:este|esta|nuestro|nuestra) {_ARTICLE}\b"
_CORRECTED: Final = (
    r"(?:corregid|modificad|rectificad|actualizad|ampliad|editad|aclarad|enmendad|cambiad)[oa]s?\b"
)
_WAS: Final = r"(?:ha sido|fue|se ha|han sido)(?: \w+mente| ya| luego)?"
_NOT_BY_OTHERS: Final = (
    r"(?! y | mediante | en (?:\d{4}|el siglo\b|(?-i:[A-ZÁÉÍÓÚ]))| (?:\d+|dos|tres|varias"
    r"|muchas) veces)"
    r"(?!(?:(?! (?:para|con|tras|a fin) )[^.:;]){0,60} en (?:comisión|\w+ lectura|(?:el|la)"
    r" (?:senado|congreso|parlamento|pleno|asamblea|cámara|comisión))\b)"
    r"(?!(?:(?! (?:para|con|tras|a fin) )[^.:;]){0,60} por"
    r" (?!(?:un )?error\b|la redacción\b|nuestr|contener\b))"
)
_VERSION: Final = (
    r"(?:una|la|nuestra) (?:(?:primera|anterior|previa) versión"
    r"|versión(?: anterior| previa| inicial| original| antigua))"
)
_EARLIER: Final = rf"(?:en )?{_VERSION}"
_HERE: Final = rf"en (?:{_THIS_ARTICLE}|{_VERSION})"
_NOT_PRINTED: Final = (
    r"(?! (?:de la ley|apareció|salió|se escribió|data de|(?:fue|había sido|ha sido) (?:\w+mente"
    r" )?(?:rechazad|aprobad"
    r"|publicad[oa](?! por error)|votad|presentad|leíd|escrit)))"
)
_SAID: Final = (
    r"(?:decía|daba|afirmaba|indicaba|señalaba|contenía|incluía|mencionaba|atribuía|citaba"
    r"|aseguraba"
    r"|se dijo|informaba|omitía|recogía|se decía|se afirmaba|se indicaba|dijo|dio|indicó|afirmó)\b"
)
_WRONGLY: Final = (
    r"(?=[^.]{0,120}\b(?:por error|errónea\w*|equivocad\w+|incorrect\w+|inexact\w+)\b)"
)
_ERROR: Final = r"(?:un|una) (?:error|errata|fallo|equivocación)[^,.]{0,40}"

_EDITED: Final = (
    rf"(?:{_CORRECTED}|(?:eliminad|retirad|suprimid|sustituid|reemplazad|añadid|borrad)[oa]s?\b)"
)
_PSEUDONYM: Final = (
    r"(?![^.]{0,60}\bnombres?\b[^.]{0,80} (?:modificad|cambiad)[oa]s?\b"
    r"|[^.]{0,30} (?:modificado|cambiado) (?:\w+ ){1,3}nombres?\b)"
)
"""Names that were changed to protect somebody are no correction."""

_BY_MISTAKE: Final = r"(?:por error|erróneamente|equivocadamente|incorrectamente|por equivocación)"
_WE_TOLD: Final = (
    r"(?:publicamos|dijimos|afirmamos|informamos|indicamos|atribuimos|señalamos|escribimos"
    r"|identificamos|decíamos|contamos|aseguramos|mencionamos)\b"
)
_IT_TOLD: Final = (
    r"se (?:publicó|dijo|decía|afirmó|afirmaba|atribuyó|atribuía|indicó|indicaba|señaló|señalaba"
    r"|mencionó|mencionaba|citó|citaba|identificó|identificaba|informó|escribió|confundió|aseguró"
    r"|aseguraba|daba|ha publicado|había publicado|incluyó|incluía)\b"
)

_NO_CLAUSE: Final = no_clause(
    "ella|ellos", "(?:el|la|los|las|una?|este|esta|su) ", "de|del|y|e|o|u|en|a|al|que|por|con|para"
)

_SENTENCES: Final = (
    (
        rf"{_THIS_ARTICLE}(?:,? (?:publicad[oa]"
        rf"|aparecid[oa]) [^.;:]{{3,50}}?,)? {_WAS} {_CORRECTED}{_NOT_BY_OTHERS}"
    ),
    (
        rf"{_THIS_ARTICLE}(?:,? publicad[oa] [^.;:]{{3,50}}?,)? se (?:actualizó|corrigió|modificó"
        rf"|rectificó) (?:el|a las|para|con|tras)\b{_NOT_BY_OTHERS}"
    ),
    (
        rf"(?:artículo|noticia|información|nota|texto) {_CORRECTED}{_NOT_BY_OTHERS} (?:el|a las"
        rf"|para|con|tras|{_DATE}){_NO_CLAUSE}"
    ),
    (
        r"(?:la (?:noticia|información)|el artículo) (?:ha sido|se ha) (?:corregid|actualizad"
        r"|rectificad)[oa](?: para (?:corregir|precisar|aclarar|incluir|reflejar|añadir)| con|\.)"
    ),
    rf"(?:actualizad|modificad|corregid)[oa] (?:el|a las) .{{3,40}}? (?:con|para) {_NO_CLAUSE}",
    rf"{_EARLIER} de (?:este|esta|nuestro|nuestra) (?!texto){_ARTICLE}\b{_NOT_PRINTED}",
    # A text may be a bill, or anybody's: it said that something was so, or something wrong.
    rf"{_EARLIER} de (?:este|esta|nuestro) texto,? (?:se )?{_SAID}(?: que\b|{_WRONGLY})",
    (
        rf"(?:(?:por|debido a) {_ERROR}|por error), [^.]{{0,60}}?(?:{_EARLIER} de (?:este"
        rf"|esta) {_ARTICLE}"
        rf"|{_THIS_ARTICLE} {_SAID}|(?:el titular|el pie de foto|la foto) de {_THIS_ARTICLE})"
    ),
    (
        rf"(?:por|debido a) {_ERROR}, {_HERE} (?:{_IT_TOLD}|{_WE_TOLD}|[^.]{{3,80}} (?:era|fue"
        r"|estaba|eran) (?:incorrect|erróne|equivocad|inexact)[oa]s?\b)"
    ),
    rf"{_BY_MISTAKE},? (?:{_WE_TOLD} {_HERE}|(?:publicamos|informamos|indicamos) (?:de )?que\b)",
    (
        rf"(?:{_WE_TOLD} {_BY_MISTAKE},? {_HERE}|(?:publicamos|informamos|indicamos) {_BY_MISTAKE}"
        rf" que\b)"
    ),
    rf"{_HERE} (?:{_IT_TOLD}|{_WE_TOLD}) (?:que )?[^.]{{0,60}}?{_BY_MISTAKE}",
    r"donde (?:dice|decía|se decía|ponía) [^\n]{1,80}? deb(?:e|ía|ería) decir\b",
    rf"{_BY_MISTAKE},? {_HERE} (?:{_IT_TOLD}|{_WE_TOLD})",
    rf"{_HERE} {_BY_MISTAKE} (?:{_IT_TOLD}|{_WE_TOLD})",
    rf"{_EARLIER} {_SAID}{_WRONGLY}",
    (
        rf"(?![^.:;]{{0,60}}\b(?:gracias|agradec\w+)\b)[^.:;]{{3,140}} en (?=una ){_VERSION} de"
        rf" (?:este artículo|esta noticia"
        rf"|esta información)\b{_NOT_PRINTED}"
    ),
    (
        rf"lamentamos (?:el|este|los) (?:error(?:es)?|fallo|errata)(?: (?:publicado|cometido"
        rf"|aparecido|que aparecía|que apareció))? {_HERE}"
    ),
    (
        r"lamentamos (?:el|este) error(?=\.$| y pedimos (?:disculpas|perdón) a (?:los|nuestros)"
        r" lectores)"
    ),
    (
        rf"{_PSEUDONYM}(?:el|la|los|las|una?) [^.,:;]{{3,80}} (?:ha sido|han sido|fue|fueron|se ha"
        rf"|se han) (?:\w+mente )?{_EDITED} (?:en|de) (?!\w+ (?:texto|página"
        rf"|historia)){_THIS_ARTICLE}(?! de (?:la|el|los|las)\b)"
        rf"{_NOT_BY_OTHERS}"
    ),
    (
        r"(?:el pie de foto|el titular|la entradilla) (?:ha sido|se ha) (?:corregid|rectificad"
        r"|actualizad)[oa](?=\.?$| (?:tras|después de) (?:su|la) publicación(?! del?\b)"
        r"| para (?:corregir|precisar|aclarar|incluir|reflejar|añadir|evitar|que)\b)"
    ),
    (
        rf"(?:el titular|el título|el subtítulo|el pie de foto|la foto(?:grafía)?|la imagen"
        rf"|la entradilla) (?:original )?de {_THIS_ARTICLE} (?:{_WAS} {_EDITED}{_NOT_BY_OTHERS}"
        rf"|{_SAID})"
    ),
    (
        rf"{_PSEUDONYM}(?:se ha(?:n)?|hemos) (?:corregido|modificado|rectificado|cambiado"
        r"|eliminado|retirado|añadido)"
        rf" [^.]{{0,80}}?(?:en|de) (?:{_THIS_ARTICLE}(?! de (?:la|el|los|las)\b)"
        rf"|una versión anterior(?= de (?:este|esta)|[.,]))"
    ),
    (
        rf"hemos (?:corregido|modificado|rectificado|actualizado|aclarado) (?:este|esta|nuestro"
        rf"|nuestra) {_ARTICLE}\b"
    ),
    (
        rf"en (?:este|esta|nuestro|nuestra) {_ARTICLE} (?:{_IT_TOLD}|{_WE_TOLD})[^.]{{0,40}}?"
        r" inicialmente\b"
    ),
    rf"la redacción ha (?:corregido|modificado|rectificado|actualizado) (?:este|esta) {_ARTICLE}\b",
    rf"{_THIS_ARTICLE} (?:contenía|incluía) (?:un|una|varios|dos) (?:\w+ )?(?:error|errata)",
    (
        r"pedimos (?:disculpas|perdón) [^.]{0,60}(?:lectores|(?:(?:este|el) error|los errores)\b"
        r"(?=\W{0,3}$|[^\n]{0,120}\b(?:lectores|artículo|noticia|versión|redacción|titular"
        r"|corregi\w+)))"
    ),
    (
        r"esta versión (?:corrige|rectifica) (?:el (?:nombre|apellido|título|titular|cargo|lugar)"
        r"|la (?:fecha|cifra|edad))\b"
    ),
)

_GATE: Final = (
    rf"versión|(?:este|esta|nuestro|nuestra) {_ARTICLE}|\A(?:donde |lamentamos |pedimos |hemos "
    rf"|publicamos |informamos |indicamos |{_BY_MISTAKE}|el pie de foto|el titular|la entradilla"
    r"|(?:(?:la )?(?:noticia|información)|(?:el )?artículo|nota|texto) "
    r"|(?:actualizad|modificad|corregid)[oa] )"
)

SPANISH: Final = Phrases(
    first_words=words(
        "corrección correccion correcciones fe aclaración aclaracion aclaraciones rectificación"
        " rectificacion puntualización puntualizacion corregimos rectificamos puntualizamos"
        " nota actualización precisión precisiones n actualizado actualizada"
        " erratum corrige aclara actualiza"
    ),
    small_first_words=words(
        "en una la el este esta nuestra nuestro por debido se hemos artículo noticia información"
        " texto donde pedimos lamentamos publicamos dijimos afirmamos informamos indicamos"
        " atribuimos"
        " señalamos escribimos identificamos decíamos erróneamente equivocadamente"
        " incorrectamente los las un modificado modificada corregido corregida"
    ),
    stems=(
        *("ersión", "orreg", "ctualiz", "odific", "ectific", "mpliad", "rror", "ditad", "clarad"),
        *("isculpas", "erdón", "rróneamente", "rrata", "nmendad", "itular", "liminado"),
        *("etirad", "orrig", "ambiad", "quivocad", "ncorrect", "liminad", "uprimid", "ustituid"),
        *("eemplazad", "ñadid", "orrad", "nexact", " decir"),
    ),
    date=_DATE,
    labels=(
        r"(?:correcci[óo]n|precisi[óo]n|aclaraci[óo]n|rectificaci[óo]n) de la redacci[óo]n"
        r"|correcci[óo]n(?:es)?|fe de erratas|fe de errores|precisi[óo]n(?:es)?"
        r"|aclaraci[óo]n(?:es)?|rectificaci[óo]n|nota aclaratoria"
        r"|puntualizaci[óo]n(?:es)?|nota de (?:correcci[óo]n|rectificaci[óo]n|aclaraci[óo]n)"
        r"|corregimos|rectificamos|puntualizamos"
        r"|nota de (?:la )?redacci[óo]n|nota del editor|n\. ?de la r|n\. ?del e|n\. ?de r"
    ),
    hints=r"nota(?: a los lectores| del? (?:la )?\w+)?",
    updates=r"actualizaci[óo]n|actualizad[oa](?=.{0,200}[.!)])",
    sentences="|".join(_SENTENCES),
    gate=_GATE,
    itself=("de este artículo", "de esta noticia"),
    begun=rf"{_EARLIER}\b{_NOT_PRINTED}|{_WE_TOLD} que\b",
    bare=(
        rf"{_PSEUDONYM}(?:el|la|los|las|una?|dos) [^.,:;]{{3,80}} (?:ha sido|han sido|se ha|se han)"
        rf" (?:\w+mente )?(?:corregid|rectificad)[oa]s?\b{_NOT_BY_OTHERS}"
    ),
    bracketed=r"(?:corrige|aclara|rectifica|actualiza) (?=\w)",
    reported=(
        r", (?:dijo|dice|afirmó|explicó|según|señaló|indicó|asegura|aseguró|añadió|cuenta|contó"
        r"|recuerda|recordó|admite|admitió|reconoce|reconoció|confiesa|confesó|sostiene|comenta"
        r"|comentó|relata|relató|declaró|explica|afirma|señala|añade|lamenta|bromea"
        r"|bromeó|pidió|pide|exigió|exige|propuso|propone|reclamó|reclama|insistió|insiste|escribió"
        r"|escribe|corrigió|defendió|defiende|replicó|replica|alegó|alega|advirtió|advierte|reza"
        r"|respondió|responde|solicitó|solicita|sugirió|sugiere|ironizó|ironiza|apuntó|apunta"
        r"|subrayó|subraya|manifestó|denunció|denuncia|concluyó|concluye|sentenció|lamentó) "
    ),
    explained=(
        r"así (?:se (?:llam|titul|denomin)\w+|lo|la|le|es como|resume|define|explica)\b"
        r"|(?:eso|esto|ese|esa|este|esta) (?:es|era|fue) (?:lo que|el (?:título|nombre)|la"
        r" palabra)\b|es (?:lo que"
        r"|(?:el|la) (?:palabra|término|título|nombre))\b|(?:la|una) palabra\b|por qué\b|cómo\b"
        r"|[^.,:;]{1,60} es el título de su\b"
    ),
    corrects=(
        r"\b(?:y no|sino|en lugar de|en vez de|por error|errónea\w*|versi[óo]n|art[íi]culo|noticia"
        r"|titular|publicamos|equivocad\w+)\b|, no\b"
    ),
    slugs="corrección|rectificación|corregido|corrige|actualización|actualiza",
)
