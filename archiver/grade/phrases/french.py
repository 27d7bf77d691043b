"""How notices begin in French."""

from typing import Final

from archiver.grade.lexicon import FRENCH_LEXICON
from archiver.grade.patterns import words
from archiver.grade.phrases.shape import Phrases, date_in, no_clause

_DATE: Final = date_in(FRENCH_LEXICON)
_ARTICLE: Final = (
    r"(?:article|texte|papier|billet|page|dépêche|tribune|entretien|reportage|enquête|chronique"
    r"|portrait|sujet|publication)"
)
_THIS_ARTICLE: Final = rf"(?:(?:cet|cette|ce|notre) {_ARTICLE})\b"
_OF_ARTICLE: Final = r"de (?:cet |l[’'] ?|notre )(?:article|entretien|enquête|dépêche)\b(?! de loi)"
_OF_OWN: Final = rf"d(?:e|u) (?:cet |cette |ce |l[’'] ?|notre )?{_ARTICLE.replace('texte|', '')}\b"
"""The publication's own, where a text may be a bill, or anybody's."""

_OF_TEXT: Final = rf"d(?:e|u) (?:cet |cette |ce |l[’'] ?|notre )?{_ARTICLE}\b"
_CORRECTED: Final = (
    r"(?:corrigé|modifié|rectifié|mis(?:e)? à jour|amendé|actualisé|complété|précisé|édité|changé)"
    r"e?s?\b"
)
_NOT_BY_OTHERS: Final = (
    r"(?! en \d{4}| (?:\d+|deux|trois|plusieurs|maintes) (?:fois|reprises))"
    r"(?!(?:(?! (?:(?:pour|afin|avec) |après (?!s(?:on|a) )))[^.:;]){0,60}"
    r" (?:en (?:commission|séance|\w+ lecture)|au (?:sénat|parlement|congrès|conseil)"
    r"|à l[’'] ?(?:assemblée|élysée))\b)"
    r"(?!(?:(?! (?:pour|afin|avec|après) )[^.:;]){0,60} par"
    r" (?!erreur\b|la rédaction\b|nos\b|notre\b|souci\b))"
)
_WRONGLY: Final = (
    r"(?=[^.]{0,120}\b(?:par erreur|à tort|erroné\w*|inexact\w*|coquille|une? mauvaise?)\b)"
)
"""What makes of a text that said something one that was wrong."""

_WE_WROTE: Final = (
    r"nous (?:écrivions|indiquions|affirmions|annoncions|avi?ons (?:\w+ment )?(?:écrit|indiqué"
    r"|affirmé|annoncé|donné))\b"
)
_VERSION: Final = (
    r"(?:une|la|notre) (?:(?:première|précédente|ancienne) version"
    r"|version (?:précédente|antérieure|initiale|première|originale))"
)
_EARLIER: Final = rf"(?:dans )?{_VERSION}"
_NOT_PRINTED: Final = (
    r"(?! (?:est parue?|a paru|(?:a|avait) été (?:\w+ment )?(?:rejetée|adoptée"
    r"|publiée(?! par erreur)|votée|présentée|lue)))"
)
_SAID: Final = (
    r"(?:indiquait|disait|affirmait|annonçait|donnait|comportait|contenait|mentionnait|évoquait"
    r"|attribuait|faisait|laissait|citait|présentait|portait|omettait|expliquait|était erronée"
    r"|a (?:indiqué|affirmé|donné|comporté)"
    r"|(?:nous )?(?:écrivions|indiquions|affirmions|annoncions|avions (?:écrit|indiqué)))\b"
)

_NO_CLAUSE: Final = no_clause(
    "ils?|elles?",
    r"l[’'] ?|(?:les?|la|une?|cet?|cette|son|sa) ",
    "de|des|du|d|et|ou|en|à|au|aux|qui|que|dont|par",
)

