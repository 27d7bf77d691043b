"""Elements of a parsed page, and which of them belong to other articles than its own."""

import re
from collections.abc import Collection, Sequence

from resiliparse.parse.html import ElementNode, HTMLTree

from archiver.text.html import BREAKING, UNSEEN
from archiver.text.normalise import normalise

OTHERS = frozenset(("nav", "aside", "footer", "form", "a"))
"""Elements that hold no text of the article itself."""

RELATED = re.compile(
    r"related|recommend|promo|teaser|most-?read|trending|newsletter|comment|sidebar", re.IGNORECASE
)
"""Names of boxes beside an article."""

WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements that hold the article and more: their names say nothing of its parts."""

FEW = 2
"""Paragraphs that a box beside the article may have, though the page has no others."""

MOST = 2_000
"""Elements of one kind that are looked at: each is an object to make."""


def select(tree: HTMLTree, selector: str, most: int = MOST) -> list[ElementNode]:
    """Give the first elements that a CSS selector names, in the order of the page."""
    if tree.document is None:
        return []
    # A slice, for the collection is alive: each single access looks through the page anew.
    return list(tree.document.query_selector_all(selector)[:most])


def attribute(node: ElementNode, name: str) -> str:
    """Give an attribute, "" where it is not there."""
    return node.getattr(name) or ""


PARTED = ", ".join((*sorted(BREAKING | UNSEEN), "br"))
"""Elements without which all text of an element is one line: most paragraphs have none."""


def line(node: ElementNode) -> str:
    """Give the text of an element in one line, with a blank where a part stands on its own."""
    if node.query_selector(PARTED) is None:
        return normalise((node.text or "").replace("\n", " "))
    parts: list[str] = []
    for at in node:
        if at.tag in BREAKING or at.tag == "br":
            parts.append(" ")
        elif at.tag == "#text" and at.parent is not None and at.parent.tag not in UNSEEN:
            before = at.previous_sibling
            parts += (
                " " if before is not None and before.tag in (*BREAKING, "br") else "",
                at.value or "",
            )
    return normalise("".join(parts).replace("\n", " "))


def lines(nodes: Sequence[ElementNode]) -> list[str]:
    """Give the texts of elements that have any."""
    return [text for text in map(line, nodes) if text]


def is_elsewhere(node: ElementNode, tags: Collection[str] = OTHERS) -> bool:
    """Say whether an element stands in a menu, a side bar, a box of teasers, or inside a link.

    What holds most of the page's paragraphs is no box beside the article, whatever it is called:
    pages stand in a `form`, or in a `div` of class "content-with-sidebar".
    """
    at = node.parent_element
    while at is not None and at.tag not in WHOLE:
        named = at.tag in tags or RELATED.search(f"{attribute(at, 'class')} {attribute(at, 'id')}")
        if named and not _holds_most(at):
            return True
        at = at.parent_element
    return False


def _holds_most(node: ElementNode) -> bool:
    """Say whether an element holds most of the paragraphs of its page, and more than a few."""
    own_n = len(node.query_selector_all("p"))
    page = node.owner_document
    if own_n <= FEW or page is None:
        return False
    all_n: int = len(page.query_selector_all("p"))
    return 2 * own_n > all_n
