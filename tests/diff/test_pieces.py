"""Pieces for a reader: text that moved is told from text that went and text that came."""

from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import diff, shown_pieces
from archiver.diff.moved import MovesByBlock
from archiver.diff.pieces import BlockTokens, ShownPiece
from archiver.model import Block, Document

BRIDGE = "The harbour bridge was closed on Thursday after cracks were found in four places."
WARNED = "Engineers from the city had warned the council about the cracks two years ago."
FERRY = "The ferry will run every ten minutes until the long repair of the bridge is done."
MAYOR = "The mayor refused to answer questions about the cost of the works on Friday evening."
SHOPS = "Shops on the north bank say that they lost a third of their customers in a week."
RAIN = "It rained."


def document(*texts: str) -> Document:
    return Document(extractor="test", blocks=tuple(Block("paragraph", text) for text in texts))


def shown(old: Document, new: Document) -> list[list[ShownPiece]]:
    found = diff(old, new)
    moves, cut = MovesByBlock.of(found.moves), (BlockTokens(old), BlockTokens(new))
    return [shown_pieces(found, edit, (old, new), moves, cut) for edit in found.blocks]


def told(old: Document, new: Document) -> list[list[tuple[str, str]]]:
    """The pieces that are not equal, without the numbers of their moves."""
    return [
        [(tag, text) for tag, text, _ in pieces if tag != "equal"] for pieces in shown(old, new)
    ]


def test_two_sentences_that_changed_places_are_one_that_moved() -> None:
    old, new = document(f"{BRIDGE} {WARNED} {FERRY}"), document(f"{WARNED} {BRIDGE} {FERRY}")

    assert told(old, new) == [[("to", f"{WARNED} "), ("from", f"{WARNED} ")]]


def test_words_put_into_a_moved_sentence_are_told_where_it_came() -> None:
    old = document(f"{SHOPS} {MAYOR}", FERRY)
    new = document(SHOPS, f"{FERRY} {MAYOR.replace('refused', 'declined')}")

    first, second = shown(old, new)

    assert first[1:] == [("from", f" {MAYOR}", 1)]
    assert second[1:] == [
        ("to", " The mayor ", 1),
        ("was", "refused", 1),
        ("insert", "declined", 1),
        ("to", " to answer questions about the cost of the works on Friday evening.", 1),
    ]


def test_what_else_changed_beside_a_moved_sentence_is_removed_and_new() -> None:
    old, new = document(f"{SHOPS} {MAYOR} {RAIN}", FERRY), document(SHOPS, f"{FERRY} {MAYOR} Snow!")

    first, second = told(old, new)

    assert first == [("from", f" {MAYOR}"), ("delete", f" {RAIN}")]
    assert second == [("to", f" {MAYOR}"), ("insert", " Snow!")]


def test_a_paragraph_whose_sentences_all_went_elsewhere_has_nothing_removed() -> None:
    old = document(f"{BRIDGE} {WARNED}", SHOPS, FERRY)
    new = document(f"{SHOPS} {BRIDGE}", f"{FERRY} {WARNED}")

    tags = {tag for pieces in told(old, new) for tag, _ in pieces}

    assert tags == {"from", "to"}


def test_a_full_stop_that_ends_another_sentence_now_is_no_edit_of_a_moved_one() -> None:
    old, new = document(f"{BRIDGE} {WARNED}", SHOPS), document(f"{SHOPS} {WARNED}")

    found = told(old, new)

    assert "was" not in {tag for pieces in found for tag, _ in pieces}


def test_moves_are_numbered_in_the_order_of_the_new_document() -> None:
    old = document(f"{BRIDGE} {WARNED}", SHOPS, FERRY)
    new = document(f"{SHOPS} {WARNED}", f"{FERRY} {BRIDGE}")

    numbers = [
        (tag, move) for pieces in shown(old, new) for tag, _, move in pieces if tag != "equal"
    ]

    assert numbers == [("from", 2), ("to", 1), ("from", 1), ("to", 2)]


SENTENCES = st.sampled_from(
    (BRIDGE, WARNED, FERRY, MAYOR, SHOPS, RAIN, MAYOR.replace("Fri", "Mon"))
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), max_size=4)


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_pieces_of_either_side_are_its_text(before: list[str], after: list[str]) -> None:
    old, new = document(*before), document(*after)
    found = diff(old, new)
    moves, cut = MovesByBlock.of(found.moves), (BlockTokens(old), BlockTokens(new))

    for edit in found.blocks:
        pieces = shown_pieces(found, edit, (old, new), moves, cut)
        was = "".join(text for tag, text, _ in pieces if tag in {"equal", "delete", "from"})
        now = "".join(text for tag, text, _ in pieces if tag not in {"delete", "from", "was"})

        assert was == "\n".join(old.blocks[block].text for block in edit.old)
        assert now == "\n".join(new.blocks[block].text for block in edit.new)
