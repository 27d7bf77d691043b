"""What readers ask of an archive. Every function takes the connection: the CLI's, or Datasette's.

Commits nothing, changes nothing.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from archiver.errors import AmbiguousError, LookupFailedError, WithdrawnError
from archiver.model import (
    OLD_VERSION,
    Article,
    Block,
    Caption,
    Diff,
    Document,
    Sha256,
    Uri,
    Version,
)
from archiver.store import blobs
from archiver.store.words import match
from archiver.uri import spellings

ID = re.compile(r"[0-9]{1,18}")
ID_MAX = 2**63 - 1
"""More than any number of a version."""
CANDIDATES_MAX = 10
"""How many articles an ambiguous name lists."""

ARTICLE = """
    select articles.id, uri, title, sites.host, versions_n, captures_n,
        coalesce(first_seen, ''), coalesce(last_changed, ''), state, coalesce(state_since, '')
    from articles join sites on sites.id = articles.site_id
"""
VERSION = """
    select id, document_id, number, label, sha256, first_seen, last_seen,
        coalesce(last_seen_old, ''), captures_n, headline, words_n, removed_n, inserted_n, moved_n,
        grades, disclosed, revert_of, confirmed, other_reader
    from versions
"""


class Hit(NamedTuple):
    """A place where words were found: in the body, or in a field of one or more versions."""

    article_id: int
    uri: str
    title: str
    first_number: int
    last_number: int
    first_seen: str
    field: str
    text: str


class Payload(NamedTuple):
    """The bytes of a version's first capture, and how they came."""

    body: bytes
    media_type: str
    captured_at: str
    source: str


def article_of(row: tuple[Any, ...]) -> Article:
    return Article(
        id=row[0],
        uri=Uri(row[1]),
        title=row[2],
        site=row[3],
        versions_n=row[4],
        captures_n=row[5],
        first_seen=row[6],
        last_changed=row[7],
        state=row[8],
        state_since=row[9],
    )


def articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Every article, the one that changed last first."""
    for row in connection.execute(f"{ARTICLE} order by last_changed desc, articles.id desc"):
        yield article_of(tuple(row))


def article(connection: sqlite3.Connection, article_id: int) -> Article | None:
    """Give the article with that row id."""
    row = connection.execute(f"{ARTICLE} where articles.id = ?", (article_id,)).fetchone()
    return None if row is None else article_of(tuple(row))


def article_at(connection: sqlite3.Connection, uri: str) -> int:
    """Give the id of the article published at `uri`, or raise LookupFailedError."""
    for spelling in spellings(uri) if uri.strip() else ():
        row = connection.execute(
            """
            select id from articles where uri = :uri
            union all select article_id from article_aliases where uri = :uri
            """,
            {"uri": spelling},
        ).fetchone()
        if row is not None:
            return int(row[0])
    raise LookupFailedError(f"{uri[:200]!r}: no article of that address is in this archive")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def refuse_withdrawn(connection: sqlite3.Connection, article: Article) -> Article:
    """Give the article back, or raise WithdrawnError where it was withdrawn."""
    row = connection.execute(
        "select withdrawn_at, reason from withdrawals where article_id = ?", (article.id,)
    ).fetchone()
    if row is not None:
        raise WithdrawnError(f"{article.uri}: was withdrawn on {row[0][:10]}. {row[1]}")
    return article


def find_article(connection: sqlite3.Connection, name: str) -> Article:
    """Give the article that `name` means: its id, its address, or a part of address or title.

    Raise LookupFailedError where none fits, AmbiguousError (with candidates) where several do,
    WithdrawnError where it was withdrawn.
    """
    return refuse_withdrawn(connection, _named_article(connection, name))


def _named_article(connection: sqlite3.Connection, name: str) -> Article:
    if not name.strip():
        raise LookupFailedError("an empty name: give an address, a number or part of a headline")
    if ID.fullmatch(name) and (found := article(connection, int(name))):
        return found
    for spelling in spellings(name):
        exact = connection.execute(
            f"""
            {ARTICLE} where uri = :name or articles.id = (
                select article_id from article_aliases where uri = :name
            )
            """,  # noqa: S608 - a constant of this file
            {"name": spelling},
        ).fetchone()
        if exact is not None:
            return article_of(tuple(exact))
    rows = connection.execute(
        f"""
        {ARTICLE} where instr(lower(uri), lower(:name)) or instr(lower(title), lower(:name))
            or articles.id in (
                select article_id from article_aliases where instr(lower(uri), lower(:name))
            ) or articles.id in (
                select article_id from versions where instr(lower(headline), lower(:name))
            )
        order by last_changed desc, articles.id desc limit :most
        """,  # noqa: S608 - a constant of this file
        {"name": name, "most": CANDIDATES_MAX + 1},
    ).fetchall()
    found_all = [article_of(tuple(row)) for row in rows]
    if not found_all:
        raise LookupFailedError(f"{name!r}: no such article. `archiver list DB` shows them all")
    if len(found_all) > 1:
        more = "\n  ..." if len(found_all) > CANDIDATES_MAX else ""
        lines = "".join(
            f"\n  {one.id}  {one.uri}  {_one_line(one.title)}" for one in found_all[:CANDIDATES_MAX]
        )
        raise AmbiguousError(
            f"{name!r} fits several articles; name one by its number:{lines}{more}"
        )
    return found_all[0]


def _version(row: tuple[Any, ...]) -> Version:
    return Version(
        id=row[0],
        document_id=row[1],
        number=row[2],
        label=row[3],
        sha256=Sha256(row[4]),
        first_seen=row[5],
        last_seen=row[6],
        last_seen_old=row[7],
        captures_n=row[8],
        headline=row[9],
        words_n=row[10],
        removed_n=row[11],
        inserted_n=row[12],
        moved_n=row[13],
        grades=tuple(json.loads(row[14])),
        disclosed=None if row[15] is None else bool(row[15]),
        revert_of=row[16],
        confirmed=None if row[17] is None else bool(row[17]),
        other_reader=bool(row[18]),
    )


def versions(connection: sqlite3.Connection, article_id: int) -> list[Version]:
    """The article's versions, by number."""
    rows = connection.execute(f"{VERSION} where article_id = ? order by number", (article_id,))
    return [_version(tuple(row)) for row in rows]


