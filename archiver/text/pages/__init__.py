"""Read a news page as an article: the extractor "article/1".

The body is what trafilatura takes for the article; headline, standfirst, byline, dates and captions
are what the page itself says they are (`claims`); a second extractor gives its opinion.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from archiver.model import Block, Document, Doubt
from archiver.text.decode import Decoded
from archiver.text.pages.bounds import refuse_hostile

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

NUMBER = "article/1"
"""Grows when the same page would be read differently."""

MOST_NESTING = 1_000
"""Elements in one another: lxml stops at 256 or takes minutes; articles have up to 60."""


HEAD = 3
"""Blocks at the head of a body among which the headline and the standfirst may stand again."""


@cache
def extractor() -> str:
    """Give the name, number and options that go into each document."""
    from importlib.metadata import version

    libraries = (f"{name}/{version(name)}" for name in ("trafilatura", "resiliparse"))
    return " ".join((NUMBER, *libraries, "precision"))


def read(
    decoded: Decoded, *, uri: str = "", status: int = 0, final_uri: str = ""
) -> Document | Doubt:
    """Give the document of a page, or why it holds no article.

    `uri` is the address that was asked for, `final_uri` where redirects led, `status` the HTTP
    status; "" and 0 where they are not known, as of files. The same page always gives the same
    document. Raise ExtractError for a page that no parser should be given.
    """
    from resiliparse.parse.html import HTMLTree

    refuse_hostile(decoded.text, MOST_NESTING)
    tree = HTMLTree.parse(decoded.text)
    document = _document(decoded, tree, final_uri or uri)
    if not document.blocks:
        return Doubt("suspect", "no-text", "no text of an article was found on the page")
    return document


def _document(decoded: Decoded, tree: "HTMLTree", base: str) -> Document:
    from archiver.text.pages.captions import captions
    from archiver.text.pages.claims import best, canonical_uri, claims, language
    from archiver.text.pages.furniture import without_furniture
    from archiver.text.pages.ladder import climb
    from archiver.text.pages.linked_data import linked_data
    from archiver.text.pages.second import second_opinion

    canonical = canonical_uri(tree, base)
    nodes = linked_data(tree)
    claimed = claims(tree, nodes, canonical)
    blocks, rung = climb(decoded, tree, nodes)
    blocks = tuple(without_furniture(blocks, tree))
    headline, standfirst = best(claimed, "headline"), best(claimed, "standfirst")
    found = captions(tree, blocks)
    apart = {headline, standfirst, *(f"{one.text} {one.credit}".strip() for one in found)}
    notes = (f"read as {rung}",) if rung != "precision" else ()
    return Document(
        extractor=extractor(),
        headline=headline,
        standfirst=standfirst,
        byline=best(claimed, "byline"),
        claimed_published=best(claimed, "claimed_published"),
        claimed_modified=best(claimed, "claimed_modified"),
        captions=found,
        blocks=tuple(_without(blocks, apart)),
        section=best(claimed, "section"),
        claims=claimed,
        second_opinion=second_opinion(tree),
        canonical_uri=canonical,
        language=language(tree),
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes),
    )


def _without(blocks: Sequence[Block], apart: Collection[str]) -> Iterator[Block]:
    """Leave out what stands beside the body as a field: headings at its head, and captions."""
    for place, block in enumerate(blocks):
        is_head = place < HEAD and block.text in apart
        is_caption = block.text in apart and block.kind == "paragraph"
        if not (is_head or is_caption):
            yield block
