"""A comparison in a terminal: marked words, with context, folded, or side by side.

Every edit has its marks `[-old-]{+new+}`, and what moved `[>from here>]` and `{>to here>}`, so that
nothing depends on colour.
"""

from __future__ import annotations

from io import StringIO
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from archiver.diff import tokens
from archiver.diff.pieces import ShownPiece
from archiver.render.view import Comparison, Fold, Row, folded, rows
from archiver.render.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

Colours = Literal["standard"] | None
"""The sixteen colours every terminal has, in the shades its owner chose; None for none."""

GUTTERS: Final = {
    "equal": "  ",
    "edited": "~ ",
    "inserted": "+ ",
    "deleted": "- ",
    "moved": "> ",
    "split": "~ ",
    "merged": "~ ",
}
STYLES: Final = {
    "equal": "",
    "delete": "red",
    "was": "red",
    "insert": "green",
    "from": "blue",
    "to": "blue",
}
MARKS: Final = {
    "equal": ("", ""),
    "delete": ("[-", "-]"),
    "was": ("[-", "-]"),
    "insert": ("{+", "+}"),
    "from": ("[>", ">]"),
    "to": ("{>", ">}"),
}
LONG = 80
"""Columns beyond which a text is cut short where it no longer stands: it is whole where it is."""

NARROW = 20
"""Columns a text needs at least; narrower terminals get lines that run over."""


def _marked(piece: ShownPiece) -> list[tuple[str, str]]:
    """Give (text, style) parts, the marks drawn close around what is not blank."""
    tag, raw, _ = piece
    shown = visible(raw.replace("\n", "¶\n")) if tag != "equal" else visible(raw)
    if tag == "equal":
        return [(shown, "")]
    start, end = MARKS[tag]
    core = shown.strip(" \n")
    if not core and tag in {"from", "to"}:
        return [(shown, "")]
    if not core:
        return [(f"{start}{shown}{end}", STYLES[tag])]
    left = shown[: len(shown) - len(shown.lstrip(" \n"))]
    right = shown[len(shown.rstrip(" \n")) :]
    return [(left, ""), (f"{start}{core}{end}", STYLES[tag]), (right, "")]


def _text(pieces: tuple[ShownPiece, ...]) -> Text:
    from rich.text import Text

    shown = (piece for index, piece in enumerate(pieces) if not _is_given_way(pieces, index))
    return Text.assemble(*(part for piece in shown for part in _marked(piece)))


def _is_given_way(pieces: tuple[ShownPiece, ...], index: int) -> bool:
    """Tell whether a piece is but the blank that words or a break took the place of."""
    tag, text, _ = pieces[index]
    return (
        tag == "delete"
        and not text.strip(" ")
        and index + 1 < len(pieces)
        and pieces[index + 1].tag in {"insert", "to"}
    )


def _shortened(pieces: tuple[ShownPiece, ...]) -> tuple[ShownPiece, ...]:
    """Leave of a long text that moved elsewhere its first and last words."""
    from rich.cells import cell_len

    return tuple(
        piece._replace(text=_ends(piece.text))
        if piece.tag == "from" and cell_len(piece.text.strip()) > LONG
        else piece
        for piece in pieces
    )


def _ends(text: str) -> str:
    """Give the first and the last tokens of `text`, at most a third of `LONG` wide each."""
    found = tokens(text)
    start = _fitting(found)
    end = len(found) - _fitting(found[::-1])
    return f"{''.join(found[:start]).rstrip()} ... {''.join(found[end:]).lstrip()}"


def _fitting(found: list[str]) -> int:
    """Give how many tokens from the first fit into a third of `LONG`."""
    from rich.cells import cell_len

    widths = accumulate(cell_len(token) for token in found)
    return sum(1 for width in widths if width <= LONG // 3)


def lines_of(text: Text, width: int) -> list[Text]:
    """Wrap `text` into lines of `width` columns."""
    from rich.console import Console

    console = Console(width=width, file=StringIO())
    return list(text.wrap(console, max(width, NARROW)))


def _first_line(row: Row, width: int) -> Text:
    from rich.text import Text

    text = Text(visible(row.pieces[0][1]).replace("\n", " "))
    text.truncate(width, overflow="ellipsis")
    return text


def printed(lines: list[Text], width: int, colours: Colours) -> str:
    """Give `lines` as a terminal takes them, with `colours` or without."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        color_system=colours,
        force_terminal=colours is not None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _heading(compared: Comparison) -> list[str]:
    counts = compared.words
    old, new = compared.old_version, compared.new_version
    grades = dict.fromkeys(change.grade for change in compared.changes)
    lines = [
        visible(compared.article.title),
        visible(compared.article.uri),
        (
            f"{visible(old.name)} (seen {old.first_seen}) -> "
            f"{visible(new.name)} (seen {new.first_seen})"
        ),
    ]
    if compared.is_equal:
        return [*lines, "The two versions are equal."]
    count = len(compared.changes)
    return [
        *lines,
        (
            f"{count} change{'' if count == 1 else 's'}: {', '.join(grades)} "
            f"(words removed: {counts.removed}, inserted: {counts.inserted}, "
            f"moved: {counts.moved}, kept: {counts.kept})"
        ),
    ]


def _row_lines(row: Row, width: int) -> list[Text]:
    from rich.text import Text

    gutter = GUTTERS["moved" if row.is_all_moved else row.kind]
    if row.is_equal:
        body = [_first_line(row, width - 2)]
    else:
        body = lines_of(_text(_shortened(row.pieces)), width - 2)
    lines = [Text(gutter).append_text(line) for line in body]
    if row.note:
        lines.insert(0, Text(f"{gutter}{row.note}:", style="bold"))
    return lines


def words_view(compared: Comparison, *, width: int, context: int, colours: Colours = None) -> str:
    """Give the words that went and came, each in its paragraph; equal paragraphs are folded.

    `width` is in columns, `context` in paragraphs, of which the first line is shown.
    """
    from rich.text import Text

    lines = [line for text in _heading(compared) for line in lines_of(Text(text), width)]
    lines[0].stylize("bold")
    for item in [] if compared.is_equal else folded(rows(compared), context):
        lines.append(Text(""))
        if isinstance(item, Fold):
            lines.append(Text(f"  ... {item.rows_n} unchanged ...", style="dim"))
        else:
            lines += _row_lines(item, width)
    return printed(lines, width, colours)


def _side(row: Row, side: Literal["old", "new"]) -> tuple[ShownPiece, ...]:
    others = {"insert", "to", "was"} if side == "old" else {"delete", "from"}
    return tuple(piece for piece in row.pieces if piece.tag not in others)


def side_by_side(compared: Comparison, *, width: int, context: int, colours: Colours = None) -> str:
    """Give both versions in two columns, paragraph beside paragraph."""
    from rich.text import Text

    column = (width - 3) // 2
    lines = [line for text in _heading(compared) for line in lines_of(Text(text), width)]
    lines[0].stylize("bold")
    for item in [] if compared.is_equal else folded(rows(compared), context):
        lines.append(Text(""))
        if isinstance(item, Fold):
            lines.append(Text(f"... {item.rows_n} unchanged ...", style="dim"))
            continue
        if item.note:
            lines.append(Text(f"{item.note}:", style="bold"))
        left = lines_of(_text(_side(item, "old")), column)
        right = lines_of(_text(_side(item, "new")), column)
        for index in range(max(len(left), len(right))):
            line = left[index].copy() if index < len(left) else Text("")
            line.truncate(column, pad=True)
            line.append(" | ")
            if index < len(right):
                line.append_text(right[index])
            lines.append(line)
    return printed(lines, width, colours)
