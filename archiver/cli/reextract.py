"""`archiver reextract`: the kept bytes, read by today's extractor."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from archiver.cli.output import (
    CsvOption,
    DatabaseArgument,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    counted,
    form,
    print_rows,
    say,
    write,
)
from archiver.cli.progress import with_progress
from archiver.cli.snapshot import DONE_IN_PART, now

if TYPE_CHECKING:
    import sqlite3

    from archiver.ingest.rereading import Reread
    from archiver.model import Article, Document

COLUMNS = (
    "article",
    "url",
    "source",
    "captured_at",
    "from",
    "to",
    "outcome",
    "changes",
    "removed",
    "inserted",
    "reason",
)
SIDE_LETTERS = 120
"""What a line shows of either side."""
SHOWN = 3
"""Changes of a capture that are printed; `--json` gives all."""


def reextract(
    db: DatabaseArgument,
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE...]",
            help="only these, named as in `archiver log`",
            show_default="all",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="print what would differ, and record nothing")
    ] = False,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """Read the kept bytes of captures anew, where an earlier extractor read them.

    What differs is ours, and no edit of the publisher: all captures of an article are read by one
    extractor, then its versions are derived anew. What was read before stays in the archive. It can
    be stopped and run again at any time.

    Example:
        archiver reextract news.db --dry-run
    """
    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    rows: list[dict[str, Any]] = []
    for article, connection, found in _read_anew(Path(db), articles or [], dry_run=dry_run):
        for one in found:
            row = _row(article, connection, one)
            rows.append(row)
            if wanted == "text" and row["outcome"] != "same":
                write(_lines(row))
    if wanted != "text":
        print_rows(rows, COLUMNS, wanted)
    say(_summary(rows, dry_run=dry_run))
    if any(row["outcome"] == "failed" for row in rows):
        raise typer.Exit(DONE_IN_PART)


def _read_anew(
    db: Path, names: list[str], *, dry_run: bool
) -> Iterator[tuple["Article", "sqlite3.Connection", "list[Reread]"]]:
    """Read one article after another; without `dry_run`, what was read is recorded."""
    from archiver.ingest import reextract as record
    from archiver.ingest.rereading import reread
    from archiver.store import Store, open_store, queries
    from archiver.store.files import reading
    from archiver.text import extract, extractor_of

    with ExitStack() as stack:
        store = (
            Store(db, stack.enter_context(reading(db)))
            if dry_run
            else stack.enter_context(open_store(_existing(db)))
        )
        connection = store.connection
        found = [queries.find_article(connection, name) for name in names] or list(
            queries.articles(connection)
        )
        for article in with_progress(found, len(found), "Reading anew"):
            read = (
                list(reread(store, article.id, extract, extractor_of))
                if dry_run
                else record(store, article.id, extract, extractor_of, now)
            )
            yield article, connection, read


def _existing(db: Path) -> Path:
    from archiver.errors import StoreError

    if not db.is_file():
        raise StoreError(f"{db}: no such archive. `archiver snapshot {db} SOURCE` makes one")
    return db


def _row(article: "Article", connection: "sqlite3.Connection", reread: "Reread") -> dict[str, Any]:
    """Say how what is read today differs from what was read before."""
    from archiver.model import Document

    unread, read = reread
    row: dict[str, Any] = {
        "article": article.id,
        "url": article.uri,
        "source": unread.source,
        "captured_at": unread.captured_at,
        "from": unread.extractor,
        "to": "",
        "outcome": "failed",
        "changes": [],
        "removed": 0,
        "inserted": 0,
        "reason": "",
    }
    if isinstance(read, Document):
        return row | {"to": read.extractor} | _differences(connection, unread.document_id, read)
    if isinstance(read, Exception):
        return row | {"reason": str(read)}
    is_same = unread.document_id is None and unread.outcome == read.outcome
    found = {"to": read.extractor, "outcome": "same" if is_same else read.outcome}
    return row | found | {"reason": read.reason}


def _differences(
    connection: "sqlite3.Connection", document_id: int | None, read: "Document"
) -> dict[str, Any]:
    from archiver.diff import changes, diff
    from archiver.digest import digest
    from archiver.store import queries

    if document_id is None:
        return {"outcome": "article", "reason": "it held no article for an earlier extractor"}
    if queries.document_digest(connection, document_id) == digest(read):
        return {"outcome": "same"}
    before = queries.document(connection, document_id)
    found = changes(diff(before, read), before, read)
    return {
        "outcome": "differs",
        "changes": [
            {"kind": one.kind, "field": one.field, "old": one.old, "new": one.new} for one in found
        ],
        "removed": sum(one.removed_n for one in found),
        "inserted": sum(one.inserted_n for one in found),
    }


def _lines(row: dict[str, Any]) -> str:
    """Give a line for a capture that is read otherwise now, and its first changes."""
    named = f"{row['source']}, {row['url']}"
    if row["outcome"] != "differs":
        return f"{named}: {row['outcome']}, {row['reason']}\n"
    lines = [f"{named}: -{row['removed']} +{row['inserted']} words\n"]
    for one in row["changes"][:SHOWN]:
        field = "" if one["field"] == "body" else f"{one['field'].replace('_', ' ')}: "
        old = f"[-{_cut(one['old'])}-]" if one["old"] else ""
        new = f"{{+{_cut(one['new'])}+}}" if one["new"] else ""
        lines.append(f"    {field}{old}{new}\n")
    more = len(row["changes"]) - SHOWN
    return "".join([*lines, f"    and {counted(more, 'more change')}\n"] if more > 0 else lines)


def _cut(text: str) -> str:
    from archiver.render.visible import visible

    line = visible(text).replace("\n", "¶")
    return line if len(line) <= SIDE_LETTERS else f"{line[: SIDE_LETTERS - 3]}..."


def _summary(rows: list[dict[str, Any]], *, dry_run: bool) -> str:
    if not rows:
        return "Nothing to read anew: today's extractors have read all."
    counts = Counter(row["outcome"] for row in rows)
    said = ", ".join(f"{n} {outcome}" for outcome, n in sorted(counts.items()))
    done = "would be read anew" if dry_run else "read anew"
    return f"{counted(len(rows), 'capture')} {done}: {said}."
