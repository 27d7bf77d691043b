"""A diff as rows a reader can query, one a change, and as counts of words.

A change is a maximal run of unequal tokens; blanks are no tokens, breaks between blocks are.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest
from typing import Literal, NamedTuple

from archiver.diff.fields import field_texts
from archiver.diff.moved import MovesByBlock, Range, free_ranges
from archiver.diff.pieces import BlockTokens, block_starts, joined_text, move_tokens
from archiver.diff.tokens import BREAK, is_word, tokens
from archiver.model import (
    BlockEdit,
    BlockKind,
    Change,
    ChangeKind,
    Diff,
    Document,
    Edit,
    FieldEdit,
    FieldName,
    Move,
    Words,
)


class TokenSpan(NamedTuple):
    """Tokens old[i1:i2] became new[j1:j2]; `inked` is false where only blanks and breaks differ."""

    i1: int
    i2: int
    j1: int
    j2: int
    inked: bool


class Placed(NamedTuple):
    """A change, and which tokens of its text it is on either side: all of them where None."""

    change: Change
    span: TokenSpan | None = None


class Changed(NamedTuple):
    """What changed in one text: a field, blocks, or a stretch that moved inside blocks.

    The tokens of a `span` are those of the field, of the blocks joined by breaks, or of the
    stretch.
    """

    source: FieldEdit | BlockEdit | Move
    placed: tuple[Placed, ...]


def changes(diff: Diff, old: Document, new: Document) -> tuple[Change, ...]:
    """Give every change from `old` to `new`: fields first, then the body in order.

    An inserted or deleted block is one change. A break that came or went alone is a split or a
    merge, with the whole blocks as its texts. Where only blanks differ (`10 %`, `10%`) the words
    beside them are in the texts, and where only the kind of a block differs, the whole block on
    both sides. A block that moved is one change with its text of either side and no words in or
    out, before the changes within it; so is a stretch that moved inside blocks, after what else
    changed where it came. Grades are not given here: `archiver.grade` does.
    """
    return tuple([one.change for text in changed_texts(diff, old, new) for one in text.placed])


def changed_texts(diff: Diff, old: Document, new: Document) -> Iterator[Changed]:
    """Give the changes of each field of `diff`, then of each edit of blocks, in its order.

    A stretch that moved inside blocks follows the edit of those it came to.
    """
    for field in diff.fields:
        was, now = field_texts(field, old, new)
        before, after = tokens(was), tokens(now)
        own = [
            _span_change(span, before, after, None, field.field)
            for span in _spans(field.edits, before, after)
        ]
        yield Changed(field, tuple(own))
    moves = MovesByBlock.of(diff.moves)
    cut = BlockTokens(old), BlockTokens(new)
    for edit in diff.blocks:
        is_equal = edit.old and edit.new and not edit.edits and not edit.moved
        yield Changed(edit, () if is_equal else tuple(_edit_changes(edit, old, new, moves)))
        for move in moves.into(edit.new):
            yield Changed(move, tuple(_move_changes(move, *cut)))


def words(diff: Diff, old: Document, new: Document) -> Words:
    """Count the words of the body that were kept, removed, inserted and moved, without fields.

    Of a moved block or stretch, what was edited counts as removed and inserted, the rest as moved.
    Costs as much as cutting all of `new` into tokens.
    """
    kept = removed = inserted = moved = 0
    cut = BlockTokens(old), BlockTokens(new)
    for move in diff.moves:
        _, after = move_tokens(move, *cut)
        same = sum(_words_n(after[one.j1 : one.j2]) for one in move.edits if one.tag == "equal")
        moved, removed, inserted = moved + same, removed - same, inserted - same
    for edit in diff.blocks:
        before = [] if edit.old and edit.new and not edit.edits else _tokens(old, edit.old)
        after = _tokens(new, edit.new)
        if edit.edits:
            for tag, i1, i2, j1, j2 in edit.edits:
                if tag == "equal" and edit.moved:
                    moved += _words_n(after[j1:j2])
                elif tag == "equal":
                    kept += _words_n(after[j1:j2])
                else:
                    removed += _words_n(before[i1:i2])
                    inserted += _words_n(after[j1:j2])
        elif edit.old and edit.new:
            kept += _words_n(after)
        else:
            removed += _words_n(before)
            inserted += _words_n(after)
    return Words(kept, removed, inserted, moved)


def _tokens(document: Document, blocks: Iterable[int]) -> list[str]:
    return tokens(joined_text(document, blocks))


def _words_n(found: Iterable[str]) -> int:
    return sum(map(is_word, found))


def _edit_changes(
    edit: BlockEdit, old: Document, new: Document, moves: MovesByBlock
) -> Iterator[Placed]:
    """Give the changes of one edit of blocks, but for what moved inside of them."""
    if edit.moved:
        was, now = joined_text(old, edit.old), joined_text(new, edit.new)
        yield _wordless_change("move", was, now, edit.new[0])
    if edit.edits and all(tag == "equal" for tag, *_ in edit.edits):
        if _kinds(old, edit.old) != _kinds(new, edit.new):
            text = joined_text(new, edit.new)
            yield _wordless_change("replace", text, text, edit.new[0])
    elif edit.edits:
        yield from _block_changes(edit, old, new, moves)
    elif not edit.old or not edit.new:
        yield from _lone_changes(edit, old, new, moves)


def _lone_changes(
    edit: BlockEdit, old: Document, new: Document, moves: MovesByBlock
) -> Iterator[Placed]:
    """Give a block that came or went whole as one change, but for what of it moved."""
    before, after = _tokens(old, edit.old), _tokens(new, edit.new)
    block = (edit.new or edit.old)[0]
    taken = moves.old_ranges(edit.old, (0,)) + moves.new_ranges(edit.new, (0,))
    whole = (0, len(before or after))
    for start, end in free_ranges(*whole, taken) if taken else [whole]:
        found = (before or after)[start:end]
        if taken and not any(map(_is_inked, found)):
            continue
        gone, come = (start, end) if before else (0, 0), (start, end) if after else (0, 0)
        change, span = _span_change(
            TokenSpan(*gone, *come, inked=True), before, after, block, "body"
        )
        # A block without text, such as a rule, came or went too.
        yield Placed(replace(change, kind="insert" if edit.new else "delete"), span)


def _move_changes(move: Move, old: BlockTokens, new: BlockTokens) -> Iterator[Placed]:
    """Give a stretch that moved, then what changed in it."""
    before, after = move_tokens(move, old, new)
    yield _wordless_change("move", "".join(before).strip(), "".join(after).strip(), move.new)
    for span in _spans(move.edits, before, after):
        yield _span_change(span, before, after, move.new, "body")


def _kinds(document: Document, blocks: Iterable[int]) -> list[BlockKind]:
    return [document.blocks[block].kind for block in blocks]


def _block_changes(
    edit: BlockEdit, old: Document, new: Document, moves: MovesByBlock
) -> Iterator[Placed]:
    before, after = _tokens(old, edit.old), _tokens(new, edit.new)
    old_starts, new_starts = block_starts(old, edit.old), block_starts(new, edit.new)
    gone_elsewhere = moves.old_ranges(edit.old, old_starts)
    come_from_elsewhere = moves.new_ranges(edit.new, new_starts)
    for whole in _spans(edit.edits, before, after):
        for span in _without_moves(whole, gone_elsewhere, come_from_elsewhere, before, after):
            gone, come = before[span.i1 : span.i2], after[span.j1 : span.j2]
            block = edit.new[_block_at(new_starts, span.j1 + _blanks_n(come))]
            breaks_n = come.count(BREAK) - gone.count(BREAK)
            if span.inked or not breaks_n or len(edit.old) == len(edit.new) == 1:
                yield _span_change(span, before, after, block, "body")
                continue
            old_blocks = _blocks_of(edit.old, old_starts, span.i1, span.i2)
            new_blocks = _blocks_of(edit.new, new_starts, span.j1, span.j2)
            yield _wordless_change(
                "split" if breaks_n > 0 else "merge",
                joined_text(old, old_blocks),
                joined_text(new, new_blocks),
                new_blocks[0],
            )


def _without_moves(
    span: TokenSpan,
    gone_elsewhere: Sequence[Range],
    come_from_elsewhere: Sequence[Range],
    before: Sequence[str],
    after: Sequence[str],
) -> Iterator[TokenSpan]:
    """Give what is left of a changed stretch without what moved, old parts beside new ones."""
    old_parts = free_ranges(span.i1, span.i2, gone_elsewhere)
    new_parts = free_ranges(span.j1, span.j2, come_from_elsewhere)
    if old_parts == [(span.i1, span.i2)] and new_parts == [(span.j1, span.j2)]:
        yield span
        return
    old_inked = [part for part in old_parts if any(map(_is_inked, before[slice(*part)]))]
    new_inked = [part for part in new_parts if any(map(_is_inked, after[slice(*part)]))]
    for was, now in zip_longest(old_inked, new_inked):
        i1, i2 = was or (span.i2, span.i2)
        j1, j2 = now or (span.j2, span.j2)
        yield TokenSpan(i1, i2, j1, j2, inked=True)


def _spans(
    edits: Iterable[Edit], before: Sequence[str], after: Sequence[str]
) -> Iterator[TokenSpan]:
    """Give the changed stretches; those of blanks alone widened by the token on either side.

    Two that meet by being widened are one.
    """
    waiting: TokenSpan | None = None
    for tag, i1, i2, j1, j2 in edits:
        if tag == "equal":
            continue
        span = TokenSpan(i1, i2, j1, j2, inked=True)
        if not any(map(_is_inked, before[i1:i2])) and not any(map(_is_inked, after[j1:j2])):
            span = TokenSpan(
                max(i1 - 1, 0),
                min(i2 + 1, len(before)),
                max(j1 - 1, 0),
                min(j2 + 1, len(after)),
                inked=False,
            )
        if waiting and not waiting.inked and not span.inked and span.i1 < waiting.i2:
            waiting = TokenSpan(waiting.i1, span.i2, waiting.j1, span.j2, inked=False)
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


def _is_inked(token: str) -> bool:
    return not token.isspace()


def _span_change(
    span: TokenSpan,
    before: Sequence[str],
    after: Sequence[str],
    block: int | None,
    field: FieldName | Literal["body"],
) -> Placed:
    gone, come = before[span.i1 : span.i2], after[span.j1 : span.j2]
    was, now = "".join(gone).strip(), "".join(come).strip()
    kind: ChangeKind = "replace"
    if not was or not now:
        kind = "delete" if was else "insert"
    change = Change(
        kind=kind,
        old=was,
        new=now,
        block=block,
        field=field,
        removed_n=_words_n(gone) if span.inked else 0,
        inserted_n=_words_n(come) if span.inked else 0,
    )
    return Placed(change, span)


def _wordless_change(kind: ChangeKind, old: str, new: str, block: int) -> Placed:
    """Give a change that took no word in or out: of whole blocks, or of a stretch that moved."""
    return Placed(
        Change(kind=kind, old=old, new=new, block=block, field="body", removed_n=0, inserted_n=0)
    )


def _block_at(starts: Sequence[int], place: int) -> int:
    """Give which block the token at `place` is in; a break belongs to the block before it."""
    return bisect_right(starts, place) - 1


def _blocks_of(blocks: Sequence[int], starts: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Give those of `blocks` that tokens from `first` to before `end` touch."""
    return blocks[_block_at(starts, first) : _block_at(starts, max(first, end - 1)) + 1]


def _blanks_n(found: Iterable[str]) -> int:
    """Count the blanks and breaks that `found` begins with."""
    return sum(1 for _ in takewhile(str.isspace, found))
