"""Documents of very many short blocks, at their real size: what is given up, and what is not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archiver.diff.block_moves
import archiver.diff.body
import archiver.diff.cleanup
import archiver.diff.lcs
import archiver.diff.moves
from archiver.diff import decode, diff, encode, new_text, old_text, pieces
from archiver.diff.body import MANY_BLOCKS
from archiver.diff.cleanup import MOST_RUNS
from archiver.diff.moves import MANY_CHANGED, WORDS
from archiver.model import Block, Diff, Document

TAX = "Ministers will raise fuel duty by 50 pence a litre, according to people who saw plans."
RAIN = (
    "Heavy rain is expected across northern counties, forecasters warned in a bulletin that was "
    "read out on the radio at noon."
)


def document(texts: Iterable[str]) -> Document:
    return Document(extractor="test", blocks=tuple(Block("paragraph", text) for text in texts))


def kinds(found: Diff) -> Counter[str]:
    return Counter(edit.kind for edit in found.blocks)


def assert_both_come_back(found: Diff, old: Document, new: Document) -> None:
    was = sorted((edit.old, old_text(pieces(edit, old, new))) for edit in found.blocks if edit.old)
    assert [text for _, text in was] == [block.text for block in old.blocks]
    assert [new_text(pieces(edit, old, new)) for edit in found.blocks if edit.new] == [
        block.text for block in new.blocks
    ]


def rows(n: int, last: str, every: int = 1) -> list[str]:
    """Give numbered rows, of which one in `every` ends otherwise than the rest."""
    return [f"row {k} {last if k % every == 0 else 'is'}" for k in range(n)]


@pytest.mark.parametrize("n", [200, MANY_BLOCKS - 2])
def test_a_row_is_edited_by_words(n: int) -> None:
    old, new = document(rows(n, "was", every=100)), document(rows(n, "will", every=100))

    found = diff(old, new)

    edited_n = len(range(0, n, 100))
    assert kinds(found) == {"equal": n - edited_n, "edited": edited_n}
    assert_both_come_back(found, old, new)


def test_of_very_many_short_rows_each_is_kept_or_replaced_whole() -> None:
    n = MANY_BLOCKS + 200
    old, new = document(rows(n, "was", every=100)), document(rows(n, "will", every=100))

    found = diff(old, new)

    edited_n = len(range(0, n, 100))
    assert kinds(found) == {
        "equal": n - edited_n,
        "deleted": edited_n,
        "inserted": edited_n,
    }
    assert_both_come_back(found, old, new)


def test_very_many_longer_rows_are_edited_by_words() -> None:
    n = MANY_BLOCKS + 200
    old, new = document(rows(n, "was of that length")), document(rows(n, "is of that length"))

    assert kinds(diff(old, new)) == {"edited": n}


def dense_rows(n: int) -> tuple[Document, Document]:
    """Give numbered rows of which every second word changed: four places in each."""
    return (
        document([f"{k:05} a, b c d e f g" for k in range(n)]),
        document([f"{k:05} z, b x d y f w" for k in range(n)]),
    )


def kept_n(found: Diff) -> int:
    return sum(tag == "equal" for edit in found.blocks for tag, *_ in edit.edits)


def test_of_very_many_dense_edits_the_heaviest_words_between_them_are_kept() -> None:
    n = MOST_RUNS // 4
    old, new = dense_rows(n)
    more_old, more_new = dense_rows(n + 200)

    by_words = diff(old, new)
    assert kinds(by_words) == {"edited": n}
    assert kept_n(by_words) == 4 * n
    # The numbers are heavier than the letters, and still say which row became which.
    found = diff(more_old, more_new)
    assert kinds(found) == {"edited": n + 200}
    assert n + 200 < kept_n(found) <= MOST_RUNS
    assert_both_come_back(found, more_old, more_new)


def test_as_many_edits_that_are_not_dense_are_shown_by_words() -> None:
    n = MOST_RUNS // 2 + 200
    old = document([f"{k:05} said so for the second time" for k in range(n)])
    new = document([f"{k:05} said so for the third time" for k in range(n)])

    assert kept_n(diff(old, new)) == 2 * n > MOST_RUNS


@pytest.mark.parametrize(
    ("n", "heading"), [(200, "moved"), (MANY_CHANGED + 200, "deleted"), (MANY_CHANGED - 2, "moved")]
)
def test_between_very_many_changed_rows_only_what_is_long_moves(n: int, heading: str) -> None:
    gone, come = [f"a{k}" for k in range(n)], [f"b{k}" for k in range(n)]
    old = document(["Tax", TAX, RAIN, *gone])
    new = document([RAIN, *come, "Tax", TAX])

    found = diff(old, new)

    fate = {edit.old[0]: edit.kind for edit in found.blocks if edit.old}
    assert (fate[0], fate[1], fate[2], fate[3]) == (heading, "moved", "equal", "deleted")
    assert_both_come_back(found, old, new)


def edited_chinese(letters_n: int) -> tuple[Document, Document]:
    """Give a long paragraph that went behind another, with one letter in 50 replaced."""
    chance = Random(1)  # noqa: S311, the same texts in every run
    was = [chr(0x4E00 + chance.randrange(5_000)) for _ in range(letters_n)]
    now = ["新" if k % 50 == 0 else letter for k, letter in enumerate(was)]
    return document(["".join(was), RAIN * 500]), document([RAIN * 500, "".join(now)])


@pytest.mark.parametrize(
    ("letters_n", "kind"), [(WORDS // 2 - 2, "moved"), (WORDS // 2 + 2, "deleted")]
)
def test_of_so_many_words_none_is_looked_for_elsewhere(letters_n: int, kind: str) -> None:
    old, new = edited_chinese(letters_n)

    found = diff(old, new)

    assert next(edit.kind for edit in found.blocks if edit.old == (0,)) == kind
    assert_both_come_back(found, old, new)


def test_where_not_all_can_be_tried_the_likest_are(monkeypatch: pytest.MonkeyPatch) -> None:
    taxes = TAX.replace("Ministers", "Officials").replace("litre", "gallon").replace("50", "70")
    old = document([TAX, RAIN, "Once upon a time it was so. " * 20])
    new = document(["Once upon a time it was so. " * 20, taxes, RAIN.replace("noon", "ten")])

    assert kinds(diff(old, new)) == {"equal": 1, "moved": 2}
    monkeypatch.setattr(archiver.diff.block_moves, "TRIED_WORDS", 60)
    found = diff(old, new)

    assert next(edit.old for edit in found.blocks if edit.kind == "moved") == (1,)
    assert kinds(found) == {"equal": 1, "moved": 1, "deleted": 1, "inserted": 1}


def test_two_parts_of_a_text_share_what_one_whole_may_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    n = 40
    row_cells = archiver.diff.lcs.ROW_CELLS
    monkeypatch.setattr(archiver.diff.lcs, "COARSE_CELLS", n * n + 2 * n + n * row_cells)
    was, now = " ".join(["so", "it", "goes"] * 13 + ["on"]), " ".join(["it", "goes", "so"] * 13)

    assert kinds(diff(document([was]), document([now]))) == {"edited": 1}
    in_two = kinds(diff(document([was, RAIN, was]), document([now, RAIN, now])))
    assert (in_two["equal"], in_two["edited"]) == (1, 0)


def test_a_headline_shares_with_the_body_what_one_whole_may_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    n = 40
    row_cells = archiver.diff.lcs.ROW_CELLS
    monkeypatch.setattr(archiver.diff.lcs, "COARSE_CELLS", n * n + 2 * n + n * row_cells)
    was, now = " ".join(["so", "it", "goes"] * 13 + ["on"]), " ".join(["it", "goes", "so"] * 13)
    old, new = replace(document([was]), headline=was), replace(document([now]), headline=now)

    assert kinds(diff(old, new)) == {"deleted": 1, "inserted": 1}
    (headline,) = diff(old, new).fields
    assert [edit.tag for edit in headline.edits] == ["replace"]


lines = st.lists(
    st.sampled_from(["", "a", "b", "a b", "so it goes", "***", TAX, TAX[:40], RAIN]), max_size=12
)


@given(lines, lines)
def test_whatever_is_given_up_both_texts_come_back(was: list[str], now: list[str]) -> None:
    old, new = document(was), document(now)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.body, "MANY_BLOCKS", 2)
        patched.setattr(archiver.diff.body, "ANCHOR_LETTERS", 60)
        patched.setattr(archiver.diff.moves, "MANY_CHANGED", 2)
        patched.setattr(archiver.diff.moves, "LETTERS", 600)
        patched.setattr(archiver.diff.moves, "WORDS", 40)
        patched.setattr(archiver.diff.block_moves, "TRIED_WORDS", 20)
        patched.setattr(archiver.diff.cleanup, "MOST_RUNS", 2)
        patched.setattr(archiver.diff.lcs, "EXACT_CELLS", 20)
        patched.setattr(archiver.diff.lcs, "COARSE_CELLS", 100)
        found = diff(old, new)

    assert_both_come_back(found, old, new)
    assert sorted(b for edit in found.blocks for b in edit.old) == [*range(len(was))]
    assert [c for edit in found.blocks for c in edit.new] == [*range(len(now))]
    assert decode(found.old, found.new, found.engine, found.tokeniser, encode(found)) == found
