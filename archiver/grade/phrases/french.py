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
    r"(?:corrigé|modifié|rectifié|mis(?:e)? à jour|amendé|actualisé|complété|précisé|édité|changé"
    r"|dépublié)"
    r"e?s?\b"
)
_NOT_BY_OTHERS: Final = (
    r"(?! en \d{4}| au \w+ siècle| au moyen âge| (?:\d+|deux|trois|plusieurs|maintes) (?:fois"
    r"|reprises))"
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
    r"(?! (?:est parue?|a paru|date d|(?:a|avait) été (?:\w+ment )?(?:rejetée|adoptée"
    r"|publiée(?! par erreur)|votée|présentée|lue|rédigée|écrite|traduite)))"
)
_SAID: Final = (
    r"(?:indiquait|disait|affirmait|annonçait|donnait|comportait|contenait|mentionnait|évoquait"
    r"|attribuait|faisait|laissait|citait|présentait|portait|omettait|expliquait|était erronée"
    r"|a (?:indiqué|affirmé|donné|comporté)"
    r"|(?:nous )?(?:écrivions|indiquions|affirmions|annoncions|avions (?:écrit|indiqué)))\b"
)

_EDITED: Final = (
    rf"(?:{_CORRECTED}|(?:supprimé|retiré|remplacé|ajouté|enlevé|effacé|rétabli)e?s?\b)"
)
_PSEUDONYM: Final = (
    r"(?![^.]{0,60}\b(?:pré)?noms?\b[^.]{0,80} (?:modifié|changé)e?s?\b"
    r"|[^.]{0,30} (?:modifié|changé) (?:[\w’']+ ){1,3}(?:pré)?noms?\b)"
)
"""Names that were changed to protect somebody are no correction."""

_PART: Final = (
    r"(?:le titre|le chapô|le sous-titre|la légende|l[’'] ?intertitre|la photo(?:graphie)?"
    r"|l[’'] ?image|l[’'] ?illustration|l[’'] ?infographie|la carte|le graphique)"
)
_TOLD: Final = (
    r"(?:écrit|indiqué|affirmé|annoncé|publié|rapporté|mentionné|attribué|donné|daté|nommé)\b"
)
_BY_MISTAKE: Final = r"(?:par erreur|à tort|erronément|de manière erronée|de façon erronée)"
_A_FACT: Final = (
    r"(?=,? ?[:«]|[^.]{0,40}? qu(?:e\b|[’'])|[^.]{0,100}? (?:dans (?:cet|notre|une|ce) (?:article"
    r"|première|version"
    r"|papier|dépêche|texte)\b|(?:[lcs]es? |[ls]a |son |cette |l[’'] ?|une? "
    r"|des )(?:[\w’'-]+ )?(?:prénom|nom|date|âge"
    r"|chiffre|titre|fonction|orthographe|citation|propos|phrase|photo|montant|bilan|horaire|mort"
    r"|décès"
    r"|démission|nomination|fermeture)s?\b|au lieu d))"
)
"""What a paper tells: that something is so, or a name, or a date. Anybody may write a letter."""

_NOT_OF_OTHERS: Final = (
    r"(?! (?:d[eu]|des|d[’'])(?:\b| )(?! ?(?:(?:cet|cette|notre|l[’']) ?(?:article|enquête|dépêche)"
    r"|(?:l[ea’'] ?)?(?-i:[A-ZÉ]))))"
)
"""The editing of a contract, the publication of a novel; but the editors of L’Écho."""

