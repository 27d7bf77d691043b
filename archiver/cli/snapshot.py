"""`archiver snapshot`: sources in, versions out."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from archiver.cli.output import DatabaseArgument, JsonOption, counted, say, write
from archiver.cli.progress import with_progress
from archiver.cli.web_options import (
    ContactOption,
    GapOption,
    PrivateOption,
    Rendering,
    RenderOption,
    browser,
)
from archiver.model import MAX_PAYLOAD_BYTES

if TYPE_CHECKING:
    from archiver.ingest.results import Result
    from archiver.sources import Source
    from archiver.sources.listings import Kind

DONE_IN_PART = 3
WEB_KINDS: "tuple[Kind, ...]" = ("page", "feed", "sitemap", "home")
LINES_MAX = 40
"""Captures up to which each new version gets a line; of more, a bar says how far it is."""


def snapshot(
    db: DatabaseArgument,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="files, folders of snapshots, - for standard input; addresses of articles, feeds "
            "or sitemaps",
        ),
    ],
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="all SOURCE files are versions of this")
    ] = "",
    at: Annotated[
        str, typer.Option("--at", metavar="TIME", help="when a single file was seen, UTC")
    ] = "",
    label: Annotated[
        str, typer.Option("--label", metavar="TEXT", help="what a single file is called")
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="what SOURCE is: files, or page, feed, sitemap or home of an address",
            show_default="found out",
        ),
    ] = "",
    contact: ContactOption = "",
    gap: GapOption = 2.0,
    allow_private: PrivateOption = False,
    render: RenderOption = "needed",
    silent: Annotated[
        bool,
        typer.Option("--silent", "-s", help="no progress, no lines, no summary"),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Read every SOURCE and record in DB what is new.

    Each folder that directly holds .txt, .md or .html files is one article, its files the
    versions, in the order of their names. What is recorded already is left alone, so the same
    command can be run again at any time. An address is looked at once, a feed's articles each;
    `archiver watch` looks again.

    Example:
        archiver snapshot news.db snapshots/

        archiver snapshot news.db https://news.example.org/2025/bridge
    """
    from archiver.ingest import ingest
    from archiver.store import open_store
    from archiver.text import extract, extractor_of

    manners = {"contact": contact, "gap_s": gap, "allow_private": allow_private}
    results: list[Result] = []
    with (
        _source(sources, kind, url, at, label, manners, render) as source,
        open_store(Path(db)) as store,
        _stopping_kindly(),
    ):
        is_long = source.count() > LINES_MAX
        captures = source.captures()
        if is_long and not (silent or json):
            captures = with_progress(captures, source.count(), "Reading")
        for result in ingest(captures, store, extract, now, extractor_of=extractor_of):
            results.append(result)
            for note in result.notes:
                say(f"{result.source}: {note}")
            if result.outcome == "failed":
                say(f"Error: {result.reason}")
            elif result.outcome == "missed":
                say(f"Error: {result.source}: {result.reason}")
            elif result.outcome == "withdrawn":
                say(f"{result.source}: not recorded, {result.reason}")
            elif result.outcome == "doubt":
                say(f"{result.source}: kept without a version, {result.reason}")
            elif result.outcome == "new" and not (is_long or silent or json):
                _say_new(result)
    counts: Counter[str] = Counter(result.outcome for result in results)
    if json:
        _write_json(results, counts)
    elif not silent:
        say(_summary(results, counts))
    if failed_n := counts["failed"] + counts["missed"]:
        raise typer.Exit(1 if len(results) == failed_n else DONE_IN_PART)


@contextmanager
def _source(
    sources: list[str],
    kind: str,
    url: str,
    at: str,
    label: str,
    manners: "dict[str, Any]",
    rendering: Rendering,
) -> "Iterator[Source]":
    addresses = [name for name in sources if name.startswith(("http://", "https://"))]
    if not addresses:
        yield _files(sources, kind, url, at, label)
        return
    if len(addresses) < len(sources):
        raise typer.BadParameter("files and addresses: read them with a command each")
    if url or at:
        raise typer.BadParameter("--url and --at are for files: a look has its own")
    if label and len(addresses) > 1:
        raise typer.BadParameter("--label is for exactly one address")
    if kind not in {"", *WEB_KINDS}:
        raise typer.BadParameter(f"{kind!r}: an address is one of {', '.join(WEB_KINDS)}")
    with _web(addresses, kind, label, manners, rendering) as source:
        yield source


