"""Growth: made-up prose of 500 to 1,000,000 words, 1, 10, 50 and 100 % of it changed."""

import math
import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from benchmarks.diff.asks import Ask
from benchmarks.diff.isolated import FAILED, Measured, isolated, shown
from benchmarks.diff.pairs import Pair, document
from benchmarks.diff.peers import OURS, OURS_MINIMAL, PEERS, QUICK_PEERS, Peer
from benchmarks.diff.report import Report

SIZES = (500, 2_000, 8_000, 16_000, 32_000, 64_000, 250_000, 1_000_000)
QUICK_SIZES = (500, 8_000, 16_000, 32_000, 64_000)
RATES = (0.01, 0.1, 0.5, 1.0)
LIMIT_S, QUICK_LIMIT_S = 6.0, 2.0
OUR_LIMIT_S = 60.0
COUNTED_WORDS = 8_000
"""Up to here changed words are counted and held against the least."""

VOCABULARY = 20_000
SENTENCE_WORDS = 18
PARAGRAPH_SENTENCES = 4
SYLLABLES = ("ba", "con", "de", "er", "fi", "gran", "ho", "in", "ka", "lo", "mi", "nu", "or", "sta")


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Give made-up words, and their shares summed up: the k-th most frequent has a k-th part."""
    n = len(SYLLABLES)
    names = [
        "".join(SYLLABLES[k // n**place % n] for place in range(1 + k // n % 3 + (k >= n**3)))
        + (str(k) if k >= n else "")
        for k in range(VOCABULARY)
    ]
    return tuple(names), tuple(accumulate(1 / (k + 1) for k in range(VOCABULARY)))


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311, the same texts in every run


def prose(chance: random.Random, n: int) -> list[str]:
    """Give `n` words of no meaning, as frequent as words are in a language (Zipf)."""
    names, sums = vocabulary()
    return chance.choices(names, cum_weights=sums, k=n)


def changed(chance: random.Random, words: Sequence[str], rate: float) -> Iterator[str]:
    """Change `rate` of `words`: of five, three are replaced, one goes, one comes."""
    names, sums = vocabulary()
    for word in words:
        if chance.random() >= rate:
            yield word
            continue
        what = chance.randrange(5)
        if what == 4:
            yield word
        if what:
            yield chance.choices(names, cum_weights=sums)[0]


def paragraphs(words: Sequence[str]) -> list[str]:
    n = SENTENCE_WORDS * PARAGRAPH_SENTENCES
    return [
        " ".join(
            " ".join(words[start : min(start + SENTENCE_WORDS, end)]).capitalize() + "."
            for start in range(begin, end, SENTENCE_WORDS)
        )
        for begin in range(0, len(words), n)
        for end in (min(begin + n, len(words)),)
    ]


def pair(n: int, rate: float) -> Pair:
    """Give two texts of about `n` words. Paragraphs are changed one by one, so that breaks stay."""
    chance = seeded(n)
    old = prose(chance, n)
    if rate == 1:
        new = paragraphs(prose(chance, n))
    else:
        new = [" ".join(changed(chance, line.split(" "), rate)) for line in paragraphs(old)]
    return Pair(f"{n} words, {rate:.0%}", document(paragraphs(old)), document(new))


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Give e of time = c n^e by least squares over the logarithms."""
    xs = [math.log(n) for n, _ in points]
    ys = [math.log(ms) for _, ms in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def compare(*, quick: bool) -> list[Report]:
    rates = (0.1,) if quick else RATES
    sizes = QUICK_SIZES if quick else SIZES
    peers = QUICK_PEERS if quick else PEERS
    return [_at_rate(rate, sizes, QUICK_LIMIT_S if quick else LIMIT_S, peers) for rate in rates]


def _at_rate(rate: float, sizes: Sequence[int], limit_s: float, peers: Sequence[Peer]) -> Report:
    report = Report(
        f"Growth with {rate:.0%} of the words changed: CPU ms; worst D/min up to "
        f"{COUNTED_WORDS:,} words; MB at 64,000",
        ("words", *(f"{n:,}" for n in sizes), "exponent", "D/min", "MB"),
    )
    report.start()
    pairs = {n: pair(n, rate) for n in sizes}
    least = {n: _least(pairs[n]) for n in sizes if n <= COUNTED_WORDS}
    for peer in peers:
        if peer.absent or not (peer.kept or peer.own_ms):
            continue
        most_s = OUR_LIMIT_S if peer is OURS else limit_s
        found = _grown(peer, pairs, most_s)
        slope = [
            (n, one.ms)
            for n, one in found.items()
            if one and one is not FAILED and 8_000 <= n <= 64_000
        ]
        worst = max(
            (one.changed / least[n] for n, one in found.items() if one and one.changed),
            default=0,
        )
        at_64k = found.get(64_000)
        report.row(
            peer.name,
            *(shown(one, most_s) for one in found.values()),
            f"{exponent(slope):.2f}" if len(slope) > 2 else "-",
            f"{worst:.2f}" if worst else "-",
            f"{at_64k.mb:.0f}" if at_64k else "-",
        )
        if peer is OURS and rate == 0.1 and at_64k and len(slope) > 2:
            report.ask(
                Ask("64,000 words, 10 % changed", at_64k.ms / 1_000, most=0.2, unit=" s"),
                Ask("exponent in length, 8,000 to 64,000 words", exponent(slope), most=1.25),
            )
    return report


def _least(of: Pair) -> int:
    found = isolated(OURS_MINIMAL, of, OUR_LIMIT_S, counts=True)
    return (found and found.changed) or 1


def _grown(peer: Peer, pairs: dict[int, Pair], limit_s: float) -> dict[int, Measured | None]:
    """Measure `peer` on ever longer pairs, until one takes too long; FAILED is out of memory."""
    found: dict[int, Measured | None] = {}
    is_hopeless = False
    for n, of in pairs.items():
        if 2 * n > peer.most_in_memory:
            found[n] = FAILED
            continue
        if is_hopeless:
            found[n] = None
            continue
        found[n] = isolated(peer, of, limit_s, counts=n <= COUNTED_WORDS)
        is_hopeless = found[n] is None
    return found
