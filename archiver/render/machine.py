"""A comparison for programs: the JSON that `archiver diff --json` prints, a stable surface."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from archiver.diff import BlockTokens, changed_texts, field_texts, move_pieces, pieces
from archiver.model import BlockEdit, Change, FieldEdit, Move, Version
from archiver.render.view import Comparison


def comparison_json(compared: Comparison) -> dict[str, Any]:
    """Give the document that `docs/cli.md` describes.

    Of each block the `equal` and `delete` texts joined are its old text, the `equal` and `insert`
    ones its new text, to the character.
    """
    old, new = compared.old, compared.new
    cut = BlockTokens(old), BlockTokens(new)
    return {
        "article": compared.article.uri,
        "engine": compared.diff.engine,
        "tokeniser": compared.diff.tokeniser,
        "from": _version(compared.old_version),
        "to": _version(compared.new_version),
        "words": compared.words._asdict(),
        "disclosed": compared.disclosed,
        "notices": list(compared.notices),
        "fields": list(_fields(compared)),
        "blocks": [
            {
                "kind": edit.kind,
                "furniture": is_furniture(edit, compared),
                "old": list(edit.old),
                "new": list(edit.new),
                "edits": [list(piece) for piece in pieces(edit, old, new)],
            }
            for edit in compared.diff.blocks
        ],
        "moves": [_move(move, *cut) for move in compared.diff.moves],
        "changes": [change_json(change) for change in compared.changes],
    }


def is_furniture(edit: BlockEdit, compared: Comparison) -> bool:
    """Say whether a block also stands on other articles of the site."""
    block = compared.new.blocks[edit.new[0]] if edit.new else compared.old.blocks[edit.old[0]]
    return block.text in compared.furniture


def _version(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "label": version.label or None,
        "captured_at": version.first_seen,
        "sha256": version.sha256,
    }


def _fields(compared: Comparison) -> Iterator[dict[str, Any]]:
    """Give each field that differs, with the grade of the first change in it."""
    found, old, new = compared.diff, compared.old, compared.new
    graded = iter(compared.changes)
    for edit, placed in changed_texts(found, old, new):
        if not isinstance(edit, FieldEdit):
            return
        was, now = field_texts(edit, old, new)
        first, *_ = islice(graded, len(placed))
        yield {"field": edit.field, "old": was, "new": now, "grade": first.grade}


def _move(move: Move, old: BlockTokens, new: BlockTokens) -> dict[str, Any]:
    """Give where a stretch inside a block went from and came to, in letters of their texts.

    Of its `edits` the `equal` and `delete` texts joined are what it was, the `equal` and `insert`
    ones what it is.
    """
    return {
        "old": _place(old, move.old, move.i1, move.i2),
        "new": _place(new, move.new, move.j1, move.j2),
        "edits": [list(piece) for piece in move_pieces(move, old, new)],
    }


def _place(found: BlockTokens, block: int, start: int, end: int) -> dict[str, Any]:
    starts = found.starts(block)
    text = "".join(found[block][start:end])
    return {"block": block, "start": starts[start], "end": starts[end], "text": text}


def change_json(change: Change) -> dict[str, Any]:
    """Give one change, as `docs/cli.md` describes it."""
    return {
        "kind": change.kind,
        "grade": change.grade,
        "rule": change.rule,
        "old": change.old,
        "new": change.new,
        "block": change.block,
        "field": change.field,
        "in_note": change.in_note,
    }