@contextmanager
def _web(
    addresses: list[str], kind: str, label: str, manners: "dict[str, Any]", rendering: Rendering
) -> "Iterator[Source]":
    from archiver.sources.http.clock import RealClock
    from archiver.sources.http.fetch import Fetcher, Manners
    from archiver.sources.http.web import WebSource
    from archiver.sources.names import one_line

    fetcher = Fetcher(RealClock(), Manners(**manners))
    wanted = next((one for one in WEB_KINDS if one == kind), None)
    try:
        with browser(fetcher, rendering) as renderer:
            yield WebSource(
                addresses, fetcher, kind=wanted, label=one_line(label), browser=renderer
            )
    finally:
        fetcher.close()


def _files(sources: list[str], kind: str, url: str, at: str, label: str) -> "Source":
    from archiver.cli.show import moment
    from archiver.errors import InputError
    from archiver.sources import open_source
    from archiver.sources.files import FileOptions
    from archiver.sources.names import one_line
    from archiver.uri import uri_r

    if kind not in {"", "files"}:
        raise typer.BadParameter(f"{kind!r}: this version of archiver reads files and addresses")
    if (at or label) and (len(sources) != 1 or Path(sources[0]).is_dir()):
        raise typer.BadParameter("--at and --label are for exactly one file")
    for name in sources:
        if not name:
            raise typer.BadParameter("an empty SOURCE: name a file or a folder, . for this one")
    try:
        declared = uri_r(url) if url else None
    except InputError as error:
        raise typer.BadParameter(str(error)) from None
    options = FileOptions(url=declared, at=moment(at) if at else None, label=one_line(label))
    return open_source([Path(name) for name in sources], options, stdin=_stdin, clock=now)


def _stdin() -> bytes:
    """Read standard input, one byte past the most that an article may have."""
    return sys.stdin.buffer.read(MAX_PAYLOAD_BYTES + 1)


def now() -> datetime:
    """Give the time, by the clock of this machine."""
    return datetime.now(UTC)


@contextmanager
def _stopping_kindly() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        say("Stopped. What was recorded is kept; run the same command again to go on.")
        raise typer.Exit(1) from None


def _say_new(result: "Result") -> None:
    from archiver.render.visible import visible

    label = f", {result.label}" if result.label else ""
    say(visible(f"{result.source}: version {result.number}{label} of {result.uri}"))


def _summary(results: "list[Result]", counts: Counter[str]) -> str:
    articles_n = len({result.article_id for result in results if result.article_id})
    parts: list[tuple[str, Callable[[int], str]]] = [
        ("new", lambda n: f"{counted(n, 'new version')}"),
        ("same", lambda n: f"{counted(n, 'capture')} of a text already known"),
        ("known", lambda n: f"{n} recorded before"),
        ("withdrawn", lambda n: f"{counted(n, 'capture')} of what was withdrawn"),
        ("doubt", lambda n: f"{counted(n, 'capture')} without an article"),
        ("missed", lambda n: f"{counted(n, 'look')} that saw nothing"),
        ("failed", lambda n: f"{n} failed"),
    ]
    said = [words(counts[outcome]) for outcome, words in parts if counts[outcome]]
    if not said:
        return "Nothing to read."
    if set(counts) == {"known"}:
        return f"Nothing new: {counted(counts['known'], 'capture')} recorded before."
    return f"{counted(articles_n, 'article')}: {', '.join(said)}."


def _write_json(results: "list[Result]", counts: Counter[str]) -> None:
    import json
    from dataclasses import asdict

    document = {
        "captures": [asdict(result) for result in results],
        **{
            outcome: counts[outcome]
            for outcome in ("new", "same", "known", "withdrawn", "doubt", "missed", "failed")
        },
    }
    write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
