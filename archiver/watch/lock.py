"""One watcher for each archive."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archiver.errors import LockedError

SUFFIX = ".watching"


@contextmanager
def watching(path: Path) -> Iterator[None]:
    """Hold the right to watch the archive at `path`, or raise LockedError.

    The lock is the system's, on a file beside the archive, so that it ends with the process,
    however that ends. The file stays: to remove it would let two hold it.
    """
    file = path.resolve().with_name(f"{path.name}{SUFFIX}")
    with file.open("a+", encoding="ascii") as held:
        if not _locked(held.fileno()):
            held.seek(0)
            who = held.read(20).strip()
            process = f" (process {who})" if who.isdigit() else ""
            raise LockedError(
                f"{path}: is being watched already{process}. Stop that one first; "
                "`archiver watch --status` works meanwhile"
            )
        held.truncate(0)
        held.write(f"{os.getpid()}\n")
        held.flush()
        yield
        held.truncate(0)


def _locked(handle: int) -> bool:
    """Take the lock if it is free, and tell whether it was."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
