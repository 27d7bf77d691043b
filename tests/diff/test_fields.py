"""Fields: headline, dates, captions."""

from archiver.diff import changes, diff, field_pieces, field_texts, new_text, old_text
from archiver.model import Caption, Document, Edit

SHIP = Caption("A ship leaves the harbour of Rotterdam at dawn", "Photo by A. Jansen")
MAYOR = Caption("The mayor opens the new bridge on Friday", "Photo by B. Smith")
CROWD = Caption("Crowds gather outside the parliament building", "")


def test_equal_fields_are_left_out() -> None:
    old = Document(extractor="x", headline="A", byline="By B", captions=(SHIP,))

    assert diff(old, old).fields == ()


def test_a_changed_headline_is_a_change_of_its_words() -> None:
    old = Document(extractor="x", headline="Right Time to Talk?")
    new = Document(extractor="x", headline="Is It the Right Time to Talk?")

    (change,) = changes(diff(old, new), old, new)

    assert (change.kind, change.old, change.new) == ("insert", "", "Is It the")
    assert (change.field, change.block) == ("headline", None)


def test_a_field_that_came_has_no_place_in_the_old_document() -> None:
    old, new = Document(extractor="x"), Document(extractor="x", standfirst="In short.")

    (edit,) = diff(old, new).fields

    assert (edit.field, edit.old, edit.new) == ("standfirst", None, 0)
    assert field_texts(edit, old, new) == ("", "In short.")
    assert edit.edits == (Edit("insert", 0, 0, 0, 4),)
    assert field_pieces(edit, old, new) == [("insert", "In short.")]


def test_a_field_is_aligned_exactly_beside_one_that_is_rewritten() -> None:
    old = Document(extractor="x", headline="no no yes no no yes", standfirst="In short.")
    new = Document(extractor="x", headline="yes no no yes no no", standfirst="At length.")

    headline, _ = diff(old, new).fields

    assert [tag for tag, _ in field_pieces(headline, old, new)] == ["insert", "equal", "delete"]


def test_an_added_caption_does_not_shift_those_after_it() -> None:
    old = Document(extractor="x", captions=(SHIP, MAYOR))
    new = Document(extractor="x", captions=(CROWD, SHIP, MAYOR))

    found = diff(old, new).fields

    assert [(edit.field, edit.old, edit.new) for edit in found] == [("caption", None, 0)]


def test_a_reworded_caption_keeps_its_partner_beside_a_removed_one() -> None:
    later = Caption("The mayor opens the old bridge on Friday", MAYOR.credit)
    old = Document(extractor="x", captions=(SHIP, MAYOR))
    new = Document(extractor="x", captions=(later,))

    found = [(edit.field, edit.old, edit.new) for edit in diff(old, new).fields]

    assert found == [("caption", 0, None), ("credit", 0, None), ("caption", 1, 0)]


def test_a_changed_credit_is_no_change_of_the_caption() -> None:
    old = Document(extractor="x", captions=(SHIP,))
    new = Document(extractor="x", captions=(Caption(SHIP.text, "Photo by C. Jansen"),))

    (edit,) = diff(old, new).fields

    found = field_pieces(edit, old, new)
    assert edit.field == "credit"
    assert (old_text(found), new_text(found)) == ("Photo by A. Jansen", "Photo by C. Jansen")


def test_changes_of_fields_stand_before_those_of_the_body() -> None:
    old = Document(extractor="x", headline="One", claimed_modified="Aug.1")
    new = Document(extractor="x", headline="Two", claimed_modified="Sept.5")

    found = changes(diff(old, new), old, new)

    assert [(change.field, change.old, change.new) for change in found] == [
        ("headline", "One", "Two"),
        ("claimed_modified", "Aug.1", "Sept.5"),
    ]
