"""Changes: one row each, with texts that say something."""

import pytest

from archiver.diff import changes, diff
from archiver.model import Block, Change, Document


def document(*texts: str) -> Document:
    return Document(extractor="test", blocks=tuple(Block("paragraph", text) for text in texts))


def between(old: str, new: str) -> tuple[Change, ...]:
    one, two = document(old), document(new)
    return changes(diff(one, two), one, two)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a rise of 10 % in May", "a rise of 10% in May", [("replace", "10 %", "10%")]),
        ("he said “ no ” twice", "he said “no” twice", [("replace", "“ no ”", "“no”")]),
        ("On May 19, she spoke", "On June 19, she spoke", [("replace", "May", "June")]),
        ("it was that that they saw", "it was that they saw", [("delete", "that", "")]),
        ("they left early", "they left very early", [("insert", "", "very")]),
        ("It has been so", "They have been so", [("replace", "It has", "They have")]),
        ("a 'yes' to all", "a ‘yes’ to all", [("replace", "'", "‘"), ("replace", "'", "’")]),
        (
            "the re-iterated claim",
            "the reiterated claim",
            [("replace", "re-iterated", "reiterated")],
        ),
        ("我们不能说", "我们说", [("delete", "不能", "")]),
    ],
)
def test_a_change_has_the_words_of_both_sides(
    old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    found = between(old, new)

    assert [(change.kind, change.old, change.new) for change in found] == expected


def test_a_change_counts_words_not_signs() -> None:
    (change,) = between("we saw fifty, or sixty, geese", "we saw some geese")

    assert (change.removed_n, change.inserted_n) == (3, 1)


def test_a_change_of_blanks_alone_counts_no_words() -> None:
    (change,) = between("a rise of 10 % in May", "a rise of 10% in May")

    assert (change.removed_n, change.inserted_n) == (0, 0)


def test_a_change_names_its_block_in_the_new_document() -> None:
    old = document("The first paragraph stays.", "The second one was said on May 1.")
    new = document("A new one.", *[block.text.replace("May", "June") for block in old.blocks])

    found = changes(diff(old, new), old, new)

    assert [(change.kind, change.block) for change in found] == [("insert", 0), ("replace", 2)]


def test_a_deleted_block_is_named_by_its_place_in_the_old_document() -> None:
    old, new = (
        document("The first stays here.", "This one goes."),
        document("The first stays here."),
    )

    (change,) = changes(diff(old, new), old, new)

    assert (change.kind, change.old, change.new, change.block) == (
        "delete",
        "This one goes.",
        "",
        1,
    )


def test_a_change_of_the_body_says_so() -> None:
    (change,) = between("one two three", "one two four")

    assert change.field == "body"
