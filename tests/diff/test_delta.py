"""Our edits as diff-match-patch has them: in order, to the character, in its delta's format."""

from itertools import pairwise

from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import diff
from archiver.diff.delta import delta, operations
from archiver.diff.plain_text import article_parts, article_text
from archiver.model import Block, BlockEdit, Caption, Diff, Document, Sha256

KINDS = ("paragraph", "heading", "list_item", "quote", "code", "rule")
WORDS = (
    *("the", "board", "said", "don’t", "50", "150", "100%", "a+b", "#1", "=", "-", "\t", "%23"),
    *("岚", "溪", "春", "茶", "𠮷", "👍🏽", "👨\u200d👩\u200d👧", "🇩🇪", "שלום", "مرحبا"),
    *(" ", " ", " ", "\n", ".", ",", "é", "e\u0301", "\u2028", "\u202e", "\x01", "\ufffd"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
blocks = st.builds(Block, st.sampled_from(KINDS), texts)
documents = st.builds(
    Document,
    extractor=st.just("test/1"),
    headline=texts,
    byline=texts,
    claimed_modified=texts,
    captions=st.lists(st.builds(Caption, texts, texts), max_size=2).map(tuple),
    blocks=st.lists(blocks, max_size=8).map(tuple),
)


def document(*paragraphs: str, headline: str = "") -> Document:
    return Document(
        extractor="test/1",
        headline=headline,
        blocks=tuple(Block("paragraph", text) for text in paragraphs),
    )


def assert_turns(old: Document, new: Document) -> None:
    """The operations tile both texts, and the library reads the delta as they are."""
    library = diff_match_patch()
    codes = {"equal": 0, "delete": -1, "insert": 1}
    found = diff(old, new)

    turned = operations(found, old, new)
    written = delta(found, old, new)

    assert "".join(text for tag, text in turned if tag != "insert") == article_text(old)
    assert "".join(text for tag, text in turned if tag != "delete") == article_text(new)
    assert all(text for _, text in turned)
    assert all(
        (was, now) in {("equal", "delete"), ("equal", "insert"), ("delete", "insert")}
        or now == "equal" != was
        for (was, _), (now, _) in pairwise(turned)
    )
    assert written == library.diff_toDelta([(codes[tag], text) for tag, text in turned])
    assert library.diff_text2(library.diff_fromDelta(article_text(old), written)) == (
        article_text(new)
    )


@given(documents, documents)
def test_any_two_documents_turn_into_each_other(old: Document, new: Document) -> None:
    assert_turns(old, new)


@given(documents, st.data())
def test_a_document_turns_into_its_blocks_in_another_order(
    old: Document, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(old.blocks))
    new = Document(extractor="test/1", headline=old.headline, blocks=tuple(order))

    assert_turns(old, new)


@given(documents)
def test_the_parts_of_a_text_are_one_for_the_fields_and_one_for_each_block(one: Document) -> None:
    parts = article_parts(one)

    assert len(parts) == len(one.blocks) + 1
    assert "".join(parts) == article_text(one)
    assert article_text(one).endswith("\n")
    assert not article_text(one).endswith("\n\n")


def test_a_delta_keeps_whole_words() -> None:
    old = document("It could cost 38 million crowns.")
    new = document("It could cost 83 million crowns, or more.")

    written = delta(diff(old, new), old, new)

    assert written == "=14\t-2\t+83\t=15\t+, or more\t=2"


def test_counts_are_utf16_units_and_text_is_escaped_as_encodeuri_does() -> None:
    old = document("👍 yes and 50")
    new = document("👍 yes and 100% 春#1")

    written = delta(diff(old, new), old, new)

    assert written == "=11\t-2\t+100%25 %E6%98%A5#1\t=1"


def test_a_block_that_moved_is_deleted_where_it_was_and_inserted_where_it_is() -> None:
    first = "The ferry carries forty cars and leaves every hour from the north quay."
    second = "The reserve holds less than a sixth of what the board expects to need."
    third = "Inspections were made every second year until the interval was stretched."
    old, new = document(first, second, third), document(second, third, first)

    turned = operations(diff(old, new), old, new)

    # The line feed that ends the text parts two blocks now.
    assert turned == [
        ("delete", f"{first}\n\n"),
        ("equal", f"{second}\n\n{third}\n"),
        ("insert", f"\n{first}\n"),
    ]


def test_blocks_that_cross_without_being_moves_are_deleted_and_inserted() -> None:
    old, new = document("First.", "Second."), document("Second.", "First.")
    crossing = Diff(
        old=Sha256("0" * 64),
        new=Sha256("1" * 64),
        engine="test/1",
        tokeniser="test/1",
        blocks=(BlockEdit((1,), (0,)), BlockEdit((0,), (1,))),
    )

    assert operations(crossing, old, new) == [
        ("delete", "First.\n\n"),
        ("equal", "Second.\n"),
        ("insert", "\nFirst.\n"),
    ]


def test_a_split_and_a_changed_headline_stand_in_one_delta() -> None:
    old = document("One two three four. Five six seven eight.", headline="The bridge")
    new = document("One two three four.", "Five six seven eight.", headline="The old bridge")

    turned = operations(diff(old, new), old, new)

    assert turned == [
        ("equal", "The "),
        ("insert", "old "),
        ("equal", "bridge\n\nOne two three four."),
        ("delete", " "),
        ("insert", "\n\n"),
        ("equal", "Five six seven eight.\n"),
    ]


def test_a_paragraph_that_became_a_heading_loses_one_line_feed() -> None:
    old = document("Who pays", "A first estimate.")
    new = Document(
        extractor="test/1",
        blocks=(Block("heading", "Who pays"), Block("paragraph", "A first estimate.")),
    )

    assert delta(diff(old, new), old, new) == "=9\t-1\t=18"


def test_equal_texts_have_a_delta_that_keeps_all() -> None:
    one = document("Nothing changed.")

    assert delta(diff(one, one), one, one) == "=17"
    assert delta(diff(document(), document()), document(), document()) == "=1"
