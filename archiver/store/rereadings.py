"""What a later extractor of ours read from captures: rows beside those of the first reading."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from archiver.model import Document, Doubt, Outcome, TimeFrom, Uri, iso
from archiver.store import blobs
from archiver.store.sqlite import Store

UNREAD = "rendered"
"""The rule of captures whose payload is kept and not read, by no later extractor either."""


class Unread(NamedTuple):
    """A capture that the current extractor has not read, with what it takes to read it."""

    capture_id: int
    payload_id: int
    media_type: str
    source: str
    captured_at: str
    time_from: TimeFrom
    status: int
    final_uri: str
    article_uri: Uri
    extractor: str
    """What read it last."""
    outcome: Outcome
    document_id: int | None


def unread(store: Store, article_id: int, extractor_of: Callable[[str], str]) -> list[Unread]:
    """Give the captures of the article that an extractor read which is not the one of today.

    `extractor_of` gives that one for a media type.
    """
    rows = store.connection.execute(
        """
        select captures.id, captures.payload_id, media_type, source, captured_at, time_from,
            coalesce(status, 0), coalesce(final_uri, ''), articles.uri,
            coalesce(anew.extractor, nullif(captures.extractor, ''), documents.extractor, ''),
            coalesce(anew.outcome, captures.outcome),
            case when anew.id is null then captures.document_id else anew.document_id end
        from captures
        join articles on articles.id = captures.article_id
        left join documents on documents.id = captures.document_id
        left join rereadings as anew on anew.id = (
            select max(id) from rereadings where capture_id = captures.id
        )
        where article_id = :article and captures.payload_id is not null and captures.rule <> :unread
            and article_id not in (select article_id from withdrawals)
        order by captures.id
        """,
        {"article": article_id, "unread": UNREAD},
    )
    return [
        unread
        for unread in map(Unread._make, rows)
        if unread.extractor != extractor_of(unread.media_type)
    ]


def body(store: Store, payload_id: int) -> bytes:
    """Give the bytes of a payload, or raise StoreError where they are damaged."""
    coding, body, payload_sha256 = store.connection.execute(
        "select coding, body, sha256 from payloads where id = ?", (payload_id,)
    ).fetchone()
    return blobs.unpack(coding, body, payload_sha256)


def add_rereading(
    store: Store, unread: Unread, read: Document | Doubt, recorded_at: datetime
) -> None:
    """Record how a capture was read anew, by us: nothing that its publisher did."""
    document_id = None
    outcome: Outcome = "ok"
    rule = reason = ""
    if isinstance(read, Doubt):
        outcome, rule, reason = read.outcome, read.rule, read.reason
    else:
        document_id = store.add_document(unread.payload_id, read)
    store.connection.execute(
        """
        insert into rereadings(
            capture_id, document_id, extractor, outcome, rule, reason, recorded_at
        ) values (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            unread.capture_id,
            document_id,
            read.extractor,
            outcome,
            rule,
            reason,
            iso(recorded_at),
        ),
    )
