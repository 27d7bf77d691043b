"""A site that changes while it is watched: what it served is recorded, and no more is asked."""

import ssl
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archiver.watch.loop import Options
from tests.watch.conftest import QUICK, Run
from tests.watch.site import START, Asked, FastClock, Reply, Site, article, bomb, serving, versions

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def feed(site: Site, *paths: str) -> Callable[[Asked], Reply]:
    items = "".join(
        f"<item><title>Title of {path}</title><link>{site.url(path)}</link>"
        f"<description>&lt;p&gt;Summary of {path}&lt;/p&gt;</description></item>"
        for path in paths
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    return lambda _: Reply(body.encode(), headers={"Content-Type": "application/rss+xml"})


def text(n: int) -> bytes:
    return article("Bridge closed", f"The bridge will be closed for {n} days, says the board.")


def test_exactly_what_was_served_is_recorded(run: Run, site: Site, clock: FastClock) -> None:
    texts = [
        (0 * HOUR, text(38)),
        (50 * MINUTE, text(83)),
        (5 * HOUR, text(84)),
        (9 * HOUR, text(38)),
    ]
    site.pages["/a"] = versions(clock.now, *texts)
    site.pages["/feed"] = feed(site, "/a")
    with serving(site):
        run(site.url("/feed"), hours=24)

        found = run.versions(site.url("/a"))

    assert [paragraph.split()[6] for paragraph, _, _ in found] == ["38", "83", "84", "38"]
    for (after, _), (_, last_old, first_new) in list(zip(texts, found, strict=True))[1:]:
        changed = START + after
        assert datetime.fromisoformat(last_old) < changed <= datetime.fromisoformat(first_new)
    assert run.rows("select title, summary from feed_titles") == [("Title of /a", "Summary of /a")]
    assert run.rows("select count(*) from exchanges where status = 304")[0][0] > 10


def test_every_look_is_recorded_with_what_went_over_the_wire(
    run: Run, site: Site, clock: FastClock
) -> None:
    site.pages["/a"] = versions(clock.now, (0 * HOUR, text(38)))
    site.pages["/old"] = lambda _: Reply(status=301, headers={"Location": "/a"})
    with serving(site):
        run(site.url("/old"), hours=3)

    asked_n = sum(path in {"/old", "/a"} for path in site.paths())
    looks_n, captures_n = run.rows(
        "select (select count(*) from exchanges), (select count(*) from captures)"
    )[0]
    assert looks_n == captures_n == asked_n / 2
    remote, redirects, sent, got = run.rows(
        "select remote_address, redirects, request_headers, response_headers from exchanges"
    )[0]
    assert remote == urlsplit(site.address).netloc
    assert redirects == f'[["{site.url("/old")}",301]]'
    assert '"User-Agent","archiver/' in sent
    assert '["ETag","\\"1\\""]' in got
    assert run.rows("select distinct outcome from captures order by id") == [
        ("ok",),
        ("not_modified",),
    ]


def test_an_article_that_goes_and_comes_back(run: Run, site: Site, clock: FastClock) -> None:
    whole = versions(clock.now, (0 * HOUR, text(38)))
    gone = (START + 3 * HOUR, START + 8 * HOUR)
    site.pages["/a"] = lambda asked: (
        Reply(b"", 410) if gone[0] <= clock.now() < gone[1] else whole(asked)
    )
    with serving(site):
        run(site.url("/a"), hours=48)

        assert len(run.versions(site.url("/a"))) == 2
    assert run.rows("select revert_of from versions where number = 2") == [(1,)]
    assert run.rows("select count(*) > 0 from captures where outcome = 'gone'") == [(1,)]
    assert run.rows("select outcome from watches") == [("not_modified",)]


def test_what_has_left_the_feed_is_still_watched(run: Run, site: Site, clock: FastClock) -> None:
    site.pages["/a"] = versions(clock.now, (0 * HOUR, text(38)), (20 * HOUR, text(83)))
    site.pages["/b"] = versions(clock.now, (0 * HOUR, text(3)))
    first, then = feed(site, "/a"), feed(site, "/b")
    site.pages["/feed"] = lambda asked: (first if clock.now() < START + HOUR else then)(asked)
    with serving(site):
        run(site.url("/feed"), hours=40)

        assert len(run.versions(site.url("/a"))) == 2


def test_robots_are_kept(run: Run, site: Site) -> None:
    site.pages["/robots.txt"] = lambda _: Reply(
        b"User-agent: *\nDisallow: /\n\nUser-agent: archiver\nDisallow: /private\nCrawl-delay: 30",
        headers={"Content-Type": "text/plain"},
    )
    site.pages["/a"] = lambda _: Reply(text(38))
    site.pages["/b"] = lambda _: Reply(status=302, headers={"Location": "/private/b"})
    with serving(site):
        run(site.url("/a"), site.url("/private/a"), site.url("/b"), hours=30)

    assert not [path for path in site.paths() if path.startswith("/private")]
    gaps = [
        (later.at - earlier.at).total_seconds()
        for earlier, later in zip(site.asked[1:], site.asked[2:], strict=False)
    ]
    assert min(gaps) >= 30
    assert site.paths().count("/robots.txt") == 2, "it is kept for a day"
    assert run.rows("select distinct outcome, rule from captures where rule <> ''") == [
        ("blocked", "robots")
    ]


@pytest.mark.parametrize(
    ("status", "is_asked"), [(404, True), (403, True), (500, False), (503, False)]
)
def test_a_robots_txt_that_is_not_there(run: Run, site: Site, status: int, is_asked: bool) -> None:
    site.pages["/robots.txt"] = lambda _: Reply(status=status)
    site.pages["/a"] = lambda _: Reply(text(38))
    with serving(site):
        run(site.url("/a"), hours=0)

    assert ("/a" in site.paths()) == is_asked


def test_retry_after_is_kept(run: Run, site: Site, clock: FastClock) -> None:
    def busy(_: Asked) -> Reply:
        if clock.now() < START + HOUR:
            return Reply(b"later", 429, {"Retry-After": "5400"})
        return Reply(text(38))

    site.pages["/a"] = busy
    site.pages["/b"] = lambda _: Reply(text(3))
    with serving(site):
        run(site.url("/a"), site.url("/b"), hours=6)

    refused = next(one for one in site.asked if one.status == 429)
    following = next(one for one in site.asked if one.at > refused.at)
    assert (following.at - refused.at).total_seconds() >= 5400
    assert len(run.versions(site.url("/a"))) == 1


def test_one_request_at_a_time_with_a_gap(run: Run, site: Site, clock: FastClock) -> None:
    paths = [f"/{n}" for n in range(12)]
    for path in paths:
        site.pages[path] = versions(clock.now, (0 * HOUR, text(38)))
    site.pages["/feed"] = feed(site, *paths)
    with serving(site):
        run(site.url("/feed"), hours=6)

    assert max(one.others_n for one in site.asked) == 0
    gaps = [
        (later.at - earlier.at).total_seconds()
        for earlier, later in zip(site.asked, site.asked[1:], strict=False)
    ]
    assert min(gaps) >= 2
    assert set(paths) <= set(site.paths())


def test_what_is_wrong_with_one_page_is_said_of_that_one(
    run: Run, site: Site, clock: FastClock
) -> None:
    site.pages |= {
        "/drip": lambda _: Reply(b"x" * 200, drip_s=0.05),
        "/bomb": lambda _: bomb(200_000_000),
        "/circle": lambda _: Reply(status=302, headers={"Location": "/circle"}),
        "/far": lambda asked: Reply(
            status=302, headers={"Location": f"/far?{asked.path.count('x') + 1}x"}
        ),
        "/broken": lambda _: Reply(b"\x1f\x8b\x08broken", headers={"Content-Encoding": "gzip"}),
        "/brotli": lambda _: Reply(b"abc", headers={"Content-Encoding": "br"}),
        "/picture": lambda _: Reply(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}),
        "/empty": lambda _: Reply(b""),
        "/ftp": lambda _: Reply(status=302, headers={"Location": "ftp://example.org/a"}),
        "/liar": lambda _: Reply(status=304),
        "/fault": lambda _: Reply(b"<h1>Fault</h1>", 500),
        "/good": versions(clock.now, (0 * HOUR, text(38))),
    }
    with serving(site):
        run(
            *(site.url(path) for path in site.pages),
            hours=9,
            options=Options(once=True),
        )

    found = dict(
        run.rows(
            """
            select replace(source, ?, ''), outcome || ' ' || rule from captures
            where id in (select min(id) from captures group by source)
            """,
            site.address,
        )
    )
    assert found == {
        "/drip": "error timed-out",
        "/bomb": "error too-big",
        "/circle": "error redirects",
        "/far": "error redirects",
        "/broken": "error coding",
        "/brotli": "error coding",
        "/picture": "error unreadable",
        "/empty": "error unreadable",
        "/ftp": "error address",
        "/liar": "error protocol",
        "/fault": "error http-error",
        "/good": "ok ",
    }


