"""A comparison as Markdown with `<del>` and `<ins>`, for issues and wikis."""

import re

from archiver.render.view import Comparison, Edged, Fold, edged, folded, rows
from archiver.render.visible import visible

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:@])")
MARKS = {"delete": "del", "was": "del", "insert": "ins"}
"""HTML's own, which Markdown lets through: `**` beside a Chinese quotation mark does nothing."""


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", visible(text)).replace("\n", " ¶ ")


def _marked(shown: Edged) -> str:
    """Give a piece with its marks, outer blanks outside; what moved has its number as well.

    A text that moved is marked once around, with its edits inside.
    """
    tag, text, move = shown.piece
    core = text.strip()
    left = text[: len(text) - len(text.lstrip())]
    right = text[len(text.rstrip()) :] if core else ""
    marked = _escaped(core)
    if tag in MARKS and core:
        marked = f"<{MARKS[tag]}>{marked}</{MARKS[tag]}>"
    if shown.begins:
        place = "from here" if tag == "from" else "here"
        marked = f"<i>(moved {place}, no. {move}:</i> {marked}"
    if shown.ends:
        marked = f"{marked}<i>)</i>"
    return f"{_escaped(left)}{marked}{_escaped(right)}"


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
        title = f"{item.note}: " if item.note else ""
        parts.append(title + "".join(_marked(shown) for shown in edged(item.pieces)).strip())
    return "\n\n".join(parts) + "\n"
