"""Feeds of changes: Atom (RFC 4287) and JSON Feed 1.1, with the words of each edit in it."""

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from archiver.render.visible import visible
from archiver.store.search import ChangeHit, Results, Stand, TextHit, Wanted
from archiver.store.search import search as search_texts
from archiver.web import archive, front, history, pages, search

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

ENTRIES_N: Final = 25
FORM: Final = r"\.(?P<form>atom|feed\.json)$"
ATOM: Final = "http://www.w3.org/2005/Atom"
EPOCH: Final = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated."""

CONTENT_TYPES: Final = {
    "atom": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}

NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, escaped or not."""

BETWEEN: Final = "\x1e"
"""Parts the entries a template made. No entry holds it: what is hidden in texts is shown."""


class Entry(NamedTuple):
    """One entry: `key` names it in every archive that recorded the same, `html` shows it."""

    key: str
    title: str
    address: str
    author: str
    updated: str
    html: str


class Feed(NamedTuple):
    """A feed, before it is written in one form or the other."""

    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        return max((entry.updated for entry in self.entries), default=EPOCH)


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of feeds, in either form."""
    return [
        (rf"{pages.DATABASE}/changes{FORM}", pages.answering(_changes)),
        (rf"{pages.DATABASE}/article/{pages.ARTICLE}{FORM}", pages.answering(_changes)),
        (rf"{pages.DATABASE}/site/(?P<host>[^/]+?){FORM}", pages.answering(_changes)),
        (rf"{pages.DATABASE}/search{FORM}", pages.answering(_search)),
    ]


async def _changes(datasette: "Datasette", request: "Request") -> "Response":
    """Answer with the latest edits of the archive, of an article or of a site, by filters."""
    from datasette.utils import tilde_decode

    database = await archive.requested(datasette, request)
    filters = front.asked(request)
    title, page = "What changed", archive.front_url(datasette, database.name)
    if "article_id" in request.url_vars:
        article_id = pages.number_in(request, "article_id")
        article = await database.execute_fn(
            lambda connection: history.known_article(connection, article_id)
        )
        filters = filters._replace(article_id=article_id)
        title = article.title or article.uri
        page = archive.article_url(datasette, database.name, article_id)
    if "host" in request.url_vars:
        host = tilde_decode(request.url_vars["host"])
        await database.execute_fn(lambda connection: front.known_site(connection, host))
        filters = filters._replace(site=host)
        title, page = f"What changed on {host}", archive.site_url(datasette, database.name, host)
    edits = await database.execute_fn(
        lambda connection: front.edits_page(connection, filters, ENTRIES_N)
    )
    listed: Sequence[front.Listed] = edits.listed
    shown = _rendered("archiver_feed_edits.html", listed)
    entries = [
        Entry(
            key=f"{edit.uri} {edit.old_name} {edit.name}",
            title=edit.title,
            address=archive.compare_url(
                datasette, database.name, edit.article_id, edit.old_name, edit.name
            ),
            author=edit.site,
            updated=edit.first_seen,
            html=html,
        )
        for (edit, _), html in zip(listed, shown, strict=True)
    ]
    query = (
        front.query_of(filters) if "form" in request.url_vars and page.endswith("changes") else ""
    )
    said = f"{title}: {query.replace('&', ', ')}" if query else title
    return _written(
        datasette, request, Feed(said, "", f"{page}?{query}" if query else page, tuple(entries))
    )


async def _search(datasette: "Datasette", request: "Request") -> "Response":
    """Answer with what a search finds, the newest last seen first."""
    database = await archive.requested(datasette, request)
    wanted = search.asked(request)[0]._replace(order="newest")
    results: Results = await database.execute_fn(
        lambda connection: search_texts(connection, wanted, most=ENTRIES_N)
    )
    hits: list[TextHit | ChangeHit] = [*results.texts, *results.changes]
    shown = _rendered("archiver_feed_hits.html", hits)
    entries = [
        _hit_entry(datasette, database.name, wanted, hit, html)
        for hit, html in zip(hits, shown, strict=True)
    ]
    entries.sort(key=lambda entry: entry.updated, reverse=True)
    page = f"{archive.search_url(datasette, database.name)}?{search.query_of(wanted)}"
    title = f"Search for {wanted.query} in {wanted.where}"
    return _written(datasette, request, Feed(title, "", page, tuple(entries)))


def _hit_entry(
    datasette: "Datasette", database: str, wanted: Wanted, hit: TextHit | ChangeHit, html: str
) -> Entry:
    stand: Stand = hit.stands[0] if isinstance(hit, TextHit) else hit.stand
    if isinstance(hit, TextHit):
        address = archive.version_url(datasette, database, stand.article_id, stand.name)
    else:
        address = archive.compare_url(
            datasette, database, stand.article_id, hit.old_name, stand.name
        )
    snippet = "".join(part.text for part in hit.snippet)
    return Entry(
        key=f"{stand.uri} {stand.name} {wanted.where} {hit.field} {snippet}",
        title=stand.title,
        address=address,
        author=stand.site,
        updated=stand.first_seen,
        html=html,
    )


def _rendered(template: str, items: Sequence[object]) -> list[str]:
    """Give the HTML of each item. One template makes all: to start one takes longer than to run."""
    return str(pages.fragment(template, items=items, between=BETWEEN)).split(BETWEEN)[:-1]


def _written(datasette: "Datasette", request: "Request", feed: Feed) -> "Response":
    from datasette.utils.asgi import Response

    root = datasette.absolute_url(request, "/").rstrip("/")

    def absolute(path: str) -> str:
        return f"{root}{path}"

    form = request.url_vars["form"]
    entries = tuple(entry._replace(address=absolute(entry.address)) for entry in feed.entries)
    whole = Feed(feed.title, absolute(request.full_path), absolute(feed.page), entries)
    body = atom(whole) if form == "atom" else json_feed(whole)
    return Response(body, headers=dict(pages.HEADERS), content_type=CONTENT_TYPES[form])


def _id(key: str) -> str:
    """Name an entry the same in every archive: RFC 4122, version 5."""
    return uuid5(NAMESPACE_URL, key.encode("utf-8", "replace").decode()).urn


def _legal(text: str) -> str:
    return NO_XML.sub("\ufffd", text)


def atom(feed: Feed) -> str:
    """Write `feed` as Atom."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")

    def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
        element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
        element.text = _legal(text) or None

    add(root, "title", visible(feed.title))
    add(root, "id", feed.address)
    add(root, "updated", feed.updated)
    add(root, "link", rel="self", href=feed.address, type="application/atom+xml")
    add(root, "link", rel="alternate", href=feed.page, type="text/html")
    add(root, "generator", "archiver")
    for entry in feed.entries:
        node = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        add(node, "title", visible(entry.title))
        add(node, "id", _id(entry.key))
        add(node, "updated", entry.updated)
        author = ElementTree.SubElement(node, f"{{{ATOM}}}author")
        add(author, "name", visible(entry.author))
        add(node, "link", rel="alternate", href=entry.address, type="text/html")
        add(node, "content", entry.html, type="html")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def json_feed(feed: Feed) -> str:
    """Write `feed` as JSON Feed 1.1."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": visible(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "items": [
            {
                "id": _id(entry.key),
                "url": entry.address,
                "title": visible(entry.title),
                "content_html": _legal(entry.html),
                "date_published": entry.updated,
                "authors": [{"name": visible(entry.author)}],
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(document, ensure_ascii=False)
