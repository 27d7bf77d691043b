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
    assert [change["kind"] for change in found["changes"]] == ["move", "replace"]
    assert found["words"]["moved"] == 16


def test_minimal_knows_no_moves(moved: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("diff", moved, "ferry", "--minimal", "--json").stdout)

    assert found["engine"].endswith("-minimal")
    assert found["moves"] == []
