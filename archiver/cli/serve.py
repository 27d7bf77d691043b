"""`archiver serve`: the archive in Datasette."""

from pathlib import Path
from typing import Annotated

import typer

from archiver.cli.output import DatabaseArgument


def serve(
    db: DatabaseArgument,
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="the port")] = 8001,
) -> None:
    """Serve DB with Datasette until Ctrl-C: article, compare and version pages, tables and SQL.

    Example:
        archiver serve news.db --port 8001
    """
    from archiver.store.files import reading
    from archiver.web.serve import serve as serve_archive

    path = Path(db)
    with reading(path):
        pass  # refuse what is no archive before Datasette is started
    serve_archive(path, host=host, port=port)
