"""A comparison for programs: the JSON that `archiver diff --json` prints, a stable surface."""

from typing import Any

from archiver.diff import field_texts, move_pieces, pieces, tokens
from archiver.model import BlockEdit, Change, FieldEdit, Move, Version
from archiver.render.view import Comparison


def comparison_json(compared: Comparison) -> dict[str, Any]:
    """Give the document that `docs/cli.md` describes.

    Of each block the `equal` and `delete` texts joined are its old text, the `equal` and `insert`
    ones its new text, to the character.
    """
    return {
        "article": compared.article.uri,
        "engine": compared.diff.engine,
        "tokeniser": compared.diff.tokeniser,
        "from": _version(compared.old_version),
        "to": _version(compared.new_version),
        "words": compared.words._asdict(),
        "disclosed": compared.disclosed,
        "notices": list(compared.notices),
        "fields": [_field(edit, compared) for edit in compared.diff.fields],
        "blocks": [
            {
                "kind": edit.kind,
                "furniture": is_furniture(edit, compared),
                "old": list(edit.old),
                "new": list(edit.new),
                "edits": [list(piece) for piece in pieces(edit, compared.old, compared.new)],
            }
            for edit in compared.diff.blocks
        ],
        "moves": [_move(move, compared) for move in compared.diff.moves],
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


def _field(edit: FieldEdit, compared: Comparison) -> dict[str, Any]:
    old, new = field_texts(edit, compared.old, compared.new)
    grades = [change.grade for change in compared.changes if change.field == edit.field]
    return {
        "field": edit.field,
        "old": old,
        "new": new,
        "grade": grades[0] if grades else "wording",
    }


def _move(move: Move, compared: Comparison) -> dict[str, Any]:
    """Give where a stretch inside a block went from and came to, in letters of their texts.

    Of its `edits` the `equal` and `delete` texts joined are what it was, the `equal` and `insert`
    ones what it is.
    """
    before = tokens(compared.old.blocks[move.old].text)
    after = tokens(compared.new.blocks[move.new].text)
    return {
        "old": _place(move.old, before, move.i1, move.i2),
        "new": _place(move.new, after, move.j1, move.j2),
        "edits": [list(piece) for piece in move_pieces(move, compared.old, compared.new)],
    }


def _place(block: int, found: list[str], start: int, end: int) -> dict[str, Any]:
    first = sum(map(len, found[:start]))
    text = "".join(found[start:end])
    return {"block": block, "start": first, "end": first + len(text), "text": text}


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
