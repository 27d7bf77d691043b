"""What a page costs the server, and how long readers wait, at 100,000 versions.

python -m benchmarks.pages [--versions N] [--seconds S] [--rate R]
"""

import argparse
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median, quantiles
from threading import local
from typing import NamedTuple

from archiver.store.permanent import named
from benchmarks.pages.made import archive

READY = re.compile(r"running on http://([\d.]+):(\d+)")
ASKED_N = 200
WARMED_N = 20


class Kind(NamedTuple):
    """A kind of page: addresses of it, and the CPU milliseconds it may cost, 0 for any."""

    name: str
    addresses: list[str]
    asked_ms: float = 0


def kinds(path: Path, root: str) -> list[Kind]:
    """Give addresses of each kind of page, no two alike where there are as many."""
    chance = random.Random(1)  # noqa: S311 - the same pages each time
    with closing(sqlite3.connect(path)) as connection:
        (last,) = connection.execute("select max(id) from articles").fetchone()
        articles = [chance.randint(1, last) for _ in range(ASKED_N + WARMED_N)]
        stamps = {}
        for article in articles:
            rows = connection.execute(
                "select first_seen, sha256 from versions where article_id = ? order by number",
                (article,),
            ).fetchall()
            stamps[article] = [named(*row) for row in rows]
        sites = [f"news-{number}.example" for number in range(24)]
        words = [
            text.split()[chance.randrange(8)].lower()
            for (text,) in (
                connection.execute("select title from articles where id = ?", (article,)).fetchone()
                for article in articles
            )
        ]
    pairs = [(article, stamps[article]) for article in articles]
    return [
        Kind("floor: /-/versions.json", ["/-/versions.json"] * len(articles)),
        Kind("Datasette's row of a version", [f"{root}/versions/{a * 2}" for a in articles]),
        Kind("front page", [f"{root}/-/changes?since=2024-01-0{n % 9 + 1}" for n in articles], 10),
        Kind(
            "front page, silent numbers of a site",
            [f"{root}/-/changes?site={sites[n % 24]}&grade=number&told=silent" for n in articles],
            10,
        ),
        Kind("site page", [f"{root}/-/site/{sites[n % 24]}" for n in articles], 10),
        Kind("article page", [f"{root}/-/article/{a}" for a in articles], 5),
        Kind("version page", [f"{root}/-/version/{a}/{s[2]}" for a, s in pairs]),
        Kind("compare", [f"{root}/-/compare/{a}/{s[1]}...{s[2]}" for a, s in pairs], 5),
        Kind(
            "compare, side by side",
            [f"{root}/-/compare/{a}/{s[1]}...{s[2]}?view=side" for a, s in pairs],
            5,
        ),
        Kind("blame", [f"{root}/-/blame/{a}/4" for a in articles]),
        Kind("search, a word of a headline", [f"{root}/-/search?q={w}" for w in words], 20),
        Kind("search, the commonest words", [f"{root}/-/search?q={w}" for w in common(words)], 20),
        Kind(
            "search, what was removed",
            [f"{root}/-/search?in=removed&q={w}" for w in words],
            20,
        ),
        Kind("feed of an article", [f"{root}/-/article/{a}.atom" for a in articles], 5),
        Kind(
            "feed of all",
            [f"{root}/-/changes.atom?since=2024-01-0{n % 9 + 1}" for n in articles],
            5,
        ),
        Kind(
            "feed of a site", [f"{root}/-/changes.atom?site={sites[n % 24]}" for n in articles], 5
        ),
    ]


def common(words: Sequence[str]) -> list[str]:
    """Give as many words as `words`, all of them in most paragraphs."""
    most = ("the", "of", "and", "to", "in", "the+of", "of+the+and")
    return [most[n % len(most)] for n in range(len(words))]


@contextmanager
def serving(path: Path) -> Iterator[tuple[str, int, int]]:
    """Serve `path`; give host, port and process number."""
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "serve", str(path), "--port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        if process.stderr is None:
            raise RuntimeError("no standard error to read")
        said = []
        for line in process.stderr:
            said.append(line)
            if found := READY.search(line):
                yield found[1], int(found[2]), process.pid
                return
        raise RuntimeError("".join(said))
    finally:
        process.kill()
        process.communicate()


