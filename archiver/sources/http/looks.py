"""An answer as an observation: a capture, a miss, or that nothing changed."""

from dataclasses import replace
from datetime import UTC

from archiver.model import Capture, Miss, Outcome, Revisit, Uri
from archiver.sources.http.fetch import Answer
from archiver.uri import uri_r

BLOCKING = frozenset(("robots", "robots-unreachable", "retry-after"))
"""Rules by which we were kept away, not the site out of order."""


def observed(answer: Answer, uri: Uri, validated: int) -> Capture | Miss | Revisit:
    """Give what an answer shows of the article at `uri`.

    `validated` is the capture whose validators were sent, 0 where none were.
    """
    asked = answer.exchange.asked_uri
    if answer.error is not None:
        outcome: Outcome = "blocked" if answer.error.rule in BLOCKING else "error"
        return Miss(
            source=asked,
            uri=uri,
            captured_at=answer.asked_at,
            outcome=outcome,
            rule=answer.error.rule,
            reason=str(answer.error),
            exchange=answer.exchange,
        )
    if answer.is_unchanged:
        return Revisit(
            source=asked,
            uri=uri,
            captured_at=answer.asked_at,
            capture_id=validated,
            exchange=answer.exchange,
        )
    return Capture(
        payload=answer.payload,
        media_type=media_type(answer),
        captured_at=answer.asked_at.astimezone(UTC),
        time_from="clock",
        source=asked,
        fallback_uri=uri,
        status=answer.exchange.status,
        final_uri=answer.final_uri if answer.exchange.redirects else "",
        exchange=answer.exchange,
    )


def rendered(answer: Answer, uri: Uri) -> list[Capture]:
    """Give a rendered page as two captures: the answer as it came, and what scripts made of it.

    The first is kept and not read: else the article would change back and forth between the two.
    """
    asked = answer.exchange.asked_uri
    raw = observed(answer, uri, 0)
    if not isinstance(raw, Capture):
        raise TypeError(raw)
    page = replace(
        raw,
        payload=answer.rendered,
        media_type="text/html; charset=utf-8",
        source=f"{asked}#rendered",
        place=1,
        exchange=None,
    )
    return [replace(raw, unread_because="its rendered page is read instead"), page]


def media_type(answer: Answer) -> str:
    """Give the type that the host declares; a page where it declares none, or a mere stream."""
    declared = answer.exchange.header("content-type").partition(",")[0].strip()
    vague = declared.partition(";")[0].strip().lower()
    if vague in {"", "application/octet-stream", "unknown/unknown"}:
        return "text/html"
    return declared


def article_uri(address: str) -> Uri:
    """Give the one spelling of an address that is asked for, or raise InputError."""
    return uri_r(address)
