"""When a watch is due again: the schedules, asked with what its row says."""

from datetime import UTC, datetime

from archiver.store.watches import Watch
from archiver.watch.listing_schedule import next_listing_look
from archiver.watch.schedule import Facts, next_look


def moment(text: str) -> datetime:
    """Read a time as rows have it."""
    return datetime.fromisoformat(text).astimezone(UTC)


def facts(watch: Watch) -> Facts:
    """Give what the schedule is to know of a page."""
    return Facts(
        began_at=moment(watch.began_at),
        looked_at=moment(watch.looked_at) if watch.looked_at else None,
        changed_at=moment(watch.changed_at) if watch.changed_at else None,
        failures_n=watch.failures_n,
        gone_since=moment(watch.gone_since) if watch.gone_since else None,
    )


def next_for(watch: Watch, looked_at: datetime) -> datetime:
    """Give when to look again after a look at `looked_at`."""
    if watch.kind == "page":
        return next_look(facts(watch)._replace(looked_at=looked_at))
    return next_listing_look(
        watch.kind,
        looked_at=looked_at,
        changed_at=moment(watch.changed_at) if watch.changed_at else None,
        failures_n=watch.failures_n,
    )
