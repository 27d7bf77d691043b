"""What no article has: pages that a parser would take minutes or gigabytes to read."""

import re

from archiver.errors import ExtractError

MOST_NESTING = 60_000
"""The parser takes 3 s for 50,000 nested elements, and four times that for twice as many."""
MOST_TAGS = 250_000
"""Of a page that is read as an article: 500,000 elements take 9 s and 700 MB."""
LONG_TAG = 100_000
MOST_ATTRIBUTES = 5_000
"""Of one element: a parser compares each with all before it, so that a million take hours."""
HARMLESS_TAGS = 5_000
MOST_REBUILT = 10_000_000
"""Each paragraph opens anew all formatting elements left open before it, but of equal ones only
three (HTML Standard, 13.2.4.3): 3,000 of them before 3,000 paragraphs take 11 s."""
NO_ARTICLE = "no article does; save its text as .txt instead"
FORMATTING = frozenset((
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*")
UNNESTED = frozenset((
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "area",
    "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "path", "rect", "circle", "use",
))  # fmt: skip
"""Elements that end by themselves: an open tag is not one level more."""
NOT_EMPTY = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend",
    "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
    "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "tr", "ul", "xmp",
))  # fmt: skip
"""Elements that a slash does not end: `<div/>` is open."""


def refuse_too_much(text: str) -> None:
    """Raise ExtractError for a page with more elements, or more attributes, than an article has."""
    if text.count("<") > MOST_TAGS:
        raise ExtractError(f"has more than {MOST_TAGS:,} elements: {NO_ARTICLE}")
    for part in text.split("<") if len(text) > LONG_TAG else ():
        if len(part) > LONG_TAG:
            inside = part.partition(">")[0]
            if inside.count("=") > MOST_ATTRIBUTES or len(inside.split()) > 2 * MOST_ATTRIBUTES:
                raise ExtractError(
                    f"has an element of more than {MOST_ATTRIBUTES:,} attributes: {NO_ARTICLE}"
                )


def refuse_hostile(text: str, most_nesting: int = MOST_NESTING) -> None:
    """Raise ExtractError for a page with more nested or open elements than an article has."""
    if text.count("<") <= HARMLESS_TAGS:
        return
    depth = formatting = formatting_most = tags_n = 0
    distinct: set[str] = set()
    for tag in TAG.finditer(text):
        tags_n += 1
        name = tag["name"].lower()
        step = -1 if tag["end"] else 1
        if name in FORMATTING:
            formatting = max(0, formatting + step)
            formatting_most = max(formatting_most, formatting)
            distinct.add(tag[0])
        empty = tag[0].endswith("/") and name not in NOT_EMPTY  # as in SVG
        if name not in UNNESTED and not empty:
            depth = max(0, depth + step)
        if depth > most_nesting:
            raise ExtractError(f"nests more than {most_nesting:,} elements: {NO_ARTICLE}")
    if min(formatting_most, 3 * len(distinct)) * tags_n > MOST_REBUILT:
        raise ExtractError(f"leaves {formatting_most:,} formatting elements open: {NO_ARTICLE}")
