"""Two versions compared, as the compare page shows them."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from archiver.diff import changed_texts
from archiver.model import Change, Diff, Document, Grade, Move, Version
from archiver.render.view import Comparison, Fold, Row, comparison, folded, rows
from archiver.store import asides, queries
from archiver.store.judged import Judged, stored_judgement
from archiver.web import history
from archiver.web.history import known_article, language_tag
from archiver.web.marks import Mark, ShownRow, marks, shown_row
from archiver.web.phrases import counted

if TYPE_CHECKING:
    from datasette.database import Database

    from archiver.model import Article

CONTEXT_ROWS: Final = 1
"""Unchanged paragraphs shown on each side of a changed one."""

ROW_LETTERS: Final = 60
"""What a row takes on the map beside its letters."""

MARKS_MAX: Final = 200
"""Marks on a map. Where there are more changed rows, near ones are drawn as one."""

GREATEST_FIRST: Final[tuple[Grade, ...]] = tuple(reversed(get_args(Grade)))

ViewName = Literal["inline", "side"]


class Told(NamedTuple):
    """The two sides of a change of which a note on the page seems to speak."""

    old: tuple[Mark, ...]
    new: tuple[Mark, ...]


class Place(NamedTuple):
    """A row, or a fold of `rows_n` unchanged ones (then `row` is None), and its place.

    `in_note` are those of the row's changes that a note seems to speak of. `is_dimmed` where it
    was asked for, and all its changes are of typography. `before` and `after` are the places of
    the changed rows around a changed one.
    """

    at: int
    row: ShownRow | None
    rows_n: int = 1
    in_note: tuple[Told, ...] = ()
    is_dimmed: bool = False
    before: int | None = None
    after: int | None = None


class MapMark(NamedTuple):
    """Changed rows in a row, on the map of a page: where, in hundredths of its text."""

    at: int
    kind: str
    top: float
    height: float


class Pair(NamedTuple):
    """Two version numbers to compare."""

    old: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the compare page shows."""

    compared: Comparison
    places: tuple[Place, ...]
    minimap: tuple[MapMark, ...]
    grades: tuple[tuple[Grade, int], ...]
    """Each grade that occurs, the greatest first, and how many changes have it."""
    changes_n: int
    told: history.Told
    notices: tuple[tuple[Mark, ...], ...]
    """The notes on the page that appeared or changed."""
    view: ViewName
    unfolded: bool
    dims: bool
    """Whether typographic changes are dimmed."""
    has_typography: bool
    before: Pair | None
    """The edit before these."""
    after: Pair | None
    language: str


Sides = tuple["Article", tuple[Version, Version], tuple[Document, Document], Diff | None]


def _sides(
    connection: sqlite3.Connection, article_id: int, old: int, new: int
) -> tuple[Sides, Judged | None, frozenset[str]]:
    """Give what is compared, what is known of it, and what stands on the site's other articles."""
    article = known_article(connection, article_id)
    versions = (
        queries.version(connection, article, old),
        queries.version(connection, article, new),
    )
    documents = (
        queries.document(connection, versions[0].document_id),
        queries.document(connection, versions[1].document_id),
    )
    ids = [version.document_id for version in versions]
    sides = article, versions, documents, queries.stored_diff(connection, *versions)
    known = stored_judgement(connection, *versions) if sides[3] else None
    return sides, known, asides.furniture(connection, article, ids)


async def compared(database: "Database", article_id: int, old: int, new: int) -> Comparison:
    """Compare two versions by their numbers, or raise LookupFailedError.

    A diff that is not stored is computed in a thread of its own: those that read the database
    are few, and a long article takes a while.
    """
    read: tuple[Sides, Judged | None, frozenset[str]] = await database.execute_fn(
        lambda connection: _sides(connection, article_id, old, new)
    )
    sides, known, furniture = read
    if known:
        return comparison(*sides, recorded=known, furniture=furniture)
    return await asyncio.to_thread(comparison, *sides, furniture=furniture)


def _by_row(compared: Comparison) -> dict[int, list[Change]]:
    """Give the changes of each row in `rows` that has some, by its place."""
    graded = iter(compared.changes)
    found: dict[int, list[Change]] = {}
    index = -1
    for source, placed in changed_texts(compared.diff, compared.old, compared.new):
        if not isinstance(source, Move):
            index += 1
        if placed:
            found.setdefault(index, []).extend(islice(graded, len(placed)))
    return found


