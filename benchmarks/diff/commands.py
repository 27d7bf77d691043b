"""Peers that are programs: git and wdiff, with their start, and wikidiff2, timed inside PHP."""

import json
import shutil
import subprocess
import tempfile
import weakref
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.diff.alignment import Alignment, WordPair
from benchmarks.diff.pairs import Pair

PHP = """
[$old, $new] = [file_get_contents($argv[1]), file_get_contents($argv[2])];
$best = 1e9; $spent = 0; $page = '';
for ($k = 0; $k < 5 && $spent < 400; $k++) {
    $start = hrtime(true);
    $page = wikidiff2_inline_diff($old, $new, 100000);
    $took = (hrtime(true) - $start) / 1e6;
    $best = min($best, $took); $spent += $took;
}
echo json_encode([$best, $page], JSON_INVALID_UTF8_SUBSTITUTE);
"""
"""What PHP is told: one pair, the best of up to five runs in ms, and the page it made."""


class Files:
    """Two texts as files, in a folder that goes when this does."""

    def __init__(self, old: str, new: str) -> None:
        folder = Path(tempfile.mkdtemp())
        weakref.finalize(self, shutil.rmtree, folder)
        self.old, self.new = folder / "old", folder / "new"
        self.old.write_text(old, encoding="utf-8", errors="replace")
        self.new.write_text(new, encoding="utf-8", errors="replace")


def files(pair: Pair) -> Files:
    return Files(*(f"{text}\n" for text in pair.texts))


def spaced_files(pair: Pair) -> Files:
    """Write both texts with a space around every word, so that all peers mean the same words."""
    return Files(*(" ".join(words) + "\n" for words in pair.words))


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", errors="replace")


def run_git(given: Files) -> str:
    return _output(
        *("git", "diff", "--no-index", "--no-color", "--word-diff=porcelain", "--unified=1000000"),
        *("--word-diff-regex=[^[:space:]]+", str(given.old), str(given.new)),
    )


def from_git(printed: str, pair: Pair) -> Alignment:
    pieces = [
        (line[0], line[1:])
        for line in printed.split("\n@@", maxsplit=1)[-1].split("\n")[1:]
        if line[:1] in {" ", "+", "-"}
    ]
    if not printed:
        pieces = [(" ", " ".join(pair.words[0]))]
    return _kept(pieces, pair)


def run_wdiff(given: Files) -> str:
    marks = ("-w", "\x01-", "-x", "\x01 ", "-y", "\x01+", "-z", "\x01 ")
    return _output("wdiff", *marks, str(given.old), str(given.new))


def from_wdiff(printed: str, pair: Pair) -> Alignment:
    first, *rest = printed.split("\x01")
    return _kept([(" ", first), *((piece[0], piece[1:]) for piece in rest)], pair)


def _kept(pieces: list[tuple[str, str]], pair: Pair) -> Alignment:
    """Count through words as they are printed; the breaks, which are blanks there, are skipped."""
    old, new = ([k for k, word in enumerate(side) if word != "\n"] for side in pair.words)
    kept: list[WordPair] = []
    i = j = 0
    for sign, text in pieces:
        n = len(text.split())
        if sign == " ":
            kept += zip(old[i : i + n], new[j : j + n], strict=True)
        i += n if sign != "+" else 0
        j += n if sign != "-" else 0
    return Alignment.of_words(pair, kept)


@cache
def wikidiff2_lacks() -> str:
    if not shutil.which("php"):
        return "no php here"
    return "" if "wikidiff2" in _output("php", "-m") else "php has no wikidiff2"


def run_wikidiff2(given: Files) -> Any:
    return json.loads(_output("php", "-r", PHP, "--", str(given.old), str(given.new)))


def wikidiff2_ms(found: Any) -> float:
    return float(found[0])
