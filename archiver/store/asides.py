"""What readers ask beside the text: what a page claims, looks in vain, what is page furniture."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from archiver.model import Article, Claim, Look
from archiver.store.rereadings import UNREAD

FEED_TITLES_N = 20
"""What feeds said that a page shows, the newest."""


class FeedTitle(NamedTuple):
    """What a feed said of an article, and the look that saw it so first."""

    seen_at: str
    title: str
    summary: str


FILES = "files"
"""The site of what was never fetched."""
FURNITURE_N = 3
"""Other articles of a site on which a paragraph of the page around an article stands too."""


def claims(connection: sqlite3.Connection, document_id: int) -> list[Claim]:
    """Give all that a page claims of itself, place by place."""
    rows = connection.execute(
        "select name, source, text, moment from claims where document_id = ? order by id",
        (document_id,),
    )
    return [Claim(*row) for row in rows]


def looks_in_vain(connection: sqlite3.Connection, article_id: int) -> list[Look]:
    """Give the captures of the article that held none, as they were last read, by time."""
    rows = connection.execute(
        """
        select captured_at, coalesce(anew.outcome, captures.outcome) as found,
            coalesce(anew.reason, captures.reason)
        from captures
        left join rereadings as anew on anew.id = (
            select max(id) from rereadings where capture_id = captures.id
        )
        where article_id = ? and found not in ('ok', 'not_modified') and captures.rule <> ?
        order by captured_at, captures.id
        """,
        (article_id, UNREAD),
    )
    return [Look(*row) for row in rows]


def feed_titles(connection: sqlite3.Connection, article_id: int) -> list[FeedTitle]:
    """Give what feeds said of the article, by when it was seen first."""
    rows = connection.execute(
        """
        select seen_at, title, summary from feed_entries
        where name in (
            select uri from articles where id = :id
            union select uri from article_aliases where article_id = :id
        ) and (title <> '' or summary <> '')
        order by id desc limit :most
        """,
        {"id": article_id, "most": FEED_TITLES_N},
    )
    return [FeedTitle(*row) for row in reversed(rows.fetchall())]


def furniture(
    connection: sqlite3.Connection, article: Article, document_ids: Iterable[int]
) -> frozenset[str]:
    """Give the texts of blocks that also stand on `FURNITURE_N` other articles of the site.

    Files have no site. It takes a look-up for each block, in an index.
    """
    if article.site == FILES:
        return frozenset()
    rows = connection.execute(
        f"""
        select distinct blocks.text from document_blocks as own
        join blocks on blocks.id = own.block_id
        where own.document_id in ({", ".join(str(int(one)) for one in document_ids)}) and (
            select count(*) from (
                select distinct versions.article_id from document_blocks as other
                join versions on versions.document_id = other.document_id
                join articles on articles.id = versions.article_id
                where other.block_id = own.block_id and versions.article_id <> :article_id
                    and articles.site_id = (select site_id from articles where id = :article_id)
                limit :wanted
            )
        ) >= :wanted
        """,  # noqa: S608 - numbers only
        {"article_id": article.id, "wanted": FURNITURE_N},
    )
    return frozenset(text for (text,) in rows)
