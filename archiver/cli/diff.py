"""`archiver diff`: what turned one version into another, word by word."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archiver.cli.output import (
    NUMBER_MAX,
    ArticleArgument,
    DatabaseArgument,
    say,
    write,
    write_clean,
)

if TYPE_CHECKING:
    import sqlite3

    from archiver.model import Document
    from archiver.render.view import Comparison


PATIENCE_TOKENS = 20_000
"""What takes diff-match-patch about a minute where all was rewritten; twice as many take four."""


class Format(StrEnum):
    """How a diff is written."""

    words = "words"
    unified = "unified"
    side_by_side = "side-by-side"
    html = "html"
    markdown = "markdown"
    json = "json"
    patch = "patch"


class EngineName(StrEnum):
    """What finds the longest common subsequence of words."""

    lcs = "lcs"
    dmp = "dmp"


def diff(
    db: DatabaseArgument,
    article: ArticleArgument,
    old: Annotated[
        int | None,
        typer.Option(
            "--from",
            metavar="N",
            max=NUMBER_MAX,
            help="the old version",
            show_default="the baseline",
        ),
    ] = None,
    new: Annotated[
        int | None,
        typer.Option(
            "--to",
            metavar="M",
            max=NUMBER_MAX,
            help="the new version",
            show_default="the latest",
        ),
    ] = None,
    baseline: Annotated[
        int | None,
        typer.Option(
            "--baseline",
            metavar="N",
            max=NUMBER_MAX,
            help="compare with version N instead of the Old Version",
            show_default="Old Version, else 1",
        ),
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="how to write it")] = (  # noqa: A002 - the option's name
        Format.words
    ),
    json: Annotated[bool, typer.Option("--json", help="the same as --format json")] = False,
    context: Annotated[
        int, typer.Option("--context", "-U", min=0, help="equal paragraphs around each change")
    ] = 1,
    engine: Annotated[
        EngineName | None,
        typer.Option("--engine", help="compute anew with this one", show_default="as stored"),
    ] = None,
    minimal: Annotated[
        bool,
        typer.Option(
            "--minimal",
            help="compute anew the fewest changed words, however they read: no clean-up, no moves",
        ),
    ] = False,
    dictionary: Annotated[
        bool,
        typer.Option(
            "--dictionary",
            help="compute anew with whole words of Chinese, Japanese, Thai, Lao, Khmer and "
            "Burmese; needs archiver[icu]",
        ),
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="exit with 1 where the versions differ")
    ] = False,
) -> None:
    """Show word by word what changed in ARTICLE between two versions.

    Removed words stand in [-...-], new ones in {+...+}; text that moved in [>...>] where it was
    and in {>...>} where it is. Where nothing is named, the Old Version is compared with the latest.

    Example:
        archiver diff news.db harbour-bridge --from 1 --to 2
    """
    from archiver.store.files import reading

    if json and format not in {Format.words, Format.json}:
        raise typer.BadParameter(f"--json and --format {format.value} exclude each other")
    if old is not None and baseline is not None:
        raise typer.BadParameter("--from and --baseline exclude each other")
    if minimal and dictionary:
        raise typer.BadParameter("--minimal and --dictionary exclude each other")
    with reading(Path(db)) as connection:
        numbers = (baseline if old is None else old, new)
        compared = _compared(
            connection, article, numbers, engine, minimal=minimal, dictionary=dictionary
        )
    wanted = Format.json if json else format
    put = write_clean if wanted in {Format.words, Format.side_by_side} else write
    put(_written(compared, wanted, context))
    if exit_code and not compared.is_equal:
        raise typer.Exit(1)


def _compared(
    connection: "sqlite3.Connection",
    name: str,
    numbers: tuple[int | None, int | None],
    engine: EngineName | None,
    *,
    minimal: bool,
    dictionary: bool,
) -> "Comparison":
    from archiver.diff import DEFAULT_ENGINE, minimal_diff
    from archiver.render import comparison
    from archiver.store import asides, queries

    article = queries.find_article(connection, name)
    old, new = numbers
    versions = (
        queries.baseline(connection, article)
        if old is None
        else queries.version(connection, article, old),
        queries.version(connection, article, article.versions_n if new is None else new),
    )
    documents = (
        queries.document(connection, versions[0].document_id),
        queries.document(connection, versions[1].document_id),
    )
    furniture = asides.furniture(connection, article, [one.document_id for one in versions])
    aligner = DEFAULT_ENGINE if engine is None else engine.value
    if minimal:
        _warn_of_minutes(aligner, documents)
        fewest = minimal_diff(*documents, engine=aligner)
        return comparison(article, versions, documents, fewest, furniture=furniture)
    if engine is not None or dictionary:
        return comparison(
            article,
            versions,
            documents,
            engine=aligner,
            by_dictionary=dictionary,
            furniture=furniture,
        )
    stored = queries.stored_diff(connection, *versions)
    return comparison(article, versions, documents, stored, furniture=furniture)


def _warn_of_minutes(engine: str, documents: "tuple[Document, Document]") -> None:
    """Say on standard error where the fewest changed words may take minutes to find."""
    from archiver.diff import tokens

    sides = [[token for block in one.blocks for token in tokens(block.text)] for one in documents]
    if engine == EngineName.dmp.value and max(map(len, sides)) > PATIENCE_TOKENS:
        say(
            f"{max(map(len, sides)):,} words, blanks and signs may take --engine dmp minutes; "
            "--engine lcs is quicker"
        )


def _written(compared: "Comparison", format: Format, context: int) -> str:  # noqa: A002 - as above
    import json

    from archiver.cli import terminal
    from archiver.render import html, machine, markdown, patch, plain
    from archiver.render.terminal import side_by_side, words_view

    width, colours = terminal.width(), terminal.colours()
    match format:
        case Format.words:
            return words_view(compared, width=width, context=context, colours=colours)
        case Format.side_by_side:
            return side_by_side(compared, width=width, context=context, colours=colours)
        case Format.unified:
            return plain.unified(compared)
        case Format.patch:
            return patch.patch(compared)
        case Format.html:
            return html.html_page(compared, context=context)
        case Format.markdown:
            return markdown.markdown(compared, context=context)
        case Format.json:
            document = machine.comparison_json(compared)
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
