import os
from datetime import UTC, datetime

import pytest

from archiver.sources.names import is_snapshot, media_type, natural_key, portable, time_of


@pytest.mark.parametrize(
    ("name", "time"),
    [
        ("2023-08-01T000000Z.txt", datetime(2023, 8, 1, tzinfo=UTC)),
        ("20230801T103059Z.html", datetime(2023, 8, 1, 10, 30, 59, tzinfo=UTC)),
        ("2023-08-01T10-30Z.md", datetime(2023, 8, 1, 10, 30, tzinfo=UTC)),
        ("20230801103059.html", datetime(2023, 8, 1, 10, 30, 59, tzinfo=UTC)),
        ("2023-08-01.txt", datetime(2023, 8, 1, tzinfo=UTC)),
        ("2023-08-01-old.txt", datetime(2023, 8, 1, tzinfo=UTC)),
        ("2023-08-01-2.txt", datetime(2023, 8, 1, tzinfo=UTC)),
        ("2023-08-01T103059Z New Version.txt", datetime(2023, 8, 1, 10, 30, 59, tzinfo=UTC)),
    ],
)
def test_a_name_may_start_with_a_time(name: str, time: datetime) -> None:
    assert time_of(name) == time


@pytest.mark.parametrize(
    "name",
    [
        "1.txt",
        "old 2023-08-01.txt",
        "2023-02-30.txt",
        "2023-13-01.txt",
        "2023-08-01T250000Z.txt",
        "2023-08-01T1.txt",
        "0000-01-01.txt",
        "2023-08-012.txt",
        "202308011.txt",
        "２０２３-08-01.txt",
    ],
)
def test_an_impossible_time_is_none(name: str) -> None:
    assert time_of(name) is None


def test_names_sort_as_people_do() -> None:
    names = ["10.txt", "b.txt", "2.txt", "1.txt", "B2.txt", "b10.txt", "1.a.txt"]

    assert sorted(names, key=natural_key) == [
        "1.txt", "1.a.txt", "2.txt", "10.txt", "b.txt", "B2.txt", "b10.txt",
    ]  # fmt: skip


def test_dated_names_sort_by_time_however_they_are_spelled() -> None:
    names = ["2023-08-02.txt", "20230801T120000Z.txt", "2023-08-01.txt", "1.txt", "20230731.txt"]

    assert sorted(names, key=natural_key) == [
        "20230731.txt", "2023-08-01.txt", "20230801T120000Z.txt", "2023-08-02.txt", "1.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["README.md", "readme.txt", "README-first.html", ".1.txt", "_1.txt", "1.jpg", "txt"]
)
def test_some_files_of_a_folder_are_no_snapshots(name: str) -> None:
    assert not is_snapshot(name)


@pytest.mark.parametrize("name", ["1.txt", "1.TXT", "a.b.md", "1.markdown", "1.html", "1.htm"])
def test_texts_and_pages_are_snapshots(name: str) -> None:
    assert is_snapshot(name)
    assert media_type(name).startswith("text/")


def test_a_name_is_the_same_on_every_machine() -> None:
    assert portable("cafe\u0301.txt") == "café.txt"
    assert portable(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"
