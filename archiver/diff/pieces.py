"""A stored edit as text again: what stayed, what went, what came, to the character."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Literal, NamedTuple

from archiver.diff.fields import field_texts
from archiver.diff.moved import MovesByBlock
from archiver.diff.tokens import BREAK, tokens
from archiver.model import BlockEdit, Diff, Document, Edit, FieldEdit, Move

Piece = tuple[Literal["equal", "delete", "insert"], str]
ShownTag = Literal["equal", "delete", "insert", "from", "to", "was"]


class ShownPiece(NamedTuple):
    """A piece of text and its fate, with what moved told from what went and came.

    `from` is text that went elsewhere, at its old place; `to` text that came from elsewhere, at
    its new place; `was` what was taken out of a text that moved, at its new place. `move` is the
    number of the move that the piece is a part of, from 1 in the order of the diff; what was put
    into a text that moved is an `insert` that has one.
    """

    tag: ShownTag
    text: str
    move: int | None = None


class Part(NamedTuple):
    """Tokens [start:end] of one side's blocks joined, and the move they went with, if any.

    `is_blank` says that they are blanks beside the text that moved, not a part of it.
    """

    start: int
    end: int
    move: Move | None
    is_blank: bool = False


def joined_text(document: Document, blocks: Iterable[int]) -> str:
    """Give the texts of some blocks of `document`, joined with one line feed."""
    return BREAK.join(document.blocks[block].text for block in blocks)


def block_starts(document: Document, blocks: Sequence[int]) -> list[int]:
    """Give where each of some blocks begins in their tokens joined by breaks."""
    lengths = (len(tokens(document.blocks[block].text)) + 1 for block in blocks[:-1])
    return [0, *accumulate(lengths)][: len(blocks)]


class BlockTokens:
    """The tokens of the blocks of a document, each cut once: one may hold thousands of moves."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[int, list[str]] = {}
        self._starts: dict[int, list[int]] = {}

    def __getitem__(self, block: int) -> list[str]:
        found = self._known.get(block)
        if found is None:
            found = self._known[block] = tokens(self._document.blocks[block].text)
        return found

    def starts(self, block: int) -> list[int]:
        """Give where each token of `block` begins, in letters, and last where its text ends."""
        found = self._starts.get(block)
        if found is None:
            found = self._starts[block] = [*accumulate(map(len, self[block]), initial=0)]
        return found


def move_tokens(move: Move, old: BlockTokens, new: BlockTokens) -> tuple[list[str], list[str]]:
    """Give the tokens of a stretch that moved, as they were and as they are."""
    return old[move.old][move.i1 : move.i2], new[move.new][move.j1 : move.j2]


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


def shown_pieces(
    diff: Diff,
    edit: BlockEdit,
    documents: tuple[Document, Document],
    moves: MovesByBlock,
    cut: tuple[BlockTokens, BlockTokens],
) -> list[ShownPiece]:
    """Give the text of `edit`, one of `diff`, in pieces for a reader, as `ShownPiece` tells them.

    The `equal`, `delete` and `from` pieces joined are the old blocks' text; all but `delete`,
    `from` and `was` the new blocks' text. Blanks that went or came beside a text that moved are
    in its pieces. `moves` are those of `diff`, `cut` the tokens of both documents.
    """
    old, new = documents
    if not any(block in moves.by_old for block in edit.old) and not moves.into(edit.new):
        return [ShownPiece(tag, text) for tag, text in pieces(edit, old, new)]
    before, after = tokens(joined_text(old, edit.old)), tokens(joined_text(new, edit.new))
    gone = [
        Part(start + move.i1, start + move.i2, move)
        for start, block in zip(block_starts(old, edit.old), edit.old, strict=True)
        for move in moves.by_old.get(block, ())
    ]
    come = [
        Part(start + move.j1, start + move.j2, move)
        for start, block in zip(block_starts(new, edit.new), edit.new, strict=True)
        for move in moves.by_new.get(block, ())
    ]
    found: list[ShownPiece] = []
    for tag, i1, i2, j1, j2 in edit.edits or (Edit("replace", 0, len(before), 0, len(after)),):
        if tag == "equal":
            found.append(ShownPiece("equal", "".join(after[j1:j2])))
            continue
        for part in _parted(i1, i2, gone, before):
            text = "".join(before[part.start : part.end])
            number = _number(part.move, diff) if part.move else None
            found.append(ShownPiece("from" if part.move else "delete", text, number))
        for part in _parted(j1, j2, come, after):
            text = "".join(after[part.start : part.end])
            if part.move and not part.is_blank:
                found += _arrived(part.move, _number(part.move, diff), *cut)
            elif part.move:
                found.append(ShownPiece("to", text, _number(part.move, diff)))
            else:
                found.append(ShownPiece("insert", text))
    return _joined(found)


