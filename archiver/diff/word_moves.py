"""Moves inside blocks: a sentence or a run of words that went here and came there.

Only deleted and inserted text is looked at. Runs of words that stand on both sides are found by
their grams, as BLAST finds similar sequences (S. F. Altschul et al., 1990): from seeds that are
equal, widened while they stay equal, chained over small edits, and taken longest first. What was
found reaches to the edges of its sentence where most of the sentence is in it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archiver.diff.align import Aligner, kept_words
from archiver.diff.blocks import side_edits
from archiver.diff.cleanup import CLOSING, SENTENCE_ENDS
from archiver.diff.engine import Run
from archiver.diff.side import tokens_side
from archiver.diff.stretches import SPREAD, Gram, Stretch, grams, is_long
from archiver.diff.tokens import is_word
from archiver.model import Move

SEED_WORDS = 4
"""Words in a row by which a stretch is found again, and the least between two edits in it."""

INNER_WORDS = 8
"""Words that may have come or gone in one place inside a moved stretch."""

INNER_SHARE = 0.6
"""Of a moved stretch with edits in it, at least so many of its words are the same, on each side."""


class Words(NamedTuple):
    """The words of all stretches of one side, "" between two stretches.

    `places` gives for each its place among the tokens of its block, `starts` where each stretch
    begins among the words.
    """

    stretches: list[Stretch]
    words: list[str]
    places: list[int]
    starts: list[int]

    def stretch(self, word: int) -> Stretch:
        """Give the stretch that holds a word."""
        return self.stretches[bisect_right(self.starts, word) - 1]


class Place(NamedTuple):
    """Where a move is: tokens [i1:i2] of the old block, [j1:j2] of the new, `matched` words."""

    was: Stretch
    i1: int
    i2: int
    now: Stretch
    j1: int
    j2: int
    matched: int


def word_moves(
    gone: Iterable[Stretch], come: Iterable[Stretch], aligner: Aligner
) -> tuple[Move, ...]:
    """Give what of the deleted stretches is in inserted ones, in the order of the new document."""
    before, after = _joined(gone), _joined(come)
    chains = _chains(_runs(before.words, after.words), before.words, after.words)
    moves: list[Move] = []
    for chain in _chosen(chains, after.words):
        core = _core(chain, before, after)
        place = next((one for one in (_reaching(core), core) if _is_apart(one, moves)), None)
        if place:
            moves.append(_move(place, aligner))
    return tuple(sorted(moves, key=lambda move: (move.new, move.j1)))


def _joined(stretches: Iterable[Stretch]) -> Words:
    listed = list(stretches)
    words: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    for stretch in listed:
        starts.append(len(words))
        words += (*stretch.words, "")
        places += (*stretch.places, stretch.end)
    return Words(listed, words, places, starts)


def _runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Give the longest runs of words that stand on both sides, of at least a seed's length."""
    places: dict[Gram, list[int]] = {}
    for i, seed in enumerate(grams(old, SEED_WORDS)):
        if "" not in seed:
            places.setdefault(seed, []).append(i)
    reached: dict[int, int] = {}
    runs: list[Run] = []
    for j, seed in enumerate(grams(new, SEED_WORDS)):
        found = places.get(seed, ())
        if len(found) > SPREAD:
            continue
        for i in found:
            if reached.get(i - j, 0) > j:
                continue
            n = SEED_WORDS
            while old[i + n] and old[i + n] == new[j + n]:
                n += 1
            reached[i - j] = j + n
            runs.append(Run(i, j, n))
    return runs


def _chains(runs: Iterable[Run], old: Sequence[str], new: Sequence[str]) -> list[list[Run]]:
    """Join runs, in the order of `new`, that a small edit parts; each goes to the nearest."""
    chains: list[list[Run]] = []
    near: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.j, run.i)):
        following = [chain for chain in near if _follows(chain[-1], run, old, new)]
        if following:
            nearest = min(following, key=lambda chain: _distance(chain[-1], run))
            nearest.append(run)
        else:
            # Only the latest are tried: in a text that says one thing over and over all are near.
            near = [chain for chain in near[1 - SPREAD :] if _is_near(chain[-1], run)]
            near.append([run])
            chains.append(near[-1])
    return chains


def _is_near(last: Run, run: Run) -> bool:
    return run.j - last.j - last.n <= INNER_WORDS


def _distance(last: Run, run: Run) -> int:
    return run.i + run.j - last.i - last.j - 2 * last.n


def _follows(last: Run, run: Run, old: Sequence[str], new: Sequence[str]) -> bool:
    i, j = last.i + last.n, last.j + last.n
    return (
        0 <= run.i - i <= INNER_WORDS
        and 0 <= run.j - j <= INNER_WORDS
        and "" not in old[i : run.i]
        and "" not in new[j : run.j]
    )


