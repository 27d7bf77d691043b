"""`archiver watch`: look again when it is due, politely, until stopped."""

from pathlib import Path
from typing import Annotated

import typer

from archiver.cli.changes import GradeOption, known_grades
from archiver.cli.output import (
    CsvOption,
    DatabaseArgument,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    form,
    say,
)
from archiver.cli.web_options import ContactOption, GapOption, PrivateOption, RenderOption

PARTLY = 3


def watch(
    db: DatabaseArgument,
    addresses: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[URL|FEED...]",
            help="watch these too: articles, feeds, sitemaps, or home pages, for their feeds",
            show_default=False,
        ),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="look at what is due, then end: for cron")
    ] = False,
    plan: Annotated[
        bool, typer.Option("--plan", help="print what is due and what it will cost, and end")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="print what the latest looks found, and end")
    ] = False,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop",
            metavar="URL",
            help="watch this no more; what was seen is kept",
            show_default=False,
        ),
    ] = None,
    contact: ContactOption = "",
    gap: GapOption = 2.0,
    budget: Annotated[
        int, typer.Option("--budget", metavar="N", min=1, help="looks at a host a day, at the most")
    ] = 5_000,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, max=256, help="hosts asked at once")
    ] = 32,
    deadline: Annotated[
        float,
        typer.Option("--deadline", metavar="S", min=0.1, help="seconds for a whole request"),
    ] = 30.0,
    allow_private: PrivateOption = False,
    render: RenderOption = "needed",
    alert: Annotated[
        list[str] | None,
        typer.Option(
            "--alert",
            metavar="RECEIVER",
            help="tell of each edit: an address of apprise, as mailto://, json://, ntfy://",
            show_default=False,
        ),
    ] = None,
    grade: GradeOption = [],  # noqa: B006 - Typer reads it, nobody changes it
    site: Annotated[
        list[str] | None,
        typer.Option(
            "--site",
            metavar="HOST",
            help="alert of this site (may be repeated)",
            show_default=False,
        ),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article",
            metavar="ARTICLE",
            help="alert of this article (may be repeated)",
            show_default=False,
        ),
    ] = None,
    links: Annotated[
        str,
        typer.Option(
            "--links",
            metavar="URL",
            help="where DB is served, for links in alerts: https://host/news",
            show_default=False,
        ),
    ] = "",
    silent: Annotated[bool, typer.Option("--silent", "-s", help="no line for each look")] = False,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """Look again at all that is watched in DB when it is due, until stopped.

    An article is looked at often on its first day, and ever more rarely after that; sooner again
    after a change. robots.txt, Retry-After and a gap between requests are kept. What a feed or a
    sitemap names is watched too. Every look is recorded, whatever it finds. Ctrl-C and SIGTERM end
    it once the looks under way are recorded.

    --grade, --site and --article choose the edits that --alert tells of; all are recorded.

    Example:
        archiver watch news.db https://news.example.org/feed.xml --contact desk@example.org

        archiver watch news.db --plan
    """
    from archiver.cli import watching
    from archiver.sources.http.fetch import Manners
    from archiver.store import open_store
    from archiver.store.files import reading
    from archiver.watch.lock import watching as alone
    from archiver.watch.loop import Options

    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    if plan and status:
        raise typer.BadParameter("--plan and --status exclude each other")
    if (plan or status) and addresses:
        raise typer.BadParameter("--plan and --status look at nothing: leave out the addresses")
    if plan or status:
        with reading(Path(db)) as connection:
            (watching.print_plan if plan else watching.print_status)(connection, wanted)
        return
    if wanted not in {"text", "nl"}:
        raise typer.BadParameter(f"--{wanted} is for --plan and --status; --nl prints each look")
    grades = known_grades(grade)
    told = watching.Telling(wanted, silent=silent)
    manners = Manners(contact=contact, gap_s=gap, deadline_s=deadline, allow_private=allow_private)
    options = Options(once=once, budget_n=budget, workers_n=workers)
    receivers = watching.receivers(alert or [])
    with alone(Path(db)), open_store(Path(db)) as store:
        watching.drop(store, drop or [])
        chosen = watching.chosen(store, grades, site or [], article or [])
        with watching.watcher(
            store, manners, options, told, receivers, chosen, links, render
        ) as one:
            watching.add(one, addresses or [], told)
            if not watching.is_any(store):
                raise typer.BadParameter("nothing is watched yet: name an article or a feed")
            if not contact:
                say("No --contact was given: hosts cannot ask you about your looks.")
            one.run()
    say(told.summary())
    if told.failed_n or told.wrong_n:
        raise typer.Exit(PARTLY if told.looks_n > told.failed_n else 1)
