"""Killed at any moment, an archive opens, is sound, and ends the same once run again."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from archiver.ingest import ingest
from archiver.sources import FileOptions, open_source
from archiver.store import open_store
from archiver.text import extract
from tests.conftest import SNAPSHOTS
from tests.helpers import is_sound, natural

KILLS = 200


def _clock():  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime(2025, 1, 1, tzinfo=UTC)


def _archive(path: Path) -> None:
    source = open_source([SNAPSHOTS], FileOptions(), stdin=lambda: b"", clock=_clock)
    with open_store(path) as store:
        for _ in ingest(source.captures(), store, extract, _clock):
            pass


def _in_a_child(path: Path) -> int:
    """Fork after the imports, so that the child is at work at once."""
    child = os.fork()
    if child == 0:
        try:
            _archive(path)
        finally:
            os._exit(0)
    return child


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_kill_at_any_moment_loses_nothing_and_a_second_run_ends_the_same(tmp_path: Path) -> None:
    _archive(tmp_path / "whole.db")  # also imports what is imported late
    whole = natural(tmp_path / "whole.db")
    started = time.perf_counter()
    os.waitpid(_in_a_child(tmp_path / "timed.db"), 0)
    longest_s = time.perf_counter() - started
    moments = random.Random(20231101)  # noqa: S311 - moments, not secrets
    killed = attempts = 0
    while killed < KILLS:
        attempts += 1
        assert attempts < 5 * KILLS, "the child is done before it can be killed"
        path = tmp_path / f"{attempts}.db"
        moment_s = moments.uniform(0, longest_s)
        if not _was_killed_after(moment_s, _in_a_child(path)):
            longest_s = max(longest_s * 0.95, 0.01)  # it was slower when it was timed
            continue
        killed += 1
        if path.exists() and path.stat().st_size:
            partial = _opened(path)
            for name in ("payloads", "captures", "documents"):
                assert set(partial.get(name, [])) <= set(whole[name])
        _archive(path)
        assert natural(path) == whole
        assert is_sound(path)


def _was_killed_after(moment_s: float, child: int) -> bool:
    """Kill `child`, and tell whether it was still at work."""
    time.sleep(moment_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _opened(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read what a killed writer left; a file killed before its first migration has no tables."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        made = connection.execute("select 1 from sqlite_master where name = 'captures'").fetchone()
    return natural(path) if made else {}
