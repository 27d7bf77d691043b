"""Pages made by scripts: rendered where asked, and as fenced in as any other look."""

import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archiver.sources.http import browser as browser_module
from archiver.sources.http.addresses import resolve
from archiver.sources.http.browser import Browser, is_installed
from archiver.sources.http.fetch import Fetcher, Manners
from tests.conftest import Ran
from tests.watch.site import COMPANY, FastClock, Reply, Site, article, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not is_installed(), reason="no Chromium, or no Playwright"),
]
Command = Callable[..., Ran]
QUICK = ("--allow-private", "--gap", "0", "--contact", "desk@example.org")
SHELL = b"""<!doctype html><html lang=en><head><title>Bridge closed</title></head><body>
<div id=app></div><script src="/app.js"></script></body></html>"""
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in COMPANY)
APP = """fetch("/story.json").then(r => r.json()).then(story => {
  document.getElementById("app").innerHTML =
    `<article><h1>Bridge closed</h1><p>The bridge is closed for ${story.days} days.</p>` +
    `PARAGRAPHS</article>`;
});""".replace("PARAGRAPHS", PARAGRAPHS.replace("'", "&#39;"))


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.days = 38  # type: ignore[attr-defined]
    made.pages |= {
        "/a": lambda _: Reply(SHELL, headers={"ETag": '"1"'}),
        "/app.js": lambda _: Reply(APP.encode(), headers={"Content-Type": "text/javascript"}),
        "/story.json": lambda _: Reply(
            f'{{"days": {made.days}}}'.encode(),  # type: ignore[attr-defined]
            headers={"Content-Type": "application/json"},
        ),
    }
    with serving(made):
        yield made


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_page_without_text_is_rendered_and_both_are_kept(
    archiver: Command, tmp_path: Path, site: Site
) -> None:
    db = tmp_path / "news.db"

    ran = archiver("watch", db, site.url("/a"), "--once", *QUICK)

    assert ran.exit_code == 0, ran.stderr
    assert "new version 1" in ran.stderr
    assert rows(db, "select outcome, rule, source from captures") == [
        ("suspect", "rendered", site.url("/a")),
        ("ok", "", site.url("/a#rendered")),
    ]
    assert site.paths() == ["/robots.txt", "/a", "/app.js", "/story.json"]

    site.days = 83  # type: ignore[attr-defined]
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("update watches set due_at = '2000-01-01T00:00:00Z'")
    archiver("watch", db, "--once", *QUICK)

    assert rows(db, "select old, new from changes") == [("38", "83")]
    assert rows(db, "select count(*) from versions") == [(2,)]


def test_a_page_with_text_is_rendered_only_where_always(
    archiver: Command, tmp_path: Path, site: Site
) -> None:
    site.pages["/b"] = lambda _: Reply(article("Bridge", "The bridge is closed."))

    for words, kept in (((), 1), (("--render", "always"), 2), (("--render", "never"), 1)):
        db = tmp_path / f"{len(words)}{kept}{words}.db"
        ran = archiver("snapshot", db, site.url("/b"), *QUICK, *words)
        assert ran.exit_code == 0, ran.stderr
        assert rows(db, "select count(*) from captures") == [(kept,)]
        assert rows(db, "select count(*) from versions") == [(1,)]


def test_what_robots_forbid_is_not_asked_for_by_a_page_either(
    archiver: Command, tmp_path: Path, site: Site
) -> None:
    site.pages["/robots.txt"] = lambda _: Reply(b"User-agent: *\nDisallow: /story.json")

    archiver("watch", tmp_path / "news.db", site.url("/a"), "--once", *QUICK)

    assert "/app.js" in site.paths()
    assert "/story.json" not in site.paths()


ESCAPES = """<!doctype html><html><head><title>Out</title>
<link rel=preconnect href="{inside}"><link rel=prefetch href="{inside}/prefetch">
<link rel=stylesheet href="{inside}/style"></head><body>
<img src="{inside}/image"><iframe src="{inside}/frame"></iframe>
<object data="{inside}/object"></object><script src="{inside}/script"></script>
<form id=f action="{inside}/form" method=post></form>
<script>
fetch("{inside}/fetch"); fetch("{inside}/post", {{method: "POST", mode: "no-cors", body: "x"}});
navigator.sendBeacon("{inside}/beacon", "x");
new WebSocket("{inside}/socket".replace("http", "ws"));
new EventSource("{inside}/events"); new Worker("data:text/javascript,fetch('{inside}/worker')");
try {{
  const peer = new RTCPeerConnection({{iceServers: [{{urls: "stun:127.0.0.1:{port}"}}]}});
  peer.createDataChannel("x"); peer.createOffer().then(offer => peer.setLocalDescription(offer));
}} catch (error) {{}}
window.open("{inside}/window");
setTimeout(() => document.getElementById("f").submit(), 50);
setTimeout(() => location.href = "{inside}/location", 100);
</script></body></html>"""


@pytest.mark.parametrize("allowed", [False, True])
def test_a_page_cannot_reach_inside(monkeypatch: pytest.MonkeyPatch, allowed: bool) -> None:
    inside, outside = Site(), Site()
    connect = socket.create_connection

    def routed(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        to = ("127.0.0.1", address[1]) if address[0] == "93.184.216.34" else address
        return connect(to, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", routed)

    def names(host: str, number: int) -> list[str]:
        return ["93.184.216.34"] if host == "outside.example" else resolve(host, number)

    with serving(inside), serving(outside):
        number = inside.address.rpartition(":")[2]
        page = ESCAPES.format(inside=inside.address, port=number).encode()
        outside.pages["/a"] = lambda _: Reply(page)
        manners = Manners(gap_s=0, attempts=1, deadline_s=5, allow_private=allowed)
        fetcher = Fetcher(FastClock(), manners, resolve=names)
        browser = Browser(fetcher, lambda _: True)
        try:
            found = browser.look(f"http://outside.example:{outside.address.rpartition(':')[2]}/a")
        finally:
            browser.close()
            fetcher.close()

    assert found.error is None
    assert found.rendered or found.not_rendered
    if allowed:  # what it tries would lead there, through our fetcher alone
        assert {"/robots.txt", "/script", "/fetch"} <= set(inside.paths())
        assert not {"/post", "/beacon", "/form", "/location", "/image"} & set(inside.paths())
        assert {one.headers["user-agent"].partition("/")[0] for one in inside.asked} == {"archiver"}
    else:
        assert not inside.asked


GROWING = "addEventListener('load', () => { for (;;) document.body.append('x'.repeat(1e6)) })"
NEVER = (
    "<script>while (true) {}</script>",
    "<script>setTimeout(() => { while (true) {} }, 50)</script>",
    f"<script>{GROWING}</script>",
)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_module, "START_S", 6)


@pytest.mark.parametrize("script", NEVER)
def test_a_page_that_never_ends_is_kept_as_it_came(site: Site, script: str) -> None:
    site.pages["/b"] = lambda _: Reply(f"<html><body><p>Words</p>{script}</body></html>".encode())
    fetcher = Fetcher(FastClock(), Manners(gap_s=0, deadline_s=2, allow_private=True))
    browser = Browser(fetcher, lambda _: True)
    try:
        found = browser.look(site.url("/b"))
        assert found.payload
        assert not found.rendered
        assert "not rendered" in found.not_rendered

        assert b"38 days" in browser.look(site.url("/a")).rendered, "the next one is rendered"
    finally:
        browser.close()
        fetcher.close()
