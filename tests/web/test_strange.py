"""Texts that would be code, or would turn a page around, are only text."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archiver.diff.pieces import Piece, ShownPiece
from archiver.model import BlockEditKind
from archiver.render.view import Row
from archiver.web.marks import ShownRow, shown_row
from tests.web.serving import ids, served

HOSTILE = (
    "/archive/-/article/{}",
    "/archive/-/version/{}/1",
    "/archive/-/version/{}/2",
    "/archive/-/compare/{}/1...2",
    "/archive/-/compare/{}/1...2?view=side",
    "/archive/articles",
    "/archive/changes",
    "/archive/versions",
    "/archive/latest_changes",
    "/archive/headlines_rewritten",
)


def row(*pieces: Piece, kind: BlockEditKind = "edited") -> ShownRow:
    shown = tuple(ShownPiece(*piece) for piece in pieces)
    return shown_row(Row("", kind, "paragraph", shown), 1)[0]


@pytest.mark.asyncio
@pytest.mark.parametrize("address", HOSTILE)
async def test_code_in_a_text_is_inert(strange: Path, address: str) -> None:
    answer = await served(strange).client.get(
        address.format(ids(strange)["hostile"]), follow_redirects=True
    )

    assert answer.status_code == 200
    assert '<script>document.title="owned"' not in answer.text
    assert "<img src=x" not in answer.text
    assert "49 stayed" not in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize("address", [HOSTILE[0], *HOSTILE[2:5]])
async def test_a_direction_override_is_named_and_does_nothing(strange: Path, address: str) -> None:
    answer = await served(strange).client.get(
        address.format(ids(strange)["hostile"]), follow_redirects=True
    )

    assert "\u202e" not in answer.text
    assert 'title="U+202E right-to-left override">RLO</span>' in answer.text


@pytest.mark.asyncio
async def test_an_address_that_is_no_web_address_is_not_linked(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("update articles set uri = 'javascript:alert(1)' where id = 1")
        connection.commit()
    client = served(copied).client

    for address in ("/archive/-/article/1", "/archive/-/version/1/1", "/archive/articles"):
        html = (await client.get(address, follow_redirects=True)).text
        assert "javascript:alert(1)" in html
        assert 'href="javascript:' not in html


@pytest.mark.asyncio
async def test_runs_of_the_other_direction_are_isolated(strange: Path) -> None:
    address = f"/archive/-/compare/{ids(strange)['persian']}/1...2"

    html = (await served(strange).client.get(address, follow_redirects=True)).text

    assert "<bdi>Harbour</bdi>" in html
    assert 'title="U+200C zero width non-joiner">ZWNJ</span>' in html
    assert 'dir="auto"' in html


def test_blanks_around_changed_words_are_not_tinted() -> None:
    shown = row(("equal", "a"), ("delete", " "), ("insert", " long "), ("equal", "way"))

    blank, words = shown.runs[1:3]
    assert (blank.marks, blank.before) == ((), " ")
    assert (words.before, words.marks[0].text, words.after) == (" ", "long", " ")
    assert words.anchor == "change-1"


def test_a_blank_that_went_alone_is_shown() -> None:
    shown = row(("equal", "10"), ("delete", " "), ("equal", "%"))

    assert shown.runs[1].marks[0].chip == "␣"


def test_both_sides_keep_their_text_to_the_character() -> None:
    pieces: list[Piece] = [("equal", "a"), ("delete", " "), ("insert", " long "), ("equal", "way")]

    shown = row(*pieces)

    def text(side: tuple[object, ...]) -> str:
        return "".join(
            f"{run.before}{''.join(mark.text for mark in run.marks)}{run.after}"  # type: ignore[attr-defined]
            for run in side
        )

    assert text(shown.old) == "a way"
    assert text(shown.new) == "a long way"


def test_joiners_are_left_where_they_are_not_the_change() -> None:
    shown = row(("equal", "a "), ("insert", "می‌خواهم"))

    assert [mark.chip for mark in shown.runs[1].marks] == [""]


def test_a_moved_paragraph_is_one_change() -> None:
    shown, changes_n = shown_row(
        Row("", "moved", "paragraph", (ShownPiece("equal", "A text."),)), 7
    )

    assert (shown.note, changes_n, shown.runs[0].anchor) == ("Moved paragraph", 1, "change-7")


def test_paragraphs_that_were_joined_are_counted() -> None:
    shown = row(
        ("equal", "One."), ("delete", "\n"), ("insert", " "), ("equal", "Two."), kind="merged"
    )

    assert shown.note == "Joined from 2"
