import pytest

from archiver.errors import InputError
from archiver.text.charsets import LABELS, codec_of, encoding_of
from archiver.text.decode import decode_html, decode_text, refuse_binary

GERMAN = "Größe und Übermut tun selten gut. Die Straße nach Süden war wegen Überflutung gesperrt."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Vláda v pondělí schválila nový zákon o daních."
RUSSIAN = "Президент заявил во вторник, что переговоры между странами будут продолжены."
CHINESE = "外交部发言人星期二表示，双方同意继续对话，并保持高层往来。"


@pytest.mark.parametrize(
    ("payload", "encoding"),
    [
        ("café".encode(), "utf-8"),
        ("café".encode("utf-8-sig"), "utf-8 (BOM)"),
        ("café".encode("utf-16"), "utf-16 (BOM)"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "utf-16 (BOM)"),
        ("café".encode("utf-32"), "utf-32 (BOM)"),
        ("café".encode("cp1252"), "windows-1252 (detected)"),
    ],
)
def test_a_text_says_how_it_was_decoded(payload: bytes, encoding: str) -> None:
    decoded = decode_text(payload)

    assert (decoded.text, decoded.encoding, decoded.notes) == ("café", encoding, ())


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (GERMAN, "cp1252", "windows-1252"),
        ("It’s a “test” – naïve café.", "cp1252", "windows-1252"),
        (CZECH, "cp1250", "windows-1250"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_a_text_that_is_not_utf_8_is_detected(text: str, codec: str, encoding: str) -> None:
    decoded = decode_text(text.encode(codec))

    assert decoded.text == text
    assert decoded.encoding == f"{encoding} (detected)"


def test_unpaired_surrogates_become_replacement_characters_and_are_noted() -> None:
    decoded = decode_text(b"\xff\xfe" + b"a\x00" + b"\x00\xd8" + b"b\x00")

    assert decoded.text == "a\ufffdb"
    assert decoded.notes == ("unpaired surrogates became U+FFFD",)


def test_surrogates_written_as_utf_8_are_joined_in_pairs() -> None:
    decoded = decode_text("\ud83d\ude00 \ud83d".encode("utf-8", "surrogatepass"))

    assert decoded.text == "\U0001f600 \ufffd"


def test_bytes_that_belie_their_byte_order_mark_are_refused() -> None:
    with pytest.raises(InputError, match=r"byte order mark of utf-16, but byte 4"):
        decode_text(b"\xff\xfea\x00b")


@pytest.mark.parametrize(
    ("payload", "found"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04\x14", "zip"),
        (b"text\x00text", "NUL bytes"),
        (bytes(range(1, 256)), "control bytes"),
    ],
)
def test_binary_bytes_are_refused_by_what_they_are(payload: bytes, found: str) -> None:
    with pytest.raises(InputError, match=f"is binary.*{found}"):
        refuse_binary(payload)


def test_utf_16_with_its_mark_is_no_binary_file() -> None:
    refuse_binary("plain words".encode("utf-16"))


def test_a_page_is_read_as_it_declares() -> None:
    page = f'<html><head><meta charset="gb2312"></head>{CHINESE}'.encode("gb18030")

    decoded = decode_html(page)

    assert CHINESE in decoded.text
    assert (decoded.encoding, decoded.notes) == ("gb18030 (declared)", ())


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    page = b'<META http-equiv=Content-Type content="text/html; charset=ISO-8859-1">\x93hi\x94'

    assert decode_html(page).text.endswith("“hi”")


def test_bytes_unlike_their_declaration_are_replaced_and_noted() -> None:
    decoded = decode_html(b"<meta charset=utf-8><p>caf\xe9</p>")

    assert "caf\ufffd</p>" in decoded.text
    assert decoded.notes == ("bytes that are not utf-8, as declared, became U+FFFD (first: 26)",)


def test_an_unknown_charset_is_noted_and_utf_8_tried() -> None:
    decoded = decode_html("<meta charset=rot13><p>café".encode())

    assert decoded.text.endswith("café")
    assert decoded.notes == ("unknown charset 'rot13' declared",)


def test_every_label_has_a_codec_and_one_encoding() -> None:
    labels = [label for spelled in LABELS.values() for label in spelled.split()]

    assert len(labels) == len(set(labels))
    assert all("a".encode(codec_of(encoding_of(label))) == b"a" for label in labels)
