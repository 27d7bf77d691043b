"""The peers: each aligns the words of a pair in its own way, and is timed without preparations.

A peer's `prepare` makes what it is given (not timed), `run` is what is timed, cutting into words
included, and `kept` reads off which words it kept, as pairs of places in `Pair.words`.
"""

import difflib
import importlib
import importlib.util
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from diff_match_patch import diff_match_patch

from archiver.diff import diff, minimal_diff
from archiver.diff.align import Aligner
from archiver.diff.body import body_edits
from archiver.diff.engine import Run
from archiver.diff.lcs import lcs_runs
from archiver.digest import digest
from benchmarks.diff import commands, trial
from benchmarks.diff.alignment import Alignment, kept_by_diff, kept_of_characters
from benchmarks.diff.clock import childrens_cpu_s, own_cpu_s
from benchmarks.diff.pairs import Pair, words

SURROGATES = range(0xD800, 0xE000)

Texts = tuple[str, str]


@dataclass(frozen=True)
class Peer:
    """One way to compare. `absent` says why it cannot be had here, "" where it can.

    `most` is how many words both sides may have together before it is hopeless without a limit of
    time, and `most_in_memory` before it takes gigabytes.
    """

    name: str
    run: Callable[[Any], object]
    prepare: Callable[[Pair], object]
    kept: Callable[[Any, Pair], Alignment] | None
    clock: Callable[[], float] = own_cpu_s
    own_ms: Callable[[Any], float] | None = None
    absent: str = ""
    most: int = 10_000_000
    most_in_memory: int = 10_000_000


def itself(pair: Pair) -> Pair:
    return pair


def texts(pair: Pair) -> Texts:
    return pair.texts


def with_digests(pair: Pair) -> Pair:
    """Have the digests of both, by which documents are known in the archive, before the clock runs.

    Ingest has them too: it asks by them whether a document is new.
    """
    _ = pair.digests
    return pair


def run_ours(pair: Pair) -> object:
    """What ingest calls."""
    return diff(pair.old, pair.new, digests=pair.digests)


def run_ours_and_digests(pair: Pair) -> object:
    """What `diff` does where nobody knows the digests."""
    return diff(pair.old, pair.new)


def run_ours_aligned(pair: Pair) -> object:
    """What peers that align words do: neither moves nor fields are looked for."""
    return body_edits(pair.old.blocks, pair.new.blocks, Aligner(lcs_runs))


def run_ours_minimal(pair: Pair) -> object:
    return minimal_diff(pair.old, pair.new)


def run_digests(pair: Pair) -> object:
    return digest(pair.old), digest(pair.new)


def numbered(found: Texts) -> tuple[list[int], list[int]]:
    """Cut both texts into words and give each distinct word a number."""
    names: dict[str, int] = {}
    old, new = ([names.setdefault(word, len(names)) for word in words(one)] for one in found)
    return old, new


def encoded(found: Texts) -> tuple[str, str]:
    """Give both texts with one character for each word."""
    old, new = (
        "".join(
            chr(code if code < SURROGATES.start else code + len(SURROGATES))
            for code in (number + 1 for number in side)
        )
        for side in numbered(found)
    )
    return old, new


def run_tokens(found: Texts) -> object:
    """The least any word diff without anchors must do: cut both texts and hash every token."""
    return numbered(found)


def run_plain_lcs(found: Texts) -> object:
    return lcs_runs(*numbered(found))


def run_newsdiffs(found: Texts) -> object:
    """Characters, one second of wall clock, semantic clean-up: what newsdiffs.org does."""
    matcher = diff_match_patch()
    edits = matcher.diff_main(*found)
    matcher.diff_cleanupSemantic(edits)
    return edits


def run_dmp_words(found: Texts) -> object:
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    return matcher.diff_main(*encoded(found), False)


def cpp_dmp() -> Any:
    return importlib.import_module("fast_diff_match_patch")


def run_cpp_characters(found: Texts) -> object:
    return cpp_dmp().diff(
        *found, timelimit=0, checklines=False, cleanup="Semantic", counts_only=True
    )


def run_cpp_words(found: Texts) -> object:
    return cpp_dmp().diff(
        *encoded(found), timelimit=0, checklines=False, cleanup="No", counts_only=True
    )


def run_difflib(found: Texts) -> object:
    old, new = map(words, found)
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def run_difflib_junk(found: Texts) -> object:
    old, new = map(words, found)
    return difflib.SequenceMatcher(None, old, new).get_opcodes()


def run_rapidfuzz(found: Texts) -> object:
    from rapidfuzz.distance import LCSseq

    return list(LCSseq.opcodes(*encoded(found)))


def from_runs(runs: Iterable[Run], pair: Pair) -> Alignment:
    return Alignment.of_words(
        pair,
        (one for i, j, n in runs for one in zip(range(i, i + n), range(j, j + n), strict=True)),
    )


