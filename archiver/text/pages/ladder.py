"""From the strictest reading of a page to the loosest: the first that holds up is the body.

What holds up is told from the page alone, never from an earlier version: the same bytes are the
same document, in whatever order they come.
"""

from collections.abc import Iterator
from typing import NamedTuple

from resiliparse.parse.html import HTMLTree

from archiver.model import Block
from archiver.text import html
from archiver.text.decode import Decoded
from archiver.text.fields import words_n
from archiver.text.pages.body import RUNGS, body
from archiver.text.pages.dom import is_elsewhere, line, select
from archiver.text.pages.linked_data import Node, article_body

SHARE = 0.5
"""Of what the page itself shows as the article, the body must have so many words."""

SMALL_PAGE = 300
"""Words of a page that may be its own article, with nothing around it."""

MOST_TAGS = 40_000
"""More than any article's page has (they have 2,000, a long policy 20,000): trafilatura's time
grows with their square."""

OWN = "article p, main p, [itemprop=articleBody] p"


class Found(NamedTuple):
    """The blocks of an article, how they were read, and what the page shows of it.

    `shown_n` is how many words the page itself shows as its article, 0 where it shows none.
    """

    blocks: tuple[Block, ...]
    rung: str
    shown_n: float = 0

    @property
    def words_n(self) -> float:
        return sum(words_n(block.text) for block in self.blocks)

    @property
    def holds(self) -> bool:
        """Whether this may be all of the article."""
        return bool(self.blocks) and self.words_n >= SHARE * self.shown_n


def climb(decoded: Decoded, tree: HTMLTree, nodes: list[Node], seen: str) -> Found:
    """Give the article as the strictest rung reads it that holds up; else the most that one does.

    `seen` is what another extractor takes for it. It has no blocks where there is nothing to read.
    """
    if decoded.text.count("<") > MOST_TAGS:
        blocks = html.read(decoded).blocks
        return Found(blocks, f"all text, as it has more than {MOST_TAGS:,} elements")
    shown_n = _shown(tree, nodes)
    quick = body(decoded.text, "quick")
    if Found(quick, "quick", max(shown_n, words_n(seen))).holds:
        return Found(quick, "precision", shown_n)
    most = Found((), "nothing")
    for found in _rungs(decoded, tree, shown_n):
        if found.holds:
            return found
        most = max(most, found, key=lambda one: one.words_n)
    if not most.blocks:
        whole = Found(html.read(decoded).blocks, "the whole page")
        return whole if whole.words_n <= SMALL_PAGE else most
    return most


def _rungs(decoded: Decoded, tree: HTMLTree, shown_n: float) -> Iterator[Found]:
    """Read the page as each rung does, only when asked for the next."""
    for rung in RUNGS:
        yield Found(body(decoded.text, rung), rung, shown_n)
    for selector in ("article", "main"):
        inner = select(tree, selector, 2)
        if len(inner) == 1:
            blocks = html.read(decoded._replace(text=inner[0].html)).blocks
            yield Found(blocks, f"all text of {selector}", shown_n)


def _shown(tree: HTMLTree, nodes: list[Node]) -> float:
    """Count the words that the page itself shows as an article: to search engines, or in its tags.

    Several articles on one page show nothing of the one.
    """
    told = words_n(article_body(nodes))
    if len(select(tree, "article", 2)) > 1:
        return told
    own = [line(node) for node in select(tree, OWN) if not is_elsewhere(node)]
    return max(told, sum(map(words_n, own)))
