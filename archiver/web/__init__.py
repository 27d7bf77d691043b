"""The archive in Datasette: a plugin that says which hooks we answer, on 0.65 and on 1.0.

Importing it imports neither Datasette nor the rest of the archiver: each hook does, when it is
called. Hooks that one of the two lines does not know are ignored by it.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from markupsafe import Markup

hookimpl = HookimplMarker("datasette")
"""What `datasette.hookimpl` is, without importing Datasette."""


@hookimpl
def startup(datasette: "Datasette") -> None:
    """Keep a bad request as cheap as a good one.

    Where rich is installed, Datasette prints 40 KB of traceback, with the locals of each frame,
    for every request that it refuses: a second of work, and what a reader sent in the log.
    """
    from datasette import handle_exception

    vars(handle_exception)["rich"] = None


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    from archiver.web import blame, cards, cite, feeds, front, openapi, pages, phrase, search

    rooms = (pages, blame, cards, cite, feeds, front, openapi, phrase, search)
    return [route for room in rooms for route in room.routes()]


@hookimpl
def asgi_wrapper(datasette: "Datasette") -> Callable[[Any], Any]:
    setting = (datasette.plugin_config("archiver") or {}).get("public")

    def wrapped(app: Any) -> Any:
        if setting is None:
            return app
        from archiver.web.public import guarded

        return guarded(app, setting)

    return wrapped


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    from archiver.web.archive import limit

    limit(conn)


@hookimpl
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: "Datasette"
) -> "Awaitable[Markup | None] | None":
    from archiver.web.cells import cell_link

    return cell_link(datasette, database, table, column, row, value)


@hookimpl
def table_actions(
    datasette: "Datasette", database: str, table: str, request: "Request"
) -> Awaitable[list[dict[str, str]]]:
    from archiver.web.cells import table_links

    return table_links(datasette, database, table, request)


@hookimpl
def row_actions(
    datasette: "Datasette", database: str, table: str, row: Any
) -> Awaitable[list[dict[str, str]]]:
    """Give links for the menu of a row: 1.0 only."""
    from archiver.web.cells import row_links

    return row_links(datasette, database, table, row)


@hookimpl
def extra_css_urls(datasette: "Datasette", database: str | None) -> Awaitable[list[str]]:
    from archiver.web.cells import style_sheets

    return style_sheets(datasette, database)
