"""What a page says of itself: headline, standfirst, byline, section and dates, by where it says so.

Every place is kept. A guess is none: nothing here is worked out from the address or the body.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urljoin

from resiliparse.parse.html import HTMLTree

from archiver.errors import InputError
from archiver.model import CLAIMED_DATES, Claim, ClaimName
from archiver.text.normalise import normalise
from archiver.text.pages import claims_seen as seen
from archiver.text.pages.claimed_dates import is_relative, moment
from archiver.text.pages.dom import attribute, line, select
from archiver.text.pages.linked_data import Node, article_node, breadcrumb, names, text_of
from archiver.uri import uri_r

META: dict[ClaimName, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "parsely-title", "dc.title"),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description"),
    "byline": (
        "author",
        "article:author",
        "parsely-author",
        "byl",
        "dc.creator",
        "sailthru.author",
    ),
    "section": ("article:section", "parsely-section"),
    "claimed_published": (
        "article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "date",
    ),
    "claimed_modified": (
        "article:modified_time",
        "article:modified",
        "og:updated_time",
        "og:modified_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "article.updated",
        "last-modified",
        "lastmod",
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

HEADINGS = frozenset(seen.HEADINGS)

BREADCRUMB = (
    '[class*="breadcrumb" i] a, [id*="breadcrumb" i] a, [aria-label*="breadcrumb" i] a,'
    ' [itemtype*="BreadcrumbList"] [itemprop="name"]'
)
HOME = re.compile(
    r"home|start(?:seite)?|accueil|inicio|portada|home ?page|首页|главная", re.IGNORECASE
)
LANGUAGES = (
    ("html[lang]", "lang"),
    ("html", "xml:lang"),
    ('meta[property="og:locale"]', "content"),
    ('meta[http-equiv="content-language" i]', "content"),
)
TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
"""A language tag (RFC 5646), with the low line of `og:locale`."""
SITE_NAME = re.compile(r"\s+[|–—·»:-]\s+[^|–—·»]+$")
"""What a title ends in beside the headline: " | The Daily Post"."""
ANNOUNCES = re.compile(
    r"(?:(?:written|words|story|text|reported|reporting)\s+)?(?:by|von|par|por|di|da)\b\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
CUT_OFF = re.compile(r"\s*(?:\.{3,}|…|\[(?:\.{3}|…)\])$")
ADDRESS = re.compile(r"(?:https?:)?//|www\.|@", re.IGNORECASE)

MOST_CHARACTERS = 1_000
"""Of one claim; a standfirst has 400."""


def claims(tree: HTMLTree, nodes: list[Node], canonical: str = "") -> tuple[Claim, ...]:
    """Give all that a page claims of itself, each claim once for each place, in a fixed order.

    The order is by name, then by rank of the place: linked data, `meta` elements, what shows.
    `nodes` are the page's linked data, `canonical` the address it names as its own.
    """
    article = article_node(nodes, canonical)
    metas = _metas(tree)
    title = normalise(tree.title or "")
    told = [text_of(article.get("headline")), *metas.get("og:title", ()), title]
    headline = seen.heading(tree, [one for one in told if one])
    dated = list(seen.dates(tree, headline))
    shown: dict[ClaimName, list[tuple[str, str]]] = {
        "headline": [
            *([(headline.tag or "", line(headline))] if headline else []),
            ("title", title),
        ],
        "standfirst": [("visible", seen.standfirst(tree, headline))],
        "byline": [(source, text) for text, source in [seen.byline(tree)]],
        "section": [("breadcrumb", _section(tree, nodes, told))],
    }
    for kind in ("claimed_published", "claimed_modified"):
        shown[kind] = [(source, text) for name, source, text in dated if name == kind]
    found: list[Claim] = []
    for name, keys in META.items():
        if name == "byline":
            found += _claims(name, "json-ld", [", ".join(names(article.get("author"), nodes))])
        else:
            found += _claims(name, "json-ld", [text_of(article.get(LINKED[name]))])
        for key in keys:
            source = key if key.startswith(("og:", "twitter:")) else f"meta {key}"
            found += _claims(name, source, metas.get(key, ()))
        for source, text in shown[name]:
            found += _claims(name, source, [text])
    return tuple(dict.fromkeys(found))


def best(found: Sequence[Claim], name: ClaimName) -> str:
    """Give the one text that stands for a field, "" where there is none.

    It should change when the publisher edits, and for no other reason. So the order of places is
    fixed, and what is told to machines goes first: templates and experiments change what shows
    (a date of reading, an account beside a name), and rarely that. Where the first place gives
    nothing, the next has it; a page that adds a place of lower rank changes nothing.

    The headline is the exception: what a reader sees, the heading, goes first, where the page
    tells machines much the same, for `og:title` and the title are reworded for search and
    sharing, tested on readers, and bear the name of the site. A description that is cut off is
    passed over for a whole one that starts the same; the words that announce a byline go, since
    only some places have them; a date that counts from now is never chosen.
    """
    own = [one for one in found if one.name == name]
    if name == "headline":
        return _headline({one.source: one.text for one in reversed(own)})
    if name == "standfirst":
        return _whole([one.text for one in own])
    if name == "byline":
        return ANNOUNCES.sub("", own[0].text, 1) if own else ""
    if name in CLAIMED_DATES:
        own = sorted(
            (one for one in own if not is_relative(one.text)), key=lambda one: not one.moment
        )
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
            given = attribute(node, name).strip()
            if TAG.fullmatch(given):
                return given
    return ""


def _headline(texts: Mapping[str, str]) -> str:
    """Choose the headline from its texts by place, as `best` says."""
    shown = next((text for source, text in texts.items() if source in HEADINGS), "")
    title = texts.get("title", "")
    told = [text for source, text in texts.items() if source not in HEADINGS and source != "title"]
    if shown and (not told or any(_alike(shown, text) for text in (*told, title))):
        return shown
    return _without_site(told[0], (*told[1:], title)) if told else SITE_NAME.sub("", title)


def _without_site(text: str, others: Iterable[str]) -> str:
    """Take the name of the site off a headline that another place gives with it, or without."""
    bare = SITE_NAME.sub("", text)
    return bare if any(other in {text, bare} for other in others) else text


def _alike(one: str, other: str) -> bool:
    """Say whether two headlines share half their words: one may be cut, or reworded for search.

    The name of the site, which `other` may end in, does not count.
    """
    was, now = set(seen.words(one)), set(seen.words(SITE_NAME.sub("", other)))
    return 2 * len(was & now) >= min(len(was), len(now)) > 0


def _whole(texts: Sequence[str]) -> str:
    """Give the first description, or the first whole one that starts as it does, if it is cut."""
    if not texts:
        return ""
    start = CUT_OFF.sub("", texts[0])
    if start == texts[0]:
        return texts[0]
    longer = (text for text in texts[1:] if text.startswith(start) and not CUT_OFF.search(text))
    return next(longer, texts[0])


def _section(tree: HTMLTree, nodes: list[Node], told: Sequence[str]) -> str:
    """Give the last part of the way to the article that is neither the front page nor itself."""
    way = breadcrumb(nodes) or [line(node) for node in select(tree, BREADCRUMB, 10)]
    own = [one for one in told if one]
    named = [part for part in way if part and not HOME.fullmatch(part)]
    return next((part for part in reversed(named) if not any(part in one for one in own)), "")


def _claims(name: ClaimName, source: str, texts: Iterable[str]) -> Iterator[Claim]:
    for text in texts:
        is_profile = name == "byline" and ADDRESS.match(text) is not None
        if text and len(text) <= MOST_CHARACTERS and not is_profile:
            yield Claim(name, source, text, moment(text) if name in CLAIMED_DATES else "")


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
