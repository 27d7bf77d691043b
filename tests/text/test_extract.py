import subprocess
import sys
from collections.abc import Callable

import pytest

from archiver.errors import ExtractError, InputError
from archiver.model import MAX_PAYLOAD_BYTES, Document
from archiver.text import extractor_of

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("payload", "suffix", "message"),
    [
        (b"", ".txt", r"^news/1\.txt: is empty: there is nothing to record$"),
        (b"a\x00b", ".md", r"^news/1\.md: is binary: it holds NUL bytes"),
        (b"a" * (MAX_PAYLOAD_BYTES + 1), ".txt", r"^news/1\.txt: has 30,000,001 bytes"),
        (b"a", "image/png", r"is image/png: only text/plain"),
    ],
)
def test_a_payload_that_is_no_text_is_refused_in_one_line(
    read: Read, payload: bytes, suffix: str, message: str
) -> None:
    with pytest.raises(InputError, match=message) as raised:
        read(payload, suffix)

    assert "\n" not in str(raised.value)


def test_a_payload_of_marks_alone_holds_no_text(read: Read) -> None:
    with pytest.raises(ExtractError):
        read("\ufeff\u200b", ".md")


def test_the_media_type_chooses_the_reader(read: Read) -> None:
    extractors = [read("Text.", suffix).extractor for suffix in (".txt", ".md", ".html")]

    assert extractors == ["plain/1", "markdown/1", extractor_of("text/html")]


def test_parameters_of_the_media_type_are_no_matter(read: Read) -> None:
    assert read("<p>x", "Text/HTML; charset=utf-8").extractor == extractor_of("text/html")


def test_importing_the_room_loads_no_parser() -> None:
    heavy = {"selectolax", "markdown_it", "charset_normalizer", "yaml", "sqlite3", "socket", "lxml"}
    code = f"import sys, archiver.text, archiver.sources; print(sys.modules.keys() & {heavy})"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "set()"
