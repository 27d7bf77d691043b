"""Bodies and robots.txt: what comes over the wire, whole or not at all, within bounds."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.errors import FetchError
from archiver.sources.http.body import decoded
from archiver.sources.http.fetch import Fetcher, Manners
from archiver.sources.http.robots import PARSED_BYTES, Robots, parsed_part
from tests.watch.site import FastClock, Reply, Site, article, serving

BOUNDS = {"raw_max": 10_000, "whole_max": 10_000}


def chunks(whole: bytes, size: int) -> list[bytes]:
    return [whole[at : at + size] for at in range(0, len(whole), size)]


def raw_deflate(whole: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(whole) + packer.flush()


CODINGS = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": lambda whole: gzip.compress(whole[:7]) + gzip.compress(whole[7:]),
    "deflate": zlib.compress,
    "Deflate": raw_deflate,
}


@given(st.sampled_from(sorted(CODINGS)), st.binary(max_size=500), st.integers(1, 40))
def test_a_body_arrives_whole_in_whatever_pieces(coding: str, whole: bytes, size: int) -> None:
    packed = CODINGS[coding](whole)

    assert decoded(chunks(packed, size), coding, **BOUNDS) == whole


@given(st.sampled_from(["gzip", "deflate"]), st.binary(min_size=20), st.integers(1, 19))
def test_a_body_that_breaks_off_is_an_error(coding: str, whole: bytes, cut: int) -> None:
    packed = CODINGS[coding](whole)

    with pytest.raises(FetchError) as found:
        decoded([packed[: len(packed) - min(cut, len(packed) - 1)]], coding, **BOUNDS)
    assert found.value.rule == "coding"


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_a_body_is_stopped_at_its_bound(coding: str) -> None:
    packed = CODINGS[coding](b"a" * 10_001)

    with pytest.raises(FetchError, match="more than 10,000 bytes"):
        decoded(chunks(packed, 100), coding, **BOUNDS)


def robots(text: str, status: int = 200) -> Robots:
    now = datetime(2025, 3, 4, tzinfo=UTC)
    return Robots(origin="https://e.org", status=status, text=text, fetched_at=now)


@pytest.mark.parametrize(
    ("text", "path", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True),
        ("User-agent: *\nDisallow: /\nUser-agent: Archiver\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("Disallow: /", "/a", True),
        ("<html>not robots at all</html>", "/a", True),
    ],
)
def test_rules_are_read_as_rfc_9309_says(text: str, path: str, is_allowed: bool) -> None:
    assert robots(text).allows(f"https://e.org{path}") == is_allowed


@pytest.mark.parametrize(
    ("status", "is_allowed"), [(0, False), (200, True), (304, True), (404, True), (500, False)]
)
def test_no_rules(status: int, is_allowed: bool) -> None:
    assert robots("", status).allows("https://e.org/a") == is_allowed


def test_of_a_long_robots_txt_whole_lines_are_read() -> None:
    line = b"User-agent: *\nDisallow: /a\n"
    text = parsed_part(line + b"#" * PARSED_BYTES + b"\nDisallow: /b\n")

    assert text.splitlines()[:2] == ["User-agent: *", "Disallow: /a"]
    assert len(text) <= PARSED_BYTES
    assert "/b" not in text


@pytest.mark.parametrize(("hops", "is_asked"), [(0, True), (5, False), (6, True)])
def test_a_robots_txt_is_followed_five_times(hops: int, is_asked: bool) -> None:
    """What leads on more often is as if it were not there, which allows all (2.3.1.2)."""
    site = Site()
    site.pages["/a"] = lambda _: Reply(article("A", "Text."))
    site.pages["/robots.txt"] = lambda _: Reply(status=301, headers={"Location": "/r/1"})
    for hop in range(1, hops):
        to = f"/r/{hop + 1}"
        site.pages[f"/r/{hop}"] = lambda _, to=to: Reply(status=302, headers={"Location": to})  # type: ignore[misc]
    site.pages[f"/r/{hops}"] = lambda _: Reply(b"User-agent: *\nDisallow: /")
    if not hops:
        del site.pages["/robots.txt"]
    with serving(site):
        fetcher = Fetcher(FastClock(), Manners(gap_s=0, allow_private=True))
        fetcher.look(site.url("/a"))
        fetcher.close()

    assert ("/a" in site.paths()) == is_asked
