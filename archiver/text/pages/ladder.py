"""From the strictest reading of a page to the loosest: the first that holds up is the body.

What holds up is told from the page alone, never from an earlier version: the same bytes are the
same document, in whatever order they come.
"""

from collections.abc import Sequence

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


def climb(decoded: Decoded, tree: HTMLTree, nodes: list[Node]) -> tuple[tuple[Block, ...], str]:
    """Give the blocks of the article, and how they were read; none where nothing holds up."""
    if decoded.text.count("<") > MOST_TAGS:
        return html.read(decoded).blocks, f"all text, as it has more than {MOST_TAGS:,} elements"
    wanted = SHARE * _shown(tree, nodes)
    most: tuple[Block, ...] = ()
    for rung in RUNGS:
        blocks = body(decoded.text, rung)
        if blocks and _words(blocks) >= wanted:
            return blocks, rung
        most = max(most, blocks, key=_words)
    for selector in ("article", "main"):
        inner = select(tree, selector, 2)
        if len(inner) == 1:
            blocks = html.read(decoded._replace(text=inner[0].html)).blocks
            if blocks and _words(blocks) >= wanted:
                return blocks, f"all text of {selector}"
            most = max(most, blocks, key=_words)
    if not most:
        whole = html.read(decoded).blocks
        if 0 < _words(whole) <= SMALL_PAGE:
            return whole, "the whole page"
    return most, "what most was found"


def _words(blocks: Sequence[Block]) -> float:
    return sum(words_n(block.text) for block in blocks)


def _shown(tree: HTMLTree, nodes: list[Node]) -> float:
    """Count the words that the page itself shows as an article: to search engines, or in its tags.

    Several articles on one page show nothing of the one.
    """
    told = words_n(article_body(nodes))
    if len(select(tree, "article", 2)) > 1:
        return told
    own = [line(node) for node in select(tree, OWN) if not is_elsewhere(node)]
    return max(told, sum(map(words_n, own)))
