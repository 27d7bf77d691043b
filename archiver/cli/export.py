"""`archiver export`: the archive in a form that others can use without this program."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from archiver.cli.output import DatabaseArgument, JsonOption, say, write
from archiver.cli.progress import with_progress
from archiver.cli.snapshot import now


def export(
    db: DatabaseArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="the folder to write")],
    to: Annotated[
        Literal["site"], typer.Option("--to", help="what to write: pages for any web server")
    ] = "site",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url", metavar="URL", help="where the site will be: feeds and cards need it"
        ),
    ] = "",
    json: JsonOption = False,
) -> None:
    """Write the pages of DB into OUT as a static site, which needs no program on the server.

    It has a search of its own, and the database to download, without fetched bytes or what was
    withdrawn. A run that was stopped goes on where it was; OUT is left alone where it holds
    something else.

    Example:
        archiver export news.db public/ --to site --base-url https://archive.example.org/
    """
    import json as codec

    from archiver.errors import InputError
    from archiver.model import iso
    from archiver.web.static_site import write_site

    path = Path(db)
    if base_url and not base_url.startswith(("http://", "https://")):
        raise InputError(f"{base_url}: no address of a site. It begins with https://")
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    written = write_site(path, out, base_url=base, moment=iso(now()))
    files_n = new_n = 0
    for page in with_progress(written, 0, "Pages"):
        files_n += 1
        new_n += page.is_new
    if json:
        document = {"folder": str(out), "files": files_n, "new": new_n, "base_url": base}
        write(codec.dumps(document) + "\n")
        return
    feeds = "" if base else " No feeds: they need --base-url."
    say(f"{out}: {files_n:,} files, {new_n:,} of them written now.{feeds}")
    write(f"python -m http.server --directory {out}\n")
