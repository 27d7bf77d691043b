"""`archiver snapshot` through the door a user takes."""

import contextlib
import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import SNAPSHOTS, Ran
from tests.helpers import count, is_sound, natural

Archiver = Callable[..., Ran]

ARTICLE = """\
The ferry stays

The last boat to Orm was to go in May

By Ida Vant Updated May 2

The harbour office said on Monday that the ferry will stay, at a cost of 12 crowns a trip.

{last}
"""


def article(last: str = "Nobody was asked.") -> str:
    return ARTICLE.format(last=last)


def test_a_folder_of_snapshots_becomes_one_article_with_its_versions(
    archiver: Archiver, tmp_path: Path
) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "2024-05-01.txt").write_text(article())
    (folder / "2024-05-02.txt").write_text(article("Everybody was asked."))

    ran = archiver("snapshot", tmp_path / "a.db", folder)

    assert ran.exit_code == 0
    assert "1 article: 2 new versions" in ran.stderr
    log = json.loads(archiver("log", tmp_path / "a.db", "ferry", "--json").stdout)
    assert [(one["number"], one["label"], one["first_seen"]) for one in log] == [
        (1, "Old Version", "2024-05-01T00:00:00Z"),
        (2, None, "2024-05-02T00:00:00Z"),
    ]
    assert (log[1]["removed"], log[1]["inserted"]) == (1, 1)


