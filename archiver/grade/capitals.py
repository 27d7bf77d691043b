"""Words that a document writes with a capital inside its sentences: names, wherever they stand."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from archiver.diff import tokens
from archiver.grade.names import name_key
from archiver.grade.patterns import words
from archiver.model import Block, Document

ADDRESSES: Final = words("Mr. Mrs. Ms. Dr. Prof. Sen. Gov. Rep. Sr. Sra.")
"""What stands before a name alone, though a full stop is between them."""


class Capitals:
    """What the capitals of one document say; many changes may ask, so it is read once."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def inside(self) -> frozenset[str]:
        """The words with a capital inside a sentence, and never without one in the same block."""
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


def _capitals(block: Block) -> Iterator[tuple[str, bool]]:
    """Give each word with a capital, and whether what stands before it does not end a sentence."""
    for before, part in pairwise(("", *block.text.split(" "))):
        if part[:1].isupper():
            is_inside = before[-1:].islower() or before[-1:] == "," or before in ADDRESSES
            yield name_key(tokens(part)[0]), is_inside
