"""Rows on standard output, in the forms and under the option names of sqlite-utils."""

import csv
import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import typer

Form = Literal["text", "json", "nl", "csv", "tsv", "table"]

NUMBER_MAX = 2**31 - 1
"""More versions than anything has; SQLite's own numbers end later."""

DatabaseArgument = Annotated[
    str, typer.Argument(metavar="DB", help="the archive, a SQLite file", show_default=False)
]
ArticleArgument = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE",
        help="its address, its number, or an unambiguous part of its address or headline",
        show_default=False,
    ),
]
VersionOption = Annotated[
    int | None,
    typer.Option("--version", "-v", max=NUMBER_MAX, help="its number", show_default="the latest"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="print one JSON document")]
NlOption = Annotated[bool, typer.Option("--nl", help="print one JSON object a line")]
CsvOption = Annotated[bool, typer.Option("--csv", help="print comma-separated values")]
TsvOption = Annotated[bool, typer.Option("--tsv", help="print tab-separated values")]
TableOption = Annotated[bool, typer.Option("-t", "--table", help="print a plain table")]


def form(*, json: bool, nl: bool, csv: bool, tsv: bool, table: bool) -> Form:
    """Give the one form that was asked for, or end in wrong usage where there are two."""
    flags: dict[Form, bool] = {"json": json, "nl": nl, "csv": csv, "tsv": tsv, "table": table}
    asked = [name for name, is_asked in flags.items() if is_asked]
    if len(asked) > 1:
        raise typer.BadParameter(f"--{asked[0]} and --{asked[1]} exclude each other")
    return asked[0] if asked else "text"


def _cell(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def _separated(rows: Sequence[Mapping[str, Any]], names: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return out.getvalue()


def _table(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    from tabulate import tabulate

    from archiver.render.visible import visible

    cells = [
        ["" if row[name] is None else visible(str(_cell(row[name]))) for name in names]
        for row in rows
    ]
    return f"{tabulate(cells, headers=list(names), disable_numparse=True)}\n"


def print_rows(rows: Iterable[Mapping[str, Any]], names: Sequence[str], form: Form) -> None:
    """Print `rows` (each with all of `names`) in a machine's form, or as a table."""
    listed = list(rows)
    if form == "json":
        write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    elif form == "nl":
        write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in listed))
    elif form == "csv":
        write(_separated(listed, names, ","))
    elif form == "tsv":
        write(_separated(listed, names, "\t"))
    else:
        write(_table(listed, names))


def write(text: str) -> None:
    """Write to standard output in UTF-8, whatever the locale: archives hold every script.

    On a terminal, characters that would steer it are made visible; a program gets them as they are.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
    if sys.stdout.isatty():
        from archiver.render.visible import visible

        text = visible(text)
    write_clean(text)


def write_clean(text: str) -> None:
    """Write what holds no hidden character but our own colours."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """Tell the user something that is no data: on standard error."""
    from archiver.render.visible import visible

    typer.echo(visible(message.replace("\n", " ")), err=True)


def minutes(moment: str) -> str:
    """Give a time for people: the minute is enough, and it is always UTC.

    >>> minutes("2025-03-04T06:15:00Z")
    '2025-03-04 06:15'
    """
    return moment[:16].replace("T", " ")


def counted(count: int, noun: str) -> str:
    """Give a count with its noun.

    >>> counted(1, "version"), counted(2, "version")
    ('1 version', '2 versions')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
