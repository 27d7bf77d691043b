"""Words that a document writes with a capital inside its sentences: names, wherever they stand."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from archiver.diff import tokens
from archiver.grade.german_names import german_key, is_common, is_shown, word_before
from archiver.grade.names import name_key
from archiver.grade.patterns import words
from archiver.model import Block, Document

ADDRESSES: Final = words("Mr. Mrs. Ms. Dr. Prof. Sen. Gov. Rep. Sr. Sra.")
"""What stands before a name alone, though a full stop is between them."""


class Capitals:
    """What the capitals of one document say; many changes may ask, so it is read once."""

    def __init__(self, document: Document, language: str) -> None:
        self._document, self._language = document, language

    @cached_property
    def inside(self) -> frozenset[str]:
        """The words with a capital inside a sentence, and never without one in the same block.

        In German, acronyms, and what stands behind a forename or a title and never an article.
        """
        if self._language == "de":
            return _shown_in_german(self._document.blocks)
        found: set[str] = set()
        common: set[str] = set()
        for block in self._document.blocks:
            small = set(block.text.split(" "))
            for key, is_inside in _capitals(block):
                if key.lower() in small:
                    common.add(key)
                elif is_inside:
                    found.add(key)
        return frozenset(found - common)


def _shown_in_german(blocks: Iterable[Block]) -> frozenset[str]:
    found: set[str] = set()
    common: set[str] = set()
    for block in blocks:
        cut = tokens(block.text)
        for index, token in enumerate(cut):
            if token[0].isupper():
                if is_shown(cut, index) or (token.isupper() and _is_inside(cut, index)):
                    found.add(german_key(cut, index, name_key(token)))
                elif is_common(cut, index):
                    common.add(name_key(token))
    return frozenset(found - common)


def _is_inside(cut: Sequence[str], index: int) -> bool:
    """Say whether the word cut[index], of more than a letter, stands inside a sentence."""
    before = word_before(cut, index)
    return len(cut[index]) > 1 and (before == "," or before[-1:].islower())


def _capitals(block: Block) -> Iterator[tuple[str, bool]]:
    """Give each word with a capital, and whether what stands before it does not end a sentence."""
    for before, part in pairwise(("", *block.text.split(" "))):
        if part[:1].isupper():
            is_inside = before[-1:].islower() or before[-1:] == "," or before in ADDRESSES
            yield name_key(tokens(part)[0]), is_inside
