"""Captions and credits of an article's pictures, which extractors of its text leave out."""

from collections.abc import Sequence

from resiliparse.parse.html import ElementNode, HTMLTree

from archiver.model import Block, Caption
from archiver.text import fields
from archiver.text.pages.dom import OTHERS, WHOLE, is_elsewhere, line, select

CAPTION = (
    'figcaption, .wp-caption-text, [class*="image-caption" i], [class*="photo-caption" i],'
    ' [class*="media-caption" i], [itemprop="caption"]'
)
CREDIT = '[class*="credit" i], [class*="copyright" i], [itemprop="copyrightHolder"], small, cite'

MOST = 200
"""Captions of a page that are looked at; a gallery has 100."""
PARAGRAPHS = 5
"""Paragraphs by which the article's element is found."""
PAGE = frozenset(("html", "body"))
"""What holds the article, and everything else."""
NO_PLACE = OTHERS - {"a"}
"""Elements whose captions are not the article's; a link around a picture shows it large."""
START = 60
"""Letters by which a paragraph is found in the page."""


def captions(tree: HTMLTree, blocks: Sequence[Block]) -> tuple[Caption, ...]:
    """Give the captions that stand in the article of which `blocks` are the body, in order."""
    found: list[Caption] = []
    nodes = select(tree, CAPTION, MOST)
    home = _article(tree, blocks) if nodes else None
    taken: list[ElementNode] = []
    for node in nodes:
        if is_elsewhere(node, NO_PLACE) or any(outer.contains(node) for outer in taken):
            continue
        if home is not None and not home.contains(node):
            continue
        taken.append(node)
        caption = _caption(node)
        if (caption.text or caption.credit) and caption not in found:
            found.append(caption)
    return tuple(found)


def _caption(node: ElementNode) -> Caption:
    """Part a caption from its credit: by an element of its own, else by the words it uses."""
    text = line(node)
    for inner in node.query_selector_all(CREDIT):
        credit = line(inner)
        if credit and text.endswith(credit):
            return Caption(text.removesuffix(credit).strip(), credit)
    return fields.caption(text) or Caption(text)


def _article(tree: HTMLTree, blocks: Sequence[Block]) -> ElementNode | None:
    """Give the element that holds the article and its pictures, None where that is not clear.

    It is what holds the first paragraphs of the body, up to the `article` or `main` around them,
    else up to what holds their `h1` too: the picture at the top often stands beside the text.
    """
    wanted = {
        block.text[:START]
        for block in blocks
        if block.kind == "paragraph" and len(block.text) > START
    }
    own = [node for node in select(tree, "p") if line(node)[:START] in wanted][:PARAGRAPHS]
    if not own:
        return None
    inner = own[0].parent_element
    while inner is not None and not all(inner.contains(node) for node in own):
        inner = inner.parent_element
    at = headed = inner
    while at is not None and at.tag not in WHOLE:
        at = at.parent_element
        if headed is inner and at is not None and at.tag not in PAGE and at.query_selector("h1"):
            headed = at
    return at if at is not None and at.tag in {"article", "main"} else headed
