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
    r"(?! y | mediante | en (?:\d{4}|(?-i:[A-ZÁÉÍÓÚ]))| (?:\d+|dos|tres|varias|muchas) veces)"
    r"(?!(?:(?! (?:para|con|tras|a fin) )[^.:;]){0,60} en (?:comisión|\w+ lectura|(?:el|la)"
    r" (?:senado|congreso|parlamento|pleno|asamblea|cámara|comisión))\b)"
    r"(?!(?:(?! (?:para|con|tras|a fin) )[^.:;]){0,60} por"
    r" (?!(?:un )?error\b|la redacción\b|nuestr|contener\b))"
)
_EARLIER: Final = (
    r"(?:en )?(?:una|la|nuestra) (?:(?:primera|anterior|previa) versión"
    r"|versión(?: anterior| previa| inicial| original| antigua))"
)
_NOT_PRINTED: Final = (
    r"(?! (?:de la ley|apareció|salió|(?:fue|había sido|ha sido) (?:\w+mente )?(?:rechazad|aprobad"
    r"|publicad[oa](?! por error)|votad|presentad|leíd)))"
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
        rf"(?:el titular|el título|el subtítulo|el pie de foto|la foto|la imagen|la entradilla)"
        rf" (?:original )?de {_THIS_ARTICLE} (?:{_WAS} {_CORRECTED}{_NOT_BY_OTHERS}|{_SAID})"
    ),
    (
        r"(?:se ha(?:n)?|hemos) (?:corregido|modificado|rectificado|cambiado|eliminado|retirado"
        r"|añadido)"
        rf" [^.]{{0,80}}?(?:en|de) (?:{_THIS_ARTICLE}(?! de (?:la|el|los|las)\b)"
        rf"|una versión anterior(?= de (?:este|esta)|[.,]))"
    ),
    (
        rf"hemos (?:corregido|modificado|rectificado|actualizado|aclarado) (?:este|esta|nuestro"
        rf"|nuestra) {_ARTICLE}\b"
    ),
    (
        rf"en (?:este|esta|nuestro|nuestra) {_ARTICLE} (?:se (?:decía|afirmaba)|decíamos|dijimos"
        r"|afirmamos|publicamos)[^.]{0,40}? (?:por error|erróneamente|equivocadamente|inicialmente)"
    ),
    rf"la redacción ha (?:corregido|modificado|rectificado|actualizado) (?:este|esta) {_ARTICLE}\b",
    rf"{_THIS_ARTICLE} (?:contenía|incluía) (?:un|una|varios|dos) (?:\w+ )?(?:error|errata)",
    r"pedimos (?:disculpas|perdón) [^.]{0,60}(?:lectores|(?:este|el) error|los errores)",
    (
        r"esta versión (?:corrige|rectifica) (?:el (?:nombre|apellido|título|titular|cargo|lugar)"
        r"|la (?:fecha|cifra|edad))\b"
    ),
)

SPANISH: Final = Phrases(
    first_words=words(
        "corrección correccion correcciones fe aclaración aclaracion aclaraciones rectificación"
        " rectificacion nota actualización precisión precisiones n actualizado actualizada"
        " erratum corrige aclara actualiza"
    ),
    small_first_words=words(
        "en una la el este esta nuestra nuestro por debido se hemos artículo noticia información"
        " texto pedimos modificado modificada corregido corregida"
    ),
    stems=(
        *("ersión", "orreg", "ctualiz", "odific", "ectific", "mpliad", "rror", "ditad", "clarad"),
        *("isculpas", "erdón", "rróneamente", "rrata", "nmendad", "itular", "liminado"),
        *("etirado", "orrig", "ambiad"),
    ),
    date=_DATE,
    labels=(
        r"correcci[óo]n(?:es)?|fe de erratas|fe de errores|precisi[óo]n(?:es)?"
        r"|aclaraci[óo]n(?:es)?|rectificaci[óo]n|nota aclaratoria"
        r"|nota de (?:la )?redacci[óo]n|nota del editor|n\. ?de la r|n\. ?del e|n\. ?de r"
    ),
    hints=r"nota(?: a los lectores| del? (?:la )?\w+)?",
    updates=r"actualizaci[óo]n|actualizad[oa](?=.{0,200}[.!)])",
    sentences="|".join(_SENTENCES),
    bare=rf"{_EARLIER}\b{_NOT_PRINTED}",
    bracketed=r"(?:corrige|aclara|rectifica|actualiza) (?=\w)",
    reported=r", (?:dijo|dice|afirmó|explicó|según|señaló|indicó|asegura|aseguró|añadió) ",
    slugs="corrección|rectificación|corregido|corrige|actualización|actualiza",
)