_SENTENCES: Final = (
    (
        rf"{_THIS_ARTICLE}(?:,? (?:initialement )?(?:publié|paru)e? [^.;:]{{3,50}}?,)? (?:a"
        rf"|avait) été (?:(?!souvent|jamais)\w+ ){{0,2}}?{_CORRECTED}{_NOT_BY_OTHERS}"
    ),
    (
        rf"(?:article|texte|dépêche|papier|page|entretien) {_CORRECTED}{_NOT_BY_OTHERS} (?:le|à|ce"
        rf"|cet|avec|pour|afin|après (?:(?:sa|la) )?(?:publication|parution|mise en ligne)|hier"
        rf"|aujourd[’']hui|{_DATE})"
    ),
    rf"(?:article|dépêche|papier|page|entretien) {_CORRECTED}{_NOT_BY_OTHERS} après",
    (
        r"(?:mis à jour|actualisé|modifié|corrigé)e? (?:le|à) .{3,40}? (?:avec|pour|afin) "
        rf"{_NO_CLAUSE}"
    ),
    rf"dans {_VERSION}, nous (?:avi?ons|écrivions|indiquions|affirmions|annoncions)\b",
    rf"la rédaction a (?:\w+ment )?{_CORRECTED} (?:cet|ce) {_ARTICLE}\b",
    (
        rf"{_THIS_ARTICLE} (?:comportait|contenait) (?:une|des|plusieurs) (?:\w+ )?(?:erreurs?"
        rf"|coquilles?)"
    ),
    rf"(?:une|des) erreurs? dans {_VERSION} {_OF_ARTICLE}",
    rf"{_EARLIER} {_OF_ARTICLE}{_NOT_PRINTED}",
    rf"{_EARLIER} {_OF_OWN} {_SAID}",
    rf"dans {_VERSION} {_OF_OWN}",
    rf"{_EARLIER} de (?:ce|notre) texte {_SAID} qu(?:e\b|[’'])",
    rf"{_EARLIER} {_OF_TEXT}(?:,? {_WE_WROTE}|{_NOT_PRINTED}{_WRONGLY})",
    (
        r"contrairement à ce (?:que (?:nous (?:(?:avons|avions)(?: \w+){0,2}? (?:écrit|indiqué"
        r"|affirmé|annoncé|publié)|écrivions|indiquions|affirmions|annoncions)"
        rf"|[^.]{{0,40}}{_EARLIER})|qui (?:était|a été|avait été)(?: \w+)? (?:écrit|indiqué|affirmé"
        rf"|publié)\b|qu[’'](?:indiquait|affirmait|annonçait) [^.]{{0,40}}{_ARTICLE})"
    ),
    (
        rf"(?:une|des) (?:\w+ )?(?:erreurs?|coquilles?|inexactitudes?) (?:s[’']est"
        rf"|se sont) glissée?s?"
        rf" dans (?:{_EARLIER} {_OF_TEXT}|{_THIS_ARTICLE}|le titre|notre (?:édition|version))"
    ),
    (
        rf"(?:suite à|en raison d[’']|à la suite d[’']|par suite d[’']) ?une [^,.]{{0,30}}(?:erreur"
        rf"|coquille)[^,.]{{0,30}}, [^.]{{0,60}}?(?:{_EARLIER} {_OF_ARTICLE}"
        rf"|{_THIS_ARTICLE} {_SAID}"
        r"|nous avons (?:écrit|indiqué|publié))"
    ),
    (
        rf"(?:le titre|le chapô|le sous-titre|la légende|l[’']intertitre"
        rf"|la photo)(?: et (?:le|la) \w+)? {_OF_ARTICLE} (?:a|avait|ont)"
        rf" (?:été|d[’']abord|initialement) (?:(?!souvent"
        rf"|jamais)\w+ ){{0,2}}?{_CORRECTED}{_NOT_BY_OTHERS}"
    ),
    rf"nous avons (?:\w+ment )?{_CORRECTED} (?:cet|notre|ce) {_ARTICLE}\b",
    (
        rf"nous avons (?:\w+ment )?(?:{_CORRECTED}|supprimé|retiré"
        rf"|ajouté) (?:[^.,]{{1,60}}[ ,]{{1,2}}"
        rf"(?:[^.,]{{0,40}} )?)?(?:dans {_VERSION}\b(?! (?:du|des|de la)\b)"
        rf"|dans {_THIS_ARTICLE}|le titre {_OF_ARTICLE})"
    ),
    (
        r"(?:nous présentons|nous adressons|la rédaction présente) (?:toutes )?(?:nos"
        r"|ses) excuses [^.]{0,60}(?:lecteurs|lectrices|cette (?:erreur|confusion))"
    ),
    r"nous prions nos (?:lecteurs|lectrices)[^.]{0,40} (?:d[’']excuser|de (?:bien vouloir )?nous)",
    (
        r"cette version (?:corrige|rectifie) (?:le (?:nom|prénom|titre|chiffre|montant|lieu)"
        r"|la (?:date|fonction|légende)|l[’'](?:orthographe|âge|intitulé))\b"
    ),
)

FRENCH: Final = Phrases(
    first_words=words(
        "rectificatif rectification correctif précision précisions mise ndlr note erratum errata"
        " correction corrections modification edit édit maj màj ajout actualisation clarification"
        " addendum corrige précise actualise"
    ),
    small_first_words=words(
        "dans une la le des cet cette ce notre article texte dépêche papier page entretien"
        " contrairement suite en à par nous mis mise actualisé modifié corrigé"
    ),
    stems=(
        *("ersion", "orrig", "odifi", "ectifi", "à jour", "ctualis"),
        *("omplét", "récis", "crit", "ndiqu", "ffirm", "nnonc", "rreur", "oquille", "xcus"),
        *("mendé", "inexactitude", "hangé", "écriv"),
    ),
    date=_DATE,
    labels=(
        r"rectificatif|rectification|correctif|précisions?|mise au point|note de la rédaction|ndlr"
        r"|correction(?: apportée)?|erratum|errata|clarification"
    ),
    hints=r"note|nota bene|addendum|précision de la rédaction",
    updates=(
        r"mise à jour|m[aà]j|[ée]dit(?![\])])|modification|actualisation"
        r"|ajout(?=.{0,200}[.!)])"
    ),
    sentences="|".join(_SENTENCES),
    bare=rf"{_EARLIER}\b{_NOT_PRINTED}",
    bracketed=r"(?:cette version )?(?:corrige|rectifie|précise|actualise) (?=\w)",
    reported=(
        r", (?:dit|a dit|a déclaré|déclare|explique|raconte|affirme|indique|selon|ajoute|a indiqué"
        r"|a expliqué) "
    ),
    slugs="rectificatif|correctif|correction|corrigé|actualisé|mise à jour",
)
