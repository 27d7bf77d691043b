"""Feeds, sitemaps and home pages, from bytes."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.errors import InputError
from archiver.sources.listings import ENTRIES_MAX, Kind, kind_of, read
from archiver.sources.listings.home import discovered

BASE = "https://news.example.org/feeds/all"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- all of it -->
<rss version="2.0"><channel><title>The Courier</title>
<item><title>Bridge &amp; tunnel &lt;b&gt;closed&lt;/b&gt;</title><link>/2025/bridge</link>
<description><![CDATA[<p>For <em>38</em> days.</p><script>x()</script>]]></description>
<pubDate>Tue, 04 Mar 2025 06:15:00 +0100</pubDate></item>
<item><title>No link</title></item>
<item><title>Mail</title><link>mailto:desk@example.org</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><title>桥梁关闭</title><link href="https://news.example.org/2"/>
<published>2025-03-04T06:15:00Z</published><updated>2025-03-05T07:00:00Z</updated>
<summary>封闭三十八天</summary></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example.org/old</loc><lastmod>2024-01-01</lastmod></url>
<url><loc>https://news.example.org/new</loc>
<news:news><news:publication_date>2025-03-04T06:15:00+01:00</news:publication_date>
<news:title>Bridge closed</news:title></news:news>
<image:image><image:loc>https://news.example.org/a.jpg</image:loc></image:image></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example.org/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
<sitemap><loc>https://news.example.org/2.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
</sitemapindex>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [
            {"url": "/3", "title": "Bridge", "date_published": "2025-03-04T06:15:00+01:00"},
            {"title": "No address"},
            "nonsense",
        ],
    }
)


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (RSS, "feed"),
        (ATOM, "feed"),
        (JSON, "feed"),
        (NEWS, "sitemap"),
        (INDEX, "sitemap"),
        ("<rdf:RDF xmlns:rdf='x'>", "feed"),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "feed"),
        ("<!doctype html><html><head><title>rss", "page"),
        ('{"items": []}', "page"),
        ("", "page"),
        ("just text", "page"),
    ],
)
def test_what_a_payload_is(payload: str, kind: Kind) -> None:
    assert kind_of(payload.encode(), "text/html") == kind
    assert kind_of(b"\xef\xbb\xbf" + payload.encode(), "") == kind


def test_a_compressed_sitemap_is_one() -> None:
    packed = gzip.compress(NEWS.encode())

    assert kind_of(packed, "application/gzip") == "sitemap"
    assert read(packed, "sitemap", BASE) == read(NEWS.encode(), "sitemap", BASE)


def test_rss_is_read_with_its_words_and_not_its_markup() -> None:
    found = read(RSS.encode(), "feed", BASE)

    (entry,) = found.entries
    assert found.title == "The Courier"
    assert entry.uri == "https://news.example.org/2025/bridge"
    assert entry.title == "Bridge & tunnel closed"
    assert entry.summary == "For 38 days."
    assert entry.published == "Tue, 04 Mar 2025 06:15:00 +0100"
    assert entry.published_at == datetime(2025, 3, 4, 5, 15, tzinfo=UTC)


def test_atom_is_read_in_any_language() -> None:
    (entry,) = read(ATOM.encode(), "feed", BASE).entries

    assert (entry.title, entry.summary) == ("桥梁关闭", "封闭三十八天")
    assert entry.updated == "2025-03-05T07:00:00Z"
    assert entry.moment == datetime(2025, 3, 5, 7, tzinfo=UTC)


def test_a_json_feed_is_read() -> None:
    (entry,) = read(JSON.encode(), "feed", BASE).entries

    assert (entry.uri, entry.title) == ("https://news.example.org/3", "Bridge")
    assert entry.published_at == datetime(2025, 3, 4, 5, 15, tzinfo=UTC)


def test_a_news_sitemap_is_read_the_newest_first() -> None:
    found = read(NEWS.encode(), "sitemap", BASE)

    assert [entry.uri.rpartition("/")[2] for entry in found.entries] == ["new", "old"]
    assert found.entries[0].title == "Bridge closed"
    assert found.entries[0].published == "2025-03-04T06:15:00+01:00"


def test_an_index_names_sitemaps_the_newest_first() -> None:
    assert read(INDEX.encode(), "sitemap", BASE).listings == (
        "https://news.example.org/2.xml",
        "https://news.example.org/1.xml",
    )


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    subset = f'<!ENTITY l0 "lol">{bomb}<!ENTITY file SYSTEM "{secret.as_uri()}">'
    urls = "<url><loc>https://e.org/&file;</loc><title>&l11;</title></url>"
    sitemap = f"<!DOCTYPE urlset [{subset}]><urlset>{urls}</urlset>".encode()
    item = "<item><link>https://e.org/1</link><title>&file;&l11;</title></item>"
    feed = f"<!DOCTYPE rss [{subset}]><rss version='2.0'><channel>{item}</channel></rss>".encode()

    for payload, kind in ((sitemap, "sitemap"), (feed, "feed")):
        try:
            found = repr(read(payload, kind, BASE))
        except InputError:
            continue
        assert "secret words" not in found
        assert len(found) < 10_000


def test_a_sitemap_of_too_many_says_how_many_were_left() -> None:
    urls = "".join(f"<url><loc>https://e.org/{n}</loc></url>" for n in range(ENTRIES_MAX + 7))

    found = read(f"<urlset>{urls}</urlset>".encode(), "sitemap", BASE)

    assert (len(found.entries), found.left_n) == (ENTRIES_MAX, 7)


def test_a_sitemap_that_unfolds_to_more_than_it_may_is_refused() -> None:
    with pytest.raises(InputError, match="more than"):
        read(gzip.compress(b"<urlset>" + b" " * 60_000_000), "sitemap", BASE)


def test_a_home_page_names_its_feeds() -> None:
    page = b"""<html><head><base href="/sub/">
        <link rel="alternate" type="application/rss+xml" href="feed.xml">
        <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="/atom">
        <link rel="alternate" type="application/rss+xml" href="feed.xml">
        <link rel="alternate" type="text/html" hreflang="de" href="/de">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
        </head></html>"""

    assert list(discovered(page, "https://news.example.org/")) == [
        "https://news.example.org/sub/feed.xml",
        "https://news.example.org/atom",
    ]


def test_a_sitemap_with_a_prefix_that_is_not_declared_is_refused() -> None:
    undeclared = NEWS.replace("xmlns:news", "xmlns:other").encode()

    with pytest.raises(InputError, match="prefix news on news is not defined"):
        read(undeclared, "sitemap", BASE)


@given(st.sampled_from(["feed", "sitemap", "home"]), st.binary(max_size=300), st.integers(0, 4))
def test_no_bytes_are_a_fault(kind: Kind, noise: bytes, place: int) -> None:
    whole = (RSS, ATOM, NEWS, INDEX, JSON)[place].encode()
    at = len(noise) * 7 % len(whole)

    for payload in (noise, whole[:at] + noise + whole[at:]):
        kind_of(payload, "")
        try:
            found = read(payload, kind, BASE)
        except InputError:
            continue
        assert all(one.uri.startswith(("http://", "https://")) for one in found.entries)


def test_real_feeds_and_sitemaps_are_read(shared: Path) -> None:
    read_n = 0
    for path in sorted((shared / "data" / "feeds").rglob("*.xml")):
        payload = path.read_bytes()
        kind = kind_of(payload, "")
        if kind != "page":
            read(payload, kind, BASE)
            read_n += 1
    assert read_n > 100


def test_one_real_feed_at_two_times(shared: Path) -> None:
    folder = shared / "data" / "feeds" / "diffengine"
    first, second = (
        {entry.uri for entry in read((folder / name).read_bytes(), "feed", BASE).entries}
        for name in ("feed1.xml", "feed2.xml")
    )

    assert (len(first), len(second)) == (20, 24)
    assert first & second
