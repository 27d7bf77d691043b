"""Moves inside blocks: a sentence or a run of words that went here and came there.

Only deleted and inserted text is looked at. Runs of words that stand on both sides are found by
their grams, as BLAST finds similar sequences (S. F. Altschul et al., 1990): from seeds that are
equal, widened while they stay equal, chained over small edits, and taken longest first. What was
found reaches to the edges of its sentence where most of the sentence is in it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from archiver.diff.align import Aligner, kept_words
from archiver.diff.cuts import Memory, cut_tokens
from archiver.diff.engine import Run
from archiver.diff.matches import INNER_SHARE, Match, reaching, whole_sentence
from archiver.diff.side import tokens_side
from archiver.diff.stretches import (
    MOVE_WORDS,
    SEED_WORDS,
    SPREAD,
    Gram,
    Stretch,
    grams,
    is_long,
    joined_words,
    only_words,
)
from archiver.diff.token_edits import equal_edit, token_edits
from archiver.model import Move

INNER_WORDS = 8
"""Words that may have come or gone in one place inside a moved stretch."""

FEW_WORDS = 5
"""Words in a row by which a whole sentence is tried, of which `MOVE_WORDS` must be the same."""

NEAR_CHAINS = 16
"""Chains that a run may go on with: in a text that says one thing over and over all are near."""

MOST_TRIED = 1_000
"""Such sentences of one text: about 0.1 s."""

MOST_PLACES = 100_000
"""Places of all seeds that are looked at: about 0.3 s. Beyond, `SPREAD` is halved."""


class Words(NamedTuple):
    """The words of all stretches of one side, "" behind each.

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


def word_moves(
    gone: Iterable[Stretch], come: Iterable[Stretch], seeds: Set[Gram], aligner: Aligner
) -> tuple[Move, ...]:
    """Give what of the deleted stretches is in inserted ones, in the order of the new document.

    `seeds` are all runs of `SEED_WORDS` words that stand on both sides.
    """
    if not seeds:
        return ()
    before, after = (_words_of(side, aligner.memory) for side in (gone, come))
    chains = _chains(_runs(before.words, after.words, seeds), before.words, after.words)
    size = len(before.words) + len(after.words)
    moves: list[Move] = []
    old_taken, new_taken = _Taken(), _Taken()
    tries_left = MOST_TRIED
    for chain in _chosen(chains, after.words):
        core = _core(chain, before, after)
        is_sure = core.matched >= MOVE_WORDS
        if not is_sure:
            if not tries_left:
                continue
            tries_left -= 1
        for match in (reaching(core), core) if is_sure else whole_sentence(core):
            was, i1, i2, now, j1, j2, _ = match
            if old_taken.is_free(was.block, i1, i2) and new_taken.is_free(now.block, j1, j2):
                move = _move(match, aligner, size)
                if is_sure or _keeps_enough(move, match):
                    old_taken.take(was.block, i1, i2)
                    new_taken.take(now.block, j1, j2)
                    moves.append(move)
                    break
    return tuple(sorted(moves, key=lambda move: (move.new, move.j1)))


class _Taken:
    """The tokens of each block that moved already, as stretches in order."""

    def __init__(self) -> None:
        self.stretches: dict[int, tuple[list[int], list[int]]] = {}

    def is_free(self, block: int, start: int, end: int) -> bool:
        starts, ends = self.stretches.get(block, ((), ()))
        before = bisect_left(starts, end)
        return not before or ends[before - 1] <= start

    def take(self, block: int, start: int, end: int) -> None:
        starts, ends = self.stretches.setdefault(block, ([], []))
        place = bisect_left(starts, start)
        starts.insert(place, start)
        ends.insert(place, end)


def _words_of(stretches: Iterable[Stretch], memory: Memory) -> Words:
    listed = [stretch.cut(memory) for stretch in stretches]
    words, starts = joined_words(listed)
    places: list[int] = []
    for stretch in listed:
        places += (*stretch.places(), stretch.end)
    return Words(listed, words, places, starts)


def _runs(old: Sequence[str], new: Sequence[str], seeds: Set[Gram]) -> list[Run]:
    """Give the longest runs of words that stand on both sides, of at least a seed's length."""
    places: dict[Gram, list[int]] = {}
    old_grams, new_grams = list(grams(old, SEED_WORDS)), list(grams(new, SEED_WORDS))
    # Most words are in no seed.
    for i in compress(count(), map(seeds.__contains__, old_grams)):
        places.setdefault(old_grams[i], []).append(i)
    found = [
        (j, places[new_grams[j]]) for j in compress(count(), map(places.__contains__, new_grams))
    ]
    spread = _spread([len(own) for _, own in found])
    reached: dict[int, int] = {}
    runs: list[Run] = []
    for j, own in found:
        if len(own) > spread:
            continue
        for i in own:
            if reached.get(i - j, 0) > j:
                continue
            n = SEED_WORDS
            while old[i + n] and old[i + n] == new[j + n]:
                n += 1
            reached[i - j] = j + n
            runs.append((i, j, n))
    return runs


