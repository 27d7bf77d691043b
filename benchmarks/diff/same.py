"""The same bytes everywhere: a SHA-256 over all diffs, under other hash seeds and under load.

`python -m benchmarks.diff.same SOURCE...` prints it for the revisions of some sources.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from archiver.diff import diff, encode
from benchmarks.diff.asks import Ask
from benchmarks.diff.pairs import NEWS, SOURCES, revisions
from benchmarks.diff.report import Report

HASH_SEEDS = ("0", "1", "2", "random")
BUSY_N = 4


def checksum(sources: Sequence[str]) -> str:
    """Give the SHA-256 over the stored form and the moves of each diff."""
    whole = hashlib.sha256()
    for pair in revisions(sources):
        found = diff(pair.old, pair.new)
        whole.update(f"{encode(found)} {found.moves}\n".encode())
    return whole.hexdigest()


def checksum_of_child(sources: Sequence[str], hash_seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.diff.same", *sources],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


@contextmanager
def busy_neighbours(n: int) -> Iterator[None]:
    """Keep `n` processes busy meanwhile."""
    children = [
        subprocess.Popen([sys.executable, "-c", "while True: sum(range(10_000))"]) for _ in range(n)
    ]
    try:
        yield
    finally:
        for child in children:
            child.kill()
            child.wait()


def compare(*, quick: bool) -> list[Report]:
    sources = (NEWS,) if quick else SOURCES
    report = Report(
        f"SHA-256 over the diffs of all revisions of {len(sources)} sources", ("", "begins")
    )
    if not revisions(sources):
        return []
    report.start()
    found: list[str] = []
    for hash_seed in HASH_SEEDS:
        found.append(checksum_of_child(sources, hash_seed))
        report.row(f"hash seed {hash_seed}", found[-1][:8])
    with busy_neighbours(BUSY_N):
        found.append(checksum_of_child(sources, "random"))
    report.row(f"with {BUSY_N} busy neighbours", found[-1][:8])
    report.ask(Ask("different results by hash seed or load", len(set(found)) - 1, most=0))
    return [report]


if __name__ == "__main__":
    print(checksum(sys.argv[1:]))
