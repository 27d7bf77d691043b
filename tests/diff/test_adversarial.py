"""Inputs made to be slow or to break: they end, and both sides come back."""

import random
from collections.abc import Callable

import pytest

from archiver.diff import changes, diff, new_text, old_text, pieces
from archiver.model import Block, Document


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311, the same texts in every run


def chosen(seed: int, n: int, vocabulary: int) -> str:
    chance = seeded(seed)
    return " ".join(f"w{int(vocabulary ** chance.random())}" for _ in range(n))


def edited(text: str, share: float) -> str:
    chance = seeded(3)
    return " ".join("new" if chance.random() < share else word for word in text.split(" "))


def shuffled(lines: list[str]) -> list[str]:
    return seeded(5).sample(lines, len(lines))


ODD = (
    ("a" + "\u0301" * 5_000, "a" + "\u0301" * 4_999),
    ("\u200d".join("👩" * 3_000), "\u200d".join("👩" * 2_999)),
    ("👍🏽🇩🇪" * 2_000, "👍🏽🇩🇪" * 1_999 + "🇫🇷"),
    ("\x00".join("ab" * 500), "\x00".join("ba" * 500)),
    ("x" * 200_000, "x" * 199_999 + "y"),
    (".,;!" * 3_000, "!;,." * 3_000),
    ("\u2028".join("ab" * 99), "\u2028".join("ac" * 99)),
)

LONG = chosen(1, 40_000, 9_000)
CASES: dict[str, Callable[[], tuple[list[str], list[str]]]] = {
    "one long paragraph, few words changed": lambda: ([LONG], [edited(LONG, 0.01)]),
    "one long paragraph, half the words changed": lambda: ([LONG], [edited(LONG, 0.5)]),
    "two long paragraphs with nothing to do with each other": lambda: (
        [chosen(1, 15_000, 5_000)],
        [chosen(2, 15_000, 5_000)],
    ),
    "one word over and over": lambda: (["w " * 9_000 + "w"], ["w " * 11_000 + "w"]),
    "two words in any order": lambda: ([chosen(1, 20_000, 3)], [chosen(2, 20_000, 3)]),
    "two words in turn": lambda: (["a b " * 9_000 + "a"], ["b a " * 9_000 + "b"]),
    "words in reverse": lambda: ([LONG], [" ".join(reversed(LONG.split(" ")))]),
    "disjoint": lambda: (["a b c " * 5_000 + "a"], ["d e f " * 5_000 + "d"]),
    "paragraphs shuffled": lambda: (
        [f"Paragraph number {k} of them." for k in range(2_000)],
        shuffled([f"Paragraph number {k} of them." for k in range(2_000)]),
    ),
    "empty blocks": lambda: ([""] * 20_000, [""] * 20_001),
    "equal lines with one new among them": lambda: (
        ["Read more"] * 20_000,
        ["Read more"] * 9_999 + ["Read less"] + ["Read more"] * 10_000,
    ),
    "nothing to something": lambda: ([], [LONG]),
    "something to nothing": lambda: ([LONG], []),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_hard_input_comes_back_to_the_character(
    case: Callable[[], tuple[list[str], list[str]]],
) -> None:
    assert_comes_back(*case())


@pytest.mark.parametrize(("old", "new"), ODD)
def test_odd_characters_come_back(old: str, new: str) -> None:
    assert_comes_back([old], [new])


def assert_comes_back(old_texts: list[str], new_texts: list[str]) -> None:
    old, new = (
        Document(extractor="test", blocks=tuple(Block("paragraph", text) for text in texts))
        for texts in (old_texts, new_texts)
    )
    found = diff(old, new)
    by_old = sorted((edit for edit in found.blocks if edit.old), key=lambda edit: edit.old)

    was = [old_text(pieces(edit, old, new)) for edit in by_old]
    now = [new_text(pieces(edit, old, new)) for edit in found.blocks if edit.new]
    assert "\n".join(was) == "\n".join(old_texts)
    assert "\n".join(now) == "\n".join(new_texts)
    assert changes(found, old, new)
