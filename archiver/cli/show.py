"""`archiver show`: one version, as text or as the bytes that came."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from archiver.cli.output import ArticleArgument, DatabaseArgument, VersionOption, write


def moment(text: str) -> datetime:
    """Read an ISO 8601 time; one without a zone is UTC."""
    try:
        read = datetime.fromisoformat(text)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        raise typer.BadParameter(
            f"{text!r} is no ISO 8601 time, such as 2023-08-01T12:00:00Z or 2023-08-01"
        ) from None


def show(
    db: DatabaseArgument,
    article: ArticleArgument,
    version: VersionOption = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="TIME", help="the version that stood then, UTC")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="the bytes that were captured")] = False,
) -> None:
    """Print one version of ARTICLE.

    Example:
        archiver show news.db harbour-bridge --version 1
    """
    from archiver.diff.plain_text import article_text
    from archiver.model import iso
    from archiver.store import queries
    from archiver.store.files import reading

    if version is not None and at is not None:
        raise typer.BadParameter("--version and --at exclude each other")
    instant = None if at is None else iso(moment(at))
    with reading(Path(db)) as connection:
        found = queries.find_article(connection, article)
        if instant is not None:
            wanted = queries.version_at(connection, found, instant)
        else:
            number = found.versions_n if version is None else version
            wanted = queries.version(connection, found, number)
        if raw:
            sys.stdout.buffer.write(queries.payload(connection, wanted).body)
            sys.stdout.buffer.flush()
            return
        text = article_text(queries.document(connection, wanted.document_id))
    write(text)
