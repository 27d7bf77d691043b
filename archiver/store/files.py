"""The archive as a file: opening it, refusing what is not one, and saying why."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from archiver.errors import ForeignError, LockedError, NewerSchemaError, StoreError
from archiver.store import schema

BUSY_TIMEOUT_S = 5.0
"""How long to wait for another writer: one capture takes milliseconds, a huge diff seconds."""

RETRY_S = 0.01

REASONS = {
    sqlite3.SQLITE_READONLY: "cannot be written: it or its folder is read-only",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Make room and run the command again",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk is full or failing",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: is its folder there, and may you read it?",
    sqlite3.SQLITE_CORRUPT: "is damaged: restore it from a copy",
    sqlite3.SQLITE_PERM: "cannot be opened: you may not read it",
}


def _code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code, 0 where the error is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _store_error(path: Path, error: sqlite3.Error) -> StoreError:
    code = _code(error)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LockedError(
            f"{path}: another program is writing to it. Wait for it to end and try again"
        )
    if code == sqlite3.SQLITE_NOTADB:
        return ForeignError(f"{path}: is not a SQLite file. Name another file for the archive")
    return StoreError(f"{path}: {REASONS.get(code, f'SQLite says: {error}')}")


@contextmanager
def saying_why(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into the StoreError that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _store_error(path, error) from error


def _applied(connection: sqlite3.Connection) -> frozenset[str] | None:
    """Give the names of the migrations that `connection` has seen; None for an empty file."""
    tables = {name for (name,) in connection.execute("select name from sqlite_master")}
    if not tables:
        return None
    (application_id,) = connection.execute("pragma application_id").fetchone()
    if application_id != schema.APPLICATION_ID:
        raise ForeignError("is a SQLite file, but no archive. Name another file for the archive")
    if "_sqlite_migrations" not in tables:
        return frozenset()
    rows = connection.execute(
        "select name from _sqlite_migrations where migration_set = ?", (schema.NAME,)
    )
    return frozenset(name for (name,) in rows)


def _check(path: Path, connection: sqlite3.Connection) -> frozenset[str]:
    """Give the migrations still to be run, or raise where `path` is not for this program."""
    try:
        applied = _applied(connection) or frozenset()
    except ForeignError as error:
        raise ForeignError(f"{path}: {error}") from None
    unknown = applied - set(schema.STEPS)
    if unknown:
        raise NewerSchemaError(
            f"{path}: was written by a later archiver (it has {', '.join(sorted(unknown))}). "
            "Install that version to use it"
        )
    return frozenset(schema.STEPS) - applied


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether an archive has every table and column that readers ask for."""
    return set(schema.STEPS) <= (_applied(connection) or frozenset())


def _refuse_pending(path: Path, pending: frozenset[str]) -> None:
    if pending:
        raise ForeignError(
            f"{path}: is empty or from an earlier archiver. "
            f"`archiver snapshot {path} SOURCE` brings it up to date"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    # First of all, so that a kill among the migrations leaves a file that is known as ours.
    connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
    schema.migrations().apply(Database(connection))


def make(path: Path) -> bool:
    """Make an empty file at `path`, and tell whether this call did: of two, only one does."""
    try:
        path.open("xb").close()
    except OSError:
        return False  # it is there, or SQLite will say why it cannot be
    return True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _set_up(path: Path, connection: sqlite3.Connection) -> None:
    """Bring a file that is ours, or empty, up to date. The write lock is held while it looks."""
    _check(path, connection)
    _write_ahead(connection)
    connection.execute("pragma synchronous = normal")
    connection.execute("begin immediate")
    if _check(path, connection):
        _migrate(connection)
    connection.execute("commit")
    connection.execute("pragma foreign_keys = on")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL mode, for which SQLite does not wait: others may be doing so just now."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(RETRY_S)
        else:
            return


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """Open the archive at `path`, made or migrated where needed; the caller closes it."""
    if path.is_dir():
        raise StoreError(f"{path}: is a folder. Name a file for the archive, such as news.db")
    while True:
        make(path)
        opened = _identity(path)
        with saying_why(path):
            connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
            try:
                _set_up(path, connection)
                if opened == _identity(path):
                    return connection
            except BaseException as error:
                connection.close()
                if not isinstance(error, sqlite3.Error) or opened == _identity(path):
                    raise
            connection.close()  # its maker, who recorded nothing, took it away meanwhile


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the archive at `path`, which must be there, and close it again."""
    if not path.is_file():
        raise StoreError(f"{path}: no such archive. `archiver snapshot {path} SOURCE` makes one")
    with saying_why(path):
        uri = path.resolve().as_uri() + "?mode=ro"
        connection = sqlite3.connect(uri, timeout=BUSY_TIMEOUT_S, isolation_level=None, uri=True)
        with closing(connection):
            _refuse_pending(path, _check(path, connection))
            yield connection


def close(connection: sqlite3.Connection) -> None:
    """Close, and leave one plain file where no other program has it open."""
    with closing(connection), suppress(sqlite3.Error):
        _leave_write_ahead(connection)


def close_unused(connection: sqlite3.Connection, path: Path) -> None:
    """Close, and remove the archive at `path` if nothing was recorded in it, by nobody.

    It goes while the file is locked: whoever waits for the lock sees that it went.
    """
    with closing(connection), suppress(sqlite3.Error):
        if not _leave_write_ahead(connection):
            return  # another program has it open
        connection.execute("begin exclusive")
        (is_used,) = connection.execute(
            "select exists (select 1 from captures) or exists (select 1 from watches)"
        ).fetchone()
        if not is_used:
            remove(path)


def _leave_write_ahead(connection: sqlite3.Connection) -> bool:
    """Go back to one plain file, which can be mailed, or read from a read-only disk."""
    connection.execute("pragma busy_timeout = 0")
    (mode,) = connection.execute("pragma journal_mode = delete").fetchone()
    return bool(mode == "delete")


def remove(path: Path) -> None:
    """Take away an archive and what SQLite keeps beside it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm"), Path(f"{path}-journal")):
        name.unlink(missing_ok=True)
