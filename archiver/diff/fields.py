"""Aligns what stands around the body: headline, standfirst, byline, claimed dates, captions."""

from collections.abc import Iterator
from itertools import chain

from archiver.diff.align import Aligner, text_edits
from archiver.diff.body import body_edits
from archiver.model import SINGLE_FIELDS, Block, Document, FieldEdit, FieldName


def field_edits(
    old: Document, new: Document, aligner: Aligner, part: float = 1.0
) -> tuple[FieldEdit, ...]:
    """Give an edit for each field that differs: singles first, then captions with credits.

    `part` says how much of all that is to be aligned fields are, as to an engine.
    """
    return tuple(_field_edits(old, new, aligner, part))


def field_texts(edit: FieldEdit, old: Document, new: Document) -> tuple[str, str]:
    """Give the text of the field in `old` and in `new`, "" where it is not there."""
    return _text(edit.field, edit.old, old), _text(edit.field, edit.new, new)


def _text(field: FieldName, place: int | None, document: Document) -> str:
    if place is None:
        return ""
    if field == "caption":
        return document.captions[place].text
    if field == "credit":
        return document.captions[place].credit
    text: str = getattr(document, field)
    return text


def _field_edits(
    old: Document, new: Document, aligner: Aligner, part: float
) -> Iterator[FieldEdit]:
    pairs: list[tuple[FieldName, int | None, int | None]] = [(name, 0, 0) for name in SINGLE_FIELDS]
    if old.captions or new.captions:
        for i, j in _caption_pairs(old, new, aligner, part):
            pairs += (("caption", i, j), ("credit", i, j))
    all_n = sum([len(text) for _, _, text in chain(old.fields(), new.fields())])
    for name, i, j in pairs:
        was, now = _text(name, i, old), _text(name, j, new)
        if was != now:
            yield FieldEdit(
                field=name,
                old=i if was else None,
                new=j if now else None,
                edits=text_edits(was, now, aligner, (len(was) + len(now)) / all_n * part),
            )


def _caption_pairs(
    old: Document, new: Document, aligner: Aligner, part: float
) -> Iterator[tuple[int | None, int | None]]:
    """Pair captions as blocks are paired, so that a new one does not shift those after it."""
    edits = body_edits(_caption_blocks(old), _caption_blocks(new), aligner, part)
    for edit in edits:
        for place in range(max(len(edit.old), len(edit.new))):
            yield (
                edit.old[place] if place < len(edit.old) else None,
                edit.new[place] if place < len(edit.new) else None,
            )


def _caption_blocks(document: Document) -> tuple[Block, ...]:
    return tuple(
        Block("caption", f"{caption.text} {caption.credit}".strip())
        for caption in document.captions
    )
