"""Read a news page as an article: the extractor "article/1".

The body is what trafilatura takes for the article; headline, standfirst, byline, dates and captions
are what the page itself says they are (`claims`); a second extractor gives its opinion.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from archiver.model import Block, Document, Doubt
from archiver.text.decode import Decoded
from archiver.text.pages.bounds import refuse_hostile, refuse_too_much

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

    from archiver.text.pages.ladder import Found
    from archiver.text.pages.linked_data import Node

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

    from archiver.text.pages.ladder import climb
    from archiver.text.pages.linked_data import linked_data
    from archiver.text.pages.second import main_text
    from archiver.text.pages.states import doubt

    refuse_too_much(decoded.text)
    refuse_hostile(decoded.text, MOST_NESTING)
    tree = HTMLTree.parse(decoded.text)
    nodes = linked_data(tree)
    seen = main_text(tree)
    found = climb(decoded, tree, nodes, seen)
    document = _document(decoded, tree, nodes, found, seen, final_uri or uri)
    return (
        doubt(tree, document, uri=uri, status=status, final_uri=final_uri)
        or _collapsed(found)
        or document
    )


def _collapsed(found: "Found") -> Doubt | None:
    """Give why the text found cannot be all of the article, None where it may be."""
    if not found.blocks:
        return Doubt("suspect", "no-text", "no text of an article was found on the page")
    if found.holds:
        return None
    reason = (
        f"the text found has {found.words_n:.0f} words, but the page itself shows an article"
        f" of {found.shown_n:.0f}"
    )
    return Doubt("suspect", "collapsed-text", reason)


def _document(
    decoded: Decoded, tree: "HTMLTree", nodes: list["Node"], read: "Found", seen: str, base: str
) -> Document:
    from archiver.text.pages.captions import captions
    from archiver.text.pages.claims import best, canonical_uri, claims, language
    from archiver.text.pages.furniture import without_furniture
    from archiver.text.pages.links import links
    from archiver.text.pages.second import second_opinion

    canonical = canonical_uri(tree, base)
    claimed = claims(tree, nodes, canonical)
    blocks = tuple(without_furniture(read.blocks, tree))
    headline, standfirst = best(claimed, "headline"), best(claimed, "standfirst")
    pictured = captions(tree, blocks)
    apart = {headline, standfirst, *(f"{one.text} {one.credit}".strip() for one in pictured)}
    body = tuple(_without(blocks, apart))
    notes = (f"read as {read.rung}",) if read.rung != "precision" else ()
    return Document(
        extractor=extractor(),
        headline=headline,
        standfirst=standfirst,
        byline=best(claimed, "byline"),
        claimed_published=best(claimed, "claimed_published"),
        claimed_modified=best(claimed, "claimed_modified"),
        captions=pictured,
        blocks=body,
        section=best(claimed, "section"),
        claims=claimed,
        links=links(tree, body, base or canonical),
        second_opinion=second_opinion(seen),
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
