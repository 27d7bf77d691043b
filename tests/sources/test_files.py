import os
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from archiver.errors import InputError
from archiver.model import MAX_PAYLOAD_BYTES, Capture, Failure, Uri
from archiver.sources import open_source
from archiver.sources.files import FileOptions, FilesSource

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
MTIME = datetime(2023, 9, 1, 12, 0, 0, tzinfo=UTC)
URL = Uri("https://news.example/bridge")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str, text: str = "Text.\n") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (MTIME.timestamp() + 0.5, MTIME.timestamp() + 0.5))


def look(
    *paths: str | Path,
    url: Uri | None = None,
    at: datetime | None = None,
    label: str = "",
    stdin: bytes = b"",
) -> list[Capture | Failure]:
    source = open_source(
        [Path(path) for path in paths],
        FileOptions(url=url, at=at, label=label),
        stdin=lambda: stdin,
        clock=lambda: NOW,
    )
    looks = list(source.captures())
    assert source.count() == len(looks) or "one file" in str(looks)
    return looks


def only(looks: Iterable[Capture | Failure]) -> Capture:
    (capture,) = looks
    assert isinstance(capture, Capture)
    return capture


def sources(looks: Iterable[Capture | Failure]) -> list[str]:
    assert not [look for look in looks if isinstance(look, Failure)]
    return [look.source for look in looks]


def failure(looks: Iterable[Capture | Failure]) -> str:
    (reason,) = [look.reason for look in looks if isinstance(look, Failure)]
    return reason


def test_each_folder_that_holds_snapshots_is_an_article() -> None:
    write("news/a/10.txt", "news/a/2.md", "news/a/deep/er/1.html", "news/b/1.txt", "news/0.txt")

    looks = look("news")

    assert [(each.source, each.fallback_uri) for each in looks if isinstance(each, Capture)] == [
        ("news/0.txt", "folder:news"),
        ("news/a/2.md", "folder:news/a"),
        ("news/a/10.txt", "folder:news/a"),
        ("news/a/deep/er/1.html", "folder:news/a/deep/er"),
        ("news/b/1.txt", "folder:news/b"),
    ]


def test_what_is_no_snapshot_is_passed_over() -> None:
    write("a/1.txt", "a/README.md", "a/_draft.txt", "a/.1.txt", "a/1.jpg", "a/.git/1.txt")
    write("a/article.yml", text="title: A")

    assert sources(look("a")) == ["a/1.txt"]


@pytest.mark.parametrize("spelling", ["seed", "seed/", "./seed", "../desk/seed", "{here}/seed"])
def test_a_source_is_named_alike_however_it_is_spelled(tmp_path: Path, spelling: str) -> None:
    desk = tmp_path / "desk"
    write(str(desk / "seed" / "1.txt"))
    os.chdir(desk)

    capture = only(look(spelling.format(here=desk)))

    assert (capture.source, capture.fallback_uri) == ("seed/1.txt", "folder:seed")


@pytest.mark.parametrize("spelling", [".", "./", "deep/.."])
def test_dots_are_named_by_what_they_stand_for(tmp_path: Path, spelling: str) -> None:
    write("seed/1.txt")
    (tmp_path / "seed" / "deep").mkdir()
    os.chdir(tmp_path / "seed")

    assert sources(look(spelling)) == ["seed/1.txt"]


def test_names_count_from_the_nearest_argument() -> None:
    write("a/1.txt", "a/b/1.txt", "a/c/1.txt", "a/c/2.txt")

    assert sources(look("a", "a/b", "a/c/2.txt")) == ["a/1.txt", "a/c/1.txt", "b/1.txt", "2.txt"]


def test_a_single_file_is_an_article_of_its_name() -> None:
    write("a/1.txt")

    capture = only(look("a/1.txt"))

    assert (capture.source, capture.fallback_uri) == ("1.txt", "file:1.txt")


def test_the_time_comes_from_the_name_where_it_has_one() -> None:
    write("a/2023-08-01T103000Z.txt")

    capture = only(look("a"))

    assert capture.captured_at == datetime(2023, 8, 1, 10, 30, tzinfo=UTC)
    assert (capture.time_from, capture.place) == ("name", 0)


