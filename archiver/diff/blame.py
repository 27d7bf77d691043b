"""Blame: for every word of every version, the version that introduced it.

Origins are carried along the stored diffs, as in WikiWho (Flöck & Acosta, WWW 2014): what stays
or moves keeps its origin, and what was deleted gets its own again when it comes back, found by
the words around it. A version equal to an earlier one has that one's origins, word for word.

Unchanged blocks share their origins by reference, so a version costs as much as the blocks it
changed. Claimed dates are not blamed: they are new in every version, and no words of the text.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from archiver.diff.lost import (
    UNKNOWN,
    Mark,
    Part,
    Past,
    Removal,
    Text,
    Where,
    lose,
    removals,
    restore_origins,
    revert,
)
from archiver.diff.tokens import tokens
from archiver.model import CLAIMED_DATES, Diff, Document, Edit, FieldName, Move, Sha256

Key = tuple[FieldName, int]
"""A field by its name and its place among its namesakes."""


class Origin(NamedTuple):
    """The next `tokens_n` tokens came with version `number`."""

    number: int
    tokens_n: int


Origins = tuple[Origin, ...]
"""Where the tokens of one text came from; they tile it, and neighbours differ in number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blamed:
    """The origins of one version: of each block, and of each field but the claimed dates."""

    blocks: tuple[Origins, ...]
    fields: Mapping[Key, Origins]


def blame(documents: Iterable[Document], diffs: Iterable[Diff]) -> Iterator[Blamed]:
    """Give the origins of each version, in order.

    `documents` are those of versions 1, 2, ...; `diffs` those between neighbours, one fewer, in
    the same order. Takes time in the blocks that changed; holds two documents and what was
    deleted.
    """
    return _walk(documents, diffs, Past())


def last_blame(
    documents: Iterable[Document], diffs: Iterable[Diff]
) -> tuple[Blamed, tuple[Removal, ...]]:
    """Give the origins of the last version, and what earlier ones had that it has not.

    Raise ValueError where there are no documents. Removals stand in the order they went.
    """
    past = Past()
    last = deque(_walk(documents, diffs, past), maxlen=1)
    if not last:
        raise ValueError("blame needs at least one document")
    return last[0], tuple(removal for lost in past.lost for removal in removals(lost))


def parts(text: str, origins: Origins) -> tuple[Part, ...]:
    """Cut `text` where its origin changes; the parts joined are the text.

    >>> parts("at 150 said", (Origin(1, 2), Origin(2, 1), Origin(1, 2)))
    (Part(came=1, text='at '), Part(came=2, text='150'), Part(came=1, text=' said'))
    """
    cut = tokens(text)
    found: list[Part] = []
    start = 0
    for number, n in origins:
        found.append(Part(number, "".join(cut[start : start + n])))
        start += n
    return tuple(found)


def blamed_fields(document: Document) -> Iterator[tuple[FieldName, int, str]]:
    """Give the fields that are blamed, as `Document.fields` does: all but the claimed dates."""
    for name, place, text in document.fields():
        if name not in CLAIMED_DATES:
            yield name, place, text


def _walk(documents: Iterable[Document], diffs: Iterable[Diff], past: Past) -> Iterator[Blamed]:
    given = iter(documents)
    old = next(given, None)
    if old is None:
        return
    before = Blamed(
        blocks=tuple(_whole(1, block.text) for block in old.blocks),
        fields={(name, place): _whole(1, text) for name, place, text in blamed_fields(old)},
    )
    yield before
    seen: dict[Sha256, tuple[int, Blamed, Mark]] = {}
    for number, (new, diff) in enumerate(zip(given, diffs, strict=True), 2):
        start = past.mark()
        seen[diff.old] = number - 1, before, start
        before = _step(past, number, before, (old, new), diff)
        if diff.new in seen:
            equal, before, mark = seen[diff.new]
            revert(past, mark, start, equal)
        yield before
        old = new


def _whole(number: int, text: str) -> Origins:
    n = len(tokens(text))
    return (Origin(number, n),) if n else ()


