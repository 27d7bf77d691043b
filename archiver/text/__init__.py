"""Payload bytes to a Document: `extract` chooses the reader by media type."""

from archiver.errors import ExtractError, InputError
from archiver.model import MAX_PAYLOAD_BYTES, Capture, Document
from archiver.text import html, markdown, plain
from archiver.text.decode import decode_html, decode_text, refuse_binary

READERS = {
    "text/plain": (decode_text, plain.read),
    "text/markdown": (decode_text, markdown.read),
    "text/html": (decode_html, html.read),
    "application/xhtml+xml": (decode_html, html.read),
}


def extract(capture: Capture) -> Document:
    """Read the payload of `capture`. The same bytes and media type always give the same document.

    Raise InputError, in one line that names the source, where the payload is empty, too big,
    binary, undecodable or of another media type, and ExtractError where it holds no text.
    """
    try:
        return _read(capture.payload, capture.media_type)
    except InputError as error:
        raise type(error)(f"{capture.source}: {error}") from error


def _read(payload: bytes, media_type: str) -> Document:
    readers = READERS.get(media_type.partition(";")[0].strip().lower())
    if readers is None:
        raise InputError(f"is {media_type}: only {', '.join(READERS)} can be read")
    if not payload:
        raise InputError("is empty: there is nothing to record")
    if len(payload) > MAX_PAYLOAD_BYTES:
        raise InputError(
            f"has {len(payload):,} bytes: an article has {MAX_PAYLOAD_BYTES:,} at most"
        )
    refuse_binary(payload)
    decode, read = readers
    document = read(decode(payload))
    if not any(document.fields()) and not document.blocks:
        raise ExtractError("holds no text: only blanks, or marks that do not show")
    return document
