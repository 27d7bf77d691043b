"""Words that became their own opposite, by a part that negates: `un-`, or `-less` for `-ful`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from archiver.grade.patterns import Words, words


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """What negates a word in one language, in lower case."""

    prefixes: tuple[str, ...]
    """They negate whatever they stand before, but for `none`."""
    ends: tuple[str, ...] = ()
    """How a word ends that Latin in- or im- negates; il- and ir- need no such sign."""
    starts: tuple[str, ...] = ()
    """How other words begin that are the opposite of what is left without their prefix."""
    none: Words = frozenset()
    """Words to which a prefix does not give the opposite, such as `come` (income)."""
    heads: tuple[str, ...] = ()
    """How the second part of a compound begins that a prefix inside it negates."""
    suffixes: tuple[tuple[str, str], ...] = ()
    """Ends of two words that are each other's opposite, before those of their cases."""
    same_ends: Words = frozenset()
    """What stands before such ends in words that are none, as in `zahlreich` and `zahllos`."""


LATIN_PREFIXES: Final = {"in": "", "im": "mpb", "il": "l", "ir": "r"}
"""Forms of one prefix, each with the letters it stands before; in- before all that are left."""

SHORTEST: Final = 3
"""Letters of a word that a prefix may negate: shorter ones are parts of words (`to`, `into`)."""

SHORTEST_LATIN: Final = 4
"""Those before il- and ir-: `real`. Before in- and im- an ending is asked for as well."""

CASES: Final = words("e en er es em keit keiten igkeit igkeiten") | {""}
"""What may follow `-mäßig` or `-los` in German: the ends of its cases, or of a noun."""

PREFIXES: Final = words("a ab an de des dis dé dés i il im in ir mal miss mis mé més nicht non un")
"""What may be left of a word when its opposite is taken away: no other part of a word negates."""

_ENGLISH: Final = Opposites(
    prefixes=("un", "dis", "non"),
    ends=_parts(
        "able ible al ate ete ent ant ive ous ect xact id ane ure ar ity ance ence ency ancy ly"
        " ice ite"
    ),
    starts=_parts(
        "abnormal ahistoric amoral apolitic asexual asymmetr asymptomatic asynchron atheis"
        " atypical deactivat decentrali declassif decolon decriminal dehumani delegitimi demilitari"
        " demobili depopulat deradicali deregulat desegregat destabili imbalance immobil imperfect"
        " impolite imprecis improper impropriet impur inaccurac inaction inactiv inattenti"
        " inauthentic incautious inconclusive inconsiderate indigestion indiscreet indiscretion"
        " inelastic inequalit inexact inexperience infertil infidel ingratitude inhuman inoperab"
        " inorganic insan insecur insincer insolub involuntar mistrust"
    ),
    none=words(
        "appoint appointed appointing aster band banded banding bands burse canny card carded"
        " carding cards cat cern charge charged charges cle cline close closed closes closing"
        " closure closures color coloration colored colour colouration coloured continent cord"
        " cords corporate corporates cos count counted counting counts course courses cover"
        " covered covering covers credit crete cursive cus cuss cussed cussing dain dent der"
        " derway derwent dies difference differences different differently duce earth earthed"
        " ease eases famous famously fancy fidel figure figured figuring firmly flammable"
        " fluency fluent fold folded folding folds formative ger grace guise guises gust"
        " gusting gusts habitable habitant habitants hed hes hing iform import incentive ion"
        " ions ite ited iting its joint late leash leashed less locate located locating"
        " location locations luminate mal mantle mantled mate may mediate mediately member"
        " membered members memorial migrant migrants migrate migrated migration miss missal"
        " missed misses missing missive mure nate nerving ney ordinate pact patch patched"
        " patches patching pediment pel pend pensive perse persed personate pertinent place"
        " placed placement placements places placing plant play played playing plays pose posed"
        " poses posing position positions press put pute puted radiate radiated radiation"
        " ration rations ravel raveled raveling ravelled rigate sect sed sense sent ser sing"
        " solent solute solve solved solves solving spect spite stance stances stant stitute"
        " sub tal tance taste tasteful tastes temper tend tense tensive tent tents ter ternal"
        " ternational til till tiller tilling tinct tort torting torts tract traction tracts"
        " tress tribute tributed tributes tro turb valuable veil veiled veils vent vocation"
        " voice voices"
    ),
)

