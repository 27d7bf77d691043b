"""Pages that hold no article: looks that are recorded, and make no version."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.test_reextract import page

Archiver = Callable[..., Ran]

GONE = (
    "<html><head><title>Page not found - Ferry Post</title></head><body><h1>Page not found</h1>"
    "<p>Sorry, the page you are looking for does not exist.</p></body></html>"
)
CHECK = (
    "<html><head><title>Just a moment...</title></head><body><h1>ferry-post.example</h1>"
    "<p>Verifying you are human. This may take a few seconds.</p>"
    "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script></body></html>"
)


@pytest.fixture
def look(tmp_path: Path, archiver: Archiver) -> Callable[..., Ran]:
    """Record pages of one article, a day apart, as one folder."""

    def run(*pages: bytes | str) -> Ran:
        folder = tmp_path / "ferry"
        folder.mkdir()
        for day, text in enumerate(pages, 1):
            payload = text.encode() if isinstance(text, str) else text
            (folder / f"2025-01-0{day}.html").write_bytes(payload)
        return archiver("snapshot", tmp_path / "news.db", folder)

    return run


def rows(tmp_path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(tmp_path / "news.db")) as connection:
        return connection.execute(sql).fetchall()


def test_a_page_that_is_gone_is_a_look_and_no_edit(
    look: Callable[..., Ran], tmp_path: Path
) -> None:
    done = look(page("fog"), GONE)

    assert done.exit_code == 0
    assert "2025-01-02.html: kept without a version, gone: " in done.stderr
    assert rows(tmp_path, "select outcome from captures order by captured_at") == [
        ("ok",),
        ("gone",),
    ]
    assert rows(tmp_path, "select versions_n, captures_n, state, state_since from articles") == [
        (1, 2, "gone", "2025-01-02T00:00:00Z")
    ]


def test_what_comes_back_after_it_was_gone_is_a_revert(
    look: Callable[..., Ran], tmp_path: Path, archiver: Archiver
) -> None:
    look(page("fog"), GONE, page("fog"))

    log = json.loads(archiver("log", tmp_path / "news.db", "ferry", "--json").stdout)

    assert [(one["number"], one["revert_of"]) for one in log] == [(1, None), (2, 1)]
    assert rows(
        tmp_path, "select state, changes_n, confirmed from articles, versions where number = 2"
    ) == [("ok", 0, None)]


def test_a_bot_check_says_nothing_of_the_text(look: Callable[..., Ran], tmp_path: Path) -> None:
    look(page("fog"), CHECK, page("fog"))

    assert rows(tmp_path, "select number, captures_n from versions") == [(1, 2)]
    assert rows(
        tmp_path, "select outcome, rule <> '', reason <> '' from captures where id = 2"
    ) == [("blocked", 1, 1)]


def test_an_article_that_was_never_seen_has_no_version(
    look: Callable[..., Ran], tmp_path: Path, archiver: Archiver
) -> None:
    look(GONE)

    assert rows(tmp_path, "select versions_n, captures_n, state from articles") == [(0, 1, "gone")]
    assert json.loads(archiver("list", tmp_path / "news.db", "--json").stdout)[0]["versions"] == 0
    for command in ("diff", "show", "blame"):
        done = archiver(command, tmp_path / "news.db", "ferry")
        assert done.exit_code == 1, command
        assert "has no version" in done.stderr
    assert archiver("log", tmp_path / "news.db", "ferry").exit_code == 0


def test_looks_in_any_order_give_the_same_archive(tmp_path: Path, archiver: Archiver) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    pages = {
        1: page("fog"),
        2: GONE.encode(),
        3: page("fog"),
        4: CHECK.encode(),
        5: page("x", "six"),
    }
    for day in (3, 5, 1, 4, 2):
        (folder / f"2025-01-0{day}.html").write_bytes(pages[day])
        archiver("snapshot", tmp_path / "news.db", folder)

    assert rows(
        tmp_path, "select number, first_seen, captures_n, revert_of from versions order by number"
    ) == [
        (1, "2025-01-01T00:00:00Z", 1, None),
        (2, "2025-01-03T00:00:00Z", 1, 1),
        (3, "2025-01-05T00:00:00Z", 1, None),
    ]


def test_a_page_that_claims_the_address_of_another_article_is_kept_apart(
    tmp_path: Path, archiver: Archiver
) -> None:
    first, second = "https://ferry-post.example/one", "https://ferry-post.example/two"
    link = f"<link rel=canonical href='{first}'>".encode()
    (tmp_path / "1.html").write_bytes(page("fog"))
    (tmp_path / "2.html").write_bytes(page("fog").replace(b"<title>", link + b"<title>"))

    archiver("snapshot", tmp_path / "news.db", tmp_path / "1.html", "--url", first)
    done = archiver("snapshot", tmp_path / "news.db", tmp_path / "2.html", "--url", second)

    assert f"claims {first}, which is article 1; kept apart" in done.stderr
    assert rows(tmp_path, "select uri from articles order by id") == [(first,), (second,)]
    assert rows(tmp_path, "select uri, article_id from conflicts") == [(first, 1)]


def test_a_changed_slug_stays_the_same_article(tmp_path: Path, archiver: Archiver) -> None:
    old, new = "https://ferry-post.example/boat", "https://ferry-post.example/boat-renamed"
    link = f"<link rel=canonical href='{new}'>".encode()
    (tmp_path / "1.html").write_bytes(page("fog"))
    (tmp_path / "2.html").write_bytes(page("fog", "six").replace(b"<title>", link + b"<title>"))
    (tmp_path / "3.html").write_bytes(page("fog", "ten"))

    for name, url in (("1", old), ("2", old), ("3", f"{new}?utm_source=feed#top")):
        archiver("snapshot", tmp_path / "news.db", tmp_path / f"{name}.html", "--url", url)

    assert rows(tmp_path, "select uri, versions_n from articles") == [(old, 3)]
    assert rows(tmp_path, "select uri from article_aliases") == [(new,)]


def test_each_claim_of_a_page_is_kept_with_its_place(
    look: Callable[..., Ran], tmp_path: Path
) -> None:
    head = (
        b"<meta property='og:title' content='Night boat stays in harbour'>"
        b"<meta property='article:modified_time' content='2025-01-01T08:00:00+01:00'><title>"
    )
    look(page("fog").replace(b"<title>", head, 1))

    assert rows(
        tmp_path, "select source, text from claims where name = 'headline' order by source"
    ) == [
        ("h1", "No night boat before spring"),
        ("og:title", "Night boat stays in harbour"),
        ("title", "No night boat before spring"),
    ]
    assert rows(tmp_path, "select moment from claims where name = 'claimed_modified'") == [
        ("2025-01-01T08:00:00+01:00",)
    ]


def test_a_version_is_confirmed_where_a_second_extractor_saw_a_change(
    look: Callable[..., Ran], tmp_path: Path
) -> None:
    look(page("fog"), page("fog", "six"))

    assert rows(tmp_path, "select number, confirmed from versions order by number") == [
        (1, None),
        (2, 1),
    ]
