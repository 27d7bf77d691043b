"""`archiver watch` and `archiver snapshot URL`, as they are typed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.helpers import is_sound
from tests.watch.site import Asked, Reply, Site, article, serving

Command = Callable[..., Ran]
QUICK = ("--allow-private", "--gap", "0", "--contact", "desk@example.org")


def rows(path: Path, query: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    with serving(made):
        yield made


class Story:
    """An article that a test edits."""

    def __init__(self, site: Site, path: str, days: int = 38) -> None:
        self.url = site.url(path)
        self.days = days
        site.pages[path] = self

    def __call__(self, asked: Asked) -> Reply:
        tag = f'"{self.days}"'
        if asked.headers.get("if-none-match") == tag:
            return Reply(status=304, headers={"ETag": tag})
        text = f"The bridge will be closed for {self.days} days, says the board."
        return Reply(article("Bridge closed", text), headers={"ETag": tag})


def due_now(db: Path) -> None:
    """Let all that is watched be due, as if time had gone by."""
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("update watches set due_at = '2000-01-01T00:00:00Z'")


@contextmanager
def watching(db: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """Watch in a process of its own, which is ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "watch", str(db), *words, *QUICK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_PROXY": "*"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    for _ in range(400):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it never came to be")


def test_a_snapshot_of_an_address_is_a_look(archiver: Command, db: Path, site: Site) -> None:
    story = Story(site, "/a")

    ran = archiver("snapshot", db, story.url, *QUICK, "--label", "Old Version")

    assert ran.exit_code == 0, ran.stderr
    assert rows(
        db, "select uri, versions.label from versions join articles on articles.id = article_id"
    ) == [(story.url, "Old Version")]
    assert rows(db, "select status, asked_uri from exchanges") == [(200, story.url)]
    story.days = 83
    archiver("snapshot", db, story.url, *QUICK)
    assert [one for (one,) in rows(db, "select old || ' ' || new from changes")] == ["38 83"]


def test_a_snapshot_of_a_feed_looks_at_its_articles(
    archiver: Command, db: Path, site: Site
) -> None:
    stories = [Story(site, f"/{n}", n) for n in range(3)]
    links = "".join(f"<entry><link href='{one.url}'/></entry>" for one in stories)
    site.pages["/feed"] = lambda _: Reply(
        f"<feed xmlns='http://www.w3.org/2005/Atom'>{links}</feed>".encode()
    )

    ran = archiver("snapshot", db, site.url("/feed"), *QUICK, "--json")

    assert json.loads(ran.stdout)["new"] == 3


def test_private_addresses_are_refused_and_the_look_is_recorded(
    archiver: Command, db: Path, site: Site
) -> None:
    Story(site, "/a")

    ran = archiver("snapshot", db, site.url("/a"))

    assert ran.exit_code == 1
    assert "no address of the open internet; --allow-private looks there" in ran.stderr
    assert rows(db, "select outcome, rule from captures") == [("error", "private-address")]
    assert not site.asked


def test_a_feed_that_cannot_be_read_is_a_failure(archiver: Command, db: Path, site: Site) -> None:
    site.pages["/feed"] = lambda _: Reply(b"<rss><channel")

    ran = archiver("snapshot", db, site.url("/nothing"), site.url("/feed"), *QUICK, "--as", "feed")

    assert ran.exit_code == 1
    assert "HTTP 404" in ran.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("https://example.org/a", "file.txt"), "files and addresses"),
        (("https://example.org/a", "--at", "2025-01-01"), "--url and --at are for files"),
        (("https://example.org/a", "--as", "git"), "an address is one of"),
    ],
)
def test_wrong_usage_of_snapshot(
    archiver: Command, db: Path, words: tuple[str, ...], said: str
) -> None:
    ran = archiver("snapshot", db, *words)

    assert ran.exit_code == 2
    assert said in ran.stderr
    assert not db.exists()


def test_once_looks_at_what_is_due_and_ends(archiver: Command, db: Path, site: Site) -> None:
    story = Story(site, "/a")

    first = archiver("watch", db, story.url, "--once", *QUICK)
    again = archiver("watch", db, "--once", *QUICK)
    due_now(db)
    story.days = 83
    third = archiver("watch", db, "--once", "--nl", *QUICK)

    assert (first.exit_code, again.exit_code, third.exit_code) == (0, 0, 0), first.stderr
    assert "new version 1 200" in first.stderr
    assert "1 look: 1 new version." in first.stderr
    assert "Nothing was due." in again.stderr
    look = json.loads(third.stdout)
    assert (look["outcome"], look["version"], look["is_new"], look["url"]) == (
        "ok",
        2,
        True,
        story.url,
    )
    assert site.paths() == ["/robots.txt", "/a", "/a"], "robots.txt is remembered between runs"
    assert site.asked[1].headers["user-agent"].startswith("archiver/")
    assert "desk@example.org" in site.asked[1].headers["user-agent"]


