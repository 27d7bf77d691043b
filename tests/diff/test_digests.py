"""The same two documents are always aligned the same; otherwise an engine has another number.

`ARCHIVER_PIN=1 python -m pytest tests/diff/test_digests.py` writes the digests anew, for engines
whose number has grown.
"""

import hashlib
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from archiver.diff import ENGINE_NAMES, TOKENISER, diff, encode
from tests.conftest import ROOT
from tests.diff.test_revisions import SOURCES, read

PINNED = ROOT / "tests" / "goldens" / "diff-digests.txt"


def digests(shared: Path) -> Iterator[str]:
    """Give a line for each real document: all diffs of its versions, from one to the next."""
    for source in SOURCES:
        for folder in sorted((shared / "data" / "revisions" / source).iterdir()):
            versions = [read(path) for path in sorted(folder.iterdir())]
            encoded = "\n".join(encode(diff(old, new)) for old, new in pairwise(versions))
            yield f"{source}/{folder.name} {hashlib.sha256(encoded.encode()).hexdigest()[:32]}"


def test_what_is_aligned_otherwise_needs_an_engine_of_another_number(shared: Path) -> None:
    found = [f"engine {' '.join(ENGINE_NAMES.values())} {TOKENISER}", *digests(shared)]
    if os.environ.get("ARCHIVER_PIN"):
        PINNED.write_text("\n".join(found) + "\n", encoding="utf-8")
    pinned = PINNED.read_text(encoding="utf-8").splitlines()

    assert found[0] == pinned[0], "another engine: write the digests anew (see the top)"
    assert [one for one in found if one not in pinned] == []
    assert len(found) == len(pinned)
