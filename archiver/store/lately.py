"""What changed lately: in the whole archive, or what fits some filters; and how much, where.

Nothing here reads more rows as the archive grows: lists come from an index in the order they are
shown, in pages; of edits that a filter leaves out, so many are passed over and no more; counts
were made when the versions were written.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from statistics import median
from typing import Final, NamedTuple

from archiver.model import Article, ChangeKind, Grade
from archiver.store import queries
from archiver.store.permanent import named

LOOKED_AT: Final = 2_000
"""Edits that are passed over, at most, in search of those that fit."""

CHANGES_MAX: Final = 4
"""Changes shown of an edit."""

CHANGES_READ: Final = 24
"""Changes of an edit of which the gravest are shown."""

LETTERS_MAX: Final = 240
"""Letters shown of either side of a change."""

SAMPLE: Final = 100
"""The latest edits of a site that its habits are told from."""

BY_CHANGE: Final = "select distinct version_id as id, first_seen from changes"
BY_VERSION: Final = "select id, first_seen from versions"
OF_VERSION: Final = "select version_id from changes where version_id = versions.id"

DAY_S: Final = 86_400


class Filters(NamedTuple):
    """Which edits are asked for: those that fit all that is given; what is empty fits all.

    `told` is "announced" or "silent". `since` is a time, or the head of one (a day, a year).
    `before` is a time, or what `Page.following` gave.
    """

    grade: str = ""
    kind: str = ""
    site: str = ""
    told: str = ""
    since: str = ""
    before: str = ""
    article_id: int | None = None


class Said(NamedTuple):
    """One change in a list: its text is cut at `LETTERS_MAX`."""

    kind: ChangeKind
    grade: Grade
    field: str
    old: str
    new: str


class Lately(NamedTuple):
    """One edit: a version and the one before it.

    `name` and `old_name` are the permanent names of both. `changes` are the gravest of
    `changes_n`.
    """

    article_id: int
    uri: str
    title: str
    site: str
    version_id: int
    number: int
    first_seen: str
    last_seen_old: str
    sha256: str
    name: str
    old_name: str
    headline: str
    disclosed: bool | None
    grades: tuple[Grade, ...]
    removed_n: int
    inserted_n: int
    moved_n: int
    revert_of: int | None
    changes_n: int
    changes: tuple[Said, ...]


class Page(NamedTuple):
    """Edits, the latest first. `following` is the `before` that gives more, "" at the end.

    `is_cut` where the search ended because `LOOKED_AT` edits were passed over.
    """

    edits: tuple[Lately, ...]
    following: str
    is_cut: bool


class Site(NamedTuple):
    """A site, and what was counted of it."""

    id: int
    host: str
    articles_n: int
    revised_n: int
    edits_n: int
    announced_n: int
    silent_n: int


class Day(NamedTuple):
    """Edits first seen on a day: the rest is neither announced nor silent."""

    day: str
    edits_n: int
    announced_n: int
    silent_n: int


class Habits(NamedTuple):
    """How soon a site edits, told from its latest `edits_n` edits and first edits.

    `first_edit_s` is the median from the first sight of an article to the first edit of those
    that were edited; None where none was. `within_day_n` edits came within 24 hours of it.
    """

    edits_n: int
    first_edit_s: float | None
    within_day_n: int


def entries(connection: sqlite3.Connection, filters: Filters, most: int) -> tuple[Lately, ...]:
    """Give the latest `most` edits that fit."""
    return page(connection, filters, most).edits


def page(connection: sqlite3.Connection, filters: Filters, most: int) -> Page:
    """Give a page of the edits that fit.

    Candidates are read one by one, and no further than the page goes: a join of them all, sorted,
    reads two thousand rows for thirty.
    """
    source, fits, values = _plan(filters)
    edits: list[Lately] = []
    candidates = connection.execute(
        f"""
        select id, first_seen, {_fits_sql(fits)} from ({source} limit {LOOKED_AT}) as candidates
        """,  # noqa: S608 - SQL of this file, values apart
        values,
    )
    looked_at, reached = 0, ""
    for version_id, first_seen, is_fit in candidates:
        looked_at, reached = looked_at + 1, _key(first_seen, version_id)
        row = _row(connection, version_id) if is_fit else None
        if row and len(edits) == most:
            before = _key(edits[-1].first_seen, edits[-1].version_id)
            return Page(tuple(edits), before, is_cut=False)
        if row:
            edits.append(_lately(connection, row, filters))
    is_cut = looked_at == LOOKED_AT
    return Page(tuple(edits), reached if is_cut else "", is_cut)


def _fits_sql(fits: Sequence[str]) -> str:
    """Give SQL for whether a candidate fits: most that do not are never read whole."""
    if not fits:
        return "1"
    every = " and ".join(fits)
    return f"(select {every} from versions where versions.id = candidates.id)"  # noqa: S608


def _row(connection: sqlite3.Connection, version_id: int) -> tuple[object, ...] | None:
    """Give what a page shows of an edit; None where there is no version before it."""
    found: tuple[object, ...] | None = connection.execute(
        """
        select articles.id, articles.uri, articles.title, sites.host, versions.id,
            versions.number, versions.first_seen, coalesce(versions.last_seen_old, ''),
            versions.sha256, older.first_seen, older.sha256, versions.headline,
            versions.disclosed, versions.grades, versions.removed_n, versions.inserted_n,
            versions.moved_n, versions.revert_of, versions.changes_n
        from versions
        cross join articles on articles.id = versions.article_id
        cross join sites on sites.id = articles.site_id
        cross join versions as older
            on older.article_id = versions.article_id and older.number = versions.number - 1
        where versions.id = ?
        """,
        (version_id,),
    ).fetchone()
    return found


def _plan(filters: Filters) -> tuple[str, list[str], dict[str, object]]:
    """Give SQL for (id, first_seen) of candidates, the latest first, and what else must fit.

    The candidates come from the index of one filter, the one that leaves out most.
    """
    values: dict[str, object] = {}
    fits = []
    by_change = ""
    of_version = ["+number > 1"]  # the plus sign: an index by number would have to be sorted
    for name, column in (("grade", "grade"), ("kind", "kind")):
        wanted = getattr(filters, name)
        if not wanted:
            continue
        values[name] = wanted
        if not by_change:
            by_change = f"{column} = :{name}"
        else:
            fits.append(f"exists ({OF_VERSION} and +{column} = :{name})")
    if filters.article_id is not None:
        values["article_id"] = filters.article_id
        of_version.append("article_id = :article_id")
    if filters.site:
        values["site"] = filters.site
        of_version.append("site_id = (select id from sites where host = :site)")
    if filters.told:
        values["disclosed"] = int(filters.told == "announced")
        of_version.append("disclosed = :disclosed")
    span, more = _span(filters)
    values |= more
    if by_change:
        where = " and ".join([by_change, *(part.format(id="version_id") for part in span)])
        source = f"{BY_CHANGE} where {where} order by first_seen desc, version_id desc"
        fits += [f"versions.{fit}" for fit in of_version[1:]]  # a first version has no change
        return source, fits, values
    # One of the two picks the index; a plus sign keeps the other from it.
    if filters.article_id is not None:
        of_version = [
            of_version[0],
            *(
                part.replace("site_id", "+site_id", 1).replace("disclosed", "+disclosed", 1)
                for part in of_version[1:]
            ),
        ]
    elif filters.site and filters.told:
        of_version[-1] = f"+{of_version[-1]}"
    where = " and ".join([*of_version, *(part.format(id="id") for part in span)])
    source = f"{BY_VERSION} where {where} order by first_seen desc, id desc"
    return source, fits, values


def _span(filters: Filters) -> tuple[list[str], dict[str, object]]:
    """Give the conditions that times set, with {id} for the row's id, and their values."""
    span = []
    values: dict[str, object] = {}
    if filters.since:
        span.append("first_seen >= :since")
        values["since"] = filters.since
    if filters.before:
        moment, _, row = filters.before.partition("~")
        values["before"] = moment
        if row.isdecimal() and len(row) <= 18:
            span.append("(first_seen, {id}) < (:before, :before_id)")
            values["before_id"] = int(row)
        else:
            span.append("first_seen < :before")
    return span, values


