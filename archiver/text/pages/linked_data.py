"""JSON-LD: what a page tells search engines of its article (schema.org, as W3C JSON-LD 1.1)."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

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
SURELY = re.compile(r"(?:Article|Posting)$")
"""A review may be one of a shop that the article speaks of."""

START = re.compile(r"[\[{]")
WRAPPED = re.compile(r"^\s*(?:/[/*])?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*/)?")
TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")
INNER = ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "breadcrumb")
"""Properties whose nodes are the page's own; `mentions` or `hasPart` may be other articles."""


def linked_data(tree: HTMLTree) -> list[Node]:
    """Give all nodes of a page's JSON-LD, in order; what cannot be read is passed over."""
    nodes: list[Node] = []
    left = MOST_CHARACTERS
    for script in select(tree, 'script[type*="ld+json" i]'):
        text = script.text_content or ""
        left -= len(text)
        if left < 0 or len(nodes) >= MOST_NODES:
            break
        for value in _parsed(text):
            nodes += _nodes(value, 0)
    return nodes[:MOST_NODES]


def article_node(nodes: list[Node], canonical: str) -> Node:
    """Give the node of the page's own article, empty where there is none.

    Of several those at the page's own address, each filling in what the ones before it do not
    say; else the first that names no address, then the first of all: teasers of others come behind.
    """
    found = [node for node in nodes if any(map(ARTICLE.search, types(node)))]
    found.sort(key=lambda node: not any(map(SURELY.search, types(node))))
    place = _place(canonical)
    own = [node for node in found if place and place in map(_place, _addresses(node))]
    own.sort(key=lambda node: canonical not in _addresses(node))
    if own:
        return {key: value for node in reversed(own) for key, value in node.items()}
    unnamed = [node for node in found if not any(map(_place, _addresses(node)))]
    return (unnamed or found or [{}])[0]


def article_body(nodes: list[Node]) -> str:
    """Give the longest text that a page tells to be that of an article, "" where it tells none."""
    texts = (text_of(node.get("articleBody")) for node in nodes)
    return max(texts, key=len, default="")


def is_accessible_for_free(nodes: list[Node], canonical: str = "") -> bool | None:
    """Say whether the page's own article is free to read, None where the page does not say."""
    given = article_node(nodes, canonical).get("isAccessibleForFree")
    if isinstance(given, str):
        spelled = given.strip().lower().removeprefix("http://schema.org/")
        return {"true": True, "yes": True, "false": False, "no": False}.get(spelled)
    return given if isinstance(given, bool) else None


def breadcrumb(nodes: list[Node]) -> list[str]:
    """Give the way to the page from the front page, as it tells it: names of sections."""
    for node in nodes:
        items = node.get("itemListElement")
        if "BreadcrumbList" in types(node) and isinstance(items, list):
            inner = [one for one in items if isinstance(one, dict)]
            named = (one.get("name") or _item(one).get("name") for one in inner)
            return [name for name in map(text_of, named) if name]
    return []


def types(node: Node) -> list[str]:
    """Give the types of a node without their address: `https://schema.org/NewsArticle` too."""
    given = node.get("@type")
    listed = given if isinstance(given, list) else [given]
    return [re.split(r"[/#:]", one)[-1] for one in listed if isinstance(one, str)]


def text_of(value: object) -> str:
    """Give a text value as a reader would see it, "" for what is no text."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str | dict)), "")
    if isinstance(value, dict):
        value = value.get("@value", "")
    return normalise(unescape(value)) if isinstance(value, str) else ""


def names(value: object, nodes: list[Node]) -> list[str]:
    """Give the names of people or organisations: texts, nodes, or references to nodes."""
    found: list[str] = []
    for one in _flat(value, 0):
        if isinstance(one, dict):
            known = one if "name" in one else _by_id(one.get("@id"), nodes)
            found += [text_of(name) for name in _flat(known.get("name"), 0)]
        else:
            found.append(text_of(one))
    return list(dict.fromkeys(filter(None, found)))


def _flat(value: object, depth: int) -> Iterator[object]:
    """Give the values of lists in lists, one after another."""
    if not isinstance(value, list):
        yield value
    elif depth < MOST_DEPTH:
        for one in value:
            yield from _flat(one, depth + 1)


def _item(element: Node) -> Node:
    item = element.get("item")
    return item if isinstance(item, dict) else {}


def _by_id(identity: object, nodes: list[Node]) -> Node:
    return next(
        (node for node in nodes if identity and node.get("@id") == identity and "name" in node), {}
    )


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return [one for one in (node.get("url"), inner, node.get("@id")) if isinstance(one, str)]


def _place(uri: str) -> str:
    """Give what tells two addresses of one site apart: host and path, "" where there is no path.

    The scheme, "www." and a slash at the end differ between the places of one page.
    """
    try:
        parts = urlsplit(uri.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}" if path else ""


def _parsed(text: str) -> Iterator[object]:
    """Read JSON as real pages write it: wrapped in comments, raw line feeds in texts, commas too
    many, marks as entities, several values in a row.
    """
    text = WRAPPED.sub("", text)
    for spelling in (text, TRAILING_COMMA.sub("", text), unescape(text)):
        values = list(_values(spelling))
        if values:
            yield from values
            return


def _values(text: str) -> Iterator[object]:
    decoder = json.JSONDecoder(strict=False)
    at = START.search(text)
    while at is not None:
        try:
            value, end = decoder.raw_decode(text, at.start())
        except (ValueError, RecursionError):
            return  # what follows may be the inside of what is broken
        yield value
        at = START.search(text, end)


def _nodes(value: object, depth: int) -> Iterator[Node]:
    """Give the nodes in a value, outer ones first: lists, `@graph`, and what a page is about."""
    if depth > MOST_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in INNER:
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)
