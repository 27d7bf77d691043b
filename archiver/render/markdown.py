"""A comparison as Markdown with `<del>` and `<ins>`, for issues and wikis."""

import re

from archiver.diff.pieces import ShownPiece
from archiver.render.view import Comparison, Fold, folded, rows
from archiver.render.visible import visible

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:@])")
MARKS = {
    "delete": ("<del>", "</del>"),
    "was": ("<del>", "</del>"),
    "insert": ("<ins>", "</ins>"),
    "from": ("<i>(moved from here: ", ")</i>"),
    "to": ("<i>(moved here:</i> ", "<i>)</i>"),
}
"""HTML's own, which Markdown lets through: `**` beside a Chinese quotation mark does nothing."""


NOTED = {"moved", "split", "merged"}
"""What became of a block that its marked words do not show."""


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", visible(text)).replace("\n", " ¶ ")


def _marked(piece: ShownPiece) -> str:
    """Give a piece with its marks, outer blanks outside."""
    tag, text, _ = piece
    core = text.strip()
    if tag == "equal" or not core:
        return _escaped(text)
    left = text[: len(text) - len(text.lstrip())]
    right = text[len(text.rstrip()) :]
    start, end = MARKS[tag]
    return f"{_escaped(left)}{start}{_escaped(core)}{end}{_escaped(right)}"


def markdown(compared: Comparison, *, context: int) -> str:
    """Give the changed paragraphs, removed words struck out and new ones underlined."""
    old, new = compared.old_version, compared.new_version
    parts = [
        f"# {_escaped(compared.article.title)}",
        (
            f"{_escaped(old.name)} ({old.first_seen}) → {_escaped(new.name)} ({new.first_seen}): "
            f"words removed: {compared.words.removed}, inserted: {compared.words.inserted}, "
            f"moved: {compared.words.moved}"
        ),
    ]
    for item in [] if compared.is_equal else folded(rows(compared), context):
        if isinstance(item, Fold):
            parts.append(f"*… {item.rows_n} unchanged …*")
            continue
        note = item.title or (item.kind.capitalize() if item.kind in NOTED else "")
        title = f"{note}: " if note else ""
        parts.append(title + "".join(_marked(piece) for piece in item.pieces).strip())
    return "\n\n".join(parts) + "\n"
