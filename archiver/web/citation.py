"""How to cite a version: as text, as BibTeX and as CSL-JSON, with digest and times.

What the page claims (its author, its date) and what we saw (the capture, the digest) are kept
apart: a claimed date is cited only where it holds a whole one, and nothing is filled in.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from archiver.model import Article, Document, Version
from archiver.render.visible import visible
from archiver.web import archive

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

    from archiver.web.history import Reading

DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
"""The head of an ISO 8601 time, as `claimed_published` has where the page said one in full."""

BIBTEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is cited: a version, and where this archive has it."""

    article: Article
    version: Version
    document: Document
    address: str
    """The permanent address of the version, absolute."""

    @classmethod
    def of(
        cls, datasette: "Datasette", request: "Request", database: str, reading: "Reading"
    ) -> "Source":
        path = archive.version_url(datasette, database, reading.article.id, reading.version)
        return cls(
            article=reading.article,
            version=reading.version,
            document=reading.document,
            address=datasette.absolute_url(request, path),
        )

    @property
    def title(self) -> str:
        return _line(self.document.headline or self.article.title)

    @property
    def key(self) -> str:
        """Names the citation: of the site, the day and the digest."""
        site = re.sub(r"[^a-z0-9]", "", self.article.site.lower()) or "article"
        return f"{site}-{self.version.first_seen[:10]}-{self.version.sha256[:8]}"


def text(source: Source) -> str:
    """Cite in a sentence that any style guide can be fed with."""
    version, document = source.version, source.document
    parts = [
        _line(document.byline),
        f"“{source.title}”",
        source.article.site,
        f"published {_line(document.claimed_published)}, it says"
        if document.claimed_published
        else "",
        visible(source.article.uri),
        f"version {version.number}, first seen {version.first_seen}, last seen {version.last_seen}",
        f"archived at {source.address}",
        f"SHA-256 {version.sha256}",
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def bibtex(source: Source) -> str:
    """Cite as an entry of BibTeX, with the fields that biblatex knows for `@online`."""
    version, document = source.version, source.document
    fields = {
        "title": "{" + _escaped(source.title) + "}",  # in braces of its own: case is kept
        "author": "{" + _escaped(_line(document.byline)) + "}" if document.byline else "",
        "organization": _escaped(source.article.site),
        "date": _day(document.claimed_published),
        "url": _braced(source.article.uri),
        "urldate": version.first_seen[:10],
        "note": _escaped(
            f"Version {version.number}, first seen {version.first_seen}, "
            f"last seen {version.last_seen}; SHA-256 {version.sha256}"
        )
        + rf"; archived at \url{{{_braced(source.address)}}}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{source.key},", *lines, "}"])


def csl(source: Source) -> dict[str, Any]:
    """Cite as an item of CSL-JSON 1.0."""
    version, document = source.version, source.document
    item: dict[str, Any] = {
        "id": source.key,
        "type": "webpage",
        "title": source.title,
        "container-title": source.article.site,
        "URL": source.article.uri,
        "accessed": {"date-parts": [_parts(version.first_seen)]},
        "archive": "archiver",
        "archive_location": source.address,
        "version": str(version.number),
        "note": f"First seen {version.first_seen}; last seen {version.last_seen}; "
        f"SHA-256 {version.sha256}",
    }
    if document.byline:
        item["author"] = [{"literal": _line(document.byline)}]
    if day := _day(document.claimed_published):
        item["issued"] = {"date-parts": [_parts(day)]}
    return item


def _line(found: str) -> str:
    """Give a text of a page on one line, with nothing hidden in it."""
    return visible(" ".join(found.split()))


def _day(claimed: str) -> str:
    """Give the day that a page claims in full, "" where it does not.

    >>> _day("2025-03-04T06:15:00+01:00"), _day("4 March")
    ('2025-03-04', '')
    """
    found = DATE.match(claimed)
    return found[0] if found else ""


def _parts(moment: str) -> list[int]:
    return [int(part) for part in moment[:10].split("-")]


def _escaped(found: str) -> str:
    r"""Give a text for a field of BibTeX.

    >>> _escaped("50% of {all}")
    '50\\% of \\{all\\}'
    """
    return "".join(BIBTEX.get(character, character) for character in found)


def _braced(url: str) -> str:
    """Give an address in which no brace can end the field it stands in."""
    return visible(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
