"""Search for pages: in texts, and in what edits took out or put in. Every query is bounded.

Full-text ranking reads every hit: of a common word there are hundreds of thousands. So the best
come first where there are few, and the newest first where there are many.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

from archiver.model import ChangeKind, Grade
from archiver.store.permanent import named
from archiver.store.snippets import BEGIN, END, Part, snippet
from archiver.store.words import bounded_match

HITS_MAX: Final = 1_000
"""Hits up to which the best come first. Of more, so many of the newest are looked at."""

FIELDS_MAX: Final = 200
"""Fields that are looked at for those that fit: a headline stands once for each version."""

HOLDERS_MAX: Final = 100
"""Documents that are looked at, the oldest and the newest each, for where a paragraph stands."""

FIELDS_N: Final = 10
"""Fields given before the paragraphs."""

ARTICLES_MAX: Final = 3
"""Articles named for one paragraph."""

TIME_N: Final = len("2025-03-04T06:15:00Z")
QUERY_MAX: Final = 300
"""Letters of a query that are looked at."""

OTHER_MAX: Final = 240
"""Letters shown of the other side of a change."""

Where = Literal["texts", "removed", "inserted"]
Order = Literal["best", "newest"]

HOLDERS: Final = """
    select document_id from (
        select document_id from document_blocks where block_id = :id
        order by document_blocks.id limit :holders
    )
    union
    select document_id from (
        select document_id from document_blocks where block_id = :id
        order by document_blocks.id desc limit :holders
    )
"""
"""Documents with a paragraph; where an article's captures came in order, its first and last too."""


class Wanted(NamedTuple):
    """What is searched for; what is empty fits all. `grade` is of changes alone."""

    query: str
    where: Where = "texts"
    site: str = ""
    grade: str = ""
    since: str = ""
    order: Order = "best"


class Stand(NamedTuple):
    """An article in which a text stands: from version `first` to `last`, by number.

    `name` is the permanent name of the first.
    """

    article_id: int
    uri: str
    title: str
    site: str
    first: int
    last: int
    first_seen: str
    name: str


class TextHit(NamedTuple):
    """A paragraph or a field with the words. At least `more_n` other articles have it."""

    field: str
    snippet: tuple[Part, ...]
    stands: tuple[Stand, ...]
    more_n: int


class ChangeHit(NamedTuple):
    """A change with the words; `other` is the beginning of its other side."""

    stand: Stand
    old_name: str
    kind: ChangeKind
    grade: Grade
    field: str
    snippet: tuple[Part, ...]
    other: str


class Results(NamedTuple):
    """A page of hits, in `order`.

    `hits_n` paragraphs or changes have the words, whatever the filters: `HITS_MAX` + 1 stands for
    more. `is_cut` where the last page ends because no more hits are looked at.
    """

    texts: tuple[TextHit, ...] = ()
    changes: tuple[ChangeHit, ...] = ()
    order: Order = "best"
    hits_n: int = 0
    has_more: bool = False
    is_cut: bool = False


def search(
    connection: sqlite3.Connection, wanted: Wanted, *, page: int = 1, most: int = 20
) -> Results:
    """Give page `page` of `most` hits; a query without a letter or digit has none."""
    words = bounded_match(wanted.query[:QUERY_MAX])
    if not words:
        return Results()
    values: dict[str, object] = {
        "begin": BEGIN,
        "end": END,
        "looked_at": HITS_MAX,
        "holders": HOLDERS_MAX,
        "site_id": _site_id(connection, wanted.site),
        "since": wanted.since,
        "grade": wanted.grade,
        "most": most + 1,
        "skipped": (page - 1) * most,
    }
    if wanted.where == "texts":
        return _texts(connection, words, wanted, page, most, values)
    return _changes(connection, words, wanted, most, values)


def _site_id(connection: sqlite3.Connection, host: str) -> int | None:
    """Give the id of the site, None where none is asked for, -1 where there is no such site."""
    if not host:
        return None
    row = connection.execute("select id from sites where host = ?", (host,)).fetchone()
    return -1 if row is None else int(row[0])


def _hits_n(connection: sqlite3.Connection, table: str, words: str) -> int:
    (hits_n,) = connection.execute(
        f"select count(*) from (select 1 from {table} where {table} match ? limit ?)",  # noqa: S608 - a constant of this file
        (words, HITS_MAX + 1),
    ).fetchone()
    return int(hits_n)


def _hits(table: str, column: int, order: Order) -> str:
    """Give SQL for (id, marked) of hits, in order, bounded.

    The words are marked on the way: to find one hit again costs more than to mark ten.
    """
    return f"""
        select rowid as id, highlight({table}, {column}, :begin, :end) as marked
        from {table} where {table} match :query
        order by {"rank" if order == "best" else "rowid desc"} limit :looked_at
    """  # noqa: S608 - constants of this file


def _texts(
    connection: sqlite3.Connection,
    words: str,
    wanted: Wanted,
    page: int,
    most: int,
    values: dict[str, object],
) -> Results:
    """Search headlines and other fields on the first page, and paragraphs on all."""
    hits_n = _hits_n(connection, "blocks_fts", words)
    order: Order = "newest" if hits_n > HITS_MAX else wanted.order
    values |= {"query": words}
    found = list(_field_hits(connection, values)) if page == 1 else []
    rows = connection.execute(
        f"""
        select hits.id, hits.marked from ({_hits("blocks_fts", 0, order)}) as hits
        where exists (
            select 1 from (
                select document_id from document_blocks where block_id = hits.id
                order by document_blocks.id desc limit :holders
            ) as holders
            cross join versions on versions.document_id = holders.document_id
            where {_fits("versions")}
        )
        limit :most offset :skipped
        """,  # noqa: S608 - constants of this file
        values,
    ).fetchall()
    for block_id, marked in rows[:most]:
        stands = _stands(connection, HOLDERS, block_id, values)
        others_n = len(stands[ARTICLES_MAX:])
        found.append(TextHit("body", snippet(marked), stands[:ARTICLES_MAX], others_n))
    return _results(_merged(found), (), order, hits_n, has_more=len(rows) > most)


