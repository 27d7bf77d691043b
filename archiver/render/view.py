"""What there is to show: two versions side by side as rows, in the order a reader reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archiver.diff import DEFAULT_ENGINE, diff, field_pieces, pieces, words
from archiver.diff.pieces import Piece
from archiver.grade import judged
from archiver.model import (
    Article,
    BlockEditKind,
    BlockKind,
    Change,
    Diff,
    Document,
    FieldName,
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

    @property
    def is_equal(self) -> bool:
        return self.old_version.sha256 == self.new_version.sha256


class Row(NamedTuple):
    """One block, or one field that differs, of either side or both.

    `title` names a field, and is "" for a block. The `equal` and `delete` pieces joined are the
    old text, the `equal` and `insert` ones the new; several blocks join with one line feed.
    """

    title: str
    kind: BlockEditKind
    block_kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def is_equal(self) -> bool:
        return self.kind == "equal"


class Fold(NamedTuple):
    """Rows that are equal on both sides, and left out."""

    rows_n: int


def comparison(
    article: Article,
    versions: tuple[Version, Version],
    documents: tuple[Document, Document],
    stored: Diff | None = None,
    engine: str = DEFAULT_ENGINE,
) -> Comparison:
    """Compare (old, new); `stored` spares the diff where the archive has it."""
    old, new = documents
    found = stored or diff(old, new, engine=engine)
    judgement = judged(found, old, new)
    return Comparison(
        article=article,
        old_version=versions[0],
        new_version=versions[1],
        old=old,
        new=new,
        diff=found,
        changes=judgement.changes,
        words=words(found, old, new),
        disclosed=judgement.disclosed,
        notices=judgement.notices,
    )


def _field_kind(shown: Sequence[Piece]) -> BlockEditKind:
    tags = {tag for tag, _ in shown}
    if tags == {"insert"}:
        return "inserted"
    return "deleted" if tags == {"delete"} else "edited"


def rows(compared: Comparison) -> list[Row]:
    """Give the fields that differ, then every block."""
    shown: list[Row] = []
    for field in compared.diff.fields:
        parts = tuple(field_pieces(field, compared.old, compared.new))
        shown.append(Row(FIELD_TITLES[field.field], _field_kind(parts), "paragraph", parts))
    for edit in compared.diff.blocks:
        block = compared.new.blocks[edit.new[0]] if edit.new else compared.old.blocks[edit.old[0]]
        parts = tuple(pieces(edit, compared.old, compared.new))
        shown.append(Row("", edit.kind, block.kind, parts))
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
