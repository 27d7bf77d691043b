"""The text of an article, told from the page around it: trafilatura's choice, as our blocks.

A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool", ACL 2021. What it takes
for the article is kept; how it writes that down is not: its XML becomes blocks of known kinds.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from archiver.model import Block, BlockKind
from archiver.text.normalise import normalise
from archiver.text.pages.between import families, with_what_is_between
from archiver.text.pages.prune import prune

if TYPE_CHECKING:
    from lxml.etree import _Element

Rung = Literal["quick", "precision", "balanced", "recall"]
"""How much trafilatura takes for the article, the least first; `quick` is as strict as
`precision`, but asks no other extractor: it is right nearly always, in half the time."""

RUNGS: tuple[Rung, ...] = ("precision", "balanced", "recall")

PARAGRAPH_BREAK = re.compile(r"\n\s*\n\s*")
"""Two line breaks in a row part paragraphs, one is a blank."""

CELLS_OF_LAYOUT = frozenset(("head", "list", "quote", "table", "div"))
"""What makes a table cell a part of the page's layout, not of a row of data."""


def body(text: str, rung: Rung = "precision") -> tuple[Block, ...]:
    """Give the blocks of the article in a page, none where there is no article to be found.

    The same page always gives the same blocks: nothing is remembered from one page to the next.
    """
    import logging

    from lxml.etree import LxmlError
    from trafilatura import bare_extraction, load_html

    # What it has to say of a page it cannot read is said by us.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(text)
    if tree is None:
        return ()
    prune(tree)
    beside = families(tree)
    try:
        found = bare_extraction(
            tree,
            fast=rung == "quick",
            favor_precision=rung in {"quick", "precision"},
            favor_recall=rung == "recall",
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            with_metadata=False,
            deduplicate=False,
        )
    except (LxmlError, AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError):
        return ()  # it met a tree that it was not made for
    root = getattr(found, "body", None)
    return () if root is None else with_what_is_between(list(_joined(_blocks(root))), beside)


def _blocks(parent: "_Element") -> Iterator[Block]:
    """Give the blocks of an element that holds other blocks, and text of its own between them."""
    yield from _paragraphs("paragraph", parent.text or "")
    for element in parent:
        match element.tag:
            case "head":
                yield from _paragraphs("heading", _text(element))
            case "list":
                yield from _items(element)
            case "quote":
                yield from _quote(element)
            case "table":
                yield from _rows(element)
            case "code":
                yield from (Block("code", line) for line in _lines(element))
            case "div" | "body" | "main" | "section":
                yield from _blocks(element)
            case _:
                yield from _paragraphs("paragraph", _text(element))
        yield from _paragraphs("paragraph", element.tail or "")


def _items(listed: "_Element") -> Iterator[Block]:
    """Give the items of a list, those of a list inside an item after it."""
    for item in listed:
        inner = [child for child in item if child.tag == "list"]
        yield from _paragraphs("list_item", _text(item, without="list").replace("\n", " "))
        for nested in inner:
            yield from _items(nested)


def _quote(element: "_Element") -> Iterator[Block]:
    """Give the paragraphs of a quotation."""
    own = element.text or ""
    for child in element:
        if child.tag in {"p", "li", "item", "head", "quote", "list"}:
            yield from _paragraphs("quote", own)
            yield from _paragraphs("quote", _text(child))
            own = child.tail or ""
        else:
            own += _text(child) + (child.tail or "")
    yield from _paragraphs("quote", own)


def _rows(table: "_Element") -> Iterator[Block]:
    """Give the rows of a table, its cells joined; where it lays out the page, what it holds."""
    for row in table:
        cells = list(row) if row.tag == "row" else [row]
        if any(_is_layout(cell) for cell in cells):
            for cell in cells:
                yield from _blocks(cell)
            continue
        texts = [normalise(_text(cell).replace("\n", " ")) for cell in cells]
        if any(texts):
            yield Block("table_row", normalise(" | ".join(texts)))


def _is_layout(cell: "_Element") -> bool:
    return any(child.tag in CELLS_OF_LAYOUT for child in cell) or (
        sum(child.tag == "p" for child in cell) > 1
    )


def _lines(code: "_Element") -> Iterator[str]:
    return filter(None, map(normalise, _text(code).splitlines()))


def _text(element: "_Element", without: str = "") -> str:
    """Give all text of an element, line breaks as line feeds; but for children called `without`."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag != without:
            inner = _text(child)
            parts.append(f" {inner} " if child.tag in {"p", "item", "cell", "head"} else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def _paragraphs(kind: BlockKind, text: str) -> Iterator[Block]:
    """Give the paragraphs of a text, which two line breaks part."""
    for part in PARAGRAPH_BREAK.split(text) if "\n" in text else (text,):
        block = normalise(part.replace("\n", " "))
        if block:
            yield Block(kind, block)


def _joined(found: Iterator[Block]) -> Iterator[Block]:
    """Leave out a block that repeats the one before it, as trafilatura does with some headings."""
    before = None
    for block in found:
        if block != before:
            yield block
        before = block