def test_an_address_that_is_none_stops_no_other(archiver: Command, db: Path, site: Site) -> None:
    story = Story(site, "/a")

    ran = archiver("watch", db, "nonsense", story.url, "--once", *QUICK)

    assert ran.exit_code == 3
    assert "'nonsense' is no web address" in ran.stderr
    assert rows(db, "select count(*) from versions") == [(1,)]


def test_nothing_to_watch_is_wrong_usage(archiver: Command, db: Path) -> None:
    ran = archiver("watch", db, "--once")

    assert ran.exit_code == 2
    assert "nothing is watched yet" in ran.stderr


def test_the_plan_says_what_each_site_will_cost(archiver: Command, db: Path, site: Site) -> None:
    for n in range(3):
        archiver("watch", db, Story(site, f"/{n}").url, "--once", *QUICK)
    asked_n = len(site.asked)
    due_now(db)

    plan = json.loads(archiver("watch", db, "--plan", "--json").stdout)
    text = archiver("watch", db, "--plan").stdout

    (one,) = plan
    assert (one["articles"], one["feeds"], one["due"]) == (3, 0, 3)
    assert 90 <= one["looks_per_day"] <= 100
    assert "3 articles, 0 feeds: 3 due now" in text
    assert len(site.asked) == asked_n, "it looks at nothing"


def test_the_status_counts_and_names_what_is_overdue(
    archiver: Command, db: Path, site: Site
) -> None:
    story = Story(site, "/a")
    archiver("watch", db, story.url, "http://127.0.0.1:9/b", "--once", *QUICK)
    due_now(db)

    found = json.loads(archiver("watch", db, "--status", "--json").stdout)
    text = archiver("watch", db, "--status").stdout

    assert found["watched"] == {"page": 2}
    assert {one["outcome"]: one["n"] for one in found["outcomes"]} == {"ok": 1, "error": 1}
    assert any("cannot be reached" in one["reason"] for one in found["outcomes"])
    assert found["oldest_overdue"]["url"] == story.url
    assert f"Overdue the longest: {story.url}" in text


def test_what_is_dropped_is_watched_no_more(archiver: Command, db: Path, site: Site) -> None:
    story, other = Story(site, "/a"), Story(site, "/b")
    archiver("watch", db, story.url, other.url, "--once", *QUICK)
    due_now(db)

    archiver("watch", db, "--drop", story.url, "--once", *QUICK)

    assert site.paths().count("/a") == 1
    assert site.paths().count("/b") == 2
    assert rows(db, "select count(*) from versions") == [(2,)]


def test_a_second_watcher_is_told_that_there_is_one(
    archiver: Command, db: Path, site: Site
) -> None:
    story = Story(site, "/a")
    with watching(db, story.url) as process:
        until(lambda: site.paths() == ["/robots.txt", "/a"])

        ran = archiver("watch", db, "--once", *QUICK)

        assert ran.exit_code == 1
        assert f"is being watched already (process {process.pid})" in ran.stderr
        assert archiver("watch", db, "--status").exit_code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_it_finish_what_it_holds(db: Path, site: Site, number: int) -> None:
    asked, go = threading.Event(), threading.Event()

    def slow(_: Asked) -> Reply:
        asked.set()
        go.wait(10)
        return Reply(article("Bridge closed", "The bridge is closed."))

    site.pages["/a"] = slow
    with watching(db, site.url("/a")) as process:
        assert asked.wait(20)
        process.send_signal(number)
        time.sleep(0.3)
        assert process.poll() is None, "it waits for the answer"
        go.set()
        process.wait(20)

        assert process.returncode == 0, process.stderr.read() if process.stderr else ""
    assert rows(db, "select count(*) from versions") == [(1,)]


@pytest.mark.slow
def test_a_kill_loses_nothing_that_was_recorded(archiver: Command, db: Path, site: Site) -> None:
    stories = [Story(site, f"/{n}") for n in range(60)]
    told = 0
    for _ in range(4):
        with watching(db, *(one.url for one in stories)) as process:
            assert process.stderr
            for line in process.stderr:
                told += "new version" in line or "not_modified" in line
                if told % 15 == 14:
                    break
            process.kill()
            process.wait()
        assert is_sound(db)
        assert rows(db, "select count(*) from captures")[0][0] >= told

    ran = archiver("watch", db, "--once", *QUICK)

    assert ran.exit_code == 0, ran.stderr
    assert rows(db, "select count(*), max(number) from versions") == [(60, 1)]
    assert is_sound(db)


