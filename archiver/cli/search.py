"""`archiver search`: where words stand, in any version, or in what edits took out or put in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from archiver.cli.changes import GradeOption, SiteOption, known_grades, print_changes
from archiver.cli.output import (
    NUMBER_MAX,
    CsvOption,
    DatabaseArgument,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    form,
    minutes,
    print_rows,
    write,
)

if TYPE_CHECKING:
    from archiver.store.changes import Side
    from archiver.store.queries import Hit

COLUMNS = (
    "article",
    "url",
    "title",
    "first_version",
    "last_version",
    "first_seen",
    "field",
    "text",
)
SNIPPET_LETTERS = 200


def search(
    db: DatabaseArgument,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="words; in double quotes, a phrase")
    ],
    removed: Annotated[
        bool, typer.Option("--removed", help="search what edits took out instead")
    ] = False,
    inserted: Annotated[
        bool, typer.Option("--inserted", help="search what edits put in instead")
    ] = False,
    grade: GradeOption = [],  # noqa: B006 - Typer reads it, nobody changes it
    site: SiteOption = "",
    since: Annotated[
        str, typer.Option("--since", metavar="TIME", help="only versions first seen since, UTC")
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=NUMBER_MAX, help="hits at the most")
    ] = 100,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """Find QUERY in any version of any article: all its words in one paragraph or field.

    With --removed, --inserted or --grade it is found in changes, as `archiver changes` lists them:
    all words in what one edit took out, or put in. Chinese, Japanese and Thai are found by the
    characters typed, two or more together.

    Example:
        archiver search news.db "harbour board"
    """
    from archiver.cli.show import moment
    from archiver.model import iso
    from archiver.store import queries
    from archiver.store.changes import Wanted, search_changes
    from archiver.store.files import reading

    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    grades = known_grades(grade)
    after = iso(moment(since)) if since else ""
    with reading(Path(db)) as connection:
        if removed or inserted or grades:
            fitting = Wanted(grades=grades, site=site, since=after)
            found = search_changes(connection, query, _sides(removed, inserted), fitting, limit)
            print_changes(found, wanted, f"{query}: not found in any such change\n")
            return
        hits = queries.search(connection, query, site=site, since=after, most=limit)
    if wanted == "text":
        write("".join(_lines(hit, query) for hit in hits) or f"{query}: not found in any version\n")
    else:
        print_rows(map(_row, hits), COLUMNS, wanted)


def _sides(removed: bool, inserted: bool) -> "tuple[Side, ...]":
    """Give the sides to search: both where neither is named."""
    if removed == inserted:
        return ("old", "new")
    return ("old",) if removed else ("new",)


def _row(hit: "Hit") -> dict[str, Any]:
    return {
        "article": hit.article_id,
        "url": hit.uri,
        "title": hit.title,
        "first_version": hit.first_number,
        "last_version": hit.last_number,
        "first_seen": hit.first_seen,
        "field": hit.field,
        "text": hit.text,
    }


def _snippet(text: str, query: str) -> str:
    """Give as much of `text` as fits a few lines, around the first word found."""
    if len(text) <= SNIPPET_LETTERS:
        return text
    places = (text.lower().find(word) for word in query.lower().replace('"', " ").split())
    found = min((place for place in places if place >= 0), default=0)
    start = max(0, min(found - SNIPPET_LETTERS // 3, len(text) - SNIPPET_LETTERS))
    end = start + SNIPPET_LETTERS
    before, after = "..." if start else "", "..." if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _lines(hit: "Hit", query: str) -> str:
    from archiver.render.visible import visible

    numbers = (
        f"version {hit.first_number}"
        if hit.first_number == hit.last_number
        else f"versions {hit.first_number} to {hit.last_number}"
    )
    field = "" if hit.field == "body" else f"{hit.field}: "
    return (
        f"{visible(hit.title)} ({hit.article_id}), {numbers}, {minutes(hit.first_seen)}\n"
        f"    {field}{visible(_snippet(hit.text, query))}\n"
    )
