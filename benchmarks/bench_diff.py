"""Times our diff beside its peers on real revisions, and prints a table of CPU milliseconds.

Run `python benchmarks/bench_diff.py` (under two minutes) or, for every eighth pair, with
`--quick`. The texts are read from the folder `shared` beside the project, or ARCHIVER_SHARED.

Each engine reads the same text: visible lines, runs of blanks folded. Ours is given documents and
gives a whole `Diff`, digests included; the peers get the lines joined. Each time is the better of
two runs, except where one took over half a second.
"""

import argparse
import difflib
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from diff_match_patch import diff_match_patch

from archiver.diff import ENGINES, diff, tokens
from archiver.diff.body import body_edits
from archiver.model import Block, Document

DMP_TOKENS = 3_000
"""Beyond it, diff-match-patch without its clock may take minutes for one pair."""

DIFFLIB_TOKENS = 20_000
SAMPLE = 8

Pair = tuple[Document, Document]
Peer = Callable[[Document, Document], object]


def shared_folder() -> Path:
    named = os.environ.get("ARCHIVER_SHARED")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "shared"


def read(path: Path) -> Document:
    text = path.read_bytes().decode(errors="replace")
    if path.suffix == ".html":
        text = re.sub(r"<[^>]*>", "\n", text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return Document(
        extractor="bench", blocks=tuple(Block("paragraph", line) for line in lines if line)
    )


def revisions(folder: Path) -> Iterator[Pair]:
    """Give consecutive versions whose text differs: equal ones are never compared."""
    for article in sorted(folder.glob("*/*")):
        versions = [read(path) for path in sorted(article.iterdir())]
        yield from ((old, new) for old, new in pairwise(versions) if old != new)


def text(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


def ours(old: Document, new: Document) -> object:
    return diff(old, new)


def ours_body(old: Document, new: Document) -> object:
    return body_edits(old.blocks, new.blocks, ENGINES["lcs"])


def ours_dmp(old: Document, new: Document) -> object:
    return diff(old, new, engine="dmp")


def tokens_alone(old: Document, new: Document) -> object:
    return tokens(text(old)), tokens(text(new))


def newsdiffs(old: Document, new: Document) -> object:
    """Characters, one second of wall clock, semantic clean-up: what newsdiffs.org does."""
    matcher = diff_match_patch()
    found = matcher.diff_main(text(old), text(new))
    matcher.diff_cleanupSemantic(found)
    return found


def difflib_words(old: Document, new: Document) -> object:
    before, after = ([word for word in tokens(text(one)) if word != " "] for one in (old, new))
    return difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


PEERS: tuple[tuple[str, Peer, int], ...] = (
    ("ours, lcs", ours, sys.maxsize),
    ("ours, lcs, without digests", ours_body, sys.maxsize),
    ("ours, dmp", ours_dmp, DMP_TOKENS),
    ("tokens of both, no diff", tokens_alone, sys.maxsize),
    ("dmp characters, 1 s, semantic", newsdiffs, sys.maxsize),
    ("difflib words, autojunk off", difflib_words, DIFFLIB_TOKENS),
)
"""Name, what is timed, and how many tokens both texts may have together."""


def milliseconds(peer: Peer, old: Document, new: Document) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        peer(old, new)
        best = min(best, (time.process_time() - start) * 1_000)
        if best > 500:
            break
    return best


def row(name: str, times: list[float], base: list[float]) -> str:
    """Give one line; ratios compare with `base`, the times of ours on the same pairs."""
    middle, whole = statistics.median(times), sum(times)
    ninth = sorted(times)[len(times) * 9 // 10]
    return (
        f"{name:30} {len(times):5} {middle:9.3f} {ninth:9.2f} {max(times):10.1f} {whole:10.0f}"
        f" {middle / statistics.median(base):8.1f}x {whole / sum(base):8.1f}x"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true", help=f"every {SAMPLE}th pair only")
    step = SAMPLE if parser.parse_args().quick else 1
    folder = shared_folder() / "data" / "revisions"
    pairs = list(revisions(folder))[::step]
    if not pairs:
        sys.exit(f"{folder}: no revisions; ARCHIVER_SHARED names the folder that has them")
    sizes = [len(tokens(text(old))) + len(tokens(text(new))) for old, new in pairs]
    print(f"{len(pairs)} pairs, median {statistics.median(sizes) / 2:.0f} tokens a text")
    print(
        f"{'CPU ms':30} {'pairs':>5} {'median':>9} {'p90':>9} {'max':>10} {'sum':>10}"
        f" {'median':>9} {'sum':>9}"
    )
    base: list[float] = []
    for name, peer, most in PEERS:
        chosen = [place for place, size in enumerate(sizes) if size <= most]
        times = [milliseconds(peer, *pairs[place]) for place in chosen]
        base = base or times
        print(row(name, times, [base[place] for place in chosen]), flush=True)


if __name__ == "__main__":
    main()
