"""Decode payload bytes to text, and say how: by byte order mark, declaration, UTF-8, detection."""

import codecs
import re
from typing import NamedTuple

from archiver.errors import InputError
from archiver.text.charsets import codec_of, encoding_of
from archiver.text.normalise import REPLACEMENT

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as .docx, .odt and .epub files are"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
CONTROL_BYTES = bytes((*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
"""Not tab, line feed, form feed, carriage return, and not escape, which ISO-2022-JP is full of."""
MOST_CONTROL_BYTES = 0.05
"""Random or compressed bytes are 10 % control bytes; a text has none, or a few strays."""

PRESCAN_BYTES = 1024
"""How far a browser looks for a charset (HTML Standard, 13.2.3.2)."""
HTTP_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
META_CHARSET = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")

DETECTABLE = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "koi8_r", "koi8_u", "gb18030", "big5", "shift_jis", "euc_jp", "cp949", "iso2022_jp",
)  # fmt: skip
"""The encodings of the web. Left free, the detector finds EBCDIC and UTF-16 in short texts."""
LANGUAGES_OF = {
    "cp1250": ("Czech", "Polish", "Hungarian", "Slovak", "Slovene", "Croatian", "Romanian"),
    "cp1254": ("Turkish",),
    "cp1257": ("Lithuanian", "Latvian", "Estonian"),
    "cp1258": ("Vietnamese",),
}
"""charset-normalizer 3.4 gives cp1250 for German, French and English: believe these Latin code
pages only in their own languages, and read windows-1252 for the rest."""


class Decoded(NamedTuple):
    """A text, how it was decoded ("utf-16 (BOM)"), and what a reader should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def refuse_binary(payload: bytes) -> None:
    """Raise InputError where `payload` is no text: a known binary format, NULs, control bytes."""
    for signature, name in SIGNATURES:
        if payload.startswith(signature):
            raise InputError(f"is binary, {name}: save its text as .txt, .md or .html first")
    if _mark(payload):
        return
    if b"\x00" in payload:
        raise InputError(
            "is binary: it holds NUL bytes (if it is UTF-16 without a byte order mark, save it as"
            " UTF-8)"
        )
    controls_n = len(payload) - len(payload.translate(None, CONTROL_BYTES))
    if controls_n > MOST_CONTROL_BYTES * len(payload):
        raise InputError(f"is binary: {controls_n} of its {len(payload)} bytes are control bytes")


def decode_text(payload: bytes) -> Decoded:
    """Decode a text file: by byte order mark, then as UTF-8, then by detection; never with loss.

    Raise InputError, its message without a subject, where none of them fits.
    """
    if mark := _mark(payload):
        return _decode_marked(payload, *mark)
    return _as_utf_8(payload) or _detect(payload)


def decode_html(payload: bytes, media_type: str = "") -> Decoded:
    """Decode a page: by byte order mark, then as its server and it declare, then by detection.

    The server declares by the `charset` of `media_type`, and goes before the page (HTML Standard,
    13.2.3.2). Where neither does, UTF-8 goes before what is detected.

    A byte that does not fit the page's own declaration becomes U+FFFD, as browsers do, and is
    noted.
    """
    if mark := _mark(payload):
        return _decode_marked(payload, *mark)
    served = HTTP_CHARSET.search(media_type)
    if served and (encoding := encoding_of(served[1])):
        return _decode_declared(payload, encoding)
    declared = META_CHARSET.search(payload, 0, PRESCAN_BYTES) or XML_ENCODING.match(payload)
    label = declared[1].decode("ascii", "replace") if declared else ""
    encoding = encoding_of(label)
    if encoding:
        return _decode_declared(payload, encoding)
    decoded = _as_utf_8(payload) or _detect(payload)
    if label:
        decoded = decoded._replace(notes=(f"unknown charset {label!r} declared", *decoded.notes))
    return decoded


def _mark(payload: bytes) -> tuple[bytes, str] | None:
    return next(((m, name) for m, name in BYTE_ORDER_MARKS if payload.startswith(m)), None)


def _decode_marked(payload: bytes, mark: bytes, codec: str) -> Decoded:
    name = codec.removesuffix("-le").removesuffix("-be")
    try:
        text = payload[len(mark) :].decode(codec, "surrogatepass")
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        raise InputError(
            f"starts with the byte order mark of {name}, but byte {place} is not {name}:"
            " save it as UTF-8"
        ) from error
    return _without_surrogates(text, f"{name} (BOM)")


def _as_utf_8(payload: bytes) -> Decoded | None:
    try:
        return Decoded(payload.decode(), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return _without_surrogates(payload.decode("utf-8", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        return None


def _without_surrogates(text: str, encoding: str) -> Decoded:
    """Join paired surrogates (as CESU-8 writes them); the unpaired, and NULs, become U+FFFD."""
    notes: list[str] = []
    pairs = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    whole = re.sub("[\ud800-\udfff]", REPLACEMENT, pairs)
    if whole != pairs:
        notes.append("unpaired surrogates became U+FFFD")
    if "\x00" in whole:
        whole = whole.replace("\x00", REPLACEMENT)
        notes.append("NUL characters became U+FFFD")
    return Decoded(whole, encoding, tuple(notes))


def _decode_declared(payload: bytes, encoding: str) -> Decoded:
    codec = codec_of(encoding)
    name = encoding if encoding == "utf-8" else f"{encoding} (declared)"
    try:
        return Decoded(payload.decode(codec), name)
    except UnicodeDecodeError as error:
        text = payload.decode(codec, "replace")
        note = f"bytes that are not {encoding}, as declared, became U+FFFD (first: {error.start})"
        return Decoded(text, name, (note,))


def _detect(payload: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(payload, cp_isolation=list(DETECTABLE)).best()
    if best is None:
        raise InputError("cannot be decoded: neither UTF-8 nor anything known; save it as UTF-8")
    codec = best.encoding
    if best.language not in LANGUAGES_OF.get(codec, (best.language,)):
        codec = "cp1252"
    try:
        text = payload.decode(codec)
    except UnicodeDecodeError:
        codec, text = best.encoding, str(best)
    return Decoded(text, f"{encoding_of(codec.replace('_', '-'))} (detected)")
