"""Which captures are one article, in which order, under which name and label."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Ran
from tests.helpers import count, is_sound
from tests.test_snapshot import article

Archiver = Callable[..., Ran]
URL = "https://example.org/ferry"


def log(archiver: Archiver, db: Path, name: object = 1) -> list[dict[str, Any]]:
    return list(json.loads(archiver("log", db, name, "--json").stdout))


def text(archiver: Archiver, db: Path, number: int) -> str:
    shown = archiver("show", db, 1, "--version", number).stdout.split()
    return shown[-1]


def write(path: Path, last: str, *, day: int, canonical: str = "") -> Path:
    """Write a page that was changed on that day of 2024."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".html":
        link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
        path.write_text(f"<html><head>{link}</head><body><h1>Ferry</h1><p>{last}</p></body></html>")
    else:
        path.write_text(article(last))
    os.utime(path, (1_704_067_200 + day * 86_400,) * 2)
    return path


def test_a_file_given_later_comes_after_those_given_before(
    archiver: Archiver, tmp_path: Path
) -> None:
    files = [write(tmp_path / f"{day}.txt", f"Day{day}", day=day) for day in (1, 2, 3)]
    archiver("snapshot", tmp_path / "a.db", *files[:2], "--url", URL)

    archiver("snapshot", tmp_path / "a.db", files[2], "--url", URL)

    assert [text(archiver, tmp_path / "a.db", n) for n in (1, 2, 3)] == ["Day1", "Day2", "Day3"]


def test_a_name_says_nothing_of_time_outside_a_folder(archiver: Archiver, tmp_path: Path) -> None:
    for name, day in (("z.txt", 1), ("a.txt", 30)):
        page = write(tmp_path / name, f"Day{day}", day=day)
        archiver("snapshot", tmp_path / "a.db", page, "--url", URL)

    assert [text(archiver, tmp_path / "a.db", n) for n in (1, 2)] == ["Day1", "Day30"]


def test_the_order_given_counts_where_files_are_younger_than_it_says(
    archiver: Archiver, tmp_path: Path
) -> None:
    files = [write(tmp_path / f"{n}.txt", f"Take{n}", day=9 - n) for n in (1, 2, 3)]

    archiver("snapshot", tmp_path / "a.db", *files, "--url", URL)

    assert [text(archiver, tmp_path / "a.db", n) for n in (1, 2, 3)] == ["Take1", "Take2", "Take3"]


def test_no_version_is_seen_before_the_one_it_replaced(archiver: Archiver, tmp_path: Path) -> None:
    for n in (1, 2, 3):
        write(tmp_path / "ferry" / f"{n}.txt", f"Take{n}", day=9 - n)

    archiver("snapshot", tmp_path / "a.db", tmp_path / "ferry")

    seen = [one["first_seen"] for one in log(archiver, tmp_path / "a.db")]
    assert seen == sorted(seen)
    assert [text(archiver, tmp_path / "a.db", n) for n in (1, 2, 3)] == ["Take1", "Take2", "Take3"]


def test_pages_of_one_name_with_links_of_their_own_are_two_articles(
    archiver: Archiver, tmp_path: Path
) -> None:
    pages = [
        write(tmp_path / site / "index.html", "Same.", day=1, canonical=f"https://{site}.example/")
        for site in ("one", "two")
    ]

    archiver("snapshot", tmp_path / "a.db", *pages)
    archiver("snapshot", tmp_path / "b.db", pages[0])
    archiver("snapshot", tmp_path / "b.db", pages[1])

    assert count(tmp_path / "a.db", "articles") == 2
    assert count(tmp_path / "b.db", "articles") == 2


def test_files_of_one_name_in_several_folders_stay_several_captures(
    archiver: Archiver, tmp_path: Path
) -> None:
    pages = [
        write(tmp_path / day / "page.txt", last, day=1)
        for day, last in (("mon", "A"), ("tue", "B"), ("wed", "A"))
    ]

    archiver("snapshot", tmp_path / "a.db", *pages, "--url", URL)

    assert [one["revert_of"] for one in log(archiver, tmp_path / "a.db")] == [None, None, 1]


def test_the_baseline_is_the_version_that_was_called_old(
    archiver: Archiver, tmp_path: Path
) -> None:
    for day, label in ((1, ""), (2, "Old Version"), (3, "")):
        page = write(tmp_path / "page.txt", f"Day{day}", day=day)
        words = ("--label", label) if label else ()
        archiver(
            "snapshot", tmp_path / "a.db", page, "--url", URL, "--at", f"2024-01-0{day}", *words
        )

    shown = json.loads(archiver("diff", tmp_path / "a.db", 1, "--json").stdout)

    assert shown["from"]["number"] == 2
    assert [one["label"] for one in log(archiver, tmp_path / "a.db")] == [
        None,
        "Old Version",
        None,
    ]


def test_a_label_and_a_title_may_come_later(archiver: Archiver, tmp_path: Path) -> None:
    write(tmp_path / "ferry" / "1.txt", "One", day=1)
    archiver("snapshot", tmp_path / "a.db", tmp_path / "ferry")
    (tmp_path / "ferry" / "article.yml").write_text("title: The affair\nlabels: {1.txt: Draft}\n")

    archiver("snapshot", tmp_path / "a.db", tmp_path / "ferry")

    assert [one["label"] for one in log(archiver, tmp_path / "a.db", "affair")] == ["Draft"]
    assert count(tmp_path / "a.db", "captures") == 1


def test_an_address_given_later_is_a_name_of_the_same_article(
    archiver: Archiver, tmp_path: Path
) -> None:
    write(tmp_path / "ferry" / "1.txt", "One", day=1)
    archiver("snapshot", tmp_path / "a.db", tmp_path / "ferry")
    (tmp_path / "ferry" / "article.yml").write_text(f"url: {URL}\n")
    write(tmp_path / "ferry" / "2.txt", "Two", day=2)

    archiver("snapshot", tmp_path / "a.db", tmp_path / "ferry")

    (listed,) = json.loads(archiver("list", tmp_path / "a.db", "--json").stdout)
    assert (listed["url"], listed["site"], listed["versions"]) == (URL, "example.org", 2)
    assert archiver("log", tmp_path / "a.db", "folder:ferry").exit_code == 0
    assert is_sound(tmp_path / "a.db")


def test_years_before_1000_sort_as_they_should(archiver: Archiver, tmp_path: Path) -> None:
    for year, last in (("0800", "Old"), ("1969", "New")):
        page = write(tmp_path / "page.txt", last, day=1)
        archiver("snapshot", tmp_path / "a.db", page, "--url", URL, "--at", f"{year}-01-01")

    assert [text(archiver, tmp_path / "a.db", n) for n in (1, 2)] == ["Old", "New"]


def test_two_writers_of_a_new_archive_both_record_what_they_say(tmp_path: Path) -> None:
    write(tmp_path / "one" / "1.txt", "One", day=1)
    write(tmp_path / "two" / "1.txt", "Two", day=1)
    (tmp_path / "none").mkdir()
    command = [sys.executable, "-m", "archiver", "snapshot"]

    for number in range(6):
        db = tmp_path / f"{number}.db"
        running = [
            subprocess.Popen(
                [*command, str(db), str(tmp_path / name)],
                stderr=subprocess.PIPE,
                text=True,
            )
            for name in ("one", "none", "two")
        ]
        ended = [(one.communicate()[1], one.returncode) for one in running]

        assert [code for _, code in ended] == [0, 1, 0], ended
        assert count(db, "versions") == 2
        assert is_sound(db)
