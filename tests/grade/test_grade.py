"""Grades, by field and kind of block."""

import pytest

from archiver.diff import diff
from archiver.grade import judged
from archiver.grade.passages import passages as passages_of
from archiver.model import Block, Caption, Document


def grades(old: Document, new: Document) -> list[tuple[str, str, str]]:
    return [
        (change.grade, change.old, change.new)
        for change in judged(diff(old, new), old, new).changes
    ]


def document(*texts: str, **fields: str) -> Document:
    blocks = tuple(Block("paragraph", text) for text in texts)
    return Document(extractor="test/1", blocks=blocks, **fields)  # type: ignore[arg-type]


LONG = "The harbour board met again on Monday to speak about the very long list of repairs."


def test_fields_have_grades_of_their_own() -> None:
    old = document(LONG, headline="One", byline="By A", claimed_modified="May 1")
    new = document(LONG, headline="Two", byline="By B", claimed_modified="May 2")

    assert [grade for grade, _, _ in grades(old, new)] == ["headline", "byline", "timestamp"]


def test_a_block_that_came_or_went_is_a_paragraph_or_a_correction() -> None:
    old = document(LONG, "Nobody on the quay had asked for any of it.")
    new = document(LONG, "Correction, March 9: an earlier version gave the wrong day.")

    assert {grade for grade, _, _ in grades(old, new)} == {"paragraph", "correction"}


def test_a_word_taken_out_of_a_block_is_wording_whatever_went_before_it() -> None:
    old = document("Alpha stays as it was, says the board.", "This one goes whole.", LONG)
    new = document("Alpha stays as it was, says the board.", LONG.replace("very ", ""))

    assert grades(old, new) == [
        ("paragraph", "This one goes whole.", ""),
        ("wording", "very", ""),
    ]


def test_what_is_left_of_a_paragraph_that_moved_into_another_has_its_own_grade() -> None:
    moved = "The pilot boat waits outside until the tide turns in the evening."
    old = document(LONG, f"{moved} It costs 5 crowns.", "The end of it was told by others.")
    new = document(f"{LONG} {moved}", "The end of it was told by others.")

    left = [row for row in grades(old, new) if row[0] != "structure"]
    assert left == [("number", "It costs 5 crowns.", "")]


def test_a_paragraph_that_went_but_for_a_sentence_is_a_paragraph() -> None:
    moved = "The pilot boat waits outside until the tide turns in the evening."
    more = "It costs 5 crowns, which is what the towns up the coast have paid for years."
    rest = "The end of it was told by others, who had been there and had seen it all."
    old = document(f"{more} {moved}", rest, LONG)
    new = document(rest, f"{LONG} {moved}")

    left = [row for row in grades(old, new) if row[0] != "structure"]
    assert left == [("paragraph", more, "")]


def test_the_second_of_two_equal_changes_is_judged_where_it_stands() -> None:
    old = document("He said “ no ” and then, 4 - 2, the game “ no ” was over for them at last.")
    new = document("He said “no” and then, 4 - 2, the game “no” was over for them at last.")
    passages = list(passages_of(diff(old, new), old, new, "en"))

    assert [one.now for one in passages] == [(8, 12), (39, 43)]


def test_a_moved_paragraph_is_structure() -> None:
    rest = [f"Paragraph {n} says what the others of its kind have never said." for n in range(4)]

    assert [grade for grade, _, _ in grades(document(LONG, *rest), document(*rest, LONG))] == [
        "structure"
    ]


@pytest.mark.parametrize(
    ("captions", "old", "new", "expected"),
    [
        (
            ("Correction: he had a {} cat.", "She had a {} cat then."),
            "good",
            "bad",
            ["correction", "wording"],
        ),
        (
            ("He had a {} cat in it.", "She called it “a {} cat” in it."),
            "good",
            "bad",
            ["wording", "quotation"],
        ),
        (
            ("Some 5 boats there on {} May", "About {} boats on the river"),
            "3",
            "4",
            ["date", "number"],
        ),
    ],
)
def test_a_change_of_a_caption_is_judged_by_that_caption(
    captions: tuple[str, ...], old: str, new: str, expected: list[str]
) -> None:
    before, after = (
        Document(
            extractor="test/1",
            language="en",
            captions=tuple(Caption(text.format(word)) for text in captions),
        )
        for word in (old, new)
    )

    assert [grade for grade, _, _ in grades(before, after)] == expected


def test_a_merge_is_structure_and_the_edit_in_it_a_change_of_its_own() -> None:
    second = "Nobody on the quay had asked for any of it in the spring of 2018."
    old, new = document(LONG, second), document(f"{LONG} {second.replace('2018', '2019')}")

    assert [(grade, was) for grade, was, _ in grades(old, new)] == [
        ("structure", f"{LONG}\n{second}"),
        ("date", "2018"),
    ]


def test_what_was_put_into_a_sentence_that_became_a_paragraph_is_no_paragraph() -> None:
    sentence = "A survey of 212 members found that most of them would rather pay more than walk"
    other = "Nobody on the quay had asked for any of it, said the master of the ferry."
    old = document(f"{LONG} {sentence}.", other)
    new = document(LONG, other, f"{sentence}, the club said.")

    assert grades(old, new) == [
        ("structure", f"{sentence}.", f"{sentence}, the club said."),
        ("wording", "", ", the club said"),
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Correction: it was June.", True),
        ("CLARIFICATION (March 3): it was June.", True),
        ("Editor’s note: it was June.", True),
        ("更正（4月8日）：应为21%。", True),
        ("Berichtigung vom 3. Mai: Es war Juni.", True),
        ("Fe de errores: era junio.", True),
        ("Correction of the course took a year.", False),
        ("He asked for a correction: none came.", False),
    ],
)
def test_a_notice_is_known_by_how_it_begins(text: str, is_one: bool) -> None:
    shown = grades(document(LONG), document(LONG, text))

    assert [grade for grade, _, _ in shown] == ["correction" if is_one else "paragraph"]


def test_an_updated_line_that_joins_the_line_of_dates_announces() -> None:
    old = document(LONG, "Published 12 May 2025")
    new = document(LONG.replace("very ", ""), "Published 12 May 2025 · Updated 26 May 2025")

    found = judged(diff(old, new), old, new)

    assert [change.grade for change in found.changes] == ["wording", "timestamp"]
    assert found.disclosed is True
