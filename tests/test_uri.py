"""One spelling per article: what is folded, what is kept, and that nothing else happens."""

import re
import string
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from archiver.errors import InputError
from archiver.model import Uri
from archiver.uri import (
    CHANNELS,
    PERHAPS_TRACKING,
    TRACKING,
    TRACKING_PREFIXES,
    is_home,
    same_page,
    spellings,
    uri_r,
)

PAGE = Path(__file__).resolve().parents[1] / "docs" / "pages.md"

FOLDED = [
    ("HTTPS://Example.ORG/a", "https://example.org/a"),
    ("http://example.org/a", "https://example.org/a"),
    ("http://example.org:80/a", "https://example.org/a"),
    ("https://example.org:443/a", "https://example.org/a"),
    ("https://example.org:/a", "https://example.org/a"),
    ("http://example.org:8080/a", "http://example.org:8080/a"),
    ("http://example.org:443/a", "http://example.org:443/a"),
    ("https://user:pass@example.org/a", "https://example.org/a"),
    ("https://example.org./a", "https://example.org/a"),
    ("https://example.org", "https://example.org/"),
    ("https://example.org?", "https://example.org/"),
    ("  https://example.org/a ", "https://example.org/a"),
    ("https://example.org/a#part", "https://example.org/a"),
    ("https://example.org/a#:~:text=word", "https://example.org/a"),
    ("https://example.org/#!/2024/a", "https://example.org/#!/2024/a"),
    ("https://example.org/#!", "https://example.org/"),
    ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://BÜCHER.example/a", "https://xn--bcher-kva.example/a"),
    ("https://b%C3%BCcher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://straße.example/", "https://xn--strae-oqa.example/"),
    ("https://新闻。example/", "https://xn--efvy88h.example/"),
    ("https://☃.example/", "https://xn--n3h.example/"),
    ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
    ("https://example.org/%7Euser/%41", "https://example.org/~user/A"),
    ("https://example.org/caf%c3%a9", "https://example.org/caf%C3%A9"),
    ("https://example.org/café", "https://example.org/caf%C3%A9"),
    ("https://example.org/a b?q=新", "https://example.org/a%20b?q=%E6%96%B0"),
    ("https://example.org/100%", "https://example.org/100%"),
    ("https://example.org/%zz%2f", "https://example.org/%zz%2F"),
    ("https://example.org/%%4a%3f", "https://example.org/%%4A%3F"),
    ("https://example.org/a/./b/../c", "https://example.org/a/c"),
    ("https://example.org/a/%2E%2E/c", "https://example.org/c"),
    ("https://example.org/../../a", "https://example.org/a"),
    ("https://example.org/a/..", "https://example.org/"),
    ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
    ("https://example.org/a?id=7&fbclid=z", "https://example.org/a?id=7"),
    ("https://example.org/a?UTM%5Fsource=x&id=7", "https://example.org/a?id=7"),
    ("https://example.org/a?CMP=share_btn", "https://example.org/a"),
    ("https://example.org/a?ref=rss&source=Twitter", "https://example.org/a"),
]

KEPT = [
    "https://www.example.org/a",
    "https://example.org/a/",
    "https://example.org//a//b",
    "https://example.org/A",
    "https://example.org/a?b=2&a=1",
    "https://example.org/a?id=7",
    "https://example.org/a?p=1&cid=2&tid=3",
    "https://example.org/a?ref=12345",
    "https://example.org/a?source=budget",
    "https://example.org/a?cmp=7",
    "https://example.org/a?amp=1",
    "https://example.org/a?utm",
    "https://example.org/a;b=1",
    "https://example.org/a%2Fb",
    "https://example.org/a?q=a%26b",
    "https://example.org/a?q=1+2",
    "https://example.org/a?q=1%2B2",
    "https://a_b.example.org/",
]


@pytest.mark.parametrize(("given_spelling", "expected"), FOLDED)
def test_spellings_of_one_address_become_one(given_spelling: str, expected: str) -> None:
    assert uri_r(given_spelling) == expected


@pytest.mark.parametrize("address", KEPT)
def test_what_may_name_an_article_is_kept(address: str) -> None:
    assert uri_r(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "example.org/a", "//example.org/a", "ftp://example.org/", "mailto:a@b.example",
        "http://", "http://...", "https://exa mple.org/", "https://exa<mple.org/", "http://[::1/",
        "https://example.org:port/", "https://example.org:99999/", "https://a%2Fb/",
        "https://example.org/\ud800", "https://example.org/\n", "javascript:x", "folder:seed",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="is no web address"):
        uri_r(address)


