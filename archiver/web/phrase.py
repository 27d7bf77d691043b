"""When the words of a phrase came to an article, went and returned."""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archiver.diff.phrase import Stay, phrase_words, stays
from archiver.model import Article, Version
from archiver.render.blame import stay_rows
from archiver.store.blame import documents, versions_to
from archiver.text.normalise import normalise
from archiver.web import archive, pages
from archiver.web.blame import WORDS_MAX
from archiver.web.history import known_article
from archiver.web.pages import TooLongError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

PHRASE_MAX: Final = 1_000
"""Letters of a phrase that are looked for."""


class ShownStay(NamedTuple):
    """A stay with the versions around it: the one before it came, the one that went without it."""

    field: str
    before: Version | None
    came: Version
    last: Version
    went: Version | None


class Found(NamedTuple):
    """A phrase as it was looked for, and where it stood."""

    article: Article
    phrase: str
    is_asked: bool
    versions: tuple[Version, ...]
    stays: tuple[Stay, ...]

    @property
    def shown(self) -> tuple[ShownStay, ...]:
        """Its stays, with the versions around them."""
        return tuple(
            ShownStay(
                field=stay.field,
                before=self.versions[stay.came - 2] if stay.came > 1 else None,
                came=self.versions[stay.came - 1],
                last=self.versions[(stay.went or len(self.versions) + 1) - 2],
                went=self.versions[stay.went - 1] if stay.went else None,
            )
            for stay in self.stays
        )


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    address = rf"{pages.DATABASE}/phrase/{pages.ARTICLE}"
    return [
        (rf"{address}$", pages.answering(pages.bounded(_page))),
        (rf"{address}\.json$", pages.answering(pages.bounded(_json))),
    ]


def found(connection: sqlite3.Connection, article_id: int, phrase: str) -> Found:
    """Look for a phrase in every version.

    Raise LookupFailedError where there is no such article, TooLongError where there is too much
    to read.
    """
    article = known_article(connection, article_id)
    words = phrase_words(phrase)
    if not words:
        return Found(article, phrase, is_asked=False, versions=(), stays=())
    versions = versions_to(connection, article, None)
    words_n = sum(version.words_n for version in versions)
    if words_n > WORDS_MAX:
        raise TooLongError(
            f"The {len(versions):,} versions have {words_n:,} words. A page reads {WORDS_MAX:,} at "
            "most; `archiver blame --phrase` on the command line reads them all."
        )
    stood = tuple(stays(documents(connection, versions), words))
    return Found(article, phrase, is_asked=True, versions=versions, stays=stood)


async def _found(datasette: "Datasette", request: "Request") -> tuple[str, Found]:
    database = await archive.requested(datasette, request)
    article_id = pages.number_in(request, "article_id")
    asked = (request.args.get("q") or "")[:PHRASE_MAX].encode("utf-8", "replace").decode()
    phrase = normalise(asked)
    answer: Found = await database.execute_fn(
        lambda connection: found(connection, article_id, phrase)
    )
    return database.name, answer


async def _page(datasette: "Datasette", request: "Request") -> "Response":
    name, answer = await _found(datasette, request)
    context = {"archive": name, "found": answer, "url": pages.urls(datasette, name)}
    return await pages.page(datasette, request, "archiver_phrase.html", context)


async def _json(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    _, answer = await _found(datasette, request)
    document = {
        "article": answer.article.uri,
        "phrase": answer.phrase,
        "stays": stay_rows(answer.stays, answer.versions) if answer.is_asked else [],
    }
    return Response.json(document, headers=dict(pages.HEADERS))
