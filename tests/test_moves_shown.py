"""A sentence that moved is shown as moved, in every form: never as removed and new."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Archiver = Callable[..., Ran]

BOARD = "The harbour board met again on Monday to speak about the long list of repairs."
ASKED = "Nobody on the quay had asked for any of it, said the master of the small ferry."
SNOW = "The mayor sent his regrets from the capital, where the snow held him up."
FARES = "Ticket prices will rise by ten per cent in spring, and the night boat goes no more."
NIGHT = "It will be warmer at the weekend, the weather office said on Tuesday afternoon."

CREWS = "Two crews have been told to stay ashore, and both will be paid for the week."
BELLS = "The bell on the old pier was rung at noon, as it is for each boat that is late."
WAVES = "Waves of four metres kept every boat of the company in the harbour until noon."


@pytest.fixture
def moved(tmp_path: Path, archiver: Archiver) -> Path:
    """An archive of one article, in which a sentence went to another paragraph, edited."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    old, new = f"{BOARD} {ASKED} {SNOW}", f"{BOARD} {SNOW}"
    texts = (
        f"Ferry news\n\n{old}\n\n{FARES} {NIGHT}\n",
        f"Ferry news\n\n{new}\n\n{FARES} {ASKED.replace('small', 'old')} {NIGHT}\n",
    )
    for day, text in enumerate(texts, 1):
        (folder / f"2025-01-0{day}.txt").write_text(text)
    assert archiver("snapshot", tmp_path / "news.db", folder).exit_code == 0
    return tmp_path / "news.db"


def test_the_terminal_marks_both_places(moved: Path, archiver: Archiver) -> None:
    shown = " ".join(archiver("diff", moved, "ferry").stdout.replace("~", "").split())

    assert f"[>{ASKED}>] {SNOW}" in shown
    assert "{>Nobody on the quay" in shown
    assert "[-small-]{+old+}" in shown
    assert "[-Nobody" not in shown
    assert "{+Nobody" not in shown


def test_each_column_has_its_own_side(moved: Path, archiver: Archiver) -> None:
    shown = archiver("diff", moved, "ferry", "--format", "side-by-side").stdout
    columns = [line.split(" | ") for line in shown.split("\n") if " | " in line]
    left, right = (" ".join(" ".join(line[side] for line in columns).split()) for side in (0, 1))

    assert f"[>{ASKED}>]" in left
    assert ">}" not in left
    assert "{>Nobody" in right
    assert ">]" not in right


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_no_form_calls_it_deleted(form: str, moved: Path, archiver: Archiver) -> None:
    shown = archiver("diff", moved, "ferry", "--format", form).stdout

    assert "moved from here" in shown
    assert "moved here" in shown
    assert "<del>Nobody" not in shown
    assert "<ins>Nobody" not in shown
    assert "<del>small</del><ins>old</ins>" in shown
    assert shown.count("moved here") == 1


def test_the_html_page_links_the_two_places(moved: Path, archiver: Archiver) -> None:
    shown = archiver("diff", moved, "ferry", "--format", "html").stdout

    assert '<span class="moved-from" id="move-1-from"><a href="#move-1"' in shown
    assert '<span class="moved-to" id="move-1"><a href="#move-1-from"' in shown
    assert "<script" not in shown


def test_markdown_numbers_the_two_places(moved: Path, archiver: Archiver) -> None:
    shown = archiver("diff", moved, "ferry", "--format", "markdown").stdout

    assert "<i>(moved from here, no. 1:</i> Nobody on the quay" in shown
    assert "<i>(moved here, no. 1:</i> Nobody on the quay" in shown
    assert "ferry\\.<i>)</i>" in shown


@pytest.fixture
def dissolved(tmp_path: Path, archiver: Archiver) -> Path:
    """An archive of one article, in which the sentences of a paragraph went to two others."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    texts = (
        ("Ferry news", f"{BOARD} {NIGHT}", f"{SNOW} {WAVES}", CREWS, f"{ASKED} {FARES}", BELLS),
        ("Ferry news", f"{BOARD} {FARES} {NIGHT}", f"{SNOW} {ASKED} {WAVES}", CREWS, BELLS),
    )
    for day, paragraphs in enumerate(texts, 1):
        (folder / f"2025-01-0{day}.txt").write_text("\n\n".join(paragraphs) + "\n")
    assert archiver("snapshot", tmp_path / "news.db", folder).exit_code == 0
    return tmp_path / "news.db"


def test_a_paragraph_of_which_all_moved_is_not_called_removed(
    dissolved: Path, archiver: Archiver
) -> None:
    shown = archiver("diff", dissolved, "ferry").stdout

    assert "> Moved from here:\n> [>Nobody on the quay" in shown
    assert "\n- " not in shown
    assert "[-" not in shown
    assert "{+" not in shown


def test_a_long_text_is_cut_short_where_it_no_longer_stands(
    dissolved: Path, archiver: Archiver
) -> None:
    shown = " ".join(archiver("diff", dissolved, "ferry").stdout.replace("\n~", "").split())

    assert "[>Ticket prices will rise by ... night boat goes no more.>]" in shown
    assert f"{{>{FARES}>}}" in shown


def test_a_column_has_the_whole_of_its_side(dissolved: Path, archiver: Archiver) -> None:
    shown = archiver("diff", dissolved, "ferry", "--format", "side-by-side").stdout
    left = " ".join(" ".join(row.partition(" |")[0] for row in shown.split("\n")).split())

    assert f"[>{ASKED}>] [>{FARES}>]" in left


def test_json_says_where_from_and_where_to(moved: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("diff", moved, "ferry", "--json").stdout)

    (move,) = found["moves"]
    for side, text in (("old", ASKED), ("new", ASKED.replace("small", "old"))):
        place = move[side]
        whole = "".join(
            piece
            for block in found["blocks"]
            if place["block"] in block[side]
            for tag, piece in block["edits"]
            if tag in {"equal", "delete" if side == "old" else "insert"}
        )
        assert whole[place["start"] : place["end"]] == place["text"] == text
    for side, gone in (("old", "insert"), ("new", "delete")):
        assert "".join(text for tag, text in move["edits"] if tag != gone) == move[side]["text"]
    assert ["delete", "small"] in move["edits"]
    assert [change["kind"] for change in found["changes"]] == ["move", "replace"]
    assert found["words"]["moved"] == 16


def test_minimal_knows_no_moves(moved: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("diff", moved, "ferry", "--minimal", "--json").stdout)

    assert found["engine"].endswith("-minimal")
    assert found["moves"] == []
