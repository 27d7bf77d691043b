"""A diff as compact text for storage, and back: a JSON array of blocks, fields and moves.

A block entry is one of

    ["=", i, j, n]           n equal blocks one for one, from old block i and new block j on
    ["-", i, n]              n deleted blocks, from old block i on
    ["+", j, n]              n inserted blocks, from new block j on
    ["~", old, new, moved, edits]   anything else: lists of blocks, 0 or 1, edits

a field entry is [name, old place, new place, edits], and a move, of a stretch inside a block, is
[old block, its first token, new block, its first token, edits]. Edits are flat: the tag (0 equal,
1 delete, 2 insert, 3 replace), how many old tokens, how many new tokens, and so on; they tile
both sides, so lengths say all. A stored diff is never written again, so the format may grow and
not change: where nothing moved inside blocks there is no list of moves.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archiver.model import BlockEdit, Diff, Edit, EditTag, FieldEdit, Move, Sha256

TAGS: tuple[EditTag, ...] = ("equal", "delete", "insert", "replace")


def encode(diff: Diff) -> str:
    """Give blocks, fields and moves of `diff` as JSON; digests and names are not in it."""
    fields = [[edit.field, edit.old, edit.new, _flat(edit.edits)] for edit in diff.fields]
    moves = [[move.old, move.i1, move.new, move.j1, _flat(move.edits)] for move in diff.moves]
    whole = [_rows(diff.blocks), fields, moves] if moves else [_rows(diff.blocks), fields]
    return json.dumps(whole, separators=(",", ":"))


def decode(old: Sha256, new: Sha256, engine: str, tokeniser: str, text: str) -> Diff:
    """Give the diff that `encode` made `text` of."""
    rows, fields, *grown = json.loads(text)
    return Diff(
        old=old,
        new=new,
        engine=engine,
        tokeniser=tokeniser,
        blocks=tuple(edit for row in rows for edit in _block_edits(row)),
        fields=tuple(
            FieldEdit(field=name, old=i, new=j, edits=_edits(flat)) for name, i, j, flat in fields
        ),
        moves=tuple(_move(*row) for rows in grown for row in rows),
    )


def _move(old: int, i1: int, new: int, j1: int, flat: list[int]) -> Move:
    edits = _edits(flat)
    end = edits[-1]
    return Move(old=old, i1=i1, i2=i1 + end.i2, new=new, j1=j1, j2=j1 + end.j2, edits=edits)


def _rows(edits: Iterable[BlockEdit]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for edit in edits:
        row: list[Any]
        if edit.moved or edit.edits or len(edit.old) > 1 or len(edit.new) > 1:
            row = ["~", [*edit.old], [*edit.new], int(edit.moved), _flat(edit.edits)]
        elif edit.old and edit.new:
            row = ["=", *edit.old, *edit.new, 1]
        else:
            row = ["-", *edit.old, 1] if edit.old else ["+", *edit.new, 1]
        if rows and row[0] != "~" and _follows(rows[-1], row):
            rows[-1][-1] += 1
        else:
            rows.append(row)
    return rows


def _follows(row: list[Any], following: list[Any]) -> bool:
    """Say whether `following`, one block of its kind, is next after those of `row`."""
    n = row[-1]
    return row[0] == following[0] and all(
        place + n == after for place, after in zip(row[1:-1], following[1:-1], strict=True)
    )


def _block_edits(row: list[Any]) -> Iterator[BlockEdit]:
    mark, *rest = row
    if mark == "~":
        old, new, moved, flat = rest
        yield BlockEdit(old=tuple(old), new=tuple(new), moved=bool(moved), edits=_edits(flat))
        return
    *starts, n = rest
    for k in range(n):
        places = tuple(start + k for start in starts)
        yield BlockEdit(
            old=() if mark == "+" else places[:1], new=() if mark == "-" else places[-1:]
        )


def _flat(edits: Iterable[Edit]) -> list[int]:
    flat: list[int] = []
    for tag, i1, i2, j1, j2 in edits:
        flat += (TAGS.index(tag), i2 - i1, j2 - j1)
    return flat


def _edits(flat: list[int]) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    i = j = 0
    for tag, old_n, new_n in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
        edits.append(Edit(TAGS[tag], i, i + old_n, j, j + new_n))
        i, j = i + old_n, j + new_n
    return tuple(edits)
