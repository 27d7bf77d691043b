"""What a diff says of small documents, as a reader would put it."""

import os
import subprocess
import sys

import pytest

from archiver.diff import changes, diff, new_text, old_text, pieces, words
from archiver.model import Block, BlockKind, Document

FOX = "The quick brown fox jumped over the lazy dog near the river bank on Monday morning."
CAT = "Officials said the committee would publish its findings before the end of the year."
RAIN = "Heavy rain is expected across northern counties, forecasters warned in a bulletin."


def document(*texts: str, kind: BlockKind = "paragraph") -> Document:
    return Document(extractor="test", blocks=tuple(Block(kind, text) for text in texts))


def shown(old: Document, new: Document) -> list[str]:
    """Each entry that is not equal: its kind and places, and its text as wdiff marks it."""
    lines = []
    for edit in diff(old, new).blocks:
        if edit.kind == "equal":
            continue
        marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
        text = "".join(marks[tag].format(text) for tag, text in pieces(edit, old, new))
        lines.append(f"{edit.kind} {[*edit.old]} {[*edit.new]} {text}")
    return lines


def test_a_document_does_not_differ_from_itself() -> None:
    one = document(FOX, CAT, FOX)

    assert shown(one, one) == []
    assert changes(diff(one, one), one, one) == ()


def test_a_changed_word_is_marked_alone() -> None:
    old, new = document(FOX, "Of 50 people."), document(FOX, "Of 150 people.")

    assert shown(old, new) == ["edited [1] [1] Of [-50-]{+150+} people."]


def test_a_hyphenated_word_changes_in_one_part() -> None:
    assert shown(document("A US-led plan."), document("A UK-led plan.")) == [
        "edited [0] [0] A [-US-]{+UK+}-led plan."
    ]


def test_an_inserted_sentence_is_marked_whole() -> None:
    old = document("He left. He said nothing. It rained.")
    new = document("He left. He said he was ill. He said nothing. It rained.")

    assert shown(old, new) == [
        "edited [0] [0] He left. {+He said he was ill. +}He said nothing. It rained."
    ]


def test_a_rewritten_clause_does_not_hang_on_its_small_words() -> None:
    old = document(f"{FOX} Ministers have refused the request of campaigners for documents.")
    new = document(f"{FOX} Nobody answered when reporters phoned the headquarters yesterday.")

    gone = "[-Ministers have refused the request of campaigners for documents-]"
    come = "{+Nobody answered when reporters phoned the headquarters yesterday+}"
    assert shown(old, new) == [f"edited [0] [0] {FOX} {gone}{come}."]


def test_blocks_come_and_go_whole() -> None:
    assert shown(document(FOX, CAT), document(RAIN, CAT)) == [
        f"deleted [0] [] [-{FOX}-]",
        f"inserted [] [0] {{+{RAIN}+}}",
    ]


def test_unrelated_blocks_between_rewritten_ones_are_not_paired() -> None:
    old = document("Alpha one two three four.", FOX, "Omega one two three four.")
    new = document("Alpha one two three five.", RAIN, "Omega one two three five.")

    assert [line.split(" ")[0] for line in shown(old, new)] == [
        "edited",
        "deleted",
        "inserted",
        "edited",
    ]


def test_a_split_paragraph_is_one_entry_and_one_change() -> None:
    old, new = document(RAIN, f"{FOX} {CAT}"), document(RAIN, FOX, CAT)

    found = changes(diff(old, new), old, new)

    assert shown(old, new) == [f"split [1] [1, 2] {FOX}[- -]{{+\n+}}{CAT}"]
    assert [(change.kind, change.old, change.new, change.block) for change in found] == [
        ("split", f"{FOX} {CAT}", f"{FOX}\n{CAT}", 1)
    ]
    assert (found[0].removed_n, found[0].inserted_n) == (0, 0)


def test_merged_paragraphs_are_one_entry_and_one_change() -> None:
    old, new = document(FOX, CAT), document(f"{FOX} {CAT}")

    found = changes(diff(old, new), old, new)

    assert shown(old, new) == [f"merged [0, 1] [0] {FOX}[-\n-]{{+ +}}{CAT}"]
    assert [(change.kind, change.old, change.new) for change in found] == [
        ("merge", f"{FOX}\n{CAT}", f"{FOX} {CAT}")
    ]


def test_each_break_of_a_split_in_three_is_a_change_of_its_own() -> None:
    old, new = document(f"{FOX} {CAT} {RAIN}"), document(FOX, CAT, RAIN)

    found = changes(diff(old, new), old, new)

    assert [(change.kind, change.new, change.block) for change in found] == [
        ("split", f"{FOX}\n{CAT}", 0),
        ("split", f"{CAT}\n{RAIN}", 1),
    ]


def test_a_change_of_kind_is_an_edit_without_changed_words() -> None:
    old, new = document("Views", kind="heading"), document("Views")

    found = changes(diff(old, new), old, new)

    assert shown(old, new) == ["edited [0] [0] Views"]
    assert [(change.kind, change.old, change.new, change.removed_n) for change in found] == [
        ("replace", "Views", "Views", 0)
    ]