def latest_versions(
    connection: sqlite3.Connection, article_id: int, *, before: int | None, most: int
) -> list[Version]:
    """Give the last `most` versions whose number is under `before`, by number."""
    rows = connection.execute(
        f"{VERSION} where article_id = ? and number < ? order by number desc limit ?",
        (article_id, ID_MAX if before is None else before, most),
    )
    return [_version(tuple(row)) for row in rows][::-1]


def versions_of_text(
    connection: sqlite3.Connection, article: Article, digest: str
) -> list[Version]:
    """Give the versions whose document's digest begins with `digest`, by number."""
    rows = connection.execute(
        f"{VERSION} where article_id = ? and sha256 >= ? and sha256 < ? order by number",
        (article.id, digest, f"{digest}g"),
    )
    return [_version(tuple(row)) for row in rows]


def notices(connection: sqlite3.Connection, article_id: int) -> dict[int, tuple[str, ...]]:
    """Give the notes that appeared or changed with each version that has any, by its number."""
    rows = connection.execute(
        "select number, notices from versions where article_id = ? and notices <> '[]'",
        (article_id,),
    )
    return {number: tuple(json.loads(texts)) for number, texts in rows}


def version(connection: sqlite3.Connection, article: Article, number: int) -> Version:
    """Give one version, or raise LookupFailedError."""
    row = connection.execute(
        f"{VERSION} where article_id = ? and number = ?", (article.id, number)
    ).fetchone()
    if row is None:
        raise LookupFailedError(
            f"{_one_line(article.title)}: has no version {number}; it has 1 to {article.versions_n}"
            if article.versions_n
            else f"{_one_line(article.title)}: has no version, no look at it found an article"
        )
    return _version(tuple(row))


def version_at(connection: sqlite3.Connection, article: Article, moment: str) -> Version:
    """Give the version that stood at `moment` (ISO 8601 UTC): the last one seen by then."""
    row = connection.execute(
        f"""
        {VERSION} where article_id = ? and first_seen <= ?
        order by number desc limit 1
        """,
        (article.id, moment),
    ).fetchone()
    if row is None:
        raise LookupFailedError(
            f"{_one_line(article.title)}: nothing was seen by {moment}; "
            f"it was first seen {article.first_seen}"
        )
    return _version(tuple(row))


def baseline(connection: sqlite3.Connection, article: Article) -> Version:
    """Give the version that others are compared with: the first "Old Version", else number 1."""
    row = connection.execute(
        f"{VERSION} where article_id = ? order by label <> ?, number limit 1",
        (article.id, OLD_VERSION),
    ).fetchone()
    if row is None:
        raise LookupFailedError(f"{article.title}: has no version")
    return _version(tuple(row))


def document_digest(connection: sqlite3.Connection, document_id: int) -> Sha256:
    """Give the digest that was recorded with a document."""
    row = connection.execute("select sha256 from documents where id = ?", (document_id,)).fetchone()
    if row is None:
        raise LookupFailedError(f"no document {document_id}")
    return Sha256(row[0])


def language(connection: sqlite3.Connection, document_id: int) -> str:
    """Give the language that a page claims, "" where it claims none."""
    row = connection.execute(
        "select language from documents where id = ?", (document_id,)
    ).fetchone()
    return str(row[0]) if row else ""


