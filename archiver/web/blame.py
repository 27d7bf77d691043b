"""The blame page: a version's text, and for each word the version that introduced it."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archiver.diff.lost import Part, Removal
from archiver.model import BlockKind, Version
from archiver.render.blame import (
    BlamedText,
    BlameView,
    blame_rows,
    blame_view,
    removal_rows,
    removed_text,
)
from archiver.store.blame import ArticleBlame, article_blame, versions_to
from archiver.web import archive, pages
from archiver.web.history import known_article, language_tag
from archiver.web.marks import Mark, marks
from archiver.web.pages import TooLongError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

WORDS_MAX: Final = 2_000_000
"""Words of all versions together that a page reads. It takes about 0.5 s where each version
changed a paragraph, 5 s where all are one paragraph each. The command has no limit."""

CHANGED_MAX: Final = 1_000_000
"""Words that all versions together took out and put in: about 3 s."""

GONE_N: Final = 40
"""Stretches that a page shows of those that went with one edit; the comparison shows them all."""

TINTS: Final = 4
"""Shades for words newer than the first version, the newest the strongest."""


class ShownPart(NamedTuple):
    """A stretch that came with one version, and the blanks around it, which are not tinted.

    `tint` is 0 for the first version, at most `TINTS`.
    """

    version: Version
    tint: int
    before: str
    marks: tuple[Mark, ...]
    after: str
    is_other: bool
    """Whether it came with another version than most of its paragraph."""


class ShownText(NamedTuple):
    """A block, or a field with its title, ready for the template."""

    title: str
    kind: BlockKind
    mostly: Version
    parts: tuple[ShownPart, ...]


class Share(NamedTuple):
    """How many words of the text came with a version."""

    version: Version
    words_n: int
    tint: int


class Gone(NamedTuple):
    """What went with the edit that brought version `went`; `before` is the version before it.

    `more_n` stretches more than `texts` went.
    """

    before: Version
    went: Version
    texts: tuple[ShownText, ...]
    more_n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlame:
    """What the blame page shows."""

    view: BlameView
    texts: tuple[ShownText, ...]
    shares: tuple[Share, ...]
    gone: tuple[Gone, ...]
    """The latest edit first."""
    language: str

    @property
    def version(self) -> Version:
        return self.view.versions[-1]


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of blame, of the latest version and of each, for people and programs."""
    address = rf"{pages.DATABASE}/blame/{pages.ARTICLE}(?:/(?P<number>[0-9]+))?"
    return [
        (rf"{address}$", pages.answering(pages.bounded(_page))),
        (rf"{address}\.json$", pages.answering(pages.bounded(_json))),
    ]


async def _found(datasette: "Datasette", request: "Request") -> tuple[str, ArticleBlame]:
    """Give the archive's name and what was asked of it, or raise as `blamed` does."""
    database = await archive.requested(datasette, request)
    article_id = pages.number_in(request, "article_id")
    number = pages.number_in(request, "number") if request.url_vars["number"] else None
    found: ArticleBlame = await database.execute_fn(
        lambda connection: blamed(connection, article_id, number)
    )
    return database.name, found


async def _page(datasette: "Datasette", request: "Request") -> "Response":
    name, found = await _found(datasette, request)
    context = {
        "archive": name,
        "told": shown(found),
        "url": pages.urls(datasette, name),
    }
    return await pages.page(datasette, request, "archiver_blame.html", context)


async def _json(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    _, found = await _found(datasette, request)
    document = {
        "article": found.article.uri,
        "version": found.version.number,
        "words": blame_rows(_view(found)),
        "removed": removal_rows(found.removals, found.versions),
    }
    return Response.json(document, headers=dict(pages.HEADERS))


def blamed(connection: sqlite3.Connection, article_id: int, number: int | None) -> ArticleBlame:
    """Blame a version, the latest where `number` is None.

    Raise LookupFailedError where it is not there, TooLongError where there is too much to read.
    """
    article = known_article(connection, article_id)
    versions = versions_to(connection, article, number)
    words_n = sum(version.words_n for version in versions)
    changed_n = sum(version.removed_n + version.inserted_n for version in versions)
    if words_n > WORDS_MAX or changed_n > CHANGED_MAX:
        raise TooLongError(
            f"The {len(versions):,} versions have {words_n:,} words, of which {changed_n:,} "
            f"changed. A page reads {WORDS_MAX:,} at most, of which {CHANGED_MAX:,} changed; "
            "`archiver blame` on the command line reads them all."
        )
    return article_blame(connection, article, versions)


def shown(found: ArticleBlame) -> ShownBlame:
    """Give what the page shows of `found`."""
    view = _view(found)
    tints = _tints([version.number for version, _ in view.words])
    return ShownBlame(
        view=view,
        texts=tuple(_shown_text(text, view, tints) for text in view.texts),
        shares=tuple(Share(version, n, tints[version.number]) for version, n in view.words),
        gone=tuple(_gone(found.removals, view, tints)),
        language=language_tag(found.document.language),
    )


def _gone(removals: Iterable[Removal], view: BlameView, tints: dict[int, int]) -> Iterator[Gone]:
    """Give what is gone by the edit it went with, the latest first."""
    by_edit: dict[int, list[Removal]] = {}
    for removal in removals:
        by_edit.setdefault(removal.went, []).append(removal)
    for number in sorted(by_edit, reverse=True):
        those = by_edit[number]
        yield Gone(
            before=view.versions[number - 2],
            went=view.versions[number - 1],
            texts=tuple(
                _shown_text(removed_text(removal), view, tints) for removal in those[:GONE_N]
            ),
            more_n=max(0, len(those) - GONE_N),
        )


def _view(found: ArticleBlame) -> BlameView:
    return blame_view(found.article, found.versions, found.document, found.blamed)


def _tints(numbers: list[int]) -> dict[int, int]:
    """Give each version its tint, by age: 0 for the first, `TINTS` for the newest.

    >>> _tints([1, 2, 5])
    {1: 0, 2: 2, 5: 4}
    """
    newer = [number for number in numbers if number > 1]
    tints = {number: -(-TINTS * rank // len(newer)) for rank, number in enumerate(newer, 1)}
    return {1: 0, **tints}


def _shown_text(text: BlamedText, view: BlameView, tints: dict[int, int]) -> ShownText:
    return ShownText(
        title=text.title,
        kind=text.kind,
        mostly=view.versions[text.mostly - 1],
        parts=tuple(_shown_part(part, text.mostly, view, tints) for part in text.parts),
    )


def _shown_part(part: Part, mostly: int, view: BlameView, tints: dict[int, int]) -> ShownPart:
    came, text = part
    core = text.strip(" ")
    before, _, after = text.partition(core) if core else ("", "", text)
    return ShownPart(
        version=view.versions[came - 1],
        # A sign alone is no word of its version, which may have no tint then.
        tint=tints.get(came, TINTS),
        before=before,
        marks=marks(core),
        after=after,
        is_other=came != mostly and bool(core),
    )
