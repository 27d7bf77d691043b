"""How text is cut into tokens."""

import pytest

from archiver.diff.tokens import is_word, tokens


def words_of(text: str) -> list[str]:
    return [token for token in tokens(text) if not token.isspace()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don’t O'Brien’s", ["don’t", "O'Brien’s"]),
        ("the US’ own", ["the", "US", "’", "own"]),
        ("US-led", ["US", "-", "led"]),
        ("“Yes,”", ["“", "Yes", ",", "”"]),
        ("1,234.5 at 10:30", ["1,234.5", "at", "10:30"]),
        ("$3.5bn, 10%", ["$", "3.5bn", ",", "10", "%"]),
        ("10/11/2023.", ["10/11/2023", "."]),
        ("the U.S. and e.g. him", ["the", "U.S", ".", "and", "e.g", ".", "him"]),
        ("ended.Then", ["ended", ".", "Then"]),
        ("Aug.1", ["Aug.1"]),
    ],
)
def test_european_text_is_cut_at_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("प्रधानमंत्री", id="Hindi vowel signs"),
        pytest.param("क्\u200dष", id="Hindi with a joiner"),
        pytest.param("cafe\u0301", id="decomposed accent"),
        pytest.param("می\u200cخواهم", id="Persian with a non-joiner"),
        pytest.param("مُحَمَّد", id="Arabic with vowel marks"),
        pytest.param("co\u00adoperate", id="soft hyphen"),
        pytest.param("צה״ל", id="Hebrew gershayim"),
        pytest.param("대통령은", id="Korean"),
        pytest.param("👨\u200d👩\u200d👧", id="family"),
        pytest.param("👍🏽", id="skin tone"),
        pytest.param("🇩🇪", id="flag"),
        pytest.param("1\ufe0f\u20e3", id="keycap"),
        pytest.param("❤\ufe0f", id="variation"),
    ],
)
def test_what_a_reader_sees_as_one_stays_one_token(word: str) -> None:
    assert words_of(f"{word} x {word}") == [word, "x", word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国会2018年", ["国", "会", "2018", "年"]),
        ("コーヒーを", ["コ", "ー", "ヒ", "ー", "を"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("ກໍ່ດີ", ["ກໍ່", "ດີ"]),
        ("ភាសា", ["ភា", "សា"]),
        ("မြန်မာ", ["မြ", "န်", "မာ"]),
    ],
)
def test_scripts_without_spaces_give_a_token_a_character(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_blanks_and_line_feeds_are_tokens() -> None:
    assert tokens("a  b\n\n c") == ["a", "  ", "b", "\n", "\n", " ", "c"]


@pytest.mark.parametrize("token", ["a", "3.5bn", "‘90s"[1:], "字", "١٢", "é"])
def test_a_word_holds_a_letter_or_a_digit(token: str) -> None:
    assert is_word(token)


@pytest.mark.parametrize("token", ["—", "”", "\n", " ", "$", "👍🏽"])
def test_a_sign_is_no_word(token: str) -> None:
    assert not is_word(token)