_GERMAN: Final = Opposites(
    prefixes=("un", "nicht"),
    starts=_parts(
        "abnormal amoralisch apolitisch asozial asymmetri asynchron atypisch deaktivi deeskal"
        " deinstallier delegitimi demilitarisi demobilisi deregulier desinformation desinteress"
        " desorientier destabilisier disharmoni diskontinu disqualifi illegal illegitim illiquid"
        " illoyal immateriell immobil imperfekt impotent inadäquat inaktiv inakzeptab indirekt"
        " indiskret indiskutab ineffektiv ineffizien inexistent inflexib informell inhomogen"
        " inhuman inkompatib inkompeten inkonsequen inkonsisten inkorrekt inoffiziell inoperabel"
        " instabil intoleran intransparen invarian irrational irreal irregulär irrelevan irreparab"
        " irreversib missacht misserfolg missgunst missverstanden missversteh missverständ"
    ),
    none=words(
        "art arten der die ding dinge eins fall falls fug fugs fälle fällen gar gebinde gefähr"
        " geheuer gemein gemeine gemeinem gemeinen gemeiner gemeines gern gezogen gezogene"
        " gezogenen heimlich heimliche heimlichem heimlichen heimlicher heimliches heimlichkeit"
        " holde ion ionen its ken kosten kraut kräuter lands längst masse massen menge mengen mut"
        " rat ruhe ruhen sinne summe summen tat taten ten ter ternehmen terschied terstützt tiefe"
        " tiefen tier tiere tieren tieres weit wesen wetter wettern wort worte wörter zahl zahlen"
        " zeit zeiten"
    ),
    heads=_parts(
        "abhängig beständig bewusst durchlässig empfindlich fähig freundlich geeignet gültig"
        " kundig mündig schädlich tauglich tüchtig verträglich willig wirksam würdig üblich"
    ),
    suffixes=(
        ("mäßig", "widrig"),
        ("gemäß", "widrig"),
        ("konform", "widrig"),
        ("freundlich", "feindlich"),
        ("pflichtig", "frei"),
        ("haltig", "frei"),
        ("voll", "los"),
        ("reich", "los"),
        ("haft", "los"),
        ("bar", "los"),
    ),
    same_ends=words(
        "acht arbeit beispiel dienst form furcht gott heil herz hilf mittel plan rand regel"
        " ruch schad schul schutz traum ver zahl"
    ),
)

