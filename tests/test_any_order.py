"""The same captures in any order make the same archive, by natural keys."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.ingest import ingest
from archiver.model import Capture, Uri
from archiver.store import open_store
from archiver.text import extract
from tests.helpers import is_sound, natural

START = datetime(2024, 1, 1, tzinfo=UTC)
TEXTS = (
    "The ferry stays\n\nIt cost 12 crowns.\n\nNobody was asked.",
    "The ferry stays\n\nIt cost 21 crowns.\n\nNobody was asked.",
    "The ferry goes\n\nIt cost 21 crowns.\n\nNobody was asked.\n\nCorrection: it goes.",
    "渡轮留下\n\n票价十二元。\n\n没有人被问过。",
)


@st.composite
def captures(draw: st.DrawFn) -> Capture:
    timed = draw(st.booleans())
    number = draw(st.integers(0, 11))
    folder = draw(st.sampled_from(["", "a/", "b/"]))
    return Capture(
        payload=draw(st.sampled_from(TEXTS)).encode(),
        media_type=draw(st.sampled_from(["text/plain", "text/markdown"])),
        captured_at=START + timedelta(hours=draw(st.integers(0, 5))),
        time_from=draw(st.sampled_from(["name", "option", "clock"])) if timed else "mtime",
        source=f"{folder}{number}.txt",
        place=0 if timed else draw(st.integers(0, 2)),
        fallback_uri=Uri("folder:ferry"),
        declared_uri=Uri("https://example.org/ferry"),
        label=draw(st.sampled_from(["", "", "Old Version", "Draft"])),
    )


def _identity(capture: Capture) -> tuple[object, ...]:
    timed = capture.time_from != "mtime"
    return (capture.payload, capture.source, timed, capture.captured_at if timed else None)


def _clock() -> datetime:
    return START


def _archive(path: Path, looks: list[Capture]) -> dict[str, list[tuple[object, ...]]]:
    with open_store(path) as store:
        results: Iterator[object] = ingest(looks, store, extract, _clock)
        for _ in results:
            pass
    assert is_sound(path)
    return natural(path)


@settings(max_examples=60, deadline=None)
@given(
    looks=st.lists(captures(), min_size=1, max_size=9, unique_by=_identity),
    random=st.randoms(use_true_random=False),
)
def test_captures_may_come_in_any_order(looks: list[Capture], random: object) -> None:
    shuffled = looks[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    with TemporaryDirectory() as folder:
        one = _archive(Path(folder) / "one.db", looks)
        other = _archive(Path(folder) / "other.db", shuffled)

    assert one == other


@settings(max_examples=30, deadline=None)
@given(looks=st.lists(captures(), min_size=1, max_size=9, unique_by=_identity))
def test_versions_are_maximal_runs_and_hold_every_distinct_text(looks: list[Capture]) -> None:
    with TemporaryDirectory() as folder:
        archive = _archive(Path(folder) / "one.db", looks)

    digests = [str(row[4]) for row in sorted(archive["versions"], key=lambda row: int(str(row[1])))]
    assert all(old != new for old, new in pairwise(digests))
    assert set(digests) == {str(row[2]) for row in archive["documents"]}
    assert sum(int(str(row[8])) for row in archive["versions"]) == len(looks)
