"""A stored edit as text again: what stayed, what went, what came, to the character."""

from collections.abc import Iterable, Sequence
from typing import Literal

from archiver.diff.fields import field_texts
from archiver.diff.tokens import BREAK, tokens
from archiver.model import BlockEdit, Document, Edit, FieldEdit

Piece = tuple[Literal["equal", "delete", "insert"], str]


def joined_text(document: Document, blocks: Iterable[int]) -> str:
    """Give the texts of some blocks of `document`, joined with one line feed."""
    return BREAK.join(document.blocks[block].text for block in blocks)


def pieces(edit: BlockEdit, old: Document, new: Document) -> list[Piece]:
    """Give the text of `edit` in pieces, in reading order, what went before what came.

    The `equal` and `delete` pieces joined are the old blocks' text, `equal` and `insert` the new.
    """
    before, after = joined_text(old, edit.old), joined_text(new, edit.new)
    if edit.edits:
        return _pieces(edit.edits, tokens(before), tokens(after))
    if not edit.new:
        return [("delete", before)]
    if not edit.old:
        return [("insert", after)]
    return [("equal", after)]


def field_pieces(edit: FieldEdit, old: Document, new: Document) -> list[Piece]:
    """Give the text of a field in pieces, as `pieces` does for blocks."""
    before, after = field_texts(edit, old, new)
    return _pieces(edit.edits, tokens(before), tokens(after))


def old_text(found: Iterable[Piece]) -> str:
    """Give the text that was.

    >>> old_text([("equal", "at "), ("delete", "50"), ("insert", "150")])
    'at 50'
    """
    return "".join(text for tag, text in found if tag != "insert")


def new_text(found: Iterable[Piece]) -> str:
    """Give the text that is.

    >>> new_text([("equal", "at "), ("delete", "50"), ("insert", "150")])
    'at 150'
    """
    return "".join(text for tag, text in found if tag != "delete")


def _pieces(edits: Iterable[Edit], before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in edits:
        if tag == "equal":
            found.append(("equal", "".join(after[j1:j2])))
            continue
        if i1 < i2:
            found.append(("delete", "".join(before[i1:i2])))
        if j1 < j2:
            found.append(("insert", "".join(after[j1:j2])))
    return found
