"""How a page is decoded: which declaration counts, and what is detected where there is none."""

import time

import pytest

from archiver.text.decode import decode_html

ACCENTED = "Größe, naïve café, “quoted” – £5"


@pytest.mark.parametrize(
    ("media_type", "page", "codec", "encoding"),
    [
        ("text/html; charset=utf-8", '<meta charset="koi8-r">', "utf-8", "utf-8"),
        ("text/html;charset=ISO-8859-1", '<meta charset="utf-8">', "cp1252", "windows-1252"),
        ('text/html; charset="windows-1252"', "", "cp1252", "windows-1252"),
        ("text/html; charset=rot13", '<meta charset="latin1">', "cp1252", "windows-1252"),
        ("text/html", '<meta charset="latin1">', "cp1252", "windows-1252"),
        (
            "text/html",
            '<meta content="text/html; charset=iso-8859-1" http-equiv="Content-Type">',
            "cp1252",
            "windows-1252",
        ),
        ("", "<?xml version='1.0' encoding='windows-1252'?>", "cp1252", "windows-1252"),
        ("", "<META CHARSET = ' Latin1 '>", "cp1252", "windows-1252"),
    ],
)
def test_the_server_goes_before_the_page(
    media_type: str, page: str, codec: str, encoding: str
) -> None:
    decoded = decode_html((page + ACCENTED).encode(codec), media_type)

    assert decoded.text.endswith(ACCENTED)
    assert decoded.encoding.removesuffix(" (declared)") == encoding


def test_the_byte_order_mark_goes_before_the_server() -> None:
    payload = f"<meta charset=koi8-r>{ACCENTED}".encode("utf-8-sig")

    decoded = decode_html(payload, "text/html; charset=windows-1252")

    assert decoded.text.endswith(ACCENTED)
    assert decoded.encoding == "utf-8 (BOM)"


@pytest.mark.parametrize(
    "other",
    [
        '<!-- <meta charset="koi8-r"> -->',
        '<meta name="description" content="what charset=koi8-r means">',
        '<meta name="x" data-charset="koi8-r">',
        '<metadata charset="koi8-r"></metadata>',
    ],
)
def test_what_only_looks_like_a_declaration_is_none(other: str) -> None:
    page = f'<head>{other}<meta charset="windows-1252">{ACCENTED}'.encode("cp1252")

    assert decode_html(page).text.endswith(ACCENTED)


@pytest.mark.parametrize("ahead", range(980, 1030, 7))
def test_a_declaration_across_the_first_1024_bytes_is_read_to_its_end(ahead: int) -> None:
    start = "<!-- " + "x" * (ahead - 9) + " -->"
    page = f'{start}<meta charset="utf-8"><p>{ACCENTED}'.encode()

    decoded = decode_html(page)

    assert (decoded.text[-len(ACCENTED) :], decoded.notes) == (ACCENTED, ())


def test_a_late_declaration_counts_where_nothing_else_says() -> None:
    style = "<style>" + "p{margin:0}" * 5_000 + "</style>"
    text = "Привет, мир"
    late = f'<head>{style}<meta charset="koi8-r"><p>{text}'

    assert decode_html(late.encode("koi8-r")).encoding == "koi8-r (declared)"
    assert decode_html(late.encode()).text.endswith(text)


def test_a_page_that_declares_utf_8_and_is_windows_1252_is_noted() -> None:
    page = f"<meta charset=utf-8><p>{ACCENTED}".encode("cp1252")

    decoded = decode_html(page)

    assert "\ufffd" in decoded.text
    assert decoded.notes[1:] == ("it reads as windows-1252, not as utf-8",)


def test_a_page_of_utf_8_with_a_broken_character_is_not_called_windows_1252() -> None:
    broken = ("<meta charset=utf-8><p>" + "Größe über alles " * 50).encode() + b"\xe9\xe9\xe9"

    assert len(decode_html(broken).notes) == 1


