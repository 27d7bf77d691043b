"""What tells of speech beside its dashes: verbs of speaking, and who speaks.

A closed list for each of the languages in which dashes open speech.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from archiver.grade.patterns import one_of, words


class Signs(NamedTuple):
    """What tells of speech in one language, beside its dashes."""

    aside: re.Pattern[str]
    """A verb of speaking and who speaks, behind a comma or the like."""
    sure: re.Pattern[str]
    """What no list has."""
    calls: re.Pattern[str]
    """Questions and calls: lists of questions have them, too."""
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


_FRENCH_THINGS: Final = one_of(
    words(
        "affiche affichette annonce application appli arrêté article attestation brochure bulletin"
        " cahier calendrier carte charte circulaire code communiqué consigne contrat courrier"
        " document dossier décret dépliant encadré enquête fascicule fiche flyer formulaire guide"
        " inscription légende loi message mode note notice page panneau pancarte plaquette"
        " programme projet prospectus rapport rubrique règlement site sondage statuts tableau"
        " texte titre tract étiquette étude"
    )
)
"""What is written says something, too, and nobody speaks."""

_FRENCH_SPEAKER: Final = (
    rf"\b(?! (?:l[ea]s? |l['’]|une? |cet? |cette |ces |notre |votre |leur |s(?:on|a|es) )"
    rf"(?:{_FRENCH_THINGS})\b)"
)
"""Behind a verb of speaking: who speaks is no thing."""

_SPANISH_THINGS: Final = one_of(
    words(
        "anuncio artículo bando boletín cartel carta catálogo circular comunicado contrato decreto"
        " documento dosier encuesta escrito estudio etiqueta folleto formulario guía informe ley"
        " leyenda lema manual mensaje nota norma normativa página panfleto pancarta plan programa"
        " proyecto refrán reglamento rótulo sentencia texto título web"
    )
)
_SPANISH_SPEAKER: Final = (
    rf"\b(?! (?:el|la|los|las|una?|su|est[ea]|ese|esa) (?:{_SPANISH_THINGS})\b)"
)
_SPANISH_SMALL: Final = one_of(
    words(
        "no sí nunca jamás yo tú usted ustedes nosotros vosotros me te nos os ti conmigo contigo"
        " soy eres es somos son estoy estás está estamos están fui fue fueron estaba estaban hay"
        " había hubo habrá he has ha hemos han tengo tienes tiene tenemos tienen tenía voy vas va"
        " van iba quiero quieres quiere quieren puedo puedes puede pueden debo debes deben hago"
        " hace hacen hice hizo sé sabes sabe saben creo crees cree parece gusta gustan duele"
        " importa veo ves vi viene vienen dije dijo digo dices puse puso quise quiso pude pudo tuve"
        " tuvo estuve estuvo supe supo salí viví oí leí mira mire miren oye oiga ven venga vete"
        " vaya dame dime déjame calla gracias perdón adiós hola pues ojalá quizá quizás ay ah"
    )
)
_SPANISH_NOUNS: Final = one_of(
    words(
        "amos bebé bufé café canapé capó carné chalé chaqué clisé comité consomé corsé dominó"
        " extremos gramos irán josé kilogramos noé paté peroné porqué primos puré quinqué racimos"
        " ramos reclamos supremos teherán tramos"
    )
)
SPANISH_CLAUSE: Final = re.compile(
    rf"(?i:\b(?:{_SPANISH_SMALL})\b)|^(?:bueno|claro|espera|escucha|toma|vale)[,.:;!…]"
    rf"|(?<!\w)(?!(?:{_SPANISH_NOUNS})\b)"
    r"[a-zñü]{2,24}(?:[aei]mos|[ae]ron|ó|é|[aeid]r(?:á|ás|án))\b"
)
"""What a clause or an address has, and a bare heading has not: a closed list of small verbs and
pronouns, or the end of a past, of a future or of `we` in a word that is no name."""


@cache
def signs(language: str) -> Signs:
    """Compile on first use: few texts have dialogue."""
    if language == "fr":
        says = (
            rf" ?{_FRENCH_TO}(?:(?:{_FRENCH_SAYS}|{_FRENCH_CALLS})(?:{_FRENCH_HE})?"
            rf"|(?:a|ont|ai|avait|avaient)(?:{_FRENCH_HE})? (?:{_FRENCH_SAID})){_FRENCH_SPEAKER}"
        )
        return Signs(
            aside=re.compile(rf"[,?!…»]{says}{_WHO}"),
            sure=re.compile(
                r"(?<![-\w])(?<!\bsi )[Jj](?:e\b|['’])|\b(?:dis|fis|demandai|répondis)-je\b"
                rf"|\b[Tt]u\b|[,…»] ?{_FRENCH_TO}(?:(?:{_FRENCH_CALLS}){_FRENCH_SPEAKER}"
                rf"|(?:{_FRENCH_SAYS}|a|ont|avait){_FRENCH_HE}\b)"
                rf"|[?!] [–—―] ?[A-ZÀ-ÖØ-ÞŒ«]|[?!]{says}|,{says}{_WHO}[?!]"
                r"|^[–—―] ?(?:(?:Et|Mais|Oui|Non),? )?(?:[nN]ous|[vV]ous) [^.!?…]*[?!]"
            ),
            calls=re.compile("[?!]"),
            person=re.compile(
                r"\b(?:nous|vous|notre|votre|nos|vos|moi|toi|mon|mes|ton|tes)\b|\b[mt]['’]",
                re.IGNORECASE,
            ),
        )
    says = rf" ?(?:(?:me|le|les|se|nos) )?(?:{_SPANISH_SAYS})"
    return Signs(
        aside=re.compile(rf"[,?!…»]{says}\b{_WHO}"),
        sure=re.compile(rf"[—―–-]{says}{_SPANISH_SPEAKER}"),
        calls=re.compile("[¿¡]"),
    )