def test_a_page_in_another_charset_is_read_as_it_says(run: Run, site: Site) -> None:
    page = article("Brücke gesperrt", "Die Brücke über die Förde bleibt für Wochen gesperrt.")
    site.pages["/a"] = lambda _: Reply(
        page.decode().encode("cp1252"), headers={"Content-Type": "text/html; charset=windows-1252"}
    )
    site.pages["/b"] = lambda _: Reply(
        page.decode().replace("<head>", "<head><meta charset=windows-1252>").encode("cp1252"),
        headers={"Content-Type": "text/html"},
    )
    with serving(site):
        run(site.url("/a"), site.url("/b"), hours=0.01)

        for path in ("/a", "/b"):
            assert run.versions(site.url(path))[0][0].startswith("Die Brücke über die Förde")


def test_a_dead_host_does_not_delay_the_others(run: Run, site: Site, clock: FastClock) -> None:
    site.pages["/a"] = versions(clock.now, (0 * HOUR, text(38)), (3 * HOUR, text(83)))
    with serving(site):
        run("http://127.0.0.1:9/a", "http://127.0.0.1:9/b", site.url("/a"), hours=8)

        assert len(run.versions(site.url("/a"))) == 2
    looks = Counter(urlsplit(look.uri).port for look in run.looks)
    assert looks[9] <= looks[urlsplit(site.address).port]
    assert ("error", "connection") in run.rows("select distinct outcome, rule from captures")


