"""`archiver publish`: a copy fit for publishing, and the recipe of an image that serves it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from archiver.cli.output import DatabaseArgument, JsonOption, say, write
from archiver.cli.snapshot import now


def publish(
    db: DatabaseArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="the folder to write")],
    payloads: Annotated[
        bool,
        typer.Option("--payloads/--no-payloads", help="also the pages as they were fetched"),
    ] = False,
    withdraw: Annotated[
        list[str] | None,
        typer.Option("--withdraw", metavar="ARTICLE", help="leave it out of this copy"),
    ] = None,
    wheel: Annotated[
        Path | None,
        typer.Option("--wheel", metavar="FILE", help="install this wheel of archiver in the image"),
    ] = None,
    to: Annotated[
        Literal["cloudrun", "heroku", "fly"] | None,
        typer.Option("--to", help="print the command that hands the copy over to this service"),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Write a copy of DB into OUT that can be published, with a Dockerfile that serves it.

    The copy is vacuumed, checked and inspected. It has no fetched bytes unless asked, and nothing
    of what was withdrawn. OUT is replaced where an earlier run wrote it, and left alone otherwise.

    Example:
        archiver publish news.db public/
    """
    import json as codec

    from archiver.errors import InputError
    from archiver.model import iso
    from archiver.store.files import reading
    from archiver.store.queries import find_article
    from archiver.web.publish import hand_over
    from archiver.web.publish import publish as publish_archive

    path = Path(db)
    if wheel is not None and not wheel.is_file():
        raise InputError(f"{wheel}: no such wheel. `pip wheel --no-deps .` makes one")
    with reading(path) as connection:
        left_out = tuple(find_article(connection, name).id for name in withdraw or ())
    made = publish_archive(
        path, out, with_payloads=payloads, withdraw=left_out, moment=iso(now()), wheel=wheel
    )
    command = hand_over(made, to) if to else ""
    if json:
        document = {
            "folder": str(made.folder),
            "database": str(made.database),
            "size_bytes": made.size_bytes,
            "articles": made.articles_n,
            "versions": made.versions_n,
            "withdrawn": made.withdrawn_n,
            "command": command,
        }
        write(codec.dumps(document) + "\n")
        return
    say(
        f"{made.folder}: {made.articles_n:,} articles in {made.versions_n:,} versions, "
        f"{made.size_bytes / 1e6:,.1f} MB; {made.withdrawn_n:,} withdrawn."
    )
    write(f"{command or f'docker build -t archive {made.folder}'}\n")
