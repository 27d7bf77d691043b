"""JSON-LD: what a page tells search engines of its article (schema.org, as W3C JSON-LD 1.1)."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from resiliparse.parse.html import HTMLTree

from archiver.text.normalise import normalise
from archiver.text.pages.dom import select

Node = dict[str, Any]

MOST_CHARACTERS = 2_000_000
"""Of all JSON-LD of a page together; an article's has 5,000."""

MOST_DEPTH = 20
MOST_NODES = 5_000

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Story|Column)$")
"""Types of schema.org that are an article: NewsArticle, BlogPosting, LiveBlogPosting, Report."""

AROUND = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?://\]\]>|\]\]>|-->)\s*;?\s*$")
TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")


def linked_data(tree: HTMLTree) -> list[Node]:
    """Give all nodes of a page's JSON-LD, in order; what cannot be read is passed over."""
    nodes: list[Node] = []
    left = MOST_CHARACTERS
    for script in select(tree, 'script[type*="ld+json"]'):
        text = AROUND.sub("", script.text_content or "")
        left -= len(text)
        if left < 0:
            break
        nodes += _nodes(_parsed(text), 0)
    return nodes[:MOST_NODES]


def article_node(nodes: list[Node], canonical: str) -> Node:
    """Give the node of the page's own article, empty where there is none.

    Of several the one at the page's own address, else the first: teasers of others come behind.
    """
    found = [node for node in nodes if any(map(ARTICLE.search, types(node)))]
    own = [node for node in found if canonical and canonical in _addresses(node)]
    return (own or found or [{}])[0]


def article_body(nodes: list[Node]) -> str:
    """Give the longest text that a page tells to be that of an article, "" where it tells none."""
    texts = (text_of(node.get("articleBody")) for node in nodes)
    return max(texts, key=len, default="")


def types(node: Node) -> list[str]:
    """Give the types of a node without their address: `https://schema.org/NewsArticle` too."""
    given = node.get("@type")
    listed = given if isinstance(given, list) else [given]
    return [re.split(r"[/#:]", one)[-1] for one in listed if isinstance(one, str)]


def text_of(value: object) -> str:
    """Give a text value as a reader would see it, "" for what is no text."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return normalise(unescape(value)) if isinstance(value, str) else ""


def names(value: object, nodes: list[Node]) -> list[str]:
    """Give the names of people or organisations: texts, nodes, or references to nodes."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            known = one if "name" in one else _by_id(one.get("@id"), nodes)
            found.append(text_of(known.get("name")))
        else:
            found.append(text_of(one))
    return list(dict.fromkeys(filter(None, found)))


def _by_id(identity: object, nodes: list[Node]) -> Node:
    return next(
        (node for node in nodes if identity and node.get("@id") == identity and "name" in node), {}
    )


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return [one for one in (node.get("url"), inner, node.get("@id")) if isinstance(one, str)]


def _parsed(text: str) -> object:
    """Read JSON as real pages write it: with raw line feeds in texts, and commas too many."""
    for spelling in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(spelling, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    """Give the nodes in a value, outer ones first: lists, `@graph`, and what a page is about."""
    if depth > MOST_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)
