"""The front page and the page of a site: what changed lately, where, and how openly."""

import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlencode

from archiver.errors import LookupFailedError
from archiver.model import Article
from archiver.store import lately
from archiver.store.changes import GRADES, KINDS
from archiver.web import archive, pages
from archiver.web.charts import Chart, chart, first_day
from archiver.web.history import Told, told

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

EDITS_N: Final = 20
ARTICLES_N: Final = 30
SIDE_N: Final = 10
"""Articles and sites listed beside the edits."""

SITES_N: Final = 200
"""Sites offered in the form; any other can be typed."""

TOLD: Final = ("announced", "silent")
FILTER_NAMES: Final = ("grade", "kind", "site", "told", "since")
TEXT_MAX: Final = 300
"""Letters of a filter that are looked at."""


class Tag(NamedTuple):
    """A filter in use, and the query without it."""

    name: str
    value: str
    without: str


class Listed(NamedTuple):
    """An edit in a list, and whether the page told of it."""

    edit: lately.Lately
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """A page of edits."""

    listed: tuple[Listed, ...]
    older: str
    """The query that gives older ones, "" where there are none."""
    is_cut: bool
    looked_at: int = lately.LOOKED_AT


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front page shows."""

    edits: Edits
    filters: lately.Filters
    tags: tuple[Tag, ...]
    query: str
    """The filters, for the address of a feed."""
    chart: Chart | None
    sites: tuple[lately.Site, ...]
    most_revised: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """What the page of a site shows."""

    site: lately.Site
    habits: lately.Habits
    chart: Chart | None
    edits: Edits
    articles: tuple[Article, ...]
    older: str
    is_first: bool


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    return [
        (rf"{pages.DATABASE}/changes$", pages.answering(_front)),
        (rf"{pages.DATABASE}/site/(?P<host>[^/]+?)$", pages.answering(_site)),
        (r"^/(\.(?P<format>jsono?))?$", _start),
    ]


def asked(request: "Request") -> lately.Filters:
    """Read the filters of an address; what is none of the known values filters nothing."""
    values = {
        name: (request.args.get(name) or "").strip()[:TEXT_MAX]
        for name in (*FILTER_NAMES, "before")
    }
    article = (request.args.get("article") or "").strip()
    return lately.Filters(
        grade=values["grade"] if values["grade"] in GRADES else "",
        kind=values["kind"] if values["kind"] in KINDS else "",
        site=values["site"],
        told=values["told"] if values["told"] in TOLD else "",
        since=values["since"],
        before=values["before"],
        article_id=int(article)
        if article.isdecimal() and len(article) <= pages.DIGITS_MAX
        else None,
    )


def query_of(filters: lately.Filters, **other: str) -> str:
    """Give the query of an address that asks for `filters`, some of them otherwise.

    >>> query_of(lately.Filters(grade="number", site="a.example"), site="")
    'grade=number'
    """
    values = {name: getattr(filters, name) for name in FILTER_NAMES} | other
    if filters.article_id is not None:
        values["article"] = str(filters.article_id)
    return urlencode({name: value for name, value in values.items() if value})


def edits_page(connection: sqlite3.Connection, filters: lately.Filters, most: int) -> Edits:
    """Give a page of edits that fit."""
    found = lately.page(connection, filters, most)
    return Edits(
        listed=tuple(Listed(edit, told(edit.disclosed, edit.grades)) for edit in found.edits),
        older=query_of(filters, before=found.following) if found.following else "",
        is_cut=found.is_cut,
    )


def _charted(connection: sqlite3.Connection, site_id: int | None = None) -> Chart | None:
    """Give the chart of the weeks up to the last edit; None where there was none."""
    last = lately.latest_day(connection, site_id)
    if not last:
        return None
    return chart(lately.days(connection, first_day(last), last, site_id), last)


def front(connection: sqlite3.Connection, filters: lately.Filters) -> Front:
    """Tell what changed lately."""
    tags = [
        Tag(name, getattr(filters, name), query_of(filters, **{name: ""}))
        for name in FILTER_NAMES
        if getattr(filters, name)
    ]
    return Front(
        edits=edits_page(connection, filters, EDITS_N),
        filters=filters,
        tags=tuple(tags),
        query=query_of(filters),
        chart=_charted(connection),
        sites=tuple(lately.sites(connection, SITES_N)),
        most_revised=tuple(lately.most_revised(connection, SIDE_N)),
    )


def known_site(connection: sqlite3.Connection, host: str) -> lately.Site:
    """Give the site, or raise LookupFailedError."""
    site = lately.site(connection, host)
    if site is None:
        raise LookupFailedError(f"{host}: no article of that site is in this archive.")
    return site


def site_page(connection: sqlite3.Connection, host: str, before: str) -> SitePage:
    """Tell how a site edits, or raise LookupFailedError."""
    site = known_site(connection, host)
    articles = list(lately.articles_of(connection, site.id, before=before, most=ARTICLES_N + 1))
    last = articles[ARTICLES_N - 1] if len(articles) > ARTICLES_N else None
    return SitePage(
        site=site,
        habits=lately.habits(connection, site.id),
        chart=_charted(connection, site.id),
        edits=edits_page(connection, lately.Filters(site=host), SIDE_N),
        articles=tuple(articles[:ARTICLES_N]),
        older=urlencode({"before": f"{last.last_changed}~{last.id}"}) if last else "",
        is_first=not before,
    )


async def _front(datasette: "Datasette", request: "Request") -> "Response":
    database = await archive.requested(datasette, request)
    filters = asked(request)
    shown = await database.execute_fn(lambda connection: front(connection, filters))
    url = pages.urls(datasette, database.name)
    context = {
        "archive": database.name,
        "front": shown,
        "latest": pages.fragment("_archiver_edits.html", edits=shown.edits, url=url),
        "grades": tuple(reversed(GRADES)),
        "kinds": KINDS,
        "side_n": SIDE_N,
        "url": url,
    }
    return await pages.page(datasette, request, "archiver_front.html", context)


async def _site(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils import tilde_decode

    database = await archive.requested(datasette, request)
    host = tilde_decode(request.url_vars["host"])
    before = (request.args.get("before") or "")[:TEXT_MAX]
    shown = await database.execute_fn(lambda connection: site_page(connection, host, before))
    url = pages.urls(datasette, database.name)
    context = {
        "archive": database.name,
        "page": shown,
        "latest": pages.fragment("_archiver_edits.html", edits=shown.edits, url=url),
        "url": url,
    }
    return await pages.page(datasette, request, "archiver_site.html", context)


async def _start(datasette: "Datasette", request: "Request") -> "Response":
    """Lead from the first page to what changed lately, where one archive is all that is served.

    Only where the setting `front` of the plugin says so, as `archiver serve` has it: elsewhere
    the first page is Datasette's own.
    """
    from datasette.views.index import IndexView

    names = [name for name in datasette.databases if name not in {"_internal", "_memory"}]
    wanted = (datasette.plugin_config("archiver") or {}).get("front")
    is_page = not request.url_vars.get("format")
    if wanted and is_page and len(names) == 1 and await archive.holds_archive(datasette, names[0]):
        return pages.redirect(archive.front_url(datasette, names[0]))
    view = IndexView(datasette)
    answer: Response = await view.dispatch_request(request)
    return answer
