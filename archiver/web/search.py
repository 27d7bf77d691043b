"""Search in texts, and in what edits took out or put in."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args
from urllib.parse import urlencode

from archiver.store.changes import GRADES
from archiver.store.search import HITS_MAX, QUERY_MAX, Order, Results, Wanted, Where, search
from archiver.store.snippets import Part
from archiver.text.normalise import normalise
from archiver.web import archive, pages
from archiver.web.marks import Mark, marks

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

HITS_N: Final = 20
PAGES_MAX: Final = HITS_MAX // HITS_N
WHERE: Final[tuple[Where, ...]] = get_args(Where)
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


class Piece(NamedTuple):
    """A stretch of a snippet, or one hidden character of it; `is_hit` where it was found."""

    mark: Mark
    is_hit: bool


def pieces(snippet: tuple[Part, ...]) -> tuple[Piece, ...]:
    """Give `snippet` for a template. One call for each hit: calls are what costs there."""
    return tuple(Piece(mark, part.is_hit) for part in snippet for mark in marks(part.text))


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of the search, for people and for programs."""
    return [
        (rf"{pages.DATABASE}/search$", pages.answering(_page)),
        (rf"{pages.DATABASE}/search\.json$", pages.answering(_json)),
    ]


def asked(request: "Request") -> tuple[Wanted, int]:
    """Read what an address asks for, and which page of it; every query can be searched for."""
    values = {
        name: " ".join((request.args.get(name) or "").replace("\0", " ").split())[:QUERY_MAX]
        for name in ("q", "in", "site", "grade", "since", "order", "page")
    }
    wanted = Wanted(
        query=normalise(values["q"].encode("utf-8", "replace").decode()),
        where=next((where for where in WHERE if where == values["in"]), "texts"),
        site=values["site"],
        grade=values["grade"] if values["grade"] in GRADES else "",
        since=values["since"],
        order=next((order for order in ORDERS if order == values["order"]), "best"),
    )
    page = values["page"]
    number = int(page) if page.isdecimal() and len(page) < 6 else 1
    return wanted, min(max(number, 1), PAGES_MAX)


def query_of(wanted: Wanted, page: int = 1) -> str:
    """Give the query of an address that asks for `wanted`."""
    values = {
        "q": wanted.query,
        "in": "" if wanted.where == "texts" else wanted.where,
        "site": wanted.site,
        "grade": wanted.grade,
        "since": wanted.since,
        "order": "" if wanted.order == "best" else wanted.order,
        "page": str(page) if page > 1 else "",
    }
    return urlencode({name: value for name, value in values.items() if value})


async def _found(datasette: "Datasette", request: "Request") -> tuple[str, Wanted, int, Results]:
    database = await archive.requested(datasette, request)
    wanted, page = asked(request)
    results: Results = await database.execute_fn(
        lambda connection: search(connection, wanted, page=page, most=HITS_N)
    )
    return database.name, wanted, page, results


async def _page(datasette: "Datasette", request: "Request") -> "Response":
    name, wanted, page, results = await _found(datasette, request)
    context = {
        "archive": name,
        "wanted": wanted,
        "results": results,
        "page_number": page,
        "grades": tuple(reversed(GRADES)),
        "hits_max": HITS_MAX,
        "pieces": pieces,
        "query": query_of(wanted),
        "following": query_of(wanted, page + 1) if results.has_more else "",
        "url": pages.urls(datasette, name),
    }
    return await pages.page(datasette, request, "archiver_search.html", context)


async def _json(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    _, wanted, page, results = await _found(datasette, request)
    document = {
        "query": wanted.query,
        "in": wanted.where,
        "page": page,
        "has_more": results.has_more,
        "order": f"{results.order} first",
        "texts": [
            {
                "field": hit.field,
                "snippet": "".join(part.text for part in hit.snippet),
                "articles": [stand._asdict() for stand in hit.stands],
                "more_articles": hit.more_n,
            }
            for hit in results.texts
        ],
        "changes": [
            {
                **hit.stand._asdict(),
                "old_name": hit.old_name,
                "kind": hit.kind,
                "grade": hit.grade,
                "field": hit.field,
                "snippet": "".join(part.text for part in hit.snippet),
                "other": hit.other,
            }
            for hit in results.changes
        ],
    }
    return Response.json(document, headers=dict(pages.HEADERS))
