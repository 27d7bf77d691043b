"""What the article page and the version page tell."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, NamedTuple

from archiver import model
from archiver.errors import LookupFailedError
from archiver.model import Article, Document, Grade, Look, Version
from archiver.render.view import FIELD_TITLES
from archiver.store import asides, permanent, queries
from archiver.web.marks import Mark, marks

LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag: what a page says of its language is not to be trusted."""


Told = Literal["announced", "silent", "nothing", "unjudged"]
"""Whether the page told of its changes, as far as we found."""


ENTRIES_MAX: Final = 100
"""Versions on one page of a history; earlier ones are a link away."""


AFTER_ALL: Final = "~"
"""Sorts behind every time."""


class Absence(NamedTuple):
    """Looks in a row that found no article, for one reason."""

    outcome: str
    reason: tuple[Mark, ...]
    first_seen: str
    last_seen: str
    looks_n: int


class Entry(NamedTuple):
    """One version in a history, and what was found instead of the article before the next one.

    `new_headline` is its headline where that changed; `notices` are the notes that appeared or
    changed with it. `removed_share` and `inserted_share` are its words out and in, in hundredths
    of the most that any version on the page changed.
    """

    version: Version
    new_headline: str
    told: Told
    notices: tuple[tuple[Mark, ...], ...]
    absences: tuple[Absence, ...]
    removed_share: int
    inserted_share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An article and its versions, the first one first."""

    article: Article
    entries: tuple[Entry, ...]
    baseline: Version
    latest: Version
    language: str
    is_on_the_web: bool
    absences: tuple[Absence, ...]
    """Looks that found no article before the first entry."""
    headlines: tuple[Entry, ...]
    """Those whose headline is another than that of the entry before; none where it stayed."""
    feed_titles: tuple[asides.FeedTitle, ...]
    """What feeds said of it."""
    earlier: int | None
    """The number before which there are more entries."""
    is_whole: bool


class Claim(NamedTuple):
    """What a page says of itself."""

    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One version to read."""

    article: Article
    version: Version
    before: Version | None
    after: Version | None
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
    """Give the article, or raise LookupFailedError, WithdrawnError where it was withdrawn."""
    found = queries.article(connection, article_id)
    if found is None:
        raise LookupFailedError(f"There is no article {article_id} in this archive.")
    return queries.refuse_withdrawn(connection, found)


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


def history(connection: sqlite3.Connection, article_id: int, before: int | None = None) -> History:
    """Tell the article's history up to version `before`, or raise LookupFailedError."""
    article = known_article(connection, article_id)
    looks = asides.looks_in_vain(connection, article_id)
    found = queries.latest_versions(connection, article_id, before=before, most=ENTRIES_MAX + 1)
    if not found and not article.versions_n:
        told_of = f" Its last look found it {looks[-1].outcome}." if looks else ""
        raise LookupFailedError(f"{article.title or article.uri} has no version to read.{told_of}")
    if not found:
        raise LookupFailedError(f"This article has no version before {before}.")
    versions = found[-ENTRIES_MAX:]
    ahead = found[0].headline if len(found) > len(versions) else ""
    end = AFTER_ALL
    if versions[-1].number < article.versions_n:
        end = queries.version(connection, article, versions[-1].number + 1).first_seen
    entries = tuple(_entries(connection, article_id, versions, ahead, looks, end))
    latest = (
        versions[-1]
        if end == AFTER_ALL
        else queries.version(connection, article, article.versions_n)
    )
    headlines = tuple(entry for entry in entries if entry.new_headline)
    return History(
        article=article,
        entries=entries,
        baseline=queries.baseline(connection, article),
        latest=latest,
        language=language_tag(queries.language(connection, latest.document_id)),
        is_on_the_web=is_on_the_web(article.uri),
        absences=_absences(looks, "", versions[0].first_seen) if versions[0].number == 1 else (),
        headlines=headlines if len(headlines) > 1 else (),
        feed_titles=tuple(asides.feed_titles(connection, article_id)),
        earlier=versions[0].number if versions[0].number > 1 else None,
        is_whole=len(versions) == article.versions_n,
    )


def _entries(
    connection: sqlite3.Connection,
    article_id: int,
    versions: Sequence[Version],
    headline: str,
    looks: Sequence[Look],
    end: str,
) -> Iterator[Entry]:
    """Give an entry for each of `versions`: before them the headline was `headline`.

    `end` is when the version behind them was first seen.
    """
    notices = queries.notices(connection, article_id)
    most = max((max(one.removed_n, one.inserted_n) for one in versions), default=0) or 1
    ends = [*(version.first_seen for version in versions[1:]), end]
    for version, end_of_version in zip(versions, ends, strict=True):
        yield Entry(
            version,
            version.headline if version.headline != headline else "",
            told(version.disclosed, version.grades),
            tuple(marks(text) for text in notices.get(version.number, ())),
            _absences(looks, version.first_seen, end_of_version),
            -(-100 * version.removed_n // most),
            -(-100 * version.inserted_n // most),
        )
        headline = version.headline


def _absences(looks: Sequence[Look], start: str, end: str) -> tuple[Absence, ...]:
    """Fold the looks from `start` until `end`, those in a row of one kind as one."""
    within = [look for look in looks if start <= look.captured_at < end]
    found = []
    for (outcome, reason), group in groupby(within, key=lambda look: (look.outcome, look.reason)):
        same = list(group)
        found.append(
            Absence(outcome, marks(reason), same[0].captured_at, same[-1].captured_at, len(same))
        )
    return tuple(found)


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


def named(connection: sqlite3.Connection, article: Article, name: str) -> Version:
    """Give the version that an address names by its number or for good."""
    if permanent.is_reference(name):
        return permanent.referred(connection, article, name)
    return queries.version(connection, article, int(name))


def reading(connection: sqlite3.Connection, article_id: int, name: str) -> Reading:
    """Give one version to read, or raise LookupFailedError."""
    article = known_article(connection, article_id)
    version = named(connection, article, name)
    document = queries.document(connection, version.document_id)
    return Reading(
        article=article,
        version=version,
        before=_neighbour(connection, article, version.number - 1),
        after=_neighbour(connection, article, version.number + 1),
        baseline=queries.baseline(connection, article),
        document=document,
        claims=_claims(document, asides.claims(connection, version.document_id)),
        blocks=tuple((block.kind, marks(block.text)) for block in document.blocks),
        language=language_tag(document.language),
        is_on_the_web=is_on_the_web(article.uri),
    )


def _neighbour(connection: sqlite3.Connection, article: Article, number: int) -> Version | None:
    return (
        queries.version(connection, article, number) if 0 < number <= article.versions_n else None
    )


def pair(
    connection: sqlite3.Connection, article_id: int, old: str, new: str
) -> tuple[Version, Version]:
    """Give the two versions that were picked, else baseline and latest, the earlier one first."""
    article = known_article(connection, article_id)
    first = _picked(old) or queries.baseline(connection, article).number
    last = _picked(new) or article.versions_n
    return (
        queries.version(connection, article, min(first, last)),
        queries.version(connection, article, max(first, last)),
    )


def _picked(number: str) -> int | None:
    """Read a number from an address; None where it is none."""
    return int(number) if re.fullmatch(r"[0-9]{1,18}", number) else None


def edit(connection: sqlite3.Connection, version_id: int) -> tuple[int, Version | None, Version]:
    """Give (article id, the version before, the version in that row)."""
    article_id, version = queries.version_in_row(connection, version_id)
    article = known_article(connection, article_id)
    return article_id, _neighbour(connection, article, version.number - 1), version