_FRENCH: Final = Opposites(
    prefixes=("non", "dés"),
    ends=_parts(
        "able ible al ale ent ente ant ante if ive eux euse ct cte uste ain aine uel elle ice"
        " ment ité ance ence ables ibles ales ents entes ants antes ifs ives euses cts ctes"
        " ustes ains aines uels elles ités ances ences nel nels iel iels"
    ),
    starts=_parts(
        "amoral anormal apolitique asexu asocial asymétri atypique débloqu décentralis décolonis"
        " déconfin décrédibilis défavorabl défavoris déloyal démilitaris démobilis dépeupl déplais"
        " déraisonn dérégul déstabilis déstructur immatur immobil immodest immodéré immora immortel"
        " immérit imparfait impay impoli impopulair impropre imprécis imprév impudeur impudique"
        " impuissan impuni impur inaccept inachev inactif inactiv inadapt inadéqua inaperçu"
        " inappliqu inappropri inapte inaptitud inattend inavou incertitud inchang incomplet"
        " incomplèt incompris incompréhension inconnu incontest incontrôl incrédul indign"
        " indisciplin indiscret indiscrèt indéfini indélicat indétermin ineffica inemploy inespéré"
        " inexact inexistant inexpliqu inexploit inexploré inexpériment inexécut infidèl infidélit"
        " infond informel ingratitude inhabit inhabituel inhumain ininterromp injustifi inoccup"
        " inopportun inorganique insatisf insensé insoluble insoumis insuccès insuffis inutil"
        " invaincu invalid invendu invérifi involontair inégal inéquitabl"
        " maladroit malchanc malhabil malheureu malhonnêt malpropre malsain malveillan méconn"
        " mécontent mésentente"
    ),
    none=words(
        "abonner abusé abusée abusés altère altérer altéré amorcer ante astre astres cessamment"
        " cessant cessante cessantes cessants citant citent culpable dents dice différence"
        " différences différent différente différentes différents digeste emparé emparée"
        " emparées emparés ert filtrant filtrent flammable flammables fluent formant formation"
        " forment habitant habitante habitants iraient irais irait ire irez irons irs iste"
        " lustre lustres migrant migrante migrantes migrants minent médiat médiate médiatement"
        " nes ole olé pacte pactes patiemment pertinent pertinente pertinents plant plantant"
        " plante plantent plantes plants portance portant portante portants portent posaient"
        " posant posent primant priment puissamment radiation radier radié ritant rite rites"
        " secte sectes signifiant signifiants sistant sistante stance stances stant stante"
        " stants tellement tendant tendent tension tentant tente tentent tentes tention terne"
        " ternes vent vente ventes versant versement vertical vestissement"
    ),
)

_SPANISH: Final = Opposites(
    prefixes=(),
    ends=_parts(
        "able ible ables ibles íble íbles al ales ente entes ivo iva ivos ivas"
        " oso osa osos osas cto cta ctos ctas usto usta ustos ustas az aces eto"
        " eta eza dad encia ante antes ancia ancias"
    ),
    starts=_parts(
        "amoral anormal apolític asexual asimétr atípic desabast desacert desaconsej desactiv"
        " desactualiz desacuerdo desafect desafortunad desagrad desapare desaprob desaprueb"
        " desarmad desatend desautoriz desbloque descalific descentraliz desconect desconf desconoc"
        " descontent descontrol desconvoc descortés desemple desequilibr desestabiliz desestim"
        " desfavor deshabit deshonest deshonr deshumaniz desaloj desigual desinform desinteresad"
        " desinterés desleal desmilitariz desobed desocup desorden desorganiz desorient despenaliz"
        " despobl despreocup desproporc desproteg desunión desuso desventaj desvincul disconform"
        " discontinu ilegal ilegib ilegít iletrad ilimit ilocaliz ilícit ilíquid ilógic impagad"
        " impago imparcial imperfecc impopular imprecis imprevist improductiv impropi impun impur"
        " inacabad inactiv inadaptad inadecuad inadvertid inaplic inapropiad incapacit incaut"
        " incertidumbre inciert incomplet incomprensi incomunicad inconform incontrolad incumpl"
        " incómod indebid indefin indeseabl indeseado indetermin indign indisciplin indiscre"
        " indiscriminad indiscutid indispuest indocument ineficac inequívoc inesperad inexacti"
        " inexpert inexplorad infeli infiel infinit infundad ingratitud inhabilit inhuman"
        " ininterrump injusticia injustific inmadur inmaterial inmerecid inmodest inmoral inmortal"
        " inmutabl inmóvil innecesari inoportun inorgánic inquiet insalubr insan insatisf insegur"
        " insensat insospech interminad intranquil inusual inutil invalid inverosímil invertebrad"
        " involuntari inválid inútil"
    ),
    none=words(
        "citación clusiva clusivo continente dice dicta diente diferencia diferencias diferente"
        " diferentes digestivo dolencia dulgente empeño festiva flamable flamables fluencia"
        " formativa formativas formativo formativos genial gente gentes habitantes lustre"
        " lustres manente mediata mediatamente mediato memorial memoriales mensa menso migrante"
        " migrantes pacta pactan pacto pactos pende perial pertinente pertinentes ponente"
        " ponentes portancia portante portantes posición positiva positivas positivo positivos"
        " presente puesta puesto pune radiaciones radiación radiado radiar riga rita rite"
        " sagrada sagradas sagrado sagrados suso"
        " significante sistencia stante tacto tante tanto tendencia tendencias tendente"
        " tendentes tensiva tensivo tente teresante ternet terno vectiva vente ventes ventiva"
        " versiva vertible vestiva"
    ),
)

