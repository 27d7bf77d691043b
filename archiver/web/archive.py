"""The archive behind a request: is there one, may this reader see it, and what are its links?"""

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from weakref import WeakSet

from archiver.errors import LookupFailedError
from archiver.model import Version
from archiver.store.files import is_current
from archiver.store.permanent import reference
from archiver.store.schema import APPLICATION_ID
from archiver.store.state import state
from archiver.web import conditional

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request

SHOWN = (
    "sites", "articles", "documents", "document_blocks", "blocks", "fields", "claims", "captures",
    "versions", "diffs", "changes", "days", "feed_entries",
)  # fmt: skip
"""The tables our pages show something of: who may not see one of them sees none of our pages."""

TABLES_MAX = 1_000
"""Tables of an archive that Datasette 1.0 is asked for: there are fewer than fifty."""

VALUE_MAX_BYTES = 40_000_000
"""The longest value or row that SQL may make. A payload has 30,000,000 bytes at most, so every
archive stays readable; without a limit, one `zeroblob(500000000)` keeps a server busy for a minute
(SQLite looks at the time limit only between values)."""


def is_archive(connection: sqlite3.Connection) -> bool:
    """Tell whether the file says that it is one of ours."""
    (application_id,) = connection.execute("pragma application_id").fetchone()
    return bool(application_id == APPLICATION_ID)


def limit(connection: sqlite3.Connection) -> None:
    """Limit the length of values, on archives alone: other files keep what Datasette gives them."""
    with suppress(sqlite3.Error):  # a damaged file is Datasette's to report
        if is_archive(connection):
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_MAX_BYTES)


async def holds_archive(datasette: "Datasette", name: str) -> bool:
    """Tell whether the database `name` is an archive, remembered by `datasette` once it is."""
    database = datasette.databases.get(name)
    if database is None:
        return False
    known: WeakSet[Any] = vars(datasette).setdefault("_archiver_archives", WeakSet())
    if database in known:
        return True
    try:
        found = await database.execute_fn(is_archive)
    except sqlite3.Error:
        return False
    if found:
        known.add(database)
    return bool(found)


async def requested(datasette: "Datasette", request: "Request") -> "Database":
    """Give the archive that the address names, once its reader is allowed to see it.

    Raise LookupFailedError where it is none, Datasette's Forbidden where it may not be seen,
    NotModifiedError where the reader has the answer already.
    """
    from datasette.utils import tilde_decode

    route = tilde_decode(request.url_vars["database"])
    try:
        database = datasette.get_database(route=route)
    except KeyError:
        raise LookupFailedError(f"{route}: no such database is served here") from None
    if not await holds_archive(datasette, database.name):
        await _ask_for_database(datasette, request, database.name)
        raise LookupFailedError(f"{database.name}: holds no archive of articles")
    await _ensure_may_read(datasette, request, database.name)
    known: dict[tuple[str, int], bool] = vars(datasette).setdefault("_archiver_current", {})
    now = await database.execute_fn(
        lambda connection: _state(connection, f"{database.name} {database.path}", known)
    )
    if now is None:
        raise LookupFailedError(
            f"{database.name}: is from an earlier archiver; "
            "`archiver snapshot` brings it up to date"
        )
    conditional.check(now, request)
    return database


def _state(
    connection: sqlite3.Connection, file: str, known: dict[tuple[str, int], bool]
) -> str | None:
    """Give the state of the archive, None where it is of another schema.

    What schema it has is looked up when SQLite says that it changed: `known` holds the rest.
    """
    key = (file, connection.execute("pragma schema_version").fetchone()[0])
    if key not in known:
        known[key] = is_current(connection)
    return state(connection) if known[key] else None


async def _ensure_may_read(datasette: "Datasette", request: "Request", database: str) -> None:
    """Raise Forbidden unless the reader may view every table our pages show.

    Datasette copies all metadata for each question: to ask for four tables costs more than most
    pages. What it allows to readers without a name is remembered where nothing but that metadata
    decides.
    """
    allowed: set[str] = vars(datasette).setdefault("_archiver_allowed", set())
    if request.actor is None and database in allowed:
        return
    await _ask_for_tables(datasette, request, database)
    if request.actor is None and _is_by_metadata_alone():
        allowed.add(database)


def _is_by_metadata_alone() -> bool:
    """Tell whether permissions are Datasette's own, of 0.65, and no plugin adds metadata."""
    from datasette.plugins import pm

    if not hasattr(pm.hook, "get_metadata"):
        return False
    hooks = (pm.hook.permission_allowed, pm.hook.get_metadata)
    return all(
        found.plugin_name == "datasette.default_permissions"
        for hook in hooks
        for found in hook.get_hookimpls()
    )