def _step(
    past: Past, number: int, before: Blamed, documents: tuple[Document, Document], diff: Diff
) -> Blamed:
    """Give the origins of version `number`, and remember what it lost."""
    old, new = documents
    gone: dict[tuple[Where, int], Text] = {}
    come: dict[tuple[Where, int], Text] = {}
    blocks: list[Origins] = [()] * len(new.blocks)
    for edit in diff.blocks:
        if edit.old and edit.new and not edit.edits:
            blocks[edit.new[0]] = before.blocks[edit.old[0]]
            continue
        was = [_old_text("body", i, old.blocks[i].text, before.blocks[i]) for i in edit.old]
        now = [_new_text("body", j, new.blocks[j].text) for j in edit.new]
        _carry(edit.edits, was, now)
        gone |= {("body", text.place): text for text in was}
        come |= {("body", text.place): text for text in now}
    fields = _field_step(before, documents, diff, gone, come)
    _carry_moves(diff.moves, gone, come)
    for text in gone.values():
        lose(past, text, number)
    for text in come.values():
        restore_origins(past, text)
        origins = _sealed(text, number)
        if text.where == "body":
            blocks[text.place] = origins
        else:
            fields[text.where, text.place] = origins
    return Blamed(blocks=tuple(blocks), fields=fields)


def _field_step(
    before: Blamed,
    documents: tuple[Document, Document],
    diff: Diff,
    gone: dict[tuple[Where, int], Text],
    come: dict[tuple[Where, int], Text],
) -> dict[Key, Origins]:
    """Give the origins of fields that stay; put the texts of those that do not to the others."""
    was = {(name, place): text for name, place, text in blamed_fields(documents[0])}
    now = {(name, place): text for name, place, text in blamed_fields(documents[1])}
    same = {(name, text): before.fields[name, place] for (name, place), text in was.items()}
    for edit in diff.fields:
        i = None if edit.old is None else (edit.field, edit.old)
        j = None if edit.new is None else (edit.field, edit.new)
        if i not in was and j not in now:
            continue  # a field that is not blamed, as a claimed date
        old = [_old_text(*i, was[i], before.fields[i])] if i in was else []
        new = [_new_text(*j, now[j])] if j in now else []
        _carry(edit.edits, old, new)
        gone |= {(text.where, text.place): text for text in old}
        come |= {(text.where, text.place): text for text in new}
    stays = {key: text for key, text in now.items() if key not in come}
    # An equal caption may stand at another place; the diff says nothing of it.
    return {(name, place): same[name, text] for (name, place), text in stays.items()}


def _old_text(where: Where, place: int, text: str, origins: Origins) -> Text:
    cut = tokens(text)
    flat = [number for number, n in origins for _ in range(n)]
    return Text(where, place, cut, flat, [False] * len(cut))


def _new_text(where: Where, place: int, text: str) -> Text:
    cut = tokens(text)
    return Text(where, place, cut, [UNKNOWN] * len(cut), [])


def _carry(edits: Iterable[Edit], old: Sequence[Text], new: Sequence[Text]) -> None:
    """Give what is equal its origin; `edits` count the tokens of texts joined by breaks."""
    was = [(text, place) for text in old for place in range(len(text.tokens) + 1)]
    now = [(text, place) for text in new for place in range(len(text.tokens) + 1)]
    for tag, i1, i2, j1, _ in edits:
        for k in range(i2 - i1) if tag == "equal" else ():
            (source, i), (target, j) = was[i1 + k], now[j1 + k]
            if i < len(source.tokens) and j < len(target.tokens):
                source.stays[i] = True
                target.origins[j] = source.origins[i]


def _carry_moves(
    moves: Iterable[Move],
    gone: Mapping[tuple[Where, int], Text],
    come: Mapping[tuple[Where, int], Text],
) -> None:
    for move in moves:
        source, target = gone["body", move.old], come["body", move.new]
        for tag, i1, i2, j1, _ in move.edits:
            for k in range(i2 - i1) if tag == "equal" else ():
                source.stays[move.i1 + i1 + k] = True
                target.origins[move.j1 + j1 + k] = source.origins[move.i1 + i1 + k]


def _sealed(text: Text, number: int) -> Origins:
    """Give the origins of a new text as stretches; what is still unknown came with `number`.

    A blank goes with the older of its neighbours, so that a new word stands without blanks.
    """
    origins = [origin or number for origin in text.origins]
    for left, right in pairwise([-1, *text.inked, len(origins)]):
        beside = [origins[place] for place in (left, right) if 0 <= place < len(origins)]
        for place in range(left + 1, right):
            origins[place] = min(beside, default=number)
    return tuple(Origin(origin, len([*run])) for origin, run in groupby(origins))
