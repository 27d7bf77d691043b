"""`serve` for real: a process that listens, answers, takes what is added, and ends tidily."""

import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from archiver.web.serve import serve
from tests.web.serving import serving


def answer(address: str) -> tuple[int, str]:
    with urllib.request.urlopen(address, timeout=20) as found:  # noqa: S310 - our own loopback
        return found.status, found.read().decode()


@pytest.mark.slow
def test_it_answers_and_ends_tidily_whatever_the_file_is_called(
    example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "my news.2025.db"
    path.write_bytes(example.read_bytes())
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    with serving(path, temporary) as (address, process):
        article = answer(f"{address}/my+news~2E2025/-/article/1")
        query = answer(f"{address}/my+news~2E2025/most_revised")
        process.send_signal(signal.SIGINT)
        ended = process.wait(20)

    assert article[0] == 200
    assert "Wrenmouth harbour bridge" in article[1]
    assert "Most revised articles" in query[1]
    assert ended == 0
    assert not list(temporary.iterdir())


@pytest.mark.slow
def test_what_is_added_shows_up(
    copied: Path, tmp_path: Path, archive_of: Callable[[Path, Path], None]
) -> None:
    snapshots = tmp_path / "later"
    snapshots.mkdir()
    (snapshots / "2025-05-01.txt").write_text("A later text\n\nThat was added.\n", encoding="utf-8")

    with serving(copied, tmp_path) as (address, process):
        archive_of(copied, snapshots)
        html = answer(f"{address}/archive/articles")[1]
        process.send_signal(signal.SIGTERM)
        ended = process.wait(20)

    assert "A later text" in html
    assert ended == 0


def test_a_port_in_use_is_said_clearly(example: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(ArchiverError, match=f"127.0.0.1:{port}: cannot listen there"):
            serve(example, "127.0.0.1", port)


def test_a_host_that_is_not_ours_is_said_clearly(example: Path) -> None:
    with pytest.raises(ArchiverError, match="cannot listen there"):
        serve(example, "192.0.2.1", 8001)


def test_a_file_that_datasette_refuses_is_said_clearly(tmp_path: Path) -> None:
    path = tmp_path / "no.db"
    path.write_text("This is no database. " * 100, encoding="utf-8")
    before = set(Path(tempfile.gettempdir()).glob("archiver-*"))

    with pytest.raises(ArchiverError, match=r"no\.db: cannot be served"):
        serve(path, "127.0.0.1", 0)

    assert set(Path(tempfile.gettempdir()).glob("archiver-*")) == before


def test_importing_it_imports_no_datasette() -> None:
    code = (
        "import sys, archiver.web.serve; "
        "print({'datasette', 'uvicorn', 'jinja2'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
