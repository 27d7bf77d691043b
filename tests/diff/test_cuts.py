"""A text as words and the blanks between them, beside its tokens."""

from importlib import import_module
from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import archiver.diff.cuts
from archiver.diff import memo, tokens
from archiver.diff.cuts import SPACE, Cut, Memory, cut_tokens, joined_cuts
from archiver.diff.memo import Memo
from archiver.diff.token_edits import token_edits
from archiver.diff.tokens import BREAK, is_solid, solid_parts

PIECES = (
    *(
        " ",
        "  ",
        "\t",
        "\n",
        "\u3000",
        "\u00a0 ",
        "",
        "a",
        "word",
        "don’t",
        "US-led",
        "U.S",
        "3.5bn",
        "Aug.1",
    ),
    *(
        ".",
        "“",
        "不能说",
        "ไทย",
        "e\u0301",
        "👩\u200d👩",
        "\u200d",
        "\u00ad",
        "🇫🇷",
        "\x00",
        "$",
        "\u200f",
    ),
)

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(max_size=40),
)


def tokens_of(cut: Cut) -> list[str]:
    """Put the tokens together again."""
    found: list[str] = []
    for k, part in enumerate(cut.parts):
        found += part
        if k + 1 < len(cut.parts):
            found.append(cut.odd.get(k, SPACE))
    return found


@given(texts)
@example("a  b")
@example(" a")
@example("a\t b")
def test_a_cut_says_all_that_the_tokens_say(text: str) -> None:
    found = Memory().cut(text)

    assert tokens_of(found) == tokens(text)
    assert found == cut_tokens(tokens(text))
    assert found.tokens_n == len(tokens(text))


@given(texts)
def test_words_are_the_tokens_that_are_not_blank(text: str) -> None:
    solid = [token for token in tokens(text) if is_solid(token)]

    assert list(chain.from_iterable(solid_parts(text))) == solid
    assert Memory().words(text) == solid


@given(texts)
@example("a  b")
@example("a b\tc")
def test_a_long_text_is_cut_as_a_short_one_is(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.cuts, "LONG_TEXT", 1)

        assert Memory().words(text) == [token for token in tokens(text) if is_solid(token)]
        assert Memory().cut(text) == cut_tokens(tokens(text))


@given(texts)
@example("word word ")
@example("word   word")
def test_a_large_text_is_cut_in_parts_that_nobody_sees(text: str) -> None:
    whole = solid_parts(text), tokens(text)

    with pytest.MonkeyPatch.context() as patched:
        # The module, which the function of its name hides.
        patched.setattr(import_module("archiver.diff.tokens"), "LARGE", 3)

        assert (solid_parts(text), tokens(text)) == whole


@given(st.lists(texts, min_size=1, max_size=4))
def test_joined_cuts_are_the_cut_of_the_joined_text(found: list[str]) -> None:
    assert joined_cuts(list(map(Memory().cut, found))) == cut_tokens(tokens("\n".join(found)))


@given(texts)
def test_a_word_stands_behind_the_words_and_blanks_before_it(text: str) -> None:
    found = Memory().cut(text)

    for word in range(len(found.words)):
        assert tokens(text)[word + found.blanks_before(word)] == found.words[word]


@given(texts, texts)
def test_edits_tile_both_texts_and_keep_what_is_equal(old: str, new: str) -> None:
    memory = Memory()
    before, after = memory.cut(old), memory.cut(new)
    # Any runs that rise will do: here words one for one from the left, where they are equal.
    runs = [
        (k, k, 1)
        for k, (one, other) in enumerate(zip(before.words, after.words, strict=False))
        if one == other
    ]

    edits = token_edits(runs, before, after)

    was, now = tokens(old), tokens(new)
    x = y = 0
    for tag, x1, x2, y1, y2 in edits:
        assert (x1, y1) == (x, y)
        assert (tag == "equal") == (was[x1:x2] == now[y1:y2])
        assert tag == "equal" or (x2 > x1) == (tag != "insert")
        assert tag == "equal" or (y2 > y1) == (tag != "delete")
        x, y = x2, y2
    assert (x, y) == (len(was), len(now))


def test_an_edit_of_a_blank_is_the_blank_alone() -> None:
    memory = Memory()

    edits = token_edits([(0, 0, 2)], memory.cut("10 % more"), memory.cut("10% more"))

    assert [tuple(edit) for edit in edits] == [
        ("equal", 0, 1, 0, 1),
        ("delete", 1, 2, 1, 1),
        ("equal", 2, 5, 1, 4),
    ]


def test_equal_words_with_their_blanks_elsewhere_are_parted() -> None:
    memory = Memory()

    edits = token_edits([(0, 0, 3)], memory.cut("$ 5%"), memory.cut("$5 %"))

    assert [edit.tag for edit in edits] == ["equal", "delete", "equal", "insert", "equal"]


blanks = st.sampled_from(["", " ", "  ", "\t", "\u00a0"])


@given(st.lists(st.tuples(st.sampled_from(["so", ".", BREAK]), blanks, blanks), min_size=1))
def test_between_kept_words_an_edit_is_one_blank(rows: list[tuple[str, str, str]]) -> None:
    was, now = (
        [token for row in rows for token in (row[0], row[side]) if token] for side in (1, 2)
    )
    before, after = cut_tokens(was), cut_tokens(now)

    edits = token_edits([(0, 0, len(rows))], before, after)

    differing = [(one, other) for _, one, other in rows if one != other]
    assert [
        ("".join(was[edit.i1 : edit.i2]), "".join(now[edit.j1 : edit.j2]))
        for edit in edits
        if edit.tag != "equal"
    ] == differing
    kept = [edit for edit in edits if edit.tag == "equal"]
    assert all(was[edit.i1 : edit.i2] == now[edit.j1 : edit.j2] for edit in kept)
    assert all(edit.i1 < edit.i2 for edit in kept)


def test_words_that_are_equal_are_kept_though_no_run_says_so() -> None:
    memory = Memory()

    edits = token_edits([], memory.cut("so it goes"), memory.cut("so  it goes"))

    assert [tuple(edit) for edit in edits] == [
        ("equal", 0, 1, 0, 1),
        ("replace", 1, 2, 1, 2),
        ("equal", 2, 5, 2, 5),
    ]


def test_breaks_at_the_ends_of_an_edit_are_no_part_of_it() -> None:
    memory = Memory()

    edits = token_edits([(0, 0, 1)], memory.cut("a\nb\n"), memory.cut("a\nc d\n"))

    assert [tuple(edit) for edit in edits] == [
        ("equal", 0, 2, 0, 2),
        ("replace", 2, 3, 2, 5),
        ("equal", 3, 4, 5, 6),
    ]


def test_a_memo_forgets_and_still_answers() -> None:
    asked: list[str] = []

    def length(token: str) -> int:
        asked.append(token)
        return len(token)

    lengths = Memo(length)
    names = [str(n) for n in range(memo.MEMO_TOKENS + 10)]

    assert [lengths[name] for name in names] == list(map(len, names))
    assert len(lengths) <= memo.MEMO_TOKENS
    assert lengths["0"] == 1
    assert asked.count("0") == 2


def test_a_memo_of_long_tokens_stays_small() -> None:
    lengths = Memo(len)
    names = [f"{n:0{memo.LONGEST}}" for n in range(20_000)]

    assert {lengths[name] for name in names} == {memo.LONGEST}
    assert sum(map(len, lengths)) <= memo.MEMO_LETTERS + memo.LONGEST
    assert lengths["x" * 65] == 65
    assert "x" * 65 not in lengths