def test_a_home_page_names_feeds_and_robots_name_sitemaps(
    run: Run, site: Site, clock: FastClock
) -> None:
    for path in ("/a", "/b"):
        site.pages[path] = versions(clock.now, (0 * HOUR, text(38)))
    site.pages["/feed"] = feed(site, "/a")
    site.pages["/"] = lambda _: Reply(
        b'<html><head><link rel=alternate type="application/rss+xml" href="feed"></head></html>'
    )
    with serving(site):
        robots = f"Sitemap: {site.url('/map.xml')}\n".encode()
        site.pages["/robots.txt"] = lambda _: Reply(robots)
        site.pages["/map.xml"] = lambda _: Reply(
            (
                '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
                f"<url><loc>{site.url('/b')}</loc><lastmod>2025-03-04</lastmod></url>"
                f"<url><loc>{site.url('/long-ago')}</loc><lastmod>2019-01-01</lastmod></url>"
                "</urlset>"
            ).encode()
        )
        run(site.url("/"), hours=1)

    assert sorted(run.rows("select replace(uri, ?, ''), kind from watches", site.address)) == [
        ("/", "home"),
        ("/a", "page"),
        ("/b", "page"),
        ("/feed", "feed"),
        ("/map.xml", "sitemap"),
    ]
    assert {"/a", "/b"} <= set(site.paths())
    assert "/long-ago" not in site.paths()


def sitemap(site: Site, *paths: str) -> Callable[[Asked], Reply]:
    urls = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in paths)
    return lambda _: Reply(f"<urlset>{urls}</urlset>".encode())


def test_of_a_great_sitemap_the_new_articles_are_watched_and_not_the_whole_past(
    run: Run, site: Site, clock: FastClock
) -> None:
    past = [f"/past/{n}" for n in range(40)]
    for path in (*past, "/new"):
        site.pages[path] = versions(clock.now, (0 * HOUR, text(38)))
    first, then = sitemap(site, *past), sitemap(site, *past, "/new")
    site.pages["/map.xml"] = lambda asked: (first if clock.now() < START + HOUR else then)(asked)
    with serving(site):
        run(site.url("/map.xml"), hours=24, options=Options(new_max=10))

    asked = Counter(site.paths())
    assert sum(path in asked for path in past) == 10
    assert max(asked[path] for path in past) <= 5, "they may be of any age"
    assert asked["/new"] > 20
    assert len(run.rows("select name from feed_entries")) == 41


