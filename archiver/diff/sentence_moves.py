"""Moves of whole sentences, as they are and however short, that no longer run of words found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, pairwise, repeat
from typing import NamedTuple

from archiver.diff.block_moves import equal_pairs
from archiver.diff.cuts import Memory, cut_tokens
from archiver.diff.engine import joined_runs
from archiver.diff.moved import MovesByBlock, Range, free_ranges
from archiver.diff.sentences import CLOSING, SENTENCE_ENDS, is_ended
from archiver.diff.stretches import Alone, inside, is_sentence
from archiver.diff.token_edits import token_edits
from archiver.diff.tokens import BREAK
from archiver.model import Block, Move

MORE_SIGNS = SENTENCE_ENDS | CLOSING
SIGNS = MORE_SIGNS | {BREAK}
"""What a sentence ends with."""


Place = tuple[int, int]
"""(block, word): where a sentence begins."""


class Sentences(NamedTuple):
    """The sentences of one side by number: the next number is that of the one right behind."""

    words: dict[int, tuple[str, ...]]
    places: dict[int, Place]


def sentence_moves(
    gone: Alone,
    come: Alone,
    found: Iterable[Move],
    documents: tuple[Sequence[Block], Sequence[Block]],
    memory: Memory,
) -> list[Move]:
    """Give the sentences of `gone` that are among `come`, but for what moved with `found`."""
    old, new = documents
    moved = MovesByBlock.of(found)
    taken = {block: moved.old_ranges((block,), (0,)) for block in moved.by_old}
    was = _sentences(gone, old, taken, memory)
    if not was.words:
        return []
    taken = {block: moved.new_ranges((block,), (0,)) for block in moved.by_new}
    now = _sentences(come, new, taken, memory)
    pairs = equal_pairs(was.words, now.words)
    moves: list[Move] = []
    for i, j, n in joined_runs(zip(pairs.values(), pairs, repeat(1))):
        words = [word for number in range(i, i + n) for word in was.words[number]]
        if is_sentence(words):
            moves.append(_move(words, was.places[i], now.places[j], documents, memory))
    return moves


def _sentences(
    found: Alone, blocks: Sequence[Block], taken: Mapping[int, Sequence[Range]], memory: Memory
) -> Sentences:
    """Give the sentences that are whole in what one side alone has, without what is `taken`."""
    numbered = Sentences({}, {})
    number = 0
    for block, words, start, end in _parts(found, blocks, taken, memory):
        for first, last in pairwise(_borders(words, start, end)):
            numbered.words[number] = tuple(words[first:last])
            numbered.places[number] = block, first
            number += 1
        # The next one does not follow.
        number += 1
    return numbered


def _parts(
    found: Alone, blocks: Sequence[Block], taken: Mapping[int, Sequence[Range]], memory: Memory
) -> Iterator[tuple[int, list[str], int, int]]:
    """Give (block, words, start, end): words [start:end] of a block that are not `taken`."""
    spans: list[tuple[int, int, int]] = []
    for block in found.whole:
        if block in taken:
            spans.append((block, 0, memory.cut(blocks[block].text).tokens_n))
        else:
            # As most: where its words stand among the tokens need not be known.
            words = memory.words(blocks[block].text)
            yield block, words, 0, len(words)
    spans += [(block, start, end) for block, _, start, end in inside(found, blocks, memory)]
    for block, start, end in spans:
        cut = memory.cut(blocks[block].text)
        for low, high in free_ranges(start, end, taken.get(block, ())):
            yield block, cut.words, cut.words_before(low), cut.words_before(high)


def _borders(words: Sequence[str], start: int, end: int) -> list[int]:
    """Give the places among words[start:end], ends included, where a sentence begins or ended."""
    among = words[start:end]
    if SIGNS.isdisjoint(among):
        return []
    behind_signs = compress(range(start + 1, end + 1), map(SIGNS.__contains__, among))
    borders = [place for place in behind_signs if _is_border(words, place)]
    return [start, *borders] if _is_border(words, start) else borders


def _is_border(words: Sequence[str], place: int) -> bool:
    """Say whether a sentence ended before the word at `place`, its closing signs included."""
    if not place or words[place - 1] == BREAK:
        return True
    if place < len(words) and words[place] in MORE_SIGNS:
        return False
    return is_ended(words, place)


def _move(
    words: Sequence[str],
    was: Place,
    now: Place,
    documents: tuple[Sequence[Block], Sequence[Block]],
    memory: Memory,
) -> Move:
    """Give the move of `words` that stood at `was`, and stand at `now`."""
    ranges: list[Range] = []
    found: list[list[str]] = []
    for (block, first), blocks in zip((was, now), documents, strict=True):
        text = blocks[block].text
        cut, last = memory.cut(text), first + len(words) - 1
        start, end = first + cut.blanks_before(first), last + cut.blanks_before(last) + 1
        ranges.append((start, end))
        found.append(memory.tokens(text)[start:end])
    # Blanks alone may differ.
    edits = token_edits([(0, 0, len(words))], *map(cut_tokens, found))
    (i1, i2), (j1, j2) = ranges
    return Move(old=was[0], i1=i1, i2=i2, new=now[0], j1=j1, j2=j2, edits=edits)