def _key(moment: str, version_id: int) -> str:
    return f"{moment}~{version_id}"


def _lately(connection: sqlite3.Connection, row: Sequence[object], filters: Filters) -> Lately:
    (article_id, uri, title, site, version_id, number, first_seen, last_seen_old, sha256) = row[:9]
    old_first_seen, old_sha256, headline, disclosed, grades, removed, inserted, moved = row[9:17]
    revert_of, changes_n = row[17:]
    return Lately(
        article_id=int(str(article_id)),
        uri=str(uri),
        title=str(title),
        site=str(site),
        version_id=int(str(version_id)),
        number=int(str(number)),
        first_seen=str(first_seen),
        last_seen_old=str(last_seen_old),
        sha256=str(sha256),
        name=named(str(first_seen), str(sha256)),
        old_name=named(str(old_first_seen), str(old_sha256)),
        headline=str(headline),
        disclosed=None if disclosed is None else bool(disclosed),
        grades=tuple(json.loads(str(grades))),
        removed_n=int(str(removed)),
        inserted_n=int(str(inserted)),
        moved_n=int(str(moved)),
        revert_of=None if revert_of is None else int(str(revert_of)),
        changes_n=int(str(changes_n)),
        changes=tuple(_said(connection, int(str(version_id)), filters)),
    )


