"""The digest of a document: which bytes are hashed, to the byte. `docs/schema.md` repeats it.

Format 1 is a row of netstrings (D. J. Bernstein, 1997: decimal length, ":", bytes, ","), UTF-8:
the format number; headline; standfirst; byline; claimed published date; claimed modified date;
the number of captions, then of each its text and its credit; the number of blocks, then of each
its kind and its text. An absent field is the empty string. A relative date ("5 minutes ago") says
when the page was looked at, not what it claims, so the empty string stands in its place.
"""

import hashlib
import re
from collections.abc import Iterator

from archiver.model import Document, Sha256

FORMAT = 1

RELATIVE = re.compile(
    r"\b(?:ago|just now|today|yesterday|vor \d+|gestern|heute|il y a|hier|hace \d+|ayer|hoy)\b"
    r"|[分小天周月年秒]钟?[时前]|刚刚|前$",
    re.IGNORECASE,
)
"""Claimed dates that count from the reader's own clock, in the languages our pages use."""


def _items(document: Document) -> Iterator[str]:
    yield str(FORMAT)
    yield document.headline
    yield document.standfirst
    yield document.byline
    for claimed in (document.claimed_published, document.claimed_modified):
        yield "" if RELATIVE.search(claimed) else claimed
    yield str(len(document.captions))
    for caption in document.captions:
        yield from caption
    yield str(len(document.blocks))
    for block in document.blocks:
        yield from block


def canonical(document: Document) -> bytes:
    r"""The bytes that are hashed.

    >>> from archiver.model import Block, Document
    >>> canonical(Document(extractor="x", headline="Hé", blocks=(Block("paragraph", "One."),)))
    b'1:1,3:H\xc3\xa9,0:,0:,0:,0:,1:0,1:1,9:paragraph,4:One.,'
    """
    return "".join(
        [
            f"{len(item) if item.isascii() else len(item.encode())}:{item},"
            for item in _items(document)
        ]
    ).encode()


def digest(document: Document) -> Sha256:
    """Give the SHA-256 of `canonical(document)`: equal for documents a reader would call equal.

    It is no good for telling how a document was read: extractor, label, links and language are
    not in it.
    """
    return Sha256(hashlib.sha256(canonical(document)).hexdigest())
