import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiver.text.normalise import normalise

BLANKS = " \t\n\r\u00a0\u202f\u3000\u2003"
DROPPED = "\u200b\u2060\ufeff"
KEPT = "\u00ad\u200c\u200d\u200e\u200f\u202a“”‘’«»\"'–—-"
texts = st.text(
    st.one_of(st.characters(), st.sampled_from(BLANKS + DROPPED + KEPT + "e\u0301\u0327\u00b7가ᄀ"))
)


@given(texts)
@example("e\u200b\u0301")
@example(" \u0301")
@example("\u2000\u2001")
@example("a\ufeff\u00a0\u200b b")
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(texts)
def test_normal_text_is_storable_nfc_on_one_line_with_single_blanks(text: str) -> None:
    normal = normalise(text)

    assert unicodedata.is_normalized("NFC", normal)
    assert normal == " ".join(normal.split())
    assert not set(normal) & set(DROPPED + "\x00")
    normal.encode()


@given(texts)
def test_only_blanks_and_the_dropped_go(text: str) -> None:
    def kept(text: str) -> list[str]:
        unstorable = {"\x00"} | {chr(n) for n in range(0xD800, 0xE000)}
        shown = "".join("\ufffd" if c in unstorable else c for c in text if c not in DROPPED)
        return [c for c in unicodedata.normalize("NFC", shown) if not c.isspace()]

    assert kept(normalise(text)) == kept(text)


@pytest.mark.parametrize("character", KEPT, ids=lambda character: f"U+{ord(character):04X}")
def test_marks_that_carry_meaning_are_kept(character: str) -> None:
    assert normalise(f"a{character}b") == f"a{character}b"


def test_letters_are_composed_across_a_dropped_character() -> None:
    assert normalise("e\u200b\u0301") == "é"
