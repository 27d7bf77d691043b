"""What became of a capture, and of a payload that is not read."""

from dataclasses import dataclass
from typing import Literal

from archiver.errors import InputError
from archiver.model import Capture, Doubt, Miss, Outcome, Revisit
from archiver.store import UNREAD
from archiver.store.withdrawals import Withdrawal

Kind = Literal["new", "same", "known", "withdrawn", "doubt", "missed", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one capture.

    `new`: it made a version. `same`: it was recorded, its text was known. `known`: it was recorded
    before, so nothing was done. `withdrawn`: its article was, so nothing was recorded. `doubt`: it
    was recorded as a look that held no article, and `reason` says why. `missed`: it was recorded as
    a look that gave nothing to read, and `reason` says why. `failed`: nothing was recorded, and
    `reason` says why. `notes` are what else its user should know.
    """

    outcome: Kind
    source: str
    article_id: int = 0
    uri: str = ""
    number: int = 0
    label: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    seen: Outcome = "ok"
    """What was observed."""
    capture_id: int = 0
    """Of the look, where one was recorded."""


def of_withdrawn(capture: Capture | Miss | Revisit, found: Withdrawal) -> Result:
    """Say that a capture is of an article that was withdrawn."""
    return Result(
        outcome="withdrawn",
        source=capture.source,
        article_id=found.article_id,
        uri=found.uri,
        reason=f"{found.uri} was withdrawn on {found.withdrawn_at[:10]}: {found.reason}",
    )


def kept_unread(capture: Capture) -> Doubt | None:
    """Say that a payload is kept and not read, where that is so."""
    return Doubt("suspect", UNREAD, capture.unread_because) if capture.unread_because else None


def unreadable(capture: Capture, error: InputError) -> Doubt:
    """Say why what a host sent cannot be read: its status does, where it is no success."""
    reason = str(error).removeprefix(f"{capture.source}: ")
    outcomes: dict[int, Outcome] = {404: "gone", 410: "gone", 401: "blocked", 403: "blocked"}
    outcomes |= {429: "blocked", 451: "blocked"}
    if capture.status >= 400:
        return Doubt(
            outcomes.get(capture.status, "error"), "http-status", f"HTTP {capture.status}: {reason}"
        )
    return Doubt("error", "unreadable", reason)
