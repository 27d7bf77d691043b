"""How fast captures are archived, and whether a grown archive is slower than a new one."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archiver.ingest import ingest
from archiver.model import Capture, Uri
from archiver.sources import FileOptions, open_source
from archiver.store import open_store
from archiver.text import extract

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ARCHIVER_SHARED", ROOT.parent / "shared"))
START = datetime(2020, 1, 1, tzinfo=UTC)
ARTICLES = 2_000
VERSIONS_OF_ONE = 3_000


def clock() -> datetime:
    """Give the same moment always."""
    return START


def revisions() -> None:
    """Archive the shared real documents, and say how long it took."""
    folder = SHARED / "data" / "revisions"
    if not folder.is_dir():
        print("real documents: skipped, they are not here (ARCHIVER_SHARED names them)")
        return
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "a.db"
        source = open_source([folder], FileOptions(), stdin=lambda: b"", clock=clock)
        wall, cpu = time.perf_counter(), time.process_time()
        with open_store(path) as store:
            results = list(ingest(source.captures(), store, extract, clock))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        new_n = sum(result.outcome == "new" for result in results)
        print(
            f"real documents: {len(results)} captures, {new_n} versions in {wall:.1f} s wall, "
            f"{cpu:.1f} s CPU (asked: under 60), {path.stat().st_size / 1e6:.1f} MB"
        )


def page(number: int, version: int) -> bytes:
    """Give a page of about 600 words, of which each version changes one."""
    lines = [f"Article {number}\n"]
    lines += [
        f"\nParagraph {line} of {number} " + "says what it said before. " * 8 for line in range(12)
    ]
    return "".join([*lines, f"\n\nVersion {version}."]).encode()


def captures(articles_n: int, versions_n: int, start: int) -> Iterator[Capture]:
    """Give `versions_n` captures of each of `articles_n` articles."""
    for number in range(start, start + articles_n):
        for version in range(versions_n):
            yield Capture(
                payload=page(number, version),
                media_type="text/plain",
                captured_at=START + timedelta(minutes=version),
                time_from="name",
                source=f"{number}/{version}.txt",
                fallback_uri=Uri(f"folder:{number}"),
            )


def growth() -> None:
    """Print milliseconds a capture, for the first and the last tenth of a growing archive."""
    with tempfile.TemporaryDirectory() as scratch, open_store(Path(scratch) / "a.db") as store:
        tenths = []
        for tenth in range(10):
            looks = captures(ARTICLES // 10, 2, tenth * ARTICLES // 10)
            started = time.process_time()
            n = sum(1 for _ in ingest(looks, store, extract, clock))
            tenths.append((time.process_time() - started) * 1000 / n)
    print(
        f"many articles ({ARTICLES} of 2 versions): first tenth {tenths[0]:.2f} ms CPU a capture, "
        f"last {tenths[-1]:.2f} ms, ratio {tenths[-1] / tenths[0]:.2f}"
    )
    with tempfile.TemporaryDirectory() as scratch, open_store(Path(scratch) / "a.db") as store:
        times = []
        before = time.process_time()
        for _ in ingest(captures(1, VERSIONS_OF_ONE, 0), store, extract, clock):
            now = time.process_time()
            times.append((now - before) * 1000)
            before = now
    tenth_n = VERSIONS_OF_ONE // 10
    first, last = sum(times[:tenth_n]) / tenth_n, sum(times[-tenth_n:]) / tenth_n
    print(
        f"one article ({VERSIONS_OF_ONE} versions): first tenth {first:.2f} ms CPU a capture, "
        f"last {last:.2f} ms, ratio {last / first:.2f}"
    )


if __name__ == "__main__":
    revisions()
    growth()
    sys.exit(0)
