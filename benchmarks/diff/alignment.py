"""What a diff keeps, as pairs of places of words; and what is counted from it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archiver.diff import tokens
from archiver.model import BlockEdit, Diff, Document, Edit
from benchmarks.diff.pairs import Pair

WordPair = tuple[int, int]


@dataclass(frozen=True)
class Alignment:
    """Places in `Pair.words` that are kept where they stood, and those shown as moved.

    Breaks between blocks are counted as places, but never stand in a pair.
    """

    kept: frozenset[WordPair]
    moved: frozenset[WordPair] = frozenset()

    @classmethod
    def of_words(cls, pair: Pair, kept: Iterable[WordPair]) -> "Alignment":
        old = pair.words[0]
        return cls(frozenset((i, j) for i, j in kept if old[i] != "\n"))


def changed_n(found: Alignment, pair: Pair) -> int:
    """Count words deleted and inserted, breaks left out; moved ones went and came."""
    words_n = sum(word != "\n" for side in pair.words for word in side)
    return words_n - 2 * len(found.kept)


def hunks_n(found: Alignment, pair: Pair) -> int:
    """Count the places where something differs between one kept word and the next.

    A break that came or went alone, which parts a paragraph or joins two, is one too.
    """
    old, new = pair.words
    ends = [(-1, -1), *sorted(found.kept), (len(old), len(new))]
    return sum(
        old[i1 + 1 : i2] != new[j1 + 1 : j2] or any(word != "\n" for word in old[i1 + 1 : i2])
        for (i1, j1), (i2, j2) in pairwise(ends)
        if i2 - i1 > 1 or j2 - j1 > 1
    )


def kept_by_diff(found: Diff, pair: Pair) -> Alignment:
    """Read off one of our diffs."""
    old, new = _Places(pair.old), _Places(pair.new)
    kept: list[WordPair] = []
    moved: list[WordPair] = []
    for edit in found.blocks:
        if edit.old and edit.new:
            into = moved if edit.moved else kept
            into += _pairs(_edits(edit, old), old.of(edit.old), new.of(edit.new))
    for move in found.moves:
        before = old.of((move.old,))[move.i1 : move.i2]
        after = new.of((move.new,))[move.j1 : move.j2]
        moved += _pairs(move.edits, before, after)
    return Alignment(frozenset(kept), frozenset(moved))


class _Places:
    """Where the tokens of each block stand among all words of a document; -1 for a blank."""

    def __init__(self, document: Document) -> None:
        self.blocks: list[list[int]] = []
        place = 0
        for block in document.blocks:
            found: list[int] = []
            for token in tokens(block.text):
                found.append(-1 if token.isspace() else place)
                place += not token.isspace()
            self.blocks.append(found)
            place += 1

    def of(self, blocks: Sequence[int]) -> list[int]:
        joined = list(self.blocks[blocks[0]])
        for block in blocks[1:]:
            joined += (-1, *self.blocks[block])
        return joined


def _edits(edit: BlockEdit, old: _Places) -> Sequence[Edit]:
    n = len(old.of(edit.old))
    return edit.edits or (Edit("equal", 0, n, 0, n),)


def _pairs(edits: Iterable[Edit], old: Sequence[int], new: Sequence[int]) -> Iterator[WordPair]:
    for tag, i1, i2, j1, j2 in edits:
        if tag == "equal":
            before = [place for place in old[i1:i2] if place >= 0]
            after = [place for place in new[j1:j2] if place >= 0]
            yield from zip(before, after, strict=True)


def kept_of_characters(edits: Iterable[tuple[str, int]], pair: Pair) -> Alignment:
    """Give the words of which all characters were kept, as one word on both sides."""
    old_text, new_text = pair.texts
    old_starts, new_starts = _starts(old_text), _starts(new_text)
    kept: list[WordPair] = []
    i = j = 0
    for sign, n in edits:
        if sign == "=":
            for start in range(i, i + n):
                word, end = old_starts.get(start, (-1, 0))
                other, other_end = new_starts.get(start - i + j, (-1, 0))
                if (
                    word >= 0 <= other
                    and end <= i + n
                    and end - start == other_end - (start - i + j)
                ):
                    kept.append((word, other))
        i += n if sign != "+" else 0
        j += n if sign != "-" else 0
    return Alignment.of_words(pair, kept)


def _starts(text: str) -> dict[int, tuple[int, int]]:
    """Give, for the character each word begins with, its place among the words and its end."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for piece in tokens(text):
        if piece == "\n" or piece.strip():
            found[at] = len(found), at + len(piece)
        at += len(piece)
    return found
