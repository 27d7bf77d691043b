"""Negations in a text: the words that negate, but not in a phrase where they do not."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from archiver.diff import tokens as cut
from archiver.grade.items import Span
from archiver.grade.lexicon import lexicon
from archiver.grade.patterns import words

_ALWAYS: Final = (
    r"(?![不没沒](?<=(.)[不没沒])\1)(?:"
    "(?<!不得)不(?![过過仅僅但久断斷管禁妨料论論然丹锈鏽]|得不|列[颠顛]|[莱萊]梅)"
    "|(?<![沉淹吞埋湮覆])没(?![收落])|(?<![沉淹吞埋湮覆])沒(?![收落])|未(?![来來免])"
    "|无(?![论論锡錫疑非])|無(?![论論锡錫疑非])|勿"
    "|非(?=法(?![院国國官郎语語]))|(?<![除是无無南北西东東中])非(?![常洲凡裔盟遗遺但])"
    "|(?<=是)非(?=[\u4e00-\u9fff])(?![之不观觀曲对對题題的与與和功成恩])"
    "|(?<=中)非(?![合关關论論友峰共经經常洲凡裔盟遗遺]))"
)
"""Signs that negate, but not in words such as 非常 (very), 未来 (future), 无论 (whichever).

Nor in a question that leaves the choice, such as 会不会."""

_IN_PHRASES: Final = (
    "不(?=同(?!意(?![见見](?![面他她我你])))|动产|動產|[少光止只单單时時日惜幸愧已]|等(?![于於他她我你]))"
    "|[无無](?=[线線数數辜偿償比奈聊缝縫形]|人[机機驾駕艇船车車潜潛系])|未(?=成年)"
)
"""Signs in words such as 不同 (various), 无人机 (drone): they count where they alone changed."""

_HAN_FROZEN: Final = (
    "差不多|[说說]不定(?![期时時义義价價罪位下])|了不起(?![作诉訴床来來火到飞飛身])|了不得|不得了(?!解)|不得已"
    "|[无無][与與][伦倫]比|[独獨]一[无無]二|史[无無]前例|前所未[有见見闻聞]|不料(?!理)|(?<!\\w)[没沒]想到"
    "|(?<![提付发發])出[没沒](?![有收能])|神出鬼[没沒]|不由得|不由自主|不[约約]而同|不[谋謀]而合|不期而遇"
    "|不知不[觉覺]|[层層]出不[穷窮]|[络絡][绎繹]不[绝絕]|川流不息|滔滔不[绝絕]|迫不及待|刻不容[缓緩]|[坚堅]持不懈"
    "|不[遗遺][余餘]力|不可思[议議]|不言而喻|[势勢]不可[挡擋]|[对對]不起|忍不住|恨不得|巴不得|不外乎|不速之客"
    "|[不没沒][错錯](?![过過失误誤杀殺])|[没沒]准(?![备備时時许許确確点點入予假])"
    "|不慎(?![重独獨])|不小心(?!翼翼)|不[经經]意|[无無]意(?:中(?![止断斷标標途])|[间間])|不懈(?!怠)|莫非|不[远遠](?:[处處]|千里)"
    "|不停(?![止车車业業工产產电電水火战戰课課职職牌机機薪办辦留顿頓运運航泊播刊赛賽靠]|下[来來脚腳]|[此本这這该該在])"
    "|不乏|不失[为為]|不免(?![费費除职職税稅罚罰])|不可或缺|必不可少|不可避免|不[胜勝]枚|不[计計]其[数數]"
    "|[数數]不[胜勝][数數]|不翼而[飞飛]|不[胫脛]而走|[无無]微不至|[无無][时時][无無]刻|[无無][处處]不在|[无無]所不[在知能]"
)
"""Words of which no part makes sense alone: their sign counts where it alone changed."""

_HAN_WHOLE: Final = "毫不(?:[犹猶]豫|[迟遲]疑)|未婚[妻夫]"
"""Words of which a part is the opposite: they negate nothing where they came or went whole."""

_HAN_LONE: Final = re.compile(_ALWAYS)
_HAN: Final = re.compile(f"(?!{_IN_PHRASES})(?:{_ALWAYS})")
_HAN_WORDS: Final = re.compile(f"(?P<whole>{_HAN_WHOLE})|{_HAN_FROZEN}")
_HAN_KEYS: Final = {"沒": "没", "無": "无"}
_HAN_SIGNS: Final = frozenset("不没沒未无無非勿")

HAN_CONTEXT: Final = 3
"""Signs on either side that are read with a negation, to know the word it stands in."""

FRENCH_REACH: Final = 8
"""Tokens, blanks among them, behind `ne` within which `plus` means "no longer"."""

FRENCH_REACH_LETTERS: Final = 80
"""Letters before it that hold so many tokens."""

AFTER: Final = 20
"""Letters behind a change that are read with it: the figure behind `No. `, a verb."""

_PHRASES: Final[Mapping[str, str]] = {
    "en": r"no doubts?|without (?:a |any )?doubt|without question|not (?:only|just|merely|simply"
    r"|solely|least|to mention)|no (?:less|fewer|later) than|no (?:sooner|matter|wonder)"
    r"|nothing (?:but|short of|less than)|none (?:other than|the less)|whether or not"
    r"|more often than not|no-brainers?|no man['’]s land|not-for-profits?"
    r"|non-(?:profits?|stop)|never-ending",
    "de": r"nicht (?:nur|bloß|zuletzt|allein|selten|umsonst|weniger als|minder|wahr)"
    r"|ohne (?:(?:jeden )?zweifel|frage|weiteres)|nichts (?:anderes )?als"
    r"|kein(?:en?|erlei)? zweifel|keine frage(?= ?[,:.!–—])|kein wunder",
    "fr": r"sans (?:aucun |nul )?doute|(?:n['’]y a |ne fait )?(?:aucun|nul|pas de|guère de) doute"
    r"|sans (?:cesse|arrêt|conteste|(?:plus )?(?:tarder|attendre))"
    r"|non (?:seulement|loin)|n['’]importe (?:qu\w+|où|comment)|n['’]est-ce pas|rien que"
    r"|rien de moins|ni plus ni moins|pas moins|pas à pas|sans-(?:abris?|logis|papiers)",
    "es": r"sin embargo|no obstante|sin (?:lugar a |ninguna )?dudas?(?: alguna)?"
    r"|sin (?:cesar|parar)|no (?:s[oó]lo|solamente|únicamente|bien|menos de)"
    r"|nada menos|ni más ni menos"
    r"|nada más(?= \w{1,12}[aei]r(?:l[aeo]s?|se|me|nos)?\b)|sin falta(?! de\b)|no en vano"
    r"|sin ir más lejos"
    r"|no (?:hay|cabe|había|queda|existe) (?:la menor |ninguna )?dudas?(?: alguna)?",
}
"""What as a whole negates nothing, such as `no doubt`; where `no` alone went, that counts."""

_DOUBT: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"\bdoubt(?!less)\w*", re.IGNORECASE),
    "de": re.compile(r"\b(?:be|an)?zweif(?!el(?:los|sohne|sfrei))\w*", re.IGNORECASE),
    "fr": re.compile(r"\bdout\w*", re.IGNORECASE),
    "es": re.compile(r"\bdud(?:[aáoó]|é\b|e[mns]?\b)\w*", re.IGNORECASE),
}
"""Doubt itself: what became of `no doubt` says the opposite."""

_BARE: Final = words(
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt"
)
"""Contractions that lost their apostrophe, and are no other word, as `cant` and `wont` are."""

_LOOSE: Final = re.compile(r"['’]|\s+(?=n['’]?t\b)|(?<=n)\s+(?=t\b)")
"""What may be missing, or too much, in `don't`."""


def same_contraction(old: str, new: str) -> bool:
    """Say whether two texts differ in the apostrophe or a blank of an English `n't` alone.

    >>> same_contraction("dont", "don’t"), same_contraction("does nt", "doesn't")
    (True, True)
    >>> same_contraction("not able", "notable")
    False
    """
    was, now = (_LOOSE.sub("", text).lower() for text in (old, new))
    return old.lower() != new.lower() and was == now and was.endswith("nt")


_NUMERO: Final = re.compile(r"\b(?:No\.?|no\.) ?(?=\d)")
"""`No. 5`: the Latin `numero`."""

WITH_NUMERO: Final = frozenset({"en", "es"})
"""Languages in which `no` is a negation, too."""


@cache
def _phrases(language: str) -> re.Pattern[str] | None:
    """Compile on first use: few changes hold a negation."""
    known = _PHRASES.get(language)
    return re.compile(rf"\b(?:{known})\b", re.IGNORECASE) if known else None


def negations(tokens: Sequence[str], language: str) -> list[str]:
    """Give the negations among `tokens`, by their meaning; for Chinese see `negations_around`.

    >>> negations(["I", " ", "can't"], "en"), negations(["No", " ", "doubt"], "en")
    (['not'], [])
    """
    found = _counted(tokens, language)
    if not found:
        return found
    text = "".join(tokens)
    rest = without_phrases(text, "", language)
    return found if rest == text else _counted(cut(rest), language)


def without_phrases(text: str, after: str, language: str) -> str:
    """Give `text`, which `after` follows, with blanks for each phrase that negates nothing.

    >>> without_phrases("Sin duda es así", "", "es"), without_phrases("Nada más", " llegar", "es")
    ('         es así', '        ')
    """
    pattern = _phrases(language)
    if pattern is None:
        return text
    return pattern.sub(
        lambda hit: " " * len(hit[0]) if hit.end() <= len(text) else hit[0], text + after
    )[: len(text)]


def negations_before(text: str, after: str, language: str) -> list[str]:
    """Give the negations in `text`, where `No` before a figure is none; `after` follows it.

    >>> negations_before("No", ". 5 was late", "en"), negations_before("No", " man", "en")
    ([], ['not'])
    """
    rest = without_phrases(text, after, language)
    if language in WITH_NUMERO:
        rest = _NUMERO.sub(lambda hit: " " * len(hit[0]), rest + after)[: len(text)]
    return sorted(_counted(cut(rest), language))


def is_no_longer(text: str, span: Span) -> bool:
    """Say whether the French word at `span` is a `plus` behind a `ne` of its clause.

    >>> is_no_longer("Il ne vient plus.", Span(12, 16)), is_no_longer("Elle est plus", Span(9, 13))
    (True, False)
    """
    if text[span.start : span.end].lower() != "plus":
        return False
    before = text[max(0, span.start - FRENCH_REACH_LETTERS) : span.start]
    clause = re.split(r"[.!?;:…\n]", before)[-1]
    near = [*cut(clause)[1 - FRENCH_REACH :], "plus"]
    return _counted(near, "fr")[-1:] == ["plus"]


def turns_doubt(old: str, new: str, language: str) -> bool:
    """Say whether one of two texts says that there is no doubt, and the other doubts.

    >>> turns_doubt("is no doubt", "are doubts", "en"), turns_doubt("No doubt", "Surely", "en")
    (True, False)
    """
    return _is_doubted(old, new, language) or _is_doubted(new, old, language)


def _is_doubted(sure: str, other: str, language: str) -> bool:
    doubt = _DOUBT.get(language)
    if doubt is None or not doubt.search(other) or not doubt.search(sure):
        return False
    rest = without_phrases(sure, "", language)
    return not doubt.search(rest) and without_phrases(other, "", language) == other


def _counted(tokens: Sequence[str], language: str) -> list[str]:
    known = lexicon(language).negations
    found: list[str] = []
    ne_index = -FRENCH_REACH
    for index, token in enumerate(tokens):
        lower = token.lower()
        if lower in known:
            ne_index = index if lower == "ne" else ne_index
            found.append(known[lower])
        elif language == "en" and (lower.endswith(("n't", "n’t")) or lower in _BARE):
            found.append("not")
        elif language == "fr" and len(lower) > 2 and lower[0] == "n" and lower[1] in "'’":
            ne_index = index
            found.append("ne")
        elif language == "fr" and lower == "plus" and index - ne_index < FRENCH_REACH:
            found.append("plus")
    return found


def negations_around(text: str, span: Span) -> list[str]:
    """Give the Chinese negations in `span` of `text`, read with the signs beside them.

    >>> negations_around("他不会来", Span(1, 3)), negations_around("非常好", Span(0, 1))
    (['不'], [])
    >>> negations_around("差不多三年", Span(0, 3)), negations_around("差不多三年", Span(1, 2))
    ([], ['不'])
    """
    first = max(0, span.start - HAN_CONTEXT)
    around = text[first : span.end + HAN_CONTEXT]
    inside = range(span.start - first, span.end - first)
    is_lone = len(inside) == 1
    found = (_HAN_LONE if is_lone else _HAN).finditer(around)
    hits = [hit for hit in found if hit.start() in inside]
    if hits and not is_lone:
        quiet = [
            range(*word.span())
            for word in _HAN_WORDS.finditer(around)
            if not word["whole"] or (word.start() in inside and word.end() - 1 in inside)
        ]
        hits = [hit for hit in hits if not any(hit.start() in word for word in quiet)]
    return sorted(_HAN_KEYS.get(hit[0], hit[0]) for hit in hits)


def is_lone_negation(old: str, new: str) -> bool:
    """Say whether a Chinese sign that negates came or went by itself, as from 不仅 to 仅."""
    return not (old and new) and (old or new) in _HAN_SIGNS
