"""Puts back what stands between two paragraphs of the article, and an extractor left out.

Extractors judge each element by itself: a short sub-head, or a list, may lose. What stands directly
between two paragraphs that are surely of the article, as their sibling, is of the article too,
unless it is all links. Paragraphs are left to the extractor: it may have parted one in two.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resiliparse.parse.html import ElementNode, HTMLTree

from archiver.model import Block
from archiver.text.pages.dom import is_elsewhere, line, select

HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("ul", "ol"))
LINKED = 0.5
"""Of the letters of an element that are links: with more it points elsewhere."""
LONG = 40
"""Letters of a paragraph by which it is known for sure."""


class _Own(NamedTuple):
    """A child of the element that holds the article, and the block it is, if it is one."""

    node: ElementNode
    text: str
    place: int | None


def with_what_is_between(blocks: Sequence[Block], tree: HTMLTree) -> tuple[Block, ...]:
    """Give the blocks with the sub-heads and lists that stand between them on the page."""
    places = {block.text: place for place, block in enumerate(blocks)}
    starts = {
        block.text[:LONG]: place for place, block in enumerate(blocks) if len(block.text) > LONG
    }
    put: dict[int, list[Block]] = {}
    for home in _homes(tree, places):
        children = [
            _Own(
                child, text, places.get(text, starts.get(text[:LONG]) if len(text) > LONG else None)
            )
            for child in home.child_nodes
            if isinstance(child, ElementNode)
            for text in (line(child),)
        ]
        known = [at for at, child in enumerate(children) if child.place is not None]
        if len(known) < 2:
            continue
        after = -1
        for child in children[known[0] : known[-1] + 1]:
            if child.place is None:
                put.setdefault(after, []).extend(_left_out(child, places))
                continue
            after = child.place
    found: list[Block] = []
    for place, block in enumerate(blocks):
        found.append(block)
        found += put.get(place, ())
    return tuple(found)


def _homes(tree: HTMLTree, places: dict[str, int]) -> list[ElementNode]:
    """Give the elements that directly hold two or more paragraphs of the article."""
    found: list[ElementNode] = []
    counts: list[int] = []
    for node in select(tree, "p"):
        parent = node.parent_element
        if parent is None or line(node) not in places or is_elsewhere(node):
            continue
        if found and found[-1] == parent:
            counts[-1] += 1
        elif parent in found:
            counts[found.index(parent)] += 1
        else:
            found.append(parent)
            counts.append(1)
    return [home for home, n in zip(found, counts, strict=True) if n > 1]


def _left_out(child: _Own, places: dict[str, int]) -> Iterator[Block]:
    """Give what an element between two paragraphs says, if it is text and not links."""
    node = child.node
    if not child.text or _linked_share(node, child.text) > LINKED:
        return
    if node.tag in HEADINGS:
        yield Block("heading", child.text)
    elif node.tag in LISTS:
        items = [line(item) for item in node.query_selector_all("li")[:]]
        yield from (Block("list_item", text) for text in items if text and text not in places)


def _linked_share(node: ElementNode, text: str) -> float:
    linked = sum(len(line(link)) for link in node.query_selector_all("a")[:])
    return linked / len(text)