def version_in_row(connection: sqlite3.Connection, version_id: int) -> tuple[int, Version]:
    """Give (article id, version) of a row of `versions`, or raise LookupFailedError."""
    row = connection.execute(
        "select article_id from versions where id = ?", (version_id,)
    ).fetchone()
    if row is None:
        raise LookupFailedError(f"There is no version with row {version_id} in this archive.")
    found = connection.execute(f"{VERSION} where id = ?", (version_id,)).fetchone()
    return int(row[0]), _version(tuple(found))


def document(connection: sqlite3.Connection, document_id: int) -> Document:
    """Give a document as it was read, but for its claims and links."""
    row = connection.execute(
        """
        select extractor, language, canonical_uri, encoding, notes, section, second_opinion
        from documents where id = ?
        """,
        (document_id,),
    ).fetchone()
    if row is None:
        raise LookupFailedError(f"no document {document_id}")
    fields: dict[tuple[str, int], str] = {
        (name, place): text
        for name, place, text in connection.execute(
            "select name, place, text from fields where document_id = ?", (document_id,)
        )
    }
    captions_n = 1 + max(
        (place for name, place in fields if name in {"caption", "credit"}), default=-1
    )
    blocks = connection.execute(
        """
        select kind, text from document_blocks
        join blocks on blocks.id = document_blocks.block_id
        where document_id = ? order by position
        """,
        (document_id,),
    )
    return Document(
        extractor=row[0],
        headline=fields.get(("headline", 0), ""),
        standfirst=fields.get(("standfirst", 0), ""),
        byline=fields.get(("byline", 0), ""),
        claimed_published=fields.get(("claimed_published", 0), ""),
        claimed_modified=fields.get(("claimed_modified", 0), ""),
        captions=tuple(
            Caption(fields.get(("caption", place), ""), fields.get(("credit", place), ""))
            for place in range(captions_n)
        ),
        blocks=tuple(Block(kind, text) for kind, text in blocks),
        language=row[1],
        canonical_uri=row[2],
        encoding=row[3],
        notes=tuple(row[4].split("\n")) if row[4] else (),
        section=row[5],
        second_opinion=row[6],
    )


def stored_diff(connection: sqlite3.Connection, old: Version, new: Version) -> Diff | None:
    """Give the diff of two neighbours as it was computed, None for versions that are not."""
    from archiver.diff import decode

    row = connection.execute(
        """
        select engine, tokeniser, edits from diffs
        where old_version_id = ? and new_version_id = ?
        """,
        (old.id, new.id),
    ).fetchone()
    return None if row is None else decode(old.sha256, new.sha256, row[0], row[1], row[2])


def payload(connection: sqlite3.Connection, version: Version) -> Payload:
    """Give the bytes a version was first read from, or raise StoreError where they are damaged."""
    coding, body, sha256, media_type, captured_at, source = connection.execute(
        """
        select coding, body, payloads.sha256, media_type, captured_at, source
        from versions
        join captures on captures.id = versions.first_capture_id
        join payloads on payloads.id = captures.payload_id
        where versions.id = ?
        """,
        (version.id,),
    ).fetchone()
    return Payload(blobs.unpack(coding, body, sha256), media_type, captured_at, source)


def search(
    connection: sqlite3.Connection, query: str, *, site: str = "", since: str = "", most: int = 100
) -> list[Hit]:
    """Where `query` stands in any version, best first: a row for a place, not for each version.

    Chinese, Japanese and Thai are found by the characters that were typed.
    """
    wanted = match(query)
    if not wanted:
        return []
    rows = connection.execute(
        """
        with found(document_id, field, text, rank) as (
            select document_blocks.document_id, 'body', blocks.text, hits.rank
            from (
                select rowid, rank from blocks_fts where blocks_fts match :query
                order by rank limit :blocks_n
            ) as hits
            join blocks on blocks.id = hits.rowid
            join document_blocks on document_blocks.block_id = hits.rowid
            union all
            select fields.document_id, fields.name, fields.text, hits.rank
            from (
                select rowid, rank from fields_fts where fields_fts match :query
            ) as hits
            join fields on fields.id = hits.rowid
        )
        select articles.id, articles.uri, articles.title, min(versions.number),
            max(versions.number), min(versions.first_seen), field, text
        from found
        join documents as same on same.id = found.document_id
        join versions on versions.document_id = same.id
        join articles on articles.id = versions.article_id
        join sites on sites.id = articles.site_id
        where (:site = '' or sites.host = :site) and (:since = '' or versions.first_seen >= :since)
        group by articles.id, field, text
        order by min(rank), articles.id, min(versions.number), field, text
        limit :most
        """,
        {
            "query": wanted,
            "site": site,
            "since": since,
            "most": most,
            "blocks_n": -1 if site or since else most,  # each block gives a row, unless left out
        },
    )
    return [Hit(*row) for row in rows]