OPPOSITES: Final[Mapping[str, Opposites]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
}


_HAN: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in words("承认/否认 承認/否認 肯定/否定 通过/否决 通過/否決 赞成/反对 贊成/反對")
)
"""Words that are each other's opposite, where no sign in them negates by itself."""

HAN_WORD: Final = 2
"""Signs of each of them."""

_WORD: Final = re.compile(r"[^\W\d_]+")
"""Letters alone, so that what French elides stands apart."""


def any_turns(old: str, new: str, language: str) -> bool:
    """Say whether two texts hold one word and its opposite at the same place.

    What follows the two may be of more words on one side, as in `confía en el` and `desconfía del`.

    >>> any_turns("a legal", "an illegal", "en"), any_turns("le réel", "l’irréel", "fr")
    (True, True)
    """
    return any(map(turns, _WORD.findall(old), _WORD.findall(new), repeat(language)))


def turns(old: str, new: str, language: str) -> bool:
    """Say whether one of two words is the other negated by a prefix or a suffix.

    >>> turns("likely", "unlikely", "en"), turns("come", "income", "en")
    (True, False)
    >>> turns("fahrtüchtig", "fahruntüchtig", "de"), turns("sinnvoll", "sinnlos", "de")
    (True, True)
    """
    known = OPPOSITES.get(language)
    if known is None:
        return False
    old, new = old.lower(), new.lower()
    short, long = sorted((old, new), key=len)
    if len(short) < SHORTEST or short in known.none:
        return False
    if language == "en" and "less" in (old[-4:], new[-4:]):
        return _loses(old, new) or _loses(new, old)
    if any(_swaps(old, new, *pair, known) for pair in known.suffixes):
        return True
    if any(_negates_head(head, short, long) for head in known.heads):
        return True
    if not long.endswith(short):
        return False
    prefix = long.removesuffix(short)
    if prefix not in PREFIXES:
        return False
    return long.startswith(known.starts) or _negates(prefix, short, known)


def _loses(full: str, less: str) -> bool:
    """Say whether `less` has -less where `full` has -ful or nothing: `careful`, `careless`."""
    return less.endswith("less") and full.removesuffix("ful") == less.removesuffix("less")


def _swaps(old: str, new: str, full: str, none: str, known: Opposites) -> bool:
    """Say whether two words differ in `full` and `none` alone, and in an s that joins them.

    `rechtmäßig`, `rechtswidrig`: only the first of them has none.
    """
    if full not in old:
        old, new = new, old
    stem, has_full, end = old.rpartition(full)
    other, has_none, other_end = new.rpartition(none)
    if not (has_full and has_none) or end != other_end or end not in CASES:
        return False
    stem, other = stem.removesuffix("s"), other.removesuffix("s")
    return stem == other and stem not in known.same_ends and len(stem) >= SHORTEST


def _negates_head(head: str, short: str, long: str) -> bool:
    """Say whether `long` is the compound `short` with `un` before its second part, `head`."""
    first, found, end = short.partition(head)
    return found != "" and len(first) >= SHORTEST and long == f"{first}un{head}{end}"


def _negates(prefix: str, word: str, known: Opposites) -> bool:
    if prefix in known.prefixes:
        return True
    before = LATIN_PREFIXES.get(prefix)
    if before is None or not known.ends:
        return False
    if prefix in {"il", "ir"}:
        return len(word) >= SHORTEST_LATIN and word[0] in before
    fits = word[0] in before if before else word[0] not in "mpblr"
    return fits and len(word) > SHORTEST_LATIN and word.endswith(known.ends)


def han_turns(old: str, new: str) -> bool:
    """Say whether one of two Chinese words is the other's opposite, by a closed list."""
    return frozenset((old, new)) in _HAN
