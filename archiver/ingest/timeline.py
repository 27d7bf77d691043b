"""Captures in their order, and the versions they make. Pure: `docs/decisions.md` has the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from archiver.model import Outcome, Run, Sighting
from archiver.sources.names import natural_key


@lru_cache(maxsize=65_536)
def _name_key(source: str) -> tuple[object, ...]:
    return natural_key(source.rpartition("/")[2])


def _container(sighting: Sighting) -> str:
    """Give its folder, within which names say the order; each single file stands alone."""
    return sighting.source.rpartition("/")[0] or sighting.source


def _place_key(one: Sighting) -> tuple[object, ...]:
    return (_name_key(one.source), one.at, one.time_from == "mtime", one.place, one.payload_sha256)


def _in_place(series: list[Sighting]) -> list[Sighting]:
    """Give the sightings of one folder with the times that count: files never swap places.

    A file's time of modification is only a hint (a fresh clone rewrites it), so it is held
    between the times of its neighbours; a time that was given stands.
    """
    series.sort(key=_place_key)
    times = [one.at for one in series]
    latest = ""
    for index in range(len(series) - 1, -1, -1):
        if series[index].time_from != "mtime":
            latest = min(times[index], latest or times[index])
        elif latest:
            times[index] = min(times[index], latest)
    earliest = ""
    for index, one in enumerate(series):
        if one.time_from == "mtime":
            times[index] = max(times[index], earliest)
        earliest = times[index]
    return [one._replace(at=at) for one, at in zip(series, times, strict=True)]


def _key(one: Sighting) -> tuple[object, ...]:
    return (one.at, one.place, _name_key(one.source), one.payload_sha256, one.source)


def ordered(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Put the captures of one article in their order, whatever order they came in.

    `sightings` have the times they were recorded with. The order is by the time that counts, then
    place in the source, name, and the payload's digest (`docs/decisions.md`).
    """
    folders: dict[str, list[Sighting]] = {}
    for one in sightings:
        folders.setdefault(_container(one), []).append(one)
    return sorted((one for series in folders.values() for one in _in_place(series)), key=_key)


def _run(sightings: Sequence[Sighting], last_seen_old: str) -> Run:
    """Make one of captures that all have the same document."""
    first = sightings[0]
    if first.document_id is None or first.sha256 is None:
        raise ValueError(first)
    return Run(
        document_id=first.document_id,
        sha256=first.sha256,
        first_capture_id=first.capture_id,
        first_seen=first.at,
        last_seen=sightings[-1].at,
        last_seen_old=last_seen_old,
        captures_n=len(sightings),
        label=next((one.label for one in sightings if one.label), ""),
    )


def decide(sightings: Sequence[Sighting]) -> list[Run]:
    """Give the versions of an article from its captures, in order: maximal runs of equal text.

    A look that found no article says nothing of the text, but for one that found it gone: what
    comes back after that is a version, a revert of what stood before.
    """
    runs: list[Run] = []
    series: list[Sighting] = []
    last_seen_old = ""
    is_parted = False
    for one in sightings:
        if one.sha256 is None:
            is_parted = is_parted or one.outcome == "gone"
            continue
        if series and (is_parted or one.sha256 != series[0].sha256):
            runs.append(_run(series, last_seen_old))
            last_seen_old, series = series[-1].at, []
        series.append(one)
        is_parted = False
    return [*runs, _run(series, last_seen_old)] if series else runs


@dataclass(frozen=True, slots=True)
class Timeline:
    """The captures of one article, in their order, and its versions.

    `recorded` holds the captures as they were recorded; `lasts` the last one of each folder, with
    the time that counts. `settled` counts the versions that stand as they did before the last
    capture came. Nothing is copied when it grows: the timeline it grew from is spent.
    """

    recorded: list[Sighting]
    in_order: list[Sighting]
    runs: list[Run]
    lasts: dict[str, Sighting]
    settled: int = 0

    @classmethod
    def of(cls, recorded: Iterable[Sighting]) -> "Timeline":
        kept = list(recorded)
        in_order = ordered(kept)
        lasts: dict[str, Sighting] = {}
        for one in in_order:
            last = lasts.get(_container(one))
            if last is None or _name_key(last.source) <= _name_key(one.source):
                lasts[_container(one)] = one
        return cls(kept, in_order, decide(in_order), lasts)

    def with_one_more(self, sighting: Sighting) -> "Timeline":
        """Give the timeline with a capture added, wherever it belongs."""
        self.recorded.append(sighting)
        latest = self._as_latest(sighting)
        if latest is not None:
            return self._with_latest(latest)
        grown = Timeline.of(self.recorded)
        pairs = enumerate(zip(self.runs, grown.runs, strict=False))
        shorter = min(len(self.runs), len(grown.runs))
        settled = next((at for at, (old, new) in pairs if old != new), shorter)
        return replace(grown, settled=settled)

    def _as_latest(self, sighting: Sighting) -> Sighting | None:
        """Give `sighting` with the time that counts if it can only come last, else None.

        So it is where it comes after the last of its folder, both by name and by time: then it
        moves no other, and a folder of n files is not sorted n times.
        """
        if not self.in_order:
            return None
        last = self.lasts.get(_container(sighting))
        if last is not None:
            by_name, last_by_name = _name_key(sighting.source), _name_key(last.source)
            if (by_name, sighting.at) <= (last_by_name, last.at if by_name == last_by_name else ""):
                return None
            if sighting.time_from == "mtime":
                sighting = sighting._replace(at=max(sighting.at, last.at))
            elif sighting.at < last.at:
                return None
        return sighting if _key(sighting) > _key(self.in_order[-1]) else None

    def _with_latest(self, sighting: Sighting) -> "Timeline":
        settled = max(len(self.runs) - 1, 0)
        last = self.runs[-1] if self.runs else None
        is_parted = self._is_gone()
        self.in_order.append(sighting)
        self.lasts[_container(sighting)] = sighting
        if sighting.sha256 is None:
            settled = len(self.runs)
        elif last is None or is_parted or last.sha256 != sighting.sha256:
            self.runs.append(_run([sighting], last.last_seen if last else ""))
        else:
            self.runs[-1] = replace(
                last,
                last_seen=sighting.at,
                captures_n=last.captures_n + 1,
                label=last.label or sighting.label,
            )
        return Timeline(self.recorded, self.in_order, self.runs, self.lasts, settled)

    def _is_gone(self) -> bool:
        """Say whether the article was found gone since its text was seen last."""
        since = takewhile(lambda one: one.sha256 is None, reversed(self.in_order))
        return any(one.outcome == "gone" for one in since)

    @property
    def state(self) -> tuple[Outcome, str]:
        """Give what the latest look found, and when the first look in a row that found it was.

        A time is given only where that is no article.
        """
        latest = self.in_order[-1].outcome
        if latest in {"ok", "not_modified"}:
            return "ok", ""
        row = takewhile(lambda one: one.outcome == latest, reversed(self.in_order))
        return latest, min(one.at for one in row)

    def run_at(self, capture_id: int) -> int | None:
        """Give the index of the run that holds the capture; cheap for a late one.

        None where the capture held no article.
        """
        after = 0
        for one in reversed(self.in_order):
            if one.capture_id == capture_id:
                if one.sha256 is None:
                    return None
                break
            after += one.sha256 is not None
        for index in range(len(self.runs) - 1, -1, -1):
            after -= self.runs[index].captures_n
            if after < 0:
                return index
        raise ValueError(capture_id)
