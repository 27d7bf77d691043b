"""Where captures come from: `open_source` gives a Source, which gives captures one at a time."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from archiver.model import Capture, Failure, Miss, Revisit
from archiver.sources.files import FileOptions, FilesSource


class Source(Protocol):
    """Something that can be looked at."""

    def captures(self) -> Iterator[Capture | Miss | Revisit | Failure]:
        """Give each look as what it observed, or as a Failure where there was none; never raise."""

    def count(self) -> int:
        """Give how many looks `captures` will give."""


def open_source(
    paths: Sequence[Path],
    options: FileOptions,
    *,
    stdin: Callable[[], bytes],
    clock: Callable[[], datetime],
) -> Source:
    """Give the source of the files and folders at `paths`; the path `-` reads `stdin`.

    `clock` gives the time of what has no other: of standard input.
    """
    return FilesSource(paths, options, stdin=stdin, clock=clock)
