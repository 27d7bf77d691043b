"""`archiver blame`: for each word, the version that introduced it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archiver.cli.output import (
    ArticleArgument,
    CsvOption,
    DatabaseArgument,
    Form,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    VersionOption,
    form,
    print_rows,
    write_clean,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from archiver.model import Article, Version

COLUMNS = ("version", "first_seen", "block", "field", "text")
REMOVED_COLUMNS = (
    "text",
    "field",
    "came",
    "came_first_seen",
    "went",
    "went_last_seen_old",
    "went_first_seen",
)
PHRASE_COLUMNS = (
    "field",
    "came",
    "came_last_seen_old",
    "came_first_seen",
    "went",
    "went_last_seen_old",
    "went_first_seen",
)


def blame(
    db: DatabaseArgument,
    article: ArticleArgument,
    version: VersionOption = None,
    removed: Annotated[
        bool, typer.Option("--removed", help="also what is gone; as rows, only that")
    ] = False,
    phrase: Annotated[
        str | None,
        typer.Option("--phrase", metavar="TEXT", help="only when TEXT came and went"),
    ] = None,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """Show for each word of ARTICLE the version that introduced it.

    The number beside a paragraph is the version most of its words came with; [2: words] came
    with version 2. What was deleted and came back keeps its first origin. A phrase is found
    whatever its case, in whole words.

    Example:
        archiver blame news.db harbour-bridge --version 3
    """
    from archiver.store.blame import versions_to
    from archiver.store.files import reading
    from archiver.store.queries import find_article

    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    if removed and phrase is not None:
        raise typer.BadParameter("--removed and --phrase exclude each other")
    with reading(Path(db)) as connection:
        found = find_article(connection, article)
        versions = versions_to(connection, found, version)
        if phrase is None:
            _print_blame(connection, found, versions, removed, wanted)
        else:
            _print_phrase(connection, versions, phrase, wanted)


def _print_blame(
    connection: "sqlite3.Connection",
    article: "Article",
    versions: "Sequence[Version]",
    removed: bool,
    wanted: Form,
) -> None:
    from archiver.cli import terminal
    from archiver.render import blame as render
    from archiver.store.blame import article_blame

    found = article_blame(connection, article, versions)
    view = render.blame_view(article, versions, found.document, found.blamed)
    if wanted == "text":
        width, colours = terminal.width(), terminal.colours()
        removals = found.removals if removed else None
        write_clean(render.blame_text(view, width=width, colours=colours, removals=removals))
    elif removed:
        print_rows(render.removal_rows(found.removals, versions), REMOVED_COLUMNS, wanted)
    else:
        print_rows(render.blame_rows(view), COLUMNS, wanted)


def _print_phrase(
    connection: "sqlite3.Connection", versions: "Sequence[Version]", phrase: str, wanted: Form
) -> None:
    from archiver.cli import terminal
    from archiver.diff.phrase import phrase_words, stays
    from archiver.errors import LookupFailedError
    from archiver.render import blame as render
    from archiver.store.blame import documents
    from archiver.text.normalise import normalise

    shown = normalise(phrase)
    words = phrase_words(shown)
    if not words:
        raise LookupFailedError("an empty phrase: give the words to look for")
    found = list(stays(documents(connection, versions), words))
    if wanted == "text":
        write_clean(render.stays_text(shown, found, versions, width=terminal.width()))
    else:
        print_rows(render.stay_rows(found, versions), PHRASE_COLUMNS, wanted)
