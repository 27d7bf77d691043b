"""What there is to show: two versions side by side as rows, in the order a reader reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archiver.diff import DEFAULT_ENGINE, diff, field_pieces, words
from archiver.diff.moved import MovesByBlock
from archiver.diff.pieces import BlockTokens, ShownPiece, shown_pieces
from archiver.grade import judged
from archiver.model import (
    Article,
    BlockEditKind,
    BlockKind,
    Change,
    Diff,
    Document,
    FieldName,
    Judgement,
    Version,
    Words,
)

FIELD_TITLES: Final[dict[FieldName, str]] = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "claimed_published": "Published, it says",
    "claimed_modified": "Updated, it says",
    "caption": "Caption",
    "credit": "Credit",
}


FURNITURE: Final = "Also on other articles of the site"
"""The note beside a block that seems to be of the page, not of the article."""

BLOCK_NAMES: Final[dict[BlockKind, str]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "list_item": "list item",
    "quote": "quotation",
    "table_row": "table row",
    "code": "code block",
    "rule": "line",
    "caption": "caption",
}
"""What a reader calls a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of one article, all that differs, and whether the page told of it.

    `disclosed` and `notices` are as in `Judgement`, whichever two versions these are.
    """

    article: Article
    old_version: Version
    new_version: Version
    old: Document
    new: Document
    diff: Diff
    changes: tuple[Change, ...]
    words: Words
    disclosed: bool | None
    notices: tuple[str, ...]
    furniture: frozenset[str] = frozenset()
    """Texts of blocks that also stand on other articles of the site."""

    @property
    def is_equal(self) -> bool:
        return self.old_version.sha256 == self.new_version.sha256


class Row(NamedTuple):
    """One block, or one field that differs, of either side or both.

    `title` names a field, and is "" for a block. The `pieces` are those of
    `archiver.diff.shown_pieces`; several blocks join with one line feed. Nothing moves in a field.
    """

    title: str
    kind: BlockEditKind
    block_kind: BlockKind
    pieces: tuple[ShownPiece, ...]
    is_furniture: bool = False
    """Whether it also stands on other articles of the site: of the page, it seems."""

    @property
    def is_equal(self) -> bool:
        return self.kind == "equal"

    @property
    def is_all_moved(self) -> bool:
        """Whether it is of one side only, and all its text is elsewhere on the other."""
        return self.kind in {"deleted", "inserted"} and all(piece.move for piece in self.pieces)

    @property
    def fate(self) -> str:
        """What became of it as a whole, "" where its text tells: "Split", "Now a heading"."""
        if self.title:
            return self.title
        if self.kind == "edited" and all(piece.tag == "equal" for piece in self.pieces):
            return f"Now a {BLOCK_NAMES[self.block_kind]}"
        if self.is_all_moved:
            return "Moved from here" if self.kind == "deleted" else "Moved here"
        return {"split": "Split", "merged": "Merged", "moved": "Moved"}.get(self.kind, "")

    @property
    def note(self) -> str:
        """Its `fate`, and whether it seems to be of the page around the article."""
        if self.is_furniture and not self.is_equal:
            return ", ".join([FURNITURE, *([self.fate.lower()] if self.fate else [])])
        return self.fate

    @property
    def is_only_moved(self) -> bool:
        """Whether something of it moved, and nothing else of it went or came."""
        changed = {piece.tag for piece in self.pieces} - {"equal"}
        return bool(changed) and changed <= {"from", "to"}


class Edged(NamedTuple):
    """A piece, and whether a text that moved begins or ends with it, at its old or new place."""

    piece: ShownPiece
    begins: bool
    ends: bool


class Fold(NamedTuple):
    """Rows that are equal on both sides, and left out."""

    rows_n: int


def comparison(
    article: Article,
    versions: tuple[Version, Version],
    documents: tuple[Document, Document],
    stored: Diff | None = None,
    engine: str = DEFAULT_ENGINE,
    *,
    by_dictionary: bool = False,
    furniture: frozenset[str] = frozenset(),
    recorded: tuple[Judgement, Words] | None = None,
) -> Comparison:
    """Compare (old, new); `stored` spares the diff where the archive has it.

    `recorded` spares the judgement and the counts of `stored`.
    """
    old, new = documents
    found = stored or diff(old, new, engine=engine, by_dictionary=by_dictionary)
    judgement, counts = recorded or (judged(found, old, new), words(found, old, new))
    return Comparison(
        article=article,
        old_version=versions[0],
        new_version=versions[1],
        old=old,
        new=new,
        diff=found,
        changes=judgement.changes,
        words=counts,
        disclosed=judgement.disclosed,
        notices=judgement.notices,
        furniture=furniture,
    )


def _field_kind(shown: Sequence[ShownPiece]) -> BlockEditKind:
    tags = {piece.tag for piece in shown}
    if tags == {"insert"}:
        return "inserted"
    return "deleted" if tags == {"delete"} else "edited"


def rows(compared: Comparison) -> list[Row]:
    """Give the fields that differ, then every block."""
    shown: list[Row] = []
    old, new = compared.old, compared.new
    moves = MovesByBlock.of(compared.diff.moves)
    cut = BlockTokens(old), BlockTokens(new)
    for field in compared.diff.fields:
        parts = tuple(ShownPiece(*piece) for piece in field_pieces(field, old, new))
        shown.append(Row(FIELD_TITLES[field.field], _field_kind(parts), "paragraph", parts))
    for edit in compared.diff.blocks:
        block = new.blocks[edit.new[0]] if edit.new else old.blocks[edit.old[0]]
        parts = tuple(shown_pieces(compared.diff, edit, (old, new), moves, cut))
        shown.append(
            Row("", edit.kind, block.kind, parts, is_furniture=block.text in compared.furniture)
        )
    return shown


def folded(shown: Sequence[Row], context: int) -> list[Row | Fold]:
    """Leave out equal rows that are more than `context` rows from one that differs."""
    near = [False] * len(shown)
    for index, row in enumerate(shown):
        if not row.is_equal:
            for other in range(max(0, index - context), min(len(shown), index + context + 1)):
                near[other] = True
    result: list[Row | Fold] = []
    for row, keep in zip(shown, near, strict=True):
        if keep:
            result.append(row)
        elif result and isinstance(result[-1], Fold):
            result[-1] = Fold(result[-1].rows_n + 1)
        else:
            result.append(Fold(1))
    return result


def edged(pieces: Sequence[ShownPiece]) -> list[Edged]:
    """Give each piece of a row with the edges of what moved, which may have edits within."""
    places = [(piece.move, piece.tag == "from") if piece.move else None for piece in pieces]
    return [
        Edged(
            piece,
            place is not None and before != place,
            place is not None and behind != place,
        )
        for piece, before, place, behind in zip(
            pieces, [None, *places], places, [*places[1:], None], strict=False
        )
    ]
