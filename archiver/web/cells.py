"""How Datasette's own pages lead to ours: cells, menus, and a few lines of style."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from archiver.render.visible import visible
from archiver.web.archive import article_url, edit_url, holds_archive, version_url

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from markupsafe import Markup

STYLE_PATH = "/-/archiver.css"


class Link(NamedTuple):
    """Where a cell leads, and what it says."""

    href: str
    text: str


Linker = Callable[["Datasette", str, dict[str, Any], str], Link | None]
"""(datasette, database, row, what the cell says) -> its link, None for the plain cell."""


def _number(row: dict[str, Any], column: str) -> int | None:
    value = row.get(column)
    return value if type(value) is int else None


def _article(column: str) -> Linker:
    def link(datasette: "Datasette", database: str, row: dict[str, Any], text: str) -> Link | None:
        article_id = _number(row, column)
        if article_id is None:
            return None
        return Link(article_url(datasette, database, article_id), text or f"Article {article_id}")

    return link


def _edit(column: str, says: str = "") -> Linker:
    def link(datasette: "Datasette", database: str, row: dict[str, Any], text: str) -> Link | None:
        version_id = _number(row, column)
        if version_id is None:
            return None
        return Link(edit_url(datasette, database, version_id), says or text or "compare")

    return link


def _version(datasette: "Datasette", database: str, row: dict[str, Any], text: str) -> Link | None:
    article_id, number = _number(row, "article_id"), _number(row, "number")
    if article_id is None or number is None:
        return None
    return Link(version_url(datasette, database, article_id, number), text or f"Version {number}")


TABLE_CELLS: dict[tuple[str, str], Linker] = {
    ("articles", "title"): _article("id"),
    ("versions", "name"): _version,
    ("versions", "changes_n"): _edit("id"),
    ("diffs", "edits"): _edit("new_version_id", says="compare"),
    ("changes", "kind"): _edit("version_id"),
    ("headline_changes", "new"): _edit("version_id"),
}
"""Cells that lead to our pages. The positions in `diffs.edits` are for programs, in `.json`."""

OTHER_CELLS: dict[str, Linker] = {
    "article": _article("article_id"),
    "version": _edit("version_id"),
    "headline": _edit("version_id"),
}
"""Cells by their name alone, in views and in the rows of queries."""


def _linker(table: str | None, column: str) -> Linker | None:
    if table is not None and (table, column) in TABLE_CELLS:
        return TABLE_CELLS[table, column]
    return None if table == "versions" else OTHER_CELLS.get(column)


def _plain(value: Any) -> Any:
    """Give the value itself where Datasette has put its label beside it."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


def cell_link(
    datasette: "Datasette", database: str, table: str | None, column: str, row: Any, value: Any
) -> "Awaitable[Markup | None] | None":
    """Give the link to show in place of `value`, None for every other cell."""
    linker = _linker(table, column)
    if linker is None or not isinstance(value, str | int):
        return None

    async def link() -> "Markup | None":
        from markupsafe import Markup

        if not await holds_archive(datasette, database):
            return None
        plain = {name: _plain(row[name]) for name in row.keys()}  # noqa: SIM118 - a sqlite3.Row
        found = linker(datasette, database, plain, str(value))
        if found is None:
            return None
        return Markup('<a href="{}" dir="auto">{}</a>').format(found.href, visible(found.text))

    return link()


async def table_links(
    datasette: "Datasette", database: str, table: str, request: "Request"
) -> list[dict[str, str]]:
    """Give links for the menu of a table that is filtered by one article."""
    article_id = request.args.get("article_id") or ""
    if not (article_id.isascii() and article_id.isdigit()):
        return []
    if not await holds_archive(datasette, database):
        return []
    href = article_url(datasette, database, int(article_id))
    return [{"href": href, "label": "Read the history of this article"}]


async def row_links(
    datasette: "Datasette", database: str, table: str, row: Any
) -> list[dict[str, str]]:
    """Give links for the menu of a row."""
    if not await holds_archive(datasette, database):
        return []
    plain = {name: _plain(row[name]) for name in row.keys()}  # noqa: SIM118 - a sqlite3.Row
    wanted: dict[str, dict[str, Linker]] = {
        "articles": {"Read its history": _article("id")},
        "versions": {
            "Read this version": _version,
            "Compare it with the version before": _edit("id"),
            "Read the history of its article": _article("article_id"),
        },
        "diffs": {"Compare these versions": _edit("new_version_id")},
        "changes": {"Read this change in its article": _edit("version_id")},
    }
    found = (
        (label, linker(datasette, database, plain, label))
        for label, linker in wanted.get(table, {}).items()
    )
    return [{"href": link.href, "label": label} for label, link in found if link]


async def style_sheets(datasette: "Datasette", database: str | None) -> list[str]:
    """Give our style for the tables of archives, and nothing for other databases."""
    if database is None or not await holds_archive(datasette, database):
        return []
    return [STYLE_PATH]
