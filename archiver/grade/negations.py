"""Negations in a text: the words that negate, but not in a phrase where they do not."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from archiver.diff import tokens as cut
from archiver.grade.items import Span
from archiver.grade.lexicon import lexicon

_ALWAYS: Final = (
    r"(?![不没沒](?<=(.)[不没沒])\1)(?:"
    "(?<!不得)不(?![过過仅僅但久断斷管禁妨料论論然丹锈鏽]|得不|列[颠顛]|[莱萊]梅)"
    "|(?<![沉淹吞埋湮覆])没(?![收落])|(?<![沉淹吞埋湮覆])沒(?![收落])|未(?![来來免])"
    "|无(?![论論锡錫疑非])|無(?![论論锡錫疑非])|勿"
    "|非(?=法(?![院国國官郎语語]))|(?<![除是无無南北西东東中])非(?![常洲凡裔盟遗遺])"
    "|(?<=是)非(?=[\u4e00-\u9fff])(?![之不观觀曲对對题題的与與和功成恩])"
    "|(?<=中)非(?![合关關论論友峰共经經常洲凡裔盟遗遺]))"
)
"""Signs that negate, but not in words such as 非常 (very), 未来 (future), 无论 (whichever).

Nor in a question that leaves the choice, such as 会不会."""

_IN_PHRASES: Final = (
    "不(?=同(?!意)|动产|動產|[少光止只单單时時日惜幸愧已]|等(?![于於他她我你]))"
    "|[无無](?=[线線数數辜偿償比奈聊缝縫形]|人[机機驾駕艇船车車潜潛系])|未(?=成年)"
)
"""Signs in words such as 不同 (various), 无人机 (drone): they count where they alone changed."""

_HAN_LONE: Final = re.compile(_ALWAYS)
_HAN: Final = re.compile(f"(?!{_IN_PHRASES})(?:{_ALWAYS})")
_HAN_KEYS: Final = {"沒": "没", "無": "无"}
_HAN_SIGNS: Final = frozenset("不没沒未无無非勿")

HAN_CONTEXT: Final = 3
"""Signs on either side that are read with a negation, to know the word it stands in."""

FRENCH_REACH: Final = 8
"""Tokens, blanks among them, behind `ne` within which `plus` means "no longer"."""

AFTER: Final = 4
"""Letters behind a change that are read with it: the figure behind a lone `No. `."""

_PHRASES: Final[Mapping[str, str]] = {
    "en": r"no doubt|without (?:a |any )?doubt|without question|not (?:only|just|merely|simply"
    r"|solely|least|to mention)|no (?:less|fewer|later) than|no (?:sooner|matter|wonder)"
    r"|nothing (?:but|short of|less than)|none (?:other than|the less)|whether or not"
    r"|more often than not|not-for-profits?|non-(?:profits?|stop)|never-ending",
    "de": r"nicht (?:nur|bloß|zuletzt|allein|selten|umsonst|weniger als|minder|wahr)"
    r"|ohne (?:(?:jeden )?zweifel|frage|weiteres)|nichts (?:anderes )?als",
    "fr": r"sans (?:aucun |nul )?doute|sans (?:cesse|arrêt|conteste|(?:plus )?(?:tarder|attendre))"
    r"|non (?:seulement|loin)|n['’]importe (?:qu\w+|où|comment)|n['’]est-ce pas|rien que"
    r"|rien de moins|ni plus ni moins|pas moins",
    "es": r"sin embargo|no obstante|sin (?:lugar a )?dudas?(?: alguna)?|sin (?:cesar|parar)"
    r"|no (?:s[oó]lo|solamente|únicamente|bien|menos de)|nada menos|ni más ni menos"
    r"|nada más(?= \w+[aei]r\b)",
}
"""What as a whole negates nothing, such as `no doubt`; where `no` alone went, that counts."""

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
    pattern = _phrases(language) if found else None
    if pattern is None:
        return found
    text = "".join(tokens)
    rest = pattern.sub(" ", text)
    return found if rest == text else _counted(cut(rest), language)


def negations_before(text: str, after: str, language: str) -> list[str]:
    """Give the negations in `text`, where `No` before a figure is none; `after` follows it.

    >>> negations_before("No", ". 5 was late", "en"), negations_before("No", " man", "en")
    ([], ['not'])
    """
    bare = _NUMERO.sub(lambda hit: " " * len(hit[0]), text + after)[: len(text)]
    return sorted(negations(cut(bare), language))


def _counted(tokens: Sequence[str], language: str) -> list[str]:
    known = lexicon(language).negations
    found: list[str] = []
    ne_index = -FRENCH_REACH
    for index, token in enumerate(tokens):
        lower = token.lower()
        if lower in known:
            ne_index = index if lower == "ne" else ne_index
            found.append(known[lower])
        elif language == "en" and lower.endswith(("n't", "n’t")):
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
    """
    first = max(0, span.start - HAN_CONTEXT)
    around = text[first : span.end + HAN_CONTEXT]
    pattern = _HAN_LONE if span.end - span.start == 1 else _HAN
    hits = (hit for hit in pattern.finditer(around) if span.start <= first + hit.start() < span.end)
    return sorted(_HAN_KEYS.get(hit[0], hit[0]) for hit in hits)


def is_lone_negation(old: str, new: str) -> bool:
    """Say whether a Chinese sign that negates came or went by itself, as from 不仅 to 仅."""
    return not (old and new) and (old or new) in _HAN_SIGNS
