"""The commands and their names. Command bodies import what they need: `--help` stays quick."""

import typer

from archiver import __version__
from archiver.cli import (
    blame,
    changes,
    diff,
    export,
    publish,
    reading,
    reextract,
    search,
    serve,
    show,
    snapshot,
    watch,
    withdraw,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"archiver {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False,
        "--version",
        help="show the version and exit",
        callback=_print_version,
        is_eager=True,
    ),
) -> None:
    """Archive article versions, and show word by word what changed between them.

    Example:
        archiver snapshot news.db snapshots/

        archiver diff news.db harbour-bridge
    """


def build_app() -> typer.Typer:
    """Give the command line, every command registered."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    app.command("snapshot")(snapshot.snapshot)
    app.command("watch")(watch.watch)
    app.command("list")(reading.list_articles)
    app.command("log")(reading.log)
    app.command("diff")(diff.diff)
    app.command("show")(show.show)
    app.command("blame")(blame.blame)
    app.command("changes")(changes.changes)
    app.command("search")(search.search)
    app.command("reextract")(reextract.reextract)
    app.command("withdraw")(withdraw.withdraw)
    app.command("serve")(serve.serve)
    app.command("publish")(publish.publish)
    app.command("export")(export.export)
    return app
