"""`archiver blame`: which version each word came with, what is gone, when a phrase was there."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Archiver = Callable[..., Ran]

STORM = "A storm had closed the road to the bridge for most of the week before, it was said."
BOARD = "The board said that 50 people had been on the bridge on Monday."
LATER = BOARD.replace("50", "150")
VERSIONS = (
    f"Bridge closed\n\n{BOARD}\n\n{STORM}\n",
    f"Bridge closed\n\n{LATER}\n",
    f"Bridge is closed\n\n{LATER}\n\n{STORM}\n\nNobody was hurt \x1b[31mred.\n",
)
ROW_KEYS = {"version", "first_seen", "block", "field", "text"}


@pytest.fixture
def bridge(archiver: Archiver, tmp_path: Path) -> Path:
    """An archive of one article, whose storm went with version 2 and was back with version 3."""
    folder = tmp_path / "bridge"
    folder.mkdir()
    for number, text in enumerate(VERSIONS, 1):
        (folder / f"2025-01-0{number}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "archive.db"
    assert archiver("snapshot", path, folder).exit_code == 0
    return path


def rows(ran: Ran) -> list[dict[str, object]]:
    assert ran.exit_code == 0, ran.stderr
    found: list[dict[str, object]] = json.loads(ran.stdout)
    return found


def test_words_of_another_version_than_their_paragraph_stand_in_marks(
    archiver: Archiver, bridge: Path
) -> None:
    lines = archiver("blame", bridge, "bridge").stdout.splitlines()

    assert "1  The board said that [2: 150] people had been on the bridge on Monday." in lines
    assert any(line.startswith("1  A storm had closed the road") for line in lines)
    assert "1  Headline: Bridge [3: is] closed" in lines
    assert "2  Version 2: 1 word, first seen 2025-01-02 00:00" in lines


def test_a_version_is_blamed_without_what_came_later(archiver: Archiver, bridge: Path) -> None:
    shown = archiver("blame", bridge, "bridge", "--version", "2").stdout

    assert "[2: 150]" in shown
    assert "storm" not in shown
    assert "[3:" not in shown


def test_what_would_steer_a_terminal_is_shown_by_its_name(archiver: Archiver, bridge: Path) -> None:
    shown = archiver("blame", bridge, "bridge", "--removed").stdout

    assert "\x1b" not in shown
    assert "‹U+001B›[31mred" in shown


def test_rows_give_each_text_again(archiver: Archiver, bridge: Path) -> None:
    found = rows(archiver("blame", bridge, "bridge", "--json"))

    assert all(set(row) >= ROW_KEYS for row in found)
    body = [row for row in found if row["field"] == "body" and row["block"] == 0]
    assert [(row["version"], row["text"]) for row in body] == [
        (1, "The board said that "),
        (2, "150"),
        (1, " people had been on the bridge on Monday."),
    ]
    assert body[1]["first_seen"] == "2025-01-02T00:00:00Z"


def test_rows_come_in_each_machine_form(archiver: Archiver, bridge: Path) -> None:
    as_json = rows(archiver("blame", bridge, "bridge", "--json"))
    lines = archiver("blame", bridge, "bridge", "--nl").stdout.splitlines()
    as_csv = list(csv.DictReader(io.StringIO(archiver("blame", bridge, "bridge", "--csv").stdout)))

    assert [json.loads(line) for line in lines] == as_json
    assert [row["text"] for row in as_csv] == [row["text"] for row in as_json]
    assert archiver("blame", bridge, "bridge", "-t").stdout.startswith("version")
    assert archiver("blame", bridge, "bridge", "--tsv").stdout.startswith("version\tfirst_seen")


def test_removed_says_what_is_gone_and_when(archiver: Archiver, bridge: Path) -> None:
    latest = rows(archiver("blame", bridge, "bridge", "--removed", "--json"))
    second = rows(archiver("blame", bridge, "bridge", "--removed", "-v", "2", "--json"))

    assert [(row["text"], row["came"], row["went"]) for row in latest] == [("50", 1, 2)]
    assert [(row["text"], row["came"], row["went"]) for row in second] == [
        ("50", 1, 2),
        (STORM, 1, 2),
    ]
    assert latest[0]["went_last_seen_old"] == "2025-01-01T00:00:00Z"
    assert latest[0]["went_first_seen"] == "2025-01-02T00:00:00Z"


def test_removed_stands_below_the_text_for_people(archiver: Archiver, bridge: Path) -> None:
    shown = archiver("blame", bridge, "bridge", "--removed").stdout
    first = archiver("blame", bridge, "bridge", "--removed", "--version", "1").stdout

    assert shown.endswith(
        "Went with version 2 between 2025-01-01 00:00 and 2025-01-02 00:00:\n1  50\n"
    )
    assert first.endswith("\nNothing is gone.\n")


def test_a_phrase_has_a_row_for_each_stay(archiver: Archiver, bridge: Path) -> None:
    found = rows(archiver("blame", bridge, "bridge", "--phrase", "a  STORM had", "--json"))

    assert [(row["field"], row["came"], row["went"]) for row in found] == [
        ("body", 1, 2),
        ("body", 3, None),
    ]
    assert found[0]["came_last_seen_old"] is None
    assert found[0]["came_first_seen"] == "2025-01-01T00:00:00Z"
    assert found[0]["went_first_seen"] == "2025-01-02T00:00:00Z"
    assert found[1]["came_last_seen_old"] == "2025-01-02T00:00:00Z"


def test_a_phrase_is_told_in_sentences(archiver: Archiver, bridge: Path) -> None:
    shown = archiver("blame", bridge, "bridge", "--phrase", "bridge is closed").stdout

    assert shown == (
        "bridge is closed:\n"
        "  in the headline: came with version 3 between 2025-01-02 00:00 and 2025-01-03\n"
        "  00:00, and still there\n"
    )


@pytest.mark.parametrize("part", ["stor", "150 people had been under", "Monday A storm"])
def test_a_phrase_is_whole_words_in_one_paragraph(
    archiver: Archiver, bridge: Path, part: str
) -> None:
    ran = archiver("blame", bridge, "bridge", "--phrase", part)

    assert ran.stdout == f"{part}: not found in any version\n"
    assert rows(archiver("blame", bridge, "bridge", "--phrase", part, "--json")) == []


def test_what_is_not_there_is_said(archiver: Archiver, bridge: Path) -> None:
    unknown = archiver("blame", bridge, "bridge", "--version", "9")
    empty = archiver("blame", bridge, "bridge", "--phrase", " \u200b ")
    both = archiver("blame", bridge, "bridge", "--phrase", "x", "--removed")

    assert (unknown.exit_code, empty.exit_code, both.exit_code) == (1, 1, 2)
    assert "has no version 9; it has 1 to 3" in unknown.stderr
    assert "an empty phrase" in empty.stderr


def test_the_old_version_of_the_example_wrote_most_of_it(archiver: Archiver, example: Path) -> None:
    shown = archiver("blame", example, "harbour-bridge").stdout

    assert "3  Headline: Harbour Board Saw Warning Signs Months Before [1: Bridge] Closed" in shown
    assert "4  Correction, March 9:" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_claimed_date_that_changed_in_part_is_no_matter(
    archiver: Archiver, tmp_path: Path
) -> None:
    """The dates that a page claims are compared, and not blamed."""
    folder = tmp_path / "story"
    folder.mkdir()
    body = "<p>The bridge is shut for repairs, the harbour board said on Tuesday.</p>" * 4
    for day in (1, 2):
        (folder / f"2025-01-0{day}.html").write_text(
            f'<title>The bridge</title><meta property="article:published_time" '
            f'content="2025-01-0{day}T10:42:01Z"><article><h1>The bridge</h1>{body}</article>'
        )
    db = tmp_path / "news.db"
    assert archiver("snapshot", db, folder).exit_code == 0

    ran = archiver("blame", db, "1")

    assert ran.exit_code == 0, ran.stderr
    assert "The bridge is shut" in ran.stdout
