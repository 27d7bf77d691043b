"""What parts a text before any word is looked at."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from archiver.diff.anchors import Pair, anchored, heaviest_chain
from archiver.model import Block

LONG = "This paragraph is long enough to be recognised."


def blocks(*texts: str) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


def rises(chain: tuple[Pair, ...]) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_no_rising_chain_is_heavier(places: list[int], weights: list[int]) -> None:
    pairs = [(i, j, weight) for i, (j, weight) in enumerate(zip(places, weights, strict=True))]

    chain = heaviest_chain(pairs)

    heaviest = max(
        sum(weight for _, _, weight in some)
        for n in range(1, 8)
        for some in combinations(pairs, n)
        if rises(some)
    )
    assert rises(tuple(chain))
    assert sum(weight for _, _, weight in chain) == heaviest


def test_a_long_block_that_stands_once_on_both_sides_is_an_anchor() -> None:
    old, new = blocks("a", LONG, "b"), blocks("c", "d", LONG, "e")

    assert anchored(old, new) == [(1, 2, 1)]


def test_a_short_block_is_an_anchor_only_beside_a_long_one() -> None:
    old, new = blocks("a", "Views", "b", "Talks", LONG, "c"), blocks("d", "Views", "Talks", LONG)

    assert anchored(old, new) == [(3, 2, 2)]


def test_an_anchor_takes_all_its_equal_neighbours_along() -> None:
    rows = ["row"] * 200
    old, new = blocks("a", *rows, LONG, *rows, "b"), blocks("c", *rows, LONG, *rows, "d")

    assert anchored(old, new) == [(1, 1, 401)]


def test_a_block_that_stands_twice_is_no_anchor() -> None:
    old, new = blocks("a", LONG, "b", LONG, "c"), blocks("d", LONG, "e")

    assert anchored(old, new) == []


def test_a_block_of_another_kind_is_no_anchor() -> None:
    assert anchored([Block("heading", LONG)], blocks(LONG)) == []


def test_a_long_paragraph_outweighs_two_short_ones_that_crossed_it() -> None:
    first, second = "Short paragraph 1.", "Short paragraph 2."
    old, new = blocks("a", LONG * 2, first, second, "b"), blocks("c", first, second, LONG * 2, "d")

    assert anchored(old, new) == [(1, 3, 1)]
