"""A change in its place: the texts it stands in on both sides, and where in them."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from archiver.diff import field_texts, tokens
from archiver.grade.dates import dates
from archiver.grade.items import Item, Span
from archiver.grade.names import names
from archiver.grade.negations import negations
from archiver.grade.numbers import numbers
from archiver.grade.quotes import Quotes, quotes
from archiver.model import BlockEdit, BlockKind, Change, Diff, Document, Edit


@dataclass(frozen=True, kw_only=True)
class Side:
    """The text a change stands in, in one of the two documents: one block or several, or a field.

    What it holds is looked for when a rule asks, once.
    """

    text: str
    language: str
    kinds: tuple[BlockKind, ...] = ()

    @cached_property
    def tokens(self) -> Sequence[str]:
        return tokens(self.text)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each token begins, in characters, and last where the text ends."""
        return [0, *accumulate(map(len, self.tokens))]

    @cached_property
    def quotes(self) -> Quotes:
        return quotes(self.tokens)

    @cached_property
    def dates(self) -> tuple[Item, ...]:
        return dates(self.text, self.language)

    @cached_property
    def numbers(self) -> tuple[Item, ...]:
        taken = [Span(item.start, item.end) for item in self.dates]
        return numbers(self.text, self.language, taken)

    @cached_property
    def names(self) -> tuple[Item, ...]:
        headed = self.kinds == ("heading",) and self._is_titled()
        return names(self.text, self.tokens, self.language, headed=headed)

    @cached_property
    def negations(self) -> tuple[Item, ...]:
        return negations(self.text, self.tokens, self.language)

    def token_range(self, span: Span) -> range:
        """Give the indexes of the tokens in `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def _is_titled(self) -> bool:
        """Say whether most long words begin with a capital, as in a title in title case."""
        long = [token for token in self.tokens if len(token) > 3 and token[0].isalpha()]
        return sum(token[0].isupper() for token in long) * 2 > len(long)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A change with the texts around it; `was` and `now` are its stretches of them."""

    change: Change
    old: Side
    new: Side
    was: Span
    now: Span
    is_whole: bool = False
    """Its block or its field came or went whole."""
    documents: tuple[Document, Document]

    @property
    def old_text(self) -> str:
        return self.old.text[self.was.start : self.was.end]

    @property
    def new_text(self) -> str:
        return self.new.text[self.now.start : self.now.end]


class _Place:
    """Two texts that edits lead from one to the other, and which stretch each change is."""

    def __init__(self, old: Side, new: Side, edits: Iterable[Edit], *, is_whole: bool) -> None:
        self.old, self.new, self.is_whole = old, new, is_whole
        self._edits = edits
        self._spans: dict[tuple[str, str], deque[tuple[Span, Span]]] | None = None

    def spans(self, change: Change) -> tuple[Span, Span] | None:
        """Take the next stretches whose texts are those of `change`; None where there are none."""
        if self._spans is None:
            self._spans = {}
            for key, spans in self._all():
                self._spans.setdefault(key, deque()).append(spans)
        found = self._spans.get((change.old, change.new))
        return found.popleft() if found else None

    def _all(self) -> Iterator[tuple[tuple[str, str], tuple[Span, Span]]]:
        for tag, i1, i2, j1, j2 in self._edits:
            if tag == "equal":
                continue
            was, now = _ink(self.old, i1, i2), _ink(self.new, j1, j2)
            if was.start == was.end and now.start == now.end:
                # Only blanks: the change shows the words beside them.
                was = _ink(self.old, max(i1 - 1, 0), min(i2 + 1, len(self.old.tokens)))
                now = _ink(self.new, max(j1 - 1, 0), min(j2 + 1, len(self.new.tokens)))
            key = self.old.text[was.start : was.end], self.new.text[now.start : now.end]
            yield key, (was, now)


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
    for change in found:
        place = places.of(change)
        spans = None if place.is_whole else place.spans(change)
        if spans is None:
            spans = _find(place.old.text, change.old), _find(place.new.text, change.new)
        yield Passage(
            change=change,
            old=place.old,
            new=place.new,
            was=spans[0],
            now=spans[1],
            is_whole=place.is_whole,
            documents=(old, new),
        )


def _find(text: str, part: str) -> Span:
    start = max(text.find(part), 0) if part else 0
    return Span(start, start + len(part))


class _Places:
    """Where changes may stand: the fields and the blocks that one diff changed."""

    def __init__(self, diff: Diff, old: Document, new: Document, language: str) -> None:
        self._old, self._new, self._language = old, new, language
        self._fields: dict[str, deque[_Place]] = {}
        for edit in diff.fields:
            was, now = (Side(text=text, language=language) for text in field_texts(edit, old, new))
            whole = edit.old is None or edit.new is None
            place = _Place(was, now, edit.edits, is_whole=whole)
            self._fields.setdefault(edit.field, deque()).append(place)
        self._gone: dict[int, _Place] = {}
        self._come: dict[int, _Place] = {}
        for block in diff.blocks:
            if block.edits or not block.old or not block.new:
                place = self._block_place(block)
                if block.new:
                    self._come.update(dict.fromkeys(block.new, place))
                else:
                    self._gone[block.old[0]] = place

    def of(self, change: Change) -> _Place:
        """Give the place of `change`, which may take the index of a block gone whole for its own.

        A word deleted inside a block has the block's new index, a block deleted whole its old
        one: what was deleted is the whole block only where that is its text.
        """
        if change.field != "body":
            waiting = self._fields[change.field]
            return self._of_field(waiting, change)
        index = -1 if change.block is None else change.block
        gone = self._gone.get(index)
        if change.kind == "delete" and gone and gone.old.text.strip() == change.old:
            return gone
        place = self._come.get(index) or gone
        if place:
            return place
        was = Side(text=change.old, language=self._language)
        now = Side(text=change.new, language=self._language)
        return _Place(was, now, (), is_whole=not change.old or not change.new)

    def _of_field(self, waiting: deque[_Place], change: Change) -> _Place:
        for place in waiting:
            if change.old in place.old.text and change.new in place.new.text:
                return place
        return waiting[0]

    def _block_place(self, edit: BlockEdit) -> _Place:
        return _Place(
            self._side(self._old, edit.old),
            self._side(self._new, edit.new),
            edit.edits,
            is_whole=not edit.old or not edit.new,
        )

    def _side(self, document: Document, blocks: Sequence[int]) -> Side:
        return Side(
            text="\n".join(document.blocks[block].text for block in blocks),
            language=self._language,
            kinds=tuple(document.blocks[block].kind for block in blocks),
        )
