"""Looks at the web, as rows: what went over the wire, and looks that gave no payload."""

import json
from collections.abc import Sequence
from datetime import datetime

from archiver.model import Exchange, Miss, Outcome, Revisit, Sha256, Sighting, iso
from archiver.store.sqlite import Store


def add_exchange(
    store: Store,
    exchange: Exchange,
    *,
    asked_at: datetime,
    outcome: Outcome,
    reason: str = "",
    capture_id: int | None = None,
    watch_id: int | None = None,
) -> None:
    """Record what went over the wire in a look, of a capture or of what lists articles."""
    store.connection.execute(
        """
        insert into exchanges(
            capture_id, watch_id, asked_at, outcome, status, asked_uri, reason, duration_ms,
            attempts, remote_address, certificate_sha256, redirects, request_headers,
            response_headers
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            capture_id,
            watch_id,
            iso(asked_at),
            outcome,
            exchange.status or None,
            exchange.asked_uri,
            reason,
            exchange.duration_ms,
            exchange.attempts,
            exchange.remote_address,
            exchange.certificate_sha256,
            _json(exchange.redirects),
            _json(exchange.request_headers),
            _json(exchange.response_headers),
        ),
    )


def _json(pairs: Sequence[Sequence[object]]) -> str:
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))


def is_recorded(store: Store, article_id: int, look: Miss | Revisit) -> bool:
    """Tell whether this very look is recorded. Times are whole seconds."""
    row = store.connection.execute(
        """
        select 1 from captures where article_id = ? and captured_at = ? and source = ?
            and case when ? then payload_id is null
                else payload_id = (select payload_id from captures where id = ?) end
        """,
        (
            article_id,
            iso(look.captured_at),
            look.source,
            isinstance(look, Miss),
            look.capture_id if isinstance(look, Revisit) else 0,
        ),
    ).fetchone()
    return row is not None


def add_miss(store: Store, article_id: int, miss: Miss, recorded_at: datetime) -> Sighting:
    """Record a look that gave nothing to read."""
    cursor = store.connection.execute(
        """
        insert into captures(
            article_id, captured_at, time_from, source, place, media_type, status, final_uri,
            outcome, rule, reason, recorded_at
        ) values (?, ?, 'clock', ?, 0, '', ?, null, ?, ?, ?, ?)
        """,
        (
            article_id,
            iso(miss.captured_at),
            miss.source,
            miss.exchange.status or None,
            miss.outcome,
            miss.rule,
            miss.reason,
            iso(recorded_at),
        ),
    )
    capture_id = int(cursor.lastrowid or 0)
    add_exchange(
        store,
        miss.exchange,
        asked_at=miss.captured_at,
        outcome=miss.outcome,
        reason=miss.reason,
        capture_id=capture_id,
    )
    return Sighting(
        capture_id=capture_id,
        at=iso(miss.captured_at),
        time_from="clock",
        source=miss.source,
        place=0,
        payload_sha256=Sha256(""),
        document_id=None,
        sha256=None,
        label="",
        outcome=miss.outcome,
    )


def add_revisit(store: Store, article_id: int, revisit: Revisit, recorded_at: datetime) -> Sighting:
    """Record a look to which the answer was that the payload of a capture still stands."""
    row = store.connection.execute(
        """
        select payload_id, payloads.sha256, media_type,
            case when anew.id is null then captures.document_id else anew.document_id end,
            (select sha256 from documents where id =
                case when anew.id is null then captures.document_id else anew.document_id end),
            coalesce(anew.outcome, captures.outcome),
            coalesce(anew.rule, captures.rule), coalesce(anew.reason, captures.reason),
            coalesce(anew.extractor, captures.extractor)
        from captures
        join payloads on payloads.id = captures.payload_id
        left join rereadings as anew on anew.id = (
            select max(id) from rereadings where capture_id = captures.id
        )
        where captures.id = ? and article_id = ?
        """,
        (revisit.capture_id, article_id),
    ).fetchone()
    if row is None:
        raise LookupError(f"{revisit.source}: capture {revisit.capture_id} is none of its article")
    payload_id, sha256, media_type, document_id, document_sha256, outcome, rule, why, extractor = (
        row
    )
    # A page that held no article still holds none.
    seen: Outcome = "not_modified" if document_id is not None else outcome
    cursor = store.connection.execute(
        """
        insert into captures(
            article_id, payload_id, document_id, captured_at, time_from, source, place,
            media_type, status, outcome, rule, reason, extractor, recorded_at
        ) values (?, ?, ?, ?, 'clock', ?, 0, ?, 304, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            payload_id,
            document_id,
            iso(revisit.captured_at),
            revisit.source,
            media_type,
            seen,
            rule,
            why,
            extractor,
            iso(recorded_at),
        ),
    )
    capture_id = int(cursor.lastrowid or 0)
    add_exchange(
        store,
        revisit.exchange,
        asked_at=revisit.captured_at,
        outcome="not_modified",
        capture_id=capture_id,
    )
    return Sighting(
        capture_id=capture_id,
        at=iso(revisit.captured_at),
        time_from="clock",
        source=revisit.source,
        place=0,
        payload_sha256=sha256,
        document_id=document_id,
        sha256=document_sha256,
        label="",
        outcome=seen,
    )
