"""Moves of whole sentences, as they are and however short, that no longer run of words found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, pairwise, repeat
from typing import NamedTuple

from archiver.diff.block_moves import equal_pairs
from archiver.diff.cleanup import CLOSING, SENTENCE_ENDS
from archiver.diff.cuts import Memory, cut_tokens
from archiver.diff.engine import joined_runs
from archiver.diff.moved import MovesByBlock, Range, free_ranges
from archiver.diff.stretches import Alone, inside, is_ended, is_sentence
from archiver.diff.token_edits import equal_edit, token_edits
from archiver.diff.tokens import BREAK
from archiver.model import Block, Move

SIGNS = SENTENCE_ENDS | CLOSING | {BREAK}
"""What a sentence ends with."""


class Sentence(NamedTuple):
    """Words [start:end] of `block`, from the beginning of a sentence to the end of one."""

    block: int
    start: int
    end: int
    words: tuple[str, ...]


Sentences = dict[int, Sentence]
"""The sentences of one side by number: the next number is that of the one right behind, if any."""


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
    if not was:
        return []
    taken = {block: moved.new_ranges((block,), (0,)) for block in moved.by_new}
    now = _sentences(come, new, taken, memory)
    pairs = equal_pairs(
        {number: one.words for number, one in was.items()},
        {number: one.words for number, one in now.items()},
    )
    moves: list[Move] = []
    for i, j, n in joined_runs(zip(pairs.values(), pairs, repeat(1))):
        gone_ones = [was[number] for number in range(i, i + n)]
        words = [word for one in gone_ones for word in one.words]
        if is_sentence(words):
            block, start, _, _ = now[j]
            place = gone_ones[0].block, gone_ones[0].start
            moves.append(_move(words, place, (block, start), documents, memory))
    return moves


def _sentences(
    found: Alone, blocks: Sequence[Block], taken: Mapping[int, Sequence[Range]], memory: Memory
) -> Sentences:
    """Give the sentences that are whole in what one side alone has, without what is `taken`."""
    numbered: Sentences = {}
    number = 0
    for block, start, end in _parts(found, blocks, memory):
        cut = memory.cut(blocks[block].text)
        for low, high in free_ranges(start, end, taken.get(block, ())):
            borders = _borders(cut.words, cut.words_before(low), cut.words_before(high))
            for first, last in pairwise(borders):
                numbered[number] = Sentence(block, first, last, tuple(cut.words[first:last]))
                number += 1
            # The next one does not follow.
            number += 1
    return numbered


def _parts(found: Alone, blocks: Sequence[Block], memory: Memory) -> Iterator[tuple[int, int, int]]:
    """Give (block, start, end): tokens [start:end] in which a sentence may end."""
    for block in found.whole:
        text = blocks[block].text
        if not SIGNS.isdisjoint(memory.words(text)):
            yield block, 0, memory.cut(text).tokens_n
    for block, _, start, end in inside(found, blocks, memory):
        yield block, start, end


def _borders(words: Sequence[str], start: int, end: int) -> list[int]:
    """Give the places among words[start:end], ends included, where a sentence begins or ended."""
    behind_signs = compress(range(start + 1, end + 1), map(SIGNS.__contains__, words[start:end]))
    borders = [place for place in behind_signs if _is_border(words, place)]
    return [start, *borders] if _is_border(words, start) else borders


def _is_border(words: Sequence[str], place: int) -> bool:
    """Say whether a sentence ended before the word at `place`, its closing signs included."""
    if not place or words[place - 1] == BREAK:
        return True
    if place < len(words) and (words[place] in SENTENCE_ENDS or words[place] in CLOSING):
        return False
    return is_ended(words, place)


def _move(
    words: Sequence[str],
    was: tuple[int, int],
    now: tuple[int, int],
    documents: tuple[Sequence[Block], Sequence[Block]],
    memory: Memory,
) -> Move:
    """Give the move of `words` that stood from word `was` on, and stand from word `now` on."""
    ranges: list[Range] = []
    found: list[list[str]] = []
    for (block, first), blocks in zip((was, now), documents, strict=True):
        text = blocks[block].text
        cut, last = memory.cut(text), first + len(words) - 1
        start, end = first + cut.blanks_before(first), last + cut.blanks_before(last) + 1
        ranges.append((start, end))
        found.append(memory.tokens(text)[start:end])
    before, after = found
    if before == after:
        edits = equal_edit(len(after))
    else:
        # Blanks alone differ.
        edits = token_edits([(0, 0, len(words))], cut_tokens(before), cut_tokens(after))
    (i1, i2), (j1, j2) = ranges
    return Move(old=was[0], i1=i1, i2=i2, new=now[0], j1=j1, j2=j2, edits=edits)