def test_blocks_without_text_are_paired_between_edited_ones() -> None:
    rule = Block("rule", "")
    one, two = Block("paragraph", FOX), Block("paragraph", CAT)
    old = Document(extractor="test", blocks=(one, rule, two))
    edited = (Block("paragraph", f"Now {FOX}"), rule, Block("paragraph", f"Now {CAT}"))
    new = Document(extractor="test", blocks=edited)

    assert [edit.kind for edit in diff(old, new).blocks] == ["edited", "equal", "edited"]


@pytest.mark.parametrize(
    ("was", "now"),
    [("L'élu d'Angers, c'est l'État.", "L’élu d’Angers, c’est l’État."), ("“Don’t”", '"Don\'t"')],
)
def test_a_short_text_in_another_style_of_apostrophes_is_the_same_one(was: str, now: str) -> None:
    old, new = document(FOX, was, CAT), document(f"Now {FOX}", now, f"Now {CAT}")

    found = diff(old, new)

    assert [edit.kind for edit in found.blocks] == ["edited"] * 3
    edit = found.blocks[1]
    assert (edit.old, edit.new) == ((1,), (1,))
    assert old_text(pieces(edit, old, new)) == was
    assert new_text(pieces(edit, old, new)) == now


def test_a_rule_that_came_is_a_change_without_words() -> None:
    old = document(FOX)
    new = Document(extractor="test", blocks=(*old.blocks, Block("rule", "")))

    (change,) = changes(diff(old, new), old, new)

    assert (change.kind, change.old, change.new, change.inserted_n) == ("insert", "", "", 0)


def test_a_line_feed_inside_a_block_is_no_block_border() -> None:
    old = document("first line\nsecond line", "Something else entirely", kind="code")
    new = document("first line\nsecond row", "Something else entirely", kind="code")

    assert shown(old, new) == ["edited [0] [0] first line\nsecond [-line-]{+row+}"]


def test_words_are_counted_in_the_body() -> None:
    old, new = document("Of 50 people.", FOX), document("Of 150 young people.", RAIN)

    assert words(diff(old, new), old, new) == (2, 17, 14, 0)


def test_two_replaced_sentences_are_marked_whole_with_their_ends() -> None:
    between = (
        " It rained all night on the hills behind the town, and the river rose by a metre until it "
        "reached the lowest of the houses. "
    )
    old = document(
        "The council will discuss repairs of pavements and bridges today."
        f"{between}The gardener planted seventeen rosebushes beside fountains soon."
    )
    new = document(
        "The orchestra played loudly until everybody was dancing today."
        f"{between}The mechanic dismantled engines without ever complaining soon."
    )

    (line,) = shown(old, new)

    assert line == (
        "edited [0] [0] "
        "[-The council will discuss repairs of pavements and bridges today.-]"
        "{+The orchestra played loudly until everybody was dancing today.+}"
        f"{between}"
        "[-The gardener planted seventeen rosebushes beside fountains soon.-]"
        "{+The mechanic dismantled engines without ever complaining soon.+}"
    )


@pytest.mark.parametrize("engine", ["lcs", "dmp"])
def test_the_engine_is_named_with_its_number(engine: str) -> None:
    assert diff(document(FOX), document(CAT), engine=engine).engine == f"{engine}/7"


def test_a_piece_that_went_stands_before_the_one_that_came() -> None:
    old, new = document("Of 50 people."), document("Of 150 people.")
    (edit,) = diff(old, new).blocks

    found = pieces(edit, old, new)

    assert found == [
        ("equal", "Of "),
        ("delete", "50"),
        ("insert", "150"),
        ("equal", " people."),
    ]
    assert (old_text(found), new_text(found)) == ("Of 50 people.", "Of 150 people.")


REPEATED = """
from archiver.diff import diff, encode
from archiver.model import Block, Document
import random
chance = random.Random(7)
def document():
    words = [f"w{int(40 ** chance.random())}" for _ in range(900)]
    texts = [" ".join(words[k : k + 30]) + "." for k in range(0, 900, 30)]
    return Document(extractor="x", blocks=tuple(Block("paragraph", text) for text in texts))
for engine in ("lcs", "dmp"):
    print(encode(diff(document(), document(), engine=engine)))
"""


def test_the_same_documents_give_the_same_diff_in_every_process() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", REPEATED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1


def test_a_table_row_stays_a_row() -> None:
    old = ("Leeds | 12 | 3 | open", "Hull | 12 | 4 | open", "York | 9 | 4 | shut")
    new = ("Leeds | 12 | 3 | open", "Ripon | 20 | 8 | shut", "Hull | 15 | 4 | open", old[2])
    before, after = (
        Document(extractor="test", blocks=tuple(Block("table_row", row) for row in rows))
        for rows in (old, new)
    )

    found = diff(before, after)

    assert [(edit.old, edit.new) for edit in found.blocks] == [
        ((0,), (0,)),
        ((), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
    ]
    assert [(one.kind, one.old, one.new) for one in changes(found, before, after)] == [
        ("insert", "", "Ripon | 20 | 8 | shut"),
        ("replace", "12", "15"),
    ]