def test_else_it_is_the_time_of_modification_in_whole_seconds() -> None:
    write("a/1.txt")

    capture = only(look("a"))

    assert (capture.captured_at, capture.time_from, capture.place) == (MTIME, "mtime", 0)


def test_a_given_time_beats_the_name_and_is_kept_in_utc() -> None:
    write("2023-08-01.txt")
    at = datetime(2023, 8, 2, 1, 0, tzinfo=timezone(timedelta(hours=8)))

    capture = only(look("2023-08-01.txt", at=at, label="Old Version"))

    assert capture.captured_at.isoformat() == "2023-08-01T17:00:00+00:00"
    assert (capture.time_from, capture.label) == ("option", "Old Version")


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(InputError, match="has no zone"):
        FileOptions(at=datetime(2023, 8, 1))  # noqa: DTZ001


@pytest.mark.parametrize("option", [{"at": NOW}, {"label": "Old Version"}])
def test_a_time_or_a_label_needs_exactly_one_file(option: dict[str, datetime | str]) -> None:
    write("a/1.txt", "a/2.txt")

    looks = look("a", **option)  # type: ignore[arg-type]  # one option at a time

    assert failure(looks) == (
        "a time or a label is for one file, and here are 2: name the one it is for"
    )
    assert len(looks) == 1


def test_a_declared_url_makes_all_files_versions_in_the_order_given() -> None:
    write("b.txt", "a.txt", "2023-08-01.txt", "c/10.txt", "c/2.txt")

    looks = look("b.txt", "a.txt", "2023-08-01.txt", "c", url=URL)

    captures = [each for each in looks if isinstance(each, Capture)]
    assert [(each.source, each.place) for each in captures] == [
        ("b.txt", 0),
        ("a.txt", 1),
        ("2023-08-01.txt", 0),
        ("c/2.txt", 3),
        ("c/10.txt", 4),
    ]
    assert {each.declared_uri for each in captures} == {URL}


def test_an_article_file_gives_url_title_and_labels() -> None:
    write("a/1.txt", "a/2.txt")
    write(
        "a/article.yml",
        text="url: HTTPS://News.Example/bridge#x\ntitle: 2023\nlabels:\n  1.txt: Old Version\n",
    )

    first, second = (each for each in look("a") if isinstance(each, Capture))

    assert (first.declared_uri, first.title, first.label) == (URL, "2023", "Old Version")
    assert (second.declared_uri, second.title, second.label) == (URL, "2023", "")


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        ("url: [", "is no YAML in line 1"),
        ("just words", "is no mapping"),
        ("url: www.example.org", "'www.example.org' is no web address"),
        ("title: [a]", "title is no text"),
        ("labels: Old Version", "labels is no mapping"),
        ("labels: {1.txt: [a]}", "the label of 1.txt is no text"),
        ("url: " + "x" * 1_000_001, "has more than 1,000,000 bytes"),
    ],
)
def test_a_broken_article_file_is_named_and_its_folder_left_out(yaml: str, found: str) -> None:
    write("news/a/1.txt", "news/b/1.txt", "news/a/deep/1.txt")
    write("news/a/article.yml", text=yaml)

    looks = look("news")

    assert failure(looks).startswith(f"news/a/article.yml: {found}")
    captures = [each.source for each in looks if isinstance(each, Capture)]
    assert captures == ["news/a/deep/1.txt", "news/b/1.txt"]


def test_an_empty_article_file_says_nothing() -> None:
    write("a/1.txt")
    write("a/article.yml", text="# later\n")

    assert only(look("a")).declared_uri is None


def test_a_label_for_a_file_that_is_not_there_is_told() -> None:
    write("a/1.txt")
    write("a/article.yml", text="labels: {2.txt: Old Version}")

    looks = look("a")

    assert failure(looks) == "a/article.yml: labels 2.txt, but no such snapshot is there"
    assert len(looks) == 2


