"""What holds for every text and every pair of documents."""

from collections.abc import Callable, Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import archiver.diff.cleanup
from archiver.diff import (
    TOKENISER,
    changes,
    decode,
    diff,
    encode,
    field_pieces,
    field_texts,
    minimal_diff,
    new_text,
    old_text,
    pieces,
    tokens,
    words,
)
from archiver.diff.tokens import is_word
from archiver.model import Block, Caption, Diff, Document

SAMPLES = (
    *("the", "of", "said", "Minister", "don’t", "1,234.5", "$3.5bn", "U.S.", "Aug.1", "US-led"),
    *("国", "会", "カ", "ー", "ไทย", "ที่", "ລາວ", "ខ្មែរ", "မြန်", "प्रधानमंत्री", "क्\u200dष"),
    *("می\u200cخواهم", "مُحَمَّد", "שלום", "대통령", "cafe\u0301", "ß", "İ", "ǅ", "²", "½"),
    *(
        "👨\u200d👩\u200d👧",
        "👍🏽",
        "🇩🇪🇫🇷🇬",
        "1\ufe0f\u20e3",
        "\u200d",
        "\u0301",
        "\ufeff",
        "\u00ad",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\u200f",
        "\t",
        "\u00a0",
        "\u2028",
        "\x00",
        "\ud800",
        "\udfff",
        ".",
        ",",
        "“",
        "”",
        "’",
    ),
)
anything = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.lists(st.sampled_from(SAMPLES), max_size=40).map("".join),
)

harmless = anything.map(lambda text: text.encode("utf-8", "replace").decode())


def paragraphs(texts: Sequence[str]) -> Document:
    return Document(extractor="test", blocks=tuple(Block("paragraph", text) for text in texts))