_OUR_OWN: Final = (
    rf"{_NOT_OF_OTHERS}(?=\W{{0,3}}$|\.| ?[:;(]| d[e’']|,? (?:pour|afin|car|parce|à la demande"
    rf"|à la suite|suite|en raison)\b)"
)
_NO_LAW: Final = (
    r"(?![^.]{0,100}\b(?:lois?|code|constitution|convention|traité|décret|section|alinéa|sièges)\b)"
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
        r"(?:mis à jour|actualisé|modifié|corrigé)e? (?:le|à) .{3,40}?(?: (?:avec|pour|afin) "
        rf"{_NO_CLAUSE}| ?: (?:ajout|correction|précision|suppression|retrait|modification"
        r"|rectification|actualisation)\b)"
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
        rf"(?:une|des) (?:\w+ )?(?:erreurs?|coquilles?|inexactitudes?)(?: d(?:e |[’'])[\w’']+(?:"
        rf" \w+)?)? (?:s[’']est"
        rf"|se sont) glissée?s?"
        rf" dans (?:{_EARLIER} {_OF_TEXT}|{_THIS_ARTICLE}|le titre|notre (?:édition|version))"
    ),
    (
        rf"(?:suite à|en raison d[’']|à la suite d[’']|par suite d[’']) ?une [^,.]{{0,30}}(?:erreur"
        rf"|coquille)[^,.]{{0,30}}, [^.]{{0,60}}?(?:{_EARLIER} {_OF_ARTICLE}"
        rf"|{_THIS_ARTICLE} {_SAID}|(?:dans|avec|de) (?:cet article|cette dépêche)\b(?! de loi)"
        rf"|nous av[io]+ns (?:\w+ment )?{_TOLD})"
    ),
    (
        r"(?:suite à|en raison d[’']|à la suite d[’']|par suite d[’']) ?une [^,.]{0,30}(?:erreur"
        rf"|coquille|confusion) de (?:notre (?:part|rédaction)|la rédaction)\b{_NOT_OF_OTHERS}"
    ),
    (
        rf"{_PART}(?: et (?:le|la) \w+)? (?:{_OF_ARTICLE}|(?:illustrant|qui illustrait|qui illustre"
        rf"|accompagnant|en tête de|en une de) {_THIS_ARTICLE}) (?:a|avait|ont)"
        rf" (?:été|d[’']abord|initialement) (?:(?!souvent"
        rf"|jamais)\w+ ){{0,2}}?{_EDITED}{_NOT_BY_OTHERS}"
    ),
    (
        rf"{_PART}(?: de la (?:photo|carte|vidéo)| principale?)? (?:a|ont) été"
        rf" (?:\w+ment )?{_EDITED} après (?:la |sa )?(?:publication|parution|mise en ligne)\b"
        rf"{_OUR_OWN}{_NOT_BY_OTHERS}"
    ),
    (
        r"(?:le titre|le chapô|la légende)(?: de la (?:photo|carte|vidéo))? a été (?:\w+ment )?"
        r"(?:corrigé|rectifié|mis à jour)e?(?=\.?$)"
    ),
    (
        rf"{_PSEUDONYM}(?:l[ae]s? |l[’'] ?|une? |des |deux )[^.,:;]{{2,80}} (?:a|ont) été"
        rf" (?:\w+ment )?{_EDITED} (?:\w+ )?(?:dans|de|à|sur) (?!ce (?:texte|sujet)|cette page)"
        rf"{_THIS_ARTICLE}(?! de loi)"
        rf"{_NOT_BY_OTHERS}"
    ),
    (
        rf"{_PSEUDONYM}(?:l[ae]s? |l[’'] ?|une? |des |deux )[^.,:;]{{2,80}} (?:dans|de)"
        rf" (?:cet article|notre article|cette dépêche) (?:a|ont) été (?:\w+ment )?{_EDITED}"
        rf"{_NOT_BY_OTHERS}"
    ),
    (
        rf"(?!ce texte|cette page){_THIS_ARTICLE} a fait l[’']objet d[’'] ?une"
        rf" (?:correction|modification|mise à jour|rectification|précision)\b{_NOT_BY_OTHERS}"
    ),
    rf"nous avons (?:\w+ment )?{_CORRECTED} (?:cet|notre|ce) {_ARTICLE}\b",
    (
        rf"nous avi?ons (?:{_BY_MISTAKE} {_TOLD}|{_TOLD}"
        rf" (?:(?:dans un premier temps|initialement),? )?{_BY_MISTAKE}){_A_FACT}"
    ),
    (
        rf"c[’']est {_BY_MISTAKE} que (?:nous avi?ons (?:\w+ment )?{_TOLD}|{_THIS_ARTICLE} {_SAID}"
        rf"|{_VERSION} {_OF_ARTICLE})"
    ),
    rf"{_EARLIER} {_SAID}{_WRONGLY}",
    rf"[^.:;]{{3,140}},? que nous avi?ons (?:{_BY_MISTAKE} {_TOLD}|{_TOLD} {_BY_MISTAKE})",
    rf"{_BY_MISTAKE},? nous avi?ons (?:\w+ment )?{_TOLD}{_A_FACT}",
    rf"dans {_THIS_ARTICLE},? nous avi?ons (?:{_BY_MISTAKE} {_TOLD}|[^.]{{0,40}}?{_BY_MISTAKE})",
    (
        rf"(?![^.:;]{{0,60}}\b(?:merci|remerci\w+)\b)[^.:;]{{3,140}} dans (?=une ){_VERSION} de"
        rf" (?:cet article|cette enquête|cette dépêche)\b"
        rf"(?! de loi){_NOT_PRINTED}"
    ),
    (
        rf"{_PSEUDONYM}nous avons (?:\w+ment )?{_EDITED} (?:[^.,]{{1,60}} )?(?:de (?!ce (?:texte"
        rf"|sujet)){_THIS_ARTICLE}"
        r"(?! de loi)|dans (?:le|les|la) (?:premier|première|deuxième|second|troisième|quatrième"
        r"|cinquième|dernier|\d+e) paragraphe|dans (?:le titre|le chapô|la légende))"
    ),
    (
        rf"{_PSEUDONYM}nous avons (?:\w+ment )?(?:{_CORRECTED}|supprimé|retiré"
        rf"|ajouté) (?:[^.,]{{1,60}}[ ,]{{1,2}}"
        rf"(?:[^.,]{{0,40}} )?)?(?:dans {_VERSION}\b(?! (?:du|des|de la)\b)"
        rf"|dans {_THIS_ARTICLE}|le titre {_OF_ARTICLE})"
    ),
    (
        r"(?:(?:nous présentons|nous adressons) (?:toutes )?nos"
        r"|la rédaction présente (?:toutes )?ses|(?:toutes )?nos) excuses [^.]{0,60}(?:lecteurs"
        r"|lectrices|cette (?:erreur|confusion)\b(?=\W{0,3}$|[^\n]{0,120}\b(?:lecteurs|articles?"
        r"|version|corrig\w+|rédaction)\b))"
    ),
    r"nous prions nos (?:lecteurs|lectrices)[^.]{0,40} (?:d[’']excuser|de (?:bien vouloir )?nous)",
    (
        rf"(?:cette (?:version|dépêche)|cet article{_NO_LAW}) (?:corrige|rectifie) (?:le (?:nom"
        rf"|prénom|titre"
        r"|chiffre|montant|lieu|nombre|bilan|grade)"
        rf"|la (?:date|fonction|légende)|l[’'](?:orthographe|âge|intitulé))\b{_NOT_BY_OTHERS}"
    ),
)

