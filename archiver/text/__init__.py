"""Payload bytes to a Document, or why there is none: `extract` chooses the reader by media type."""

from collections.abc import Callable
from typing import NamedTuple

from archiver.errors import ExtractError, InputError
from archiver.model import MAX_PAYLOAD_BYTES, Capture, Document, Doubt
from archiver.text import markdown, pages, plain
from archiver.text.decode import Decoded, decode_html, decode_text, refuse_binary


class Reader(NamedTuple):
    """How a media type is read; `extractor` gives the name and number that go into documents."""

    decode: Callable[[bytes, str], Decoded]
    read: Callable[[Decoded, Capture], Document | Doubt]
    extractor: Callable[[], str]


def _read_page(decoded: Decoded, capture: Capture) -> Document | Doubt:
    is_fetched = capture.fallback_uri.startswith(("http://", "https://"))
    return pages.read(
        decoded,
        uri=capture.declared_uri or (capture.fallback_uri if is_fetched else ""),
        status=capture.status,
        final_uri=capture.final_uri,
    )


PLAIN = Reader(
    lambda payload, _: decode_text(payload),
    lambda decoded, _: plain.read(decoded),
    lambda: plain.EXTRACTOR,
)
MARKDOWN = Reader(
    lambda payload, _: decode_text(payload),
    lambda decoded, _: markdown.read(decoded),
    lambda: markdown.EXTRACTOR,
)
PAGE = Reader(decode_html, _read_page, pages.extractor)

READERS = {
    "text/plain": PLAIN,
    "text/markdown": MARKDOWN,
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
}


def extract(capture: Capture) -> Document | Doubt:
    """Read the payload of `capture`. The same bytes and media type always give the same document.

    A Doubt is what a page gives that holds no article. Raise InputError, in one line that names
    the source, where the payload is empty, too big, binary, undecodable or of another media type,
    and ExtractError where it holds no text or is more than a parser should be given.
    """
    try:
        return _read(capture)
    except InputError as error:
        raise type(error)(f"{capture.source}: {error}") from error


def extractor_of(media_type: str) -> str:
    """Give the name and number of what reads a media type today, "" where nothing does."""
    reader = READERS.get(_essence(media_type))
    return "" if reader is None else reader.extractor()


def _essence(media_type: str) -> str:
    """Give a media type without its parameters (RFC 9110, 8.3.1).

    >>> _essence("Text/HTML; charset=utf-8")
    'text/html'
    """
    return media_type.partition(";")[0].strip().lower()


def _read(capture: Capture) -> Document | Doubt:
    reader = READERS.get(_essence(capture.media_type))
    if reader is None:
        raise InputError(f"is {capture.media_type}: only {', '.join(READERS)} can be read")
    if not capture.payload:
        raise InputError("is empty: there is nothing to record")
    if len(capture.payload) > MAX_PAYLOAD_BYTES:
        raise InputError(
            f"has {len(capture.payload):,} bytes: an article has {MAX_PAYLOAD_BYTES:,} at most"
        )
    refuse_binary(capture.payload)
    read = reader.read(reader.decode(capture.payload, capture.media_type), capture)
    if isinstance(read, Doubt):
        return read._replace(extractor=reader.extractor())
    if not any(read.fields()) and not read.blocks:
        raise ExtractError("holds no text: only blanks, or marks that do not show")
    return read
