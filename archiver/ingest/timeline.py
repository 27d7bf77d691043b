"""Captures in their order, and the versions they make. Pure: `docs/decisions.md` has the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archiver.model import Run, Sighting
from archiver.sources.names import natural_key


def _container(sighting: Sighting) -> str:
    return sighting.source.rpartition("/")[0]


def _name_key(sighting: Sighting) -> tuple[object, ...]:
    return natural_key(sighting.source.rpartition("/")[2])


def _in_place(series: list[Sighting]) -> list[tuple[str, Sighting]]:
    """Give each sighting of one folder the time it is ordered by: files never swap places.

    A file's time of modification is only a hint (a fresh clone rewrites it), so it is held
    between the times of its neighbours; a time that was given stands.
    """
    series.sort(key=lambda one: (one.place, _name_key(one), one.captured_at))
    times = [one.captured_at for one in series]
    latest = ""
    for index in range(len(series) - 1, -1, -1):
        if series[index].time_from == "mtime" and latest:
            times[index] = min(times[index], latest)
        latest = times[index]
    earliest = ""
    for index, one in enumerate(series):
        if one.time_from == "mtime":
            times[index] = max(times[index], earliest)
        earliest = times[index]
    return list(zip(times, series, strict=True))


def ordered(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Put the captures of one article in their order, whatever order they came in.

    By time, then place in the source, then the payload's digest (`docs/decisions.md`).
    """
    folders: dict[str, list[Sighting]] = {}
    for one in sightings:
        folders.setdefault(_container(one), []).append(one)
    timed = [pair for series in folders.values() for pair in _in_place(series)]
    timed.sort(
        key=lambda pair: (
            pair[0],
            pair[1].place,
            _name_key(pair[1]),
            pair[1].payload_sha256,
            pair[1].captured_at,
            pair[1].source,
        )
    )
    return [one for _, one in timed]


def _run(sightings: Sequence[Sighting], last_seen_old: str) -> Run:
    first = sightings[0]
    return Run(
        document_id=first.document_id,
        sha256=first.sha256,
        first_capture_id=first.capture_id,
        first_seen=first.captured_at,
        last_seen=sightings[-1].captured_at,
        last_seen_old=last_seen_old,
        captures_n=len(sightings),
        label=next((one.label for one in sightings if one.label), ""),
    )


def decide(sightings: Sequence[Sighting]) -> list[Run]:
    """Give the versions of an article from its captures, in order: maximal runs of equal text."""
    runs: list[Run] = []
    start = 0
    for end in range(1, len(sightings) + 1):
        if end == len(sightings) or sightings[end].sha256 != sightings[start].sha256:
            runs.append(
                _run(sightings[start:end], sightings[start - 1].captured_at if start else "")
            )
            start = end
    return runs


@dataclass(frozen=True, slots=True)
class Timeline:
    """The captures of one article, in their order, and its versions.

    `settled` counts the versions that stand as they did before the last capture came; `timed`
    tells that no capture has a mere time of modification. The lists are not copied when it
    grows: the timeline it grew from is spent.
    """

    sightings: list[Sighting]
    runs: list[Run]
    timed: bool
    settled: int = 0

    @classmethod
    def of(cls, sightings: Iterable[Sighting]) -> "Timeline":
        in_order = ordered(sightings)
        return cls(in_order, decide(in_order), all(map(_is_timed, in_order)))

    def with_one_more(self, sighting: Sighting) -> "Timeline":
        """Give the timeline with a capture added, wherever it belongs."""
        timed = self.timed and _is_timed(sighting)
        if timed and self.sightings and sighting.captured_at > self.sightings[-1].captured_at:
            return self._with_the_latest(sighting)
        in_order = ordered([*self.sightings, sighting])
        runs = decide(in_order)
        pairs = enumerate(zip(self.runs, runs, strict=False))
        shorter = min(len(self.runs), len(runs))
        settled = next((at for at, (old, new) in pairs if old != new), shorter)
        return Timeline(in_order, runs, timed, settled)

    def run_at(self, capture_id: int) -> int:
        """Give the index of the run that holds the capture; cheap for a late one."""
        after = 0
        for one in reversed(self.sightings):
            if one.capture_id == capture_id:
                break
            after += 1
        for index in range(len(self.runs) - 1, -1, -1):
            after -= self.runs[index].captures_n
            if after < 0:
                return index
        raise ValueError(capture_id)

    def _with_the_latest(self, sighting: Sighting) -> "Timeline":
        """The everyday case, at a cost that does not grow with the captures."""
        settled = len(self.runs) - 1
        last = self.runs[-1]
        self.sightings.append(sighting)
        if last.sha256 == sighting.sha256:
            self.runs[-1] = replace(
                last,
                last_seen=sighting.captured_at,
                captures_n=last.captures_n + 1,
                label=last.label or sighting.label,
            )
        else:
            self.runs.append(_run([sighting], last.last_seen))
        return Timeline(self.sightings, self.runs, timed=True, settled=settled)


def _is_timed(sighting: Sighting) -> bool:
    return sighting.time_from != "mtime"
