"""What programs can ask of an archive, described in OpenAPI 3.1 by `openapi.yml`."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archiver.web import archive, pages

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

DESCRIPTION: Final = Path(__file__).with_name("openapi.yml")


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the address of the description."""
    return [(rf"{pages.DATABASE}/openapi\.json$", pages.answering(_description))]


async def _description(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    database = await archive.requested(datasette, request)
    servers = [{"url": archive.base_url(datasette, database.name)}]
    return Response.json({**description(), "servers": servers}, headers=dict(pages.HEADERS))


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """Give the description, of any archive."""
    import yaml

    found: dict[str, Any] = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))
    return found
