"""Blame of histories of 200 to 3,000 versions: time for each version, which should not grow.

Run: python benchmarks/bench_blame.py
"""

import random
import time
from collections.abc import Iterator
from itertools import pairwise

from archiver.diff import diff
from archiver.diff.blame import last_blame
from archiver.model import Block, Document

VERSIONS = (200, 750, 1500, 3000)
BLOCKS = 40
WORDS = 60
"""Of each block: an article of 2,400 words."""

VOCABULARY = tuple(f"word{n}" for n in range(5_000))


def history(versions_n: int) -> Iterator[Document]:
    """Give versions that each replace a word, and every tenth takes a block out or puts one back.

    The same number always gives the same history.
    """
    chance = random.Random(1)  # noqa: S311 - no secret
    blocks = [" ".join(chance.choices(VOCABULARY, k=WORDS)) for _ in range(BLOCKS)]
    out: list[str] = []
    for number in range(versions_n):
        place = chance.randrange(len(blocks))
        if number % 20 == 10:
            out.append(blocks.pop(place))
        elif number % 20 == 0 and out:
            blocks.insert(place, out.pop())
        words = blocks[place % len(blocks)].split()
        words[chance.randrange(len(words))] = chance.choice(VOCABULARY)
        blocks[place % len(blocks)] = " ".join(words)
        yield Document(extractor="bench", blocks=tuple(Block("paragraph", b) for b in blocks))


def main() -> None:
    print("versions   blame, s   ms a version   stretches gone")
    for versions_n in VERSIONS:
        documents = list(history(versions_n))
        diffs = [diff(old, new) for old, new in pairwise(documents)]
        start = time.perf_counter()
        _, removals = last_blame(documents, diffs)
        taken_s = time.perf_counter() - start
        each_ms = 1000 * taken_s / versions_n
        print(f"{versions_n:>8}{taken_s:>11.2f}{each_ms:>15.2f}{len(removals):>17}")


if __name__ == "__main__":
    main()
