"""Blame of an archived article: its versions read in order, with the diffs between them."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from archiver.diff import diff
from archiver.diff.blame import Blamed, last_blame
from archiver.diff.lost import Removal
from archiver.model import Article, Diff, Document, Version
from archiver.store import queries


class ArticleBlame(NamedTuple):
    """One version of an article, blamed. `versions` are all up to it, by number."""

    article: Article
    versions: tuple[Version, ...]
    document: Document
    blamed: Blamed
    removals: tuple[Removal, ...]

    @property
    def version(self) -> Version:
        return self.versions[-1]


def versions_to(
    connection: sqlite3.Connection, article: Article, number: int | None
) -> tuple[Version, ...]:
    """Give the versions up to `number`, else all, or raise LookupFailedError."""
    last = queries.version(connection, article, article.versions_n if number is None else number)
    found = queries.versions(connection, article.id)
    return tuple(version for version in found if version.number <= last.number)


def documents(connection: sqlite3.Connection, versions: Sequence[Version]) -> Iterator[Document]:
    """Give the document of each of `versions`, one at a time."""
    for version in versions:
        yield queries.document(connection, version.document_id)


def article_blame(
    connection: sqlite3.Connection, article: Article, versions: Sequence[Version]
) -> ArticleBlame:
    """Blame the last of `versions`, which are from `versions_to`.

    Reads every version once; holds two documents and what was deleted.
    """
    read = list[Document]()

    def watched() -> Iterator[Document]:
        for document in documents(connection, versions):
            read[:] = (*read[-1:], document)
            yield document

    blamed, removals = last_blame(watched(), _diffs(connection, versions, read))
    return ArticleBlame(article, tuple(versions), read[-1], blamed, removals)


def _diffs(
    connection: sqlite3.Connection, versions: Sequence[Version], read: Sequence[Document]
) -> Iterator[Diff]:
    """Give the diff of each two neighbours; `read` holds their documents when it is asked for."""
    for old, new in pairwise(versions):
        yield queries.stored_diff(connection, old, new) or diff(*read)
