"""Kept bytes read anew: what today's extractor makes of them, never an edit of their publisher."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from archiver.errors import InputError
from archiver.model import Capture, Document, Doubt, Uri
from archiver.store import Store, rereadings
from archiver.store.rereadings import Unread

Extractor = Callable[[Capture], Document | Doubt]
ExtractorOf = Callable[[str], str]
"""Gives the name and number of the extractor that reads a media type today."""


NOT_MODIFIED = 304


class Reread(NamedTuple):
    """A capture and what is read from it today: a document, a doubt, or why it failed."""

    unread: Unread
    read: Document | Doubt | InputError


def reread(
    store: Store, article_id: int, extract: Extractor, extractor_of: ExtractorOf
) -> Iterator[Reread]:
    """Read the captures of an article whose extractor is not today's. Nothing is recorded.

    Looks that were answered "not modified" hold the payload of another: it is read once.
    """
    known: dict[tuple[object, ...], Document | Doubt | InputError] = {}
    for unread in rereadings.unread(store, article_id, extractor_of):
        status = 200 if unread.status == NOT_MODIFIED else unread.status
        key = (unread.payload_id, unread.media_type, status, unread.final_uri)
        if key not in known:
            known[key] = _read(store, unread, status, extract)
        yield Reread(unread, known[key])


def _read(
    store: Store, unread: Unread, status: int, extract: Extractor
) -> Document | Doubt | InputError:
    capture = Capture(
        payload=rereadings.body(store, unread.payload_id),
        media_type=unread.media_type,
        captured_at=datetime.fromisoformat(unread.captured_at),
        time_from=unread.time_from,
        source=unread.source,
        fallback_uri=Uri(unread.article_uri),
        declared_uri=Uri(unread.article_uri),
        status=status,
        final_uri=unread.final_uri,
    )
    try:
        return extract(capture)
    except InputError as error:
        return error
