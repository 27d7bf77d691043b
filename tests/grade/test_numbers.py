"""Numbers by value: their measures, and texts that no one would write."""

import pytest

from archiver.grade.dates import dates
from archiver.grade.items import Span
from archiver.grade.numbers import numbers


def keys(text: str, language: str) -> list[str]:
    taken = [Span(item.start, item.end) for item in dates(text, language)]
    return [item.key for item in numbers(text, language, taken)]


def test_a_measure_is_an_item_beside_its_number() -> None:
    assert keys("five to 10 miles", "en") == ["5", "10", "10 mi"]


def test_a_currency_is_a_part_of_its_number() -> None:
    assert keys("价值5000美元，三十亿欧元", "zh") == ["$5000", "€3000000000"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("9.30am", "en"), ("9:30 a.m.", "en"), ("9:30 a. m.", "es")],
)
def test_a_clock_time_has_one_spelling(text: str, language: str) -> None:
    assert keys(text, language) == ["9:30", "9:30 am"]


def test_german_hundreds_and_thousands_are_read_in_one_word() -> None:
    assert keys("zweitausenddreihundertvierundfünfzig Leute", "de") == ["2354"]


def test_a_word_with_a_numeral_is_no_number() -> None:
    assert keys("万一十分，千万别去百度，第一时间环顾四周", "zh") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("1/0 million, 0/0 bn, 1/00k, €5/0m", "en"), ("3/0 Millionen", "de"), ("共1/0万人", "zh")],
)
def test_a_fraction_with_nothing_below_the_line_is_read_as_it_is_written(
    text: str, language: str
) -> None:
    found = keys(text, language)
    assert found
    assert all("/0" in key for key in found)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("two and a half years", "en", ["5/2", "5/2 y"]),
        ("quatre ans et demi", "fr", ["9/2", "9/2 y"]),
        ("4 millones y medio de euros", "es", ["€4500000"]),
        ("三个半小时", "zh", ["7/2"]),
        ("a las siete menos cuarto", "es", ["6:45"]),
        ("at quarter to 1/0", "en", ["1/4", "1/0"]),
    ],
)
def test_a_half_is_read_with_its_number(text: str, language: str, found: list[str]) -> None:
    assert [key for key in keys(text, language) if not key.endswith(" h")] == found


@pytest.mark.parametrize(
    "text",
    ["un medio", "tres y medio mundo", "el tercero y cuarto", "medio ambiente y media tarde"],
)
def test_a_half_that_is_of_no_number_is_none(text: str) -> None:
    assert not any("/" in key or ":" in key for key in keys(text, "es"))


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_a_number_too_long_to_reckon_with_is_read_as_it_is_written(language: str) -> None:
    assert keys("5" * 5_000, language) == ["5" * 5_000]


@pytest.mark.parametrize(
    ("piece", "language", "lengths"),
    [
        ("千万", "zh", [10_000]),
        ("一", "zh", [5_000]),
        ("hundred ", "en", [39_999]),
        ("hundert", "de", []),
        ("千万", "en", []),
    ],
)
def test_words_for_a_number_without_end_are_one_key_as_they_are_written(
    piece: str, language: str, lengths: list[int]
) -> None:
    assert [len(key) for key in keys(piece * 5_000, language)] == lengths


@pytest.mark.parametrize(("day", "key"), [("二一", "day 21"), ("二十一", "day 21")])
def test_a_day_in_chinese_figures_is_read_sign_by_sign_too(day: str, key: str) -> None:
    assert [item.key for item in dates(f"会议将在{day}日开始", "zh")] == [key]
