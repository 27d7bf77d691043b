"""Moves: a block that went in one place and came in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import (
    BlockTokens,
    changes,
    decode,
    diff,
    encode,
    minimal_diff,
    move_pieces,
    new_text,
    old_text,
    pieces,
    tokens,
    words,
)
from archiver.model import Block, BlockKind, Caption, Diff, Document, Words

FOX = "The quick brown fox jumped over the lazy dog near the river bank on Monday morning."
CAT = "Officials said the committee would publish its findings before the end of next year."
RAIN = "Heavy rain is expected across northern counties, forecasters warned in a bulletin."
TAX = "Ministers will raise fuel duty by 50 pence a litre, according to people who saw plans."
HARE = "A hare ran."


def document(*texts: str, kind: BlockKind = "paragraph") -> Document:
    return Document(extractor="test", blocks=tuple(Block(kind, text) for text in texts))


def shown(old: Document, new: Document) -> list[str]:
    """Each entry in order, equal ones as their place in `new` alone."""
    return [
        str(*edit.new) if edit.kind == "equal" else f"{edit.kind} {[*edit.old]} {[*edit.new]}"
        for edit in diff(old, new).blocks
    ]


def moved_tokens(found: Diff) -> list[tuple[str, int, int, int, int]]:
    return [tuple(edit) for block in found.blocks if block.moved for edit in block.edits]


def test_a_moved_paragraph_is_one_entry_at_its_new_place() -> None:
    old, new = document(FOX, CAT, RAIN, TAX), document(CAT, RAIN, TAX, FOX)

    assert shown(old, new) == ["0", "1", "2", "moved [0] [3]"]


def test_a_moved_paragraph_has_one_equal_edit_over_all_of_it() -> None:
    n = len(tokens(FOX))

    found = diff(document(FOX, CAT, RAIN), document(CAT, RAIN, FOX))

    assert moved_tokens(found) == [("equal", 0, n, 0, n)]


def test_a_paragraph_that_was_edited_as_it_moved_carries_its_edits() -> None:
    old = document(TAX, CAT, RAIN, FOX)
    new = document(CAT, RAIN, FOX, TAX.replace("50", "150"))

    (moved,) = [edit for edit in diff(old, new).blocks if edit.moved]

    assert pieces(moved, old, new) == [
        ("equal", "Ministers will raise fuel duty by "),
        ("delete", "50"),
        ("insert", "150"),
        ("equal", " pence a litre, according to people who saw plans."),
    ]


def test_a_paragraph_that_shares_its_topic_alone_did_not_move() -> None:
    other = "Ministers will meet in Paris, according to officials who were told of it on Friday."

    assert shown(document(TAX, CAT, RAIN), document(CAT, RAIN, other)) == [
        "deleted [0] []",
        "0",
        "1",
        "inserted [] [2]",
    ]


@pytest.mark.parametrize(
    "line", ["Read more", "Photo by Anna Smith, Reuters", "点击阅读更多内容。"]
)
def test_a_short_line_alone_is_no_move(line: str) -> None:
    assert "moved" not in " ".join(
        shown(document(line, CAT, RAIN), document(CAT, RAIN, line)),
    )


def test_a_heading_moves_with_its_paragraph() -> None:
    old = document("The fox", FOX, CAT, RAIN, TAX)
    new = document(CAT, RAIN, TAX, "The fox", FOX.replace("Monday", "Tuesday"))

    assert shown(old, new) == ["0", "1", "2", "moved [0] [3]", "moved [1] [4]"]


def test_a_list_of_short_lines_moves_together() -> None:
    lines = ("Two eggs, beaten", "A cup of flour", "Some salt and pepper")

    assert shown(document(*lines, FOX, CAT), document(FOX, CAT, *lines)) == [
        "0",
        "1",
        "moved [0] [2]",
        "moved [1] [3]",
        "moved [2] [4]",
    ]


def test_a_sentence_in_a_script_without_spaces_moves() -> None:
    one = "中国外交部发言人星期三在北京的例行记者会上说，双方同意继续保持沟通。"
    rest = (
        "分析人士认为，这次访问有助于缓和两国之间的紧张关系，但分歧依然存在，短期内难以解决。",
        FOX,
    )

    assert shown(document(one, *rest), document(*rest, one)) == ["0", "1", "moved [0] [2]"]


def test_a_copy_of_a_paragraph_that_stays_is_new() -> None:
    assert shown(document(FOX, CAT), document(FOX, CAT, RAIN, FOX)) == [
        "0",
        "1",
        "inserted [] [2]",
        "inserted [] [3]",
    ]


def test_of_equal_paragraphs_the_first_that_went_is_the_first_that_came() -> None:
    long = (RAIN, TAX, f"{RAIN} {TAX}")

    assert shown(document(FOX, FOX, *long), document(*long, FOX, HARE, FOX)) == [
        "0",
        "1",
        "2",
        "moved [0] [3]",
        "inserted [] [4]",
        "moved [1] [5]",
    ]


def test_a_line_that_stands_often_moves_with_the_paragraph_before_it() -> None:
    old = document(TAX, "Read more", CAT, "Read more", FOX, RAIN, f"{FOX} {RAIN}")
    new = document(FOX, RAIN, f"{FOX} {RAIN}", CAT, "Read more", TAX, "Read more")

    assert shown(old, new)[3:] == [
        "moved [2] [3]",
        "moved [3] [4]",
        "moved [0] [5]",
        "moved [1] [6]",
    ]


def test_the_paragraph_with_more_in_common_is_the_one_that_moved() -> None:
    old = document(TAX.replace("Ministers", "Officials").replace("litre", "gallon"), TAX, CAT, RAIN)
    new = document(CAT, RAIN, TAX.replace("50", "60"))

    assert shown(old, new) == ["deleted [0] []", "0", "1", "moved [1] [2]"]


def test_a_minimal_diff_knows_no_moves() -> None:
    found = minimal_diff(document(FOX, CAT, RAIN), document(CAT, RAIN, FOX))

    assert not any(edit.moved for edit in found.blocks)


def test_the_words_of_a_moved_paragraph_are_neither_removed_nor_inserted() -> None:
    old, new = document(FOX, CAT, RAIN), document(CAT, RAIN, FOX)

    assert words(diff(old, new), old, new) == Words(kept=26, removed=0, inserted=0, moved=16)


def test_words_edited_in_a_moved_paragraph_are_removed_and_inserted() -> None:
    old, new = document(FOX, CAT, RAIN), document(CAT, RAIN, FOX.replace("Monday", "late Friday"))

    assert words(diff(old, new), old, new) == Words(kept=26, removed=1, inserted=2, moved=15)


def test_a_move_is_one_change_before_those_within_it() -> None:
    old, new = document(TAX, CAT, RAIN), document(CAT, RAIN, TAX.replace("50", "150"))

    found = changes(diff(old, new), old, new)

    assert [
        (change.kind, change.old, change.new, change.block, change.removed_n, change.inserted_n)
        for change in found
    ] == [
        ("move", TAX, TAX.replace("50", "150"), 2, 0, 0),
        ("replace", "50", "150", 2, 1, 1),
    ]


def test_a_paragraph_that_moved_as_it_was_is_one_change() -> None:
    old, new = document(FOX, CAT, RAIN), document(CAT, RAIN, FOX)

    (change,) = changes(diff(old, new), old, new)

    assert (change.kind, change.old, change.new) == ("move", FOX, FOX)


def test_a_paragraph_that_became_a_quotation_as_it_moved_is_two_changes() -> None:
    old = document(FOX, CAT, RAIN)
    new = Document(extractor="test", blocks=(*old.blocks[1:], Block("quote", FOX)))

    found = changes(diff(old, new), old, new)

    assert [(change.kind, change.new) for change in found] == [("move", FOX), ("replace", FOX)]


def test_captions_that_change_places_are_still_changes() -> None:
    old = Document(extractor="test", captions=(Caption(FOX), Caption(CAT)))
    new = Document(extractor="test", captions=(Caption(CAT), Caption(FOX)))

    assert changes(diff(old, new), old, new)


def test_a_moved_paragraph_comes_back_from_storage() -> None:
    found = diff(document(TAX, CAT, RAIN), document(CAT, RAIN, TAX.replace("50", "150")))

    assert decode(found.old, found.new, found.engine, found.tokeniser, encode(found)) == found


def test_engines_find_the_same_moves() -> None:
    old, new = document(TAX, CAT, RAIN, FOX), document(FOX, TAX.replace("50", "5"), CAT, RAIN)

    assert diff(old, new).blocks == diff(old, new, engine="dmp").blocks


def test_a_run_of_words_in_very_many_paragraphs_finds_none_of_them() -> None:
    rows = [f"The price of a ticket to town number {n} is ten pounds." for n in range(60)]
    other = [f"The price of a ticket to town number {n + 100} is ten pounds." for n in range(60)]

    found = diff(document(*rows, FOX, CAT), document(FOX, CAT, *other))

    assert all(edit.kind != "moved" for edit in found.blocks)


def sentence(number: int) -> str:
    """Ten words that no other number has."""
    return " ".join(f"w{number}x{place}" for place in range(10)) + "."


@st.composite
def shuffles(draw: st.DrawFn) -> tuple[Document, Document]:
    """A text and its blocks in another order, some with a word replaced, some gone, some new."""
    numbers = draw(st.lists(st.integers(0, 30), unique=True, max_size=10))
    found = [sentence(number) for number in draw(st.permutations(numbers))]
    for place in draw(st.sets(st.integers(0, 9), max_size=3)):
        found[place : place + 1] = [
            text.replace(f"x{draw(st.integers(0, 9))}", "z") for text in found[place : place + 1]
        ]
    gone = draw(st.integers(0, 10))
    del found[gone : gone + 1]
    if draw(st.booleans()):
        found.insert(draw(st.integers(0, len(found))), sentence(99))
    return document(*map(sentence, numbers)), document(*found)


@given(shuffles())
def test_blocks_in_another_order_all_stand_once_and_come_back(
    pair: tuple[Document, Document],
) -> None:
    old, new = pair
    found = diff(old, new)

    was = {edit.old: old_text(pieces(edit, old, new)) for edit in found.blocks if edit.old}
    now = [new_text(pieces(edit, old, new)) for edit in found.blocks if edit.new]

    assert [was[key] for key in sorted(was)] == [block.text for block in old.blocks]
    assert now == [block.text for block in new.blocks]
    assert sorted(b for edit in found.blocks for b in edit.old) == [*range(len(old.blocks))]
    assert [c for edit in found.blocks for c in edit.new] == [*range(len(new.blocks))]
    assert decode(found.old, found.new, found.engine, found.tokeniser, encode(found)) == found


@given(shuffles())
def test_a_moved_text_is_never_both_deleted_and_inserted(
    pair: tuple[Document, Document],
) -> None:
    old, new = pair
    found = diff(old, new)

    gone = {text.split("x")[0] for text in _texts(found, old, "deleted")}
    come = {text.split("x")[0] for text in _texts(found, new, "inserted")}

    assert not gone & come


def _texts(found: Diff, document: Document, kind: str) -> list[str]:
    return [
        document.blocks[place].text
        for edit in found.blocks
        if edit.kind == kind
        for place in edit.old + edit.new
    ]


@given(st.permutations(range(8)))
def test_an_order_alone_takes_no_word_in_or_out(order: list[int]) -> None:
    old, new = document(*map(sentence, range(8))), document(*map(sentence, order))

    counts = words(diff(old, new), old, new)

    assert (counts.removed, counts.inserted, counts.kept + counts.moved) == (0, 0, 80)


ASKED = "Nobody on the quay had asked for any of it, said the master of the ferry."
SNOW = "The mayor sent his regrets from the capital, where the snow held him up."
BOARD = "The harbour board met again on Monday to speak about the long list of repairs."
FARES = "Ticket prices will rise by ten per cent in spring."


def moved_texts(old: Document, new: Document) -> list[tuple[str, str]]:
    """What moved inside blocks, as it was and as it is."""
    return [
        (
            "".join(tokens(old.blocks[move.old].text)[move.i1 : move.i2]),
            "".join(tokens(new.blocks[move.new].text)[move.j1 : move.j2]),
        )
        for move in diff(old, new).moves
    ]


def rows(old: Document, new: Document) -> list[tuple[str, str, str]]:
    return [(row.kind, row.old, row.new) for row in changes(diff(old, new), old, new)]


def test_two_sentences_that_changed_places_are_one_move() -> None:
    old, new = document(f"{BOARD} {ASKED} {SNOW}"), document(f"{ASKED} {BOARD} {SNOW}")

    assert rows(old, new) == [("move", BOARD, BOARD)]
    assert words(diff(old, new), old, new) == Words(kept=30, removed=0, inserted=0, moved=15)


def test_a_sentence_that_went_to_another_paragraph_is_a_move() -> None:
    old = document(f"{BOARD} {ASKED} {SNOW}", f"{RAIN} {FARES}")
    new = document(f"{BOARD} {SNOW}", f"{RAIN} {ASKED} {FARES}")

    assert rows(old, new) == [("move", ASKED, ASKED)]


def test_of_equal_sentences_that_went_the_first_is_the_one_that_moved() -> None:
    old = document(f"{BOARD} {ASKED} {SNOW}", FOX, ASKED, CAT, f"{RAIN} {FARES}")
    new = document(f"{BOARD} {SNOW}", FOX, CAT, f"{RAIN} {ASKED} {FARES}")

    (move,) = diff(old, new).moves

    assert (move.old, move.new) == (0, 3)


def test_a_sentence_edited_as_it_moved_carries_its_edits() -> None:
    old = document(f"{BOARD} {ASKED} {SNOW}", f"{RAIN} {FARES}")
    new = document(f"{BOARD} {SNOW}", f"{RAIN} {ASKED.replace('Nobody', 'No one')} {FARES}")

    assert rows(old, new) == [
        ("move", ASKED, ASKED.replace("Nobody", "No one")),
        ("replace", "Nobody", "No one"),
    ]


def test_a_run_of_words_that_moved_leaves_the_rest_as_it_was_changed() -> None:
    run = "by the light of a lamp that nobody had trimmed for days"
    old = document(f"They worked {run}. {BOARD} {SNOW}")
    new = document(f"They slept. {BOARD} At night the men sang {run}. {SNOW}")

    found = rows(old, new)

    assert ("move", run, run) in [
        (kind, was.rstrip("."), now.rstrip(".")) for kind, was, now in found
    ]
    assert all(run not in was + now for kind, was, now in found if kind != "move")


def test_a_paragraph_taken_up_by_another_is_a_move_and_no_deletion() -> None:
    old, new = document(BOARD, FOX, ASKED, CAT), document(f"{ASKED} {BOARD}", FOX, CAT)

    kinds = {kind for kind, _, _ in rows(old, new)}

    assert kinds <= {"move", "merge"}
    assert words(diff(old, new), old, new).removed == 0


def test_a_chinese_sentence_moves() -> None:
    first = "市政府星期一宣布将扩建港口的北侧码头并增加两条航线。"
    second = "当地渔民表示他们从未被征求过任何意见，也没有收到通知。"
    third = "工程预计明年春天开工。"

    assert moved_texts(document(first + second + third), document(second + first + third)) == [
        (first, first)
    ] or moved_texts(document(first + second + third), document(second + first + third)) == [
        (second, second)
    ]


def test_words_repeated_everywhere_do_not_make_moves_of_everything() -> None:
    often = "Read more about this story on our page for the whole region."
    old = document(*(f"{often} {n}" for n in range(40)))
    new = document(*(f"{n} {often}" for n in range(40)))

    assert len(diff(old, new).moves) <= 40


@given(st.permutations((BOARD, ASKED, SNOW, FARES, RAIN, TAX)))
def test_no_sentence_in_another_order_is_removed(sentences: list[str]) -> None:
    old = document(" ".join((BOARD, ASKED, SNOW, FARES, RAIN, TAX)))
    found = diff(old, document(" ".join(sentences)))

    in_or_out = [
        row.old + row.new
        for row in changes(found, old, document(" ".join(sentences)))
        if row.kind != "move"
    ]
    assert all(len(text.split()) < 3 for text in in_or_out)


def test_runs_of_words_that_no_sentence_ends_move_without_what_is_beside_them() -> None:
    runs = [" ".join(f"word{letter}{n}" for letter in "abcdefgh") for n in range(6)]
    old = Document(extractor="test", blocks=(Block("paragraph", " | ".join(runs)),))
    new = Document(extractor="test", blocks=(Block("paragraph", " | ".join(runs[::-1])),))

    found = diff(old, new)

    assert len(found.moves) == 6
    for move in found.moves:
        assert old_text(move_pieces(move, BlockTokens(old), BlockTokens(new))) in runs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((BOARD, ASKED, FOX, TAX), (FOX, TAX, f"{BOARD} {ASKED}")),
        ((f"{BOARD} {ASKED}", FOX, TAX), (FOX, BOARD, TAX, ASKED)),
        ((f"{BOARD} {ASKED}", f"{FOX} {TAX}"), (FOX, TAX, BOARD, ASKED)),
        ((BOARD, ASKED, FOX, TAX), (f"{FOX} {TAX}", f"{BOARD} {ASKED}")),
        ((BOARD, ASKED, FOX, TAX), (BOARD, f"{TAX} {FOX}", ASKED)),
    ],
)
def test_of_paragraphs_that_moved_and_were_joined_or_parted_no_word_is_removed(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    before, after = document(*old), document(*new)

    kinds = {kind for kind, _, _ in rows(before, after)}

    assert kinds <= {"move", "merge", "split"}
    assert words(diff(before, after), before, after).removed == 0


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("Nobody was hurt.", (BOARD, ASKED)),
        ("“We lost,” she said.", (BOARD, ASKED)),
        ("“No,” he said.", (BOARD, ASKED)),
        ("It cost $5.", (BOARD, ASKED)),
        (
            "市长没有回应此事。",
            ("市政府星期一宣布将扩建港口。", "当地渔民表示他们从未被征求过意见。"),
        ),
        (
            "屋顶在检查中被认定不安全，需要大修。",
            ("市政府星期一宣布将扩建港口的北侧码头。", "当地渔民表示他们从未被征求过任何意见。"),
        ),
    ],
)
def test_a_short_sentence_that_went_to_another_paragraph_is_a_move(
    sentence: str, beside: tuple[str, str]
) -> None:
    first, second = beside
    between = " " if " " in sentence else ""
    old = document(f"{first}{between}{sentence}", FOX, second)
    new = document(first, FOX, f"{second}{between}{sentence}")

    assert rows(old, new) == [("move", sentence, sentence)]


def test_a_short_sentence_becomes_a_paragraph_of_its_own() -> None:
    old, new = document(f"{BOARD} Nobody was hurt.", FOX), document(BOARD, FOX, "Nobody was hurt.")

    assert rows(old, new) == [("move", "Nobody was hurt.", "Nobody was hurt.")]


def test_two_short_sentences_in_a_row_are_one_move() -> None:
    two = "Nobody was hurt. The cause is not known."
    old, new = document(f"{BOARD} {two}", FOX, ASKED), document(BOARD, FOX, f"{ASKED} {two}")

    assert rows(old, new) == [("move", two, two)]


@pytest.mark.parametrize(
    ("went", "came"),
    [("I do so.", "I do so."), ("Nobody was hurt.", "Nobody was hurt then.")],
)
def test_what_says_little_or_is_another_sentence_went_and_came(went: str, came: str) -> None:
    old = document(f"{BOARD} {went}", FOX, ASKED)
    new = document(BOARD, FOX, f"{ASKED} {came}")

    assert rows(old, new) == [("delete", went, ""), ("insert", "", came)]


def test_of_a_short_sentence_that_moved_the_other_blanks_are_an_edit() -> None:
    old = document(f"{BOARD} Nobody\twas hurt.", FOX, ASKED)
    new = document(BOARD, FOX, f"{ASKED} Nobody was hurt.")

    (move,) = diff(old, new).moves

    assert [tag for tag, *_ in move.edits] == ["equal", "replace", "equal"]


def test_a_short_paragraph_that_is_a_sentence_moves() -> None:
    line = "The pool opened in 1974."

    assert shown(document(line, CAT, RAIN), document(CAT, RAIN, line)) == [
        "0",
        "1",
        "moved [0] [2]",
    ]


@pytest.mark.parametrize("edited", range(10))
def test_a_sentence_of_ten_words_moves_with_any_one_of_them_edited(edited: int) -> None:
    were = "Officials expect that the repairs will begin early in March."[:-1].split()
    are = [*were[:edited], "zebra", *were[edited + 1 :]]
    old = document(f"{BOARD} {' '.join(were)}.", FOX, ASKED)
    new = document(BOARD, FOX, f"{ASKED} {' '.join(are)}.")

    kinds = [(kind, was, now) for kind, was, now in rows(old, new)]

    assert kinds == [
        ("move", f"{' '.join(were)}.", f"{' '.join(are)}."),
        ("replace", were[edited], "zebra"),
    ]


def test_a_sentence_of_eight_words_of_which_two_are_others_went_and_came() -> None:
    old = document(f"{BOARD} The repairs will begin early in March now.", FOX, ASKED)
    new = document(BOARD, FOX, f"{ASKED} The repairs will begin early in June then.")

    assert {kind for kind, _, _ in rows(old, new)} == {"delete", "insert"}