def test_standard_input_is_a_text_observed_now() -> None:
    capture = only(look("-", stdin=b"Text."))

    assert capture.payload == b"Text."
    assert (capture.captured_at, capture.time_from) == (NOW, "clock")
    assert (capture.source, capture.media_type) == ("-", "text/plain")


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.html", "x", "text/html"),
        ("a.MD", "x", "text/markdown"),
        ("a.log", "x", "text/plain"),
        ("a", "\ufeff\n <!DOCTYPE html><p>x", "text/html"),
    ],
)
def test_a_file_is_of_the_type_its_name_says_or_its_start(
    name: str, text: str, media_type: str
) -> None:
    write(name, text=text)

    assert only(look(name)).media_type == media_type


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none.txt", "none.txt: no such file or folder: check the path"),
        ("link.txt", "link.txt: is a link to nothing"),
        ("empty.txt", "empty.txt: is empty: there is nothing to record"),
        ("barren", "barren: no snapshot files in it: their names end in .txt, .md or .html"),
        ("big.txt", "big.txt: has 30,000,001 bytes: an article has 30,000,000 at most"),
        ("/dev/null", "null: is neither a file nor a folder"),
        ("nul\0.txt", "nul\ufffd.txt: cannot be read: embedded null byte"),
    ],
)
def test_what_cannot_be_read_is_a_failure_that_says_why(path: str, reason: str) -> None:
    write("empty.txt", text="")
    write("barren/photo.jpg", "good.txt")
    Path("link.txt").symlink_to("nowhere")
    Path("big.txt").touch()
    os.truncate("big.txt", MAX_PAYLOAD_BYTES + 1)

    looks = look(path, "good.txt")

    assert failure(looks) == reason
    assert isinstance(looks[1], Capture)


def test_a_folder_tells_of_a_snapshot_that_is_a_link_to_nothing() -> None:
    write("a/1.txt")
    Path("a/2.txt").symlink_to("nowhere")

    assert failure(look("a")) == "a/2.txt: cannot be read: No such file or directory"


def test_a_snapshot_that_links_to_itself_is_a_failure() -> None:
    write("a/1.txt")
    Path("a/2.txt").symlink_to("2.txt")

    assert failure(look("a")) == "a/2.txt: cannot be read: Too many levels of symbolic links"


def test_a_file_that_vanishes_after_the_listing_is_a_failure() -> None:
    write("a/1.txt", "a/2.txt")
    source = FilesSource([Path("a")], FileOptions(), stdin=bytes, clock=lambda: NOW)

    assert source.count() == 2
    Path("a/1.txt").unlink()

    looks = list(source.captures())
    assert failure(looks) == "a/1.txt: cannot be read: No such file or directory"


def test_links_that_loop_end() -> None:
    write("a/1.txt", "a/b/1.txt")
    Path("a/b/up").symlink_to(Path("..").resolve() / Path.cwd().name / "a")
    Path("a/self").symlink_to("self")

    assert sources(look("a", "a")) == ["a/1.txt", "a/b/1.txt"]


def test_a_pipe_given_by_name_is_read() -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=lambda: Path("pipe").write_bytes(b"Text."))
    writer.start()

    capture = only(look("pipe"))

    writer.join()
    assert capture.payload == b"Text."


def test_a_pipe_in_a_folder_is_passed_over() -> None:
    write("a/1.txt")
    os.mkfifo("a/2.txt")

    assert sources(look("a")) == ["a/1.txt"]


def test_payloads_are_read_one_at_a_time() -> None:
    write("a/1.txt", "a/2.txt")
    looks = FilesSource([Path("a")], FileOptions(), stdin=bytes, clock=lambda: NOW).captures()

    next(looks)
    write("a/2.txt", text="Changed after the first was read.")

    second = next(looks)
    assert isinstance(second, Capture)
    assert second.payload == b"Changed after the first was read."


def test_the_zone_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a/1.txt", "a/2023-12-31.txt")
    times = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        times.append([each.captured_at for each in look("a") if isinstance(each, Capture)])

    assert times[0] == times[1]