def _results(
    texts: tuple[TextHit, ...],
    changes: tuple[ChangeHit, ...],
    order: Order,
    hits_n: int,
    *,
    has_more: bool,
) -> Results:
    return Results(
        texts, changes, order, hits_n, has_more, is_cut=hits_n > HITS_MAX and not has_more
    )


def _fits(table: str) -> str:
    """Give what a version must fit, by the filters."""
    return f"""
        (:site_id is null or versions.site_id = :site_id)
            and (:since = '' or {table}.first_seen >= :since)
    """


def _field_hits(connection: sqlite3.Connection, values: dict[str, object]) -> Iterator[TextHit]:
    """Give the newest fields with the words, each text of an article once."""
    rows = connection.execute(
        f"""
        select fields.document_id, fields.name, fields.text, hits.marked
        from ({_hits("fields_fts", 0, "newest")}) as hits
        cross join fields on fields.id = hits.id
        """,  # noqa: S608 - constants of this file
        {**values, "looked_at": FIELDS_MAX},
    )
    known: set[tuple[int, str, str]] = set()
    for document_id, name, text, marked in rows:
        if len(known) == FIELDS_N:
            return
        for stand in _stands(connection, "select :id as document_id", document_id, values):
            if (stand.article_id, name, text) not in known:
                known.add((stand.article_id, name, text))
                yield TextHit(name, snippet(marked), (stand,), 0)


def _stand(row: Sequence[Any]) -> Stand:
    """Read (article's id, uri, title, site, first, last, first_seen, sha256, ...)."""
    article_id, uri, title, site, first, last, first_seen, sha256 = row[:8]
    name = named(first_seen, sha256)
    return Stand(article_id, uri, title, site, first, last, first_seen, name)


def _stands(
    connection: sqlite3.Connection, which: str, row_id: int, values: dict[str, object]
) -> tuple[Stand, ...]:
    """Give the articles whose versions have one of some documents, the newest article first."""
    rows = connection.execute(
        f"""
        select articles.id, articles.uri, articles.title, sites.host, min(versions.number),
            max(versions.number), substr(min(versions.first_seen || versions.sha256), 1, :time_n),
            substr(min(versions.first_seen || versions.sha256), :time_n + 1)
        from ({which}) as holders
        cross join versions on versions.document_id = holders.document_id
        cross join articles on articles.id = versions.article_id
        cross join sites on sites.id = articles.site_id
        where {_fits("versions")}
        group by articles.id order by articles.id desc
        """,  # noqa: S608 - constants of this file
        {**values, "id": row_id, "time_n": TIME_N},
    )
    return tuple(_stand(row) for row in rows)


def _merged(hits: Sequence[TextHit]) -> tuple[TextHit, ...]:
    """Let hits that look the same be one: paragraphs that differ elsewhere, or fields."""
    found: dict[tuple[str, tuple[Part, ...]], TextHit] = {}
    for hit in hits:
        key = (hit.field, hit.snippet)
        found[key] = _joined(found[key], hit) if key in found else hit
    return tuple(found.values())


def _joined(one: TextHit, other: TextHit) -> TextHit:
    stands = {stand.article_id: stand for stand in one.stands}
    for stand in other.stands:
        known = stands.get(stand.article_id, stand)
        earlier = min(known, stand, key=lambda each: each.first)
        stands[stand.article_id] = earlier._replace(last=max(known.last, stand.last))
    every = tuple(stands.values())
    return one._replace(
        stands=every[:ARTICLES_MAX],
        more_n=max(one.more_n, other.more_n) + len(every[ARTICLES_MAX:]),
    )


def _changes(
    connection: sqlite3.Connection,
    words: str,
    wanted: Wanted,
    most: int,
    values: dict[str, object],
) -> Results:
    """Search one side of changes."""
    side, other, column = ("old", "new", 0) if wanted.where == "removed" else ("new", "old", 1)
    query = f"{{{side}}} : ({words})"
    hits_n = _hits_n(connection, "changes_fts", query)
    order: Order = "newest" if hits_n > HITS_MAX else wanted.order
    rows = connection.execute(
        f"""
        select articles.id, articles.uri, articles.title, sites.host, versions.number,
            versions.number, versions.first_seen, versions.sha256, older.first_seen, older.sha256,
            changes.kind, changes.grade, changes.field, hits.marked,
            substr(changes.{other}, 1, :letters)
        from ({_hits("changes_fts", column, order)}) as hits
        cross join changes on changes.id = hits.id
        cross join versions on versions.id = changes.version_id
        cross join versions as older
            on older.article_id = versions.article_id and older.number = versions.number - 1
        cross join articles on articles.id = versions.article_id
        cross join sites on sites.id = articles.site_id
        where {_fits("changes")} and (:grade = '' or changes.grade = :grade)
        limit :most offset :skipped
        """,  # noqa: S608 - constants of this function
        {**values, "query": query, "letters": OTHER_MAX},
    ).fetchall()
    hits = tuple(
        ChangeHit(
            stand=_stand(row),
            old_name=named(row[8], row[9]),
            kind=row[10],
            grade=row[11],
            field=row[12],
            snippet=snippet(row[13]),
            other=row[14],
        )
        for row in rows[:most]
    )
    return _results((), hits, order, hits_n, has_more=len(rows) > most)
