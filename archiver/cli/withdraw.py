"""`archiver withdraw`: an article that may no longer be shown."""

from pathlib import Path
from typing import Annotated

import typer

from archiver.cli.output import DatabaseArgument, JsonOption, say, write
from archiver.cli.snapshot import now


def withdraw(
    db: DatabaseArgument,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="its address, id or part of its headline")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="why: readers are told this")
    ],
    erase: Annotated[
        bool, typer.Option("--erase", help="erase the kept bytes too; they cannot be had back")
    ] = False,
    vacuum: Annotated[
        bool,
        typer.Option("--vacuum", help="write the file anew, so that no free page holds the texts"),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Hide ARTICLE from every page, feed, search and export, for legal reasons.

    Its texts are removed; its address, captures and digests stay, and so do the compressed bytes
    it was read from, which nothing shows, unless --erase. A published copy never has them. Its
    page answers 451 with the reason. New captures of it are not recorded.

    Example:
        archiver withdraw news.db harbour-bridge --reason "Court order 12 O 34/25"
    """
    import json as codec

    from archiver.errors import InputError
    from archiver.model import iso
    from archiver.store import open_store, withdrawals
    from archiver.store.files import reading
    from archiver.store.queries import find_article

    why = " ".join(reason.split())
    if not why:
        raise InputError("an empty reason: --reason says why, and readers are told it")
    path = Path(db)
    with reading(path) as connection:
        found = find_article(connection, article)
    with open_store(path) as store:
        with store.transaction():
            withdrawals.withdraw(store.connection, found.id, why, iso(now()), erase=erase)
        if vacuum:
            say("Writing the file anew; that may take a while.")
            withdrawals.sweep(store.connection)
    if json:
        write(codec.dumps({"article": found.uri, "reason": why, "erased": erase}) + "\n")
    else:
        say(f"{found.uri}: withdrawn. {why}")
        if not vacuum:
            say("Free pages of the file may still hold its words: --vacuum writes it anew.")