def _in_note(by_row: Mapping[int, Sequence[Change]]) -> dict[int, tuple[Told, ...]]:
    """Give the changes that a note seems to speak of, by the place of their row in `rows`."""
    return {
        index: tuple(Told(marks(one.old), marks(one.new)) for one in changes if one.in_note)
        for index, changes in by_row.items()
    }


def _typographic(by_row: Mapping[int, Sequence[Change]]) -> frozenset[int]:
    """Give the places of rows all of whose changes are of typography."""
    return frozenset(
        index
        for index, changes in by_row.items()
        if all(change.grade == "typography" for change in changes)
    )


def minimap(every: Sequence[Row]) -> tuple[MapMark, ...]:
    """Give where the changed ones of `every` row of a page are, by letters.

    Where there are more than `MARKS_MAX`, those with less than a mark's share of the page between
    them are one: `edited` if they are of several kinds.
    """
    lengths = [sum(len(piece.text) for piece in row.pieces) + ROW_LETTERS for row in every]
    total = sum(lengths) or 1
    places = accumulate(lengths, initial=0)
    marked = [
        MapMark(
            index,
            "moved" if row.is_only_moved else row.kind,
            100 * place / total,
            100 * length / total,
        )
        for index, (row, length, place) in enumerate(zip(every, lengths, places, strict=False))
        if not row.is_equal
    ]
    if len(marked) <= MARKS_MAX:
        return tuple(marked)
    found: list[MapMark] = []
    for mark in marked:
        last = found[-1] if found else None
        if last and mark.top - last.top - last.height < 100 / MARKS_MAX:
            kind = last.kind if last.kind == mark.kind else "edited"
            height = mark.top + mark.height - last.top
            found[-1] = last._replace(kind=kind, height=height)
        else:
            found.append(mark)
    return tuple(found)


def shown(compared: Comparison, *, view: ViewName, unfolded: bool, dims: bool = False) -> Shown:
    """Give what the page shows of `compared`."""
    every = [] if compared.is_equal else rows(compared)
    places: list[Place] = []
    # As most pages need neither.
    is_asked = dims or any(change.in_note for change in compared.changes)
    by_row = _by_row(compared) if is_asked else {}
    in_note = _in_note(by_row)
    counts = Counter(change.grade for change in compared.changes)
    dimmed = _typographic(by_row) if dims else frozenset()
    changed = [index for index, row in enumerate(every) if not row.is_equal]
    before = dict(pairwise(reversed(changed)))
    after = dict(pairwise(changed))
    index, changes_n = 0, 0
    for item in folded(every, len(every) if unfolded else CONTEXT_ROWS):
        if isinstance(item, Fold):
            places.append(Place(index, None, item.rows_n))
            index += item.rows_n
        else:
            row, n = shown_row(item, changes_n + 1)
            places.append(
                Place(
                    index,
                    row,
                    in_note=in_note.get(index, ()),
                    is_dimmed=index in dimmed,
                    before=before.get(index),
                    after=after.get(index),
                )
            )
            index, changes_n = index + 1, changes_n + n
    first, last = sorted((compared.old_version.number, compared.new_version.number))
    return Shown(
        compared=compared,
        places=tuple(places),
        minimap=minimap(every),
        grades=tuple((grade, counts[grade]) for grade in GREATEST_FIRST if counts[grade]),
        changes_n=changes_n,
        told=history.told(compared.disclosed, counts),
        notices=tuple(marks(text) for text in compared.notices),
        view=view,
        unfolded=unfolded,
        dims=dims,
        has_typography=bool(counts["typography"]),
        before=Pair(first - 1, first) if first > 1 else None,
        after=Pair(last, last + 1) if last < compared.article.versions_n else None,
        language=language_tag(compared.new.language),
    )


def summary(compared: Comparison) -> str:
    """Say how much changed, and whether it was announced."""
    if compared.is_equal:
        return "The same, to the character"
    words = compared.words
    said = f"{counted(words.removed, 'word')} out, {words.inserted:,} in"
    if words.moved:
        said += f", {words.moved:,} moved"
    told = history.told(compared.disclosed, (change.grade for change in compared.changes))
    by_told = {"announced": "; announced", "silent": "; silent: no note found"}
    if compared.new_version.number > compared.old_version.number:
        said += by_told.get(told, "")
    return said
