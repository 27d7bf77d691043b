"""Which version each word came with, over any history, and what came back from it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import diff, tokens
from archiver.diff.blame import Blamed, blame, blamed_fields, last_blame, parts
from archiver.model import Block, Document, Edit, Move
from tests.diff.test_properties import documents

histories = st.lists(documents, min_size=1, max_size=5)

FIRST = "The harbour board said on Monday that 50 people had been on the old bridge."
SECOND = "A storm had closed the road to it for most of the week before, it was said."
THIRD = "Work on a new one will begin in the spring and take at least two years to end."


def document(*texts: str, headline: str = "") -> Document:
    return Document(
        extractor="test",
        headline=headline,
        blocks=tuple(Block("paragraph", text) for text in texts),
    )


def blamed(versions: Sequence[Document]) -> list[Blamed]:
    return list(blame(versions, [diff(old, new) for old, new in pairwise(versions)]))


def shown(version: Document, origins: Blamed) -> list[str]:
    """Each block with marks around what did not come with version 1."""
    return [
        "".join(text if came == 1 else f"[{came}: {text}]" for came, text in parts(block.text, own))
        for block, own in zip(version.blocks, origins.blocks, strict=True)
    ]


def last_shown(*versions: Document) -> list[str]:
    return shown(versions[-1], blamed(versions)[-1])


def gone(*versions: Document) -> list[tuple[str, int, int]]:
    """Each stretch that is gone: its text, the version it came with, the one it went with."""
    found = last_blame(versions, [diff(old, new) for old, new in pairwise(versions)])[1]
    return [(text, came, removal.went) for removal in found for came, text in removal.parts]


def test_a_new_word_came_with_its_version() -> None:
    old, new = document(FIRST), document(FIRST.replace("50", "150"))

    assert last_shown(old, new) == [FIRST.replace("50", "[2: 150]")]


def test_the_first_version_introduced_all_its_words() -> None:
    assert last_shown(document(FIRST, SECOND)) == [FIRST, SECOND]


def test_a_new_word_stands_without_the_blanks_beside_it() -> None:
    new = document(FIRST.replace("old bridge", "old stone bridge"))

    assert last_shown(document(FIRST), new) == [
        FIRST.replace("old bridge", "old [2: stone] bridge")
    ]


def test_a_paragraph_that_comes_back_keeps_its_first_origin() -> None:
    whole, without = document(FIRST, SECOND, THIRD), document(FIRST, THIRD)
    again = document(FIRST, THIRD, SECOND, "So much is new.")

    assert last_shown(whole, without, again) == [FIRST, THIRD, SECOND, "[3: So much is new.]"]


def test_a_sentence_that_comes_back_into_another_paragraph_keeps_its_first_origin() -> None:
    whole, without = document(f"{FIRST} {SECOND}", THIRD), document(FIRST, THIRD)
    again = document(FIRST, f"{THIRD} {SECOND}", "So much is new.")

    assert last_shown(whole, without, again)[1] == f"{THIRD} {SECOND}"


def test_a_word_that_is_put_back_into_its_sentence_keeps_its_first_origin() -> None:
    whole, other = document(FIRST, SECOND), document(FIRST.replace("50", "150"), SECOND)
    again = document(FIRST, SECOND, THIRD)

    assert last_shown(whole, other, again) == [FIRST, SECOND, f"[3: {THIRD}]"]


def test_a_short_headline_that_comes_back_keeps_its_first_origin() -> None:
    versions = [
        document(FIRST, headline="Bridge closed"),
        document(FIRST, headline="No trains today"),
        document(FIRST, SECOND, headline="Bridge closed"),
    ]

    assert [own.number for own in blamed(versions)[2].fields["headline", 0]] == [1]


def test_a_paragraph_that_comes_back_edited_has_the_edit_alone_as_new() -> None:
    whole, without = document(FIRST, SECOND, THIRD), document(FIRST, THIRD)
    edited = SECOND.replace("A storm", "A flood").replace("week before", "year before")
    again = document(FIRST, THIRD, edited)

    assert last_shown(whole, without, again) == [
        FIRST,
        THIRD,
        SECOND.replace("A storm", "[3: A flood]").replace("week before", "[3: year] before"),
    ]


def test_the_words_behind_an_edit_at_the_end_of_what_comes_back_are_old() -> None:
    cost = (
        "The repairs of the bridge and of the road to it are expected to cost 4.2 million crowns."
    )
    whole, without = document(FIRST, cost), document(FIRST)
    again = document(FIRST, cost.replace("4.2", "5.2"))

    assert last_shown(whole, without, again) == [FIRST, cost.replace("4.2", "[3: 5.2]")]
    assert gone(whole, without, again) == [("4.2", 1, 2)]


def test_a_stock_phrase_does_not_come_back() -> None:
    old = document(FIRST, "It is not known how long that will be.")
    new = document(FIRST, "It is not known who built the thing.")

    assert last_shown(old, document(FIRST), new)[1] == f"[3: {new.blocks[1].text}]"


def test_a_sentence_that_moves_keeps_its_origin() -> None:
    old = document(f"{FIRST} {SECOND}", THIRD)
    new = document(FIRST, f"{THIRD} {SECOND}")

    assert last_shown(old, new) == [FIRST, f"{THIRD} {SECOND}"]


def test_what_the_diff_says_moved_keeps_its_origin_however_short() -> None:
    short = " It was late."
    old, new = document(FIRST + short, THIRD), document(FIRST, THIRD + short)
    n, i, j = (len(tokens(text)) for text in (short, FIRST, THIRD))
    stretch = Move(old=0, i1=i, i2=i + n, new=1, j1=j, j2=j + n, edits=(Edit("equal", 0, n, 0, n),))
    still, moving = (replace(diff(old, new), moves=moves) for moves in ((), (stretch,)))

    without, (origins, removals) = last_blame([old, new], [still]), last_blame([old, new], [moving])

    assert shown(new, without[0]) == [FIRST, f"{THIRD} [2: It was late.]"]
    assert shown(new, origins) == [FIRST, THIRD + short]
    assert removals == ()


def test_a_paragraph_that_moves_keeps_its_origin() -> None:
    old, new = document(FIRST, SECOND, THIRD), document(THIRD, FIRST, SECOND)

    assert last_shown(old, new) == [THIRD, FIRST, SECOND]


def test_a_split_introduces_no_word() -> None:
    old, new = document(f"{FIRST} {SECOND}"), document(FIRST, SECOND)

    assert last_shown(old, new) == [FIRST, SECOND]


def test_a_revert_has_the_origins_of_the_version_it_is_equal_to() -> None:
    first, second = document(FIRST, "Yes."), document("No, it was.", SECOND, THIRD)

    origins = blamed([first, second, first, second])

    assert origins[2] == origins[0]
    assert origins[3] == origins[1]


def test_what_went_says_what_it_came_and_went_with() -> None:
    old, new = document(FIRST, SECOND), document(FIRST.replace("50", "150"), SECOND)

    assert gone(old, new, document(SECOND)) == [
        ("50", 1, 2),
        ("The harbour board said on Monday that ", 1, 3),
        ("150", 2, 3),
        (" people had been on the old bridge.", 1, 3),
    ]


def test_what_is_back_is_not_gone() -> None:
    whole, without = document(FIRST, SECOND), document(FIRST)

    assert gone(whole, without) == [(SECOND, 1, 2)]
    assert gone(whole, without, whole) == []
    assert gone(whole, without, whole, without) == [(SECOND, 1, 4)]


def test_what_moved_is_not_gone() -> None:
    old = document(f"{FIRST} {SECOND}", THIRD)

    assert gone(old, document(FIRST, f"{THIRD} {SECOND}")) == []


@given(histories)
def test_origins_tile_every_text_and_are_no_later_than_its_version(
    history: list[Document],
) -> None:
    for number, (version, origins) in enumerate(zip(history, blamed(history), strict=True), 1):
        texts = [
            (block.text, own) for block, own in zip(version.blocks, origins.blocks, strict=True)
        ]
        texts += [
            (text, origins.fields[name, place]) for name, place, text in blamed_fields(version)
        ]
        for text, own in texts:
            assert sum(n for _, n in own) == len(tokens(text))
            assert "".join(part.text for part in parts(text, own)) == text
            assert all(1 <= came <= number for came, _ in own)
            assert all(one.number != other.number for one, other in pairwise(own))


@given(histories, documents)
def test_what_never_changed_came_with_the_first_version(
    history: list[Document], first: Document
) -> None:
    steady = Block("paragraph", "This alone stands in every version, at its top, as it always was.")
    versions = [
        Document(extractor="test", blocks=(steady, *version.blocks))
        for version in (first, *history)
    ]

    for origins in blamed(versions):
        assert [own.number for own in origins.blocks[0]] == [1]


@given(histories)
def test_a_revert_restores_every_origin(history: list[Document]) -> None:
    origins = blamed([*history, *history])

    assert origins[len(history) :] == origins[: len(history)]


@given(histories)
def test_a_new_word_is_in_the_text_and_an_old_one_was_in_that_version(
    history: list[Document],
) -> None:
    for version, origins in zip(history, blamed(history), strict=True):
        for block, own in zip(version.blocks, origins.blocks, strict=True):
            for came, text in parts(block.text, own):
                source = history[came - 1]
                known = {
                    token
                    for text in (
                        *(b.text for b in source.blocks),
                        *(t for *_, t in source.fields()),
                    )
                    for token in tokens(text)
                }
                assert {token for token in tokens(text) if not token.isspace()} <= known


@given(histories, histories)
def test_what_a_revert_put_back_is_not_gone(history: list[Document], later: list[Document]) -> None:
    before = gone(*history)
    after = gone(*history, *later, history[-1])

    known = [part for part in after if part[1] <= len(history)]
    assert words_of(known) <= words_of(before)


def words_of(parts: Sequence[tuple[str, int, int]]) -> Counter[str]:
    """Count the tokens of what is gone, but blanks."""
    return Counter(token for text, *_ in parts for token in tokens(text) if not token.isspace())