def cpu_ms(pid: int) -> float:
    """Give the CPU milliseconds of a process, exact to the nanosecond (Linux alone)."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def sent(connection: HTTPConnection, address: str) -> HTTPResponse:
    connection.request("GET", address, headers={"Connection": "keep-alive"})
    return connection.getresponse()


def asked(connection: HTTPConnection, address: str) -> int:
    """Ask for a page, read it all, and give its bytes; raise where it is refused."""
    try:
        answer = sent(connection, address)
    except ConnectionError:
        # The server hangs up on who said nothing for five seconds: ask once more.
        connection.close()
        answer = sent(connection, address)
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    return len(body)


def costs(path: Path) -> None:
    """Print the CPU of each kind of page, asked for one after the other."""
    print(f"{'page':40} {'CPU ms':>8} {'p90':>8} {'max':>8} {'KB':>7}  asked")
    floor = 0.0
    with serving(path) as (host, port, pid), closing(HTTPConnection(host, port)) as connection:
        for kind in kinds(path, f"/{path.stem}"):
            for address in kind.addresses[:WARMED_N]:
                asked(connection, address)
            times, sizes = [], []
            for address in kind.addresses[WARMED_N:]:
                before = cpu_ms(pid)
                sizes.append(asked(connection, address))
                times.append(cpu_ms(pid) - before)
            middle = median(times)
            floor = floor or middle
            verdict = ""
            if kind.asked_ms:
                verdict = f"{'PASS' if middle <= kind.asked_ms else 'MISS'} (<= {kind.asked_ms})"
            print(
                f"{kind.name:40} {middle:8.2f} {quantiles(times, n=10)[-1]:8.2f} "
                f"{max(times):8.2f} {median(sizes) / 1000:7.1f}  {middle / floor:.1f} x floor "
                f"{verdict}",
                flush=True,
            )


def load(path: Path, rate: int, seconds: int) -> None:
    """Print how long readers wait who come `rate` a second, whether or not others are served."""
    ours = [kind for kind in kinds(path, f"/{path.stem}") if kind.asked_ms]
    addresses = [
        address for row in zip(*(k.addresses for k in ours), strict=True) for address in row
    ]
    kept = local()
    with serving(path) as (host, port, _):

        def ask(due: float, address: str) -> float:
            if not hasattr(kept, "connection"):
                kept.connection = HTTPConnection(host, port)
            asked(kept.connection, address)
            return (time.perf_counter() - due) * 1000

        with ThreadPoolExecutor(16) as readers:
            for address in addresses[: 16 * 4]:
                readers.submit(ask, 0.0, address).result()
            begun = time.perf_counter()
            waits = []
            for n in range(rate * seconds):
                due = begun + n / rate
                time.sleep(max(0.0, due - time.perf_counter()))
                waits.append(readers.submit(ask, due, addresses[n % len(addresses)]))
            waited = [wait.result() for wait in waits]
    hundredths = quantiles(waited, n=100)
    print(
        f"{rate} requests/s of all pages but blame and version, for {seconds} s: median "
        f"{median(waited):.1f} ms, p90 {hundredths[89]:.1f}, p99 {hundredths[98]:.1f}, "
        f"max {max(waited):.1f}  {'PASS' if hundredths[98] <= 100 else 'MISS'} (p99 <= 100)"
    )


def main() -> None:
    """Make or find the archive, and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--versions", type=int, default=100_000, help="versions in the archive")
    parser.add_argument("--rate", type=int, default=50, help="requests a second")
    parser.add_argument("--seconds", type=int, default=30, help="of load")
    chosen = parser.parse_args()
    path = archive(chosen.versions)
    print(
        f"{chosen.versions:,} versions, {path.stat().st_size / 1e6:,.0f} MB, {os.cpu_count()} cores"
    )
    costs(path)
    load(path, chosen.rate, chosen.seconds)


if __name__ == "__main__":
    main()
