"""What kind of change each edit is: one grade each, the highest whose rule holds.

The rules so far go by field and by kind of block; `docs/grades.md` will say each with examples.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from archiver.diff import changes
from archiver.model import BlockEdit, Change, Diff, Document, FieldName, Grade, Judgement

FIELD_GRADES: Final[dict[FieldName | Literal["body"], Grade]] = {
    "headline": "headline",
    "byline": "byline",
    "claimed_published": "timestamp",
    "claimed_modified": "timestamp",
}

CLAIMED_DATES: Final = {"claimed_published", "claimed_modified"}

NOTICE = re.compile(
    r"^[\W_]*(?:corrections?|clarifications?|editor[’']?s note|erratum|corrigendum"
    r"|berichtigung|korrektur|klarstellung|rectificatif|correction|précision"
    r"|corrección|fe de errores|aclaración|rectificación)\b"
    r"[^:：—–]{0,40}[:：—–]"
    r"|^[\W_]*(?:更正|勘误|勘誤|澄清|编者按|編者按)[^:：]{0,20}[:：]",
    re.IGNORECASE,
)
"""How a block begins that says of itself that it corrects the article: the word, then a colon or
a dash close by, so that "Correction of the course took a year" is none."""


def is_notice(text: str) -> bool:
    """Tell whether a block is a correction, a clarification or an editor's note.

    >>> is_notice("Correction, Sept. 5: An earlier version gave the wrong month.")
    True
    >>> is_notice("Correction of the course took a year.")
    False
    """
    return NOTICE.match(text) is not None


def _grade(change: Change, old: Document, new: Document, whole: set[tuple[str, int]]) -> Grade:
    if change.field != "body":
        return FIELD_GRADES.get(change.field, "wording")
    if change.kind in {"move", "split", "merge"}:
        return "structure"
    if change.block is None:
        return "wording"
    side, text = ("old", change.old) if change.kind == "delete" else ("new", change.new)
    document = old if change.kind == "delete" else new
    # A word deleted inside a block has the block's new index, which may be that of one gone whole.
    if (side, change.block) in whole and document.blocks[change.block].text == text:
        return "correction" if is_notice(text) else "paragraph"
    if change.block < len(new.blocks) and is_notice(new.blocks[change.block].text):
        return "correction"
    return "wording"


def _whole_blocks(blocks: Sequence[BlockEdit]) -> set[tuple[str, int]]:
    """The blocks that were added or removed whole, as (side, index)."""
    gone = {("old", index) for edit in blocks if not edit.new for index in edit.old}
    come = {("new", index) for edit in blocks if not edit.old for index in edit.new}
    return gone | come


def judged(diff: Diff, old: Document, new: Document) -> Judgement:
    """Give every change of `diff` with its grade, and whether the page announced them."""
    whole = _whole_blocks(diff.blocks)
    graded = tuple(
        replace(change, grade=_grade(change, old, new, whole)) for change in changes(diff, old, new)
    )
    if all(change.grade == "typography" for change in graded):
        return Judgement(graded, None)
    told = any(change.grade == "correction" or change.field in CLAIMED_DATES for change in graded)
    return Judgement(graded, told)


def graded_changes(diff: Diff, old: Document, new: Document) -> tuple[Change, ...]:
    """Give every change of `diff` with its grade, in the order of the new document."""
    return judged(diff, old, new).changes
