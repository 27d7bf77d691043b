"""A change in its place: the texts it stands in on both sides, and where in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

from archiver.diff import (
    BlockTokens,
    field_changes,
    field_texts,
    move_pieces,
    new_text,
    old_text,
    tokens,
)
from archiver.grade.capitals import Capitals
from archiver.grade.items import Span
from archiver.grade.notices import in_notice, is_notice
from archiver.grade.sides import Side
from archiver.model import BlockEdit, Change, ChangeKind, Diff, Document, Edit, Move


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A change with the texts around it. Where in them it stands is looked for when asked."""

    change: Change
    place: "Place"
    nth: int
    """Which of the changes of its place that have the same texts, from 0."""
    is_whole: bool
    """Its block or its field came or went whole."""
    documents: tuple[Document, Document]
    capitals: tuple[Capitals, Capitals]

    @property
    def old(self) -> Side:
        return self.place.old

    @property
    def new(self) -> Side:
        return self.place.new

    @cached_property
    def in_notice(self) -> bool:
        """It is in a notice of the editors, in the old document or in the new."""
        change, (old, new) = self.change, self.documents
        if change.field in {"headline", "byline", "claimed_published", "claimed_modified"}:
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
        key = self.change.old, self.change.new
        found = self.place.spans.get(key, ())
        if self.nth < len(found):
            return found[self.nth]
        return _find(self.old.text, self.change.old), _find(self.new.text, self.change.new)

    @property
    def was(self) -> Span:
        return self.spans[0]

    @property
    def now(self) -> Span:
        return self.spans[1]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Two texts that `edits` lead from one to the other; `whole` says how, where one is absent."""

    old: Side
    new: Side
    edits: tuple[Edit, ...] = ()
    whole: ChangeKind | None = None

    @cached_property
    def spans(self) -> Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]:
        """Where each change stands, by its texts, in order."""
        found: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
        for tag, i1, i2, j1, j2 in self.edits:
            if tag == "equal":
                continue
            was, now = _ink(self.old, i1, i2), _ink(self.new, j1, j2)
            if was.start == was.end and now.start == now.end:
                # Only blanks: the change shows the words beside them.
                was = _ink(self.old, max(i1 - 1, 0), min(i2 + 1, len(self.old.tokens)))
                now = _ink(self.new, max(j1 - 1, 0), min(j2 + 1, len(self.new.tokens)))
            key = self.old.text[was.start : was.end], self.new.text[now.start : now.end]
            found.setdefault(key, []).append((was, now))
        return found


def _ink(side: Side, first: int, end: int) -> Span:
    """Give tokens [first:end] in characters, without the blanks at either end."""
    start, stop = side.starts[first], side.starts[end]
    text = side.text[start:stop]
    inner = text.strip()
    if not inner:
        return Span(start, start)
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(inner))


def passages(
    found: Iterable[Change], diff: Diff, old: Document, new: Document, language: str
) -> Iterator[Passage]:
    """Give every change of `diff` in its place, in order. Unchanged blocks are not looked at."""
    places = _Places(diff, old, new, language)
    capitals = Capitals(old, language), Capitals(new, language)
    seen: Counter[tuple[int, str, str]] = Counter()
    for change in found:
        place = places.of(change)
        key = id(place), change.old, change.new
        yield Passage(
            change=change,
            place=place,
            nth=seen[key],
            is_whole=place.whole is not None and place.whole == change.kind,
            documents=(old, new),
            capitals=capitals,
        )
        seen[key] += 1


def _find(text: str, part: str) -> Span:
    start = max(text.find(part), 0) if part else 0
    return Span(start, min(start + len(part), len(text)))


class _Places:
    """Where changes may stand: the fields and the blocks that one diff changed."""

    def __init__(self, diff: Diff, old: Document, new: Document, language: str) -> None:
        self._old, self._new, self._language = old, new, language
        self._fields = self._field_places(diff)
        # Of each block what moved into it, in order, and what of that is being read.
        self._moved: dict[int, list[Place | None]] = {}
        self._reading: dict[int, Place | None] = {}
        self._gone: dict[int, Place] = {}
        self._come: dict[int, Place] = {}
        cut = BlockTokens(old), BlockTokens(new)
        for move in reversed(diff.moves):
            is_edited = any(edit.tag != "equal" for edit in move.edits)
            place = self._moved_place(move, *cut) if is_edited else None
            self._moved.setdefault(move.new, []).append(place)
        for block in diff.blocks:
            if block.moved:
                # The first move is of the block itself.
                self._moved.setdefault(block.new[0], []).append(None)
            if block.edits or not block.old or not block.new:
                place = self._block_place(block)
                if block.new:
                    self._come.update(dict.fromkeys(block.new, place))
                else:
                    self._gone[block.old[0]] = place

    def of(self, change: Change) -> Place:
        """Give the place of the next change, which may take the index of a block gone for its own.

        A word deleted inside a block has the block's new index, a block deleted whole its old
        one: what was deleted is the whole block only where that is its text. What was edited in a
        text that moved follows on its move, and was no part of the block it is in now.
        """
        if change.field != "body":
            return next(self._fields)
        index = -1 if change.block is None else change.block
        inside = self._reading.get(index)
        if change.kind == "move" and self._moved.get(index):
            self._reading[index] = self._moved[index].pop()
        elif inside and (change.old, change.new) in inside.spans:
            return inside
        gone = self._gone.get(index)
        if change.kind == "delete" and gone and gone.old.text.strip() == change.old:
            return gone
        come = self._come.get(index)
        if come and change.old in come.old.text and change.new in come.new.text:
            return come
        was = Side(text=change.old, language=self._language)
        now = Side(text=change.new, language=self._language)
        return Place(old=was, new=now)

    def _field_places(self, diff: Diff) -> Iterator[Place]:
        """Give the place of each change of a field, in their order."""
        for edit, own in zip(diff.fields, field_changes(diff, self._old, self._new), strict=True):
            was, now = (
                Side(text=text, language=self._language)
                for text in field_texts(edit, self._old, self._new)
            )
            whole = _whole_kind(edit.old is None, edit.new is None)
            yield from repeat(Place(old=was, new=now, edits=edit.edits, whole=whole), len(own))

    def _block_place(self, edit: BlockEdit) -> Place:
        return Place(
            old=self._side(self._old, edit.old),
            new=self._side(self._new, edit.new),
            edits=edit.edits,
            whole=_whole_kind(not edit.old, not edit.new),
        )

    def _moved_place(self, move: Move, old: BlockTokens, new: BlockTokens) -> Place:
        found = move_pieces(move, old, new)
        return Place(
            old=Side(text=old_text(found), language=self._language),
            new=Side(text=new_text(found), language=self._language),
            edits=move.edits,
        )

    def _side(self, document: Document, blocks: Sequence[int]) -> Side:
        return Side(
            text="\n".join(document.blocks[block].text for block in blocks),
            language=self._language,
            kinds=tuple(document.blocks[block].kind for block in blocks),
        )


def _whole_kind(came: bool, went: bool) -> ChangeKind | None:
    if came:
        return "insert"
    return "delete" if went else None