def from_opcodes(edits: Iterable[tuple[str, int, int, int, int]], pair: Pair) -> Alignment:
    return from_runs(((i1, j1, i2 - i1) for tag, i1, i2, j1, _ in edits if tag == "equal"), pair)


def from_rapidfuzz(edits: Iterable[Any], pair: Pair) -> Alignment:
    return from_opcodes(
        ((e.tag, e.src_start, e.src_end, e.dest_start, e.dest_end) for e in edits), pair
    )


def counted(edits: Iterable[Sequence[Any]]) -> Iterable[tuple[str, int]]:
    """Bring the forms of diff-match-patch, Python's and C++'s, to one: sign and length."""
    signs = {-1: "-", 0: "=", 1: "+"}
    for sign, what in edits:
        yield signs.get(sign, sign), what if isinstance(what, int) else len(what)


def from_dmp_words(edits: Iterable[Sequence[Any]], pair: Pair) -> Alignment:
    kept: list[tuple[int, int]] = []
    i = j = 0
    for sign, n in counted(edits):
        if sign == "=":
            kept += zip(range(i, i + n), range(j, j + n), strict=True)
        i += n if sign != "+" else 0
        j += n if sign != "-" else 0
    return Alignment.of_words(pair, kept)


def from_dmp_characters(edits: Iterable[Sequence[Any]], pair: Pair) -> Alignment:
    return kept_of_characters(counted(edits), pair)


def lacking(module: str) -> str:
    found = importlib.util.find_spec(module)
    return "" if found else f"pip install {module.replace('_', '-')}: not installed"


def lacking_command(command: str) -> str:
    return "" if shutil.which(command) else f"no {command} here"


OURS = Peer("ours", run_ours, with_digests, kept_by_diff)
OURS_AND_DIGESTS = Peer("ours, digests included", run_ours_and_digests, itself, None)
OURS_ALIGNED = Peer("ours, aligned alone", run_ours_aligned, itself, None)
OURS_MINIMAL = Peer("ours, minimal_diff", run_ours_minimal, itself, kept_by_diff)
PLAIN_LCS = Peer("plain LCS of words", run_plain_lcs, texts, from_runs)
TOKENS = Peer("tokens and hashes alone", run_tokens, texts, None)
DIGESTS = Peer("digests of both alone", run_digests, itself, None)
NEWSDIFFS = Peer("dmp chars 1 s semantic", run_newsdiffs, texts, from_dmp_characters)
CPP_CHARACTERS = Peer(
    "C++ dmp chars semantic",
    run_cpp_characters,
    texts,
    from_dmp_characters,
    absent=lacking("fast_diff_match_patch"),
    most=60_000,
)
DIFFLIB = Peer("difflib words", run_difflib, texts, from_opcodes, most=60_000)

PEERS = (
    OURS,
    OURS_AND_DIGESTS,
    OURS_ALIGNED,
    OURS_MINIMAL,
    PLAIN_LCS,
    TOKENS,
    DIGESTS,
    NEWSDIFFS,
    Peer("dmp words, no clock", run_dmp_words, texts, from_dmp_words, most=20_000),
    CPP_CHARACTERS,
    Peer(
        "C++ dmp words",
        run_cpp_words,
        texts,
        from_dmp_words,
        absent=lacking("fast_diff_match_patch"),
    ),
    DIFFLIB,
    Peer("difflib words, autojunk", run_difflib_junk, texts, from_opcodes, most=200_000),
    # Its memory is a bit for each cell of the table: 0.5 GB at 64,000 words a side.
    Peer(
        "rapidfuzz LCSseq",
        run_rapidfuzz,
        texts,
        from_rapidfuzz,
        absent=lacking("rapidfuzz"),
        most_in_memory=140_000,
    ),
    Peer(
        "git diff --word-diff",
        commands.run_git,
        commands.spaced_files,
        commands.from_git,
        clock=childrens_cpu_s,
        absent=lacking_command("git"),
    ),
    Peer(
        "wdiff",
        commands.run_wdiff,
        commands.spaced_files,
        commands.from_wdiff,
        clock=childrens_cpu_s,
        absent=lacking_command("wdiff"),
    ),
    Peer(
        "wikidiff2 in PHP",
        commands.run_wikidiff2,
        commands.files,
        None,
        own_ms=commands.wikidiff2_ms,
        absent=commands.wikidiff2_lacks(),
    ),
)

TRIALS = (
    Peer("our trial, aligned alone", trial.run_aligned, texts, None, absent=trial.lacks()),
    Peer("our trial, and its moves", trial.run_with_moves, texts, None, absent=trial.lacks()),
)

QUICK_PEERS = (OURS, OURS_ALIGNED, PLAIN_LCS, TOKENS, NEWSDIFFS, CPP_CHARACTERS, DIFFLIB)
"""Those that something is asked of ours beside."""
