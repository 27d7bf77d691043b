"""Text as a page shows it: runs that stay, go or come, and what is invisible in them named."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from archiver.diff.pieces import Piece
from archiver.model import BlockEditKind, BlockKind
from archiver.render.view import Row
from archiver.render.visible import HIDDEN

JOINERS: Final = "\u200c\u200d"
"""Persian, Hindi and emoji are unreadable without them, so they are shown only where they are
what changed."""

SHORT_NAMES: Final = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
"""The abbreviations of the Unicode standard, for what is met most."""

HIDDEN_OR_JOINER: Final = re.compile(f"{HIDDEN.pattern}|[{JOINERS}]")
RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})

NOTES: Final[dict[BlockEditKind, str]] = {
    "inserted": "Added",
    "deleted": "Removed",
    "moved": "Moved here",
    "split": "Split",
    "merged": "Joined",
}
BLOCK_NAMES: Final[dict[BlockKind, str]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "list_item": "list item",
    "quote": "quotation",
    "table_row": "table row",
    "code": "code",
    "rule": "line",
    "caption": "caption",
}


class Mark(NamedTuple):
    """A stretch of text, or one hidden character: then `chip` is its short name."""

    text: str
    chip: str = ""
    name: str = ""


class Run(NamedTuple):
    """Marks that share a fate: tag is equal, delete or insert.

    `before` and `after` are the blanks around them, which are not tinted. `isolated` says that
    its direction must not disturb its neighbours'. `anchor` is the id of the change that begins
    with it, "" where none does. A run without marks is blank on one side of a change of words:
    nothing to show where both sides stand in one line.
    """

    tag: str
    before: str
    marks: tuple[Mark, ...]
    after: str
    isolated: bool
    anchor: str


class ShownRow(NamedTuple):
    """A row of `archiver.render`, ready for a template. `note` says what became of it, in words."""

    title: str
    note: str
    kind: BlockEditKind
    block_kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def is_equal(self) -> bool:
        return self.kind == "equal"

    @property
    def old(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.tag != "insert")

    @property
    def new(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.tag != "delete")


def marks(text: str, hidden: re.Pattern[str] = HIDDEN) -> tuple[Mark, ...]:
    r"""Part `text` at each character of `hidden`, which is named.

    >>> [mark.chip or mark.text for mark in marks("soft\u00adhyphen")]
    ['soft', 'SHY', 'hyphen']
    """
    found: list[Mark] = []
    end = 0
    for match in hidden.finditer(text):
        if match.start() > end:
            found.append(Mark(text[end : match.start()]))
        character = match[0]
        point = f"U+{ord(character):04X}"
        name = unicodedata.name(character, "control character").lower()
        found.append(Mark("", SHORT_NAMES.get(character, point), f"{point} {name}"))
        end = match.end()
    if end < len(text):
        found.append(Mark(text[end:]))
    return tuple(found)


def _broken(text: str) -> Iterator[Mark]:
    """Give the marks of a changed run, its paragraph breaks shown."""
    for index, line in enumerate(text.split("\n")):
        if index:
            yield Mark("", "¶", "paragraph break")
            yield Mark("\n")
        yield from marks(line)


def _directions(text: str) -> set[str]:
    """Give the directions that letters of `text` have: ltr, rtl, both or none."""
    classes = {unicodedata.bidirectional(character) for character in text}
    left = {"ltr"} if "L" in classes else set()
    return left | ({"rtl"} if classes & RIGHT_TO_LEFT else set())


def _differ_by_joiners(one: Piece, other: Piece) -> bool:
    if {one[0], other[0]} != {"delete", "insert"}:
        return False
    return HIDDEN_OR_JOINER.sub("", one[1]) == HIDDEN_OR_JOINER.sub("", other[1])


def _is_only_blank(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a changed piece is the blank that stood where words were put in or taken out."""
    tag, text = pieces[index]
    return (
        tag != "equal"
        and not text.strip(" ")
        and any(other != "equal" and other != tag for other, _ in _neighbours(pieces, index))
    )


def _neighbours(pieces: Sequence[Piece], index: int) -> list[Piece]:
    return [pieces[near] for near in (index - 1, index + 1) if 0 <= near < len(pieces)]


def _run(pieces: Sequence[Piece], index: int, mixed: bool, anchor: str) -> Run:
    tag, text = pieces[index]
    if tag == "equal":
        return Run(tag, "", marks(text), "", isolated=False, anchor=anchor)
    if _is_only_blank(pieces, index):
        return Run(tag, text, (), "", isolated=False, anchor="")
    core = text.strip(" ")
    if not core:
        return Run(tag, "", (Mark("", "␣", "blank"),), text, isolated=False, anchor=anchor)
    before, _, after = text.partition(core)
    by_joiners = any(_differ_by_joiners((tag, text), near) for near in _neighbours(pieces, index))
    if by_joiners or not core.strip(JOINERS):
        shown = marks(core, HIDDEN_OR_JOINER)
    else:
        shown = tuple(_broken(core))
    return Run(tag, before, shown, after, mixed and bool(_directions(core)), anchor)


def _note(row: Row) -> str:
    """Say what became of the row: "Split", "Added paragraph"."""
    if row.title or row.kind not in NOTES:
        return row.title
    texts = [text for _, text in row.pieces]
    if row.kind == "split":
        parts = "".join(text for tag, text in row.pieces if tag != "delete").count("\n") + 1
        return f"Split into {parts}"
    if row.kind == "merged":
        parts = "".join(text for tag, text in row.pieces if tag != "insert").count("\n") + 1
        return f"Joined from {parts}"
    several = "s" if any("\n" in text for text in texts) else ""
    name = BLOCK_NAMES[row.block_kind]
    if row.kind == "moved":
        return f"Moved {name}{several}"
    return f"{NOTES[row.kind]} {name}{several}"


def shown_row(row: Row, first: int) -> tuple[ShownRow, int]:
    """Give `row` for a template, and how many changes it holds; they are numbered from `first`."""
    mixed = len(_directions("".join(text for _, text in row.pieces))) > 1
    runs: list[Run] = []
    changes_n = 0
    if row.kind == "moved":
        runs.append(Run("equal", "", (), "", isolated=False, anchor=f"change-{first}"))
        changes_n = 1
    within = False
    for index, (tag, _) in enumerate(row.pieces):
        shows = tag != "equal" and not _is_only_blank(row.pieces, index)
        starts = shows and not within
        within = tag != "equal" and (within or shows)
        anchor = f"change-{first + changes_n}" if starts else ""
        changes_n += starts
        runs.append(_run(row.pieces, index, mixed, anchor))
    if not changes_n and not row.is_equal:  # of another kind
        runs[0] = runs[0]._replace(anchor=f"change-{first}")
        changes_n = 1
    return ShownRow(row.title, _note(row), row.kind, row.block_kind, tuple(runs)), changes_n
