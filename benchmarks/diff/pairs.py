"""Pairs to compare: real revisions as documents, and what of them the peers are given."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from pathlib import Path

from archiver.diff import tokens
from archiver.digest import digest
from archiver.model import Block, Document, Sha256

NEWS = "govuk-news"
SOURCES = (
    NEWS,
    "cc-legalcode",
    "de-law",
    "digitalgov",
    "fr-law",
    "github-site-policy",
    "nodejs-org",
    "ota-demo",
    "ota-demo-html",
    "tw-law",
)

UNSEEN = re.compile(r"(?is)<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->")
INLINE = re.compile(r"(?i)</?(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup|time|u)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Pair:
    """Two documents, and their texts: blocks joined by line feeds, the same for every peer."""

    name: str
    old: Document
    new: Document

    @cached_property
    def texts(self) -> tuple[str, str]:
        return text(self.old), text(self.new)

    @cached_property
    def digests(self) -> tuple[Sha256, Sha256]:
        return digest(self.old), digest(self.new)

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        """All tokens but blanks; the breaks between blocks are among them."""
        old, new = self.texts
        return words(old), words(new)


def document(lines: Iterable[str]) -> Document:
    return Document(
        extractor="bench", blocks=tuple(Block("paragraph", line) for line in lines if line)
    )


def text(one: Document) -> str:
    return "\n".join(block.text for block in one.blocks)


def words(of: str) -> list[str]:
    """Cut text into tokens, blanks left out, line feeds not."""
    return [found for found in tokens(of) if found != " " and (found == "\n" or found.strip())]


def shared_folder() -> Path:
    """Where the texts are: ARCHIVER_SHARED, else the folder `shared` beside the project."""
    named = os.environ.get("ARCHIVER_SHARED")
    return Path(named) if named else Path(__file__).resolve().parents[3] / "shared"


def read(path: Path) -> Document:
    """Read a page crudely, as its visible lines with runs of blanks folded."""
    found = path.read_bytes().decode(errors="replace")
    if path.suffix == ".html":
        found = " ".join(UNSEEN.sub("\n", found).split(" "))
        # In HTML a line feed is a blank: only the edge of a block makes a line.
        found = INLINE.sub("", found.replace("\n", " "))
        found = unescape(TAG.sub("\n", found))
    return document(" ".join(line.split()) for line in found.split("\n"))


def folders(sources: Sequence[str]) -> Iterator[Path]:
    """Give the folder of each real article of `sources`; its versions sort by name."""
    for source in sources:
        yield from sorted((shared_folder() / "data" / "revisions" / source).glob("*/"))


def articles(sources: Sequence[str]) -> Iterator[list[Document]]:
    """Give, of each real article of `sources`, its versions in order."""
    for folder in folders(sources):
        yield [read(path) for path in sorted(folder.iterdir())]


def revisions(sources: Sequence[str]) -> list[Pair]:
    """Give consecutive versions whose text differs: equal ones are never compared.

    The list is empty where the folder of texts is not there.
    """
    return [
        Pair(f"article {n}", old, new)
        for n, versions in enumerate(articles(sources))
        for old, new in pairwise(versions)
        if old != new
    ]
