"""What a file's name says: whether it is a snapshot, its type, its time, its place in the order."""

import re
import unicodedata
from datetime import UTC, datetime

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
}
ARTICLE_FILE = "article.yml"

NAME_TIME = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2}|\d{8})"
    r"(?:[T_](?P<time>\d{2}[:-]?\d{2}(?:[:-]?\d{2})?)Z?|(?<=\d{8})(?P<rest>\d{6}))?"
    r"(?!\d|[T_]\d)",
    re.ASCII,
)
"""2023-08-01, 2023-08-01T000000Z, 20230801T000000Z, 20230801000000 (as web archives name)."""

NO_TEXT = re.compile("[\x00\ud800-\udfff]")
"""NUL, which SQLite ends text at, and the halves that bytes which are not UTF-8 become."""

NUMBER = re.compile(r"(\d+)", re.ASCII)


def portable(name: str) -> str:
    """Give `name` as every machine would: NFC, and U+FFFD for what is no text."""
    return unicodedata.normalize("NFC", NO_TEXT.sub("\ufffd", name))


def one_line(text: str) -> str:
    r"""Give what a user wrote as a label or a title: portable, on one line.

    >>> one_line("Old\n Version ")
    'Old Version'
    """
    return " ".join(portable(text).split())


def media_type(name: str) -> str:
    """Give the media type that the suffix of `name` stands for, or "" if it is no snapshot's."""
    stem, dot, suffix = name.rpartition(".")
    return MEDIA_TYPES.get(dot + suffix.lower(), "") if stem else ""


def is_hidden(name: str) -> bool:
    """Tell whether `name` is left out of a folder: it starts with a dot or an underscore."""
    return name.startswith((".", "_"))


def is_snapshot(name: str) -> bool:
    """Tell whether a file of this name, in a folder, is a version of the folder's article.

    >>> [is_snapshot(name) for name in ("1.old.txt", "README.md", "_draft.txt", "photo.jpg")]
    [True, False, False, False]
    """
    return bool(media_type(name)) and not is_hidden(name) and not name.upper().startswith("README")


def time_of(name: str) -> datetime | None:
    """Give the UTC time that `name` starts with, or None; an impossible date is none.

    >>> time_of("2023-08-01-old.txt"), time_of("20230801T120000Z.html"), time_of("2023-02-31.txt")
    (datetime.datetime(2023, 8, 1, 0, 0, tzinfo=datetime.timezone.utc), \
datetime.datetime(2023, 8, 1, 12, 0, tzinfo=datetime.timezone.utc), None)
    """
    found = NAME_TIME.match(name)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["date"] + (found["time"] or found["rest"] or "")).ljust(
        14, "0"
    )
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def natural_key(name: str) -> tuple[bool, str, list[str | int], str]:
    """Give what sorts names as people do: by the time they start with, else 2 before 10.

    >>> sorted(["10.txt", "2.txt", "2023-08-01.txt", "20230731.txt"], key=natural_key)
    ['20230731.txt', '2023-08-01.txt', '2.txt', '10.txt']
    """
    time = time_of(name)
    stem, _, suffix = portable(name).casefold().rpartition(".")
    parts = NUMBER.split(stem or suffix)
    numbered = [int(part) if place % 2 else part for place, part in enumerate(parts)]
    return time is None, time.isoformat() if time else "", numbered, name