@pytest.fixture
def hook() -> Iterator[Site]:
    made = Site()
    with serving(made):
        yield made


class Receiver:
    """Takes alerts, or fails while it is told to."""

    def __init__(self, site: Site) -> None:
        self.messages: list[dict[str, Any]] = []
        self.fails = False
        self.address = site.address.replace("http://", "json://") + "/hook"
        site.take = self.take

    def take(self, body: bytes) -> bool:
        if not self.fails:
            self.messages.append(json.loads(body))
        return not self.fails


def test_each_edit_is_told_once_across_failures_and_restarts(
    archiver: Command, db: Path, site: Site, hook: Site
) -> None:
    story = Story(site, "/a")
    receiver = Receiver(hook)
    words = (
        "--once",
        *QUICK,
        "--alert",
        receiver.address,
        "--links",
        "https://archive.example/news",
    )

    def look() -> None:
        due_now(db)
        assert archiver("watch", db, *words).exit_code == 0

    archiver("watch", db, story.url, *words)
    story.days = 83
    receiver.fails = True
    look()
    look()
    assert receiver.messages == []
    assert rows(db, "select state, attempts > 0 from alerts") == [("waiting", 1)]
    receiver.fails = False
    look()
    look()
    story.days = 84
    look()

    assert len(receiver.messages) == 2
    first = receiver.messages[0]
    assert first["title"] == "[number] Bridge closed"
    assert "number: [-38-]{+83+}" in first["message"]
    assert "silent: no note was found" in first["message"]
    assert "https://archive.example/news/-/compare/1/20" in first["message"]
    assert rows(db, "select state from alerts") == [("sent",), ("sent",)]


def test_alerts_are_filtered_and_everything_is_recorded(
    archiver: Command, db: Path, site: Site, hook: Site
) -> None:
    story = Story(site, "/a")
    receiver = Receiver(hook)
    archiver("watch", db, story.url, "--once", *QUICK, "--alert", receiver.address)
    story.days = 83
    due_now(db)

    archiver("watch", db, "--once", *QUICK, "--alert", receiver.address, "--grade", "headline")

    assert receiver.messages == []
    assert rows(db, "select state from alerts") == [("left out",)]
    assert rows(db, "select count(*) from versions") == [(2,)]


def test_an_address_of_a_receiver_that_is_none(archiver: Command, db: Path) -> None:
    ran = archiver("watch", db, "https://example.org/a", "--once", "--alert", "carrier-pigeon://x")

    assert ran.exit_code == 2
    assert "is no address of a receiver" in ran.stderr
    assert "pigeon://x" not in ran.stderr, "it may hold a password"
    assert not db.exists()


def test_what_is_withdrawn_is_watched_no_more(archiver: Command, db: Path, site: Site) -> None:
    story = Story(site, "/a")
    link = f"<item><title>Secret title</title><link>{story.url}</link></item>"
    site.pages["/feed"] = lambda _: Reply(
        f"<rss version='2.0'><channel>{link}</channel></rss>".encode()
    )
    archiver("watch", db, site.url("/feed"), "--once", *QUICK)
    assert archiver("withdraw", db, "1", "--reason", "A court said so").exit_code == 0
    due_now(db)

    ran = archiver("watch", db, "--once", *QUICK)

    assert ran.exit_code == 0, ran.stderr
    assert site.paths().count("/a") == 1
    assert rows(db, "select state from watches where kind = 'page'") == [("stopped",)]
    assert rows(db, "select count(*) from captures") == [(1,)]
    assert b"Secret title" not in db.read_bytes()


def test_looks_are_read_anew_by_a_later_extractor_without_becoming_edits(
    archiver: Command, db: Path, site: Site
) -> None:
    story = Story(site, "/a")
    for _ in range(3):
        archiver("watch", db, story.url, "--once", *QUICK)
        due_now(db)
        time.sleep(1.1)  # times are whole seconds
    with closing(sqlite3.connect(db)) as connection, connection:
        for table in ("captures", "documents"):
            connection.execute(f"drop trigger {table}_no_update")
            connection.execute(f"update {table} set extractor = 'article/0' where extractor <> ''")

    ran = archiver("reextract", db)

    assert ran.exit_code == 0, ran.stderr
    assert rows(db, "select number, captures_n from versions") == [(1, 3)]
    assert rows(db, "select outcome from rereadings") == [("ok",)] * 3