def test_a_page_of_utf_8_that_does_not_say_so_may_have_a_broken_character() -> None:
    broken = ("<p>" + "Größe über alles " * 50).encode() + b"\xc3 end"

    decoded = decode_html(broken)

    assert decoded.text.startswith("<p>Größe über alles")
    assert decoded.text.endswith("\ufffd end")
    assert decoded.notes == ("bytes that are not utf-8 became U+FFFD",)


TEXTS = [
    ("cp1252", "Die Straße nach Süden war wegen Überflutung gesperrt, so die Behörde."),
    ("cp1252", "Le ministre a déclaré mardi que la réforme serait présentée à l’été."),
    ("cp1252", "El presidente anunció el miércoles que la reforma entrará en vigor."),
    ("cp1252", "“It’s a café,” she said – and paid £5."),
    ("cp1252", "The fee is £5."),
    ("cp1252", "© 2024 Die Süddeutsche"),
    ("cp1252", "A €5 deal • “done”"),
    ("iso8859-2", "Příliš žluťoučký kůň úpěl, i když řekl málo."),
    ("cp1250", "Příliš žluťoučký kůň úpěl"),
    ("cp1250", "Vláda v pondělí schválila nový zákon o daních, řekl mluvčí Žák."),
    ("cp1250", "Rząd przyjął we wtorek projekt ustawy o służbie zdrowia i oświacie."),
    ("iso8859-2", "Rząd przyjął we wtorek projekt ustawy o służbie zdrowia i oświacie."),
    ("cp1251", "Президент заявил во вторник, что переговоры будут продолжены."),
    ("koi8_r", "Президент заявил во вторник, что переговоры будут продолжены."),
    ("cp1253", "Ο πρωθυπουργός δήλωσε την Τρίτη ότι η μεταρρύθμιση θα παρουσιαστεί."),
    ("cp1254", "Başbakan salı günü yaptığı açıklamada reformun sunulacağını söyledi."),
    ("cp1255", "ראש הממשלה אמר ביום שלישי כי הרפורמה תוצג בקיץ."),
    ("cp1256", "قال رئيس الوزراء يوم الثلاثاء إن الإصلاح سيعرض في الصيف."),
    ("gb18030", "外交部发言人星期二表示，双方同意继续对话，并保持高层往来。"),
    ("big5", "外交部發言人星期二表示，雙方同意繼續對話，並保持高層往來。"),
    ("shift_jis", "首相は火曜日、改革案を夏に提出すると述べた。"),
    ("euc_jp", "首相は火曜日、改革案を夏に提出すると述べた。"),
    ("cp949", "총리는 화요일에 개혁안을 여름에 제출하겠다고 밝혔다."),
    ("cp874", "นายกรัฐมนตรีกล่าวเมื่อวันอังคารว่าจะเสนอแผนปฏิรูป"),
]


@pytest.mark.parametrize(("codec", "text"), TEXTS)
@pytest.mark.parametrize("times", [1, 60])
def test_the_encoding_of_a_page_that_declares_none_is_detected(
    codec: str, text: str, times: int
) -> None:
    page = f'<html><head><title>News</title></head><body class="a">{f"<p>{text}" * times}</body>'

    decoded = decode_html(page.encode(codec))

    assert decoded.text == page
    assert decoded.encoding.endswith("(detected)")


@pytest.mark.parametrize(
    "payload",
    [
        bytes(range(0x80, 0x100)) * 100,
        b"\x81\x8d\x8f\x90\x9d" * 1_000,
        b"<p>" + b"\xff\xfe" * 10_000,
        b"<!--" * 100_000 + b"\xe9",
        b"<meta " * 100_000 + b"\xe9",
        b"<meta charset=" * 50_000 + b"\xe9",
        b'<meta content="' * 50_000 + b"\xe9",
        b"<meta" + b" a=b" * 300_000 + b"\xe9",
    ],
)
def test_any_bytes_are_decoded_in_time_and_always_alike(payload: bytes) -> None:
    started = time.process_time()

    first, second = decode_html(payload), decode_html(payload)

    assert first == second
    assert time.process_time() - started < 4
