"""What a page says of itself: headline, standfirst, byline, section and dates, by where it says so.

Every place is kept. A guess is none: nothing here is worked out from the address or the body.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin

from resiliparse.parse.html import ElementNode, HTMLTree

from archiver.errors import InputError
from archiver.model import Claim, ClaimName
from archiver.text.fields import is_byline, split_updated
from archiver.text.normalise import normalise
from archiver.text.pages.claimed_dates import moment, says_updated
from archiver.text.pages.dom import attribute, is_elsewhere, lines, select
from archiver.text.pages.linked_data import Node, article_node, names, text_of
from archiver.uri import uri_r

META: dict[ClaimName, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title"),
    "standfirst": ("og:description", "description", "twitter:description"),
    "byline": ("author", "article:author", "parsely-author", "byl"),
    "section": ("article:section", "parsely-section"),
    "claimed_published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "date",
    ),
    "claimed_modified": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
    ),
}
"""Names of `meta` elements by what they claim, best first."""

LINKED: dict[ClaimName, str] = {
    "headline": "headline",
    "standfirst": "description",
    "section": "articleSection",
    "claimed_published": "datePublished",
    "claimed_modified": "dateModified",
}
"""Properties of schema.org by what they claim."""

STANDFIRST = (
    '[itemprop="description"], [class*="standfirst" i], [class*="subhead" i]:not(body),'
    ' [class*="article__dek" i], [class*="subtitle" i]'
)
BYLINE = '[rel="author"], [itemprop="author"], [class*="byline" i]'
AGES = '[class*="update" i], [class*="modified" i], [class*="timestamp" i], [class*="date" i], time'
LANGUAGES = (
    ("html[lang]", "lang"),
    ("html", "xml:lang"),
    ('meta[property="og:locale"]', "content"),
    ('meta[http-equiv="content-language" i]', "content"),
)
SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]+$")
"""What a title ends in beside the headline: " | The Daily Post"."""

MOST_CHARACTERS = 1_000
"""Of one claim; a standfirst has 400."""
MOST_ELEMENTS = 50
"""Of one kind that are looked at: a page with more is a list of articles."""


def claims(tree: HTMLTree, nodes: list[Node], canonical: str = "") -> tuple[Claim, ...]:
    """Give all that a page claims of itself, each claim once for each place, in a fixed order.

    `nodes` are its linked data, `canonical` the address it names as its own.
    """
    article = article_node(nodes, canonical)
    found: list[Claim] = []
    metas = _metas(tree)
    for name, keys in META.items():
        if name == "byline":
            found += _claims(name, "json-ld", [", ".join(names(article.get("author"), nodes))])
        elif name in LINKED:
            found += _claims(name, "json-ld", [text_of(article.get(LINKED[name]))])
        for key in keys:
            found += _claims(name, key if ":" in key else f"meta {key}", metas.get(key, ()))
        found += _visible(tree, name)
    return tuple(dict.fromkeys(found))


def best(found: Sequence[Claim], name: ClaimName) -> str:
    """Give the one claim that stands for a field, "" where there is none.

    The first place has it, in the order of `claims`, so that a page that adds a place of lower
    rank changes nothing. The headline is what a reader sees, the `h1`, where a second place
    says much the same; else what the page tells machines, without the name of the site.
    """
    own = [one for one in found if one.name == name]
    if name == "headline":
        return _headline({one.source: one.text for one in reversed(own)})
    if name in {"claimed_published", "claimed_modified"}:
        own.sort(key=lambda one: not one.moment)  # "5 minutes ago" only where nothing else is
    if name == "byline":
        own = [one for one in own if not one.text.startswith("http")]  # a profile is no name
    return own[0].text if own else ""


def canonical_uri(tree: HTMLTree, base: str = "") -> str:
    """Give the address that a page names as its own, in its one spelling; "" where it has none."""
    for selector, name in (
        ('link[rel~="canonical" i]', "href"),
        ('meta[property="og:url"]', "content"),
    ):
        for node in select(tree, selector, 1):
            try:
                return uri_r(urljoin(base, attribute(node, name).strip()))
            except (InputError, ValueError):
                continue
    return ""


def language(tree: HTMLTree) -> str:
    """Give the language as the page names it: `lang` of its root, else its locale."""
    for selector, name in LANGUAGES:
        for node in select(tree, selector, 1):
            if given := attribute(node, name).strip():
                return given
    return ""


def _headline(texts: dict[str, str]) -> str:
    told = texts.get("json-ld") or texts.get("og:title") or texts.get("twitter:title") or ""
    seen = texts.get("h1", "")
    title = SITE_NAME.sub("", texts.get("title", ""))
    if seen and (not told or _alike(seen, told) or _alike(seen, title)):
        return seen
    return SITE_NAME.sub("", told) if told and told == texts.get("title") else told or seen or title


def _alike(one: str, other: str) -> bool:
    """Say whether two headlines share half their words: one may be cut, or reworded for search."""
    was, now = set(one.lower().split()), set(other.lower().split())
    return 2 * len(was & now) >= min(len(was), len(now)) > 0


def _claims(name: ClaimName, source: str, texts: Iterable[str]) -> Iterator[Claim]:
    is_date = name in {"claimed_published", "claimed_modified"}
    for text in texts:
        if text and len(text) <= MOST_CHARACTERS:
            yield Claim(name, source, text, moment(text) if is_date else "")


def _metas(tree: HTMLTree) -> dict[str, list[str]]:
    """Give the texts of all `meta` elements by their name in lower case."""
    found: dict[str, list[str]] = {}
    for node in select(tree, "meta[content]"):
        keys = (attribute(node, name) for name in ("property", "name", "itemprop", "http-equiv"))
        key = next(filter(None, keys), "")
        text = normalise(attribute(node, "content"))
        if key and text:
            found.setdefault(key.strip().lower(), []).append(text)
    return found


def _visible(tree: HTMLTree, name: ClaimName) -> Iterator[Claim]:
    """Give what readers see of a claim, in the page's own elements."""
    if name == "headline":
        yield from _claims(name, "h1", lines(_own(tree, "h1"))[:1])
        yield from _claims(name, "title", [normalise(tree.title or "")])
    elif name == "standfirst":
        yield from _claims(name, "visible", lines(_own(tree, STANDFIRST))[:1])
    elif name == "byline":
        found = lines(_own(tree, BYLINE))
        yield from _claims(name, "visible", [split_updated(text)[0] for text in found][:1])
        if not found:
            bylines = [text for text in lines(_own(tree, "p")) if is_byline(text)]
            yield from _claims(name, "visible", [split_updated(text)[0] for text in bylines][:1])
    elif name == "claimed_published":
        yield from _times(tree, name, '[itemprop="datePublished"], time[pubdate], time[datetime]')
    elif name == "claimed_modified":
        yield from _times(tree, name, '[itemprop="dateModified"]')
        for text in lines(_own(tree, AGES)):
            if says_updated(text):
                yield from _claims(name, "visible", [split_updated(text)[1]])
                break


def _times(tree: HTMLTree, name: ClaimName, selector: str) -> Iterator[Claim]:
    for node in _own(tree, selector)[:1]:
        given = attribute(node, "datetime") or attribute(node, "content") or node.text or ""
        yield from _claims(name, "time", [normalise(given)])


def _own(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """Give the elements of a selector that stand in no other article's place on the page."""
    return [node for node in select(tree, selector, MOST_ELEMENTS) if not is_elsewhere(node)]
