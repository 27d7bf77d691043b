"""`archiver changes`: what changed, across the whole archive."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from archiver.cli.output import (
    NUMBER_MAX,
    CsvOption,
    DatabaseArgument,
    Form,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    form,
    minutes,
    print_rows,
    write,
)

if TYPE_CHECKING:
    from archiver.model import Change, Grade
    from archiver.store.changes import Found

COLUMNS = (
    "article",
    "url",
    "title",
    "from",
    "to",
    "first_seen",
    "disclosed",
    "kind",
    "grade",
    "rule",
    "old",
    "new",
    "block",
    "field",
    "in_note",
)
ROWS_AT_ONCE = 500
"""Rows written together: enough that writing costs little, few enough to hold."""
SIDE_LETTERS = 160
"""What a line shows of either side; `--json` gives it whole."""

Name = TypeVar("Name", bound=str)

GradeOption = Annotated[
    list[str],
    typer.Option("--grade", metavar="GRADE", help="only of this grade (may be repeated)"),
]
SiteOption = Annotated[str, typer.Option("--site", metavar="HOST", help="only of this site")]


def changes(
    db: DatabaseArgument,
    grade: GradeOption = [],  # noqa: B006 - Typer reads it, nobody changes it
    kind: Annotated[
        list[str],
        typer.Option("--kind", metavar="KIND", help="only of this kind (may be repeated)"),
    ] = [],  # noqa: B006 - as above
    site: SiteOption = "",
    since: Annotated[
        str, typer.Option("--since", metavar="TIME", help="only first seen since, UTC")
    ] = "",
    article: Annotated[
        str,
        typer.Option(
            "--article", metavar="ARTICLE", help="only of this one, named as in `archiver log`"
        ),
    ] = "",
    stealth: Annotated[
        bool,
        typer.Option(
            "--stealth",
            help="only numbers, dates, names, quotations, negations and headlines that changed "
            "while no note appeared and no claimed date changed",
        ),
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            max=NUMBER_MAX,
            help="changes at the most",
            show_default="all",
        ),
    ] = None,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """List the changes in DB, the newest first: what went, what came, and its grade.

    Removed words stand in [-...-], new ones in {+...+}. Each version's changes stand together.

    Example:
        archiver changes news.db --grade number --grade date
    """
    from archiver.cli.show import moment
    from archiver.model import iso
    from archiver.store import queries
    from archiver.store.changes import KINDS, Wanted
    from archiver.store.changes import changes as found_changes
    from archiver.store.files import reading

    wanted_form = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    grades, kinds = known_grades(grade), _known(kind, KINDS, "--kind")
    after = iso(moment(since)) if since else ""
    with reading(Path(db)) as connection:
        wanted = Wanted(
            grades=grades,
            kinds=kinds,
            site=site,
            since=after,
            article_id=queries.find_article(connection, article).id if article else None,
            is_stealth=stealth,
        )
        print_changes(found_changes(connection, wanted, limit), wanted_form, "No such change.\n")


def _known(given: Iterable[str], allowed: tuple[Name, ...], option: str) -> list[Name]:
    """Give `given` as what it names, or end in wrong usage, which says what there is."""
    by_name = {str(name): name for name in allowed}
    unknown = [name for name in given if name not in by_name]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r}: {option} is one of {', '.join(by_name)}")
    return [by_name[name] for name in dict.fromkeys(given)]


def known_grades(given: Iterable[str]) -> "list[Grade]":
    """Give the grades that `given` names, or end in wrong usage, which names them all."""
    from archiver.store.changes import GRADES

    return _known(given, GRADES, "--grade")


def print_changes(found: "Iterator[Found]", wanted: Form, none: str) -> None:
    """Print changes as they come, grouped by version, or as rows; `none` where there are none."""
    if wanted == "nl":
        while some := list(islice(found, ROWS_AT_ONCE)):
            print_rows(map(_row, some), COLUMNS, wanted)
    elif wanted == "text":
        is_any = False
        for _, group in groupby(found, key=lambda one: one.version_id):
            write("".join(_lines(group)))
            is_any = True
        if not is_any:
            write(none)
    else:
        print_rows(map(_row, found), COLUMNS, wanted)


def _row(found: "Found") -> dict[str, Any]:
    from archiver.render.machine import change_json

    return {
        "article": found.article_id,
        "url": found.uri,
        "title": found.title,
        "from": found.number - 1,
        "to": found.number,
        "first_seen": found.first_seen,
        "disclosed": found.disclosed,
        **change_json(found.change),
    }


def _lines(group: "Iterable[Found]") -> Iterator[str]:
    """Give a line for a version, and one for each of its changes."""
    is_first = True
    for found in group:
        if is_first:
            told = {True: ", announced", False: ", no note found", None: ""}[found.disclosed]
            yield (
                f"{_one_line(found.title)} ({found.article_id}), {_one_line(found.version_name)}, "
                f"{minutes(found.first_seen)}{told}\n"
            )
            is_first = False
        told = " (a note may speak of it)" if found.change.in_note else ""
        yield f"    {found.change.grade:<11} {_marked(found.change)}{told}\n"


def _marked(change: "Change") -> str:
    """Give both sides in one line, each with its marks, long ones cut."""
    field = "" if change.field == "body" else f"{change.field.replace('_', ' ')}: "
    if change.kind in {"move", "split", "merge"}:
        word = {"move": "moved", "split": "split", "merge": "merged"}[change.kind]
        return f"{field}{word}: {_cut(change.new)}"
    if change.old == change.new:
        return f"{field}of another kind: {_cut(change.new)}"
    old = f"[-{_cut(change.old)}-]" if change.old else ""
    new = f"{{+{_cut(change.new)}+}}" if change.new else ""
    return f"{field}{old}{new}"


def _one_line(text: str) -> str:
    from archiver.render.visible import visible

    return visible(text).replace("\n", "¶")


def _cut(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= SIDE_LETTERS else f"{line[: SIDE_LETTERS - 3]}..."
