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
META = re.compile(rb"<!--.*?(?:-->|$)|<meta(?P<attributes>[\s/][^>]*)", re.IGNORECASE | re.DOTALL)
CHARSET = re.compile(rb"""(?:^|[\s/"'])charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
CONTENT_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
CONTENT_TYPE = re.compile(rb"""http-equiv\s*=\s*["']?\s*content-type""", re.IGNORECASE)
QUOTED_CONTENT = re.compile(rb"""content\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
LATE_BYTES = 500_000
"""How far a declaration is looked for where nothing else says: the longest heads have 300 kB."""
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


LATIN = frozenset((
    "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14",
    "iso-8859-15", "iso-8859-16", "windows-1250", "windows-1254", "windows-1257",
))  # fmt: skip
"""Read windows-1252 instead where all that is not ASCII is `WESTERN`."""
WESTERN = frozenset("äöüÄÖÜßéÉëËáÁíÍóÓúÚçÇîÎôÔâÂ“”‘’„‚–—…•£€§°©®«»·™\xa0")
"""Letters that the Latin encodings share, and marks that windows-1252 has: a few of them are too
little to tell encodings apart, and a pound is read as "Ł" or "Ģ" otherwise."""
OF_WINDOWS = {
    "iso-8859-2": "windows-1250",
    "iso-8859-5": "windows-1251",
    "iso-8859-7": "windows-1253",
    "iso-8859-8": "windows-1255",
    "iso-8859-6": "windows-1256",
    "iso-8859-13": "windows-1257",
    "iso-8859-15": "windows-1252",
}
"""What has printed characters at 0x80 to 0x9F, where ISO 8859 has controls that no page holds."""
C1 = re.compile(rb"[\x80-\x9f]")
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
LEAST_UTF_8 = 0.98
"""Of all bytes that are not ASCII: a page of UTF-8 with a broken character has more."""
LEAST_BROKEN = 3
"""Bytes: fewer may be strays of a page that is UTF-8."""


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
    label = _declared(payload, PRESCAN_BYTES)
    encoding = encoding_of(label)
    if encoding:
        return _decode_declared(payload, encoding)
    decoded = _as_utf_8(payload) or _late(payload) or _detect_page(payload)
    if label:
        decoded = decoded._replace(notes=(f"unknown charset {label!r} declared", *decoded.notes))
    return decoded


def _declared(payload: bytes, within: int) -> str:
    """Give the charset that a page's first bytes declare, "" where they do not.

    By its first `meta` that has one, outside comments, or its XML declaration. An element that
    starts `within` so many bytes is read to its end.
    """
    for found in META.finditer(payload[: 2 * within]):
        attributes = found["attributes"]
        if found.start() >= within:
            break
        if attributes is None:
            continue
        label = CHARSET.search(QUOTED_CONTENT.sub(b" ", attributes))
        if label is None and CONTENT_TYPE.search(attributes):
            label = CONTENT_CHARSET.search(attributes)
        if label:
            return label[1].decode("ascii", "replace")
    declared = XML_ENCODING.match(payload)
    return declared[1].decode("ascii", "replace") if declared else ""


def _late(payload: bytes) -> Decoded | None:
    """Decode by a declaration that stands later than browsers have to look."""
    encoding = encoding_of(_declared(payload, LATE_BYTES))
    return _decode_declared(payload, encoding) if encoding not in {"", "utf-8"} else None


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
        notes = [
            f"bytes that are not {encoding}, as declared, became U+FFFD (first: {error.start})"
        ]
        if encoding == "utf-8" and _is_windows_1252(payload):
            notes.append("it reads as windows-1252, not as utf-8")
        return Decoded(text, name, tuple(notes))


def _is_windows_1252(payload: bytes) -> bool:
    """Say whether bytes that are not UTF-8 are plainly windows-1252: no character is UTF-8."""
    if MULTIBYTE.search(payload) or len(payload) - _ascii_n(payload) < LEAST_BROKEN:
        return False
    return _detected(payload) == "windows-1252"


def _ascii_n(payload: bytes) -> int:
    return len(payload) - len(payload.translate(None, bytes(range(0x80))))


def _detect_page(payload: bytes) -> Decoded:
    """Decode a page that nothing declares, by what its bytes look like; windows-1252 at last.

    uchardet, in resiliparse, was right for 26 of 28 short texts in 14 encodings and for 26 long
    ones, charset-normalizer for 22; the Latin ones of few letters go to windows-1252.
    """
    other_n = len(payload) - _ascii_n(payload)
    utf_8_n = sum(len(found[0]) for found in MULTIBYTE.finditer(payload))
    if utf_8_n >= LEAST_UTF_8 * other_n:
        note = "bytes that are not utf-8 became U+FFFD"
        return Decoded(payload.decode("utf-8", "replace"), "utf-8 (detected)", (note,))
    encoding = _detected(payload)
    try:
        return Decoded(payload.decode(codec_of(encoding)), f"{encoding} (detected)")
    except UnicodeDecodeError as error:
        text = payload.decode(codec_of(encoding), "replace")
        note = f"bytes that are not {encoding}, as detected, became U+FFFD (first: {error.start})"
        return Decoded(text, f"{encoding} (detected)", (note,))


def _detected(payload: bytes) -> str:
    """Give the encoding that bytes look like, a name of ours; windows-1252 where nothing fits."""
    from resiliparse.parse.encoding import detect_encoding

    found = detect_encoding(payload, html5_compatible=False) or ""
    encoding = encoding_of(found) or encoding_of(found.replace("_", "-"))
    if encoding in {"", "utf-8"}:
        return "windows-1252"
    if encoding in LATIN:
        western = payload.translate(None, bytes(range(0x80))).decode("cp1252", "replace")
        if WESTERN.issuperset(western):
            return "windows-1252"
    return OF_WINDOWS.get(encoding, encoding) if C1.search(payload) else encoding


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
