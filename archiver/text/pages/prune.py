"""Takes boxes out of a page that no article has, by how they are built, never by what they say.

A box with a form in it asks a reader for something: an address for a newsletter, a search, a sum to
give. Whatever its words, and whatever its class is called today, it is no part of the article.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOX_LETTERS = 400
"""Text of a box around a form; some sites wrap the whole page in one form, which has more."""

WHOLE = frozenset(("html", "body", "main", "article", "td", "tr", "table"))
"""Elements that hold more than a box, however little text is in them."""


def prune(tree: "HtmlElement") -> None:
    """Remove forms, each with the largest box around it that holds little else."""
    # `input` alone too: many forms are sent by scripts, without a form element.
    for field in tree.xpath("//form | //input[@type='email']"):
        box = _box(field)
        if box is not None and box.getparent() is not None:
            _drop(box)


def _box(field: "HtmlElement") -> "HtmlElement | None":
    box = None
    at = field
    while at is not None and at.tag not in WHOLE and _letters_n(at) <= BOX_LETTERS:
        box, at = at, at.getparent()
    return box


def _letters_n(element: "HtmlElement") -> int:
    return len(" ".join(element.text_content().split()))


def _drop(element: "HtmlElement") -> None:
    """Remove an element, and keep the text behind it."""
    tail, parent, before = element.tail, element.getparent(), element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    if parent is not None:
        parent.remove(element)
