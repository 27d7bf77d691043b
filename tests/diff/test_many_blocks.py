"""Documents of very many short blocks, at their real size: what is given up, and what is not."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archiver.diff.body
import archiver.diff.lcs
import archiver.diff.moves
from archiver.diff import decode, diff, encode, new_text, old_text, pieces
from archiver.diff.body import MANY_BLOCKS
from archiver.diff.moves import MANY_CHANGED
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


def test_two_parts_of_a_text_share_what_one_whole_may_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    n = 40
    monkeypatch.setattr(archiver.diff.lcs, "COARSE_CELLS", n * n + 2 * n)
    was, now = " ".join(["so", "it", "goes"] * 13 + ["on"]), " ".join(["it", "goes", "so"] * 13)

    assert kinds(diff(document([was]), document([now]))) == {"edited": 1}
    in_two = kinds(diff(document([was, RAIN, was]), document([now, RAIN, now])))
    assert (in_two["equal"], in_two["edited"]) == (1, 0)


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
        patched.setattr(archiver.diff.moves, "LETTERS", 60)
        patched.setattr(archiver.diff.lcs, "EXACT_CELLS", 20)
        patched.setattr(archiver.diff.lcs, "COARSE_CELLS", 100)
        found = diff(old, new)

    assert_both_come_back(found, old, new)
    assert sorted(b for edit in found.blocks for b in edit.old) == [*range(len(was))]
    assert [c for edit in found.blocks for c in edit.new] == [*range(len(now))]
    assert decode(found.old, found.new, found.engine, found.tokeniser, encode(found)) == found
