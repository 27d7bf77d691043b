"""Search for pages: in texts, and in what edits took out or put in. Every query is bounded.

Full-text ranking reads every hit: of a common word there are hundreds of thousands. So the best
come first where there are few, and the newest first where there are many.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

from archiver.model import ChangeKind, Grade
from archiver.store.permanent import named
from archiver.store.words import UNSPACED, match

RANKED_MAX: Final = 1_000
"""Hits up to which the best come first."""

LOOKED_AT: Final = 2_000
"""Hits that are looked at, at most, for those that fit the filters."""

HOLDERS_MAX: Final = 200
"""Documents that are looked at for the articles in which a paragraph stands."""

ARTICLES_MAX: Final = 3
"""Articles named for one paragraph."""

SNIPPET_WORDS: Final = 32
TIME_N: Final = len("2025-03-04T06:15:00Z")
QUERY_MAX: Final = 300
"""Letters of a query that are looked at."""

BEGIN, END, CUT = "\x02", "\x03", "…"
_SPACED: Final = re.compile(rf" ?({BEGIN}?)({UNSPACED.pattern})({END}?) ?")

Where = Literal["texts", "removed", "inserted"]


class Wanted(NamedTuple):
    """What is searched for; what is empty fits all. `grade` is of changes alone."""

    query: str
    where: Where = "texts"
    site: str = ""
    grade: str = ""
    since: str = ""


class Part(NamedTuple):
    """A stretch of a snippet; `is_hit` where it is what was searched for."""

    text: str
    is_hit: bool


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
    """A paragraph or a field with the words. `more_n` other articles of those looked at have it."""

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
    """Hits, the best or the newest first. `has_more` where there is another page."""

    texts: tuple[TextHit, ...] = ()
    changes: tuple[ChangeHit, ...] = ()
    is_ranked: bool = True
    has_more: bool = False
    is_cut: bool = False


def parts(snippet: str) -> tuple[Part, ...]:
    r"""Part what FTS5 marked, and take out the blanks that the index has between characters.

    >>> parts("GDP \x02增  长\x03 了")
    (Part(text='GDP', is_hit=False), Part(text='增长', is_hit=True), Part(text='了', is_hit=False))
    """
    joined = _SPACED.sub(r"\1\2\3", snippet).replace(END + BEGIN, "")
    found = []
    for index, stretch in enumerate(re.split(f"[{BEGIN}{END}]", joined)):
        if stretch:
            found.append(Part(stretch, bool(index % 2)))
    return tuple(found)


def search(
    connection: sqlite3.Connection, wanted: Wanted, *, page: int = 1, most: int = 20
) -> Results:
    """Give page `page` of `most` hits; a query without a letter or digit has none."""
    words = match(wanted.query[:QUERY_MAX])
    if not words:
        return Results()
    if wanted.where == "texts":
        return _texts(connection, words, wanted, page, most)
    return _changes(connection, words, wanted, page, most)


def _is_ranked(connection: sqlite3.Connection, table: str, words: str) -> bool:
    (hits_n,) = connection.execute(
        f"select count(*) from (select 1 from {table} where {table} match ? limit ?)",  # noqa: S608 - a constant of this file
        (words, RANKED_MAX + 1),
    ).fetchone()
    return int(hits_n) <= RANKED_MAX


def _texts(
    connection: sqlite3.Connection, words: str, wanted: Wanted, page: int, most: int
) -> Results:
    """Search headlines and other fields on the first page, and paragraphs on all."""
    ranked = _is_ranked(connection, "blocks_fts", words)
    found: list[TextHit] = []
    if page == 1:
        found += _field_hits(connection, words, wanted, most)
    skipped, looked_at = (page - 1) * most, 0
    blocks: list[TextHit] = []
    rows = connection.execute(
        f"""
        select rowid, snippet(blocks_fts, 0, :begin, :end, :cut, :words_n) from blocks_fts
        where blocks_fts match :query order by {"rank" if ranked else "rowid desc"}
        limit :looked_at
        """,  # noqa: S608 - constants
        {**_marks(), "query": words, "looked_at": LOOKED_AT},
    )
    for block_id, snippet in rows:
        looked_at += 1
        if skipped and not (wanted.site or wanted.since):
            skipped -= 1  # each paragraph stands somewhere
            continue
        stands, more_n = _stands(connection, block_id, wanted)
        if not stands:
            continue
        if skipped:
            skipped -= 1
            continue
        if len(blocks) == most:
            return Results(tuple(found + blocks), (), ranked, has_more=True)
        blocks.append(TextHit("body", parts(snippet), stands, more_n))
    return Results(tuple(found + blocks), (), ranked, is_cut=looked_at == LOOKED_AT)


def _marks() -> dict[str, object]:
    return {"begin": BEGIN, "end": END, "cut": CUT, "words_n": SNIPPET_WORDS}


def _field_hits(
    connection: sqlite3.Connection, words: str, wanted: Wanted, most: int
) -> Iterator[TextHit]:
    """Give the newest fields with the words, each text of an article once."""
    rows = connection.execute(
        """
        select fields.document_id, fields.name, fields.text,
            snippet(fields_fts, 0, :begin, :end, :cut, :words_n)
        from fields_fts cross join fields on fields.id = fields_fts.rowid
        where fields_fts match :query order by fields_fts.rowid desc limit :looked_at
        """,
        {**_marks(), "query": words, "looked_at": HOLDERS_MAX},
    )
    known: set[tuple[int, str, str]] = set()
    for document_id, name, text, snippet in rows:
        if len(known) == most:
            return
        for stand in _stands_of(connection, "documents.id = :id", document_id, wanted):
            if (stand.article_id, name, text) not in known:
                known.add((stand.article_id, name, text))
                yield TextHit(name, parts(snippet), (stand,), 0)


def _stand(row: Sequence[Any]) -> Stand:
    """Read (article's id, uri, title, site, first, last, first_seen, sha256, ...)."""
    return Stand(
        article_id=row[0],
        uri=row[1],
        title=row[2],
        site=row[3],
        first=row[4],
        last=row[5],
        first_seen=row[6],
        name=named(row[6], row[7]),
    )


def _stands(
    connection: sqlite3.Connection, block_id: int, wanted: Wanted
) -> tuple[tuple[Stand, ...], int]:
    """Give articles in which a paragraph stands, and how many others do."""
    found = _stands_of(connection, HOLDERS, block_id, wanted)
    return tuple(found[:ARTICLES_MAX]), len(found) - len(found[:ARTICLES_MAX])


HOLDERS: Final = """
    documents.id in (
        select document_id from document_blocks where block_id = :id limit :holders
    )
"""


def _stands_of(
    connection: sqlite3.Connection, which: str, row_id: int, wanted: Wanted
) -> list[Stand]:
    """Give the articles whose versions have one of some documents."""
    rows = connection.execute(
        f"""
        select articles.id, articles.uri, articles.title, sites.host, min(versions.number),
            max(versions.number), substr(min(versions.first_seen || versions.sha256), 1, :time_n),
            substr(min(versions.first_seen || versions.sha256), :time_n + 1)
        from documents
        cross join versions on versions.document_id = documents.id
        cross join articles on articles.id = versions.article_id
        cross join sites on sites.id = articles.site_id
        where {which} and (:site = '' or sites.host = :site)
            and (:since = '' or versions.first_seen >= :since)
        group by articles.id order by articles.id desc
        """,  # noqa: S608 - constants of this file
        {
            "id": row_id,
            "time_n": TIME_N,
            "holders": HOLDERS_MAX,
            "site": wanted.site,
            "since": wanted.since,
        },
    )
    return [_stand(row) for row in rows]


def _changes(
    connection: sqlite3.Connection, words: str, wanted: Wanted, page: int, most: int
) -> Results:
    """Search one side of changes."""
    side, other, column = ("old", "new", 0) if wanted.where == "removed" else ("new", "old", 1)
    query = f"{{{side}}} : ({words})"
    ranked = _is_ranked(connection, "changes_fts", query)
    rows = connection.execute(
        f"""
        select articles.id, articles.uri, articles.title, sites.host, versions.number,
            versions.number, versions.first_seen, versions.sha256, older.first_seen, older.sha256,
            changes.kind, changes.grade, changes.field, hits.snippet,
            substr(changes.{other}, 1, 240)
        from (
            select rowid, snippet(changes_fts, {column}, :begin, :end, :cut, :words_n) as snippet
            from changes_fts where changes_fts match :query
            order by {"rank" if ranked else "rowid desc"} limit :looked_at
        ) as hits
        cross join changes on changes.id = hits.rowid
        cross join versions on versions.id = changes.version_id
        cross join versions as older
            on older.article_id = versions.article_id and older.number = versions.number - 1
        cross join articles on articles.id = versions.article_id
        cross join sites on sites.id = articles.site_id
        where (:site = '' or sites.host = :site) and (:grade = '' or changes.grade = :grade)
            and (:since = '' or versions.first_seen >= :since)
        limit :most offset :skipped
        """,  # noqa: S608 - constants of this function
        {
            **_marks(),
            "query": query,
            "looked_at": LOOKED_AT,
            "site": wanted.site,
            "grade": wanted.grade,
            "since": wanted.since,
            "most": most + 1,
            "skipped": (page - 1) * most,
        },
    ).fetchall()
    hits = tuple(
        ChangeHit(
            _stand(row),
            named(row[8], row[9]),
            row[10],
            row[11],
            row[12],
            parts(row[13]),
            row[14],
        )
        for row in rows[:most]
    )
    return Results((), hits, ranked, has_more=len(rows) > most)