async def _ask_for_database(datasette: "Datasette", request: "Request", database: str) -> None:
    """Raise Forbidden unless the reader may know that there is such a database."""
    try:
        from datasette.resources import DatabaseResource
    except ImportError:  # 0.65
        wanted = [("view-database", database), "view-instance"]
        await datasette.ensure_permissions(request.actor, wanted)
        return
    await datasette.ensure_permission(
        action="view-database", resource=DatabaseResource(database), actor=request.actor
    )


async def _ask_for_tables(datasette: "Datasette", request: "Request", database: str) -> None:
    if hasattr(datasette, "allowed_resources"):  # 1.0: one question for all tables
        from datasette.utils.asgi import Forbidden

        found = await datasette.allowed_resources(
            "view-table", request.actor, parent=database, limit=TABLES_MAX
        )
        if not set(SHOWN) <= {table.child for table in found.resources}:
            raise Forbidden("view-table")
        return
    for table in SHOWN:
        await datasette.ensure_permissions(
            request.actor,
            [("view-table", (database, table)), ("view-database", database), "view-instance"],
        )


def base_url(datasette: "Datasette", database: str) -> str:
    """Give where the addresses of our pages begin."""
    return f"{datasette.urls.database(database)}/-"


def front_url(datasette: "Datasette", database: str) -> str:
    return f"{datasette.urls.database(database)}/-/changes"


def openapi_url(datasette: "Datasette", database: str) -> str:
    return f"{base_url(datasette, database)}/openapi.json"


def feed_url(datasette: "Datasette", database: str) -> str:
    return f"{front_url(datasette, database)}.atom"


def search_url(datasette: "Datasette", database: str) -> str:
    return f"{datasette.urls.database(database)}/-/search"


def site_url(datasette: "Datasette", database: str, host: str) -> str:
    from datasette.utils import tilde_encode

    return f"{datasette.urls.database(database)}/-/site/{tilde_encode(host)}"


def phrase_url(datasette: "Datasette", database: str, article_id: int) -> str:
    return f"{datasette.urls.database(database)}/-/phrase/{article_id}"


def article_feed_url(datasette: "Datasette", database: str, article_id: int) -> str:
    return f"{article_url(datasette, database, article_id)}.atom"


def article_url(datasette: "Datasette", database: str, article_id: int) -> str:
    return f"{datasette.urls.database(database)}/-/article/{article_id}"


Named = int | str | Version
"""A version in an address: by its number, which redirects, or for good."""


def name_of(version: Named) -> str:
    """Give what names `version` in an address."""
    return reference(version) if isinstance(version, Version) else str(version)


def version_url(datasette: "Datasette", database: str, article_id: int, version: Named) -> str:
    return f"{datasette.urls.database(database)}/-/version/{article_id}/{name_of(version)}"


def blame_url(datasette: "Datasette", database: str, article_id: int, number: int) -> str:
    return f"{datasette.urls.database(database)}/-/blame/{article_id}/{number}"


def chooser_url(datasette: "Datasette", database: str, article_id: int) -> str:
    """Give where the form goes that picks two versions."""
    return f"{datasette.urls.database(database)}/-/compare/{article_id}"


def compare_url(
    datasette: "Datasette", database: str, article_id: int, old: Named, new: Named
) -> str:
    chooser = chooser_url(datasette, database, article_id)
    return f"{chooser}/{name_of(old)}...{name_of(new)}"


def card_url(datasette: "Datasette", database: str, article_id: int, old: Named, new: Named) -> str:
    """Give where the picture of a comparison is."""
    pair = f"{name_of(old)}...{name_of(new)}"
    return f"{datasette.urls.database(database)}/-/card/{article_id}/{pair}.svg"


def cite_url(
    datasette: "Datasette", database: str, article_id: int, version: Named, kind: str
) -> str:
    """Give where the citation of a version is, as "txt", "bib" or "json"."""
    return f"{datasette.urls.database(database)}/-/cite/{article_id}/{name_of(version)}.{kind}"


def address_url(datasette: "Datasette", database: str, uri: str) -> str:
    """Give the permanent address of an article, in any archive that has it."""
    return f"{datasette.urls.database(database)}/-/article?{urlencode({'url': uri})}"


def edit_url(datasette: "Datasette", database: str, version_id: int) -> str:
    """Give what redirects to the comparison of a version, known by its row, with the one before."""
    return f"{datasette.urls.database(database)}/-/edit/{version_id}"
