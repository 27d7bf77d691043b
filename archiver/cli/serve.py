"""`archiver serve`: the archive in Datasette."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from archiver.cli.output import DatabaseArgument, say


def serve(
    db: DatabaseArgument,
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="the port")] = 8001,
    public: Annotated[
        bool,
        typer.Option("--public", help="for the open web: no SQL, limits, caches, robots.txt"),
    ] = False,
    download: Annotated[
        bool, typer.Option("--download", help="let readers have the file (with --immutable)")
    ] = False,
    immutable: Annotated[
        bool, typer.Option("--immutable", help="the file will not change while it is served")
    ] = False,
    robots: Annotated[
        Literal["all", "no-ai", "none"],
        typer.Option("--robots", help="who may crawl, with --public"),
    ] = "all",
    behind_proxy: Annotated[
        bool,
        typer.Option("--behind-proxy", help="a proxy of yours writes X-Forwarded-For"),
    ] = False,
) -> None:
    """Serve DB with Datasette until Ctrl-C: what changed, articles, comparisons, search, tables.

    With --public anyone may come: SQL is off, so are streams of whole tables, each reader has a
    limit, and caches may keep pages for a minute. Put a proxy before it that speaks HTTPS.

    Example:
        archiver serve news.db --port 8001
    """
    from archiver.store.files import reading
    from archiver.web.serve import Public
    from archiver.web.serve import serve as serve_archive

    path = Path(db)
    with reading(path):
        pass  # refuse what is no archive before Datasette is started
    opened = Public(robots=robots, behind_proxy=behind_proxy) if public else None
    if opened and not opened.is_compressed:
        say("Pages are sent as they are: `pip install 'archiver[public]'` compresses them.")
    serve_archive(path, host=host, port=port, public=opened, download=download, immutable=immutable)
