"""Notes on a page: quoted where they came, and marked at the changes they seem to speak of."""

from dataclasses import replace

import pytest

from archiver.model import Article, Block, Document, Sha256, Uri, Version
from archiver.render.view import Comparison, comparison
from archiver.web.compare import Shown, shown

NOTE = "Correction: An earlier version gave the wrong number of crowns."


def version(number: int, headline: str) -> Version:
    return Version(
        id=number,
        document_id=number,
        number=number,
        label="",
        sha256=Sha256(str(number)),
        first_seen="2025-01-01T00:00:00Z",
        last_seen="2025-01-01T00:00:00Z",
        last_seen_old="",
        captures_n=1,
        headline=headline,
        words_n=1,
        removed_n=0,
        inserted_n=0,
        moved_n=0,
        grades=(),
        disclosed=None,
        revert_of=None,
    )


def compared(old: tuple[str, ...], new: tuple[str, ...], headlines: tuple[str, str]) -> Comparison:
    article = Article(
        id=1,
        uri=Uri("folder:x"),
        title="X",
        site="files",
        versions_n=2,
        captures_n=2,
        first_seen="",
        last_changed="",
    )
    sides = tuple(
        Document(
            extractor="plain/1",
            headline=headline,
            blocks=tuple(Block("paragraph", text) for text in texts),
        )
        for headline, texts in zip(headlines, (old, new), strict=True)
    )
    versions = (version(1, headlines[0]), version(2, headlines[1]))
    return comparison(article, versions, (sides[0], sides[1]))


def marked(given: Comparison, old: str, new: str) -> Shown:
    """Show `given` as though a note spoke of the change from `old` to `new`, and of no other."""
    changes = tuple(
        replace(change, in_note=(change.old, change.new) == (old, new)) for change in given.changes
    )
    assert sum(change.in_note for change in changes) == 1, given.changes
    return shown(replace(given, changes=changes), view="inline", unfolded=True)


def told(page: Shown) -> list[tuple[str, str, str]]:
    """Give (words of the row, what went, what came) of each change that is marked."""
    return [
        (
            "".join(mark.text for run in place.row.runs for mark in run.marks),
            "".join(mark.text for mark in change.old),
            "".join(mark.text for mark in change.new),
        )
        for place in page.places
        if place.row
        for change in place.in_note
    ]


@pytest.fixture
def several() -> Comparison:
    """Two versions with changes in the headline, in a paragraph, and of whole paragraphs."""
    gone = "Nobody from the harbour office would say why the old ferry had gone."
    return compared(
        (gone, "The bridge cost 38 million crowns, the board said again.", "It opened in May."),
        ("The bridge cost 83 million crowns, the board said.", "It opened in June.", NOTE),
        ("Bridge opens", "Bridge closes"),
    )


def test_a_change_in_a_paragraph_is_marked_in_its_row(several: Comparison) -> None:
    ((row, old, new),) = told(marked(several, "38", "83"))

    assert (old, new) == ("38", "83")
    assert "million crowns" in row


def test_a_change_of_a_field_is_marked_there(several: Comparison) -> None:
    ((row, _, _),) = told(marked(several, "opens", "closes"))

    assert row.startswith("Bridge")


def test_a_paragraph_that_went_is_not_taken_for_the_new_one_of_its_number(
    several: Comparison,
) -> None:
    ((row, old, new),) = told(marked(several, several.old.blocks[0].text, ""))

    assert row == old
    assert new == ""


def test_a_word_that_went_is_not_taken_for_the_paragraph_that_had_its_number(
    several: Comparison,
) -> None:
    ((row, old, _),) = told(marked(several, "again", ""))

    assert old == "again"
    assert row.startswith("The bridge cost")


def test_what_no_note_speaks_of_is_not_marked(several: Comparison) -> None:
    changes = tuple(replace(change, in_note=False) for change in several.changes)

    assert told(shown(replace(several, changes=changes), view="inline", unfolded=True)) == []


def test_the_notes_are_those_of_the_comparison(several: Comparison) -> None:
    page = shown(replace(several, notices=(NOTE,)), view="inline", unfolded=False)

    assert ["".join(mark.text for mark in notice) for notice in page.notices] == [NOTE]
