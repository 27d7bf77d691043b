"""Text as a page shows it: runs that stay, go or come, and what is invisible in them named."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from archiver.diff.pieces import ShownPiece
from archiver.model import BlockEditKind, BlockKind
from archiver.render.view import BLOCK_NAMES, FURNITURE, Row, edged
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

AT_OLD_PLACE: Final = frozenset({"equal", "delete", "from"})
"""What the old text has, at its place there."""

GONE: Final = frozenset({"delete", "from", "was"})
"""What the new text does not have."""

UNEDITED: Final = frozenset({"equal", "from", "to"})
"""What is the same text on both sides."""

TOOK_ITS_PLACE: Final[dict[str, frozenset[str]]] = {
    "delete": frozenset({"insert", "to"}),
    "was": frozenset({"insert"}),
    "insert": GONE,
}
"""Beside a changed blank, what stands where it was, or stood where it is."""

NOTES: Final[dict[BlockEditKind, str]] = {
    "inserted": "Added",
    "deleted": "Removed",
    "moved": "Moved",
    "split": "Split",
    "merged": "Joined",
}


class Mark(NamedTuple):
    """A stretch of text, or one hidden character: then `chip` is its short name."""

    text: str
    chip: str = ""
    name: str = ""


class Run(NamedTuple):
    """Marks that share a fate: `tag` and `move` are those of a `ShownPiece`.

    A text that moved begins with it where it `begins`, at its old place or its new one, and
    ends with it where it `ends`: between may be edits.
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
    move: int | None = None
    begins: bool = False
    ends: bool = False


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
        return tuple(run for run in self.runs if run.tag in AT_OLD_PLACE)

    @property
    def new(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.tag not in {"delete", "from"})


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
    classes = {unicodedata.bidirectional(character) for character in set(text)}
    left = {"ltr"} if "L" in classes else set()
    return left | ({"rtl"} if classes & RIGHT_TO_LEFT else set())


def _differ_by_joiners(one: ShownPiece, other: ShownPiece) -> bool:
    if {one.tag, other.tag} != {"delete", "insert"}:
        return False
    return HIDDEN_OR_JOINER.sub("", one.text) == HIDDEN_OR_JOINER.sub("", other.text)


def _is_only_blank(pieces: Sequence[ShownPiece], index: int) -> bool:
    """Tell whether a changed piece is the blank that stood where words were put in or taken out."""
    tag, text, _ = pieces[index]
    others = TOOK_ITS_PLACE.get(tag, frozenset())
    return not text.strip(" ") and any(near.tag in others for near in _neighbours(pieces, index))


def _neighbours(pieces: Sequence[ShownPiece], index: int) -> list[ShownPiece]:
    return [pieces[near] for near in (index - 1, index + 1) if 0 <= near < len(pieces)]


def _run(pieces: Sequence[ShownPiece], index: int, mixed: bool, anchor: str) -> Run:
    tag, text, move = pieces[index]
    if tag == "equal":
        return Run(tag, "", marks(text), "", isolated=False, anchor=anchor)
    if _is_only_blank(pieces, index):
        return Run(tag, text, (), "", isolated=False, anchor="")
    core = text.strip(" ")
    if not core and tag in {"from", "to"}:
        return Run(tag, "", (Mark(text),), "", isolated=False, anchor="", move=move)
    if not core:
        blank = Mark("", "␣", "blank")
        return Run(tag, "", (blank,), text, isolated=False, anchor=anchor, move=move)
    before, _, after = text.partition(core)
    by_joiners = any(_differ_by_joiners(pieces[index], near) for near in _neighbours(pieces, index))
    if by_joiners or not core.strip(JOINERS):
        shown = marks(core, HIDDEN_OR_JOINER)
    else:
        shown = tuple(_broken(core))
    return Run(tag, before, shown, after, mixed and bool(_directions(core)), anchor, move)


def _note(row: Row) -> str:
    """Say what became of the row, and whether it seems to be of the page around the article."""
    fate = _fate(row)
    return f"{fate}. {FURNITURE}" if row.is_furniture and not row.is_equal else fate


def _fate(row: Row) -> str:
    """Say what became of the row, with more than its `fate`: "Split into 2", "Added paragraph"."""
    if row.title or row.is_all_moved or row.kind not in NOTES:
        return row.fate
    texts = [piece.text for piece in row.pieces]
    if row.kind == "split":
        now = (piece.text for piece in row.pieces if piece.tag not in GONE)
        parts = "".join(now).count("\n") + 1
        return f"Split into {parts}"
    if row.kind == "merged":
        was = (piece.text for piece in row.pieces if piece.tag in AT_OLD_PLACE)
        parts = "".join(was).count("\n") + 1
        return f"Joined from {parts}"
    several = "s" if any("\n" in text for text in texts) else ""
    return f"{NOTES[row.kind]} {BLOCK_NAMES[row.block_kind]}{several}"


def shown_row(row: Row, first: int) -> tuple[ShownRow, int]:
    """Give `row` for a template, and how many changes it holds; they are numbered from `first`.

    A text that moved is one change, at its new place, and each edit within it another.
    """
    mixed = len(_directions("".join(piece.text for piece in row.pieces))) > 1
    runs: list[Run] = []
    changes_n = 0
    if row.kind == "moved":
        runs.append(Run("equal", "", (), "", isolated=False, anchor=f"change-{first}"))
        changes_n = 1
    within = False
    landed: set[int | None] = set()
    for index, ((tag, text, move), begins, ends) in enumerate(edged(row.pieces)):
        shows = tag not in UNEDITED and not _is_only_blank(row.pieces, index)
        if move is None and not text.strip():  # a break beside a text that moved goes with it
            shows = shows and not any(near.move for near in _neighbours(row.pieces, index))
        lands = tag == "to" and move not in landed
        starts = lands or (shows and not within)
        within = tag not in UNEDITED and (within or shows)
        anchor = f"change-{first + changes_n}" if starts else ""
        changes_n += starts
        landed |= {move} if lands else set()
        runs.append(_run(row.pieces, index, mixed, anchor)._replace(begins=begins, ends=ends))
    if not changes_n and not row.is_equal and not any(piece.move for piece in row.pieces):
        runs[0] = runs[0]._replace(anchor=f"change-{first}")  # of another kind
        changes_n = 1
    kind = "moved" if row.is_all_moved else row.kind
    return ShownRow(row.title, _note(row), kind, row.block_kind, tuple(runs)), changes_n
