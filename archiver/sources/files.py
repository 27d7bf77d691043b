"""Captures from files, folders of files, and standard input."""

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from archiver.errors import InputError
from archiver.model import MAX_PAYLOAD_BYTES, Capture, Failure, TimeFrom, Uri
from archiver.sources.folders import STDIN, Found, find
from archiver.sources.names import media_type, portable, time_of

SNIFFED_BYTES = 1024
PAGE_STARTS = (b"<!doctype", b"<html")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """What the user says of the files. `at` is an aware time; `at` and `label` need one file."""

    url: Uri | None = None
    at: datetime | None = None
    label: str = ""

    def __post_init__(self) -> None:
        if self.at is not None and self.at.tzinfo is None:
            raise InputError(f"the time {self.at.isoformat()} has no zone: end it in Z for UTC")


class FilesSource:
    """The files at some paths, the snapshots of the folders among them, and stdin for `-`.

    A folder's captures have place 0: where their time is only an mtime, or one they share, their
    order is the natural order of their names (`names.natural_key`). Under `options.url` the place
    is the running number from 0, for the order given counts; a time in the name beats both.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        options: FileOptions,
        *,
        stdin: Callable[[], bytes],
        clock: Callable[[], datetime],
    ) -> None:
        self._paths = tuple(paths)
        self._options = options
        self._stdin = stdin
        self._clock = clock

    @cached_property
    def _listing(self) -> tuple[Found | Failure, ...]:
        return tuple(find(self._paths))

    def count(self) -> int:
        """Give how many files, and failures to find some, there are: reads names only."""
        return len(self._listing)

    def captures(self) -> Iterator[Capture | Failure]:
        """Read one file after another, one payload in memory; what cannot be read is a Failure."""
        files_n = sum(isinstance(found, Found) for found in self._listing)
        if files_n > 1 and (self._options.at or self._options.label):
            reason = f"a time or a label is for one file, and here are {files_n}"
            yield Failure(source="--at, --label", reason=f"{reason}: name the one it is for")
            return
        place, latest = 0, None
        for found in self._listing:
            if isinstance(found, Failure):
                yield found
                continue
            try:
                capture = self._capture(found, place, latest)
                latest = max(capture.captured_at, latest or capture.captured_at)
                yield capture
            except InputError as error:
                yield Failure(source=found.source, reason=f"{found.source}: {error}")
            place += 1

    def _capture(self, found: Found, place: int, latest: datetime | None) -> Capture:
        """Read one file. `latest` is the time of those before it, for files of one article."""
        if found.path == STDIN:
            payload, mtime = _read_stdin(self._stdin), None
        else:
            payload, mtime = _read_file(found.path)
        captured_at, time_from = self._time(found, mtime)
        ordered = self._options.url is not None and time_from != "name"
        return Capture(
            payload=payload,
            media_type=_media_type(found, payload),
            captured_at=captured_at,
            time_from=time_from,
            source=found.source,
            fallback_uri=found.fallback_uri,
            declared_uri=self._options.url or found.article.uri,
            place=place if ordered else 0,
            not_before=latest if ordered and time_from == "mtime" else None,
            label=self._options.label or found.article.labels.get(portable(found.path.name), ""),
            title=found.article.title,
        )

    def _time(self, found: Found, mtime: float | None) -> tuple[datetime, TimeFrom]:
        """Give when `found` was observed and who says so. Whole seconds, as times are stored."""
        if self._options.at is not None:
            return self._options.at.astimezone(UTC), "option"
        if mtime is None:
            return self._clock(), "clock"
        if named := time_of(found.path.name):
            return named, "name"
        try:
            return datetime.fromtimestamp(int(mtime), UTC), "mtime"
        except (ValueError, OverflowError, OSError) as error:
            raise InputError(f"its time of modification is impossible ({mtime:.0f})") from error


def _read_stdin(stdin: Callable[[], bytes]) -> bytes:
    try:
        return stdin()
    except (OSError, ValueError) as error:
        raise InputError(f"standard input cannot be read: {error}") from error


def _read_file(path: Path) -> tuple[bytes, float]:
    """Give the bytes of a file and its time of modification, or raise InputError."""
    try:
        with path.open("rb") as file:
            status = path.stat()
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_PAYLOAD_BYTES:
                raise InputError(_too_big(f"{status.st_size:,}"))
            payload = file.read(MAX_PAYLOAD_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from error
    if len(payload) > MAX_PAYLOAD_BYTES:
        raise InputError(_too_big(f"more than {MAX_PAYLOAD_BYTES:,}"))
    if not payload:
        raise InputError("is empty: there is nothing to record")
    return payload, status.st_mtime


def _too_big(size: str) -> str:
    return f"has {size} bytes: an article has {MAX_PAYLOAD_BYTES:,} at most"


def _media_type(found: Found, payload: bytes) -> str:
    """Give the type by suffix; a file of another name, asked for by name, by how it starts."""
    if found.path == STDIN:
        return "text/plain"
    start = payload[:SNIFFED_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    sniffed = "text/html" if start.startswith(PAGE_STARTS) else "text/plain"
    return media_type(found.path.name) or sniffed
