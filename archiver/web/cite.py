"""The citation of a version, to copy: as text, as BibTeX, as CSL-JSON."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

from archiver.web import archive, citation, history, pages

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

CONTENT_TYPES: Final = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the address of citations, in each of their forms."""
    name = rf"(?P<name>{pages.NAME})\.(?P<form>txt|bib|json)"
    return [(rf"{pages.DATABASE}/cite/{pages.ARTICLE}/{name}$", pages.answering(_cite))]


async def _cite(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    database = await archive.requested(datasette, request)
    article_id, name = pages.number_in(request, "article_id"), pages.name_in(request, "name")
    form = request.url_vars["form"]
    reading = await database.execute_fn(
        lambda connection: history.reading(connection, article_id, name)
    )
    if name.isdigit():
        return pages.redirect(
            archive.cite_url(datasette, database.name, article_id, reading.version, form)
        )
    source = citation.Source.of(datasette, request, database.name, reading)
    headers = dict(pages.HEADERS)
    if form == "json":
        answer = Response.json([citation.csl(source)], headers=headers)
        answer.content_type = CONTENT_TYPES[form]
        return answer
    said = citation.text(source) if form == "txt" else citation.bibtex(source)
    return Response(f"{said}\n", headers=headers, content_type=CONTENT_TYPES[form])
