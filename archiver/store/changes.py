"""What readers ask of the changes of an archive: the newest first, or those that hold words."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from archiver.model import Change, ChangeKind, Grade
from archiver.store.words import match

GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
KINDS: Final[tuple[ChangeKind, ...]] = get_args(ChangeKind)

SUBSTANCE: Final[tuple[Grade, ...]] = (
    "number",
    "date",
    "name",
    "quotation",
    "negation",
    "headline",
)
"""What a reader would want to be told of. The view `stealth_edits` lists the same."""

Side = Literal["old", "new"]

NEWEST_FIRST: Final = "changes.first_seen desc, changes.version_id desc, changes.position"

COLUMNS: Final = """
    articles.id, articles.uri, articles.title, versions.id, versions.number, versions.name,
    versions.first_seen, versions.disclosed, changes.kind, changes.grade, changes.rule,
    changes.old, changes.new, changes.block, changes.field, changes.in_note, changes.removed_n,
    changes.inserted_n
"""


class Found(NamedTuple):
    """A change, the article and the version it made. `disclosed` is that version's."""

    article_id: int
    uri: str
    title: str
    version_id: int
    number: int
    version_name: str
    first_seen: str
    disclosed: bool | None
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which changes are asked for: those that fit all that is given; what is empty fits all.

    `since` is ISO 8601 UTC. `is_stealth` asks for changes of substance in versions in which no
    note and no new date was found.
    """

    grades: Sequence[Grade] = ()
    kinds: Sequence[ChangeKind] = ()
    site: str = ""
    since: str = ""
    article_id: int | None = None
    is_stealth: bool = False


def _conditions(wanted: Wanted) -> tuple[list[str], dict[str, object]]:
    """Give what rows must fit, and its values.

    A plus sign keeps SQLite from an index whose rows it would have to sort: several grades are
    left out on the way through the newest changes.
    """
    fits: list[str] = []
    values: dict[str, object] = {}

    def among(column: str, name: str, allowed: Sequence[str]) -> None:
        marks = []
        for index, value in enumerate(allowed):
            values[f"{name}{index}"] = value
            marks.append(f":{name}{index}")
        fits.append(f"{column} in ({', '.join(marks)})")

    if len(wanted.grades) == 1:
        fits.append("changes.grade = :grade")
        values["grade"] = wanted.grades[0]
    elif wanted.grades:
        among("+changes.grade", "grade", wanted.grades)
    if wanted.kinds:
        among("+changes.kind", "kind", wanted.kinds)
    if wanted.is_stealth:
        among("+changes.grade", "substance", SUBSTANCE)
        fits.append("+versions.disclosed = 0")
    if wanted.site:
        fits.append("+sites.host = :site")
        values["site"] = wanted.site
    if wanted.since:
        fits.append("changes.first_seen >= :since")
        values["since"] = wanted.since
    if wanted.article_id is not None:
        fits.append("changes.article_id = :article_id")
        values["article_id"] = wanted.article_id
    return fits, values


def _rows(
    connection: sqlite3.Connection,
    source: str,
    fits: Sequence[str],
    values: dict[str, object],
    most: int | None,
) -> Iterator[Found]:
    """Read the changes that `source` (SQL, which names the table `changes`) gives.

    `cross join` keeps the tables in this order: the newest change is looked up first.
    """
    where = f"where {' and '.join(fits)}" if fits else ""
    rows = connection.execute(
        f"""
        select {COLUMNS} from {source}
        cross join versions on versions.id = changes.version_id
        cross join articles on articles.id = changes.article_id
        cross join sites on sites.id = articles.site_id
        {where} order by {NEWEST_FIRST} limit :most
        """,  # noqa: S608 - SQL of this file, values apart
        {**values, "most": -1 if most is None else most},
    )
    for row in rows:
        yield Found(
            article_id=row[0],
            uri=row[1],
            title=row[2],
            version_id=row[3],
            number=row[4],
            version_name=row[5],
            first_seen=row[6],
            disclosed=None if row[7] is None else bool(row[7]),
            change=Change(
                kind=row[8],
                grade=row[9],
                rule=row[10],
                old=row[11],
                new=row[12],
                block=row[13],
                field=row[14],
                in_note=bool(row[15]),
                removed_n=row[16],
                inserted_n=row[17],
            ),
        )


def changes(
    connection: sqlite3.Connection, wanted: Wanted, most: int | None = None
) -> Iterator[Found]:
    """Give the changes that fit, the newest first, each version's in the order of its diff.

    They are read one by one, without sorting: the first comes at once, however many there are.
    """
    fits, values = _conditions(wanted)
    return _rows(connection, "changes", fits, values, most)


def changes_of(connection: sqlite3.Connection, article_id: int, number: int) -> Iterator[Change]:
    """Give the changes that made a version of an article, in the order of its diff."""
    fits = ["changes.article_id = :article", "versions.number = :number"]
    values: dict[str, object] = {"article": article_id, "number": number}
    return (found.change for found in _rows(connection, "changes", fits, values, None))


def search_changes(
    connection: sqlite3.Connection,
    query: str,
    sides: Sequence[Side],
    wanted: Wanted,
    most: int | None = None,
) -> Iterator[Found]:
    """Give the changes with all words of `query` on one of `sides`, in the order of `changes`.

    Chinese, Japanese and Thai are found by the characters that were typed.
    """
    words = match(query)
    if not words:
        return iter(())
    fits, values = _conditions(wanted)
    values["words"] = " OR ".join(f"({{{side}}} : ({words}))" for side in sides)
    source = "changes_fts cross join changes on changes.id = changes_fts.rowid"
    return _rows(connection, source, ["changes_fts match :words", *fits], values, most)
