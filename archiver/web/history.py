"""What the article page and the version page tell."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from archiver import model
from archiver.errors import LookupFailedError
from archiver.model import Article, Document, Grade, Version
from archiver.render.view import FIELD_TITLES
from archiver.store import asides, queries
from archiver.web.marks import Mark, marks

LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag: what a page says of its language is not to be trusted."""


Told = Literal["announced", "silent", "nothing", "unjudged"]
"""Whether the page told of its changes, as far as we found."""


class Entry(NamedTuple):
    """One version in a history.

    `new_headline` is its headline where that changed; `notices` are the notes that appeared or
    changed with it.
    """

    version: Version
    new_headline: str
    told: Told
    notices: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An article and its versions, the first one first."""

    article: Article
    entries: tuple[Entry, ...]
    baseline: Version
    latest: Version
    language: str
    is_on_the_web: bool
    in_vain: tuple[model.Look, ...]
    """Looks that found no article."""


class Claim(NamedTuple):
    """What a page says of itself."""

    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One version to read."""

    article: Article
    version: Version
    baseline: Version
    document: Document
    claims: tuple[Claim, ...]
    blocks: tuple[tuple[str, tuple[Mark, ...]], ...]
    language: str
    is_on_the_web: bool


def told(disclosed: bool | None, grades: Iterable[Grade]) -> Told:
    """Say what `disclosed` means of changes of these grades: an earlier archiver judged none."""
    if disclosed is None:
        return "unjudged" if set(grades) - {"typography"} else "nothing"
    return "announced" if disclosed else "silent"


def known_article(connection: sqlite3.Connection, article_id: int) -> Article:
    """Give the article, or raise LookupFailedError."""
    found = queries.article(connection, article_id)
    if found is None:
        raise LookupFailedError(f"There is no article {article_id} in this archive.")
    return found


def language_tag(claimed: str) -> str:
    """Give what may stand in a `lang` attribute, "" where nothing may.

    >>> language_tag("zh_Hans")
    'zh-Hans'
    """
    tag = claimed.strip().replace("_", "-")
    return tag if LANGUAGE_TAG.fullmatch(tag) else ""


def is_on_the_web(uri: str) -> bool:
    """Tell whether `uri` may be linked: `javascript:` and the like never are."""
    return uri.startswith(("https://", "http://"))


def history(connection: sqlite3.Connection, article_id: int) -> History:
    """Tell the article's history, or raise LookupFailedError."""
    article = known_article(connection, article_id)
    versions = queries.versions(connection, article_id)
    in_vain = tuple(asides.looks_in_vain(connection, article_id))
    if not versions:
        found = f" Its last look found it {in_vain[-1].outcome}." if in_vain else ""
        raise LookupFailedError(f"{article.title or article.uri} has no version to read.{found}")
    notices = queries.notices(connection, article_id)
    entries = []
    headline = ""
    for version in versions:
        changed = version.headline if version.headline != headline else ""
        quoted = tuple(marks(text) for text in notices.get(version.number, ()))
        entries.append(Entry(version, changed, told(version.disclosed, version.grades), quoted))
        headline = version.headline
    latest = queries.document(connection, versions[-1].document_id)
    return History(
        article=article,
        entries=tuple(entries),
        baseline=queries.baseline(connection, article),
        latest=versions[-1],
        language=language_tag(latest.language),
        is_on_the_web=is_on_the_web(article.uri),
        in_vain=in_vain,
    )


def _claims(document: Document, places: Iterable[model.Claim]) -> tuple[Claim, ...]:
    """Give the fields of a document, then every place where its page claims one."""
    claims = [
        (FIELD_TITLES[name], text)
        for name, _, text in document.fields()
        if name not in {"headline", "standfirst"}
    ]
    claims += [
        ("Section, it says", document.section),
        ("Address, it says", document.canonical_uri),
        ("Language", document.language),
    ]
    claims += [
        (f"{one.name.replace('_', ' ').capitalize()} in {one.source}", one.text) for one in places
    ]
    return tuple(Claim(title, marks(text)) for title, text in claims if text)


def reading(connection: sqlite3.Connection, article_id: int, number: int) -> Reading:
    """Give one version to read, or raise LookupFailedError."""
    article = known_article(connection, article_id)
    version = queries.version(connection, article, number)
    document = queries.document(connection, version.document_id)
    return Reading(
        article=article,
        version=version,
        baseline=queries.baseline(connection, article),
        document=document,
        claims=_claims(document, asides.claims(connection, version.document_id)),
        blocks=tuple((block.kind, marks(block.text)) for block in document.blocks),
        language=language_tag(document.language),
        is_on_the_web=is_on_the_web(article.uri),
    )


def pair(connection: sqlite3.Connection, article_id: int, old: str, new: str) -> tuple[int, int]:
    """Give the two numbers that were picked, else baseline and latest, the smaller first."""
    article = known_article(connection, article_id)
    first = _picked(old) or queries.baseline(connection, article).number
    last = _picked(new) or article.versions_n
    return min(first, last), max(first, last)


def _picked(number: str) -> int | None:
    """Read a number from an address; None where it is none."""
    return int(number) if re.fullmatch(r"[0-9]{1,18}", number) else None


def place(connection: sqlite3.Connection, version_id: int) -> tuple[int, int]:
    """Give (article id, number) of the version in that row, or raise LookupFailedError."""
    row = connection.execute(
        "select article_id, number from versions where id = ?", (version_id,)
    ).fetchone()
    if row is None:
        raise LookupFailedError(f"There is no version with row {version_id} in this archive.")
    return int(row[0]), int(row[1])
