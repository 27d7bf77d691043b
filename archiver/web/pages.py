"""Our pages and where they are: an article's history, two versions compared, one version."""

import sqlite3
from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archiver.errors import ArchiverError, LookupFailedError, WithdrawnError
from archiver.model import Version
from archiver.render.visible import visible
from archiver.store import permanent, queries
from archiver.web import archive, citation, compare, conditional, history
from archiver.web.cells import STYLE_PATH
from archiver.web.marks import marks
from archiver.web.phrases import counted, duration, moment, span

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request, Response
    from jinja2 import Environment
    from markupsafe import Markup

View = Callable[["Datasette", "Request"], Awaitable["Response"]]

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Our pages run no script at all, not even Datasette's (which only closes open menus)."""

DATABASE: Final = r"^/(?P<database>[^/]+)/-"
ARTICLE: Final = r"(?P<article_id>[0-9]+)"
NAME: Final = rf"(?:{permanent.PATTERN}|[0-9]+)"
"""A version: its permanent name, or its number, which redirects there."""
PAIR: Final = rf"(?P<old>{NAME})\.\.\.(?P<new>{NAME})"

SAID: Final = {
    "moment": moment,
    "span": span,
    "duration": duration,
    "counted": counted,
    "parts": marks,
    "visible": visible,
}
"""What all our templates say things with."""

DIGITS_MAX: Final = 18
"""What always fits into SQLite's integers."""


class TooLongError(ArchiverError):
    """An article whose versions together are more than a page reads."""


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of our pages, and what answers at each."""
    return [
        (rf"{DATABASE}/article/{ARTICLE}$", answering(_article)),
        (rf"{DATABASE}/article$", answering(_address)),
        (rf"{DATABASE}/version/{ARTICLE}/(?P<name>{NAME})$", answering(_version)),
        (rf"{DATABASE}/compare/{ARTICLE}$", answering(_choose)),
        (rf"{DATABASE}/compare/{ARTICLE}/{PAIR}$", answering(_compare)),
        (rf"{DATABASE}/compare/{ARTICLE}/{PAIR}\.json$", answering(_compare_json)),
        (rf"{DATABASE}/edit/(?P<version_id>[0-9]+)$", answering(_edit)),
        (rf"^{STYLE_PATH.replace('.', '[.]')}$", _style),
    ]


def answering(view: View) -> Callable[..., Awaitable[Any]]:
    """Let `view` answer as Datasette calls views: what is not there is a page that says so."""

    async def answer(datasette: "Datasette", request: "Request") -> "Response":
        from datasette.utils.asgi import Response

        try:
            response = await view(datasette, request)
        except WithdrawnError as error:  # RFC 7725
            return await refused(datasette, request, "archiver_withdrawn.html", error, 451)
        except LookupFailedError as error:
            return await refused(datasette, request, "archiver_missing.html", error, 404)
        except conditional.NotModifiedError as known:
            return Response("", status=304, headers={**HEADERS, "ETag": known.tag})
        if response.status == 200:
            response.headers.update(conditional.headers(request))
        return response

    return answer


def bounded(view: View) -> View:
    """Let `view` answer; what would take long is a page that says so."""

    async def answer(datasette: "Datasette", request: "Request") -> "Response":
        try:
            return await view(datasette, request)
        except TooLongError as error:
            return await refused(datasette, request, "archiver_long.html", error, 422)

    return answer


async def refused(
    datasette: "Datasette", request: "Request", template: str, error: Exception, status: int
) -> "Response":
    """Say why there is no answer: to people with `template`, to programs as Datasette does."""
    from datasette.utils.asgi import Response

    if request.path.endswith(".json"):
        document = {"ok": False, "error": str(error), "status": status, "title": None}
        return Response.json(document, status=status, headers=dict(HEADERS))
    return await page(datasette, request, template, {"sentence": str(error)}, status=status)


async def page(
    datasette: "Datasette",
    request: "Request",
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> "Response":
    """Answer with `template`, which has `context` and what all our pages say things with."""
    from datasette.utils.asgi import Response

    html = await datasette.render_template(template, {**context, **SAID}, request=request)
    html = html.replace("<html>", '<html lang="en">', 1)  # Datasette's base says no language
    return Response(
        html, status=status, headers=dict(HEADERS), content_type="text/html; charset=utf-8"
    )


@lru_cache(maxsize=1)
def _fragments() -> "Environment":
    from jinja2 import Environment, PackageLoader

    return Environment(loader=PackageLoader("archiver.web"), autoescape=True)


def fragment(template: str, **context: Any) -> "Markup":
    """Give `template` with `context`, as a part of a page or the whole of a small file.

    Its templates await nothing: Datasette's own ask of each call whether they must, which takes
    half the time of a long list.
    """
    from markupsafe import Markup

    return Markup(_fragments().get_template(template).render(**context, **SAID))  # noqa: S704 - autoescaped


def number_in(request: "Request", name: str) -> int:
    """Give the number that the address holds under `name`."""
    return int(name_in(request, name))


def name_in(request: "Request", name: str) -> str:
    """Give the name or number that the address holds under `name`, no number too long for a row."""
    found: str = request.url_vars[name]
    if found.isdigit() and len(found) > DIGITS_MAX:
        raise LookupFailedError(f"{found[:DIGITS_MAX]}…: no article has a number so long.")
    return found


async def _article(datasette: "Datasette", request: "Request") -> "Response":
    database = await archive.requested(datasette, request)
    article_id = number_in(request, "article_id")
    asked = request.args.get("before") or ""
    before = int(asked) if asked.isdecimal() and len(asked) <= DIGITS_MAX else None
    told = await database.execute_fn(
        lambda connection: history.history(connection, article_id, before)
    )
    context = {
        "archive": database.name,
        "told": told,
        "url": urls(datasette, database.name),
        "permanent": datasette.absolute_url(
            request, archive.address_url(datasette, database.name, told.article.uri)
        ),
    }
    return await page(datasette, request, "archiver_article.html", context)


async def _address(datasette: "Datasette", request: "Request") -> "Response":
    """Redirect from the address of an article to its page: row ids differ between archives."""
    database = await archive.requested(datasette, request)
    uri = request.args.get("url") or ""
    article_id = await database.execute_fn(lambda connection: queries.article_at(connection, uri))
    return redirect(archive.article_url(datasette, database.name, article_id))


async def _version(datasette: "Datasette", request: "Request") -> "Response":
    database = await archive.requested(datasette, request)
    article_id, name = number_in(request, "article_id"), name_in(request, "name")
    reading = await database.execute_fn(
        lambda connection: history.reading(connection, article_id, name)
    )
    here = archive.version_url(datasette, database.name, article_id, reading.version)
    if name.isdigit():
        return redirect(with_query(here, request))
    context = {
        "archive": database.name,
        "reading": reading,
        "url": urls(datasette, database.name),
        "permanent": datasette.absolute_url(request, here),
        "citation": citation.text(citation.Source.of(datasette, request, database.name, reading)),
    }
    return await page(datasette, request, "archiver_version.html", context)


async def _compare(datasette: "Datasette", request: "Request") -> "Response":
    database = await archive.requested(datasette, request)
    article_id, old, new = await pair(database, request)
    if request.url_vars["old"].isdigit() or request.url_vars["new"].isdigit():
        here = archive.compare_url(datasette, database.name, article_id, old, new)
        return redirect(with_query(here, request))
    compared = await compare.compared(database, article_id, old.number, new.number)
    context = {
        "archive": database.name,
        "shown": compare.shown(
            compared,
            view="side" if request.args.get("view") == "side" else "inline",
            unfolded=request.args.get("context") == "all",
            dims=request.args.get("dim") == "typography",
        ),
        "summary": compare.summary(compared),
        "here": datasette.absolute_url(
            request, archive.compare_url(datasette, database.name, article_id, old, new)
        ),
        "card": datasette.absolute_url(
            request, archive.card_url(datasette, database.name, article_id, old, new)
        ),
        "url": urls(datasette, database.name),
    }
    return await page(datasette, request, "archiver_compare.html", context)


async def _compare_json(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    from archiver.render.machine import comparison_json

    database = await archive.requested(datasette, request)
    article_id, old, new = await pair(database, request)
    compared = await compare.compared(database, article_id, old.number, new.number)
    return Response.json(comparison_json(compared), headers=dict(HEADERS))


async def pair(database: "Database", request: "Request") -> tuple[int, Version, Version]:
    """Give the article's id and the two versions that the address names."""
    article_id = number_in(request, "article_id")
    old, new = name_in(request, "old"), name_in(request, "new")

    def found(connection: sqlite3.Connection) -> tuple[Version, Version]:
        article = history.known_article(connection, article_id)
        return history.named(connection, article, old), history.named(connection, article, new)

    return (article_id, *await database.execute_fn(found))