def _said(connection: sqlite3.Connection, version_id: int, filters: Filters) -> list[Said]:
    """Give the gravest changes of an edit, those that a filter asks for before all others."""
    from archiver.store.changes import GRADES

    found = [
        Said(*row)
        for row in connection.execute(
            """
            select kind, grade, field, substr(old, 1, :letters), substr(new, 1, :letters)
            from changes where version_id = :version_id order by position limit :most
            """,
            {"version_id": version_id, "letters": LETTERS_MAX, "most": CHANGES_READ},
        )
    ]
    found.sort(
        key=lambda one: (
            one.grade != filters.grade and bool(filters.grade),
            one.kind != filters.kind and bool(filters.kind),
            -GRADES.index(one.grade) if one.grade in GRADES else 0,
        )
    )
    return found[:CHANGES_MAX]


def sites(connection: sqlite3.Connection, most: int) -> list[Site]:
    """Give the sites that edit most."""
    rows = connection.execute(
        """
        select id, host, articles_n, revised_n, edits_n, announced_n, silent_n from sites
        order by edits_n desc, id desc limit ?
        """,
        (most,),
    )
    return [Site(*row) for row in rows]


def site(connection: sqlite3.Connection, host: str) -> Site | None:
    """Give the site of that name."""
    row = connection.execute(
        """
        select id, host, articles_n, revised_n, edits_n, announced_n, silent_n from sites
        where host = ?
        """,
        (host,),
    ).fetchone()
    return None if row is None else Site(*row)


def latest_day(connection: sqlite3.Connection, site_id: int | None = None) -> str:
    """Give the last day with an edit, "" where there was none."""
    where = "" if site_id is None else "where site_id = :site_id"
    (day,) = connection.execute(
        f"select max(day) from days {where}",  # noqa: S608 - a constant of this function
        {"site_id": site_id},
    ).fetchone()
    return day or ""


def days(
    connection: sqlite3.Connection, first: str, last: str, site_id: int | None = None
) -> list[Day]:
    """Give the days from `first` to `last` that had edits, in order."""
    of_site = "" if site_id is None else "and site_id = :site_id"
    rows = connection.execute(
        f"""
        select day, sum(edits_n), sum(announced_n), sum(silent_n) from days
        where day between :first and :last {of_site} group by day order by day
        """,  # noqa: S608 - a constant of this function
        {"first": first, "last": last, "site_id": site_id},
    )
    return [Day(*row) for row in rows if row[1]]


def most_revised(connection: sqlite3.Connection, most: int) -> list[Article]:
    """Give the articles with most versions."""
    rows = connection.execute(
        f"""
        {queries.ARTICLE} where versions_n > 1 order by versions_n desc, articles.id desc limit ?
        """,
        (most,),
    )
    return [queries.article_of(tuple(row)) for row in rows]


def articles_of(
    connection: sqlite3.Connection, site_id: int, *, before: str, most: int
) -> Iterator[Article]:
    """Give the articles of a site, what changed last first, before a time and an id."""
    moment, _, row = before.partition("~")
    is_key = row.isdecimal() and len(row) <= 18
    found = connection.execute(
        f"""
        {queries.ARTICLE}
        where site_id = :site_id and {
            "(last_changed, articles.id) < (:moment, :row)"
            if is_key
            else "last_changed is not null"
        }
        order by last_changed desc, articles.id desc limit :most
        """,
        {"site_id": site_id, "moment": moment, "row": int(row) if is_key else 0, "most": most},
    )
    return (queries.article_of(tuple(one)) for one in found)


def habits(connection: sqlite3.Connection, site_id: int) -> Habits:
    """Tell how soon a site edits, from its latest edits."""
    firsts = _ages(connection, site_id, "versions.number = 2")
    every = _ages(connection, site_id, "versions.number > 1", index="versions_site")
    return Habits(
        edits_n=len(every),
        first_edit_s=median(firsts) if firsts else None,
        within_day_n=sum(age <= DAY_S for age in every),
    )


def _ages(
    connection: sqlite3.Connection, site_id: int, which: str, index: str = "versions_site_number"
) -> list[float]:
    """Give how old articles were at their latest edits, in seconds."""
    rows = connection.execute(
        f"""
        select articles.first_seen, versions.first_seen
        from versions indexed by {index}
        cross join articles on articles.id = versions.article_id
        where versions.site_id = ? and {which}
        order by versions.first_seen desc limit ?
        """,  # noqa: S608 - constants of this file
        (site_id, SAMPLE),
    )
    return [
        (datetime.fromisoformat(edited) - datetime.fromisoformat(first)).total_seconds()
        for first, edited in rows
    ]