def field_pieces(edit: FieldEdit, old: Document, new: Document) -> list[Piece]:
    """Give the text of a field in pieces, as `pieces` does for blocks."""
    before, after = field_texts(edit, old, new)
    return _pieces(edit.edits, tokens(before), tokens(after))


def move_pieces(move: Move, old: BlockTokens, new: BlockTokens) -> list[Piece]:
    """Give a text that moved in pieces, as `pieces` does for blocks."""
    return _pieces(move.edits, *move_tokens(move, old, new))


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


def _number(move: Move, diff: Diff) -> int:
    """Give the number of a move, which are in the order of the new document."""
    return bisect_left(diff.moves, (move.new, move.j1), key=lambda one: (one.new, one.j1)) + 1


def _parted(start: int, end: int, moved: Sequence[Part], found: Sequence[str]) -> list[Part]:
    """Part tokens [start:end] by what of them moved; blanks beside that are taken to it.

    Breaks stay apart: they end a paragraph, moved text or not.
    """
    parts: list[Part] = []
    # Of thousands only those near by are looked at.
    first = max(bisect_left(moved, start, key=itemgetter(0)) - 1, 0)
    for low, high, move, _ in moved[first : bisect_left(moved, end, key=itemgetter(0))]:
        if high <= start or low >= end:
            continue
        if start < low:
            parts.append(Part(start, low, None))
        parts.append(Part(max(start, low), min(high, end), move))
        start = high
    if start < end:
        parts.append(Part(start, end, None))
    return list(_with_blanks(parts, found))


def _with_blanks(parts: Sequence[Part], found: Sequence[str]) -> Iterator[Part]:
    """Give each part, those of blanks alone to the move before them, or else behind."""
    for index, (start, end, move, _) in enumerate(parts):
        beside = parts[index - 1] if index else parts[min(1, len(parts) - 1)]
        if move is None and beside.move and not "".join(found[start:end]).strip(" "):
            yield Part(start, end, beside.move, is_blank=True)
        else:
            yield parts[index]


def _arrived(move: Move, number: int, old: BlockTokens, new: BlockTokens) -> Iterator[ShownPiece]:
    """Give a text that came from elsewhere, with what was taken out of it and put into it.

    Where its last sign was put in or taken out, but stands right behind it on the other side,
    nothing changed: the same full stop then ends another sentence.
    """
    was, now = old[move.old], new[move.new]
    found = move_pieces(move, old, new)
    behind: dict[str, str] = {
        "delete": "".join(now[move.j2 : move.j2 + 1]),
        "insert": "".join(was[move.i2 : move.i2 + 1]),
    }
    for index, (tag, text) in enumerate(found):
        is_last = index == len(found) - 1 and (not index or found[index - 1][0] == "equal")
        stays = is_last and text == behind.get(tag)
        if tag == "equal" or (tag == "insert" and stays):
            yield ShownPiece("to", text, number)
        elif not stays:
            yield ShownPiece("was" if tag == "delete" else "insert", text, number)


def _joined(found: Iterable[ShownPiece]) -> list[ShownPiece]:
    """Join pieces of one fate and move that meet."""
    joined: list[ShownPiece] = []
    for piece in found:
        if joined and (joined[-1].tag, joined[-1].move) == (piece.tag, piece.move):
            joined[-1] = piece._replace(text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


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