WORDS = ("the", "of", "said", "Minister", "report", "150", "10%", "“yes”", "国会", "ไทย", "it", ".")
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
kinds = st.sampled_from(("paragraph", "heading", "list_item", "rule"))
blocks = st.builds(Block, kinds, sentences)
captions = st.builds(Caption, sentences, st.sampled_from(("", "Photo by A", "Photo by B")))
documents = st.builds(
    Document,
    extractor=st.just("test"),
    headline=sentences,
    claimed_modified=st.sampled_from(("", "Aug.1", "Sept.5")),
    captions=st.lists(captions, max_size=3).map(tuple),
    blocks=st.lists(blocks, max_size=8).map(tuple),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document, and what an editor, or anybody else, made of its blocks."""
    old = draw(documents)
    found = list(old.blocks)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(found)))
        match draw(st.sampled_from(("insert", "delete", "move", "split", "merge", "word"))):
            case "insert":
                found.insert(place, draw(blocks))
            case "delete":
                del found[place : place + 1]
            case "move":
                found.insert(draw(st.integers(0, len(found))), found.pop() if found else BLOCK)
            case "split":
                found[place : place + 1] = [
                    Block(block.kind, text)
                    for block in found[place : place + 1]
                    for text in block.text.split(" . ")
                ]
            case "merge":
                found[place : place + 2] = [BLOCK, *found[place : place + 2]][-1:]
            case _:
                found[place : place + 1] = [
                    Block(block.kind, block.text.replace("of", draw(st.sampled_from(WORDS)), 1))
                    for block in found[place : place + 1]
                ]
    new = draw(documents)
    return old, Document(
        extractor="test",
        headline=new.headline,
        captions=new.captions,
        blocks=tuple(found) if draw(st.booleans()) else new.blocks,
    )


BLOCK = Block("paragraph", "the report")


def text_of(document: Document, places: Sequence[int]) -> str:
    return "\n".join(document.blocks[place].text for place in places)


def assert_whole(found: Diff, old: Document, new: Document) -> None:
    """Every block stands once, in order; every text comes out of its pieces to the character."""
    places = [b for edit in found.blocks for b in edit.old]
    stayed = [b for edit in found.blocks if not edit.moved for b in edit.old]
    assert sorted(places) == list(range(len(old.blocks)))
    assert stayed == sorted(stayed)
    assert [c for edit in found.blocks for c in edit.new] == list(range(len(new.blocks)))
    for edit in found.blocks:
        was, now = text_of(old, edit.old), text_of(new, edit.new)
        assert old_text(pieces(edit, old, new)) == was
        assert new_text(pieces(edit, old, new)) == now
        if edit.edits:
            before, after = tokens(was), tokens(now)
            assert (edit.edits[-1].i2, edit.edits[-1].j2) == (len(before), len(after))
            for tag, i1, i2, j1, j2 in edit.edits:
                assert (before[i1:i2] == after[j1:j2]) == (tag == "equal")
        elif edit.old and edit.new:
            assert old.blocks[edit.old[0]] == new.blocks[edit.new[0]]


@given(anything)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(anything, anything)
def test_a_line_feed_parts_tokens_whatever_stands_beside_it(one: str, other: str) -> None:
    assert tokens(f"{one}\n{other}") == [*tokens(one), "\n", *tokens(other)]


@given(anything)
def test_a_token_is_all_blank_or_has_no_blank(text: str) -> None:
    for token in tokens(text):
        assert token.isspace() or not any(character.isspace() for character in token)


@given(pairs())
def test_a_diff_is_whole(pair: tuple[Document, Document]) -> None:
    assert_whole(diff(*pair), *pair)


@settings(max_examples=2_000)
@given(st.lists(harmless, max_size=4), st.lists(harmless, max_size=4), st.integers(0, 4))
def test_texts_of_any_kind_come_back_from_a_stored_diff(
    was: list[str], other: list[str], kept_n: int
) -> None:
    """With marks, CRLF, NUL, joiners and RTL; unpaired surrogates end at capture."""
    old, new = paragraphs(was), paragraphs(was[:kept_n] + other)

    found = diff(old, new)

    stored = decode(found.old, found.new, found.engine, found.tokeniser, encode(found))
    assert_whole(stored, old, new)


@given(pairs())
def test_a_minimal_diff_is_whole(pair: tuple[Document, Document]) -> None:
    assert_whole(minimal_diff(*pair), *pair)


@given(documents)
def test_a_document_equals_itself(document: Document) -> None:
    found = diff(document, document)

    assert {edit.kind for edit in found.blocks} <= {"equal"}
    assert found.fields == ()


@given(pairs())
def test_fields_come_out_of_their_pieces(pair: tuple[Document, Document]) -> None:
    old, new = pair
    for edit in diff(old, new).fields:
        found = field_pieces(edit, old, new)
        assert (old_text(found), new_text(found)) == field_texts(edit, old, new)
        assert old_text(found) != new_text(found)


@given(pairs())
def test_documents_differ_exactly_where_there_is_a_change(
    pair: tuple[Document, Document],
) -> None:
    old, new = pair
    found = diff(old, new)

    rows = changes(found, old, new)

    assert bool(rows) == ((old.blocks, [*old.fields()]) != (new.blocks, [*new.fields()]))


@given(pairs())
def test_counts_of_words_add_up(pair: tuple[Document, Document]) -> None:
    old, new = pair
    counts = words(diff(old, new), old, new)

    def words_n(document: Document) -> int:
        return sum(is_word(token) for block in document.blocks for token in tokens(block.text))

    assert counts.kept + counts.moved + counts.removed == words_n(old)
    assert counts.kept + counts.moved + counts.inserted == words_n(new)


def changed_n(found: Diff, old: Document, new: Document) -> int:
    """How many tokens a diff changes, blanks and breaks left out; a moved one went and came."""
    return sum(
        2 - (tag != "equal")
        for edit in found.blocks
        for tag, text in pieces(edit, old, new)
        if tag != "equal" or edit.moved
        for token in tokens(text)
        if not token.isspace()
    )


@given(pairs())
def test_engines_change_equally_many_tokens_in_minimal_mode(
    pair: tuple[Document, Document],
) -> None:
    one, other = (minimal_diff(*pair, engine=engine) for engine in ("lcs", "dmp"))

    assert changed_n(one, *pair) == changed_n(other, *pair)
    assert changed_n(one, *pair) <= changed_n(diff(*pair), *pair)


@given(pairs(), st.sampled_from((diff, minimal_diff)))
def test_a_stored_diff_is_the_diff(
    pair: tuple[Document, Document], how: Callable[[Document, Document], Diff]
) -> None:
    found = how(*pair)

    assert decode(found.old, found.new, found.engine, TOKENISER, encode(found)) == found


repeated = st.lists(st.sampled_from(["a", "b", ".", ",", "A", "\n", "("]), max_size=4).flatmap(
    lambda unit: st.integers(1, 9).map(lambda n: unit * n)
)


@given(st.lists(repeated, max_size=4), st.lists(repeated, max_size=4))
def test_a_slide_ends_where_it_would_if_each_place_were_weighed(
    was: list[list[str]], now: list[list[str]]
) -> None:
    old, new = (paragraphs([" ".join(chain.from_iterable(side))]) for side in (was, now))
    found = diff(old, new)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archiver.diff.cleanup, "EDGE_TOKENS", 1_000)

        assert diff(old, new) == found
