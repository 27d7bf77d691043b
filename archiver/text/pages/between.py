"""Puts back what stands between two paragraphs of the article, and an extractor left out.

Extractors judge each element by itself: a short sub-head, or a list, may lose. What stands directly
between two paragraphs that are surely of the article, as their sibling, is of the article too,
unless it is all links. Paragraphs are left to the extractor: it may have parted one in two.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from archiver.model import Block, BlockKind
from archiver.text.normalise import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("ul", "ol"))
LINKED = 0.5
"""Of the letters of an element that are links: with more it points elsewhere."""
MOST_CHILDREN = 2_000
"""Of an element; an article has 300 paragraphs."""


class Sibling(NamedTuple):
    """A paragraph, a sub-head or a list beside others; `texts` are those of its blocks."""

    tag: str
    texts: tuple[str, ...]


def families(tree: "HtmlElement") -> list[list[Sibling]]:
    """Give what stands beside each other in each element that holds two paragraphs or more."""
    counts: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        home = paragraph.getparent()
        if home is not None:
            counts[home] = counts.get(home, 0) + 1
    return [
        [
            sibling
            for child in home.iterchildren("p", *HEADINGS, *LISTS)
            if (sibling := _sibling(child)).texts
        ]
        for home, n in counts.items()
        if n > 1 and len(home) <= MOST_CHILDREN
    ]


def with_what_is_between(
    blocks: Sequence[Block], found: Sequence[Sequence[Sibling]]
) -> tuple[Block, ...]:
    """Give the blocks with the sub-heads and lists that stand between them on the page."""
    places = {block.text: place for place, block in enumerate(blocks)}
    put: dict[int, list[Block]] = {}
    for family in found:
        known = [at for at, one in enumerate(family) if one.tag == "p" and one.texts[0] in places]
        if len(known) < 2:
            continue
        after = -1
        for sibling in family[known[0] : known[-1] + 1]:
            if sibling.texts[-1] in places:
                after = places[sibling.texts[-1]]
            elif sibling.tag != "p":
                put.setdefault(after, []).extend(_blocks(sibling))
    return tuple(_woven(blocks, put)) if put else tuple(blocks)


def _woven(blocks: Sequence[Block], put: dict[int, list[Block]]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        yield block
        yield from put.get(place, ())


def _sibling(element: "HtmlElement") -> Sibling:
    """Give the texts of an element, none where it is mostly links."""
    if element.tag == "p":
        text = normalise(element.text_content())
        return Sibling("p", (text,) if text else ())
    items = list(element.iterchildren("li")) if element.tag in LISTS else [element]
    texts = tuple(filter(None, (normalise(item.text_content()) for item in items)))
    linked = sum(len(link.text_content().strip()) for link in element.iter("a"))
    return Sibling(element.tag, () if linked > LINKED * sum(map(len, texts)) else texts)


def _blocks(sibling: Sibling) -> Iterator[Block]:
    kind: BlockKind = "list_item" if sibling.tag in LISTS else "heading"
    yield from (Block(kind, text) for text in sibling.texts)