@given(st.text(max_size=60) | st.text("ht:/.%#?&=[]@!-aZ9\u00e4\u3002\ud800 \\", max_size=40))
@example("http://%")
@example("http://[::1%25a]/")
@example("https://xn--a/")
@example("https://\u00ad/")
def test_any_text_gives_an_address_or_an_input_error(text: str) -> None:
    for spelling in (text, f"https://{text}", f"http://example.org/{text}"):
        try:
            given_uri = uri_r(spelling)
        except InputError:
            continue
        assert given_uri.isascii()


@given(st.text('/.%27eE4&=?#!aä新"\\{|}~-_ ', max_size=30))
@example("%%34%31")
@example("%4%31")
@example("%%2541")
@example("%%2%34")
@example("?&utm_source=1&&")
@example("..;/%2e%2E/..")
def test_giving_the_spelling_again_changes_nothing(rest: str) -> None:
    once = uri_r(f"https://example.org/{rest}")

    assert uri_r(once) == once
    assert spellings(once)[0] == once


SEGMENT = st.text(string.ascii_letters + string.digits + "-_~!$'()*+,;:@", min_size=1, max_size=6)
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)


def is_tracking(name: str) -> bool:
    return name in TRACKING | PERHAPS_TRACKING or name.startswith(TRACKING_PREFIXES)


@st.composite
def kept_parts(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a host, a path and a query in which nothing is to be folded."""
    host = draw(st.sampled_from(["example.org", "www.example.org", "example.org:8443"]))
    path = "".join(f"/{one}" for one in draw(st.lists(SEGMENT, max_size=3)))
    path += draw(st.sampled_from(["", "/"])) if path else "/"
    names = draw(st.lists(NAME, max_size=3))
    query = "&".join(f"{name}={draw(SEGMENT)}" for name in names if not is_tracking(name))
    return host, path, query


def joined(parts: tuple[str, str, str]) -> str:
    host, path, query = parts
    return f"https://{host}{path}" + (f"?{query}" if query else "")


@given(kept_parts(), kept_parts())
def test_addresses_that_differ_in_a_kept_part_stay_two(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assume(one != other)

    assert uri_r(joined(one)) == joined(one)
    assert uri_r(joined(one)) != uri_r(joined(other))


@given(kept_parts(), st.sampled_from(sorted(TRACKING)), SEGMENT, st.data())
def test_a_tracking_parameter_anywhere_is_left_out(
    parts: tuple[str, str, str], name: str, value: str, data: st.DataObject
) -> None:
    host, path, query = parts
    parameters = query.split("&") if query else []
    place = data.draw(st.integers(0, len(parameters)))
    tracked = "&".join([*parameters[:place], f"{name}={value}", *parameters[place:]])

    assert uri_r(joined((host, path, tracked))) == uri_r(joined(parts))


@given(st.text('/aä新 =&"<>~+|', max_size=20))
def test_no_character_is_lost_by_escaping(path: str) -> None:
    given_uri = uri_r(f"https://example.org/{path}x")

    assert unquote(urlsplit(given_uri).path) == f"/{path}x"


def test_an_address_is_looked_for_under_the_spellings_of_earlier_archives() -> None:
    found = spellings("http://Example.org/%7Ea?utm_source=x&id=7#top")

    assert found == (
        "https://example.org/~a?id=7",
        "http://example.org/%7Ea?utm_source=x&id=7",
        "https://example.org/%7Ea?utm_source=x&id=7",
        "http://example.org/~a?id=7",
    )


def test_what_was_only_ever_a_file_has_one_spelling() -> None:
    assert spellings("folder:seed") == ("folder:seed",)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/", True),
        ("https://example.org", True),
        ("https://example.org/?p=1", False),
        ("https://example.org/#!/a", False),
        ("https://example.org/a", False),
    ],
)
def test_a_home_page_has_neither_path_nor_query(address: str, *, expected: bool) -> None:
    assert is_home(Uri(address)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("http://www.example.org/a/", "https://example.org/a", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/a", "https://example.net/a", False),
        ("file:a", "file:a", True),
        ("file:a", "file:b", False),
    ],
)
def test_the_same_page(one: str, other: str, *, expected: bool) -> None:
    assert same_page(one, other) is expected
    assert same_page(other, one) is expected


def section() -> str:
    return PAGE.read_text(encoding="utf-8").split("## One spelling per article")[1]


def test_the_page_shows_what_comes_out() -> None:
    rows = re.findall(r"^\| `(http\S+?)` \| `(http\S+?)` \|", section(), re.MULTILINE)

    assert len(rows) >= 20
    assert [(given_spelling, uri_r(given_spelling)) for given_spelling, _ in rows] == rows


def test_the_page_lists_every_tracking_parameter() -> None:
    listed = set(re.findall(r"`([^`]+)`", section().split("### Tracking parameters")[1]))

    assert listed >= TRACKING | PERHAPS_TRACKING | CHANNELS
    assert listed >= {f"{prefix}…" for prefix in TRACKING_PREFIXES}
