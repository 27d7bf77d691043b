"""Every reader under one form: a page in, what it takes for the article out."""

import warnings
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import Any, NamedTuple

from archiver.digest import digest
from archiver.model import Document, Doubt
from archiver.text import html, pages
from archiver.text.decode import Decoded
from archiver.text.normalise import normalise


class Reading(NamedTuple):
    """What a reader takes for the article.

    `seen` is all that it would notice a change in, fields too; `second` is the opinion of a second
    extractor, "" where there is none.
    """

    body: str
    seen: str
    second: str = ""


Reader = Callable[[str], Reading]

OURS = "archiver"


def ours(page: str) -> Reading:
    read = pages.read(Decoded(page, "utf-8"))
    if isinstance(read, Doubt):
        return Reading("", f"{read.outcome}: {read.rule}")
    return Reading(_body(read), digest(read), read.second_opinion)


def all_text(page: str) -> Reading:
    return _plain(_body(html.read(Decoded(page, "utf-8"))))


def _trafilatura(**options: Any) -> Reader:
    from trafilatura import extract

    def read(page: str) -> Reading:
        return _plain(extract(page, include_comments=False, **options) or "")

    return read


def _resiliparse(page: str) -> Reading:
    from resiliparse.extract.html2text import extract_plain_text

    return _plain(extract_plain_text(page, main_content=True, alt_texts=False))


def _readability(page: str) -> Reading:
    from lxml import html as lxml_html
    from readability import Document as Readable
    from readability.readability import Unparseable

    # It raises an error of its own for a page in which it finds nothing.
    with suppress(Unparseable, ValueError):
        return _plain(lxml_html.fromstring(Readable(page).summary()).text_content())
    return _plain("")


def _newspaper(page: str) -> Reading:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of nltk, which is not used here
        from newspaper import Article
    article = Article("https://news.example/", fetch_images=False)
    article.download(input_html=page)
    try:
        article.parse()
    except ImportError:  # Korean needs a library more
        return _plain("")
    return _plain(article.text)


def readers() -> dict[str, Reader]:
    """Give all readers that are installed, ours first, by the name in the tables."""
    found: dict[str, Reader] = {
        OURS: ours,
        "trafilatura precision": _trafilatura(favor_precision=True),
        "trafilatura": _trafilatura(),
        "trafilatura fast": _trafilatura(fast=True),
        "resiliparse": _resiliparse,
    }
    if find_spec("readability"):
        found["readability-lxml"] = _readability
    if find_spec("newspaper"):
        found["newspaper4k"] = _newspaper
    return {**found, "all visible text": all_text}


def _plain(text: str) -> Reading:
    return Reading(text, normalise(text.replace("\n", " ")))


def _body(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)