def _spread(places_n: Sequence[int]) -> int:
    """Give in how many places a seed may stand so that not too many are looked at."""
    spread = SPREAD
    while sum([n for n in places_n if n <= spread]) > MOST_PLACES:
        spread //= 2
    return spread


def _chains(runs: Iterable[Run], old: Sequence[str], new: Sequence[str]) -> list[list[Run]]:
    """Join runs, in the order of `new`, that a small edit parts; each goes to the nearest."""
    chains: list[list[Run]] = []
    near: list[tuple[int, int, list[Run]]] = []
    for run in sorted(runs, key=itemgetter(1, 0)):
        i, j, n = run
        following = [
            place
            for place, (i_end, j_end, _) in enumerate(near)
            if 0 <= i - i_end <= INNER_WORDS
            and 0 <= j - j_end <= INNER_WORDS
            and "" not in old[i_end:i]
            and "" not in new[j_end:j]
        ]
        if following:
            place = max(following, key=lambda place: (near[place][0] + near[place][1], -place))
            near[place][2].append(run)
            near[place] = i + n, j + n, near[place][2]
        else:
            near = [one for one in near[1 - NEAR_CHAINS :] if j - one[1] <= INNER_WORDS]
            chains.append([run])
            near.append((i + n, j + n, chains[-1]))
    return chains


def _ends(chain: Sequence[Run]) -> tuple[int, int, int, int]:
    """Give from where to where a chain goes: words [i1:i2] of the old side, [j1:j2] of the new."""
    i1, j1, _ = chain[0]
    i, j, n = chain[-1]
    return i1, i + n, j1, j + n


def _chosen(chains: Iterable[list[Run]], words: Sequence[str]) -> Iterator[list[Run]]:
    """Take the chains that say most first; of the others, what no word of those is taken from."""
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    long_enough = [chain for chain in chains if _matched(chain) >= FEW_WORDS]
    for chain in sorted(
        long_enough, key=lambda chain: (-_matched(chain), chain[0][1], chain[0][0])
    ):
        trimmed = (_trimmed(run, old_taken, new_taken) for run in chain)
        free = [run for run in trimmed if run[2] >= SEED_WORDS]
        if not free or not _is_one(free, words):
            continue
        i1, i2, j1, j2 = _ends(free)
        if old_taken.isdisjoint(range(i1, i2)) and new_taken.isdisjoint(range(j1, j2)):
            old_taken.update(range(i1, i2))
            new_taken.update(range(j1, j2))
            yield free


def _matched(chain: Iterable[Run]) -> int:
    return sum([n for _, _, n in chain])


def _trimmed(run: Run, old_taken: set[int], new_taken: set[int]) -> Run:
    """Take from the ends of `run` what is taken."""
    i, j, n = run
    while n and (i in old_taken or j in new_taken):
        i, j, n = i + 1, j + 1, n - 1
    while n and (i + n - 1 in old_taken or j + n - 1 in new_taken):
        n -= 1
    return i, j, n


def _is_one(chain: Sequence[Run], words: Sequence[str]) -> bool:
    """Say whether a chain is the same rather than another with words in common."""
    i1, i2, j1, j2 = _ends(chain)
    matched = _matched(chain)
    return matched >= INNER_SHARE * max(i2 - i1, j2 - j1) and (
        matched < MOVE_WORDS or is_long([word for _, j, n in chain for word in words[j : j + n]])
    )


def _core(chain: Sequence[Run], before: Words, after: Words) -> Match:
    """Give from the first to the last word of a chain."""
    i1, i2, j1, j2 = _ends(chain)
    return Match(
        before.stretch(i1),
        before.places[i1],
        before.places[i2 - 1] + 1,
        after.stretch(j1),
        after.places[j1],
        after.places[j2 - 1] + 1,
        _matched(chain),
    )


def _keeps_enough(move: Move, match: Match) -> bool:
    """Say whether a sentence stayed the same in as many words as a run of them must be."""
    was, i1, i2, now, j1, j2, _ = match
    kept: list[str] = []
    for tag, _, _, start, end in move.edits:
        if tag == "equal":
            kept += now.tokens[j1 + start : j1 + end]
    longer = max(len(only_words(was.tokens[i1:i2])), len(only_words(now.tokens[j1:j2])))
    same = only_words(kept)
    return is_long(same) and len(same) >= INNER_SHARE * longer


def _move(match: Match, aligner: Aligner, size: int) -> Move:
    """Give `match` as a move; `size` counts all words that may have moved."""
    was, i1, i2, now, j1, j2, _ = match
    before, after = was.tokens[i1:i2], now.tokens[j1:j2]
    if before == after:
        edits = equal_edit(i2 - i1)
    else:
        old, new = cut_tokens(before), cut_tokens(after)
        part = (len(old.words) + len(new.words)) / size
        runs = kept_words(tokens_side(old, before), tokens_side(new, after), aligner, part)
        edits = token_edits(runs, old, new)
    return Move(old=was.block, i1=i1, i2=i2, new=now.block, j1=j1, j2=j2, edits=edits)
