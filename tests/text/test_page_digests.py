"""The same page is always the same document; another document needs another extractor.

`ARCHIVER_PIN=1 python -m pytest tests/text/test_page_digests.py` writes the digests anew, for an
extractor whose number has grown.
"""

import gzip
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.digest import digest
from archiver.model import Doubt
from archiver.text import pages
from archiver.text.decode import decode_html
from tests.conftest import ROOT, SNAPSHOTS

PINNED = ROOT / "tests" / "goldens" / "page-digests.txt"
OURS = ROOT / "tests" / "corpus" / "pages"

READ = """
import hashlib, sys
from pathlib import Path
from archiver.text import pages
from archiver.text.decode import decode_html
found = [repr(pages.read(decode_html(Path(name).read_bytes()))) for name in sys.argv[1:]]
print(hashlib.sha256("".join(sorted(found)).encode()).hexdigest())
"""


def read(payload: bytes) -> str:
    """Give the digest of what is read from a page, all that no digest holds included."""
    found = pages.read(decode_html(payload))
    if isinstance(found, Doubt):
        return f"{found.outcome} {found.rule}"
    beside = repr((found.section, found.claims, found.links, found.second_opinion, found.language))
    return f"{digest(found)[:32]} {hashlib.sha256(beside.encode()).hexdigest()[:32]}"


def corpus(shared: Path) -> Iterator[tuple[str, bytes]]:
    home = shared / "data"
    for path in sorted((home / "html_articles").rglob("*.html*")):
        payload = path.read_bytes()
        yield path.name, gzip.decompress(payload) if path.suffix == ".gz" else payload
    for path in sorted((home / "html_noise").rglob("*.html")):
        yield f"{path.parent.name}/{path.name}", path.read_bytes()


@pytest.mark.slow
def test_a_page_read_otherwise_needs_an_extractor_of_another_number(shared: Path) -> None:
    found = [f"extractor {pages.extractor()}"]
    found += [f"{name} {read(payload)}" for name, payload in corpus(shared)]
    if os.environ.get("ARCHIVER_PIN"):
        PINNED.write_text("\n".join(found) + "\n", encoding="utf-8")
    pinned = PINNED.read_text(encoding="utf-8").splitlines()

    assert found[0] == pinned[0], "another extractor: write the digests anew (see the top)"
    assert [one for one in found if one not in pinned] == []
    assert len(found) == len(pinned)


@pytest.mark.slow
def test_no_hash_seed_and_no_order_changes_what_is_read() -> None:
    names = [str(path) for path in (*sorted(OURS.rglob("*.html")), *SNAPSHOTS.rglob("*.html"))]
    orders = [names, names[::-1], names[1::2] + names[::2]]

    results = {
        subprocess.run(
            [sys.executable, "-c", READ, *order],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed, order in enumerate(orders)
    }

    assert len(results) == 1


def test_another_extractor_is_named_by_its_libraries() -> None:
    name, *libraries = pages.extractor().split()

    assert name == pages.NUMBER
    assert [library.partition("/")[0] for library in libraries[:2]] == [
        "trafilatura",
        "resiliparse",
    ]
