"""What language a document is in: what it says of itself, else its script and small words."""

import re
from collections.abc import Iterable
from typing import Final

from archiver.grade.lexicon import LEXICONS
from archiver.model import Block, Document

SAMPLE_LETTERS: Final = 1_500
"""Text read to guess a language; a paragraph is enough to tell four apart."""

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_KANA = re.compile("[\u3041-\u30fa]")
_WORD = re.compile(r"[^\W\d_]+")


def language(document: Document) -> str:
    """Give the two-letter language of `document`, "" where it is not known.

    >>> language(Document(extractor="", blocks=(Block("paragraph", "Der Rat und die Stadt."),)))
    'de'
    """
    if document.language:
        return re.split("[-_]", document.language.lower(), maxsplit=1)[0]
    return _guess(_sample(document.blocks) or document.headline)


def _sample(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    n = 0
    for block in blocks:
        parts.append(block.text)
        n += len(block.text)
        if n >= SAMPLE_LETTERS:
            break
    return "\n".join(parts)[:SAMPLE_LETTERS]


def _guess(text: str) -> str:
    if len(_HAN.findall(text)) * 5 > len(text):
        return "ja" if _KANA.search(text) else "zh"
    words = _WORD.findall(text.lower())
    hits = {
        name: sum(word in lexicon.small_words for word in words)
        for name, lexicon in LEXICONS.items()
    }
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] * 8 > len(words) else ""
