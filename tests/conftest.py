"""What every test may ask for: the example archive, the command, and the shared real documents."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from archiver.cli.app import build_app

ROOT = Path(__file__).resolve().parent.parent
SNAPSHOTS = ROOT / "snapshots"
# A machine under load is no defect of the code.
settings.register_profile("archiver", deadline=None)
settings.load_profile("archiver")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def shared_folder() -> Path | None:
    """The real documents, which stand beside the project and are never copied into it."""
    named = os.environ.get("ARCHIVER_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "data" / "index.csv").is_file() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("the shared real documents are not here (ARCHIVER_SHARED names them)")
    return folder


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test talks to any other machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test wanted to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@dataclass(frozen=True)
class Ran:
    """How one command ended."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def archiver() -> Callable[..., Ran]:
    """Run a command as `main` would, in this process."""

    def run(*words: object, stdin: bytes | None = None) -> Ran:
        from archiver.errors import ArchiverError

        result = CliRunner().invoke(build_app(), [str(word) for word in words], input=stdin)
        if isinstance(result.exception, ArchiverError):
            return Ran(1, result.stdout, result.stderr + f"Error: {result.exception}\n")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of `snapshots/`; read it, never write to it."""
    path = tmp_path_factory.mktemp("example") / "archive.db"
    result = CliRunner().invoke(build_app(), ["snapshot", str(path), str(SNAPSHOTS)])
    assert result.exit_code == 0, result.output
    return path