def test_the_same_command_again_adds_nothing_and_says_so(
    archiver: Archiver, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    archiver("snapshot", db, SNAPSHOTS)
    before = natural(db)

    ran = archiver("snapshot", db, SNAPSHOTS)

    assert ran.exit_code == 0
    assert "Nothing new" in ran.stderr
    assert natural(db) == before


def test_one_comma_makes_a_version_and_blanks_make_none(archiver: Archiver, tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "2024-05-01.txt").write_text(article("Nobody was asked."))
    (folder / "2024-05-02.txt").write_text(
        article("Nobody \u00a0was\u200b asked. ").replace("\n", "\r\n")
    )
    (folder / "2024-05-03.txt").write_text(article("Nobody, was asked."))

    archiver("snapshot", tmp_path / "a.db", folder)

    log = json.loads(archiver("log", tmp_path / "a.db", "ferry", "--json").stdout)
    assert [one["first_seen"][:10] for one in log] == ["2024-05-01", "2024-05-03"]
    assert log[1]["last_seen_old"] == "2024-05-02T00:00:00Z"


def test_an_edit_that_is_taken_back_is_a_revert(archiver: Archiver, tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for day, last in enumerate(("One.", "Two.", "One."), start=1):
        (folder / f"2024-05-0{day}.txt").write_text(article(last))

    archiver("snapshot", tmp_path / "a.db", folder)

    log = json.loads(archiver("log", tmp_path / "a.db", "ferry", "--json").stdout)
    assert [one["revert_of"] for one in log] == [None, None, 1]
    assert "same as version 1" in archiver("log", tmp_path / "a.db", "ferry").stdout


def test_a_late_capture_comes_first_and_shifts_the_numbers(
    archiver: Archiver, tmp_path: Path
) -> None:
    db, page = tmp_path / "a.db", tmp_path / "page.txt"
    for time, last in (("2024-05-02", "Two."), ("2024-05-03", "Three."), ("2024-05-01", "One.")):
        page.write_text(article(last))
        archiver("snapshot", db, page, "--url", "https://example.org/ferry", "--at", time)

    log = json.loads(archiver("log", db, "ferry", "--json").stdout)

    assert [one["first_seen"][:10] for one in log] == ["2024-05-01", "2024-05-02", "2024-05-03"]
    assert [one["label"] for one in log] == ["Old Version", None, None]
    assert is_sound(db)


def test_files_given_with_url_are_versions_in_the_order_given(
    archiver: Archiver, tmp_path: Path
) -> None:
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    first.write_text(article("First."))
    second.write_text(article("Second."))

    archiver("snapshot", tmp_path / "a.db", first, second, "--url", "https://example.org/ferry")

    shown = archiver("show", tmp_path / "a.db", "ferry", "--version", 1).stdout
    assert "First." in shown


def test_standard_input_is_a_source(archiver: Archiver, tmp_path: Path) -> None:
    ran = archiver(
        "snapshot",
        tmp_path / "a.db",
        "-",
        "--url",
        "https://example.org/ferry",
        "--label",
        "Draft",
        stdin=article().encode(),
    )

    assert ran.exit_code == 0
    log = json.loads(archiver("log", tmp_path / "a.db", "1", "--json").stdout)
    assert [one["label"] for one in log] == ["Draft"]


def test_article_yml_names_the_article_and_labels_its_versions(
    archiver: Archiver, tmp_path: Path
) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "1.txt").write_text(article("One."))
    (folder / "2.txt").write_text(article("Two."))
    (folder / "article.yml").write_text(
        "url: https://Example.org/ferry#top\ntitle: The ferry affair\n"
        "labels: {1.txt: As printed, 2.txt: Old Version}\n"
    )

    archiver("snapshot", tmp_path / "a.db", folder)

    (listed,) = json.loads(archiver("list", tmp_path / "a.db", "--json").stdout)
    assert listed["url"] == "https://example.org/ferry"
    assert listed["title"] == "The ferry affair"
    log = json.loads(archiver("log", tmp_path / "a.db", "ferry", "--json").stdout)
    assert [one["label"] for one in log] == ["As printed", "Old Version"]
    diff = json.loads(archiver("diff", tmp_path / "a.db", "ferry", "--json").stdout)
    assert diff["from"]["number"] == 2, "the baseline is the version labelled Old Version"


def test_one_bad_file_among_good_ones_ends_in_3_and_the_rest_is_recorded(
    archiver: Archiver, tmp_path: Path
) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "1.txt").write_text(article())
    (folder / "2.txt").write_text("")
    (folder / "3.txt").write_text(article("Three."))

    ran = archiver("snapshot", tmp_path / "a.db", folder)

    assert ran.exit_code == 3
    (error,) = [line for line in ran.stderr.splitlines() if line.startswith("Error")]
    assert "2.txt" in error
    assert "empty" in error
    assert count(tmp_path / "a.db", "versions") == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "binary"),
        (b" \n\xe2\x80\x8b\n", "no text"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_no_archive_behind(
    archiver: Archiver, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "page.txt").write_bytes(content)

    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt")

    assert ran.exit_code == 1
    (error,) = [line for line in ran.stderr.splitlines() if line.startswith("Error")]
    assert "page.txt" in error
    assert said in error
    assert not list(tmp_path.glob("a.db*"))


def test_a_file_of_200_mb_is_refused_by_its_size(archiver: Archiver, tmp_path: Path) -> None:
    with (tmp_path / "page.txt").open("wb") as file:
        file.truncate(200_000_000)

    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt")

    assert ran.exit_code == 1
    assert "200,000,000 bytes" in ran.stderr
    assert not (tmp_path / "a.db").exists()


def test_another_encoding_is_found_out_and_said(archiver: Archiver, tmp_path: Path) -> None:
    text = article("Die Fähre fährt weiter, für zwölf Kronen über den Fluß, heißt es.")
    for name, encoding in (("1.txt", "utf-16"), ("2.txt", "utf-8-sig"), ("3.txt", "cp1252")):
        (tmp_path / name).write_bytes(text.encode(encoding))

    ran = archiver(
        "snapshot",
        tmp_path / "a.db",
        *(tmp_path / name for name in ("1.txt", "2.txt", "3.txt")),
        "--url",
        "https://example.org/ferry",
    )

    assert ran.exit_code == 0
    assert count(tmp_path / "a.db", "versions") == 1
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        encodings = [row[0] for row in connection.execute("select encoding from documents")]
    assert len(set(encodings)) == 3


def test_a_folder_without_snapshots_is_said_to_be_one(archiver: Archiver, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").write_text("# Not a snapshot")

    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "empty")

    assert ran.exit_code == 1
    assert "empty" in ran.stderr
    assert not (tmp_path / "a.db").exists()


def test_no_path_of_the_machine_is_recorded(archiver: Archiver, tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "1.txt").write_text(article())

    archiver("snapshot", tmp_path / "a.db", folder)
    archiver("snapshot", tmp_path / "a.db", folder / "1.txt")

    whole = repr(natural(tmp_path / "a.db"))
    assert str(tmp_path) not in whole
    assert "'folder:ferry'" in whole
    assert "'file:1.txt'" in whole


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "yesterday", "x.txt"),
        ("--at", "2024-01-01", "x.txt", "y.txt"),
        ("--as", "feed", "x.txt"),
        (),
    ],
)
def test_wrong_usage_ends_in_2(archiver: Archiver, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = archiver("snapshot", tmp_path / "a.db", *words)

    assert ran.exit_code == 2
    assert not (tmp_path / "a.db").exists()


def test_json_says_what_became_of_each_capture(archiver: Archiver, tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "1.txt").write_text(article())
    (folder / "2.txt").write_text(article())
    (folder / "3.txt").write_text("")

    ran = archiver("snapshot", tmp_path / "a.db", folder, "--json")

    said = json.loads(ran.stdout)
    assert [one["outcome"] for one in said["captures"]] == ["new", "same", "failed"]
    assert (said["new"], said["same"], said["known"], said["failed"]) == (1, 1, 0, 1)


def test_long_work_shows_a_bar_on_a_terminal_and_one_line_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(article(f"Take {number}."))
    terminal, ours = pty.openpty()

    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "snapshot", str(tmp_path / "a.db"), str(folder)],
        stdout=subprocess.PIPE,
        stderr=ours,
        check=True,
    )
    os.close(ours)
    shown = b""
    with contextlib.suppress(OSError):  # Linux ends a terminal with an error
        while part := os.read(terminal, 65536):
            shown += part

    assert ran.stdout == b""
    assert b"60/60" in shown
    assert b"version 7" not in shown
    assert b"1 article: 60 new versions." in shown


def test_an_article_yml_with_half_a_character_harms_nobody(
    archiver: Archiver, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(article(name))
    (tmp_path / "a" / "article.yml").write_text('title: "Half \\ud800 a\\0 title"\n')

    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "a", tmp_path / "b")

    assert ran.exit_code == 0
    assert count(tmp_path / "a.db", "versions") == 2


def test_errors_hold_nothing_that_steers_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[31m\nError: forged.txt").write_text("")

    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "snapshot", str(tmp_path / "a.db"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 1
    assert "\x1b" not in ran.stderr
    assert not [line for line in ran.stderr.splitlines() if line.startswith("Error: forged")]


def test_a_long_line_of_updates_is_read_at_once(archiver: Archiver, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Headline\n\n" + "updated 1 " * 100_000)

    assert archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt").exit_code == 0