_GATE: Final = (
    rf"version|(?:cet|cette|ce|notre) {_ARTICLE}|gliss|que nous av|excuses|\A(?:nous |contrairement"
    rf"|{_PART} |(?:c[’']est )?{_BY_MISTAKE}|(?:article|texte|dépêche|papier|page|entretien) "
    r"|mis à jour|actualisé|modifié|corrigé|(?:suite à|(?:en raison|à la suite|par suite) d[’'])"
    r" ?une )"
)

FRENCH: Final = Phrases(
    first_words=words(
        "erreur erreurs rectificatif rectification correctif précision précisions mise"
        " ndlr note erratum errata correction corrections modification edit édit maj màj ajout"
        " actualisation clarification addendum corrige précise actualise"
    ),
    small_first_words=words(
        "dans une la le des cet cette ce notre article texte dépêche papier page entretien"
        " contrairement suite en à par nous mis mise actualisé modifié corrigé"
        " l les un deux c toutes nos"
    ),
    stems=(
        *("ersion", "orrig", "odifi", "ectifi", "à jour", "ctualis", "omplét", "récis"),
        *("crit", "ndiqu", "ffirm", "nnonc", "rreur", "oquille", "xcus", "mendé"),
        *("inexactitude", "hangé", "écriv", "upprimé", "etiré", "emplacé", "jouté"),
        *("objet d", "épublié", "nlevé", "ffacé", "établi", "à tort", "onfusion"),
    ),
    date=_DATE,
    labels=(
        r"(?:précision|correction|rectification) de la rédaction|erreurs? corrigées?"
        r"|rectificatif|rectification|correctif|précisions?|mise au point|note de la rédaction|ndlr"
        r"|correction(?: apportée)?|erratum|errata|clarification"
    ),
    hints=r"note|nota bene|addendum",
    updates=(
        r"mise à jour|m[aà]j|[ée]dit(?![\])])|modification|actualisation"
        r"|ajout(?=.{0,200}[.!)])"
    ),
    sentences="|".join(_SENTENCES),
    gate=_GATE,
    itself=("version de cet", "version précédente de cet", "version antérieure de cet"),
    begun=rf"{_EARLIER}\b{_NOT_PRINTED}|{_WE_WROTE}",
    bare=(
        rf"{_PSEUDONYM}(?:l[ae]s? |l[’'] ?|une? |des |deux )[^.,:;]{{2,80}} (?:a|ont) été"
        rf" (?:\w+ment )?(?:corrigé|rectifié|précisé)e?s?\b{_NOT_BY_OTHERS}"
    ),
    bracketed=r"(?:cette version )?(?:corrige|rectifie|précise|actualise) (?=\w)",
    reported=(
        r", (?:dit|a dit|a déclaré|déclare|explique|raconte|affirme|indique|selon|ajoute|a indiqué"
        r"|a expliqué|se souvient|confie|a confié|a raconté|assure|a assuré|poursuit|lance"
        r"|plaisante|rapporte|reconnaît|a reconnu|admet|a admis|a affirmé|a ajouté|regrette"
        r"|sourit|témoigne) |, (?:\w{2,12}-t-(?:il|elle|on)|a-t-(?:il|elle)|(?:dit|rit|sourit"
        r"|répond"
        r"|reprend|écrit)-(?:il|elle|on))\b"
    ),
    explained=(
        r"voilà (?:ce|comment|pourquoi)\b|c[’']est (?:ainsi\b|(?:donc |bien |aussi |là )?(?:le"
        r" (?:titre|nom|mot|terme)\b|ce (?:que|qui)\b|ce qu[’'])|là que\b)"
        r"|tel(?:le)?s? (?:est|sont|était)\b|ainsi (?:s[’']\w+|se nomme)\b|(?:le|un) mot\b"
        r"|(?:comment|pourquoi)\b"
        r"|[^.,:;]{1,60} est le titre d(?:e son|e sa|u nouveau|u prochain|u dernier)\b"
    ),
    corrects=(
        r"\b(?:et non|et pas|plutôt que|au lieu|par erreur|erroné\w*|à tort|versions?|articles?"
        r"|nous av\w+|légende|dépêche)\b|, (?:non|pas)\b"
    ),
    slugs="rectificatif|correctif|correction|corrigé|actualisé|mise à jour",
)