def _end(chain: Sequence[Run]) -> Run:
    """Give where a chain ends on either side, as an empty run."""
    i, j, n = chain[-1]
    return Run(i + n, j + n, 0)


def _chosen(chains: Iterable[list[Run]], words: Sequence[str]) -> Iterator[list[Run]]:
    """Take the chains that say most first; of the others, what no word of those is taken from."""
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for chain in sorted(chains, key=lambda chain: (-_matched(chain), chain[0].j, chain[0].i)):
        free = [
            run
            for run in (_trimmed(run, old_taken, new_taken) for run in chain)
            if run.n >= SEED_WORDS
        ]
        if not free or not _is_one(free, words):
            continue
        end = _end(free)
        span_i, span_j = range(free[0].i, end.i), range(free[0].j, end.j)
        if old_taken.isdisjoint(span_i) and new_taken.isdisjoint(span_j):
            old_taken.update(span_i)
            new_taken.update(span_j)
            yield free


def _matched(chain: Iterable[Run]) -> int:
    return sum(run.n for run in chain)


def _trimmed(run: Run, old_taken: set[int], new_taken: set[int]) -> Run:
    """Take from the ends of `run` what is taken."""
    i, j, n = run
    while n and (i in old_taken or j in new_taken):
        i, j, n = i + 1, j + 1, n - 1
    while n and (i + n - 1 in old_taken or j + n - 1 in new_taken):
        n -= 1
    return Run(i, j, n)


def _is_one(chain: Sequence[Run], words: Sequence[str]) -> bool:
    """Say whether a chain is long enough, and the same rather than another with words in common."""
    matched, end = _matched(chain), _end(chain)
    widest = max(end.i - chain[0].i, end.j - chain[0].j)
    return matched >= INNER_SHARE * widest and is_long(
        [word for run in chain for word in words[run.j : run.j + run.n]]
    )


def _core(chain: Sequence[Run], before: Words, after: Words) -> Place:
    """Give from the first to the last word of a chain."""
    end = _end(chain)
    return Place(
        before.stretch(chain[0].i),
        before.places[chain[0].i],
        before.places[end.i - 1] + 1,
        after.stretch(chain[0].j),
        after.places[chain[0].j],
        after.places[end.j - 1] + 1,
        _matched(chain),
    )


def _reaching(place: Place) -> Place:
    """Widen a place to the edges of its sentence, where little is left of that on either side."""
    was, i1, i2, now, j1, j2, matched = place
    most = (1 - INNER_SHARE) * matched
    i0, j0 = _sentence_start(was, i1), _sentence_start(now, j1)
    if max(_words_n(was, i0, i1), _words_n(now, j0, j1)) <= most:
        i1, j1 = i0, j0
    i3, j3 = _sentence_end(was, i2), _sentence_end(now, j2)
    if max(_words_n(was, i2, i3), _words_n(now, j2, j3)) <= most:
        i2, j2 = i3, j3
    return Place(was, i1, i2, now, j1, j2, matched)


def _is_apart(place: Place, moves: Iterable[Move]) -> bool:
    return not any(
        (move.old == place.was.block and move.i1 < place.i2 and place.i1 < move.i2)
        or (move.new == place.now.block and move.j1 < place.j2 and place.j1 < move.j2)
        for move in moves
    )


def _move(place: Place, aligner: Aligner) -> Move:
    was, i1, i2, now, j1, j2, _ = place
    before = tokens_side(was.tokens[i1:i2], aligner.memory)
    after = tokens_side(now.tokens[j1:j2], aligner.memory)
    runs = kept_words(before, after, aligner)
    edits = side_edits(runs, before, after)
    return Move(old=was.block, i1=i1, i2=i2, new=now.block, j1=j1, j2=j2, edits=edits)


def _words_n(stretch: Stretch, start: int, end: int) -> int:
    return sum(map(is_word, stretch.tokens[start:end]))


def _sentence_start(stretch: Stretch, place: int) -> int:
    """Give where the sentence begins that the token at `place` is in, within the stretch."""
    found, start = stretch.tokens, place
    while start > stretch.start and found[start - 1] not in SENTENCE_ENDS:
        start -= 1
    if start > stretch.start:
        while start < place and found[start] in CLOSING:
            start += 1
    while start < place and found[start].isspace():
        start += 1
    return start


def _sentence_end(stretch: Stretch, place: int) -> int:
    """Give where the sentence ends that the token before `place` is in, its signs included."""
    found, end = stretch.tokens, place
    while end < stretch.end and found[end - 1] not in SENTENCE_ENDS:
        end += 1
    while end < stretch.end and (found[end] in SENTENCE_ENDS or found[end] in CLOSING):
        end += 1
    while end > place and found[end - 1].isspace():
        end -= 1
    return end