def test_a_site_with_much_to_look_at_does_not_crowd_out_others(run: Run, clock: FastClock) -> None:
    great, small = Site(clock.now), Site(clock.now)
    paths = [f"/{n}" for n in range(120)]
    for path in paths:
        great.pages[path] = versions(clock.now, (0 * HOUR, text(38)))
    great.pages["/feed"] = feed(great, *paths)
    small.pages["/a"] = versions(clock.now, (0 * HOUR, text(38)), (HOUR, text(83)))
    with ExitStack() as stack:
        for one in (great, small):
            stack.enter_context(serving(one))
        great.pages["/feed"] = feed(great, *paths)
        run(great.url("/feed"), small.url("/a"), hours=2, manners=replace(QUICK, gap_s=60))

        ((_, last_old, first_new),) = run.versions(small.url("/a"))[1:]
    assert (datetime.fromisoformat(first_new) - datetime.fromisoformat(last_old)) <= HOUR / 2
    assert len(great.asked) <= 122, "one a minute"


def test_the_budget_of_a_site_is_kept(run: Run, site: Site, clock: FastClock) -> None:
    for n in range(20):
        site.pages[f"/{n}"] = versions(clock.now, (0 * HOUR, text(38)))
    with serving(site):
        run(*(site.url(f"/{n}") for n in range(20)), hours=30, options=Options(budget_n=25))

    by_day = Counter(one.at.date() for one in site.asked if one.path != "/robots.txt")
    assert max(by_day.values()) <= 25


def test_sites_take_turns(run: Run, clock: FastClock) -> None:
    great, small = Site(clock.now), Site(clock.now)
    for n in range(30):
        great.pages[f"/{n}"] = versions(clock.now, (0 * HOUR, text(38)))
    small.pages["/0"] = versions(clock.now, (0 * HOUR, text(38)))
    with ExitStack() as stack:
        for one in (great, small):
            stack.enter_context(serving(one))
        run(
            *(great.url(f"/{n}") for n in range(30)),
            small.url("/0"),
            hours=0.001,
            options=Options(workers_n=1),
        )

    assert [look.uri for look in run.looks[:3]].count(small.url("/0")) == 1


def test_an_address_that_is_watched_under_another_name_is_watched_once(
    run: Run, site: Site, clock: FastClock
) -> None:
    site.pages["/a"] = versions(clock.now, (0 * HOUR, text(38)))
    site.pages["/b"] = lambda _: Reply(status=301, headers={"Location": "/a"})
    with serving(site):
        canonical = f'<link rel="canonical" href="{site.url("/a")}">'
        page = article("Bridge closed", "The bridge is closed.", head=canonical)
        site.pages["/a"] = versions(clock.now, (0 * HOUR, page))
        run(site.url("/a"), site.url("/b"), hours=5)

    assert run.rows("select count(*) from articles") == [(1,)]
    assert run.rows("select state, reason from watches order by id") == [
        ("watched", ""),
        ("stopped", "the same article as watch 1"),
    ]


def test_a_relative_canonical_link_is_resolved(run: Run, site: Site) -> None:
    page = article("Bridge closed", "The bridge is closed.", head='<link rel=canonical href="/b">')
    site.pages["/a"] = lambda _: Reply(page)
    with serving(site):
        run(site.url("/a"), hours=0)

    assert run.rows("select uri from articles") == [(site.url("/b"),)]
    assert run.rows("select uri from article_aliases") == [(site.url("/a"),)]


@contextmanager
def certificate(folder: Path) -> Iterator[tuple[ssl.SSLContext, ssl.SSLContext]]:
    """Give a server's context of a certificate it signed itself, and one that trusts it."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key),
         "-out", str(cert), "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    yield server, ssl.create_default_context(cafile=str(cert))


def test_broken_tls_is_an_error_and_sound_tls_leaves_its_digest(
    run: Run, clock: FastClock, tmp_path: Path
) -> None:
    site = Site(clock.now)
    site.pages["/a"] = lambda _: Reply(text(38))
    with certificate(tmp_path) as (server, trusting), serving(site, tls=server):
        run(site.url("/a"), hours=0)
        assert not site.asked
        assert run.rows("select outcome, rule from captures") == [("error", "tls")]

        run(site.url("/a"), hours=24, tls=trusting)

        found = run.rows("select certificate_sha256 from exchanges where status = 200 limit 1")
        der = ssl.PEM_cert_to_DER_cert((tmp_path / "cert.pem").read_text())
    import hashlib

    assert found == [(hashlib.sha256(der).hexdigest(),)]
