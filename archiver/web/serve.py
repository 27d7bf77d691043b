"""Serve an archive with Datasette until Ctrl-C. Importing this imports no Datasette."""

import json
import signal
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any, Final, NoReturn

from archiver.errors import ArchiverError
from archiver.web.public import SETTINGS as PUBLIC_SETTINGS
from archiver.web.public import Robots

METADATA: Final = Path(__file__).parent / "metadata.yml"
INSPECTED: Final = "inspect-data.json"
"""What `archiver publish` writes beside a copy: counts of its rows, by Datasette."""

PLACEHOLDER: Final = "archive"
"""The name of the database in `metadata.yml`."""

SETTINGS: Final = {
    "suggest_facets": "off",  # the dearest part of a table page, and noise beside our own
    "default_page_size": "50",
    "default_facet_size": "8",  # thirty push the rows below the fold
    "truncate_cells_html": "240",  # a table is for finding; our pages show the whole text
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """How an archive is served to anyone (`archiver.web.public`)."""

    robots: Robots = "all"
    behind_proxy: bool = False

    @property
    def is_compressed(self) -> bool:
        """Whether what compresses pages is installed."""
        return find_spec("datasette_gzip") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How Datasette is started: its arguments, and the metadata they name a file for."""

    metadata: dict[str, Any]
    database: Path
    options: dict[str, str]
    is_immutable: bool

    def arguments(self, metadata_file: Path) -> list[str]:
        """Give the arguments of `datasette`, but for the address it listens on."""
        file = ["--immutable", str(self.database)] if self.is_immutable else [str(self.database)]
        arguments = ["serve", *file, "--metadata", str(metadata_file)]
        inspected = self.database.parent / INSPECTED
        if self.is_immutable and inspected.is_file():
            arguments += ["--inspect-file", str(inspected)]
        if find_spec("datasette.resources"):  # 1.0 takes queries from its configuration alone
            arguments += ["--config", str(metadata_file)]
        for name, value in self.options.items():
            arguments += ["--setting", name, value]
        return arguments


def settings(
    db_path: Path,
    *,
    public: Public | None = None,
    download: bool = False,
    immutable: bool = False,
) -> Settings:
    """Give how to serve the archive at `db_path`, whatever its file is called.

    Datasette names a database by the stem of its file, and finds its metadata by that name.
    """
    import yaml

    metadata = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    metadata["databases"] = {db_path.stem: metadata["databases"][PLACEHOLDER]}
    metadata["plugins"] = {"archiver": {"front": True}}
    options = {**SETTINGS, "allow_download": "on" if download else "off"}
    if public is not None:
        options |= PUBLIC_SETTINGS
        metadata["plugins"]["archiver"]["public"] = {
            "robots": public.robots,
            "behind_proxy": public.behind_proxy,
        }
    if _has_withdrawn(db_path):
        # Its bytes are kept, and may not be read: neither as a row nor by a query.
        database = metadata["databases"][db_path.stem]
        database["tables"].setdefault("payloads", {})["allow"] = False
        database["allow_sql"] = False
    return Settings(metadata=metadata, database=db_path, options=options, is_immutable=immutable)


def _has_withdrawn(db_path: Path) -> bool:
    address = db_path.resolve().as_uri() + "?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return connection.execute("select 1 from withdrawals limit 1").fetchone() is not None
    except sqlite3.Error:
        return False  # from an earlier archiver, which our pages say; or no archive at all


def serve(
    path: Path,
    host: str,
    port: int,
    *,
    open_browser: bool = False,
    public: Public | None = None,
    download: bool = False,
    immutable: bool = False,
) -> None:
    """Serve the archive at `path` on `host` and `port` (0: any free one) until Ctrl-C.

    What a running `archiver snapshot` adds shows up at once. Raise ArchiverError where the
    address cannot be listened on, or Datasette does not start.
    """
    from click import ClickException, exceptions
    from datasette.cli import cli

    register_plugin()
    address = ["--host", host, "--port", str(_free_port(host, port))]
    if open_browser:
        address.append("--open")
    chosen = settings(path, public=public, download=download, immutable=immutable)
    with tempfile.TemporaryDirectory(prefix="archiver-") as folder, _ended_by_signals():
        metadata_file = Path(folder) / "metadata.json"
        metadata_file.write_text(json.dumps(chosen.metadata), encoding="utf-8")
        try:
            cli.main([*chosen.arguments(metadata_file), *address], standalone_mode=False)
        except ClickException as error:
            raise ArchiverError(f"{path}: cannot be served: {error.format_message()}") from error
        except sqlite3.Error as error:
            raise ArchiverError(f"{path}: cannot be served: {error}") from error
        except (KeyboardInterrupt, exceptions.Abort):
            return


def register_plugin() -> None:
    """Let Datasette know our plugin where archiver runs from its source, not installed."""
    from datasette.plugins import pm

    import archiver.web

    if not pm.is_registered(archiver.web):
        pm.register(archiver.web, name="archiver")


def _free_port(host: str, port: int) -> int:
    """Give `port`, or a free one for 0; raise ArchiverError where nothing may listen on it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            found: int = probe.getsockname()[1]
            return found
    except OSError as error:
        raise ArchiverError(
            f"{host}:{port}: cannot listen there: {error.strerror or error}. "
            "Stop the other program, or name another port with --port"
        ) from error


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a request to terminate end what is inside as Ctrl-C does, so that it is tidied up."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
