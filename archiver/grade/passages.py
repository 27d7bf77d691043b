"""A change in its place: the texts it stands in on both sides, and where in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from archiver.diff import (
    BlockTokens,
    Placed,
    TokenSpan,
    changed_texts,
    field_texts,
    move_tokens,
    tokens,
)
from archiver.grade.capitals import Capitals
from archiver.grade.items import Span
from archiver.grade.notices import in_notice, is_notice
from archiver.grade.sides import Side
from archiver.model import (
    CLAIMED_DATES,
    BlockEdit,
    Change,
    ChangeKind,
    Diff,
    Document,
    FieldEdit,
    Move,
)


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A change with the texts around it."""

    change: Change
    place: "Place"
    tokens: TokenSpan | None
    """Which tokens of its place it is, where it is not all of some blocks."""
    documents: tuple[Document, Document]
    capitals: tuple[Capitals, Capitals]

    @property
    def old(self) -> Side:
        return self.place.old

    @property
    def new(self) -> Side:
        return self.place.new

    @property
    def is_whole(self) -> bool:
        """Its block or its field came or went, but for less than half of it that moved."""
        return self.place.whole == self.change.kind

    @cached_property
    def in_notice(self) -> bool:
        """It is in a notice of the editors, in the old document or in the new."""
        change, (old, new) = self.change, self.documents
        if change.field in {"headline", "byline", *CLAIMED_DATES}:
            return False
        if change.field != "body":
            return is_notice(self.old.text) or is_notice(self.new.text) or self.in_closing_notice
        block = change.block
        if block is None:
            return False
        if self.is_whole:
            return in_notice(old if change.kind == "delete" else new, block)
        if change.kind in {"move", "split", "merge"} and change.old == change.new:
            return False
        if block < len(new.blocks) and in_notice(new, block):
            return change.old != change.new
        if "\n" not in self.old.text and is_notice(self.old.text):
            return True
        return self.in_closing_notice

    @property
    def in_closing_notice(self) -> bool:
        """It is in a notice with which its block ends, in the old document or in the new."""
        return any(
            start is not None and self.spans[side].end > start
            for side, start in enumerate((self.old.closing_notice, self.new.closing_notice))
        )

    @cached_property
    def old_tokens(self) -> Sequence[str]:
        return tokens(self.change.old)

    @cached_property
    def new_tokens(self) -> Sequence[str]:
        return tokens(self.change.new)

    @cached_property
    def spans(self) -> tuple[Span, Span]:
        """The stretches of the old and of the new text that are the change."""
        if self.tokens is None:
            return _find(self.old.text, self.change.old), _find(self.new.text, self.change.new)
        i1, i2, j1, j2, _ = self.tokens
        return _ink(self.old, i1, i2), _ink(self.new, j1, j2)

    @property
    def was(self) -> Span:
        return self.spans[0]

    @property
    def now(self) -> Span:
        return self.spans[1]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Two texts of which one became the other.

    `whole` says how, where one is absent and most of the other is nowhere else.
    """

    old: Side
    new: Side
    whole: ChangeKind | None = None


def _ink(side: Side, first: int, end: int) -> Span:
    """Give tokens [first:end] in characters, without the blanks at either end."""
    start, stop = side.starts[first], side.starts[end]
    text = side.text[start:stop]
    inner = text.strip()
    if not inner:
        return Span(start, start)
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(inner))


def passages(diff: Diff, old: Document, new: Document, language: str) -> Iterator[Passage]:
    """Give every change of `diff` in its place, in order. Unchanged blocks are not looked at."""
    capitals = Capitals(old, language), Capitals(new, language)
    cut = BlockTokens(old), BlockTokens(new)
    for source, placed in changed_texts(diff, old, new):
        if not placed:
            continue
        place = _place(source, (old, new), cut, language)
        if place.whole and not _is_most(placed, place.old.text or place.new.text):
            place = replace(place, whole=None)
        for change, span in placed:
            yield Passage(
                change=change, place=place, tokens=span, documents=(old, new), capitals=capitals
            )


def _is_most(placed: Iterable[Placed], text: str) -> bool:
    """Say whether what went or came is half of `text` and more; the rest moved."""
    return 2 * sum(len(change.old or change.new) for change, _ in placed) >= len(text.strip())


def _find(text: str, part: str) -> Span:
    start = max(text.find(part), 0) if part else 0
    return Span(start, min(start + len(part), len(text)))


def _place(
    source: FieldEdit | BlockEdit | Move,
    documents: tuple[Document, Document],
    cut: tuple[BlockTokens, BlockTokens],
    language: str,
) -> Place:
    """Give the two texts of what changed."""
    old, new = documents
    if isinstance(source, BlockEdit):
        return Place(
            old=_side(old, source.old, language),
            new=_side(new, source.new, language),
            whole=_whole_kind(not source.old, not source.new),
        )
    if isinstance(source, Move):
        was, now = map("".join, move_tokens(source, *cut))
        whole = None
    else:
        was, now = field_texts(source, old, new)
        whole = _whole_kind(source.old is None, source.new is None)
    return Place(
        old=Side(text=was, language=language), new=Side(text=now, language=language), whole=whole
    )


def _side(document: Document, blocks: Sequence[int], language: str) -> Side:
    return Side(
        text="\n".join(document.blocks[block].text for block in blocks),
        language=language,
        kinds=tuple(document.blocks[block].kind for block in blocks),
    )


def _whole_kind(came: bool, went: bool) -> ChangeKind | None:
    if came:
        return "insert"
    return "delete" if went else None
