"""The archive as a file: what is refused, and that it stays as it was."""

import json
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store import schema
from tests.conftest import SNAPSHOTS, Ran
from tests.helpers import count, is_sound, natural
from tests.test_snapshot import article

Archiver = Callable[..., Ran]


@pytest.fixture
def archive(archiver: Archiver, tmp_path: Path) -> Path:
    (tmp_path / "1.txt").write_text(article("One."))
    (tmp_path / "2.txt").write_text(article("Two."))
    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "1.txt", "--url", "https://x.example/")
    assert ran.exit_code == 0
    return tmp_path / "a.db"


def errors(ran: Ran) -> list[str]:
    return [line for line in ran.stderr.splitlines() if line.startswith("Error")]


def test_a_locked_archive_is_waited_for_and_then_refused(
    archiver: Archiver, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiver.store.files.BUSY_TIMEOUT_S", 0.1)
    before = natural(archive)
    with closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("begin exclusive")

        ran = archiver("snapshot", archive, archive.parent / "2.txt")

    assert ran.exit_code == 1
    (error,) = errors(ran)
    assert "another program is writing" in error
    assert natural(archive) == before


def test_a_file_that_is_not_sqlite_is_refused_untouched(archiver: Archiver, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(article())
    (tmp_path / "a.db").write_bytes(b"This is no database. " * 50)

    for words in (
        ("snapshot", tmp_path / "a.db", tmp_path / "page.txt"),
        ("list", tmp_path / "a.db"),
    ):
        ran = archiver(*words)
        assert ran.exit_code == 1
        assert "not a SQLite file" in errors(ran)[0]
    assert (tmp_path / "a.db").read_bytes() == b"This is no database. " * 50


def test_somebody_elses_database_is_refused_untouched(archiver: Archiver, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(article())
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("create table birds (name text)")
    before = (tmp_path / "a.db").read_bytes()

    ran = archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt")

    assert ran.exit_code == 1
    assert "no archive" in errors(ran)[0]
    assert (tmp_path / "a.db").read_bytes() == before
    assert [name.name for name in tmp_path.glob("a.db*")] == ["a.db"]


def test_an_archive_of_a_later_archiver_is_refused(archiver: Archiver, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations(migration_set, name, applied_at) "
            "values ('archiver', 'm999_colour', '2030-01-01')"
        )
    before = natural(archive)

    for words in (("snapshot", archive, archive.parent / "2.txt"), ("log", archive, "1")):
        ran = archiver(*words)
        assert ran.exit_code == 1
        assert "later archiver" in errors(ran)[0]
    assert natural(archive) == before


def test_a_missing_archive_is_not_made_by_reading(archiver: Archiver, tmp_path: Path) -> None:
    for words in (("list",), ("log", "x"), ("diff", "x"), ("show", "x"), ("search", "x")):
        ran = archiver(words[0], tmp_path / "a.db", *words[1:])
        assert ran.exit_code == 1
        assert "no such archive" in errors(ran)[0]
    assert not (tmp_path / "a.db").exists()


def test_a_folder_that_is_not_there_is_named(archiver: Archiver, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(article())

    ran = archiver("snapshot", tmp_path / "nowhere" / "a.db", tmp_path / "page.txt")

    assert ran.exit_code == 1
    assert "cannot be opened" in errors(ran)[0]


def _unprivileged(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run as a user whom file permissions bind, where these tests run as root."""
    return subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        if _is_root()
        else command,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def _is_root() -> bool:
    import os

    return os.geteuid() == 0


def test_a_read_only_archive_is_read_but_not_written(archive: Path) -> None:
    archive.chmod(0o444)
    archive.parent.chmod(0o555)
    for parent in archive.parent.parents:
        if parent.stat().st_uid == 0 and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    command = [sys.executable, "-m", "archiver"]
    probe = _unprivileged([sys.executable, "-c", "import archiver"], Path("/"))
    if probe.returncode:
        pytest.skip(f"another user cannot run this Python: {probe.stderr[-200:]}")
    before = archive.read_bytes()

    written = _unprivileged(
        [*command, "snapshot", str(archive), str(archive.parent / "2.txt")], Path("/")
    )
    read = _unprivileged([*command, "list", str(archive), "--json"], Path("/"))
    archive.parent.chmod(0o755)

    assert written.returncode == 1
    assert "read-only" in written.stderr
    assert len(written.stderr.strip().splitlines()) == 1
    assert read.returncode == 0, read.stderr
    assert len(json.loads(read.stdout)) == 1
    assert archive.read_bytes() == before


def test_a_full_disk_ends_in_1_and_leaves_what_was_recorded(archive: Path, tmp_path: Path) -> None:
    before = natural(archive)
    limit = archive.stat().st_size + 8192
    long = tmp_path / "long.txt"
    long.write_text(
        article("\n\n".join(f"Paragraph {n}: {hash((n, 'x'))} went by." for n in range(20_000)))
    )

    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "snapshot", str(archive), str(long)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )

    assert ran.returncode == 1
    assert "disk is full" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert natural(archive) == before
    assert is_sound(archive)


def test_a_full_disk_leaves_no_file_where_there_was_none(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(article())

    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "snapshot", "a.db", "page.txt"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)),
    )

    assert ran.returncode == 1
    assert "disk is full" in ran.stderr
    assert not list(tmp_path.glob("a.db*"))


@pytest.mark.parametrize("table", schema.RECORDED)
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_nothing_recorded_can_be_changed(
    archiver: Archiver, tmp_path: Path, table: str, verb: str
) -> None:
    archiver("snapshot", tmp_path / "a.db", SNAPSHOTS / "harbour-bridge")
    assert count(tmp_path / "a.db", table)
    statement = f"delete from {table}" if verb == "delete" else f"update {table} set id = id + 1"

    with (
        closing(sqlite3.connect(tmp_path / "a.db")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute(statement)


def test_the_migrations_are_the_ones_a_reader_knows_of() -> None:
    names = [migration.name for migration in schema.migrations().pending(_memory())]

    assert tuple(names) == schema.STEPS


def _memory() -> object:
    from sqlite_utils import Database

    return Database(memory=True)


def test_an_archive_is_left_as_one_plain_file(archive: Path) -> None:
    assert [name.name for name in sorted(archive.parent.glob("a.db*"))] == ["a.db"]
    with closing(sqlite3.connect(archive)) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)


def test_a_damaged_archive_is_said_to_be_damaged(archiver: Archiver, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection:
        (page, size) = connection.execute(
            "select rootpage, (select page_size from pragma_page_size) from sqlite_master "
            "where name = 'articles'"
        ).fetchone()
    with archive.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)

    ran = archiver("list", archive)

    assert ran.exit_code == 1
    assert "damaged" in errors(ran)[0]


def test_a_link_to_an_archive_that_was_not_made_stays_a_link(
    archiver: Archiver, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text("")
    (tmp_path / "link.db").symlink_to(tmp_path / "target.db")

    archiver("snapshot", tmp_path / "link.db", tmp_path / "page.txt")

    assert (tmp_path / "link.db").is_symlink()
    assert not (tmp_path / "target.db").exists()
