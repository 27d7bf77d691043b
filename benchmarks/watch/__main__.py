"""How many looks a second, with everything unchanged, and in how much memory?

    python -m benchmarks.watch [--articles N] [--hosts N] [--dead N]

The hosts are on loopback, in a process of their own, so that the figure is ours. Dead hosts take
connections and never answer.
"""

import argparse
import re
import resource
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path

WATCH = """
import resource, sys
from archiver.cli import main
try:
    main()
except SystemExit as end:
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
    raise
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def watched(db: Path, *words: str) -> tuple[float, float, int, str]:
    """Run `archiver watch --once`; give seconds, CPU seconds, peak MB, and its last line."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", WATCH, "watch", str(db), *words, "--once", "--silent",
         "--allow-private", "--gap", "0", "--contact", "bench@example.org", "--deadline", "5",
         "--workers", "64"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = re.search(r"peak (\d+)", ran.stderr)
    said = [line for line in ran.stderr.splitlines() if "look" in line] or [ran.stderr]
    return time.perf_counter() - started, cpu_s, int(peak[1]) if peak else 0, said[-1]


def due_now(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("update watches set due_at = '2000-01-01T00:00:00Z'")


def seed(db: Path, addresses: list[str]) -> None:
    """Watch the addresses: more than a command line holds."""
    from datetime import UTC, datetime

    from archiver.sources.http.fetch import host_of
    from archiver.store import open_store, watches
    from archiver.uri import uri_r

    now = datetime.now(UTC)
    with open_store(db) as store, store.transaction():
        for uri in addresses:
            watches.add(
                store.connection, uri=uri, name=uri_r(uri), host=host_of(uri), kind="page",
                began_at=now, now=now,
            )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="looks a second of archiver watch")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--dead", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        hosts = stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.watch.hosts", str(asked.hosts)],
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        stack.callback(hosts.kill)
        ports = [int(port) for port in (hosts.stdout or sys.stdin).readline().split()]
        dead = [
            stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(asked.dead)
        ]
        db = Path(folder) / "news.db"
        addresses = [f"http://127.0.0.1:{ports[n % len(ports)]}/{n}" for n in range(asked.articles)]
        seed(db, addresses)
        print(f"{asked.articles:,} articles on {asked.hosts} hosts\n")
        print("| pass | looks/s | CPU ms a look | peak MB | |\n|---|---|---|---|---|")
        for name in ("first, all new", "unchanged (304)", "unchanged, again"):
            if name != "first, all new":
                due_now(db)
            _print(name, asked.articles, watched(db))
        seed(db, [f"http://127.0.0.1:{one.getsockname()[1]}/{n}" for one in dead for n in range(5)])
        due_now(db)
        _print(f"with {asked.dead} dead hosts", asked.articles, watched(db))
        with closing(sqlite3.connect(db)) as connection:
            (seconds,) = connection.execute(
                """
                select 86400 * (julianday(max(asked_at)) - julianday(min(asked_at)))
                from exchanges where outcome = 'not_modified' and asked_at >= (
                    select min(asked_at) from exchanges where outcome = 'error'
                )
                """
            ).fetchone()
        print(f"\nThe others were looked at within {seconds:.0f} seconds of its start.")


def _print(name: str, looks_n: int, ran: tuple[float, float, int, str]) -> None:
    wall_s, cpu_s, peak, said = ran
    print(
        f"| {name} | {looks_n / wall_s:.0f} | {1000 * cpu_s / looks_n:.1f} | {peak} | {said} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
