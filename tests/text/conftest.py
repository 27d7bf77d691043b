"""How the tests of `archiver.text` read a payload."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from archiver.model import Capture, Document, Uri
from archiver.text import extract

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Give a function that extracts a payload, its media type by suffix."""

    def read(payload: str | bytes, suffix: str = ".txt") -> Document:
        capture = Capture(
            payload=payload.encode() if isinstance(payload, str) else payload,
            media_type=MEDIA_TYPES.get(suffix, suffix),
            captured_at=datetime(2023, 8, 1, tzinfo=UTC),
            time_from="name",
            source=f"news/1{suffix}",
            fallback_uri=Uri("folder:news"),
        )
        found = extract(capture)
        assert isinstance(found, Document), found
        return found

    return read