async def _choose(datasette: "Datasette", request: "Request") -> "Response":
    """Redirect from the two versions picked in the form, the earlier one first."""
    database = await archive.requested(datasette, request)
    article_id = number_in(request, "article_id")
    asked = [request.args.get(side) or "" for side in ("old", "new")]
    old, new = await database.execute_fn(
        lambda connection: history.pair(connection, article_id, asked[0], asked[1])
    )
    url = archive.compare_url(datasette, database.name, article_id, old, new)
    return redirect(f"{url}?view=side" if request.args.get("view") == "side" else url)


async def _edit(datasette: "Datasette", request: "Request") -> "Response":
    """Redirect from the row of a version to what made it: the comparison with the one before."""
    database = await archive.requested(datasette, request)
    version_id = number_in(request, "version_id")
    article_id, before, version = await database.execute_fn(
        lambda connection: history.edit(connection, version_id)
    )
    if before is None:
        return redirect(archive.version_url(datasette, database.name, article_id, version))
    return redirect(archive.compare_url(datasette, database.name, article_id, before, version))


def with_query(url: str, request: "Request") -> str:
    """Give `url` with the query of `request`."""
    return f"{url}?{request.query_string}" if request.query_string else url


def redirect(url: str) -> "Response":
    from datasette.utils.asgi import Response

    return Response.redirect(url, headers=dict(HEADERS))


async def _style() -> "Response":
    from datasette.utils.asgi import Response

    text = (Path(__file__).parent / "tables.css").read_text(encoding="utf-8")
    return Response(
        text,
        headers={"Cache-Control": "max-age=600", "X-Content-Type-Options": "nosniff"},
        content_type="text/css; charset=utf-8",
    )


def urls(datasette: "Datasette", database: str) -> dict[str, Callable[..., str]]:
    """Give what makes links in the templates: `url.version(article_id, number)` and so on."""

    def bound(make: Callable[..., str]) -> Callable[..., str]:
        return lambda *numbers: make(datasette, database, *numbers)

    return {
        "front": bound(archive.front_url),
        "search": bound(archive.search_url),
        "feed": bound(archive.feed_url),
        "site": bound(archive.site_url),
        "phrase": bound(archive.phrase_url),
        "article": bound(archive.article_url),
        "article_feed": bound(archive.article_feed_url),
        "version": bound(archive.version_url),
        "blame": bound(archive.blame_url),
        "cite": bound(archive.cite_url),
        "choose": bound(archive.chooser_url),
        "compare": bound(archive.compare_url),
        "openapi": bound(archive.openapi_url),
    }
