"""Archives for the tests of the web: strange ones, and files of somebody else."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

STRANGE = {
    "hostile": (
        (
            'A <script>document.title="owned"</script> headline',
            'The word "><img src=x onerror=document.title="owned"> was here and {{ 7*7 }} stayed.',
            "A third paragraph to keep the others company, and no more than that.",
        ),
        (
            'A <script>document.title="owned"</script> headline \u202egpj.exe',
            "The word \u202egnp.exe\u202c is soft\u00adhyphened and {{ 7*7 }} {% raw %} stayed.",
            "A third paragraph to keep the others company, and no more than that.",
        ),
    ),
    "persian": (
        (
            "پل بندر بسته شد",
            "روز پنجشنبه شرکت Wrenmouth Harbour اعلام کرد که پل بندر برای ۳۸ روز بسته می‌ماند.",
            "مهندسان میگویند ترک‌ها در چهار نقطه پیدا شده‌اند.",
        ),
        (
            "پل بندر تا اطلاع بعدی بسته شد",
            "روز پنجشنبه شرکت Wrenmouth Bridge اعلام کرد که پل بندر برای ۸۳ روز بسته می‌ماند.",
            "مهندسان می‌گویند ترک‌ها در چهار نقطه پیدا شده‌اند.",
        ),
    ),
}
"""The paragraphs of each version of two articles."""


@pytest.fixture(scope="session")
def strange(
    tmp_path_factory: pytest.TempPathFactory, archive_of: Callable[[Path, Path], None]
) -> Path:
    """An archive whose texts would be code, or would turn the page around, if they could."""
    folder = tmp_path_factory.mktemp("strange")
    snapshots = folder / "snapshots"
    for name, texts in STRANGE.items():
        (snapshots / name).mkdir(parents=True)
        for number, paragraphs in enumerate(texts, 1):
            path = snapshots / name / f"2025-01-0{number}.txt"
            path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    archive_of(folder / "archive.db", snapshots)
    return folder / "archive.db"


@pytest.fixture(scope="session")
def archive_of() -> Callable[[Path, Path], None]:
    """Record the snapshots of a folder in an archive, through the door that all sources use."""
    from datetime import UTC, datetime

    from archiver.ingest import ingest
    from archiver.sources import open_source
    from archiver.sources.files import FileOptions
    from archiver.store import open_store
    from archiver.text import extract

    def now() -> datetime:
        return datetime(2025, 6, 1, tzinfo=UTC)

    def record(path: Path, snapshots: Path) -> None:
        source = open_source([snapshots], FileOptions(), stdin=bytes, clock=now)
        with open_store(path) as store:
            results = list(ingest(source.captures(), store, extract, now))
        assert {result.outcome for result in results} <= {"new", "same", "known"}

    return record


@pytest.fixture
def copied(example: Path, tmp_path: Path) -> Path:
    """A copy of the example archive that a test may write to."""
    return Path(shutil.copy(example, tmp_path / "archive.db"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A SQLite file of somebody else, with tables that are called like ours."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table articles (id integer primary key, title text)")
        connection.execute("insert into articles(title) values ('A table of theirs')")
        connection.execute("create table changes (id integer, kind text, version_id integer)")
        connection.execute("insert into changes values (1, 'theirs', 7)")
        connection.commit()
    return path
