"""The compare page shows a text that moved inside blocks as moved: never as removed and new."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archiver.diff.pieces import ShownPiece
from archiver.model import BlockEditKind
from archiver.render.view import Row
from archiver.web.marks import shown_row
from tests.web.serving import ids, served

BRIDGE = "The harbour bridge was closed on Thursday after cracks were found in four places."
WARNED = "Engineers from the city had warned the council about the cracks two years ago."
MAYOR = "The mayor refused to answer questions about the cost of the works on Friday evening."
SHOPS = "Shops on the north bank say that they lost a third of their customers in a week."


@pytest.fixture(scope="module")
def harbour(
    tmp_path_factory: pytest.TempPathFactory, archive_of: Callable[[Path, Path], None]
) -> Path:
    """An archive of one article, in which a sentence went to another paragraph, edited."""
    folder = tmp_path_factory.mktemp("harbour")
    texts = (
        ("Bridge closed", f"{BRIDGE} {MAYOR}", f"{SHOPS} {WARNED}"),
        ("Bridge closed", BRIDGE, f"{SHOPS} {MAYOR.replace('refused', 'declined')} {WARNED}"),
    )
    (folder / "snapshots" / "bridge").mkdir(parents=True)
    for number, paragraphs in enumerate(texts, 1):
        path = folder / "snapshots" / "bridge" / f"2025-01-0{number}.txt"
        path.write_text("\n\n".join(paragraphs) + "\n")
    archive_of(folder / "archive.db", folder / "snapshots")
    return folder / "archive.db"


async def page(archive: Path, view: str) -> str:
    """Give the text of the compare page, and no blanks in a row."""
    article = ids(archive)["bridge"]
    answer = await served(archive).client.get(
        f"/archive/-/compare/{article}/1...2", params={"view": view}, follow_redirects=True
    )
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


def seen(html: str) -> str:
    """Give what a reader who hears the page is told."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.asyncio
@pytest.mark.parametrize("view", ["inline", "side"])
async def test_each_place_links_to_the_other(harbour: Path, view: str) -> None:
    found = await page(harbour, view)

    assert found.count('id="move-1"') == found.count('id="move-1-from"') == 1
    assert '<span class="moved-from" id="move-1-from"><a class="jump" href="#move-1"' in found
    assert '<span class="moved-to" id="move-1"><a class="jump" href="#move-1-from"' in found


@pytest.mark.asyncio
@pytest.mark.parametrize("view", ["inline", "side"])
async def test_words_tell_of_the_move_and_of_the_edit_in_it(harbour: Path, view: str) -> None:
    heard = seen(await page(harbour, view))

    assert f"[moved from here: {MAYOR}]" in heard
    assert "[moved here: The mayor [deleted: refused][inserted: declined] to answer" in heard
    assert "evening.]" in heard


@pytest.mark.asyncio
async def test_a_moved_sentence_and_the_edit_in_it_are_two_changes(harbour: Path) -> None:
    found = await page(harbour, "inline")

    assert "<strong>2 changes</strong>" in found
    assert 'id="change-2"' in found
    assert 'id="change-3"' not in found


def row(kind: BlockEditKind, *pieces: ShownPiece) -> Row:
    return Row("", kind, "paragraph", pieces)


@pytest.mark.parametrize(
    ("kind", "tag", "note", "changes_n"),
    [("deleted", "from", "Moved from here", 0), ("inserted", "to", "Moved here", 1)],
)
def test_a_paragraph_of_which_all_moved_is_not_called_removed_or_added(
    kind: BlockEditKind, tag: str, note: str, changes_n: int
) -> None:
    piece = ShownPiece("from" if tag == "from" else "to", MAYOR, 1)

    shown, found_n = shown_row(row(kind, piece), 1)

    assert (shown.note, shown.kind, found_n) == (note, "moved", changes_n)


def test_a_paragraph_of_which_some_moved_is_still_new() -> None:
    pieces = (ShownPiece("to", MAYOR, 1), ShownPiece("insert", " Nobody else did."))

    shown, found_n = shown_row(row("inserted", *pieces), 1)

    assert (shown.note, shown.kind, found_n) == ("Added paragraph", "inserted", 2)


def test_a_blank_within_a_moved_text_is_no_mark() -> None:
    pieces = (
        ShownPiece("to", "It was ", 1),
        ShownPiece("insert", "very", 1),
        ShownPiece("to", " ", 1),
        ShownPiece("was", "cold", 1),
    )

    shown, _ = shown_row(row("edited", *pieces), 1)

    assert [(mark.text, mark.chip) for mark in shown.runs[2].marks] == [(" ", "")]


def test_what_was_taken_out_of_a_moved_text_stands_beside_its_new_place() -> None:
    pieces = (ShownPiece("to", "It was", 1), ShownPiece("was", " cold", 1))

    shown, _ = shown_row(row("edited", *pieces), 1)

    assert [run.tag for run in shown.old] == []
    assert [run.tag for run in shown.new] == ["to", "was"]


@pytest.mark.asyncio
async def test_the_map_shows_what_only_moved_as_moved(harbour: Path) -> None:
    found = await page(harbour, "inline")

    kinds = re.findall(r'<a class="(\w+)" tabindex="-1" href="#row-', found)

    assert kinds == ["moved", "edited"]
