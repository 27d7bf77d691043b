"""A writer and four readers at once: neither meets an error, and readers see what was written.

ARCHIVER_SECONDS says for how long; a minute was run by hand.
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.watch.site import Asked, Reply, Site, article
from tests.watch.site import serving as serving_site
from tests.web.serving import serving

pytestmark = pytest.mark.slow

SECONDS = float(os.environ.get("ARCHIVER_SECONDS", "6"))
PAGES = (
    "/archive/-/changes",
    "/archive/-/article/1",
    "/archive/-/compare/1/1...2",
    "/archive/-/search?q=bridge",
    "/archive/-/changes.atom",
    "/archive/versions.json?_size=1",
)


def read(address: str, until: float) -> int:
    """Ask for pages in turn until then; give how many were read. Raise where one is refused."""
    read_n = 0
    while time.monotonic() < until:
        for page in PAGES:
            with urllib.request.urlopen(address + page, timeout=30) as answer:  # noqa: S310 - loopback
                answer.read()
            read_n += 1
    return read_n


def written(db: Path, folder: Path, until: float) -> int:
    """Record a new version again and again until then; give how many."""
    story = folder / "tower"
    story.mkdir(parents=True)
    written_n = 0
    while time.monotonic() < until:
        day, hour = divmod(written_n, 24)
        path = story / f"2025-{day // 28 + 1:02}-{day % 28 + 1:02}T{hour:02}0000Z.txt"
        path.write_text(f"The tower\n\nIt has {written_n} steps, and a bridge to the hill.\n")
        command = [sys.executable, "-m", "archiver", "snapshot", str(db), str(story)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        written_n += 1
    return written_n


def watched(db: Path, until: float) -> tuple[int, str]:
    """Watch a feed of articles that were never seen until then; give exit code and last line."""
    site = Site()

    def any_article(asked: Asked) -> Reply:
        return Reply(article(f"Tower {asked.path}", f"It has {len(site.asked)} steps, says Ann."))

    def answer(asked: Asked) -> Reply:
        if asked.path == "/feed":
            links = "".join(f"<item><link>{site.url(f'/{n}')}</link></item>" for n in range(900))
            return Reply(f"<rss version='2.0'><channel>{links}</channel></rss>".encode())
        return Reply(status=404) if asked.path == "/robots.txt" else any_article(asked)

    site.answer = answer  # type: ignore[method-assign]
    with serving_site(site):
        words = ("--allow-private", "--gap", str(SECONDS / 900), "--contact", "desk@example.org")
        command = [sys.executable, "-m", "archiver", "watch", str(db), site.url("/feed"), *words]
        watcher = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            time.sleep(max(until - time.monotonic(), 0))
            watcher.send_signal(signal.SIGTERM)
            said = watcher.communicate(timeout=60)[1].splitlines()
        finally:
            watcher.kill()
            watcher.communicate()
    return watcher.returncode, said[-1]


def test_a_watcher_and_four_readers_meet_no_error(copied: Path, tmp_path: Path) -> None:
    with serving(copied, tmp_path) as (address, _), ThreadPoolExecutor(5) as people:
        until = time.monotonic() + SECONDS
        readers = [people.submit(read, address, until) for _ in range(4)]
        watcher = people.submit(watched, copied, until)
        read_n = sum(reader.result() for reader in readers)
        exit_code, said = watcher.result()
        with urllib.request.urlopen(f"{address}/archive/-/search.json?q=steps") as answer:  # noqa: S310 - loopback
            found = json.load(answer)

    assert exit_code == 0, said
    assert "error" not in said
    assert int(said.split()[0]) > 5, said
    assert read_n > 20
    assert found["texts"]


def test_a_writer_and_four_readers_meet_no_error(copied: Path, tmp_path: Path) -> None:
    with serving(copied, tmp_path) as (address, _), ThreadPoolExecutor(5) as people:
        until = time.monotonic() + SECONDS
        readers = [people.submit(read, address, until) for _ in range(4)]
        writer = people.submit(written, copied, tmp_path / "stories", until)
        read_n = sum(reader.result() for reader in readers)
        written_n = writer.result()
        with urllib.request.urlopen(f"{address}/archive/-/search.json?q=steps") as answer:  # noqa: S310 - loopback
            found = json.load(answer)

    assert written_n > 1
    assert read_n > 20
    assert found["texts"]
